"""The rest of what the timeline answers to: tips, menus, touch, the axis, the strip, and painting in both themes."""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.style import dress
from gui.theme import DARK, LIGHT
from gui.timeline.legend_painter import legend_words
from gui.timeline.loaders import CaptionCache, TimelineLoaders
from gui.timeline.minimap import Minimap
from gui.timeline.scene import Hit, Target
from gui.timeline.timeline_page import TimelinePage
from models.enums import LinkKind
from services.captions import Caption
from services.timeline_lanes import Lane, LaneBy, LaneKey, LegendEntry, LinkColumns
from services.timeline_links import LINK_KINDS
from tests.gui.timeline.boards import JANUARY, day_x, look_at, make_lanes, make_page, place_of, turn

DAY = 86_400
_LEFT, _K, _M = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier
_NONE = _M.NoModifier


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    dress(qapp, request.param)
    yield
    dress(qapp, LIGHT)


def rich_page() -> TimelinePage:
    """Tag lanes with colours, a legend, a link, silences; a lane collapsed, one focused, an incident shown."""
    page = make_page(undated=(8,))
    lanes = make_lanes(undated=(8,))
    colourful = tuple(replace(lane, colour=number) for number, lane in enumerate(lanes.lanes))
    link = LinkColumns(
        array("q", [1]),
        array("q", [5]),
        array("q", [1]),
        bytes([LINK_KINDS.index(LinkKind.RESPONSE_TO)]),
        array("q", [JANUARY + 4 * DAY]),
        array("q", [JANUARY + 13 * DAY]),
    )
    legend = (LegendEntry(1, LaneKey(LaneBy.TAG, 1), "Attack", "tag0"),)
    silences = ((JANUARY + 26 * DAY, JANUARY + 40 * DAY - 1),)
    page.show_lanes(replace(lanes, lanes=colourful, links=link, legend=legend, silences=silences))
    page.board.toggle(colourful[2].key)
    page.board.select([3], 3)
    return page


def show_tip(widget: QWidget, place: QPoint) -> str:
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()


@pytest.mark.usefixtures("themed")
def test_page_paints_all_that_it_can_show_in_both_themes(qtbot: QtBot) -> None:
    page = rich_page()
    qtbot.addWidget(page)
    page.view.column.setFocus()
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    callout = page.callouts.callout
    assert callout is not None
    ground = page.grab().toImage()
    assert not callout.grab().isNull()
    assert (
        ground.pixelColor(10, 690) == (DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT).bg
    )
    page.shelf.setFocus()
    page.minimap.setFocus()
    page.header.tools.slider.setFocus()
    assert not page.grab().isNull()


def test_legend_names_colours_and_shapes() -> None:
    entry = LegendEntry(1, LaneKey(LaneBy.TAG, 1), "Attack", "tag0")
    words = legend_words((entry,))
    assert words.startswith("Attack, day, lasted from – to")
    assert words.endswith("link")


def test_tips_of_canvas_and_lanes_say_what_is_there(page: TimelinePage) -> None:
    assert show_tip(page.canvas, place_of(page, 3)).startswith("Incident 3\nbetween 18")
    box = page.board.plan.boxes[1]
    tip = show_tip(page.view.column, QPoint(30, box.top + 20))
    assert tip.startswith("Capital, 3 incidents\nCollapse (Enter)")
    assert page.source.tip(Hit(Target.EMPTY, -1, 0)) == ""


def test_tip_of_a_link_tells_both_ends(qtbot: QtBot) -> None:
    page = rich_page()
    qtbot.addWidget(page)
    arrow = page.canvas.scene().arrows[0]
    found = page.canvas.hit_at(QPointF(arrow.pill_x, arrow.pill_y))
    assert found.kind is Target.ARROW
    assert page.source.tip(found) == "Incident 5 response to Incident 1"
    QTest.mouseClick(page.canvas, _LEFT, _NONE, QPoint(round(arrow.pill_x), round(arrow.pill_y)))
    assert set(page.board.chosen) == {1, 5}


def test_click_on_a_link_that_leaves_the_view_follows_it(qtbot: QtBot) -> None:
    page = rich_page()
    qtbot.addWidget(page)
    look_at(page, 10)
    page.board.select([1], 1)
    (arrow,) = page.canvas.scene().arrows
    assert arrow.away_id == 5
    assert 5 not in {mark.id for mark in page.canvas.scene().marks}
    QTest.mouseClick(page.canvas, _LEFT, _NONE, QPoint(round(arrow.pill_x), round(arrow.pill_y)))
    assert (set(page.board.chosen), page.board.current) == ({1, 5}, 5)
    assert page.canvas.rect_of(5) is not None


def test_click_on_a_link_into_a_ring_takes_its_end_out(qtbot: QtBot) -> None:
    crowd = {"Base": [(1, "2024-01-06")], "Capital": [(number, "2024-01-18T10:00") for number in range(2, 20)]}
    page = make_page(crowd)
    qtbot.addWidget(page)
    starts = array("q", [JANUARY + 5 * DAY]), array("q", [JANUARY + 17 * DAY + 10 * 3_600])
    link = LinkColumns(array("q", [1]), array("q", [1]), array("q", [18]), bytes(1), *starts)
    page.show_lanes(replace(make_lanes(crowd), links=link))
    (arrow,) = page.canvas.scene().arrows
    assert arrow.word
    assert {mark.id for mark in page.canvas.scene().marks} == {1}
    QTest.mouseClick(page.canvas, _LEFT, _NONE, QPoint(round(arrow.pill_x), round(arrow.pill_y)))
    assert (set(page.board.chosen), page.board.current) == ({1, 18}, 18)
    assert {mark.id for mark in page.canvas.scene().marks} == {1, 18}
    (arrow,) = page.canvas.scene().arrows
    assert arrow.away_id is None


def test_tip_of_a_ring_tells_how_many_and_when(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, "2024-01-10") for number in range(1, 60)]}, days=3000)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    tip = page.source.tip(page.canvas.hit_at(QPointF(ring.x, ring.y)))
    assert tip.startswith(f"{ring.count} incidents\n")


def test_tip_of_the_ring_at_the_left_edge_says_that_they_began_earlier(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, "2020/2030") for number in range(1, 60)]}, days=31)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    assert ring.is_before
    tip = page.source.tip(page.canvas.hit_at(QPointF(ring.x, ring.y)))
    assert re.fullmatch(rf"{ring.count} incidents\nbegun by \d+ December 2023", tip)


def test_incident_inside_a_ring_is_found_where_the_ring_is(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, "2024-01-10") for number in range(1, 60)]}, days=3000)
    qtbot.addWidget(page)
    ring = page.canvas.scene().clusters[0]
    hidden = page.source.cluster_ids(page.board, page.canvas.scene(), ring)[0]
    rect = page.canvas.rect_of(hidden)
    assert rect is not None
    assert rect.contains(round(ring.x), round(ring.y))


def test_rubber_band_takes_what_a_ring_holds(qtbot: QtBot) -> None:
    page = make_page({"Base": [(number, "2024-01-10") for number in range(1, 60)]}, days=3000)
    qtbot.addWidget(page)
    canvas = page.canvas
    corner = QPoint(canvas.width() - 10, page.board.plan.boxes[0].bottom - 4)
    QTest.mousePress(canvas, _LEFT, _M.ShiftModifier, QPoint(2, 2))
    QTest.mouseMove(canvas, corner)
    page.grab()
    QTest.mouseRelease(canvas, _LEFT, _M.ShiftModifier, corner)
    assert len(page.board.chosen) == 59


def test_menu_key_asks_at_the_shown_incident(page: TimelinePage, qtbot: QtBot) -> None:
    page.board.select([4], 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    with qtbot.waitSignal(page.menu_requested) as asked:
        QApplication.sendEvent(page.canvas, event)
    assert asked.args is not None
    assert asked.args[0] == 4
    page.board.select([9], 9)
    with qtbot.waitSignal(page.menu_requested) as asked:
        QApplication.sendEvent(page.shelf, event)
    assert asked.args is not None
    assert asked.args[0] == 9


def test_pinch_on_a_touchpad_zooms_to_its_middle(page: TimelinePage) -> None:
    x = day_x(page, 12)
    second, before = page.camera.scale.t_at(x), page.camera.scale.seconds_per_px
    kind = Qt.NativeGestureType.ZoomNativeGesture
    place = QPointF(x, 200)
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, place, place, page.canvas.mapToGlobal(place), 0.25, QPointF()
    )
    QApplication.sendEvent(page.canvas, event)
    assert page.camera.scale.seconds_per_px < before
    assert page.camera.scale.x_of(second) == pytest.approx(x, abs=1)


def test_axis_pans_by_drag_and_zooms_by_wheel(page: TimelinePage) -> None:
    axis, before = page.view.axis, page.camera.scale
    QTest.mousePress(axis, _LEFT, _NONE, QPoint(400, 20))
    QTest.mouseMove(axis, QPoint(300, 20))
    QTest.mouseRelease(axis, _LEFT, _NONE, QPoint(300, 20))
    assert page.camera.scale.start == before.panned(100).start
    turn(axis, QPoint(400, 20), 1)
    assert page.camera.scale.seconds_per_px < before.seconds_per_px


def test_strip_answers_keys_wheel_and_double_click(page: TimelinePage) -> None:
    strip = page.minimap
    page.show_span(JANUARY + 9 * DAY, JANUARY + 12 * DAY)
    start, near = page.camera.scale.start, page.camera.scale.seconds_per_px
    turn(strip, QPoint(300, 20), -1)
    assert page.camera.scale.start > start
    for key in (_K.Key_PageUp, _K.Key_PageDown, _K.Key_Left, _K.Key_Plus, _K.Key_Minus):
        QTest.keyClick(strip, key)
    assert page.camera.scale.seconds_per_px == pytest.approx(near)
    QTest.keyClick(strip, _K.Key_0)
    assert page.visible_span()[1] > JANUARY + 40 * DAY
    page.show_span(JANUARY + 9 * DAY, JANUARY + 12 * DAY)
    QTest.mouseDClick(strip, _LEFT, _NONE, QPoint(20, 20))
    assert page.visible_span()[1] > JANUARY + 40 * DAY


def test_strip_shows_what_can_be_taken(page: TimelinePage) -> None:
    strip: Minimap = page.minimap
    page.show_span(JANUARY + 9 * DAY, JANUARY + 12 * DAY)
    brush = strip.brush()
    shapes = []
    for x in (brush.left(), brush.center().x(), brush.right() + 200):
        QTest.mouseMove(strip, QPoint(round(x), 30))
        shapes.append(strip.cursor().shape())
    assert shapes == [Qt.CursorShape.SizeHorCursor, Qt.CursorShape.OpenHandCursor, Qt.CursorShape.ArrowCursor]


def test_left_handle_of_the_strip_moves_the_start_alone(page: TimelinePage) -> None:
    page.show_span(JANUARY + 9 * DAY, JANUARY + 12 * DAY)
    _, last = page.visible_span()
    x = round(page.minimap.brush().left())
    QTest.mousePress(page.minimap, _LEFT, _NONE, QPoint(x, 30))
    QTest.mouseMove(page.minimap, QPoint(x - 80, 30))
    QTest.mouseRelease(page.minimap, _LEFT, _NONE, QPoint(x - 80, 30))
    assert page.visible_span()[0] < JANUARY + 8 * DAY
    assert page.visible_span()[1] == pytest.approx(last, abs=7200)


def test_shelf_scrolls_opens_and_lets_go(qtbot: QtBot) -> None:
    page = make_page(undated=tuple(range(100, 160)))
    qtbot.addWidget(page)
    shelf = page.shelf
    page.grab()
    turn(shelf, QPoint(300, 20), -1)
    turn(shelf, QPoint(300, 20), -1)
    page.grab()
    assert shelf.chip_rect(100).isEmpty()
    with qtbot.waitSignal(page.incident_opened) as opened:
        QTest.mouseDClick(shelf, _LEFT, _NONE, shelf.chip_rect(102).center().toPoint())
    assert opened.args == [102]
    chip = shelf.chip_rect(103).center().toPoint()
    with qtbot.assertNotEmitted(page.date_changed):
        QTest.mousePress(shelf, _LEFT, _NONE, chip)
        QTest.mouseMove(shelf, chip - QPoint(0, 200))
        QTest.keyClick(shelf, _K.Key_Escape)
        QTest.mouseRelease(shelf, _LEFT, _NONE, chip)
    page.reveal(150)
    page.grab()
    assert not shelf.chip_rect(150).isEmpty()


def test_lanes_by_key_end_and_collapse(page: TimelinePage) -> None:
    column = page.view.column
    column.setFocus()
    for _ in range(5):
        QTest.keyClick(column, _K.Key_Down)
    assert column.accessibleDescription() == "Harbour, 1 incident, open, 3 of 3"
    QTest.keyClick(column, _K.Key_Left)
    QTest.keyClick(column, _K.Key_Left)
    assert is_collapsed(page)
    QTest.keyClick(column, _K.Key_Right)
    assert not is_collapsed(page)
    QTest.mouseMove(column, QPoint(30, 30))
    QApplication.sendEvent(column, QEvent(QEvent.Type.Leave))
    QTest.keyClick(column, _K.Key_A)


def is_collapsed(page: TimelinePage) -> bool:
    return page.board.plan.boxes[2].collapsed


def test_middle_button_pans_also_on_a_mark(page: TimelinePage, qtbot: QtBot) -> None:
    start, before = place_of(page, 2), page.camera.scale
    middle = Qt.MouseButton.MiddleButton
    with qtbot.assertNotEmitted(page.date_changed):
        QTest.mousePress(page.canvas, middle, _NONE, start)
        QTest.mouseMove(page.canvas, start + QPoint(50, 0))
        QTest.mouseRelease(page.canvas, middle, _NONE, start + QPoint(50, 0))
    assert page.camera.scale.start == before.panned(-50).start


def test_hover_shows_what_can_be_dragged(page: TimelinePage) -> None:
    shapes = []
    for place in (
        place_of(page, 5, "right"),
        place_of(page, 2),
        QPoint(day_x(page, 2), page.board.plan.boxes[2].bottom - 9),
    ):
        QTest.mouseMove(page.canvas, place)
        shapes.append(page.canvas.cursor().shape())
    wanted = [Qt.CursorShape.SizeHorCursor, Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor]
    assert shapes == wanted


def test_open_date_shows_no_edge_that_it_does_not_have(qtbot: QtBot) -> None:
    page = make_page({"Base": ((1, "[..2024-01-12]"), (2, "2024-01-05/.."))})
    qtbot.addWidget(page)
    for incident_id in (1, 2):
        start = place_of(page, incident_id)
        QTest.mousePress(page.canvas, _LEFT, _NONE, start)
        QTest.mouseMove(page.canvas, start + QPoint(60, 0))
        drag = page.canvas.pointer.drag
        assert drag is not None
        assert drag.date != drag.before
        page.grab()
        QTest.keyClick(page.canvas, _K.Key_Escape)
        QTest.mouseRelease(page.canvas, _LEFT, _NONE, start)


def test_focus_by_key_is_seen_and_a_click_hides_its_frame(page: TimelinePage, qtbot: QtBot) -> None:
    def corner() -> object:
        return page.canvas.grab().toImage().pixelColor(1, 9)

    with qtbot.waitActive(page):
        page.activateWindow()
    plain = corner()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert corner() == LIGHT.accent
    QTest.mouseClick(page.canvas, _LEFT, _NONE, QPoint(day_x(page, 2), page.board.plan.boxes[2].bottom - 9))
    assert corner() == plain


def test_captions_are_read_once_and_not_kept_for_ever() -> None:
    asked: list[int] = []

    def read(ids: Sequence[int]) -> Mapping[int, Caption]:
        asked.extend(ids)
        return {each: Caption(str(each), UncertainDate()) for each in ids}

    cache = CaptionCache(read)
    cache([1, 2])
    cache([2, 3])
    assert asked == [1, 2, 3]
    cache(list(range(10, 5000)))
    asked.clear()
    assert cache([1])[1].title == "1"
    assert asked == [1]


def test_page_without_loaders_has_no_words(qtbot: QtBot) -> None:
    page = TimelinePage(TimelineLoaders())
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.show_lanes(make_lanes())
    look_at(page, 31)
    QTest.mouseClick(page.canvas, _LEFT, _NONE, place_of(page, 2))
    assert page.callouts.callout is None
    assert page.canvas.accessibleDescription() == "Nothing selected"
    assert isinstance(page.board.lanes.lanes[0], Lane)
