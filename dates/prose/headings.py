"""Dates that open a line of a chronology: the year of the lines below, the day of the times below."""

import re
from dataclasses import replace

from dates.prose.meaning import Found
from dates.prose.points import Point
from dates.prose.tokens import Tokens

_BEFORE = re.compile(r"[\s*\u2022\u00b7#>|=\u2013\u2014-]*")
_BEHIND = re.compile(r"[^\S\n]*(?:[:|=#*\[\u2013\u2014-]|\n|\Z)")
_LONGEST_LEAD = 12
"""Characters of bullets and blanks before a date."""
_LINE_END = re.compile(r"[^\S\n]*[:*#]*[^\S\n]*\n")
_LONGEST_BELOW = 600
"""Characters from a heading to a date in the line below it."""
_HALF_YEAR = 6
"""Months: a line whose month falls back by so many is of the next year."""


class Headings:
    """Which date opened a line last. A line opens with a date where nothing but a sign or an end of line is beside it."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._opened: Point | None = None
        self._end = 0

    def tell(self, mention: Found, point: Point, today: Point | None) -> None:
        """Remember the point where it opens a line; the day of publication at the top of a text rules nothing."""
        if point.year is None or point.grain not in ("Y", "M", "D") or not self.opens(mention):
            return
        is_today = today is not None and point.is_day and point.day_number() == today.day_number()
        self._opened = None if is_today else replace(point, time=None)
        self._end = self._tokens.ends[mention.last - 1]

    def year(self, mention: Found, point: Point) -> int | None:
        """The year of a date without one that opens a line: that of the heading above it or the line before."""
        opened = self._opened
        if opened is None or opened.year is None or point.month is None:
            return None
        if not (self.opens(mention) or self._is_right_below(mention)):
            return None
        return opened.year + (opened.month is not None and opened.month - point.month >= _HALF_YEAR)

    def _is_right_below(self, mention: Found) -> bool:
        """Whether the heading is the line above: "2014", and below "An inspector notes in July"."""
        text, start = self._tokens.text, self._tokens.starts[mention.first]
        if start - self._end > _LONGEST_BELOW or _LINE_END.match(text, self._end) is None:
            return False
        return text[self._end : start].strip("*:# ").count("\n") == 1

    def day(self, mention: Found) -> Point | None:
        """The day of a time of day that opens a line."""
        return self._opened if self._opened is not None and self._opened.is_day and self.opens(mention) else None

    def opens(self, mention: Found) -> bool:
        """Whether the mention opens a line of a chronology."""
        text = self._tokens.text
        start, end = self._tokens.starts[mention.first], self._tokens.ends[mention.last - 1]
        line = text.rfind("\n", max(0, start - _LONGEST_LEAD), start) + 1
        if not line and start > _LONGEST_LEAD:
            return False
        return _BEFORE.fullmatch(text, line, start) is not None and _BEHIND.match(text, end) is not None
