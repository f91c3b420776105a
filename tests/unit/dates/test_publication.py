"""What counts as a known day of publication."""

import datetime as dt

import pytest

from dates import UncertainDate
from dates.publication import publication_day


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2024-01-23", dt.date(2024, 1, 23)),
        ("2024-01-23T15:30", dt.datetime(2024, 1, 23, 15, 30)),  # noqa: DTZ001 - by the clock of the place
        ("2024-01-23T15", dt.datetime(2024, 1, 23, 15)),  # noqa: DTZ001 - by the clock of the place
        ("2024-01-23T15:30Z", dt.datetime(2024, 1, 23, 15, 30, tzinfo=dt.UTC)),
        ("0999-02-03", dt.date(999, 2, 3)),
    ],
)
def test_publication_day_of_a_precise_date_is_that_day(edtf: str, day: dt.date) -> None:
    assert publication_day(UncertainDate(edtf)) == day


@pytest.mark.parametrize(
    "edtf",
    [
        *("", "2024", "2024-01", "2024-21", "2024-01-2X", "2024-01-23?", "2024-01-23~", "-0043-03-15", "Y12024"),
        *("[2024-01-22..2024-01-24]", "2024-01-22/2024-01-24", "../2024-01-22"),
    ],
)
def test_publication_day_of_anything_else_is_not_known(edtf: str) -> None:
    assert publication_day(UncertainDate(edtf)) is None
