"""How high the blocks of a long text are, most of them by estimate, and where each begins."""

from collections.abc import Sequence

_CHUNK = 256


class BlockHeights:
    """Whole pixels. Finding a place among ten thousand blocks adds up some forty numbers, not ten thousand."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        self._sums = [sum(self._heights[at : at + _CHUNK]) for at in range(0, len(self._heights), _CHUNK)]
        self.total = sum(self._sums)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, number: int) -> int:
        return self._heights[number]

    def change(self, number: int, height: int) -> bool:
        """Say how high a block is; whether that is new."""
        grown = height - self._heights[number]
        self._heights[number] = height
        self._sums[number // _CHUNK] += grown
        self.total += grown
        return bool(grown)

    def top(self, number: int) -> int:
        """Where a block begins."""
        chunk = number // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : number])

    def at(self, y: float) -> int:
        """The block at a height; the first one above all, the last one below."""
        top = chunk = 0
        while chunk < len(self._sums) - 1 and top + self._sums[chunk] <= y:
            top += self._sums[chunk]
            chunk += 1
        number = chunk * _CHUNK
        while number < len(self._heights) - 1 and top + self._heights[number] <= y:
            top += self._heights[number]
            number += 1
        return number
