"""Dates as columns: what a row holds of an `UncertainDate`, and the way back."""

from collections.abc import Mapping
from typing import Any

from dates import DateError, UncertainDate
from models.enums import ProblemCode
from models.errors import UserFacingError


def date_values(prefix: str, date: UncertainDate) -> dict[str, Any]:
    """The three columns that hold a date."""
    return {
        f"{prefix}_edtf": date.edtf,
        f"{prefix}_as_written": date.as_written,
        f"{prefix}_time_zone": date.time_zone,
    }


def incident_date_values(date: UncertainDate) -> dict[str, Any]:
    """The date of an incident with the derived columns that order and group the chronology."""
    return date_values("date", date) | {
        "date_earliest": date.earliest,
        "date_latest": date.latest,
        "date_sort": date.sort_at,
        "date_rank": date.sort_rank,
        "date_month": date.month_group,
        "date_year": date.year_group,
    }


def stored_date(prefix: str, row: Mapping[str, Any]) -> UncertainDate:
    """The date that `date_values` stored."""
    return read_stored_date(row[f"{prefix}_edtf"], row[f"{prefix}_as_written"], row[f"{prefix}_time_zone"])


def read_stored_date(edtf: str, as_written: str = "", time_zone: str = "") -> UncertainDate:
    """A date from its columns. Raises DAMAGED where they hold no date, here and not where it is painted."""
    date = UncertainDate.stored(edtf, as_written, time_zone)
    try:
        _ = date.reading
    except DateError:
        raise UserFacingError(ProblemCode.DAMAGED, record="date") from None
    return date
