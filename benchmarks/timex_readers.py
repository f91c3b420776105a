"""Date readers in one form, ours and a peer's: text and anchor in, date expressions out.

The peer is `dateparser.search` with English and the past preferred, as is best for news. It gives moments, so its adapter
chooses the grain by the words, and cuts the prepositions that it takes in; it knows no durations, sets and vague
references.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from benchmarks.timeml import Timex
from dates import read_dates

Anchor = date | datetime | None
Reader = Callable[[str, Anchor], Iterable[Timex]]

_LEADING = re.compile(r"(?:(?:on|in|at|of|by|to|from|since|until|during|and|the|for|after|before)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\s+(?:on|in|at|of|by|to|from|and|the|a|an|for|after|before|that))+$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}s?$|.*\b(?:years?|decades?|century|centuries)\b", re.IGNORECASE | re.DOTALL)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|month)", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!\s+months?)", re.IGNORECASE)


def read_ours(text: str, anchor: Anchor) -> list[Timex]:
    """Dateline's own reader. The note of each says by which rule and from where it was reckoned."""
    return [
        Timex(
            mention.start,
            mention.end,
            mention.timex_value,
            mention.timex_type.value,
            mention.reason.kind.value,
            f"{mention.reason.rule}: {mention.reason.basis}, {mention.reason.direction} by {mention.reason.cue}",
        )
        for mention in read_dates(text, anchor)
    ]


def make_dateparser_reader() -> Reader:
    """The peer's reader; making it imports the peer."""
    from dateparser.search import search_dates  # noqa: PLC0415 - a peer is loaded only where it is measured

    def read(text: str, anchor: Anchor) -> Iterator[Timex]:
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
        if anchor is not None:
            settings["RELATIVE_BASE"] = datetime(anchor.year, anchor.month, anchor.day)  # noqa: DTZ001 - a day
        place = 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                yield _cut(text, start, place, moment)

    return read


def _cut(text: str, start: int, end: int, moment: datetime) -> Timex:
    """A day, a month or a year, as fine as the words, at the words themselves."""
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading and leading.end() < end else start
    end -= len(text[start:end]) - len(_TRAILING.sub("", text[start:end]))
    words = text[start:end]
    is_month = _MONTH.search(words) is not None and _DAY_OF_MONTH.search(words) is None
    digits = 4 if _YEAR.match(words) else 7 if is_month else 10
    return Timex(start, end, moment.date().isoformat()[:digits], "DATE")
