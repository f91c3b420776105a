"""The bars: where they are, what is folded, how one gets around."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.calendar.bars_canvas import BarsCanvas
from gui.calendar.bars_layout import LEAST, MOST, BarsLayout, fitting_pitch, grid_step, zoomed_pitch
from gui.calendar.bars_painter import GUTTER, axis_height
from services.periods import Period, Unit
from tests.gui.calendar.counting import TODAY, day, rhythm_of


@pytest.fixture
def canvas(qtbot: QtBot) -> BarsCanvas:
    made = BarsCanvas()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.set_roles(["mute", "accent", "ok", "bad", "field"])
    made.show_rhythm(rhythm_of(Unit.DAY, in_parts=True), TODAY)
    made.show()
    return made


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("pitch", [LEAST, 11.5, MOST])
def test_each_bar_is_found_where_it_is(unit: Unit, pitch: float) -> None:
    rhythm = rhythm_of(unit)
    bars = BarsLayout(rhythm, pitch)
    for number in rhythm.numbers:
        x = bars.x_of(number)
        assert x is not None
        assert bars.number_at(x + pitch / 2) == number


def test_long_empty_stretch_is_folded_into_the_same_room() -> None:
    bars = BarsLayout(rhythm_of(Unit.DAY), 10)
    assert [run.is_fold for run in bars.runs] == [False, True, False]
    fold = bars.runs[1]
    assert bars.number_at(fold.left + 5) is None
    assert Period(Unit.DAY, fold.first) == day("2011-05-05")
    assert Period(Unit.DAY, fold.last) == day("2024-01-19")


def test_millions_of_empty_years_cost_nothing() -> None:
    bars = BarsLayout(rhythm_of(Unit.YEAR, "Y-66000000", "2024"), 20)
    assert len(bars.runs) == 3
    assert bars.width < 300


def test_months_stand_under_their_bars() -> None:
    bars = BarsLayout(rhythm_of(Unit.DAY), 10)
    found = list(bars.groups(bars.runs[2], Unit.MONTH))
    assert [period.edtf for period, _, _ in found] == ["2024-01", "2024-02", "2024-03"]
    assert found[1][1] == bars.x_of(day("2024-02-01").number)
    assert found[0][2] == found[1][1]


def test_fit_and_zoom_stay_within_their_limits() -> None:
    rhythm = rhythm_of(Unit.DAY)
    pitch = fitting_pitch(rhythm, 600)
    assert BarsLayout(rhythm, pitch).width <= 600
    assert fitting_pitch(rhythm, 10) == LEAST
    assert zoomed_pitch(MOST, 1) == MOST
    assert zoomed_pitch(LEAST, -1) == LEAST


@pytest.mark.parametrize(("most", "step"), [(1, 1), (5, 1), (6, 2), (11, 5), (30, 10), (99, 20), (5_000, 1_000)])
def test_scale_has_at_most_five_lines(most: int, step: int) -> None:
    assert grid_step(most) == step


def test_bars_and_names_below_them_can_be_chosen(canvas: BarsCanvas) -> None:
    box = canvas.box_of(day("2024-01-20"))
    assert box is not None
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center().x(), 60))
    assert canvas.selected == day("2024-01-20")
    below = canvas.viewport().height() - axis_height(canvas.bars) + 30
    found = {canvas.period_at(QPoint(box.center().x(), y)) for y in range(below, canvas.viewport().height(), 4)}
    assert found & {Period(Unit.MONTH, 2024 * 12), Period(Unit.YEAR, 2024)}
    assert canvas.period_at(QPoint(GUTTER - 20, 60)) is None


def test_arrows_pass_over_a_fold(canvas: BarsCanvas) -> None:
    canvas.select(day("2011-05-04"))
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == day("2024-01-20")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selected == day("2011-05-04")


def test_zoom_keeps_the_place_under_the_pointer(canvas: BarsCanvas) -> None:
    box = canvas.box_of(day("2024-01-20"))
    assert box is not None
    assert canvas.zoom(1, box.center().x())
    after = canvas.box_of(day("2024-01-20"))
    assert after is not None
    assert after.width() > box.width()
    assert abs(after.center().x() - box.center().x()) <= after.width()
    canvas.fit()
    assert canvas.box_of(day("2024-01-20")) == box


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_is_drawn_with_and_without_parts(qtbot: QtBot, unit: Unit) -> None:
    canvas = BarsCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(700, 300)
    canvas.show_rhythm(rhythm_of(unit), TODAY)
    plain = canvas.grab().toImage()
    canvas.set_roles(["mute", "accent", "ok", "bad", "field"])
    canvas.show_rhythm(rhythm_of(unit, in_parts=True), TODAY)
    assert canvas.grab().toImage() != plain
