"""The source editor: what is typed is stored, what is wrong is said, nothing is lost."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.sources.creator_row import CreatorRow
from gui.sources.pasted_text import capture_from_text
from gui.sources.source_editor import SourceEditor
from gui.sources.type_combo import TypeCombo
from models.drafts import CreatorDraft, SourceDraft
from models.enums import CaptureMethod, CreatorRole, SourceType
from services.captures import add_capture
from services.project import Project
from services.sources import add_source, get_source, get_source_rows, list_source_ids
from tests.fakes import FakeNotices
from tests.gui.sources.desk import Desk, ProjectLoaders

_ROW_SLACK = 60


@pytest.fixture
def editor(qtbot: QtBot, reading: ProjectLoaders, notices: FakeNotices) -> SourceEditor:
    made = SourceEditor(reading.loaders(), notices)
    qtbot.addWidget(made)
    made.resize(408, 900)
    made.show()
    return made


@pytest.fixture
def desk(project: Project, editor: SourceEditor) -> Desk:
    return Desk(project, editor)


def _line(editor: SourceEditor, name: str) -> QLineEdit:
    return next(e for e in editor.findChildren(QLineEdit) if e.accessibleName() == name and not e.isHidden())


def _title(editor: SourceEditor) -> QTextEdit:
    return next(e for e in editor.findChildren(QTextEdit) if e.accessibleName() == "Title")


def _type(qtbot: QtBot, editor: SourceEditor, name: str, text: str) -> None:
    line = _line(editor, name)
    line.selectAll()
    qtbot.keyClicks(line, text)
    editor.flush()


def _says(editor: SourceEditor, words: str) -> bool:
    return any(words in label.text() and not label.isHidden() for label in editor.findChildren(QLabel))


def _load(project: Project, editor: SourceEditor, **more: object) -> int:
    source_id = add_source(project, SourceDraft(**{"title": "Wire report", **more}))
    editor.load(get_source(project, source_id))
    return source_id


def test_new_source_is_stored_as_soon_as_it_has_a_title(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    editor.load_blank()
    _type(qtbot, editor, "Publisher", "Herring Networks")
    assert desk.drafts == []
    qtbot.keyClicks(_title(editor), "US hits three sites")
    editor.flush()
    assert len(desk.drafts) == 1
    card = desk.card()
    assert (card.title, card.publisher) == ("US hits three sites", "Herring Networks")
    qtbot.keyClicks(_title(editor), " in Iraq")
    editor.flush()
    assert desk.card().title == "US hits three sites in Iraq"
    assert len(desk.drafts) == 1


def test_title_that_is_stored_between_two_words_is_typed_on(qtbot: QtBot, editor: SourceEditor, desk: Desk) -> None:
    editor.load_blank()
    for words in ("US hits ", "three ", "sites"):
        qtbot.keyClicks(_title(editor), words)
        editor.flush()
    assert desk.card().title == "US hits three sites"


def test_typed_fields_are_stored_one_by_one(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor)
    _type(qtbot, editor, "Published", "23 Jan 2024")
    _type(qtbot, editor, "Web address", "https://example.org/a?b=1")
    _type(qtbot, editor, "Section", "World")
    card = desk.card()
    assert card.published == UncertainDate("2024-01-23")
    assert card.url == "https://example.org/a?b=1"
    assert card.fields == {"section": "World"}
    assert [sorted(patch.given()) for patch in desk.patches] == [["published"], ["url"], ["fields"]]
    assert _says(editor, "23 January 2024")


def test_wrong_values_are_said_and_kept_out(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor, url="https://example.org/a")
    for wrong in ("javascript:alert(1)", "ftp://x/y", "http://", "no address", "http://[bad"):
        _type(qtbot, editor, "Web address", wrong)
        assert _says(editor, "Web address"), wrong
    _type(qtbot, editor, "Published", "31 Feb 2024")
    _title(editor).selectAll()
    qtbot.keyClick(_title(editor), Qt.Key.Key_Delete)
    editor.flush()
    assert desk.patches == []
    assert _says(editor, "Title is missing.")
    assert _line(editor, "Published").text() == "31 Feb 2024"
    assert (desk.card().url, desk.card().title) == ("https://example.org/a", "Wire report")
    _type(qtbot, editor, "Web address", "https://example.org/b")
    assert desk.card().url == "https://example.org/b"
    assert not _says(editor, "is not a web address")


def test_text_of_100000_characters_is_refused_in_words(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    _load(project, editor)
    line = _line(editor, "Publisher")
    line.setText("x" * 100_000)
    line.textEdited.emit(line.text())
    editor.flush()
    assert desk.patches == []
    assert _says(editor, "Publisher is too long.")
    assert len(line.text()) == 100_000


def test_change_of_type_shows_its_fields_and_loses_nothing(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    _load(project, editor, container_title="Daily", fields={"section": "World"})
    combo = editor.findChild(TypeCombo)
    assert isinstance(combo, TypeCombo)
    combo.show_type(SourceType.LEGAL_CASE)
    combo.activated.emit(combo.currentIndex())
    assert desk.card().type is SourceType.LEGAL_CASE
    _type(qtbot, editor, "Court", "High Court")
    assert _line(editor, "Section").text() == "World"
    assert desk.card().fields == {"section": "World", "authority": "High Court"}
    assert desk.card().container_title == "Daily"


def test_names_are_added_moved_and_removed_by_keyboard(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    _load(project, editor, creators=(CreatorDraft(family="Doe", given_name="Jane"),))
    add = next(w for w in editor.findChildren(QWidget) if w.accessibleName() == "Add a name")
    qtbot.keyClick(add, Qt.Key.Key_Space)
    second = editor.findChildren(CreatorRow)[-1]
    organisation = next(w for w in second.findChildren(QWidget) if w.accessibleName() == "This is an organisation")
    qtbot.keyClick(organisation, Qt.Key.Key_Space)
    _type(qtbot, editor, "Name of the organisation", "Reuters")
    assert [c.literal for c in desk.card().creators] == ["", "Reuters"]
    qtbot.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [c.literal for c in desk.card().creators] == ["Reuters", ""]
    remove = next(w for w in second.findChildren(QWidget) if w.accessibleName() == "Remove name")
    qtbot.keyClick(remove, Qt.Key.Key_Space)
    (left,) = desk.card().creators
    assert (left.role, left.family, left.given_name) == (CreatorRole.AUTHOR, "Doe", "Jane")


def test_protection_takes_a_cover_wording(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor)
    switch = next(w for w in editor.findChildren(QWidget) if w.accessibleName() == "Protected source")
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert desk.card().protected
    _type(qtbot, editor, "Cover wording", "A person at the base")
    assert desk.card().cover_name == "A person at the base"


def test_unsaved_text_survives_a_refresh_of_the_same_source(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    source_id = _load(project, editor)
    qtbot.keyClicks(_line(editor, "Publisher"), "half a na")
    editor.load(get_source(project, source_id))
    assert _line(editor, "Publisher").text() == "half a na"
    editor.flush()
    assert desk.card().publisher == "half a na"


def test_failed_save_is_tried_again(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor)
    desk.refuses = True
    _type(qtbot, editor, "Publisher", "Herring")
    desk.refuses = False
    assert desk.patches == []
    qtbot.keyClicks(_line(editor, "Publisher"), "!")
    editor.flush()
    assert desk.card().publisher == "Herring!"


def test_leaving_a_field_saves_it(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor)
    editor.activateWindow()
    line = _line(editor, "Publisher")
    line.setFocus()
    qtbot.keyClicks(line, "Herring")
    _line(editor, "Language").setFocus()
    assert desk.card().publisher == "Herring"


def test_another_source_is_loaded_without_traces_of_the_last(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    _load(project, editor, publisher="One", fields={"DOI": "10.1/x"}, note="Mine", cover_name="C", protected=True)
    _load(project, editor, title="Another")
    assert _line(editor, "Publisher").text() == ""
    editor.flush()
    assert desk.patches == []
    assert desk.card().fields == {}


def test_look_alikes_are_named_and_lead_there(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    first = add_source(project, SourceDraft(title="Wire <b>report</b> & more", url="https://example.org/a"))
    _load(project, editor, title="Something else")
    _type(qtbot, editor, "Web address", "https://example.org/a")
    assert _says(editor, "Looks like a source you already have:")
    button = next(w for w in editor.findChildren(QWidget) if w.accessibleName() == "Wire <b>report</b> & more")
    with qtbot.waitSignal(editor.source_requested) as wished:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wished.args == [first]


def test_read_only_editor_takes_no_text(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    editor.set_read_only(True)
    _load(project, editor, creators=(CreatorDraft(family="Doe"),))
    _type(qtbot, editor, "Publisher", "X")
    _type(qtbot, editor, "Section", "X")
    assert desk.patches == []


def test_every_control_has_a_name(qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk) -> None:
    _load(project, editor, creators=(CreatorDraft(family="Doe"),), protected=True, url="https://example.org/")
    reachable = [w for w in editor.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(reachable) > 20
    # A field hands its focus on to the line inside it; the line is the one that is named.
    nameless = [type(w).__name__ for w in reachable if not w.accessibleName() and w.focusProxy() is None]
    assert nameless == []


def test_waiting_source_is_made_only_when_asked(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    editor.load_blank(saves_itself=False)
    editor.complete()
    assert _says(editor, "Title is missing.")
    qtbot.keyClicks(_title(editor), "Wire report")
    _type(qtbot, editor, "Web address", "nonsense")
    assert desk.drafts == []
    editor.complete()
    assert desk.drafts == []
    assert _says(editor, "is not a web address")
    _type(qtbot, editor, "Web address", "https://example.org/")
    assert desk.drafts == []
    editor.complete()
    assert [draft.title for draft in desk.drafts] == ["Wire report"]


def test_bin_button_names_the_source_that_is_shown(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    source_id = _load(project, editor)
    button = next(w for w in editor.findChildren(QWidget) if w.accessibleName() == "Move this source to the bin")
    with qtbot.waitSignal(editor.delete_requested) as wished:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wished.args == [[source_id]]


def _tab_stops(qtbot: QtBot, editor: SourceEditor) -> list[QWidget]:
    """Where Tab stops on its way from the title round to the title."""
    editor.activateWindow()
    editor.focus_title()
    qtbot.waitUntil(_title(editor).hasFocus)
    stops: list[QWidget] = []
    while len(stops) < 100 and _title(editor) not in stops:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        stops.append(focused)
    return stops


def _row_of(editor: SourceEditor, widget: QWidget) -> int:
    return widget.mapTo(editor, widget.rect().topLeft()).y()


def test_tab_goes_from_top_to_bottom_whatever_comes_and_goes(
    qtbot: QtBot, project: Project, editor: SourceEditor, desk: Desk
) -> None:
    editor.resize(408, 1_900)
    _load(project, editor, title="Report A", type=SourceType.REPORT, url="https://example.org/a")
    names = (CreatorDraft(family="Doe"), CreatorDraft(literal="Desk"))
    source_id = _load(project, editor, creators=names, url="https://example.org/a", protected=True)
    add_capture(project, source_id, capture_from_text("Words", CaptureMethod.PASTE))
    editor.load(get_source(project, source_id))
    editor.show_similar(get_source_rows(project, list_source_ids(project)))
    combo = editor.findChild(TypeCombo)
    assert isinstance(combo, TypeCombo)
    combo.show_type(SourceType.BOOK)
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: all(row.isVisible() for row in editor.findChildren(CreatorRow)))
    stops = _tab_stops(qtbot, editor)
    assert len(stops) > 35
    # Within a card or a name the buttons of its head come after its fields; across parts the order is the eye's.
    assert len(set(stops)) == len(stops)
    first = next(place for place, stop in enumerate(stops) if stop.accessibleName() == "Read the source")
    tops = [_row_of(editor, stop) for stop in stops[first:] + stops[:first]]
    assert max((before - after for before, after in pairwise(tops)), default=0) <= _ROW_SLACK
