"""Colours of a heat map: four steps from few to many, and ink that can be read on each."""

from bisect import bisect_right
from collections.abc import Iterable

from PySide6.QtGui import QColor

from gui.theme import Theme, mixed

STEPS = 4
_MIXES = {False: (0.22, 0.42, 0.66, 1.0), True: (0.24, 0.42, 0.7, 1.0)}


class HeatScale:
    """Which step a count has. Every step holds as many different counts as the others, as far as there are so many."""

    def __init__(self, counts: Iterable[int] = ()) -> None:
        known = sorted(set(counts) - {0})
        wanted = min(STEPS, len(known))
        self.lows = [1, *(known[len(known) * step // wanted] for step in range(1, wanted))] if known else []
        self.most = known[-1] if known else 0
        # With fewer than four different counts the weakest colours are left out, so that one incident can be seen.
        self._skipped = 1 if 0 < len(self.lows) < STEPS else 0

    def step_of(self, count: int) -> int:
        """0 for none, 1 to 4 for few to many."""
        return bisect_right(self.lows, count) + self._skipped if count else 0

    def ranges(self) -> list[tuple[int, int, int]]:
        """Step, and the lowest and highest count that has it."""
        highs = [*(low - 1 for low in self.lows[1:]), self.most][: len(self.lows)]
        steps = (self.step_of(low) for low in self.lows)
        return list(zip(steps, self.lows, highs, strict=True))


def heat_colours(theme: Theme) -> tuple[QColor, ...]:
    """The grounds of squares by step; 0 is a square without incidents."""
    return (theme.sunken, *(mixed(theme.bg, theme.accent, share) for share in _MIXES[theme.is_dark]))


def heat_ink(theme: Theme, step: int) -> QColor:
    """The colour of a number on a square."""
    if not step:
        return theme.ink3
    dark_enough = 3 if theme.is_dark else 4
    return theme.onaccent if step >= dark_enough else theme.ink
