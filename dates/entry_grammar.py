"""How the dates of an entry hang together: between, from–to, before, or."""

import datetime as dt
from collections.abc import Collection
from itertools import pairwise

from dates.bounds import has_backward_run
from dates.edtf import DateSet, Edge, Interval, Point, Run, Tree, read_point, write_edtf
from dates.entry_side import read_side
from dates.entry_slots import Slots
from dates.entry_tokens import Token
from dates.entry_vocabulary import APPROXIMATE, UNCERTAIN, WEEKDAY_NUMBERS
from dates.errors import DateError, DateProblem
from dates.reading import year_key
from dates.text import format_date
from dates.value import UncertainDate

_TO = frozenset(("to", "until", "till", "through", "thru", "-", "→", "->"))
_AND = frozenset(("and", "&"))
_OR = frozenset(("or",))
_HEADS = frozenset(("between", "from", "since", "until", "till", "to", "through", "before", "by", "after", "either"))
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def read_words(tokens: list[Token], today: dt.date) -> tuple[str, str]:
    """(canonical EDTF, time zone) of a whole entry. Raises DateError."""
    reader = _EntryReader(today)
    tree = reader.read(tokens)
    if has_backward_run(tree):
        raise DateError(DateProblem.ENDS_BEFORE_START, suggestion=_turned(tree))
    return write_edtf(tree), reader.zone


class _EntryReader:
    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.zone = ""
        self.approximate = False
        self.uncertain = False

    def read(self, tokens: list[Token]) -> Tree:
        tokens = self._take_qualifiers(tokens)
        head, rest = (tokens[0].text if tokens else ""), tokens[1:]
        if head == "between":
            start, end = self._pair(rest, _AND if _holds(rest, _AND) else _TO)
            return DateSet((Run(start, end),))
        if head in ("from", "since"):
            if _holds(rest, _TO):
                return Interval(*self._pair(rest, _TO))
            return Interval(self._one(rest[:-1] if rest and rest[-1].text == "onwards" else rest), Edge.OPEN)
        if head in _TO:
            return Interval(Edge.OPEN, self._one(rest))
        if head in ("before", "by"):
            return DateSet((Run(None, self._one(rest)),))
        if head == "after":
            return DateSet((Run(self._one(rest), None),))
        if head == "either":
            return self._listed(rest, _OR)
        return self._headless(tokens)

    def _headless(self, tokens: list[Token]) -> Tree:
        tail, rest = (tokens[-1].text if tokens else ""), tokens[:-1]
        if tail == "orearlier":
            return DateSet((Run(None, self._one(rest)),))
        if tail == "orlater":
            return DateSet((Run(self._one(rest), None),))
        if tail == "onwards" or tail in _TO:
            return Interval(self._one(rest), Edge.OPEN)
        for words in (_OR, _AND):
            if _holds(tokens, words):
                return self._listed(tokens, words)
        if _holds(tokens, _TO):
            return Interval(*self._pair(tokens, _TO))
        return self._single(tokens)

    def _take_qualifiers(self, tokens: list[Token]) -> list[Token]:
        """ "perhaps between 4 and 9 January" speaks of both days, "around 4 to 9 January" of the first."""
        count = 0
        while count < len(tokens) and tokens[count].text in APPROXIMATE | UNCERTAIN | {"~"}:
            count += 1
        if not count or count == len(tokens) or tokens[count].text not in _HEADS:
            return tokens
        said = {token.text for token in tokens[:count]}
        self.uncertain = bool(said & UNCERTAIN)
        self.approximate = bool(said - UNCERTAIN)
        return tokens[count:]

    def _slots(self, tokens: list[Token]) -> Slots:
        slots = read_side(tokens, self.today)
        slots.approximate |= self.approximate
        slots.uncertain |= self.uncertain
        return slots

    def _one(self, tokens: list[Token]) -> Point:
        return self._points([self._slots(tokens)])[0]

    def _pair(self, tokens: list[Token], words: Collection[str]) -> tuple[Point, Point]:
        sides = _split(tokens, words)
        if len(sides) != 2:
            raise DateError(DateProblem.NOT_UNDERSTOOD)
        start, end = self._points([self._slots(side) for side in sides], in_order=True)
        return start, end

    def _listed(self, tokens: list[Token], words: Collection[str]) -> DateSet:
        sides = [part for side in _split(tokens, words) for part in _split_commas(side)]
        return DateSet(tuple(self._points([self._slots(side) for side in sides])), every=words is _AND)

    def _points(self, sides: list[Slots], *, in_order: bool = False) -> list[Point]:
        for first, second in pairwise(reversed(sides)):
            second.borrow(first)
        for first, second in pairwise(sides):
            second.borrow(first)
        if in_order:
            _share_era(*sides)
            _turn_year(*sides)
        for slots in sides:
            if slots.last_day is not None:
                raise DateError(DateProblem.NOT_UNDERSTOOD)
            slots.complete(self.today)
            self._take_zone(slots)
        return [slots.to_point() for slots in sides]

    def _take_zone(self, slots: Slots) -> None:
        """An offset without a time is the zone of the whole date."""
        if slots.offset and not slots.time:
            self.zone = "UTC" if slots.offset == "Z" else slots.offset
            slots.offset = ""

    def _single(self, tokens: list[Token]) -> Tree:
        slots = self._slots(tokens)
        if slots.last_day is not None:
            first, last = slots, Slots()
            last.put_date(slots.last_day)
            return DateSet((Run(first.to_point(), last.to_point()),))
        if slots.part and slots.is_decade:
            return _part_of_decade(slots.year[:3], slots.part)
        return self._points([slots])[0]


def _holds(tokens: list[Token], words: Collection[str]) -> bool:
    return any(token.text in words for token in tokens)


def _split(tokens: list[Token], words: Collection[str]) -> list[list[Token]]:
    sides: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in words:
            sides.append([])
        else:
            sides[-1].append(token)
    return sides


def _split_commas(tokens: list[Token]) -> list[list[Token]]:
    """Split "20, 21" in two and leave "January 20, 2024" and "20 January, 8:00" whole."""
    sides: list[list[Token]] = [[]]
    for position, token in enumerate(tokens):
        if token.kind == "comma" and not _is_within(tokens[:position], tokens[position + 1 :]):
            sides.append([])
        else:
            sides[-1].append(token)
    return [side for side in sides if side] or [[]]


def _is_within(before: list[Token], after: list[Token]) -> bool:
    """Whether a comma stands inside one date: before a year or a time, or after a weekday."""
    if not before or not after or before[-1].text in WEEKDAY_NUMBERS or after[0].kind == "time":
        return True
    return _is_year(after[0]) and not _is_year(before[-1])


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) > 2


def _turn_year(start: Slots, end: Slots) -> None:
    """ "30 December to 2 January 2024" begins in the year before."""
    if start.month > end.month and start.year == end.year and start.year.isdigit():
        if start.borrowed_year:
            start.year = year_key(int(start.year) - 1)
        elif end.borrowed_year:
            end.year = year_key(int(end.year) + 1)


def _share_era(start: Slots, end: Slots) -> None:
    """ "from 1500 to 1200 BC" and "50 to 40 BC": the era is said once, for both."""
    if not end.before_christ or start.era_said or start.month or end.month:
        return
    number = start.year if start.year.isdigit() else start.day
    if number.isdigit():
        start.year, start.day = year_key(1 - int(number)), ""


def _part_of_decade(digits: str, part: str) -> DateSet:
    first, last = _DECADE_PARTS[part]
    return DateSet((Run(read_point(f"{digits}{first}"), read_point(f"{digits}{last}")),))


def _turned(tree: Tree) -> str:
    """The same dates the right way round, in words; "" for what is no simple pair."""
    if isinstance(tree, Interval) and isinstance(tree.start, Point) and isinstance(tree.end, Point):
        turned: Tree = Interval(tree.end, tree.start)
    elif isinstance(tree, DateSet) and isinstance(tree.members[0], Run):
        turned = DateSet((Run(tree.members[0].end, tree.members[0].start),))
    else:
        return ""
    return format_date(UncertainDate(write_edtf(turned)))
