"""How well a reader's date expressions fit those of a gold text, counted as the TempEval-3 scorer counts.

The day of publication is not scored, also where it stands in the text. Two expressions match where they share a
character, one to one and left to right; where extents are equal they are paired first. Precision and recall are of a
whole folder, not means of its texts. Type F1 and value F1 are the share of matched pairs with the same type (value)
times the relaxed F1; only the value's text counts, never a modifier. Date F1 is our own: places in the calendar alone,
cut to their day.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.timeml import Article, Timex, trimmed


class Failure(StrEnum):
    """The worst thing that is wrong with a pair, or why there is none."""

    NONE = "right"
    MISSED = "missed"
    SPURIOUS = "spurious"
    VALUE = "value"
    TYPE = "type"
    EXTENT = "extent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A gold expression with what was read for it: both where they match, else one of them alone."""

    article: Article
    gold: Timex | None
    read: Timex | None

    @property
    def failure(self) -> Failure:
        """NONE where span, value and type are right."""
        if self.gold is None:
            return Failure.SPURIOUS
        if self.read is None:
            return Failure.MISSED
        if self.gold.value != self.read.value:
            return Failure.VALUE
        if self.gold.type != self.read.type:
            return Failure.TYPE
        return Failure.NONE if self.is_exact else Failure.EXTENT

    @property
    def is_matched(self) -> bool:
        """Whether gold and read share a character."""
        return self.gold is not None and self.read is not None

    @property
    def is_exact(self) -> bool:
        """Whether they begin and end alike."""
        return self.both(lambda timex: (timex.start, timex.end))

    @property
    def is_same_date(self) -> bool:
        """Whether both are one place in the calendar, cut to its day."""
        return self.both(lambda timex: timex.calendar_day) and self.gold is not None and bool(self.gold.calendar_day)

    def both(self, trait: Callable[[Timex], object]) -> bool:
        """Whether a pair is matched and equal in this trait."""
        if self.gold is None or self.read is None:
            return False
        return trait(self.gold) == trait(self.read)

    @property
    def wording(self) -> str:
        """What the text says there: in gold, else as read."""
        timex = self.gold or self.read
        return "" if timex is None else self.article.text[timex.start : timex.end]


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where nothing is right."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of expressions (gold, read) and of matched pairs with a trait."""

    gold: int = 0
    read: int = 0
    matched: int = 0
    exact: int = 0
    same_type: int = 0
    same_value: int = 0
    gold_dates: int = 0
    read_dates: int = 0
    same_dates: int = 0

    def rates(self, right: int) -> Rates:
        """Rates where `right` pairs of all count as found."""
        return Rates(_share(right, self.read), _share(right, self.gold))

    @property
    def strict(self) -> Rates:
        """Of spans that begin and end alike."""
        return self.rates(self.exact)

    @property
    def relaxed(self) -> Rates:
        """Of spans that share a character."""
        return self.rates(self.matched)

    @property
    def date(self) -> Rates:
        """Of places in the calendar alone."""
        return Rates(_share(self.same_dates, self.read_dates), _share(self.same_dates, self.gold_dates))

    @property
    def type_accuracy(self) -> float:
        """Share of matched pairs of one type."""
        return _share(self.same_type, self.matched)

    @property
    def value_accuracy(self) -> float:
        """Share of matched pairs of one value."""
        return _share(self.same_value, self.matched)

    @property
    def type_f1(self) -> float:
        """Type accuracy times relaxed F1, as TempEval-3 has it."""
        return self.type_accuracy * self.relaxed.f1

    @property
    def value_f1(self) -> float:
        """Value accuracy times relaxed F1, as TempEval-3 has it."""
        return self.value_accuracy * self.relaxed.f1


def compare(article: Article, read: Iterable[Timex]) -> list[Outcome]:
    """Every expression of one article, gold and read, in the order of the text. Equal ones that are read count once."""
    kept = sorted(timex for timex in set(_clean(article.text, read)) if not _overlaps(timex, article.own_day))
    pairs = align(article.timexes, kept)
    found = [Outcome(article, article.timexes[i], kept[j]) for i, j in pairs]
    matched, used = {i for i, _ in pairs}, {j for _, j in pairs}
    found += [Outcome(article, gold, None) for i, gold in enumerate(article.timexes) if i not in matched]
    found += [Outcome(article, None, timex) for j, timex in enumerate(kept) if j not in used]
    return sorted(found, key=_place)


def align(gold: Sequence[Timex], read: Sequence[Timex]) -> list[tuple[int, int]]:
    """Indices of matched pairs, each expression in one at most; both sides in the order of the text."""
    extents = {(timex.start, timex.end): i for i, timex in enumerate(gold)}
    found: dict[int, int] = {}
    for j, timex in enumerate(read):
        i = extents.pop((timex.start, timex.end), None)
        if i is not None:
            found[i] = j
    taken = set(found.values())
    free = [j for j in range(len(read)) if j not in taken]
    for i, wanted in enumerate(gold):
        if i in found:
            continue
        first = next((j for j in free if read[j].start < wanted.end and wanted.start < read[j].end), None)
        if first is not None:
            found[i] = first
            free.remove(first)
    return sorted(found.items())


def count(outcomes: Iterable[Outcome]) -> Counts:
    """What there is of each."""
    rows = list(outcomes)
    return Counts(
        gold=sum(row.gold is not None for row in rows),
        read=sum(row.read is not None for row in rows),
        matched=sum(row.is_matched for row in rows),
        exact=sum(row.is_exact for row in rows),
        same_type=sum(row.both(lambda timex: timex.type) for row in rows),
        same_value=sum(row.both(lambda timex: timex.value) for row in rows),
        gold_dates=sum(row.gold is not None and bool(row.gold.calendar_day) for row in rows),
        read_dates=sum(row.read is not None and bool(row.read.calendar_day) for row in rows),
        same_dates=sum(row.is_same_date for row in rows),
    )


def group(outcomes: Iterable[Outcome], trait: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    """Outcomes by a trait, the largest group first; those whose trait is empty are left out."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        name = trait(outcome)
        if name:
            groups.setdefault(name, []).append(outcome)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _clean(text: str, read: Iterable[Timex]) -> Iterable[Timex]:
    """Without blanks at the ends, and without what is then empty."""
    for timex in read:
        start, end = trimmed(text, timex.start, timex.end)
        if start < end:
            yield Timex(start, end, timex.value, timex.type, timex.kind, timex.note)


def _overlaps(timex: Timex, span: tuple[int, int]) -> bool:
    return timex.start < span[1] and span[0] < timex.end


def _place(outcome: Outcome) -> tuple[int, int]:
    timex = outcome.gold or outcome.read
    return (timex.start, timex.end) if timex else (0, 0)
