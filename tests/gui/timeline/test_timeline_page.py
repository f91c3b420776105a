"""The page around the canvas: header, minimap, lanes' names, empty state, what it keeps."""

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.texts.timeline import span_text
from gui.timeline.board import Arrangement
from gui.timeline.callout import Callout
from gui.timeline.minimap import Minimap
from gui.timeline.scene import LinksShown
from gui.timeline.timeline_page import TimelinePage
from models.snapshots import IncidentFilter
from services.timeline_lanes import LaneBy, LaneKey, Lanes
from tests.gui.timeline.boards import BASE, JANUARY, day_x, make_lanes, make_page, place_of, turn

_LEFT, _K, _M = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier
_NONE = _M.NoModifier


def names(page: TimelinePage) -> list[int]:
    return [box.key.id for box in page.board.plan.boxes]


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == words)


def test_first_lanes_are_fitted_and_later_ones_leave_the_view(page: TimelinePage) -> None:
    page.start_over()
    page.show_lanes(make_lanes())
    first, last = page.visible_span()
    assert first <= JANUARY + 4 * 86_400
    assert last >= JANUARY + 40 * 86_400
    page.show_span(JANUARY, JANUARY + 86_400)
    before = page.camera.scale
    page.show_lanes(make_lanes({**BASE, "New": ((10, "2023-05-01"),)}))
    assert page.camera.scale == before


def test_span_shown_before_the_lanes_is_kept(page: TimelinePage) -> None:
    page.start_over()
    page.show_span(JANUARY, JANUARY + 5 * 86_400)
    page.show_lanes(make_lanes())
    first, last = page.visible_span()
    assert (last - first) < 7 * 86_400


def test_header_says_what_is_in_view(page: TimelinePage, qtbot: QtBot) -> None:
    def has_settled() -> bool:
        return page.header.tools.in_view.text() == "1 – 31 January 2024 · 6 incidents"

    qtbot.waitUntil(has_settled)


def test_incidents_in_several_lanes_count_once(qtbot: QtBot) -> None:
    page = make_page({"A": [(1, "2024-01-05"), (2, "2023-12-20/2024-01-06")], "B": [(1, "2024-01-05")]})
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.header.tools.in_view.text().endswith("· 2 incidents"))


def test_selection_made_elsewhere_is_shown_and_not_announced(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.selection_changed):
        page.set_selection([2, 3, 99], 3)
    assert page.board.chosen == (2, 3)
    assert page.board.current == 3
    assert {mark.id for mark in page.canvas.scene().marks if mark.is_selected} == {2, 3}


def test_chosen_incidents_that_are_no_longer_shown_are_let_go(page: TimelinePage) -> None:
    page.set_selection([2, 4], 2)
    page.show_lanes(make_lanes({"Capital": BASE["Capital"]}))
    assert page.board.chosen == (4,)
    assert page.board.current == 4


def test_reveal_brings_an_incident_into_view_and_an_undated_one_to_the_shelf(page: TimelinePage) -> None:
    page.reveal(6)
    assert page.canvas.rect_of(6) is not None
    page.reveal(9)
    page.grab()
    assert not page.shelf.chip_rect(9).isEmpty()
    assert page.board.current == 9


def test_forgotten_captions_are_read_again(page: TimelinePage) -> None:
    page.grab()
    assert page.source.captions((2,))[2].title == "Incident 2"
    page.forget_captions([2])
    page.grab()
    assert page.source.captions((2,))[2].title == "Incident 2"


def test_lane_collapses_by_click_and_opens_by_key(page: TimelinePage, qtbot: QtBot) -> None:
    column = page.view.column
    with qtbot.waitSignal(page.arranged) as arranged:
        QTest.mouseClick(column, _LEFT, _NONE, QPoint(40, page.board.plan.boxes[1].top + 20))
    key = LaneKey(LaneBy.PLACE, 2)
    assert arranged.args is not None
    assert arranged.args[0].collapsed == {key}
    assert page.board.plan.boxes[1].collapsed
    page.grab()
    QTest.keyClick(column, _K.Key_Return)
    assert not page.board.plan.boxes[1].collapsed


def test_lane_moves_by_drag_and_by_key(page: TimelinePage) -> None:
    column = page.view.column
    boxes = page.board.plan.boxes
    QTest.mousePress(column, _LEFT, _NONE, QPoint(40, boxes[2].top + 20))
    QTest.mouseMove(column, QPoint(40, boxes[1].top + 30))
    QTest.mouseMove(column, QPoint(40, 3))
    page.grab()
    QTest.mouseRelease(column, _LEFT, _NONE, QPoint(40, 3))
    assert names(page) == [3, 1, 2]
    QTest.keyClick(column, _K.Key_Down, _M.AltModifier)
    assert names(page) == [1, 3, 2]


def test_new_lane_stands_behind_the_one_it_follows(page: TimelinePage) -> None:
    page.arrange(Arrangement(order=(LaneKey(LaneBy.PLACE, 3), LaneKey(LaneBy.PLACE, 1))))
    assert names(page) == [3, 1, 2]


def test_wheel_over_the_names_scrolls_many_lanes(qtbot: QtBot) -> None:
    page = make_page({f"Lane {number}": ((number, "2024-01-05"),) for number in range(1, 40)})
    qtbot.addWidget(page)
    turn(page.view.column, QPoint(30, 30), -3)
    assert page.view.bar.value() == 180
    assert page.canvas.scene().lanes[0].top < 0
    page.reveal(39)
    assert page.canvas.rect_of(39) is not None


def test_links_pill_hides_links(page: TimelinePage, qtbot: QtBot) -> None:
    menu = page.header.links.make_menu()
    with qtbot.waitSignal(page.arranged) as arranged:
        action(menu, "Hidden").trigger()
    assert arranged.args == [Arrangement(links=LinksShown.HIDDEN)]
    assert "hidden" in page.header.links.accessibleName()


def test_lanes_pill_asks_for_lanes_and_colours(page: TimelinePage, qtbot: QtBot) -> None:
    menu = page.header.lanes.make_menu()
    with qtbot.waitSignal(page.lanes_by_changed) as lanes:
        action(menu, "Person").trigger()
    colours = next(each.menu() for each in menu.actions() if each.menu() is not None)
    assert isinstance(colours, QMenu)
    with qtbot.waitSignal(page.colour_by_changed) as colour:
        action(colours, "Status").trigger()
    assert (lanes.args, colour.args) == ([LaneBy.PERSON], [LaneBy.STATUS])


def test_slider_and_buttons_zoom(page: TimelinePage) -> None:
    tools = page.header.tools
    before = page.camera.scale.seconds_per_px
    tools.zoom_in()
    assert page.camera.scale.seconds_per_px < before
    QTest.keyClick(tools.slider, _K.Key_Left)
    QTest.keyClick(tools.slider, _K.Key_PageDown)
    assert page.camera.scale.seconds_per_px > before
    QTest.mouseClick(tools.slider, _LEFT, _NONE, QPoint(tools.slider.width() - 2, 10))
    assert page.camera.scale.seconds_per_px < 1
    tools.fit.click()
    assert page.visible_span()[0] <= JANUARY + 4 * 86_400


@pytest.mark.parametrize("width", [1220, 880, 640, 470, 400])
def test_header_gives_way_without_cutting_anything(page: TimelinePage, width: int) -> None:
    page.resize(width, 500)
    QApplication.processEvents()  # layouts follow what was hidden
    tools = page.header.tools
    inside = page.filter_bar.rect()
    for part in (tools.fit, tools.slider, tools.levels, tools.in_view, page.header.lanes, page.header.links):
        if part.isVisible():
            left = part.mapTo(page.filter_bar, QPoint(0, 0)).x()
            assert part.width() >= part.minimumSizeHint().width()
            assert left >= 0
            assert left + part.width() <= inside.right() + 1
    assert tools.fit.isVisible()


def test_words_of_the_view_return_when_the_filter_is_cleared(page: TimelinePage) -> None:
    page.resize(1220, 500)
    words = page.header.tools.in_view
    assert words.isVisible()
    page.filter_bar.load(IncidentFilter(marked=True))
    page.show_lanes(make_lanes({"A": [(1, "2024-01-05")]}))
    assert not words.isVisible()
    page.filter_bar.load(IncidentFilter())
    page.show_lanes(make_lanes(BASE))
    assert words.isVisible()


def test_minimap_click_drag_and_keys_move_the_view(page: TimelinePage) -> None:
    minimap = page.minimap
    page.fit_all()
    page.show_span(JANUARY + 9 * 86_400, JANUARY + 12 * 86_400)
    brush = minimap.brush()
    QTest.mouseClick(minimap, _LEFT, _NONE, QPoint(round(brush.right()) + 300, 30))
    assert page.visible_span()[0] > JANUARY + 14 * 86_400
    drag(minimap, minimap.brush().center().toPoint(), -200)
    after = page.visible_span()
    assert after[0] < JANUARY + 14 * 86_400
    QTest.keyClick(minimap, _K.Key_Right)
    assert page.visible_span()[0] > after[0]


def test_minimap_handle_changes_how_much_is_seen(page: TimelinePage) -> None:
    page.show_span(JANUARY + 9 * 86_400, JANUARY + 12 * 86_400)
    first, last = page.visible_span()
    brush = page.minimap.brush()
    drag(page.minimap, QPoint(round(brush.right()), 30), 250)
    wider = page.visible_span()
    assert wider[0] == pytest.approx(first, abs=7200)
    assert wider[1] > last + 3 * 86_400


def drag(minimap: Minimap, start: QPoint, by: int) -> None:
    QTest.mousePress(minimap, _LEFT, _NONE, start)
    QTest.mouseMove(minimap, start + QPoint(by // 2, 0))
    QTest.mouseMove(minimap, start + QPoint(by, 0))
    QTest.mouseRelease(minimap, _LEFT, _NONE, start + QPoint(by, 0))


def test_empty_timeline_says_why(page: TimelinePage, qtbot: QtBot) -> None:
    def words() -> str:
        return page.empty_state.accessibleName()

    page.show_lanes(Lanes(LaneBy.PLACE, LaneBy.NONE, undated=array("q", [8, 9]), count=2))
    page.show_empty(2)
    assert page.empty_state.isVisible()
    assert words() == "No dated incidents. 2 are undated."
    page.show_lanes(Lanes(LaneBy.PLACE, LaneBy.NONE))
    page.show_empty(148)
    assert words() == "Nothing matches these filters. 148 incidents are hidden."
    page.show_empty(0)
    assert words() == "No incidents yet. Press N."
    with qtbot.waitSignal(page.new_incident_requested) as asked:
        page.empty_state.new_button.click()
    assert asked.args == [None, None]
    page.show_lanes(make_lanes())
    assert not page.empty_state.isVisible()


def test_clear_filters_of_the_empty_state_clears_them(page: TimelinePage, qtbot: QtBot) -> None:
    page.filter_bar.load(IncidentFilter(marked=True))
    page.show_lanes(Lanes(LaneBy.PLACE, LaneBy.NONE))
    page.show_empty(3)
    with qtbot.waitSignal(page.filter_bar.filter_changed) as changed:
        page.empty_state.clear_button.click()
    assert changed.args == [IncidentFilter()]


def test_card_opens_links_and_follows_the_view(page: TimelinePage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    callout = page.callouts.callout
    assert isinstance(callout, Callout)
    with qtbot.waitSignal(page.link_requested) as linked:
        callout.link_button.click()
    page.camera.pan(60)
    assert not has_card(page)
    qtbot.waitUntil(lambda: has_card(page))
    with qtbot.waitSignal(page.incident_opened) as opened:
        callout.open_button.click()
    assert (opened.args, linked.args) == ([2], [2])
    assert not has_card(page)


def test_card_goes_with_its_incident(page: TimelinePage) -> None:
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    page.show_lanes(make_lanes({"Capital": BASE["Capital"]}))
    assert not has_card(page)


def test_no_card_where_the_inspector_says_it_all(page: TimelinePage) -> None:
    page.callouts.is_needed = lambda: False
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    assert page.board.current == 2
    assert not has_card(page)


def has_card(page: TimelinePage) -> bool:
    return page.callouts.callout is not None


def test_new_project_starts_with_nothing_of_the_old(page: TimelinePage) -> None:
    page.board.show_links(LinksShown.HIDDEN)
    page.set_selection([2], 2)
    page.start_over()
    assert page.board.chosen == ()
    assert page.board.arrangement == Arrangement()
    assert not page.canvas.isVisible()


def test_new_date_is_as_precise_as_the_zoom(page: TimelinePage, qtbot: QtBot) -> None:
    page.show_span(JANUARY + 9 * 86_400, JANUARY + 10 * 86_400)
    x = round(page.camera.scale.x_of(JANUARY + 9 * 86_400 + 15 * 3600 + 600))
    with qtbot.waitSignal(page.new_incident_requested) as asked:
        QTest.mouseDClick(page.canvas, _LEFT, _NONE, QPoint(x, page.board.plan.boxes[2].bottom - 8))
    assert asked.args is not None
    assert asked.args[0] == UncertainDate("2024-01-10T15")
    assert day_x(page, 10) > 0


def test_shown_incident_stays_in_view_when_the_canvas_narrows(page: TimelinePage) -> None:
    page.set_selection([7], 7)
    page.resize(700, 700)
    assert page.canvas.rect_of(7) is not None


def test_tab_goes_from_the_header_down_to_the_shelf(page: TimelinePage) -> None:
    wanted: list[QWidget] = [
        page.header.lanes,
        page.header.links,
        page.header.tools.levels,
        page.header.tools.fit,
        page.minimap,
    ]
    wanted += [page.view.column, page.canvas, page.shelf]
    stops: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        stops.append(widget)
        widget = widget.nextInFocusChain()
    assert [each for each in stops if each in wanted] == wanted


def test_waiting_for_lanes_is_said_only_where_it_takes_long(page: TimelinePage, qtbot: QtBot) -> None:
    def says() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    page.start_over()
    assert "Reading the incidents…" not in says()
    qtbot.waitUntil(lambda: "Reading the incidents…" in says())
    page.show_lanes(make_lanes())
    assert "Reading the incidents…" not in says()


def test_view_of_hours_is_told_as_the_axis_writes_them() -> None:
    hour = 3600
    told = span_text(JANUARY - 2 * hour + 59, JANUARY + 25 * hour + 1)
    assert told == "31 Dec 2023, 22:00 – 2 Jan 2024, 01:00"
    assert span_text(JANUARY + 9 * hour, JANUARY + 17 * hour) == "1 Jan 2024, 09:00 – 17:00"
    assert span_text(JANUARY + 23 * hour, JANUARY + 32 * hour) == "1 Jan 2024, 23:00 – 2 Jan, 08:00"


def test_view_of_minutes_is_told_in_minutes() -> None:
    half_past_one = JANUARY + 13 * 3600 + 1800
    assert span_text(half_past_one, half_past_one + 125) == "1 Jan 2024, 13:30 – 13:32"
    assert span_text(half_past_one + 5, half_past_one + 40) == "1 Jan 2024, 13:30"
