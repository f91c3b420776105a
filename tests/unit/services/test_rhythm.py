"""What counts where: days, weeks, months and years of incidents, exact and inexact ones told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import UncertainDate
from dates.calendar import to_days
from models.drafts import IncidentDraft, IncidentPatch
from services.date_shapes import shape_of
from services.incident_index import IncidentColumns, IncidentIndex, IncidentNumbers, read_columns
from services.incident_selection import select_all
from services.incidents import add_incidents, edit_incident
from services.periods import Period, Unit, number_of, period_of
from services.project import Project
from services.rhythm import Fit, PeriodPlaces, count_rhythm, incidents_of, period_at

JANUARY = 2024 * 12
DATES = (
    "2024-01-20",
    "2024-01-20T05:30",
    "2024-01-20~",
    "2024-01-21/2024-02-03",
    "2023-12-30/..",
    "2024-01",
    "[2024-01-04..2024-01-09]",
    "2024",
    "[2023-12-30..2024-01-02]",
    "[..2024-01-20]",
    "199X",
    "",
)


def columns_of(*dates: str) -> IncidentColumns:
    """An index of these dates, whose ids count from 1."""
    return IncidentColumns(
        IncidentNumbers(number, *shape_of(edtf), 0, 0, 0, 0, "", "", number, 0, 0)
        for number, edtf in enumerate(dates, 1)
    )


def day(text: str) -> int:
    year, month, of_month = (int(part) for part in text.split("-"))
    return to_days(year, month, of_month)


def test_day_counts_only_what_is_known_to_the_day() -> None:
    columns = columns_of(*DATES)
    rhythm = count_rhythm(PeriodPlaces(Unit.DAY, columns), b"\1" * len(DATES))
    assert rhythm.counts == {day("2024-01-20"): 3, day("2024-01-21"): 1, day("2023-12-30"): 1}
    assert rhythm.by_month == {JANUARY: 2}
    assert rhythm.by_year == {2024: 1}
    assert (rhythm.longer, rhythm.open, rhythm.undated) == (2, 1, 1)
    assert rhythm.total == len(DATES)
    assert rhythm.most == 3


@pytest.mark.parametrize(
    ("unit", "placed", "months", "years", "longer"),
    [(Unit.WEEK, 5, 2, 1, 2), (Unit.MONTH, 7, 0, 1, 2), (Unit.YEAR, 8, 0, 0, 2)],
)
def test_coarser_units_place_more(unit: Unit, placed: int, months: int, years: int, longer: int) -> None:
    rhythm = count_rhythm(PeriodPlaces(unit, columns_of(*DATES)), b"\1" * len(DATES))
    assert rhythm.placed == placed
    assert sum(rhythm.by_month.values()) == months
    assert sum(rhythm.by_year.values()) == years
    assert (rhythm.longer, rhythm.open, rhythm.undated) == (longer, 1, 1)


def test_incidents_of_a_day_are_told_by_how_their_date_fits() -> None:
    columns = columns_of(*DATES)
    places = PeriodPlaces(Unit.DAY, columns)
    bits = b"\1" * len(DATES)
    found = incidents_of(places, columns, bits, Period(Unit.DAY, day("2024-01-20")))
    assert {fit: list(ids) for fit, ids in found.items()} == {
        Fit.COUNTED: [1, 2, 3],
        Fit.LASTING: [5],
        Fit.OF_MONTH: [6],
        Fit.OF_YEAR: [8],
        Fit.MAYBE: [10],
    }


def test_incidents_of_a_month_that_is_counted_by_day() -> None:
    columns = columns_of(*DATES)
    places = PeriodPlaces(Unit.DAY, columns)
    found = incidents_of(places, columns, b"\1" * len(DATES), Period(Unit.MONTH, JANUARY))
    assert list(found[Fit.COUNTED]) == [6, 7]
    assert list(found[Fit.INSIDE]) == [1, 2, 3, 4]
    assert list(found[Fit.LASTING]) == [5]


def test_week_over_the_end_of_a_month_may_lie_in_either() -> None:
    columns = columns_of("[2024-01-30..2024-02-02]", "2024-01-30/2024-02-02", "2024-02-01")
    places = PeriodPlaces(Unit.WEEK, columns)
    found = incidents_of(places, columns, b"\1" * 3, Period(Unit.MONTH, JANUARY + 1))
    assert {fit: list(ids) for fit, ids in found.items()} == {Fit.MAYBE: [1], Fit.LASTING: [2], Fit.INSIDE: [3]}


def test_hidden_incidents_count_nowhere() -> None:
    columns = columns_of("2024-01-20", "2024-01-20", "2024-01-21")
    places = PeriodPlaces(Unit.DAY, columns)
    assert count_rhythm(places, b"\0\1\0").counts == {day("2024-01-20"): 1}
    found = incidents_of(places, columns, b"\0\1\0", Period(Unit.DAY, day("2024-01-20")))
    assert {fit: list(ids) for fit, ids in found.items()} == {Fit.COUNTED: [2]}


def test_stacks_split_each_count() -> None:
    columns = columns_of("2024-01-20", "2024-01-20", "2024-01-20", "2024-01")
    rhythm = count_rhythm(PeriodPlaces(Unit.DAY, columns), b"\1" * 4, b"\2\0\2\1", 3)
    assert rhythm.stacks == {day("2024-01-20"): [1, 0, 2]}


def test_week_begins_where_it_is_told_to() -> None:
    sunday = day("2024-01-21")
    assert number_of(Unit.WEEK, sunday, 0) == day("2024-01-15")
    assert number_of(Unit.WEEK, sunday, 6) == sunday
    assert period_of(Unit.WEEK, sunday).bounds == ("2024-01-15", "2024-01-21")


@given(number=st.integers(-400_000, 400_000), unit=st.sampled_from(Unit), start=st.integers(0, 6))
def test_periods_follow_each_other_without_a_gap(number: int, unit: Unit, start: int) -> None:
    period = period_of(unit, number, start)
    first, last = period.days
    assert first <= number <= last
    assert period_of(unit, last, start) == period
    assert period_of(unit, last + 1, start) == period.moved(1)
    assert period.moved(1).moved(-1) == period
    edges = UncertainDate(period.edtf).wall_span
    assert edges == period.seconds


@given(st.lists(st.sampled_from(DATES), max_size=30), st.sampled_from(Unit))
def test_every_incident_is_counted_once_and_found_where_it_counts(dates: list[str], unit: Unit) -> None:
    columns = columns_of(*dates)
    bits = b"\1" * len(dates)
    places = PeriodPlaces(unit, columns)
    rhythm = count_rhythm(places, bits)
    assert rhythm.total == len(dates)
    for at in range(len(dates)):
        period = period_at(places, at)
        if period is not None:
            counted = incidents_of(places, columns, bits, period)[Fit.COUNTED]
            assert columns.ids[at] in counted
            assert rhythm.count_of(period) == len(counted)


@pytest.mark.parametrize("unit", [Unit.DAY, Unit.WEEK, Unit.MONTH])
def test_months_and_years_have_the_same_totals_by_every_unit(unit: Unit) -> None:
    columns = columns_of(*DATES)
    rhythm = count_rhythm(PeriodPlaces(unit, columns), b"\1" * len(DATES))
    assert rhythm.month_totals == {JANUARY: 6, JANUARY - 1: 1}
    assert rhythm.year_totals == {2024: 7, 2023: 1}
    assert rhythm.total_of(Period(Unit.YEAR, 2024)) == 7


def test_places_follow_edits(project: Project) -> None:
    ids = add_incidents(project, [IncidentDraft(title=text or "?", date=UncertainDate(text)) for text in DATES])
    index = IncidentIndex(read_columns(project))
    places = {unit: PeriodPlaces(unit, index.columns) for unit in Unit}
    edit_incident(project, ids[0], IncidentPatch(date=UncertainDate("2025-05-05")))
    edit_incident(project, ids[5], IncidentPatch(date=UncertainDate()))
    new = add_incidents(project, [IncidentDraft(title="New", date=UncertainDate("2024-01-02"))])
    update = index.follow(project, [ids[0], ids[5], *new])
    bits = select_all(index).bits
    for unit in Unit:
        places[unit].follow(index.columns, update)
        assert count_rhythm(places[unit], bits) == count_rhythm(PeriodPlaces(unit, index.columns), bits)
