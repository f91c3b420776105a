"""Preserved copies and citing incidents in the source editor; dialogs for whole texts."""

import hashlib
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextOption
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.text_area import TextArea
from gui.sources.capture_card import moment_text
from gui.sources.captures_section import CapturesSection
from gui.sources.link_opener import LinkOpener
from gui.sources.paste_source_dialog import PasteSourceDialog
from gui.sources.pasted_text import MAX_TITLE, capture_from_text, source_from_text, title_from_text
from gui.sources.source_editor import SourceEditor
from gui.sources.source_picker_dialog import SourcePickerDialog
from gui.sources.text_dialogs import PasteTextDialog
from gui.sources.url_field import openable
from models.drafts import CaptureDraft, SourceDraft
from models.enums import CaptureMethod, SourceType
from services.project import Project
from services.sources import add_source, get_source
from tests import factories
from tests.fakes import FakeNotices
from tests.gui.sources.desk import Desk, ProjectLoaders

D = TypeVar("D", bound=QWidget)
TEXT = "First line.\n\nSecond\u00a0line with a tab\tand مرحبا 😀.\n"


@pytest.fixture
def editor(qtbot: QtBot, reading: ProjectLoaders, notices: FakeNotices) -> SourceEditor:
    made = SourceEditor(reading.loaders(), notices)
    qtbot.addWidget(made)
    made.resize(408, 900)
    made.show()
    return made


def _named(parent: QWidget, name: str) -> QWidget:
    return next(w for w in parent.findChildren(QWidget) if w.accessibleName() == name)


def _dialog(kind: type[D]) -> D:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_moment_of_a_copy_reads_like_every_other_date() -> None:
    assert moment_text("2026-11-22T12:00:00Z").startswith("22 Nov 2026, ")
    assert moment_text("") == ""


def test_pasted_text_becomes_a_preserved_copy_unchanged(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    desk = Desk(project, editor)
    source_id = add_source(project, SourceDraft(title="Wire report"))
    editor.load(get_source(project, source_id))
    qtbot.keyClick(_named(editor, "Paste text"), Qt.Key.Key_Space)
    dialog = _dialog(PasteTextDialog)
    area = dialog.findChild(QPlainTextEdit)
    assert isinstance(area, QPlainTextEdit)
    QGuiApplication.clipboard().setText(TEXT)
    area.paste()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (line,) = desk.card().captures
    assert line.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (line.media_type, line.method) == ("text/plain", CaptureMethod.PASTE)
    qtbot.keyClick(_named(editor, "Copy the whole SHA-256"), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == line.sha256
    with qtbot.waitSignal(editor.read_requested) as wished:
        qtbot.keyClick(_named(editor, "Read Plain text"), Qt.Key.Key_Space)
    assert wished.args == [line.id]
    qtbot.keyClick(_named(editor, "Remove Plain text"), Qt.Key.Key_Space)
    assert desk.card().captures == ()


def test_copy_waits_for_the_title_of_a_new_source(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    desk = Desk(project, editor)
    editor.load_blank(None, capture_from_text(TEXT, CaptureMethod.DROP, "note.txt"))
    assert any("note.txt is kept as soon as" in label.text() for label in editor.findChildren(QLabel))
    editor.load_blank(SourceDraft(title="A note"), capture_from_text(TEXT, CaptureMethod.DROP, "note.txt"))
    editor.flush()
    (line,) = desk.card().captures
    assert line.original_name == "note.txt"


def test_citing_incidents_lead_to_the_incident(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    ids = factories.fill(project)
    card = next(c for c in (get_source(project, i) for i in set(ids.values()) if _is_source(project, i)) if c.cited_by)
    editor.load(card)
    view = next(v for v in editor.findChildren(QListView) if v.accessibleName().startswith("Incidents"))
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(editor.incident_requested) as wished:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wished.args == [card.cited_by[0].incident_id]
    with qtbot.waitSignal(editor.words_requested) as wished:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert wished.args == [card.cited_by[0].citation_id]
    assert not view.grab().isNull()


def _is_source(project: Project, source_id: int) -> bool:
    from services.sources import get_source_rows

    return bool(get_source_rows(project, (source_id,)))


def test_file_is_asked_for_with_the_source_it_belongs_to(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    source_id = add_source(project, SourceDraft(title="Wire report"))
    editor.load(get_source(project, source_id))
    with qtbot.waitSignal(editor.add_file_requested) as wished:
        qtbot.keyClick(_named(editor, "Add file"), Qt.Key.Key_Space)
    assert wished.args == [source_id]


def test_address_is_opened_only_after_a_yes(
    qtbot: QtBot, notices: FakeNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    parent = QWidget()
    qtbot.addWidget(parent)
    opener = LinkOpener(notices, parent)
    opener.ask_and_open("file:///etc/passwd")
    opener.ask_and_open("https://example.org/a")
    assert (opened, len(notices.told)) == ([], 1)
    notices.answers.choices.append("yes")
    opener.ask_and_open("https://example.org/a")
    assert opened == ["https://example.org/a"]


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///x", "http://", "https://user:pw@example.org/", "x" * 1000, "", "mailto:a@b"],
)
def test_only_whole_web_addresses_can_be_opened(text: str) -> None:
    assert openable(text) is None


def test_title_is_proposed_from_the_first_line_with_words() -> None:
    assert title_from_text("\n \t\n  US hits \x07three  sites \nmore") == "US hits three sites"
    assert title_from_text(" \n") == ""
    assert len(title_from_text("word " * 100_000)) <= MAX_TITLE + 1
    assert title_from_text("x" * 100_000).endswith("…")


def test_single_address_becomes_a_web_page() -> None:
    draft = source_from_text(" HTTPS://example.org/a \n")
    assert (draft.type, draft.url) == (SourceType.WEBPAGE, "HTTPS://example.org/a")
    assert source_from_text("See https://example.org/a").url == ""


def test_dropped_text_becomes_a_source_with_its_copy(qtbot: QtBot) -> None:
    dialog = PasteSourceDialog("Headline\r\nBody\u00a0text", method=CaptureMethod.DROP)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.source_pasted) as pasted:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    draft, capture = pasted.args
    assert draft.title == "Headline"
    assert isinstance(capture, CaptureDraft)
    assert (capture.data, capture.method) == ("Headline\r\nBody\u00a0text".encode(), CaptureMethod.DROP)


def test_pasted_text_is_kept_with_its_day_of_publication(qtbot: QtBot) -> None:
    dialog = PasteSourceDialog("It rained on Sunday.")  # deletes itself once it is done
    dialog.show()
    published = _named(dialog, "Published")
    assert isinstance(published, QLineEdit)
    qtbot.keyClicks(published, "31 Feb 2024")
    with qtbot.assertNotEmitted(dialog.source_pasted):
        qtbot.keyClick(published, Qt.Key.Key_Return)
    assert dialog.isVisible()
    published.clear()
    qtbot.keyClicks(published, "23 Jan 2024")
    with qtbot.waitSignal(dialog.source_pasted) as pasted:
        qtbot.keyClick(published, Qt.Key.Key_Return)
    assert pasted.args[0].published.edtf == "2024-01-23"


def test_source_is_added_once_by_ctrl_enter_in_a_line(qtbot: QtBot) -> None:
    for name in ("Title", "Published"):
        dialog = PasteSourceDialog("It rained on Sunday.")
        dialog.show()
        pasted = QSignalSpy(dialog.source_pasted)
        qtbot.keyClick(_named(dialog, name), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert pasted.count() == 1


def test_title_that_was_typed_is_not_overwritten(qtbot: QtBot) -> None:
    dialog = PasteSourceDialog()
    qtbot.addWidget(dialog)
    add = _named(dialog, "Add source")
    assert isinstance(add, QPushButton)
    assert not add.isEnabled()
    area = dialog.findChild(QPlainTextEdit)
    title = dialog.findChild(QLineEdit)
    assert isinstance(area, QPlainTextEdit)
    assert isinstance(title, QLineEdit)
    area.setPlainText("First")
    assert title.text() == "First"
    title.clear()
    qtbot.keyClicks(title, "Mine")
    area.setPlainText("Second")
    assert title.text() == "Mine"
    assert add.isEnabled()


def test_title_that_is_too_long_is_said_and_nothing_is_lost(qtbot: QtBot) -> None:
    dialog = PasteSourceDialog("Words")
    qtbot.addWidget(dialog)
    title = dialog.findChild(QLineEdit)
    assert isinstance(title, QLineEdit)
    title.setText("x" * 3_000)
    with qtbot.assertNotEmitted(dialog.source_pasted):
        dialog._add.click()
    assert any("Title is too long." in label.text() for label in dialog.findChildren(QLabel))
    assert len(title.text()) == 3_000


def test_original_is_picked_from_the_other_sources(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    own, wire, paper = (add_source(project, SourceDraft(title=title)) for title in ("Own", "Wire", "Paper"))
    dialog = SourcePickerDialog("Which?", reading.loaders(), own)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.source_chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [wire]
    assert paper != wire


def test_many_copies_are_shown_without_stalling(qtbot: QtBot, project: Project) -> None:
    source_id = factories.add_source(project)
    factories.add_capture(project, source_id)
    (line,) = get_source(project, source_id).captures
    section = CapturesSection()
    qtbot.addWidget(section)
    section.show_captures([line] * 500)
    assert any("The first 40 are shown." in label.text() for label in section.findChildren(QLabel))


def test_word_without_end_does_not_stall_a_text_area(qtbot: QtBot) -> None:
    area = TextArea("Text")
    qtbot.addWidget(area)
    area.show_text("plain words")
    assert area.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    area.show_text("x" * 1_000_000)
    area.show()
    assert area.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    assert not area.grab().isNull()
    assert len(area.whole_text()) == 1_000_000
