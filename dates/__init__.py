"""Dates as values: EDTF in and out, order, words for people. Needs nothing but the standard library."""

from dates.errors import DateError, DateProblem
from dates.value import (
    UNDATED,
    DateKind,
    DateStyle,
    Precision,
    UncertainDate,
    describe_precision,
    format_date,
    format_entry,
    format_group,
    format_hint,
    parse_entry,
)

__all__ = [
    "UNDATED",
    "DateError",
    "DateKind",
    "DateProblem",
    "DateStyle",
    "Precision",
    "UncertainDate",
    "describe_precision",
    "format_date",
    "format_entry",
    "format_group",
    "format_hint",
    "parse_entry",
]
