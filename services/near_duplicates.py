"""Near-duplicate documents, such as copies of one wire story, by the words they share. Pure: knows no project.

A text is cut into shingles, every run of four words; a sketch keeps those whose number happens to be small, so that two
sketches keep the same ones (Broder 1997, "On the resemblance and containment of documents").
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dates import DateKind, UncertainDate
from models.proposals import NearDuplicate

LEAST = 0.5
"""The share of a copy's words that must stand in its origin."""
_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words."""
_MOST_MARKS = 192
_FEWEST_SHARED = 8
"""Marks: less than that is a phrase."""
_LEAST_OPENING = 0.2
"""The share of a copy's first half that must be in its origin: what two texts share at their ends alone is boilerplate."""
_MOST_HOLDERS = 32
"""Documents that are remembered for a mark."""
_BOILERPLATE = 3
"""Stories that share a mark which therefore speaks for none of them."""
_PARTS = 64
"""Into which the index is cut, so that sorting one takes little memory."""
_LOW = 0xFFFFFFFF
_MIX = 2_654_435_761  # Knuth's multiplicative hash: neighbouring checksums fall far apart


@dataclass(frozen=True, slots=True)
class Sketch:
    """Some hundred bytes that stand for a text: the kept marks (32 bits) in its order, one in 2 to the `level`."""

    marks: "array[int]"
    level: int


@dataclass(frozen=True, slots=True)
class SketchedDocument:
    """What is compared of a source. `added` orders those whose days do not."""

    source_id: int
    label: str
    sketch: Sketch
    published: UncertainDate
    added: int
    republishes_id: int | None = None


def sketch(text: str) -> Sketch:
    """The sketch of a text; its length does not grow with the text."""
    words = [word.lower() for word in _WORD.findall(text)]
    seen: dict[int, None] = {}
    for place in range(len(words) - _SHINGLE + 1):
        shingle = " ".join(words[place : place + _SHINGLE])
        seen[zlib.crc32(shingle.encode("utf-8", "replace")) * _MIX & 0xFFFFFFFF] = None
    level = 0
    while len(seen) > _MOST_MARKS and level < 32:
        level += 1
        mask = (1 << level) - 1
        seen = {mark: None for mark in seen if not mark & mask}
    return Sketch(array("I", seen), level)


def find_duplicates(documents: Iterable[SketchedDocument]) -> tuple[NearDuplicate, ...]:
    """Each document that is mostly another one's text, in the order they were added; all copies name the same origin.

    The origin is published first, or added first where the days do not tell. Sources that republish one already are not
    offered, what copies them is told to copy their origin. Time and memory grow with the number of documents.
    """
    ordered = sorted(documents, key=lambda one: (one.added, one.source_id))
    marks = _Marks(ordered)
    stories = _Stories(ordered, marks, frozenset())
    common = marks.boilerplate(stories.root)
    if common:
        stories = _Stories(ordered, marks, common)
    return tuple(stories.duplicates())


class _Marks:
    """The inverted index: which documents hold a mark. Held as numbers, as most marks stand in one document alone."""

    def __init__(self, ordered: Sequence[SketchedDocument]) -> None:
        self._ids = [one.source_id for one in ordered]
        parts = [array("Q") for _ in range(_PARTS)]
        for number, one in enumerate(ordered):
            for mark in one.sketch.marks:
                parts[mark * _PARTS >> 32].append(mark << 32 | number)
        self._parts = [array("Q", sorted(part)) for part in parts]

    def shared(self, common: frozenset[int]) -> list[tuple[int, int, int]]:
        """Pairs of documents by their place in the order, the later one first, and how many marks both hold."""
        counts: Counter[int] = Counter()
        for mark, holders in self._groups():
            if mark not in common:
                for place, later in enumerate(holders):
                    counts.update(later << 32 | earlier for earlier in holders[: min(place, _MOST_HOLDERS)])
        found = ((key >> 32, key & _LOW, count) for key, count in counts.items())
        return sorted(found, key=lambda one: (one[0], -one[2], one[1]))

    def boilerplate(self, root: Callable[[int], int]) -> frozenset[int]:
        """Marks that stand in too many stories to speak for one."""
        return frozenset(
            mark
            for mark, holders in self._groups()
            if len(holders) >= _BOILERPLATE
            and len({root(self._ids[number]) for number in holders[:_MOST_HOLDERS]}) >= _BOILERPLATE
        )

    def _groups(self) -> Iterator[tuple[int, list[int]]]:
        """Marks that more than one document holds, with the places of those."""
        for part in self._parts:
            for mark, group in groupby(part, _mark_of):
                numbers = [entry & _LOW for entry in group]
                if len(numbers) > 1:
                    yield mark, numbers


def _mark_of(entry: int) -> int:
    return entry >> 32


class _Stories:
    """Documents that tell the same text, put together."""

    def __init__(self, ordered: Sequence[SketchedDocument], marks: _Marks, common: frozenset[int]) -> None:
        self._by_id = {one.source_id: one for one in ordered}
        self._common = common
        self._origin: dict[int, int] = {}
        for one in ordered:
            if one.republishes_id in self._by_id and one.republishes_id is not None:
                self._origin[one.source_id] = one.republishes_id
        for later, earlier, count in marks.shared(common):
            self._compare(ordered[later], ordered[earlier], count)

    def root(self, source_id: int) -> int:
        """The origin of a document's story."""
        seen = {source_id}
        while (above := self._origin.get(source_id)) is not None and above not in seen:
            seen.add(above)
            source_id = above
        return source_id

    def duplicates(self) -> Iterator[NearDuplicate]:
        """What is offered: the copies that nobody has called one."""
        for source_id, one in self._by_id.items():
            origin = self._by_id[self.root(source_id)]
            if origin is not one and one.republishes_id is None:
                share = _share(self._marks(one, origin), set(self._marks(origin, one)))
                yield NearDuplicate(source_id, one.label, origin.source_id, origin.label, round(share, 2))

    def _compare(self, one: SketchedDocument, other: SketchedDocument, count: int) -> None:
        """Join two that share `count` marks where one is a copy of the other."""
        level = max(one.sketch.level, other.sketch.level)
        fewest = min(len(each.sketch.marks) >> (level - each.sketch.level) for each in (one, other))
        if count < fewest * LEAST / 2 and not self._common:  # not even if sampling was unlucky
            return
        first, second = _in_order(one, other)
        if self._is_copy(second, first):
            self._join(second, first)
        elif not _days_tell(one, other) and self._is_copy(first, second):
            self._join(first, second)

    def _join(self, copy: SketchedDocument, origin: SketchedDocument) -> None:
        """Both and all their copies have one origin from now on."""
        roots = self._by_id[self.root(copy.source_id)], self._by_id[self.root(origin.source_id)]
        if roots[0] is roots[1]:
            return
        if copy is roots[0] and origin is roots[1]:
            self._origin[copy.source_id] = origin.source_id
            return
        first, second = _in_order(*roots)
        self._origin[second.source_id] = first.source_id

    def _is_copy(self, copy: SketchedDocument, origin: SketchedDocument) -> bool:
        """Whether the marks of a copy are mostly those of its origin, and not at its end alone."""
        mine, theirs = self._marks(copy, origin), set(self._marks(origin, copy))
        shared = sum(mark in theirs for mark in mine)
        opening = mine[: (len(mine) + 1) // 2]
        return (
            shared >= min(_FEWEST_SHARED, len(mine))
            and _share(mine, theirs) >= LEAST
            and _share(opening, theirs) >= _LEAST_OPENING
        )

    def _marks(self, one: SketchedDocument, other: SketchedDocument) -> list[int]:
        """The marks of a document that the other would have kept too."""
        mask = (1 << max(one.sketch.level, other.sketch.level)) - 1
        return [mark for mark in one.sketch.marks if not mark & mask and mark not in self._common]


def _share(marks: Sequence[int], others: set[int]) -> float:
    return sum(mark in others for mark in marks) / len(marks) if marks else 0.0


def _in_order(one: SketchedDocument, other: SketchedDocument) -> tuple[SketchedDocument, SketchedDocument]:
    """The earlier and the later of two."""
    if _days_tell(one, other):
        return (one, other) if one.published.earliest < other.published.earliest else (other, one)
    return (one, other) if (one.added, one.source_id) < (other.added, other.source_id) else (other, one)


def _days_tell(one: SketchedDocument, other: SketchedDocument) -> bool:
    """Whether both say when they were published, and not the same."""
    dated = DateKind.UNDATED not in (one.published.kind, other.published.kind)
    return dated and one.published.earliest != other.published.earliest
