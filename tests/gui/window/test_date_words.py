"""Date words in the whole window, with the real reader of dates."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from dates import UncertainDate
from gui.fields.date_card import DateCard
from gui.fields.date_text import DateText
from gui.inspector.citation_editor import CitationEditor
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.incident_cards import get_incident
from services.project_files import create_project
from services.sources import list_source_ids
from tests import factories
from tests.driver import PATIENCE_MS, Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
ROOT = Path(__file__).resolve().parents[3]
TEXT = "The harbour gate jammed on Sunday, the keeper said.\r\n\r\nIt had been oiled in mid-October."


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "gate.dateline"
    project = create_project(path, title="Gate")
    source = factories.add_source(project, "Gate log", published=UncertainDate("2024-01-23"))
    factories.add_capture(project, source, TEXT)
    incident = factories.add_incident(project, "The gate jams", "")
    factories.add_citation(project, incident, source, quote="The harbour gate jammed on Sunday")
    project.close()
    return open_window(path)


def only_source(driver: Driver) -> int:
    return list_source_ids(driver.desk.session.project)[0]


def only_incident(driver: Driver) -> int:
    return list_incidents(driver.desk.session.project, IncidentFilter()).ids[0]


def wait_for_dates(driver: Driver, text: DateText) -> None:
    driver.qtbot.waitUntil(lambda: not text.is_reading, timeout=PATIENCE_MS)


def said(card: DateCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


def test_offered_date_is_used_and_undone(driver: Driver) -> None:
    incident = only_incident(driver)
    driver.desk.chronology.select(incident)
    suggestions = driver.desk.inspector.form.date.suggestions
    driver.qtbot.waitUntil(lambda: len(suggestions.rows) == 1, timeout=PATIENCE_MS)
    suggestions.rows[0].use.setFocus()
    driver.press(Qt.Key.Key_Space)
    project = driver.desk.session.project
    assert get_incident(project, incident).date == UncertainDate("2024-01-21", as_written="Sunday")
    assert suggestions.rows == []
    driver.press(Qt.Key.Key_Z, CTRL)
    assert get_incident(project, incident).date == UncertainDate()
    driver.qtbot.waitUntil(lambda: len(suggestions.rows) == 1, timeout=PATIENCE_MS)


def test_source_in_german_is_read_in_german(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "tor.dateline"
    project = create_project(path, title="Tor")
    source = factories.add_source(project, "Torbuch", published=UncertainDate("2024-01-23"), language="de")
    incident = factories.add_incident(project, "Das Tor klemmt", "")
    factories.add_citation(project, incident, source, quote="Das Tor klemmte am 4. Mai 2023.")
    project.close()
    driver = open_window(path)
    driver.desk.chronology.select(incident)
    suggestions = driver.desk.inspector.form.date.suggestions
    driver.qtbot.waitUntil(lambda: len(suggestions.rows) == 1, timeout=PATIENCE_MS)
    assert suggestions.rows[0].quoted.date == UncertainDate("2023-05-04", as_written="4. Mai 2023")


def test_date_words_explain_themselves_while_a_source_is_cited(driver: Driver) -> None:
    driver.desk.chronology.select(only_incident(driver))
    driver.desk.chronology.focus_list()
    driver.press(Qt.Key.Key_C)
    editor = driver.dialog(CitationEditor)
    assert isinstance(editor, CitationEditor)
    editor.choose_source(only_source(driver))
    wait_for_dates(driver, editor.pane.view)
    driver.press(Qt.Key.Key_F8)
    card = editor.findChild(DateCard)
    assert isinstance(card, DateCard)
    assert said(card)[:2] == ["21 January 2024", "Sunday"]
    driver.press(Qt.Key.Key_F8)
    assert said(card)[0] == "mid-October 2023"
    driver.press(Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert editor.isVisible()


def test_incident_is_dated_while_its_source_is_cited(driver: Driver) -> None:
    incident, project = only_incident(driver), driver.desk.session.project
    driver.desk.chronology.select(incident)
    driver.desk.chronology.focus_list()
    driver.press(Qt.Key.Key_C)
    editor = driver.dialog(CitationEditor)
    assert isinstance(editor, CitationEditor)
    editor.choose_source(only_source(driver))
    wait_for_dates(driver, editor.pane.view)
    with driver.qtbot.waitSignal(editor.pane.words_selected):
        editor.pane.view.setFocus()
        editor.pane.view.setTextCursor(editor.pane.view.document().find("jammed on Sunday"))
    editor.dating.box.setFocus()
    driver.press(Qt.Key.Key_Space)
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait_for_window()
    card = get_incident(project, incident)
    assert (card.date, len(card.citations)) == (UncertainDate("2024-01-21", as_written="Sunday"), 2)
    assert driver.desk.inspector.form.date.field.text() == "21 Jan 2024"


def test_date_words_follow_the_day_of_publication_that_was_just_typed(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, CTRL)
    driver.desk.sources.source_list.select(only_source(driver))
    editor = driver.desk.sources.editor
    published = next(field for field in editor.findChildren(QLineEdit) if field.accessibleName() == "Published")
    published.setFocus()
    published.selectAll()
    driver.write("2 Feb 2024")
    driver.press(Qt.Key.Key_R, CTRL)
    text = driver.desk.text.text
    wait_for_dates(driver, text)
    driver.press(Qt.Key.Key_F8)
    (card,) = [card for card in driver.window.findChildren(DateCard) if card.isVisible()]
    assert said(card)[0] == "28 January 2024"


def test_window_starts_without_the_reader_of_prose_and_the_readers_of_files() -> None:
    heavy = ("dates.prose", "pypdfium2", "lxml", "trafilatura", "mammoth")
    code = f"import sys, gui.app, gui.desk; print([name for name in sys.modules if name.startswith({heavy})])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
