"""Dates of publication as programs and people write them into pages."""

import pytest

from importers.web_dates import read_stamp, read_wording


@pytest.mark.parametrize(
    ("stamp", "edtf", "zone"),
    [
        ("2024-03-05T08:30:00+01:00", "2024-03-05T08:30", "+01:00"),
        ("2024-03-05T08:30:15.123Z", "2024-03-05T08:30:15", "UTC"),
        ("2024-03-05 08:30 +0530", "2024-03-05T08:30", "+05:30"),
        ("2024-03-05T08:30-05", "2024-03-05T08:30", "-05:00"),
        ("2024-03-05T00:00:00Z", "2024-03-05", ""),
        ("2024/3/5", "2024-03-05", ""),
        ("20240305", "2024-03-05", ""),
        ("2024-03", "2024-03", ""),
        ("2024", "2024", ""),
        ("Tue, 05 Mar 2024 08:30:00 GMT", "2024-03-05T08:30", "UTC"),
        ("2024-02-31", "", ""),
        ("2024-13-01", "", ""),
        ("1970-01-01T00:00:00Z", "", ""),
        ("0001-01-01", "", ""),
        ("2024-03-05T25:61", "", ""),
        ("2024-03-05T08:30+99:99", "", ""),
        ("05/03/2024", "", ""),
        ("soon", "", ""),
        ("", "", ""),
        ("2" * 10_000, "", ""),
    ],
)
def test_stamp_keeps_the_precision_that_it_has(stamp: str, edtf: str, zone: str) -> None:
    date = read_stamp(stamp)
    assert (date.edtf, date.time_zone, date.as_written) == (edtf, zone, "")


@pytest.mark.parametrize(
    ("wording", "edtf"),
    [
        ("Tuesday, 5 March 2024", "2024-03-05"),
        ("Published on March 5, 2024", "2024-03-05"),
        ("First published: 5 Mar 2024", "2024-03-05"),
        ("March 2024", "2024-03"),
        ("yesterday", ""),
        ("5 March", ""),
        ("05/03/2024", ""),
        ("More than 2000 people came", ""),
    ],
)
def test_wording_needs_its_year_and_a_month_in_letters(wording: str, edtf: str) -> None:
    date = read_wording(wording)
    assert (date.edtf, date.as_written) == (edtf, wording if edtf else "")
