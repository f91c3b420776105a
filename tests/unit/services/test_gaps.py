"""The longest silences of what is shown."""

from dates.calendar import DAY_SECONDS
from services.date_shapes import shape_of
from services.gaps import ids_in_gap, list_gaps
from services.incident_index import IncidentColumns, IncidentNumbers


def columns_of(*dates: str) -> IncidentColumns:
    """An index of these dates, whose ids count from 1."""
    return IncidentColumns(
        IncidentNumbers(number, *shape_of(edtf), 0, 0, 0, 0, "", "", number, 0, 0)
        for number, edtf in enumerate(dates, 1)
    )


def test_gaps_come_longest_first_with_their_neighbours() -> None:
    columns = columns_of("2024-01-01", "2024-01-05", "2024-03-01/2024-03-10", "2024-03-08", "2024-03-12", "")
    gaps = list_gaps(columns, b"\1" * 6)
    assert [(gap.silence.before, gap.silence.after) for gap in gaps] == [(2, 3), (1, 2), (3, 5)]
    assert gaps[1].silence.seconds == 3 * DAY_SECONDS
    assert gaps[2].silence.seconds == DAY_SECONDS
    assert [gap.maybe for gap in gaps] == [0, 0, 0]


def test_vague_dates_end_no_gap_but_are_told() -> None:
    columns = columns_of("2019-12-01", "2020", "[..2020-06]", "[2025-02..]", "2023-04", "2026")
    gaps = list_gaps(columns, b"\1" * 6)
    assert [(gap.silence.before, gap.silence.after, gap.maybe) for gap in gaps] == [(1, 5, 2), (5, 6, 1)]
    assert list(ids_in_gap(columns, b"\1" * 6, gaps[0].silence)) == [2, 3]


def test_dates_of_years_end_gaps_where_no_better_ones_are() -> None:
    columns = columns_of("1066", "1215", "1492", "[1300..]", "-0043", "15XX", "1914/1918", "")
    gaps = list_gaps(columns, b"\1" * 8)
    pairs = [(gap.silence.before, gap.silence.after, gap.maybe) for gap in gaps]
    assert pairs == [(5, 1, 0), (6, 7, 1), (2, 3, 1), (1, 2, 0), (3, 6, 1)]
    assert gaps[0].silence.seconds > 1_100 * 365 * DAY_SECONDS


def test_dates_of_years_end_gaps_before_the_first_and_after_the_last_exact_one() -> None:
    columns = columns_of("1995", "1998-12-11", "2001", "2003-05-04", "2010", "[2012..2014]")
    gaps = list_gaps(columns, b"\1" * 6)
    pairs = [(gap.silence.before, gap.silence.after, gap.maybe) for gap in gaps]
    assert pairs == [(4, 5, 0), (2, 4, 1), (1, 2, 0), (5, 6, 0)]
    assert list(ids_in_gap(columns, b"\1" * 6, gaps[1].silence)) == [3]


def test_hidden_incidents_end_no_gap() -> None:
    columns = columns_of("2024-01-01", "2024-01-05", "2024-01-20")
    assert len(list_gaps(columns, b"\1\0\1")) == 1
    assert list_gaps(columns, b"\1\0\0") == ()
    assert list_gaps(columns_of(), b"") == ()
