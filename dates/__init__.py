"""Dates as values: EDTF in and out, order, words for people. Needs nothing but the standard library."""

from importlib import import_module
from typing import TYPE_CHECKING

from dates.calendar import LIMIT
from dates.entry import format_entry, parse_entry
from dates.errors import DateError, DateProblem
from dates.hints import describe_precision, format_hint
from dates.reading import DateKind, Precision
from dates.text import format_date, format_group
from dates.value import UNDATED, UncertainDate, is_plain_day, period_bounds
from dates.words import DateStyle

if TYPE_CHECKING:
    from dates.explain import explain_mention
    from dates.mention import Basis, Cue, DateMention, DateRange, Direction, MentionKind, Reason, TimexType
    from dates.prose.reader import read_dates
else:
    # The reader of prose is loaded when it is first asked for: the window's start needs the values alone.
    _MENTION = ("Basis", "Cue", "DateMention", "DateRange", "Direction", "MentionKind", "Reason", "TimexType")
    _PROSE = {"explain_mention": "dates.explain", "read_dates": "dates.prose.reader"}
    _LATER = {**_PROSE, **dict.fromkeys(_MENTION, "dates.mention")}

    def __getattr__(name: str) -> object:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_LATER[name]), name)


__all__ = [
    "LIMIT",
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
    "is_plain_day",
    "parse_entry",
    "period_bounds",
    "read_dates",
]
