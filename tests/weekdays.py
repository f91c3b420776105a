"""A reader of dates that knows the days of the week and nothing else: what tests of the window put in its place."""

import datetime as dt
import re
from collections.abc import Iterator

from dates import UncertainDate
from dates.mention import Basis, Cue, DateMention, Direction, MentionKind, Reason, TimexType

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORD = re.compile("|".join((*DAYS, "weekly", "for days")))


def read_weekdays(text: str, anchor: dt.date | dt.datetime | None, _language: str = "") -> Iterator[DateMention]:
    """Every weekday as the last one up to the anchor; "weekly" and "for days" as what is no date."""
    for found in _WORD.finditer(text):
        yield make_mention(found.group(), found.start(), anchor)


def make_mention(words: str, start: int, anchor: dt.date | None) -> DateMention:
    """The mention of these words at an offset."""
    end = start + len(words)
    if words == "weekly":
        return DateMention(start, end, words, TimexType.SET, "P1W", None, Reason(MentionKind.SET, "set"))
    if words == "for days":
        return DateMention(start, end, words, TimexType.DURATION, "PXD", None, Reason(MentionKind.DURATION, "span"))
    number = DAYS.index(words)
    if anchor is None:
        reason = Reason(MentionKind.WEEKDAY, "weekday", Basis.NOTHING)
        return DateMention(start, end, words, TimexType.DATE, f"XXXX-WXX-{number + 1}", None, reason)
    day = anchor - dt.timedelta(days=(anchor.weekday() - number) % 7)
    value = day.isoformat()[:10]
    origin = UncertainDate(anchor.isoformat()[:10])
    direction = Direction.SAME if value == origin.edtf else Direction.BEFORE
    reason = Reason(MentionKind.WEEKDAY, "weekday", Basis.PUBLICATION, direction, Cue.PAST_TENSE, origin)
    return DateMention(start, end, words, TimexType.DATE, value, UncertainDate(value), reason)
