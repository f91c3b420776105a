"""Stretches of a text that may overlap, found by where they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Spans(Generic[T]):
    """Each is a start, an end behind it, and what it stands for; in the order of the text."""

    def __init__(self, spans: Sequence[tuple[int, int, T]] = ()) -> None:
        self._spans = sorted((span for span in spans if span[0] < span[1]), key=_place)
        self._starts = [start for start, _end, _value in self._spans]
        self._longest = max((end - start for start, end, _value in self._spans), default=0)

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[tuple[int, int, T]]:
        return iter(self._spans)

    def within(self, first: int, last: int) -> list[tuple[int, int, T]]:
        """Those of which a part lies between two positions."""
        begin = bisect_left(self._starts, first - self._longest)
        return [span for span in self._spans[begin : bisect_left(self._starts, last)] if span[1] > first]

    def at(self, position: int) -> list[tuple[int, int, T]]:
        """Those that hold the character behind a position."""
        return self.within(position, position + 1)


def _place(span: tuple[int, int, object]) -> tuple[int, int]:
    return span[0], span[1]
