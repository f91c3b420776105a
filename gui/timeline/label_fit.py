"""A title and its date in the room there is: one line, two lines, without the date, cut short, or not at all."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import NamedTuple

from dates import DateStyle, UncertainDate, format_date
from gui.timeline.scene import Measure, Weight
from services.captions import Caption

LEAST = 44.0
_LEAST_CUT = 70.0
_WHEN_GAP = 8.0
_SPACES = 24.0
"""px that two lines and the space between them may be narrower than the whole line: one space, and more."""
_ELLIPSIS = "…"
_LONG_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_KEPT = 8_192


Width = Callable[[str], float]
"""The width of words in one font, in px."""


class Fit(NamedTuple):
    """Lines of the title, their greatest width with the date's, and where the date begins on the last line."""

    lines: tuple[str, ...]
    width: float
    when: str = ""
    when_x: float = 0.0
    worth: int = 3
    """3 with everything, 2 without the date, 1 cut short."""


class _Split(NamedTuple):
    """Two lines of a title, and about how wide they are with what stands behind the second."""

    lines: tuple[str, str]
    width: float


Fitter = Callable[[str, str, int, bool], Fit | None]
"""(title, date, room in px, may it be two lines) → None where nothing readable fits."""


class _Fitting:
    """Widths and lines that were worked out once for a set of fonts."""

    def __init__(self, measure: Measure) -> None:
        self._title_width, self._date_width = _measurer(measure, Weight.STRONG), _measurer(measure, Weight.PLAIN)
        self._split = lru_cache(maxsize=_KEPT)(self._cut_in_two)

    def fit(self, title: str, when: str, room: int, two_lines: bool) -> Fit | None:
        """The best of the ways that fit into `room` px."""
        if room < LEAST:
            return None
        title_width = self._title_width(title)
        when_width = _WHEN_GAP + self._date_width(when) if when else 0.0
        if title_width + when_width <= room:
            return Fit((title,), title_width + when_width, when, title_width + _WHEN_GAP)
        for tail in (when_width, 0.0) if two_lines else ():
            fits = (tail or title_width > room) and title_width + tail <= 2 * room + _SPACES
            lines = self._halves(title, room, tail) if fits else None
            if lines:
                first, second = (self._title_width(line) for line in lines)
                if tail or not when:
                    return Fit(lines, max(first, second + tail), when, second + _WHEN_GAP)
                return Fit(lines, max(first, second), worth=2)
        if title_width <= room:
            return Fit((title,), title_width, worth=2 if when else 3)
        if room < _LEAST_CUT:
            return None
        return _cut(title, room, two_lines, self._title_width)

    def _halves(self, title: str, room: float, tail: float) -> tuple[str, str] | None:
        """The title in two lines of like width, `tail` px behind the second, if both fit."""
        found = self._split(title, tail)
        if found is None or found.width > room:
            return None
        first, second = (self._title_width(line) for line in found.lines)
        return found.lines if first <= room and second + tail <= room else None

    def _cut_in_two(self, title: str, tail: float) -> _Split | None:
        """Where to cut a title, whatever the room is: from the widths of words, which many titles share."""
        words = title.split()
        space = self._title_width(" ")
        ends = list(accumulate(self._title_width(word) + space for word in words))
        best, widest = 0, inf
        for cut in range(1, len(words)):
            width = max(ends[cut - 1], ends[-1] - ends[cut - 1] + tail) - space
            if width <= widest:
                best, widest = cut, width
        return _Split((" ".join(words[:best]), " ".join(words[best:])), widest - space) if best else None


def _measurer(measure: Measure, weight: Weight) -> Width:
    """Words alone are looked up faster than words with their weight."""

    @lru_cache(maxsize=_KEPT)
    def width_of(text: str) -> float:
        return measure(text, weight)

    return width_of


def make_fitter(measure: Measure) -> Fitter:
    """A fitter for one set of fonts; answers are kept."""
    return lru_cache(maxsize=_KEPT)(_Fitting(measure).fit)


def caption_words(caption: Caption, year: str) -> tuple[str, str]:
    """Title and date of a caption; without the year where it is the only one and the axis says it."""
    return caption.title, _date_words(caption.date, year)


@lru_cache(maxsize=_KEPT)
def _date_words(date: UncertainDate, year: str) -> str:
    """ "8 to 10 Jan 2024": whole sentences of a date, with short months."""
    when = _LONG_MONTH.sub(_shortened_month, format_date(date, DateStyle.LONG))
    if year and when.endswith(f" {year}") and sum(part.isdecimal() and len(part) > 3 for part in when.split()) == 1:
        when = when[: -len(year) - 1]
    return when


def _shortened_month(found: re.Match[str]) -> str:
    return found[0][:3]


def _cut(title: str, room: float, two_lines: bool, width_of: Width) -> Fit | None:
    """As much of the title as fits, with an ellipsis; two lines where the first can end between words."""
    words = title.split()
    space = width_of(" ")
    count, width = 0, -space
    while two_lines and count < len(words) - 1:
        width += space + width_of(words[count])
        if width > room - 1:
            break
        count += 1
    first, rest = " ".join(words[:count]), " ".join(words[count:])
    short = _shortened(rest, room, width_of)
    if not short:
        return Fit((first,), width_of(first), worth=1) if first else None
    lines = (first, short) if first else (short,)
    return Fit(lines, max(width_of(line) for line in lines), worth=1)


def _shortened(text: str, room: float, width_of: Width) -> str:
    whole = width_of(text)
    if whole <= room:
        return text
    low, high = 0, len(text) - 1
    # Letters are of like width, so the first guess is nearly right.
    middle = min(high, int(len(text) * (room - width_of(_ELLIPSIS)) / whole))
    while low < high:
        if width_of(text[:middle].rstrip() + _ELLIPSIS) <= room:
            low, middle = middle, min(high, middle + 1)
        else:
            high, middle = middle - 1, max(low, middle - 1)
        if low == high or middle == low:
            break
    return text[:low].rstrip(" ,.;:–-") + _ELLIPSIS if low > 2 else ""
