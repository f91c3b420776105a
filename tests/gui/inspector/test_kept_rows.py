"""An inspector that only changes what changed shows exactly what a new one shows, and keeps the widgets of the rest."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.inspector.chip_field import Chip
from gui.inspector.citation_list import CitationRow
from gui.inspector.incident_inspector import IncidentInspector
from gui.inspector.link_list import LinkRow
from gui.overriding import override
from models.drafts import CitationDraft, IncidentPatch, LinkDraft, RoleDraft
from models.enums import EntityKind, LinkKind
from services.citations import add_citation, move_citation
from services.incidents import edit_incident
from services.links import add_link
from services.project import Project
from tests.gui.inspector.random_edits import Editor

EDITS = 20
TALL = (408, 1_800)
"""So that nothing scrolls: whether there is room without a scroll bar hangs on whether one took some before."""


def state_of(pane: IncidentInspector) -> list[tuple[object, ...]]:
    """What every visible widget says, and where it is."""
    shown = [each for each in pane.findChildren(QWidget) if each.isVisibleTo(pane) and not _is_empty(each)]
    said = ("text", "toolTip", "accessibleName", "accessibleDescription", "enabled", "readOnly", "role", "problem")
    return sorted(
        (*_place(each, pane), type(each).__name__, *(str(each.property(name)) for name in said)) for each in shown
    )


def _is_empty(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull()


def _place(widget: QWidget, pane: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapTo(pane, QPoint())
    return corner.y(), corner.x(), widget.width(), widget.height()


def tab_stops_of(pane: IncidentInspector) -> list[tuple[str, str]]:
    """What Tab comes to, in turn."""
    stops: list[tuple[str, str]] = []
    each = pane.nextInFocusChain()
    while each is not None and each is not pane:
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and each.isVisibleTo(pane) and each.isEnabledTo(pane) and pane.isAncestorOf(each):
            stops.append((type(each).__name__, each.accessibleName()))
        each = each.nextInFocusChain()
    return stops


def picture_of(pane: IncidentInspector) -> QImage:
    """The pane, painted for this."""
    return pane.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def screen_of(pane: IncidentInspector) -> QImage:
    """The pane as it was painted bit by bit."""
    seen: QImage = pane.screen().grabWindow(pane.window().winId()).toImage()
    return seen.convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def fresh(qtbot: QtBot) -> Callable[[], IncidentInspector]:
    """Makes inspectors in windows of their own, as wide as that of the other fixture."""
    made: list[QMainWindow] = []

    def make() -> IncidentInspector:
        while made:
            made.pop().close()
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        pane = IncidentInspector(window)
        window.setCentralWidget(pane)
        window.resize(*TALL)
        window.show()
        made.append(window)
        return pane

    return make


def settle() -> None:
    """Sections find their height in several rounds."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def leave_focus() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


@pytest.mark.parametrize(("seed", "read_only"), [(1, False), (2, False), (3, True)])
def test_any_edits_leave_what_a_new_inspector_shows(
    window: QMainWindow,
    inspector: IncidentInspector,
    fresh: Callable[[], IncidentInspector],
    project: Project,
    seed: int,
    read_only: bool,
) -> None:
    editor = Editor(project, seed)
    window.resize(*TALL)
    inspector.set_read_only(read_only)
    for number in range(EDITS):
        editor.edit()
        editor.show_in(inspector)
        other = fresh()
        other.set_read_only(read_only)
        editor.show_in(other)
        settle()
        leave_focus()
        assert state_of(inspector) == state_of(other), number
        assert tab_stops_of(inspector) == tab_stops_of(other), number
        assert picture_of(inspector) == picture_of(other), number
        assert picture_of(inspector) == screen_of(inspector), number


@pytest.fixture
def editor(project: Project) -> Editor:
    """An incident with two citations, of which one states another date, a link and a tag."""
    made = Editor(project, 0)
    edit_incident(project, made.shown, IncidentPatch(date=UncertainDate("2024-01-20"), tags=("Roads",)))
    stated = UncertainDate("2024-01-21")
    add_citation(project, made.shown, CitationDraft(source_id=made.sources[0], quote="It was shut.", stated=stated))
    add_citation(project, made.shown, CitationDraft(source_id=made.sources[1], quote="No."))
    add_link(project, LinkDraft(from_id=made.shown, to_id=made.incidents[1], kind=LinkKind.PRECEDES))
    return made


def rows_of(pane: IncidentInspector) -> list[QWidget]:
    shown = [row for kind in (CitationRow, LinkRow, Chip) for row in pane.findChildren(kind)]
    return [row for row in shown if row.isVisible()]


class Seen(QObject):
    """The events within a pane that make it be laid out or painted."""

    KINDS = frozenset(
        {QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Polish}
    )

    def __init__(self, pane: IncidentInspector) -> None:
        super().__init__(pane)
        self._pane = pane
        self.events: list[tuple[str, str]] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # pytest-qt makes one

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.KINDS and isinstance(watched, QWidget) and self._pane.isAncestorOf(watched):
            self.events.append((type(watched).__name__, event.type().name))
        return False


def test_the_same_state_again_touches_nothing(inspector: IncidentInspector, editor: Editor) -> None:
    editor.show_in(inspector)
    settle()
    seen = Seen(inspector)
    editor.show_in(inspector)
    settle()
    assert seen.events == []


def test_an_added_citation_is_one_new_row(inspector: IncidentInspector, editor: Editor, project: Project) -> None:
    editor.show_in(inspector)
    before = rows_of(inspector)
    add_citation(project, editor.shown, CitationDraft(source_id=editor.sources[2], quote="So it was."))
    editor.show_in(inspector)
    assert [row for row in rows_of(inspector) if row in before] == before
    (new,) = [row for row in rows_of(inspector) if row not in before]
    assert new.accessibleName().startswith("Supports, 3,")


def test_another_date_changes_only_rows_that_state_one(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    settle()
    stating, plain = inspector.findChildren(CitationRow)
    edit_incident(project, editor.shown, IncidentPatch(date=UncertainDate("2024-01-21")))
    seen = Seen(inspector)
    editor.show_in(inspector)
    assert stating.stated is None
    assert stating.isVisible()
    assert not plain.findChildren(QWidget)
    assert ("CitationRow", "Polish") not in seen.events


def test_a_row_with_the_keyboard_keeps_it_and_its_buttons(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    row = inspector.findChildren(CitationRow)[1]
    row.setFocus()
    assert row.is_open_to_actions
    move_citation(project, row.row_id, up=True)
    editor.show_in(inspector)
    settle()
    assert row.hasFocus()
    assert row.is_open_to_actions
    assert row.y() < inspector.findChildren(CitationRow)[0].y()


def test_a_row_with_the_keyboard_loses_its_buttons_in_a_project_for_reading(
    inspector: IncidentInspector, editor: Editor
) -> None:
    editor.show_in(inspector)
    row = inspector.findChildren(LinkRow)[0]
    row.setFocus()
    assert row.is_open_to_actions
    inspector.set_read_only(True)
    assert not row.is_open_to_actions


def test_what_is_scrolled_is_painted_where_it_goes(
    window: QMainWindow, inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    window.resize(408, 400)
    editor.show_in(inspector)
    settle()
    for title in ("x " * 200, "y", "z " * 100):
        inspector.pages.reveal(inspector.form.links)
        edit_incident(project, editor.shown, IncidentPatch(title=title.strip()))
        editor.show_in(inspector)
        leave_focus()
        settle()
        assert picture_of(inspector) == screen_of(inspector)


def test_a_caret_stays_where_it_is_when_a_citation_arrives(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    inspector.focus_field("title")
    edit = inspector.form.title.edit
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    add_citation(project, editor.shown, CitationDraft(source_id=editor.sources[2], quote="So it was."))
    editor.show_in(inspector)
    assert edit.hasFocus()
    assert edit.textCursor().position() == 3


def test_rows_of_people_come_back_empty(inspector: IncidentInspector) -> None:
    inspector.load_blank({"roles": (RoleDraft(kind=EntityKind.THING, name="Ada", role="seen"),)})
    inspector.load_blank()
    inspector.form.roles.add_row()
    assert inspector.form.roles.text() == ((EntityKind.PERSON, "", ""),)


def test_another_incident_is_painted_once(inspector: IncidentInspector, editor: Editor, project: Project) -> None:
    long = "a much longer line about what was said and by whom it was said, to which date and where"
    patch = IncidentPatch(title=long, body=long * 5, tags=tuple(f"{number} {long[:20]}" for number in range(5)))
    edit_incident(project, editor.incidents[1], patch)
    editor.show_in(inspector)
    settle()
    editor.shown = editor.incidents[1]
    seen = Seen(inspector)
    editor.show_in(inspector)
    settle()
    assert seen.events.count(("IncidentForm", "Paint")) == 1
