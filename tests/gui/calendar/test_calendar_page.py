"""The page around the calendar: forms, units, what is chosen, and why there may be nothing."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.calendar.calendar_page import CalendarPage
from gui.calendar.gap_words import gap_bounds, gap_days, gap_length, gap_sentence
from gui.calendar.incident_model import Part, RowReader
from gui.calendar.modes import Mode
from gui.calendar.words import fit_title, rest_words
from gui.filters.loaders import FilterLoaders
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentRow
from services.gaps import list_gaps
from services.periods import Period, Unit
from services.rhythm import Fit, Rhythm
from services.timeline_lanes import LaneBy
from tests.gui.calendar.counting import TODAY, columns_of, day, rhythm_of, rows

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
GAP_DATES = ("2020-01-01", "2020-03-01", "2020-03-20", "2020")


@pytest.fixture
def page(qtbot: QtBot) -> CalendarPage:
    made = CalendarPage(rows, FilterLoaders())
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.show_rhythm(rhythm_of(Unit.DAY), TODAY)
    return made


def show_gaps(page: CalendarPage) -> None:
    page.set_view(Mode.GAPS, Unit.DAY, LaneBy.STATUS)
    page.show_gaps(list_gaps(columns_of(*GAP_DATES), b"\1" * len(GAP_DATES)))


def test_units_and_forms_are_chosen_by_keys(qtbot: QtBot, page: CalendarPage) -> None:
    page.heat.setFocus()
    with qtbot.waitSignal(page.view_changed):
        QTest.keyClick(page.heat, Qt.Key.Key_2, ALT)
    assert page.unit is Unit.MONTH
    with qtbot.waitSignal(page.view_changed):
        QTest.keyClick(page.heat, Qt.Key.Key_PageDown, CTRL)
    assert page.parts_pill.isVisible()
    page.show_rhythm(rhythm_of(Unit.MONTH, in_parts=True), TODAY, [("mute", "Unverified")])
    assert page.view is page.bars
    with qtbot.waitSignal(page.view_changed):
        QTest.keyClick(page, Qt.Key.Key_PageUp, CTRL)
    assert not page.parts_pill.isVisible()


def test_plus_makes_days_large_and_minus_leads_to_weeks(qtbot: QtBot, page: CalendarPage) -> None:
    QTest.keyClick(page.heat, Qt.Key.Key_Plus)
    assert page.heat.is_large
    QTest.keyClick(page.heat, Qt.Key.Key_Minus)
    with qtbot.waitSignal(page.view_changed):
        QTest.keyClick(page.heat, Qt.Key.Key_Minus)
    assert page.unit is Unit.WEEK


def test_parts_are_chosen_in_a_menu(qtbot: QtBot, page: CalendarPage) -> None:
    page.set_view(Mode.BARS, Unit.DAY, LaneBy.STATUS)
    menu = page.parts_pill.make_menu()
    with qtbot.waitSignal(page.view_changed):
        next(action for action in menu.actions() if action.text() == "Place").trigger()
    assert page.parts_pill.by is LaneBy.PLACE


def test_chosen_day_lists_its_incidents_until_esc(qtbot: QtBot, page: CalendarPage) -> None:
    page.heat.setFocus()
    page.heat.select(day("2024-01-20"))
    page.show_pane(
        "20 January 2024", "3 incidents", [Part("On this day", [3, 4, 5]), Part("Dated only to the month", [2])]
    )
    assert page.pane.isVisible()
    assert page.pane.lists(4)
    assert not page.pane.lists(7)
    model = page.pane.list.incidents
    assert [model.data(model.index(row)) for row in range(3)] == ["On this day", "Incident 3", "Incident 4"]
    with qtbot.waitSignal(page.list_requested) as wished:
        page.pane.to_list.click()
    assert wished.args == [day("2024-01-20")]
    with qtbot.waitSignal(page.timeline_requested):
        page.pane.to_timeline.click()
    with qtbot.waitSignal(page.pane.incident_selected) as selected:
        QTest.keyClick(page.pane.list, Qt.Key.Key_Down)
    assert selected.args == [3]
    with qtbot.waitSignal(page.pane.incident_opened) as opened:
        QTest.keyClick(page.pane.list, Qt.Key.Key_Return)
    assert opened.args == [3]
    QTest.keyClick(page.pane.list, Qt.Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.chosen is None


def test_incident_selected_elsewhere_is_marked_without_announcing(qtbot: QtBot, page: CalendarPage) -> None:
    page.show_pane("20 January 2024", "", [Part("On this day", [3, 4, 5])])
    with qtbot.assertNotEmitted(page.pane.incident_selected):
        page.pane.list.select_incident(4)
    assert page.pane.list.selected_id() == 4


def test_gaps_are_listed_and_open_by_keys(qtbot: QtBot, page: CalendarPage) -> None:
    show_gaps(page)
    model = page.gaps.gap_model
    assert [model.data(model.index(row)) for row in range(3)] == ["Longest silences first", "59 days", "18 days"]
    with qtbot.waitSignal(page.chosen_changed):
        QTest.keyClick(page.gaps, Qt.Key.Key_Down)
    gap = page.chosen
    assert gap is model.gaps[0]
    assert gap_bounds(model.gaps[0]) == ("2020-01-01", "2020-03-01")
    with qtbot.waitSignal(page.list_requested) as wished:
        QTest.keyClick(page.gaps, Qt.Key.Key_Return)
    assert wished.args == [gap]
    with qtbot.waitSignal(page.timeline_requested):
        QTest.keyClick(page.gaps, Qt.Key.Key_Return, SHIFT)
    assert not page.gaps.grab().isNull()


def test_gap_is_told_in_one_sentence() -> None:
    (gap, *_) = list_gaps(columns_of(*GAP_DATES), b"\1" * len(GAP_DATES))
    assert gap_length(gap) == "59 days"
    assert gap_days(gap) == "2 January to 29 February 2020"
    assert gap_sentence(gap, "A", "B") == (
        "nothing recorded for 59 days, 2 January to 29 February 2020, from “A” to “B”, 1 dated less exactly may lie in it"
    )


def test_page_says_why_it_is_empty(qtbot: QtBot, page: CalendarPage) -> None:
    page.empty.show_nothing(Rhythm(Unit.DAY), hidden=148)
    page.show_empty()
    assert page.empty.isVisible()
    assert page.empty.accessibleName() == "Nothing matches these filters. 148 incidents are hidden."
    page.empty.show_nothing(Rhythm(Unit.DAY, undated=2), hidden=0)
    assert page.empty.accessibleName() == "No dated incidents. 2 are undated."
    page.empty.show_nothing(Rhythm(Unit.DAY), hidden=0)
    assert page.empty.accessibleName() == "No incidents yet. Press N."
    page.empty.show_nothing(rhythm_of(Unit.DAY, "2024-01", "2024", "2024", "../2024"), hidden=1)
    said = "None is dated to the day. 1 to the month, 2 to the year, 1 only before or after a date."
    assert page.empty.accessibleName() == said
    page.set_view(Mode.GAPS, Unit.DAY, LaneBy.STATUS)
    page.show_gaps(())
    assert page.empty.isVisible()


@pytest.mark.parametrize(
    ("fit", "period", "unit", "words"),
    [
        (Fit.COUNTED, day("2024-01-20"), Unit.DAY, "On this day"),
        (Fit.COUNTED, Period(Unit.MONTH, 2024 * 12), Unit.MONTH, "In this month"),
        (Fit.COUNTED, Period(Unit.MONTH, 2024 * 12), Unit.DAY, "In the month, not dated to the day"),
        (Fit.OF_MONTH, Period(Unit.WEEK, 0), Unit.WEEK, "In the month, not dated to the week"),
        (Fit.COUNTED, Period(Unit.YEAR, 2024), Unit.MONTH, "In the year, not dated to the month"),
    ],
)
def test_headings_say_how_dates_fit(fit: Fit, period: Period, unit: Unit, words: str) -> None:
    assert fit_title(fit, period, unit) == words


def test_what_has_no_place_is_told() -> None:
    rhythm = rhythm_of(Unit.DAY, "2024-01-20", "199X", "[..2020]", "", "")
    assert rest_words(rhythm) == (
        "Without a place here: 1 within several years, 1 only before or after a date, 2 undated"
    )
    assert not rest_words(rhythm_of(Unit.DAY, "2024-01-20"))


def test_file_that_cannot_be_read_is_told_once(qtbot: QtBot) -> None:
    def fail(_ids: Sequence[int]) -> Sequence[IncidentRow]:
        raise UserFacingError(ProblemCode.DAMAGED)

    reader = RowReader(fail)
    with qtbot.waitSignal(reader.fetch_failed):
        assert reader.row(1, [1, 2]) is None
    with qtbot.assertNotEmitted(reader.fetch_failed):
        reader.row(2, [])


def test_keys_below_make_way_for_what_has_no_place(page: CalendarPage) -> None:
    legend = page.legend
    legend.show_parts([("ok", name) for name in ("Unverified", "Reported", "Verified", "Disputed", "Withdrawn")])
    legend.show_rest("")
    assert legend._keys.isVisible()
    page.resize(880, 600)
    legend.show_rest("Without a place here: 2 only before or after a date, 1 undated")
    QApplication.processEvents()
    assert not legend._keys.isVisible()
    assert legend._rest.width() > 140


def test_narrow_page_still_shows_all_its_controls(qtbot: QtBot, page: CalendarPage) -> None:
    page.resize(470, 500)
    assert page.width() == 470
    page.grab()
    for control in (page.tools, page.filter_bar, page.legend):
        assert control.geometry().right() <= page.width()
