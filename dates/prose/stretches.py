"""Stretches of time: which two mentions are the ends of one, or which one is where the other end is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dates.mention import TimexType
from dates.prose.language import Language
from dates.prose.meaning import AtTheTime, DayOfMonth, Fixed, Found, Holiday, Shift, Unit, Weekday, point_of, time_of
from dates.prose.shared_parts import share_parts
from dates.prose.short_ends import LONGEST_JOINT, start_before
from dates.prose.tokens import Tokens

_LONGEST_MOVE, _LONGEST_OPENING = 5, 4
"""Tokens of "was put off from", "with effect from"."""
_PRESENT = "PRESENT_REF"


class StretchKind(StrEnum):
    """How two ends make a stretch: the codes that phrases of the tables give."""

    FROM_TO = "from"
    BETWEEN = "between"
    ONCE = "once"
    """One moment between two dates, not known which."""
    SINCE = "since"
    UNTIL = "until"
    LIST = "list"
    """No stretch: two dates named in a row."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Mentions `left` and `right` (places in the list; the same one where an end is open); tokens of the whole."""

    left: int
    right: int
    first: int
    last: int
    kind: StretchKind


def find_stretches(found: Sequence[Found], tokens: Tokens, language: Language) -> dict[int, Stretch]:
    """The stretches of a text by the place of their last mention. Ends that share a year, month or zone are given it."""
    finder = _Finder(found, tokens, language)
    joints = [finder.joint(number) for number in range(len(found) - 1)]
    for number in range(len(joints) - 1, -1, -1):
        following = joints[number + 1] if number + 1 < len(joints) else None
        if joints[number] == "comma" and following not in ("and", "or", "comma"):
            joints[number] = None
        joint = joints[number]
        if joint is not None:
            share_parts(found[number], found[number + 1], joint, tokens.words, language)
    stretches: dict[int, Stretch] = {}
    for number, mention in enumerate(found):
        is_free = number not in stretches or stretches[number].kind is StretchKind.LIST
        stretch = finder.stretch(number, joints[number]) if is_free and number < len(joints) else None
        if stretch is not None:
            stretches[stretch.right] = stretch
        if is_free and (stretch is None or stretch.kind is StretchKind.LIST):
            open_end = finder.open_stretch(number, mention)
            if open_end is not None:
                stretches[number] = open_end
    return stretches


class _Finder:
    def __init__(self, found: Sequence[Found], tokens: Tokens, language: Language) -> None:
        self._found = found
        self._symbols = tokens.symbols
        self._language = language

    def joint(self, number: int) -> str | None:
        """What stands between a mention and the next, None where that joins nothing."""
        first, last = self._found[number].last, self._found[number + 1].first
        if not 0 < last - first <= LONGEST_JOINT or not all(map(_is_date, self._found[number : number + 2])):
            return None
        return self._language.phrase_at("between two ends", self._symbols, first, last)

    def stretch(self, number: int, joint: str | None) -> Stretch | None:
        left, right = self._found[number], self._found[number + 1]
        if joint in (None, "comma") or (joint == "slash" and _grain(left) != "Y"):
            return None
        start = start_before(self._language, self._symbols, left.first, self._floor(number))
        first, kind = (left.first, None) if start is None else (start[0], StretchKind(start[1]))
        if kind in (None, StretchKind.FROM_TO):
            if joint in ("and", "or"):
                return Stretch(number, number + 1, left.first, right.last, StretchKind.LIST)
            if self._is_moved(left.first, self._floor(number)):
                return None
            if (kind is None or joint in ("dash", "slash")) and _grain(left) != _grain(right):
                return None
        return Stretch(number, number + 1, first, right.last, kind or StretchKind.FROM_TO)

    def _floor(self, number: int) -> int:
        """Where words before a mention may begin; "one night" before "between" is a length of its own."""
        if not number:
            return 0
        before = self._found[number - 1]
        return before.first if isinstance(before.meaning, Fixed) else before.last

    def _is_moved(self, position: int, floor: int) -> bool:
        """ "was put off from Monday to Friday" """
        return any(
            self._language.phrase_at("moved from", self._symbols, position - size, position) is not None
            for size in range(2, min(_LONGEST_MOVE, position - floor) + 1)
        )

    def open_stretch(self, number: int, mention: Found) -> Stretch | None:
        if not _is_date(mention):
            return None
        floor = self._found[number - 1].last if number else 0
        for size in range(min(_LONGEST_OPENING, mention.first - floor), 0, -1):
            first = mention.first - size
            opening = self._language.phrase_at("before an only end", self._symbols, first, mention.first)
            if opening is not None:
                return Stretch(number, number, first, mention.last, StretchKind(opening)) if opening else None
        start = start_before(self._language, self._symbols, mention.first, floor)
        if start is None or start[1] != StretchKind.FROM_TO:
            return None
        last = self._until_now(number) or self._opens_behind(mention.last)
        return None if last is None else Stretch(number, number, start[0], last, StretchKind.SINCE)

    def _until_now(self, number: int) -> int | None:
        """Where "to now", "until the present" ends behind a mention."""
        following = self._found[number + 1] if number + 1 < len(self._found) else None
        if following is None or following.meaning != Fixed(TimexType.DATE, _PRESENT):
            return None
        first, last = self._found[number].last, following.first
        joins = first == last or self._language.phrase_at("between two ends", self._symbols, first, last) == "to"
        return following.last if joins else None

    def _opens_behind(self, position: int) -> int | None:
        """Where "onwards" ends behind a mention; "on" where a clause ends with it."""
        for name, more in (("behind an only end", 0), ("behind an only end, at a stop", 1)):
            match = self._language.phrases[name].match(self._symbols, position)
            if match is not None:
                return match.end() - more
        return None


def _is_date(mention: Found) -> bool:
    return not isinstance(mention.meaning, Fixed | AtTheTime)


def _grain(mention: Found) -> str:
    """The smallest unit it says; dates of one grain can make a stretch without "from"."""
    meaning = mention.meaning
    if time_of(mention) is not None:
        return "T"
    if isinstance(meaning, Weekday | DayOfMonth | Holiday):
        return "D"
    if isinstance(meaning, Shift):
        return meaning.unit
    if isinstance(meaning, Unit):
        return meaning.point.grain if meaning.unit == "P" else meaning.unit
    return point_of(mention).grain or "Y"
