"""The list itself: selection, keys, scrolling, what stays in place, dragging and dropping."""

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.chronology.chronology_delegate import RowAction
from gui.chronology.chronology_item_model import MIME_INCIDENT, ChronologyItemModel
from gui.chronology.chronology_view import ChronologyView
from gui.style import BAR_GROUP, ROW_COMPACT, ROW_INCIDENT
from services.chronology import Listing
from tests.gui.chronology.rows import Store, make_listing, make_row, make_store

KEY = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def show(qtbot: QtBot, store: Store, listing: Listing) -> ChronologyView:
    """A view of 800 × 400 px that has the keyboard."""
    model = ChronologyItemModel(store.fetch)
    view = ChronologyView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.set_listing(listing)
    with qtbot.waitExposed(view):
        view.show()
    view.setFocus()
    return view


@pytest.fixture
def view(qtbot: QtBot) -> ChronologyView:
    """Twelve incidents of one day in three groups: 1–2, 3–6, 7–12."""
    return show(qtbot, make_store(12), make_listing(range(1, 13), 2, 4, 6))


def row_centre(view: ChronologyView, incident_id: int) -> QPoint:
    """The middle of an incident's row on the viewport."""
    row = view.rows.row_of(incident_id)
    assert row is not None
    return view.row_rect(row).center()


def test_first_key_selects_the_first_incident_and_not_its_heading(view: ChronologyView) -> None:
    QTest.keyClick(view, KEY.Key_J)
    assert (view.current_id(), view.selected_ids()) == (1, [1])


@pytest.mark.parametrize(("key", "expected"), [(KEY.Key_Home, 1), (KEY.Key_Up, 1), (KEY.Key_End, 12)])
def test_first_move_selects_also_where_the_row_is_current(view: ChronologyView, key: KEY, expected: int) -> None:
    view.selectionModel().setCurrentIndex(view.rows.index(1), QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(view, key)
    assert view.selected_ids() == [expected]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([KEY.Key_J, KEY.Key_J, KEY.Key_J], 3),
        ([KEY.Key_Down, KEY.Key_Down, KEY.Key_K], 1),
        ([KEY.Key_J, KEY.Key_End], 12),
        ([KEY.Key_End, KEY.Key_Up, KEY.Key_Home], 1),
        ([KEY.Key_J, KEY.Key_PageDown], 7),
    ],
)
def test_keys_walk_over_headings(view: ChronologyView, keys: list[KEY], expected: int) -> None:
    for key in keys:
        QTest.keyClick(view, key)
    assert view.current_id() == expected


def test_shift_j_goes_to_the_next_period_and_shift_k_back(view: ChronologyView) -> None:
    for key, expected in ((KEY.Key_J, 1), (KEY.Key_J, 3), (KEY.Key_J, 7), (KEY.Key_J, 7), (KEY.Key_K, 3)):
        QTest.keyClick(view, key, SHIFT)
        assert view.current_id() == expected


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_E, KEY.Key_F2])
def test_edit_keys_ask_to_edit(qtbot: QtBot, view: ChronologyView, key: KEY) -> None:
    view.select_incident(4)
    with qtbot.waitSignal(view.edit_requested) as asked:
        QTest.keyClick(view, key)
    assert asked.args == [4]


def test_command_keys_ask_for_the_selection(qtbot: QtBot, view: ChronologyView) -> None:
    view.select_incident(3)
    QTest.keyClick(view, KEY.Key_Down, SHIFT)
    for key, signal in (
        (KEY.Key_Delete, view.delete_incidents_requested),
        (KEY.Key_T, view.tag_requested),
        (KEY.Key_M, view.mark_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.keyClick(view, key)
        assert asked.args == [[3, 4]]
    for key, signal in (
        (KEY.Key_C, view.cite_requested),
        (KEY.Key_L, view.link_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            QTest.keyClick(view, key)
        assert asked.args == [4]


def test_alt_arrows_ask_to_move_in_the_day(qtbot: QtBot, view: ChronologyView) -> None:
    view.select_incident(4)
    for key, up in ((KEY.Key_Up, True), (KEY.Key_Down, False)):
        with qtbot.waitSignal(view.move_requested) as asked:
            QTest.keyClick(view, key, ALT)
        assert asked.args == [4, up]


def test_read_only_list_asks_for_no_change(qtbot: QtBot, view: ChronologyView) -> None:
    view.delegate.read_only = True
    view.select_incident(4)
    with qtbot.assertNotEmitted(view.delete_incidents_requested), qtbot.assertNotEmitted(view.move_requested):
        QTest.keyClick(view, KEY.Key_Delete)
        QTest.keyClick(view, KEY.Key_Up, ALT)
    with qtbot.assertNotEmitted(view.cite_requested):
        QTest.keyClick(view, KEY.Key_C)


def test_range_across_headings_holds_incidents_only(view: ChronologyView) -> None:
    view.select_incident(1)
    for _ in range(3):
        QTest.keyClick(view, KEY.Key_Down, SHIFT)
    assert view.selected_ids() == [1, 2, 3, 4]
    view.selectAll()
    assert view.selected_ids() == list(range(1, 13))


def test_click_selects_and_ctrl_click_adds(view: ChronologyView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(view, 1))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, row_centre(view, 4)
    )
    assert view.selected_ids() == [1, 4]
    assert view.current_id() == 4


def test_click_on_a_heading_selects_nothing(view: ChronologyView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, BAR_GROUP // 2))
    assert view.selected_ids() == []


def test_double_click_opens(qtbot: QtBot, view: ChronologyView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(view, 2))
    with qtbot.waitSignal(view.edit_requested) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(view, 2))
    assert opened.args == [2]


def test_selecting_scrolls_to_the_incident_below_the_pinned_heading(view: ChronologyView) -> None:
    assert view.select_incident(12)
    row = view.rows.row_of(12)
    assert row is not None
    assert view.viewport().rect().contains(view.row_rect(row))
    view.select_incident(3)
    row = view.rows.row_of(3)
    assert row is not None
    assert view.row_rect(row).top() >= BAR_GROUP
    assert not view.select_incident(99)
    assert view.current_id() is None


def test_selection_is_told_once_per_change(qtbot: QtBot, view: ChronologyView) -> None:
    told: list[object] = []
    view.incident_selected.connect(told.append)
    view.select_incident(5)
    view.select_incident(5)
    view.step(1)
    assert told == [5, 6]


def test_new_listing_keeps_selection_and_position(qtbot: QtBot, view: ChronologyView) -> None:
    view.select_incident(9)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 20)
    before = row_centre(view, 9).y()
    with qtbot.assertNotEmitted(view.incident_selected), qtbot.assertNotEmitted(view.selection_changed):
        view.set_listing(make_listing([i for i in range(1, 13) if i != 2], 1, 4, 6))
    assert view.selected_ids() == [9]
    assert row_centre(view, 9).y() == before


def test_new_listing_keeps_several_chosen(view: ChronologyView) -> None:
    view.selectAll()
    view.set_listing(make_listing(range(3, 13), 4, 6))
    assert view.selected_ids() == list(range(3, 13))


def test_neighbour_is_selected_when_the_shown_incident_is_gone(view: ChronologyView) -> None:
    view.select_incident(4)
    view.set_listing(make_listing([i for i in range(1, 13) if i != 4], 2, 3, 6))
    assert view.selected_ids() == [5]
    assert view.current_id() == 5


def test_nothing_is_selected_when_the_list_becomes_empty(qtbot: QtBot, view: ChronologyView) -> None:
    view.select_incident(4)
    with qtbot.waitSignal(view.incident_selected) as told:
        view.set_listing(Listing(array("q"), ()))
    assert told.args == [None]


def test_density_changes_the_height_of_rows(view: ChronologyView) -> None:
    assert view.row_rect(1).height() == ROW_INCIDENT
    view.set_compact(compact=True)
    assert view.row_rect(1).height() == ROW_COMPACT
    assert view.row_rect(0).height() == BAR_GROUP


def test_heading_stays_pinned_while_its_incidents_scroll(qtbot: QtBot, view: ChronologyView) -> None:
    sticky = view.viewport().findChildren(type(view._sticky))[0]
    assert not sticky.isVisible()
    view.verticalScrollBar().setValue(60)
    assert sticky.isVisible()
    assert sticky.geometry().top() == 0
    second_heading = view.row_rect(view.rows.row_map.heading_rows[1]).top()
    view.verticalScrollBar().setValue(60 + second_heading - 10)
    assert sticky.geometry().top() == 10 - BAR_GROUP


def test_row_actions_ask_for_their_wish_only_where_they_are_seen(qtbot: QtBot, view: ChronologyView) -> None:
    row = view.rows.row_of(2)
    assert row is not None
    places = view.delegate.action_rects(view.row_rect(row))
    with qtbot.assertNotEmitted(view.cite_requested):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[RowAction.CITE].center())
    view.set_hovered(row)
    with qtbot.waitSignal(view.cite_requested) as cite:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[RowAction.CITE].center())
    with qtbot.waitSignal(view.menu_requested) as more:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=places[RowAction.MORE].center())
    assert cite.args == [2]
    assert more.args[0] == 2


def mime_of(*paths: str, text: str = "") -> QMimeData:
    """What a file manager or an editor drags."""
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    elif text:
        mime.setText(text)
    return mime


def drop(view: ChronologyView, mime: QMimeData, at: QPoint) -> bool:
    """Drag in, and let go if it is welcome."""
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    enter = QDragEnterEvent(at, actions, mime, buttons, none)
    view.dragEnterEvent(enter)
    if enter.isAccepted():
        view.dropEvent(QDropEvent(QPointF(at), actions, mime, buttons, none))
    return enter.isAccepted()


def test_dropped_files_and_text_are_handed_on(qtbot: QtBot, view: ChronologyView) -> None:
    with qtbot.waitSignal(view.files_dropped) as files:
        assert drop(view, mime_of("/tmp/a.txt", "/tmp/b.pdf"), QPoint(50, 80))  # noqa: S108 - nothing is opened
    assert files.args == [[Path("/tmp/a.txt"), Path("/tmp/b.pdf")]]  # noqa: S108
    with qtbot.waitSignal(view.text_dropped) as text:
        drop(view, mime_of(text="An article"), QPoint(50, 80))
    assert text.args == ["An article"]
    view.delegate.read_only = True
    assert not drop(view, mime_of(text="An article"), QPoint(50, 80))


def test_drag_within_the_day_asks_once_for_its_place(view: ChronologyView) -> None:
    asked: list[tuple[int, int, bool]] = []
    view.place_requested.connect(lambda incident_id, sibling, below: asked.append((incident_id, sibling, below)))
    mime = QMimeData()
    mime.setData(MIME_INCIDENT, b"3")
    for dragged, onto, offset in ((3, 5, 10), (5, 3, -10), (4, 4, 10)):
        view._dragged = view.rows.row_of(dragged)
        assert drop(view, mime, row_centre(view, onto) + QPoint(0, offset))
    assert asked == [(3, 5, True), (5, 3, False)]


def test_drag_to_another_day_is_refused(qtbot: QtBot) -> None:
    store = Store([make_row(1), make_row(2, "2024-01-21")])
    view = show(qtbot, store, make_listing((1, 2)))
    view._dragged = 1
    mime = QMimeData()
    mime.setData(MIME_INCIDENT, b"1")
    assert not drop(view, mime, row_centre(view, 2))


def test_assistive_technology_finds_every_row_by_its_sentence(view: ChronologyView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() is QAccessible.Role.List
    assert interface.childCount() == 15
    assert interface.child(0).text(QAccessible.Text.Name) == "January 2024, 2 of 3 incidents"
    assert "Incident 1. Reported. 2 citations" in interface.child(1).text(QAccessible.Text.Name)
