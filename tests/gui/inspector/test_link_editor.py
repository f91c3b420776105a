"""The dialog that links incidents, over a real project."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.inspector.link_editor import LinkEditor
from gui.texts import link_text
from models.drafts import IncidentDraft, LinkDraft
from models.enums import LinkKind
from models.snapshots import IncidentFilter, IncidentRow, LinkLine
from services.chronology import get_rows, list_incidents
from services.incidents import add_incident, get_incident
from services.links import add_link
from services.project import Project


class Desk:
    """Two incidents, and the search over them."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.here = add_incident(project, IncidentDraft(title="Bridge shut"))
        self.there = add_incident(project, IncidentDraft(title="Ferry put to work"))

    def find(self, text: str) -> Sequence[IncidentRow]:
        return get_rows(self.project, list_incidents(self.project, IncidentFilter(text=text)).ids)

    def open(self, qtbot: QtBot, line: LinkLine | None = None) -> LinkEditor:
        editor = LinkEditor(get_incident(self.project, self.here), self.find, line=line)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(editor)
        editor.show()
        return editor


@pytest.fixture
def desk(project: Project) -> Desk:
    return Desk(project)


@pytest.mark.parametrize(("outgoing", "ends"), [(True, "here there"), (False, "there here")])
def test_kind_read_from_either_end_gives_the_right_direction(
    desk: Desk, qtbot: QtBot, outgoing: bool, ends: str
) -> None:
    editor = desk.open(qtbot)
    editor.kind.setCurrentText(link_text(LinkKind.RESPONSE_TO, outgoing))
    QTest.keyClicks(editor.picker.search, "Ferry")
    QTest.keyClick(editor.picker.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.link_drafted) as caught:
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args is not None
    draft = caught.args[0]
    assert isinstance(draft, LinkDraft)
    assert [draft.from_id, draft.to_id] == [getattr(desk, end) for end in ends.split()]
    add_link(desk.project, draft)
    (line,) = get_incident(desk.project, desk.here).links
    assert (line.kind, line.outgoing) == (LinkKind.RESPONSE_TO, outgoing)


def test_incident_itself_is_not_offered(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    assert editor.picker.list.count() == 1


def test_save_without_an_incident_says_so(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    QTest.keyClicks(editor.picker.search, "nothing of this kind")
    with qtbot.assertNotEmitted(editor.link_drafted):
        assert not editor.save()
    assert editor.problem.isVisible()


def test_ctrl_enter_takes_the_highlighted_incident_first(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    with qtbot.assertNotEmitted(editor.link_drafted):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    item = editor.picker.item()
    assert item is not None
    assert item.id == desk.there
    assert not editor.picker.is_searching()
    with qtbot.waitSignal(editor.link_drafted):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_edit_emits_kind_and_note(desk: Desk, qtbot: QtBot) -> None:
    add_link(desk.project, LinkDraft(from_id=desk.here, to_id=desk.there, kind=LinkKind.PRECEDES))
    (line,) = get_incident(desk.project, desk.here).links
    editor = desk.open(qtbot, line)
    assert not editor.is_changed()
    editor.kind.setCurrentText(link_text(LinkKind.SEE_ALSO))
    QTest.keyClicks(editor.note, "why")
    with qtbot.waitSignal(editor.link_edited) as caught:
        editor.save()
    assert caught.args == [line.id, LinkKind.SEE_ALSO, "why"]


def test_dialog_that_grows_stays_on_the_screen(desk: Desk, qtbot: QtBot) -> None:
    editor = desk.open(qtbot)
    room = editor.screen().availableGeometry()
    editor.move(room.right() - 200, room.bottom() - 200)
    editor.fit(5000, 500)
    assert room.contains(editor.frameGeometry())
