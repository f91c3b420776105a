"""The export dialog: choices lead to options, the preview follows, the keyboard reaches everything."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from exporters.document import Document, NoteKind
from gui.elided_line import ElidedLine
from gui.export.export_dialog import ExportDialog
from gui.export.page_preview import PagePreview
from gui.export.scrim import Scrim
from gui.export.subject import ExportSubject, file_stem
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.chronology import Grouping
from services.exporting import Audience, ExportFormat, ExportOptions
from services.project import Project
from tests.fakes import FakeNotices
from tests.gui.export.conftest import Press


@pytest.fixture
def notices(qapp: object) -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def dialog(qtbot: QtBot, subject: ExportSubject, press: Press, notices: FakeNotices) -> ExportDialog:
    made = ExportDialog(subject, press.build, notices)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(press.asked))
    return made


def _named(dialog: QWidget, name: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == name)


def _says(dialog: QWidget, words: str) -> bool:
    return any(words in label.text() for label in dialog.findChildren(QLabel))


def test_dialog_tells_true_counts(dialog: ExportDialog) -> None:
    assert dialog.findChildren(ElidedLine)[0].accessibleName() == "2 incidents · Marked: key"
    assert _says(dialog, "3 protected sources: 2 shown under cover wording, 1 as “a person familiar")
    assert _says(dialog, "1 disagreement still open")
    assert _named(dialog, "Keep 1 uncited incident").isVisible()
    assert _says(dialog, "Page 1 of 1")


def test_every_choice_reaches_the_options_and_the_preview(qtbot: QtBot, dialog: ExportDialog, press: Press) -> None:
    for name in ("Endnotes", "Months", "Checker’s copy", "Protect sources", "Keep 1 uncited incident"):
        _named(dialog, name).click()
    _named(dialog, "Tell readers where sources differ").click()
    expected = ExportOptions(
        notes=NoteKind.ENDNOTES,
        grouping=Grouping.MONTH,
        audience=Audience.CHECKER,
        protect=False,
        include_uncited=False,
        show_disagreements=False,
    )
    assert dialog.options() == expected
    qtbot.waitUntil(lambda: press.asked[-1] == expected)
    assert _says(dialog, "3 protected sources: named in full in this file.")
    quotes = _named(dialog, "Quote the sources in the notes")
    assert isinstance(quotes, QCheckBox)
    assert not quotes.isEnabled()


def test_checkers_copy_shows_that_it_quotes_and_gives_the_choice_back(dialog: ExportDialog) -> None:
    quotes = _named(dialog, "Quote the sources in the notes")
    _named(dialog, "Checker’s copy").click()
    assert quotes.isChecked()
    assert not quotes.isEnabled()
    _named(dialog, "Reader’s copy").click()
    assert quotes.isEnabled()
    assert not quotes.isChecked()
    assert not dialog.options().quotes


def test_web_page_changes_name_button_and_preview(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.target() == tmp_path / "the-bridge-what-happened.docx"
    _named(dialog, "HTML").click()
    assert dialog.target() == tmp_path / "the-bridge-what-happened.html"
    assert _named(dialog, "Export web page").isEnabled()
    preview = dialog.findChild(PagePreview)
    assert isinstance(preview, PagePreview)
    qtbot.waitUntil(lambda: not _named(dialog, "Next page").isVisible())
    assert not _named(dialog, "Footnotes").isVisible()


def test_keyboard_alone_chooses_and_exports(qtbot: QtBot, dialog: ExportDialog) -> None:
    word = _named(dialog, "Word")
    word.setFocus()
    qtbot.keyClick(word, Qt.Key.Key_Right)
    assert dialog.options().format is ExportFormat.HTML
    with qtbot.waitSignal(dialog.export_requested) as wished:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wished.args == [dialog.target(), dialog.options()]
    assert not dialog.isVisible()


def test_escape_exports_nothing(qtbot: QtBot, dialog: ExportDialog) -> None:
    with qtbot.assertNotEmitted(dialog.export_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_target_is_chosen_with_its_suffix(
    qtbot: QtBot, dialog: ExportDialog, notices: FakeNotices, tmp_path: Path
) -> None:
    notices.answers.paths.append(tmp_path / "desk copy.v2")
    _named(dialog, "Change where the file goes").click()
    assert dialog.target() == tmp_path / "desk copy.v2.docx"


def test_file_that_is_there_is_replaced_only_after_a_yes(
    qtbot: QtBot, dialog: ExportDialog, notices: FakeNotices
) -> None:
    dialog.target().write_bytes(b"old")
    with qtbot.assertNotEmitted(dialog.export_requested):
        _named(dialog, "Export Word document").click()
    assert dialog.isVisible()
    assert "Replace" in notices.told[-1].title
    notices.answers.choices.append("yes")
    with qtbot.waitSignal(dialog.export_requested):
        _named(dialog, "Export Word document").click()
    assert dialog.target().read_bytes() == b"old"


def test_nothing_to_export_cannot_be_exported(
    qtbot: QtBot, project: Project, notices: FakeNotices, tmp_path: Path
) -> None:
    empty = Press(project)
    dialog = ExportDialog(ExportSubject("T", tmp_path, 0), empty.build, notices)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(empty.asked))
    assert not _named(dialog, "Export Word document").isEnabled()
    assert _says(dialog, "No protected source is cited here.")


def test_failed_preview_is_told_once(qtbot: QtBot, subject: ExportSubject, notices: FakeNotices) -> None:
    def fail(options: ExportOptions) -> Document:
        raise UserFacingError(ProblemCode.MISSING_FILE, file="x.dateline")

    dialog = ExportDialog(subject, fail, notices)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(notices.told) == 1)
    assert dialog.isVisible()


def test_pages_are_turned_by_key_and_button(qtbot: QtBot, project: Project, press: Press) -> None:
    from models.drafts import IncidentDraft
    from services.incidents import add_incidents

    add_incidents(project, [IncidentDraft(title=f"Incident {n}", body="Words. " * 60) for n in range(30)])
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.resize(500, 600)
    preview.show()
    preview.show_document(press.build(ExportOptions()), ExportFormat.DOCX, 32)
    assert _says(preview, "Page 1 of ")
    _named(preview, "Next page").click()
    assert _says(preview, "Page 2 of ")
    for _ in range(2):
        qtbot.keyClick(preview._view, Qt.Key.Key_PageUp)
        assert _says(preview, "Page 1 of ")
    assert not _named(preview, "Previous page").isEnabled()
    assert not preview.grab().isNull()


def test_cut_preview_says_so(qtbot: QtBot, press: Press) -> None:
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.show_document(press.build(ExportOptions()), ExportFormat.DOCX, 9_000)
    assert _says(preview, "Preview of the first 2 incidents.")


def test_window_is_dimmed_while_the_dialog_stands(
    qtbot: QtBot, subject: ExportSubject, press: Press, notices: FakeNotices
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    dialog = ExportDialog(subject, press.build, notices, window)
    dialog.open()
    scrim = window.findChild(Scrim)
    assert isinstance(scrim, Scrim)
    window.resize(1000, 720)
    qtbot.waitUntil(lambda: scrim.size() == window.size())
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(Scrim) is None)


def test_every_control_of_the_dialog_has_a_name(dialog: ExportDialog) -> None:
    reachable = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert [type(w).__name__ for w in reachable if not w.accessibleName()] == []
    assert len(reachable) > 12


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("The bridge: what happened?", "the-bridge-what-happened"),
        ("../../etc/passwd", "etc-passwd"),
        ("تقرير", "تقرير"),
        ("  \x00\n", "chronology"),
        ("x" * 500, "x" * 60),
    ],
)
def test_file_name_is_made_from_the_title(title: str, stem: str) -> None:
    assert file_stem(title) == stem
