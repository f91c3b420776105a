"""Dates as values: EDTF in and out, order, words for people. Needs nothing but the standard library."""

from dates.entry import format_entry, parse_entry
from dates.errors import DateError, DateProblem
from dates.explain import explain_mention
from dates.hints import describe_precision, format_hint
from dates.mention import Basis, Cue, DateMention, DateRange, Direction, MentionKind, Reason, TimexType
from dates.reading import DateKind, Precision
from dates.text import format_date, format_group
from dates.value import UNDATED, UncertainDate, period_bounds
from dates.words import DateStyle

__all__ = [
    "UNDATED",
    "Basis",
    "Cue",
    "DateError",
    "DateKind",
    "DateMention",
    "DateProblem",
    "DateRange",
    "DateStyle",
    "Direction",
    "MentionKind",
    "Precision",
    "Reason",
    "TimexType",
    "UncertainDate",
    "describe_precision",
    "explain_mention",
    "format_date",
    "format_entry",
    "format_group",
    "format_hint",
    "parse_entry",
    "period_bounds",
]
