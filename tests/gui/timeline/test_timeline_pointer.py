"""The hand on the canvas: choose, pan, zoom, rubber band, drag dates, make new incidents."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dates import Precision, UncertainDate
from gui.timeline.timeline_page import TimelinePage
from services.timeline_lanes import LaneBy, LaneKey
from tests.gui.timeline.boards import JANUARY, day_x, look_at, make_page, place_of, turn

_LEFT = Qt.MouseButton.LeftButton
_NONE, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def drag(
    page: TimelinePage, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = _NONE, *, drop: bool = True
) -> None:
    canvas = page.canvas
    QTest.mousePress(canvas, _LEFT, modifiers, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * part)
    if drop:
        QTest.mouseRelease(canvas, _LEFT, modifiers, end)


def free_spot(page: TimelinePage) -> QPoint:
    """A point in the second lane with nothing near."""
    box = page.canvas.scene().lanes[1]
    return QPoint(day_x(page, 28), box.bottom - 12)


def test_click_on_a_mark_selects_it_and_shows_its_card(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.incident_selected) as selected:
        QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    assert selected.args == [2]
    callout = page.callouts.callout
    assert callout is not None
    assert callout.incident_id == 2


def test_click_on_nothing_selects_nothing(page: TimelinePage) -> None:
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    QTest.mouseClick(page.canvas, _LEFT, _NONE, free_spot(page))
    assert page.board.chosen == ()
    assert page.callouts.callout is None


def test_click_with_ctrl_adds_and_takes_out(page: TimelinePage) -> None:
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    QTest.mouseClick(page.canvas, _LEFT, _CTRL, place_of(page, 4))
    assert list(page.board.chosen) == [2, 4]
    QTest.mouseClick(page.canvas, _LEFT, _CTRL, place_of(page, 2))
    assert list(page.board.chosen) == [4]


def test_double_click_on_a_mark_opens_it(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.incident_opened) as opened:
        QTest.mouseDClick(page.canvas, _LEFT, _NONE, place_of(page, 4))
    assert opened.args == [4]


def test_double_click_on_an_empty_place_asks_for_an_incident_of_that_day_and_lane(
    page: TimelinePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.new_incident_requested) as asked:
        QTest.mouseDClick(page.canvas, _LEFT, _NONE, free_spot(page))
    assert asked.args == [UncertainDate("2024-01-28"), LaneKey(LaneBy.PLACE, 2)]


def test_double_click_far_out_asks_for_a_coarser_date(page: TimelinePage, qtbot: QtBot) -> None:
    look_at(page, 365 * 6)
    with qtbot.waitSignal(page.new_incident_requested) as asked:
        QTest.mouseDClick(page.canvas, _LEFT, _NONE, QPoint(900, 300))
    assert asked.args is not None
    assert asked.args[0].precision is Precision.MONTH


def test_drag_on_an_empty_place_pans(page: TimelinePage) -> None:
    start = free_spot(page)
    before = page.camera.scale
    drag(page, start, start - QPoint(200, 0))
    assert page.camera.scale.x_of(before.t_at(start.x())) == pytest.approx(start.x() - 200, abs=2)


def test_drag_a_mark_moves_its_date_by_whole_days(page: TimelinePage, qtbot: QtBot) -> None:
    start = place_of(page, 2)
    with qtbot.waitSignal(page.date_changed) as changed:
        drag(page, start, QPoint(day_x(page, 20), start.y()))
    assert changed.args == [2, UncertainDate("2024-01-20")]


def test_drag_a_mark_shows_its_new_date_before_it_is_let_go(page: TimelinePage, qtbot: QtBot) -> None:
    start = place_of(page, 3)
    with qtbot.assertNotEmitted(page.date_changed):
        drag(page, start, start + QPoint(day_x(page, 3) - day_x(page, 1), 0), drop=False)
        assert page.canvas.pointer.drag is not None
        assert page.canvas.pointer.drag.date == UncertainDate("[2024-01-20..2024-01-24]")
        page.grab()
        QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(page.canvas, _LEFT, _NONE, start)
    assert page.canvas.pointer.drag is None


def test_drag_the_end_of_a_bar_changes_that_end_alone(page: TimelinePage, qtbot: QtBot) -> None:
    end = place_of(page, 5, "right")
    with qtbot.waitSignal(page.date_changed) as changed:
        drag(page, end, end + QPoint(2 * (day_x(page, 2) - day_x(page, 1)), 0))
    assert changed.args == [5, UncertainDate("2024-01-14/2024-01-19")]


def test_drag_the_start_of_a_bracket_changes_that_start_alone(page: TimelinePage, qtbot: QtBot) -> None:
    start = place_of(page, 3, "left")
    with qtbot.waitSignal(page.date_changed) as changed:
        drag(page, start, start - QPoint(day_x(page, 2) - day_x(page, 1), 0))
    assert changed.args == [3, UncertainDate("[2024-01-17..2024-01-22]")]


def test_drag_a_mark_back_to_its_day_changes_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    start = place_of(page, 2)
    with qtbot.assertNotEmitted(page.date_changed):
        drag(page, start, start + QPoint(12, 0))


def test_drag_a_mark_in_a_read_only_project_pans(page: TimelinePage, qtbot: QtBot) -> None:
    page.set_read_only(True)
    before = page.camera.scale
    start = place_of(page, 2)
    with qtbot.assertNotEmitted(page.date_changed):
        drag(page, start, start + QPoint(120, 0))
    assert page.camera.scale != before


def test_rubber_band_selects_what_lies_in_it(page: TimelinePage, qtbot: QtBot) -> None:
    box = page.canvas.scene().lanes[0]
    start, end = QPoint(day_x(page, 3), box.top + 3), QPoint(day_x(page, 15), box.bottom - 3)
    with qtbot.waitSignal(page.selection_changed) as chosen:
        drag(page, start, end, _SHIFT)
    assert chosen.args == [[1, 2]]


def test_wheel_zooms_to_the_pointer(page: TimelinePage) -> None:
    x = day_x(page, 12)
    second = page.camera.scale.t_at(x)
    before = page.camera.scale.seconds_per_px
    turn(page.canvas, QPoint(x, 200), 2)
    assert page.camera.scale.seconds_per_px < before
    assert page.camera.scale.x_of(second) == pytest.approx(x, abs=1)
    turn(page.canvas, QPoint(x, 200), -4, _CTRL)
    assert page.camera.scale.seconds_per_px > before
    assert page.camera.scale.x_of(second) == pytest.approx(x, abs=1)


def test_wheel_with_shift_pans(page: TimelinePage) -> None:
    turn(page.canvas, QPoint(300, 200), -1, _SHIFT)
    assert page.camera.scale.start > JANUARY


def test_click_on_a_ring_zooms_into_it(qtbot: QtBot) -> None:
    crowd = [(number, f"2024-01-{10 + number % 3:02}") for number in range(1, 60)]
    page = make_page({"Base": crowd}, days=3000)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    QTest.mouseClick(page.canvas, _LEFT, _NONE, QPoint(round(ring.x), round(ring.y)))
    first, last = page.visible_span()
    assert JANUARY < first < JANUARY + 10 * 86_400
    assert last < JANUARY + 15 * 86_400


def test_ring_of_one_moment_lists_its_incidents(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, "2024-01-10") for number in range(1, 60)]}, days=3000)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    ids = page.source.cluster_ids(page.board, page.canvas.scene(), ring)
    menu = page.clusters.make_menu(ids)
    menu.actions()[3].trigger()
    assert page.board.chosen == (ids[3],)
    menu.actions()[-1].trigger()
    assert page.board.chosen == tuple(ids)


def test_context_menu_is_asked_for_what_lies_under_the_pointer(page: TimelinePage, qtbot: QtBot) -> None:
    place = place_of(page, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.canvas.mapToGlobal(place))
    with qtbot.waitSignal(page.menu_requested) as asked:
        QApplication.sendEvent(page.canvas, event)
    assert asked.args is not None
    assert asked.args[0] == 4
    assert page.board.chosen == (4,)


def test_tooltip_says_title_and_date(page: TimelinePage) -> None:
    tip = page.source.tip(page.canvas.hit_at(QPointF(place_of(page, 3))))
    assert tip == "Incident 3\nbetween 18 and 22 January 2024"


def test_drag_an_undated_incident_from_the_shelf_dates_it(page: TimelinePage, qtbot: QtBot) -> None:
    shelf = page.shelf
    page.grab()
    chip = shelf.chip_rect(9).center().toPoint()
    target = shelf.mapFromGlobal(page.canvas.mapToGlobal(QPoint(day_x(page, 26), 40)))
    with qtbot.waitSignal(page.date_changed) as changed:
        QTest.mousePress(shelf, _LEFT, _NONE, chip)
        QTest.mouseMove(shelf, chip + QPoint(0, -20))
        QTest.mouseMove(shelf, target)
        assert page.canvas.pointer.drag is not None
        page.grab()
        QTest.mouseRelease(shelf, _LEFT, _NONE, target)
    assert changed.args == [9, UncertainDate("2024-01-26")]
    assert page.canvas.pointer.drag is None


def test_drop_beside_the_canvas_dates_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    shelf = page.shelf
    page.grab()
    chip = shelf.chip_rect(8).center().toPoint()
    with qtbot.assertNotEmitted(page.date_changed):
        QTest.mousePress(shelf, _LEFT, _NONE, chip)
        QTest.mouseMove(shelf, chip + QPoint(200, 3))
        QTest.mouseRelease(shelf, _LEFT, _NONE, chip + QPoint(200, 3))
    assert page.board.chosen == (8,)


def test_drag_to_the_edge_moves_the_view_on(page: TimelinePage, qtbot: QtBot) -> None:
    start = place_of(page, 7)
    edge = QPoint(page.canvas.width() - 4, start.y())
    drag(page, start, edge, drop=False)
    before = page.camera.scale.start

    def has_gone_on() -> bool:
        return page.camera.scale.start > before + 3 * 86_400

    qtbot.waitUntil(has_gone_on)
    page.grab()
    with qtbot.waitSignal(page.date_changed) as changed:
        QTest.mouseRelease(page.canvas, _LEFT, _NONE, edge)
    assert changed.args is not None
    assert changed.args[1].sort_at > UncertainDate("2024-02-02").sort_at
    assert page.board.chosen == (7,)


def test_drag_by_the_words_of_an_incident_pans(page: TimelinePage, qtbot: QtBot) -> None:
    label = next(label for label in page.canvas.scene().labels if label.id == 4)
    start = QPoint(round(label.x + 30), round(label.y))
    before = page.camera.scale
    with qtbot.assertNotEmitted(page.date_changed):
        drag(page, start, start + QPoint(150, 0))
    assert page.camera.scale.start == before.panned(-150).start


def test_bar_that_fills_the_view_is_ground_to_pan_on(qtbot: QtBot) -> None:
    page = make_page({"Base": ((1, "2023-12-01/2024-03-01"), (2, "2024-01-10/2024-01-12"))})
    qtbot.addWidget(page)
    mark = next(mark for mark in page.canvas.scene().marks if mark.id == 1)
    start = QPoint(day_x(page, 25), round(mark.y))
    with qtbot.assertNotEmitted(page.date_changed):
        drag(page, start, start + QPoint(100, 0))
    look_at(page, 31)
    bar = place_of(page, 2, "right") - QPoint(20, 0)
    with qtbot.waitSignal(page.date_changed) as changed:
        drag(page, bar, bar + QPoint(day_x(page, 4) - day_x(page, 1), 0))
    assert changed.args == [2, UncertainDate("2024-01-13/2024-01-15")]


def test_double_click_on_a_ring_does_not_write_an_incident(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, f"2024-01-{10 + number % 3:02}") for number in range(1, 60)]}, days=3000)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    place = QPoint(round(ring.x), round(ring.y))
    with qtbot.assertNotEmitted(page.new_incident_requested):
        QTest.mouseClick(page.canvas, _LEFT, _NONE, place)
        QTest.mouseDClick(page.canvas, _LEFT, _NONE, place)
