"""Rows of citations and links in the inspector, and the keys that act on them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.inspector.citation_list import CitationRow
from gui.inspector.incident_inspector import IncidentInspector
from gui.inspector.link_list import LinkRow
from models.drafts import CitationDraft, IncidentDraft, LinkDraft, SourceDraft
from models.enums import LinkKind, Stance
from models.snapshots import IncidentCard
from services.citations import add_citation
from services.incidents import add_incident, get_incident
from services.links import add_link
from services.project import Project
from services.sources import add_source


@pytest.fixture
def card(project: Project) -> IncidentCard:
    source = add_source(project, SourceDraft(title="Bridge report"))
    here = add_incident(project, IncidentDraft(title="Bridge shut", body="It was shut."))
    there = add_incident(project, IncidentDraft(title="Ferry put to work"))
    add_citation(project, here, CitationDraft(source_id=source, quote="It was shut.", locator="2"), placed_at=12)
    add_citation(project, here, CitationDraft(source_id=source, quote="No.", stance=Stance.CONTRADICTS))
    add_link(project, LinkDraft(from_id=there, to_id=here, kind=LinkKind.RESPONSE_TO))
    return get_incident(project, here)


def citation_rows(pane: IncidentInspector) -> list[CitationRow]:
    return [row for row in pane.form.citations.findChildren(CitationRow) if row.isVisible()]


def test_rows_say_everything_in_one_sentence(inspector: IncidentInspector, card: IncidentCard) -> None:
    inspector.load(card, (1, 2))
    first, second = citation_rows(inspector)
    assert first.accessibleName().startswith("Supports, 1, ")
    assert "“It was shut.”" in first.accessibleName()
    assert second.accessibleName().startswith("Contradicts, 2, ")
    (link,) = inspector.form.links.findChildren(LinkRow)
    assert link.accessibleName() == "answered by, undated, Ferry put to work"


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "edit_citation_requested"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove_citations_requested"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "move_citation_requested"),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "source_requested"),
    ],
)
def test_keys_on_a_citation_ask_for_what_they_say(
    inspector: IncidentInspector,
    card: IncidentCard,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
) -> None:
    inspector.load(card, (1, 2))
    row = citation_rows(inspector)[0]
    row.setFocus()
    with qtbot.waitSignal(getattr(inspector, signal)) as caught:
        QTest.keyClick(row, key, modifier)
    wanted: dict[str, list[object]] = {
        "edit_citation_requested": [card.citations[0].id],
        "remove_citations_requested": [[card.citations[0].id]],
        "move_citation_requested": [card.citations[0].id, False],
        "source_requested": [card.citations[0].source_id],
    }
    assert caught.args == wanted[signal]


def test_delete_on_a_row_is_not_the_delete_of_the_window(
    window: QMainWindow, inspector: IncidentInspector, card: IncidentCard, qtbot: QtBot
) -> None:
    bin_it = QAction("Bin", window)
    bin_it.setShortcut(QKeySequence("Del"))
    window.addAction(bin_it)
    inspector.load(card, (1, 2))
    row = citation_rows(inspector)[0]
    row.setFocus()
    with qtbot.assertNotEmitted(bin_it.triggered), qtbot.waitSignal(inspector.remove_citations_requested):
        QTest.keyClick(row, Qt.Key.Key_Delete)


def test_place_puts_the_mark_at_the_cursor_and_takes_it_away_elsewhere(
    inspector: IncidentInspector, card: IncidentCard, qtbot: QtBot
) -> None:
    inspector.load(card, (1, 2))
    body = inspector.form.body.text_field
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(2)
    body.setTextCursor(cursor)
    with qtbot.waitSignal(inspector.incident_patched) as caught:
        inspector.form.citations.place_requested.emit(card.citations[0].id)
    assert caught.args is not None
    assert caught.args[2].given() == {"body": f"It[^{card.citations[0].id}] was shut."}


def test_add_citation_carries_the_cursor_only_where_someone_put_it(
    inspector: IncidentInspector, card: IncidentCard, qtbot: QtBot
) -> None:
    inspector.load(card, (1, 2))
    with qtbot.waitSignal(inspector.add_citation_requested) as caught:
        inspector.form.citations.add_button.click()
    assert caught.args == [card.id, None]
    body = inspector.form.body.text_field
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(6)
    body.setTextCursor(cursor)
    with qtbot.waitSignal(inspector.add_citation_requested) as again:
        inspector.form.citations.add_button.click()
    assert again.args == [card.id, 6]


def test_link_opens_the_other_incident(inspector: IncidentInspector, card: IncidentCard, qtbot: QtBot) -> None:
    inspector.load(card, (1, 2))
    (link,) = inspector.form.links.findChildren(LinkRow)
    link.setFocus()
    with qtbot.waitSignal(inspector.incident_requested) as caught:
        QTest.keyClick(link, Qt.Key.Key_Return)
    assert caught.args == [card.links[0].other_id]
    with qtbot.waitSignal(inspector.remove_links_requested):
        QTest.keyClick(link, Qt.Key.Key_Delete)


def test_support_line_counts_independent_sources(inspector: IncidentInspector, card: IncidentCard) -> None:
    inspector.load(card, (1, 2))
    assert inspector.form.citations._support.label.text() == "Reported by a single source"
    inspector.form.citations.show_lines((), card.date, 0, read_only=False)
    assert inspector.form.citations._support.label.text() == "No citation"


def test_arrow_keys_walk_through_the_rows(inspector: IncidentInspector, card: IncidentCard) -> None:
    inspector.load(card, (1, 2))
    first, second = citation_rows(inspector)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    inspector.load(card, (1, 2))
    assert citation_rows(inspector)[1].hasFocus()
