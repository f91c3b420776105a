"""The dialog that cites a source, over a real project."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.fields.capture_text import CaptureText
from gui.fields.date_reader import DateReader
from gui.inspector.citation_editor import CitationEditor, CitationLoaders
from models.drafts import CaptureDraft, CitationDraft, CitationPatch, IncidentDraft, PassageDraft, SourceDraft
from models.enums import CaptureMethod, LocatorLabel, Stance
from models.snapshots import SourceCard, SourceRow
from services.captures import read_capture_text
from services.citations import add_citation, edit_citation
from services.incidents import add_incident, get_incident
from services.project import Project
from services.sources import add_source, get_source, get_source_rows, list_source_ids

TEXT = "First words of it.\r\n\r\n😀 The bridge was shut at noon.\r\n\r\nLast words."
QUOTE = "The bridge was shut at noon."


class Desk:
    """A project with two sources, one of them preserved, and an incident to cite for."""

    def __init__(self, project: Project, dates: DateReader) -> None:
        self.project = project
        copy = CaptureDraft(data=b"x", media_type="text/plain", method=CaptureMethod.PASTE, text=TEXT)
        self.bare = add_source(project, SourceDraft(title="River gazette"))
        self.preserved = add_source(project, SourceDraft(title="Bridge report"), capture=copy)
        self.incident = add_incident(project, IncidentDraft(title="Bridge shut", body="It was shut."))
        self.loaders = CitationLoaders(self.find, self.card, self.text, dates)
        # Nothing else holds an open dialog without a parent: Python would collect it while Qt paints it.
        self._opened: list[CitationEditor] = []

    def find(self, text: str) -> Sequence[SourceRow]:
        return get_source_rows(self.project, list_source_ids(self.project, text=text))

    def card(self, source_id: int) -> SourceCard:
        return get_source(self.project, source_id)

    def text(self, capture_id: int) -> str:
        return read_capture_text(self.project, capture_id)

    def open(self, qtbot: QtBot, **options: object) -> CitationEditor:
        editor = CitationEditor(self.incident, self.loaders, **options)  # type: ignore[arg-type]  # passed through
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(editor)
        self._opened.append(editor)
        editor.show()
        return editor


@pytest.fixture
def desk(project: Project, date_reader: DateReader) -> Desk:
    return Desk(project, date_reader)


def select(editor: CitationEditor, words: str) -> None:
    cursor = editor.pane.view.document().find(words)
    assert not cursor.isNull()
    editor.pane.view.setFocus()
    editor.pane.view.setTextCursor(QTextCursor(cursor))


def test_search_and_enter_pick_a_source(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    QTest.keyClicks(editor.picker.search, "gazette")
    QTest.keyClick(editor.picker.search, Qt.Key.Key_Return)
    picked = editor.picker.item()
    assert picked is not None
    assert picked.id == desk.bare
    assert editor.pane.isHidden()
    assert editor.isVisible()


def test_selected_words_become_quote_passage_and_paragraph(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot, offset=3)
    editor.choose_source(desk.preserved)
    with qtbot.waitSignal(editor.pane.words_selected):
        select(editor, QUOTE)
    with qtbot.waitSignal(editor.citation_drafted) as caught:
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args is not None
    incident_id, draft, placed_at = caught.args
    assert (incident_id, placed_at, draft.quote) == (desk.incident, 3, QUOTE)
    assert (draft.locator_label, draft.locator) == (LocatorLabel.PARAGRAPH, "2")
    assert TEXT[draft.passage.start : draft.passage.end] == QUOTE
    add_citation(desk.project, incident_id, draft, placed_at=placed_at)
    assert get_incident(desk.project, desk.incident).citations[0].passage is not None


def test_quote_changed_by_hand_is_no_longer_tied(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    editor.choose_source(desk.preserved)
    with qtbot.waitSignal(editor.pane.words_selected):
        select(editor, QUOTE)
    QTest.keyClicks(editor.form.quote, "x")
    with qtbot.waitSignal(editor.citation_drafted) as caught:
        editor.save()
    assert caught.args is not None
    assert caught.args[1].passage is None
    assert caught.args[2] is None


def test_save_without_a_source_says_so(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    QTest.keyClicks(editor.picker.search, "nothing of this kind")
    with qtbot.assertNotEmitted(editor.citation_drafted):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.isVisible()
    assert editor.problem.isVisible()


def test_edit_patches_only_what_changed(desk: Desk, qtbot: QtBot) -> None:
    start = TEXT.index(QUOTE)
    passage = PassageDraft(
        capture_id=get_source(desk.project, desk.preserved).captures[0].id, start=start, end=start + len(QUOTE)
    )
    draft = CitationDraft(source_id=desk.preserved, quote=QUOTE, passage=passage)
    add_citation(desk.project, desk.incident, draft)
    (line,) = get_incident(desk.project, desk.incident).citations
    editor = desk.open(qtbot, line=line)
    assert not editor.is_changed()
    assert editor.pane.view.coloured("mark")
    editor.form.stance.choose(Stance.CONTRADICTS)
    with qtbot.waitSignal(editor.citation_patched) as caught:
        editor.save()
    assert caught.args is not None
    citation_id, version, patch = caught.args
    assert isinstance(patch, CitationPatch)
    assert patch.given() == {"stance": Stance.CONTRADICTS}
    edit_citation(desk.project, citation_id, patch, version=version)
    assert get_incident(desk.project, desk.incident).citations[0].stance is Stance.CONTRADICTS


def test_escape_closes_at_once_only_when_nothing_was_typed(desk: Desk, qtbot: QtBot) -> None:
    untouched = desk.open(qtbot)
    QTest.keyClick(untouched, Qt.Key.Key_Escape)
    assert not untouched.isVisible()
    editor = desk.open(qtbot)
    editor.choose_source(desk.bare)
    QTest.keyClicks(editor.form.quote, "typed")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.form.quote.toPlainText() == "typed"


def test_unreadable_source_is_said_in_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    editor.choose_source(999)
    assert editor.problem.isVisible()
    assert editor.picker.item() is None


def test_capture_text_maps_positions_to_stored_offsets() -> None:
    capture = CaptureText(TEXT)
    first = TEXT.index(QUOTE)
    shown = capture.shown_at(first)
    assert capture.stored_at(shown) == first
    found = capture.passage(1, shown - 1, capture.shown_at(first + len(QUOTE)) + 1)
    assert found is not None
    assert found[0] == QUOTE
    assert capture.paragraph(first) == 2
    assert capture.paragraph(0) == 1


def test_closed_dialog_is_freed(desk: Desk, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    editor = CitationEditor(desk.incident, desk.loaders, parent=owner)
    editor.open()
    with qtbot.waitSignal(editor.destroyed):
        editor.reject()


@pytest.fixture
def dated(desk: Desk) -> int:
    """A source with a preserved copy that was published on Tuesday, 23 January 2024."""
    text = "On Sunday the bridge was shut. It opened again."
    copy = CaptureDraft(data=b"y", media_type="text/plain", method=CaptureMethod.PASTE, text=text)
    return add_source(desk.project, SourceDraft(title="Lock log", published=UncertainDate("2024-01-23")), capture=copy)


def quote_words(qtbot: QtBot, editor: CitationEditor, source_id: int, words: str) -> None:
    editor.choose_source(source_id)
    qtbot.waitUntil(lambda: not editor.pane.view.is_reading)
    with qtbot.waitSignal(editor.pane.words_selected):
        select(editor, words)


def test_undated_incident_takes_the_date_of_the_selected_words_if_ticked(desk: Desk, dated: int, qtbot: QtBot) -> None:
    editor = desk.open(qtbot, undated=True)
    quote_words(qtbot, editor, dated, "On Sunday the bridge was shut.")
    assert editor.dating.isVisible()
    assert editor.dating.box.text() == "Date the incident 21 January 2024"
    QTest.keyClick(editor.dating.box, Qt.Key.Key_Space)
    with qtbot.waitSignal(editor.incident_dated) as caught:
        editor.save()
    assert caught.args == [desk.incident, UncertainDate("2024-01-21", as_written="Sunday")]


def test_date_is_not_taken_unless_ticked(desk: Desk, dated: int, qtbot: QtBot) -> None:
    editor = desk.open(qtbot, undated=True)
    quote_words(qtbot, editor, dated, "On Sunday the bridge was shut.")
    with qtbot.assertNotEmitted(editor.incident_dated):
        editor.save()


def test_date_goes_with_the_words_that_gave_it(desk: Desk, dated: int, qtbot: QtBot) -> None:
    editor = desk.open(qtbot, undated=True)
    quote_words(qtbot, editor, dated, "On Sunday the bridge was shut.")
    editor.dating.box.setChecked(True)
    quote_words(qtbot, editor, dated, "It opened again.")
    assert not editor.dating.isVisible()
    assert editor.dating.date() is None


def test_dated_incident_is_not_asked(desk: Desk, dated: int, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    quote_words(qtbot, editor, dated, "On Sunday the bridge was shut.")
    assert not editor.dating.isVisible()


def test_date_of_the_selected_words_is_what_the_source_states(desk: Desk, dated: int, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    quote_words(qtbot, editor, dated, "On Sunday the bridge was shut.")
    with qtbot.waitSignal(editor.citation_drafted) as caught:
        editor.save()
    assert caught.args is not None
    assert caught.args[1].stated == UncertainDate("2024-01-21", as_written="Sunday")


def test_stated_date_that_is_not_understood_keeps_the_dialog_open(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    editor.choose_source(desk.bare)
    editor.form.stated.set_text("31 Feb 2024")
    with qtbot.assertNotEmitted(editor.citation_drafted):
        assert not editor.save()
    editor.form.stated.set_text("29 Feb 2024")
    with qtbot.waitSignal(editor.citation_drafted) as caught:
        editor.save()
    assert caught.args is not None
    assert caught.args[1].stated == UncertainDate("2024-02-29")
