"""The reader's job by keyboard alone: an article is dropped, read, and taken apart into incidents that cite its words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dates import UncertainDate
from gui.export.export_dialog import ExportDialog
from gui.shell.page import Page
from gui.sources.sources_panel import Mode
from models.drafts import IncidentDraft
from models.enums import Stance, Status
from models.snapshots import IncidentCard
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project_files import create_project
from services.source_cards import get_source
from tests.driver import PATIENCE_MS, Driver
from tests.reading_desk import ReadingDesk

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
DIVERS = "Divers find a hole in the quay"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour cranes stop after flood</title>
<meta property="og:site_name" content="Port Gazette"><meta property="article:published_time" content="2024-01-23"></head>
<body><article><h1>Harbour cranes stop after flood</h1>
<p>The harbour authority shut down three cranes on Tuesday after sea water reached the switch house on the east quay.</p>
<p>Sea water flooded the switch house on Sunday, the authority said in a statement to the port council.</p>
<p>On Jan. 4, divers found a hole the size of a door below the water line of the quay.</p>
<p>On July 7, 2021, a storm tore two gates from their hinges and threw them into the basin.</p>
<p>Four dockers were checked for electric shock in the hospital of the town and were sent home.</p>
</article></body></html>"""


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> ReadingDesk:
    path = tmp_path / "harbour.dateline"
    create_project(path, title="Harbour flood").close()
    return ReadingDesk(open_window(path))


def card_of(desk: ReadingDesk, title: str) -> IncidentCard:
    return get_incident(desk.project, desk.incident_id(title))


def current_date(desk: ReadingDesk) -> str:
    return desk.wait_for_proposals().proposal.date.edtf


def test_article_becomes_cited_incidents_by_keyboard(desk: ReadingDesk, tmp_path: Path) -> None:
    driver = desk.driver
    flood = IncidentDraft(title="Sea water floods the switch house", date=UncertainDate("2024-01-20"))
    add_incident(desk.project, flood)
    article = tmp_path / "cranes.html"
    article.write_text(PAGE, encoding="utf-8")

    driver.drop(article)
    assert current_date(desk) == "2024-01-23"
    assert (driver.window.workbench.page, desk.sources.mode) == (Page.SOURCES, Mode.READ)
    source = get_source(desk.project, desk.source_id("Harbour cranes stop after flood"))
    assert (source.container_title, source.published.edtf) == ("Port Gazette", "2024-01-23")

    accepted = accept(desk)
    attach_to(desk, flood.title)
    edit_and_accept(desk)
    skip_and_undo(desk)
    cite_and_go_back(desk)
    export(desk, tmp_path / "harbour.html")
    page = (tmp_path / "harbour.html").read_text(encoding="utf-8")
    for words in (DIVERS, accepted, "Port Gazette"):
        assert words in page


def accept(desk: ReadingDesk) -> str:
    """Enter: the first proposal becomes an incident, whose title is returned."""
    before = desk.titles()
    desk.driver.press(Qt.Key.Key_Return)
    (accepted,) = desk.titles() - before
    assert card_of(desk, accepted).date.edtf == "2024-01-23"
    return accepted


def attach_to(desk: ReadingDesk, title: str) -> None:
    """A: the next one goes to an incident that is there, whose date is another."""
    assert current_date(desk) == "2024-01-21"
    desk.driver.press(Qt.Key.Key_A)
    (line,) = card_of(desk, title).citations
    assert (line.stance, line.stated.edtf) == (Stance.CONTRADICTS, "2024-01-21")


def edit_and_accept(desk: ReadingDesk) -> None:
    """E, another title, Ctrl+Enter."""
    driver = desk.driver
    assert current_date(desk) == "2024-01-04"
    driver.press(Qt.Key.Key_E)
    assert driver.focus().accessibleName() == "Title"
    driver.press(Qt.Key.Key_A, CTRL)
    driver.write(DIVERS)
    driver.press(Qt.Key.Key_Return, CTRL)
    edited = card_of(desk, DIVERS)
    assert (edited.date.edtf, edited.status) == ("2024-01-04", Status.REPORTED)


def skip_and_undo(desk: ReadingDesk) -> None:
    """S leaves the last one out, U brings it back."""
    assert current_date(desk) == "2021-07-07"
    desk.driver.press(Qt.Key.Key_S)
    assert desk.proposals.current() is None
    desk.driver.press(Qt.Key.Key_U)
    assert current_date(desk) == "2021-07-07"


def cite_and_go_back(desk: ReadingDesk) -> None:
    """C and N for selected words; Space from the chronology to them, Esc back."""
    driver = desk.driver
    desk.choose_words("Four dockers were checked")
    driver.press(Qt.Key.Key_C)
    assert [line.quote for line in card_of(desk, DIVERS).citations][1:] == ["Four dockers were checked"]
    before = desk.titles()
    driver.qtbot.waitUntil(lambda: not desk.text.text.is_reading, timeout=PATIENCE_MS)
    desk.choose_words("a storm tore two gates from their hinges")
    driver.press(Qt.Key.Key_N)
    (made,) = desk.titles() - before
    assert card_of(desk, made).date.edtf == "2021-07-07"
    driver.press(Qt.Key.Key_1, CTRL)
    desk.chronology.select(desk.incident_id(made))
    driver.press(Qt.Key.Key_Space)
    assert desk.text.isAncestorOf(driver.focus())
    text = desk.text.text
    assert text.toPlainText()[text.textCursor().position() :].startswith("a storm tore two gates")
    driver.press(Qt.Key.Key_Escape)
    assert desk.chronology.view.hasFocus()
    assert desk.chronology.current_id() == desk.incident_id(made)


def export(desk: ReadingDesk, target: Path) -> None:
    """Ctrl+E and the path; written to a web page."""
    driver = desk.driver
    driver.press(Qt.Key.Key_E, CTRL)
    dialog = driver.dialog(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    options = dialog.options()
    dialog.close()
    driver.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    driver.wait_for_window()
    html = type(options)(format=type(options.format)("html"))
    with driver.qtbot.waitSignal(driver.desk.exports.export_written, timeout=20_000):
        driver.desk.exports.export(target, html)
