"""The heat map: where squares are, what they say, and how one gets around."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.calendar import period_canvas
from gui.calendar.heat_canvas import HeatCanvas
from gui.calendar.heat_layout import HeatLayout
from gui.calendar.heat_scale import HeatScale, heat_colours, heat_ink
from gui.calendar.heat_shapes import make_shape
from gui.calendar.words import tip_of
from gui.theme import DARK, LIGHT, Theme
from services.periods import Period, Unit
from tests.gui.calendar.counting import TODAY, day, rhythm_of
from tests.gui.listener import Listener
from tests.gui.test_foundation import contrast

ALL = [(Unit.DAY, False), (Unit.DAY, True), (Unit.WEEK, False), (Unit.MONTH, False), (Unit.YEAR, False)]


@pytest.fixture
def canvas(qtbot: QtBot) -> HeatCanvas:
    made = HeatCanvas()
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show_rhythm(rhythm_of(Unit.DAY), TODAY)
    made.show()
    return made


@pytest.mark.parametrize(("unit", "is_large"), ALL)
@pytest.mark.parametrize("width", [430, 860, 1140])
def test_each_square_is_found_where_it_is(unit: Unit, is_large: bool, width: int) -> None:
    layout = HeatLayout(make_shape(unit, width, 0, is_large=is_large), rhythm_of(unit))
    for number in rhythm_of(unit).numbers:
        period = Period(unit, number)
        box = layout.box_of(period)
        assert box is not None
        assert layout.period_at(box.left + box.width // 2, box.top + box.height // 2) == period


@pytest.mark.parametrize(("unit", "is_large"), ALL)
def test_squares_do_not_overlap(unit: Unit, is_large: bool) -> None:
    shape = make_shape(unit, 1140, 0, is_large=is_large)
    boxes = [box for _, box in shape.cells(2020)]
    corners = {(box.left, box.top) for box in boxes}
    assert len(corners) == len(boxes)
    assert max(box.top + box.height for box in boxes) <= shape.row_height


def test_empty_years_are_folded_and_say_how_many() -> None:
    layout = HeatLayout(make_shape(Unit.DAY, 1100, 0), rhythm_of(Unit.DAY))
    assert [(row.key, row.last, row.is_fold) for row in layout.rows] == [
        (2011, 2011, False),
        (2012, 2023, True),
        (2024, 2024, False),
    ]


def test_single_empty_year_is_shown() -> None:
    layout = HeatLayout(make_shape(Unit.MONTH, 1100, 0), rhythm_of(Unit.MONTH, "2020-01-01", "2022-01-01"))
    assert [row.key for row in layout.rows] == [2020, 2021, 2022]


def test_labels_of_months_and_years_can_be_chosen(canvas: HeatCanvas) -> None:
    january = canvas.sheet.box_of(Period(Unit.MONTH, 2024 * 12))
    assert january is not None
    assert canvas.sheet.period_at(january.left + 4, january.top + 4) == Period(Unit.MONTH, 2024 * 12)
    row = canvas.sheet.row_of(Period(Unit.YEAR, 2024))
    assert row is not None
    assert canvas.sheet.period_at(10, row.top + 10) == Period(Unit.YEAR, 2024)


def test_tips_tell_exact_and_inexact_dates_apart() -> None:
    rhythm = rhythm_of(Unit.DAY)
    assert tip_of(rhythm, day("2024-01-20")) == "3 incidents on 20 January 2024, a Saturday"
    assert tip_of(rhythm, day("2024-01-22")) == "No incident on 22 January 2024, a Monday"
    january = tip_of(rhythm, Period(Unit.MONTH, 2024 * 12))
    assert january == "5 incidents in January 2024\n1 of them not dated to the day"
    assert "1 of them not dated to the month" in tip_of(rhythm, Period(Unit.YEAR, 2024))


def test_keys_walk_from_square_to_square(canvas: HeatCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == day("2024-03-02")
    QTest.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert canvas.selected == day("2024-01-21")
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.selected == day("2024-01-20")
    assert canvas.accessibleDescription() == "3 incidents on 20 January 2024, a Saturday"
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == day("2024-01-27")
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.selected == day("2011-05-04")


def test_chosen_day_is_announced(canvas: HeatCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    listener = Listener()
    monkeypatch.setattr(period_canvas, "QAccessible", listener)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert listener.heard == [canvas.accessibleDescription()]
    assert canvas.selected is not None
    assert listener.heard == [tip_of(canvas.rhythm, canvas.selected)]
    canvas.select(None)
    assert len(listener.heard) == 1


def test_keys_pass_over_folded_years(canvas: HeatCanvas) -> None:
    canvas.select(day("2011-12-31"))
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected == day("2024-01-01")
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.selected == day("2011-12-31")


def test_enter_opens_what_is_chosen_and_esc_leaves_it(qtbot: QtBot, canvas: HeatCanvas) -> None:
    canvas.select(day("2024-01-20"))
    with qtbot.waitSignal(canvas.period_opened) as opened:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert opened.args == [day("2024-01-20")]
    with qtbot.waitSignal(canvas.timeline_requested):
        QTest.keyClick(canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selected is None


def test_tab_shows_where_it_led(canvas: HeatCanvas) -> None:
    plain = canvas.grab().toImage()
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert canvas.grab().toImage() != plain
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert canvas.grab().toImage() == plain


def test_wheel_with_ctrl_asks_for_another_unit(qtbot: QtBot, canvas: HeatCanvas) -> None:
    def turn(amount: int) -> None:
        place, nothing = QPointF(100, 100), Qt.MouseButton.NoButton
        ctrl, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
        at = canvas.mapToGlobal(place)
        event = QWheelEvent(place, at, QPoint(), QPoint(0, amount), nothing, ctrl, phase, False)
        QApplication.sendEvent(canvas.viewport(), event)

    with qtbot.assertNotEmitted(canvas.zoom_requested):
        turn(60)
    with qtbot.waitSignal(canvas.zoom_requested) as asked:
        turn(60)
    assert asked.args == [1]


def test_click_chooses_and_chosen_square_is_scrolled_into_view(canvas: HeatCanvas) -> None:
    canvas.resize(1100, 200)
    canvas.select(day("2024-03-02"))
    box = canvas.box_of(day("2024-03-02"))
    assert box is not None
    assert canvas.viewport().rect().contains(box)
    other = canvas.box_of(day("2024-01-20"))
    assert other is not None
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=other.center())
    assert canvas.selected == day("2024-01-20")
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 199))
    assert canvas.selected is None


def test_scale_gives_each_step_as_many_counts() -> None:
    assert HeatScale([1, 1, 2, 3, 5, 12]).ranges() == [(1, 1, 1), (2, 2, 2), (3, 3, 4), (4, 5, 12)]
    assert HeatScale([1]).ranges() == [(2, 1, 1)]
    assert HeatScale([]).ranges() == []
    assert [HeatScale(range(7, 37)).step_of(count) for count in (0, 7, 20, 36)] == [0, 1, 2, 4]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_numbers_can_be_read_on_every_square(theme: Theme) -> None:
    for step, ground in enumerate(heat_colours(theme)):
        assert contrast(heat_ink(theme, step), ground) >= 4.5


@pytest.mark.parametrize(("unit", "is_large"), ALL)
def test_dates_of_any_age_are_drawn(qtbot: QtBot, unit: Unit, is_large: bool) -> None:
    canvas = HeatCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 400)
    canvas.set_large(is_large)
    canvas.show_rhythm(rhythm_of(unit, "Y-66000000", "-0043-03-15", "0079-08-24", "2024-01-20", "Y3E10"), TODAY)
    for number in canvas.rhythm.numbers:
        canvas.select(Period(unit, number))
        assert canvas.box_of(Period(unit, number)) is not None
        canvas.grab()


def test_chosen_month_is_set_off(canvas: HeatCanvas) -> None:
    before = canvas.grab().toImage()
    canvas.select(Period(Unit.MONTH, 2024 * 12))
    month = canvas.grab().toImage()
    canvas.select(Period(Unit.YEAR, 2024))
    year = canvas.grab().toImage()
    assert len({before.cacheKey(), month.cacheKey(), year.cacheKey()}) == 3
    assert before != month != year


@pytest.mark.parametrize(("unit", "is_large"), ALL)
def test_every_unit_is_drawn(qtbot: QtBot, unit: Unit, is_large: bool) -> None:
    canvas = HeatCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(700, 400)
    canvas.set_large(is_large)
    canvas.show_rhythm(rhythm_of(unit), TODAY)
    before = canvas.grab().toImage()
    canvas.select(canvas.neighbour(1))
    assert canvas.grab().toImage() != before
