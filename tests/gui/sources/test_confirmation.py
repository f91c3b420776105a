"""Fields that were read from a file wait until somebody looks at them; copies say what is doubtful about their text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.elided_line import ElidedLine
from gui.fields.patch_field import NoteLine
from gui.fonts import Role, font
from gui.sources.capture_card import CaptureCard
from gui.sources.labelled_field import LabelledField
from gui.sources.source_editor import SourceEditor
from gui.texts.sources import describe_row
from models.doubts import FileDoubt
from models.drafts import CaptureDraft, SourceDraft
from models.enums import CaptureMethod, DoubtCode
from services.project import Project
from services.source_cards import get_source
from services.sources import add_source, get_source_rows
from tests.fakes import FakeNotices
from tests.gui.sources.desk import Desk, ProjectLoaders

DRAFT = SourceDraft(
    title="Bridge closed",
    container_title="Valley Post",
    url="https://valley.example/bridge",
    unconfirmed=frozenset({"title", "container_title", "url"}),
)


@pytest.fixture
def editor(qtbot: QtBot, project: Project, reading: ProjectLoaders, notices: FakeNotices) -> SourceEditor:
    made = SourceEditor(reading.loaders(), notices)
    qtbot.addWidget(made)
    made.resize(500, 900)
    made.show()
    return made


def marked(editor: SourceEditor) -> set[str]:
    """The captions of the fields that say where they come from."""
    fields = [field for field in editor.findChildren(LabelledField) if field.is_unconfirmed()]
    found = {field.findChildren(QLabel)[0].text() for field in fields}
    titles = [label for label in editor.findChildren(QLabel) if label.text() == "Title from the file"]
    return found | {"Title" for label in titles if label.isVisible()}


def looks_right(editor: SourceEditor) -> QPushButton:
    return next(button for button in editor.findChildren(QPushButton) if button.text() == "Looks right")


def test_fields_from_a_file_are_marked_and_counted(project: Project, editor: SourceEditor) -> None:
    editor.load(get_source(project, add_source(project, DRAFT)))
    assert marked(editor) == {"Title", "Newspaper or site", "Web address"}
    assert looks_right(editor).isVisible()
    assert any(label.text().startswith("3 fields were read") for label in editor.findChildren(QLabel))


def test_source_that_somebody_typed_is_not_marked(project: Project, editor: SourceEditor) -> None:
    editor.load(get_source(project, add_source(project, SourceDraft(title="Bridge closed"))))
    assert marked(editor) == set()
    assert not looks_right(editor).isVisible()


def test_edited_field_counts_as_looked_at(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    Desk(project, editor)
    source_id = add_source(project, DRAFT)
    editor.load(get_source(project, source_id))
    editor.focus_title()
    qtbot.keyClicks(editor.focusWidget(), " again")
    assert marked(editor) == {"Newspaper or site", "Web address"}
    editor.flush()
    assert get_source(project, source_id).unconfirmed == {"container_title", "url"}


def test_looks_right_is_a_wish(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    editor.load(get_source(project, add_source(project, DRAFT)))
    with qtbot.waitSignal(editor.confirm_requested):
        looks_right(editor).click()
    editor.set_read_only(True)
    assert not looks_right(editor).isEnabled()


def test_row_says_that_nobody_has_looked(project: Project) -> None:
    rows = get_source_rows(project, [add_source(project, DRAFT), add_source(project, SourceDraft(title="Typed"))])
    assert ["not looked at yet" in describe_row(row) for row in rows] == [True, False]


def test_copy_says_what_is_doubtful_and_when_it_was_kept(qtbot: QtBot, project: Project) -> None:
    doubts = (FileDoubt(DoubtCode.TEXTLESS_PAGES, "3 and 7"), FileDoubt(DoubtCode.DAY_OF_FILE, "3 May 2024"))
    capture = CaptureDraft(
        data=b"%PDF", media_type="application/pdf", original_name="a.pdf", method=CaptureMethod.DROP, doubts=doubts
    )
    line = get_source(project, add_source(project, DRAFT, capture=capture)).captures[0]
    card = CaptureCard(line)
    qtbot.addWidget(card)
    said = [note.label.text() for note in card.findChildren(NoteLine)]
    assert said[0].startswith("No text could be taken from page 3 and 7")
    assert said[1].startswith("The file was made on 3 May 2024")
    assert any(label.text().endswith(" UTC") for label in card.findChildren(QLabel))


def test_long_name_of_a_copy_ends_in_an_ellipsis(qtbot: QtBot, project: Project) -> None:
    name = "a-name-that-somebody-gave-to-a-file-" * 3 + ".pdf"
    capture = CaptureDraft(data=b"%PDF", media_type="application/pdf", original_name=name, method=CaptureMethod.DROP)
    card = CaptureCard(get_source(project, add_source(project, DRAFT, capture=capture)).captures[0])
    qtbot.addWidget(card)
    card.resize(360, card.sizeHint().height())
    title = card.findChild(ElidedLine)
    assert isinstance(title, ElidedLine)
    assert (title.accessibleName(), title.toolTip()) == (name, name)
    shown = title.grab().toImage()
    room = float(title.width())
    title.show_text(QFontMetricsF(font(Role.UI_STRONG)).elidedText(name, Qt.TextElideMode.ElideRight, room))
    assert title.accessibleName().endswith("…")
    assert title.grab().toImage() == shown


def test_text_of_a_copy_is_taken_anew_on_wish(qtbot: QtBot, project: Project, editor: SourceEditor) -> None:
    capture = CaptureDraft(data=b"a", media_type="text/plain", method=CaptureMethod.FILE, text="a")
    editor.load(get_source(project, add_source(project, DRAFT, capture=capture)))
    card = editor.findChild(CaptureCard)
    assert isinstance(card, CaptureCard)
    with qtbot.waitSignal(editor.take_text_requested):
        card.stops()[1].click()  # type: ignore[attr-defined]  # the second stop is a button
