"""Where the bars are from left to right, with long empty stretches folded."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from services.periods import Period, Unit, number_of, step_of
from services.rhythm import Rhythm

LEAST, FITTED, MOST = 3.0, 28.0, 56.0
"""Pixels from one bar to the next: the least, the most while all are fitted in, the most there is."""
FOLD_WIDTH = 112
_FOLDED = {Unit.DAY: 60, Unit.WEEK: 26, Unit.MONTH: 24, Unit.YEAR: 25}
"""So many empty bars in a row are folded."""
_ZOOM = 1.3


@dataclass(frozen=True, slots=True)
class Run:
    """Bars from `first` to `last`, or what is folded between two runs."""

    first: int
    last: int
    left: float
    width: float
    is_fold: bool = False

    @property
    def right(self) -> float:
        return self.left + self.width


class BarsLayout:
    """Places of all bars `pitch` pixels apart; one fold costs as much as one run, whatever it leaves out."""

    def __init__(self, rhythm: Rhythm, pitch: float) -> None:
        self.unit, self.pitch = rhythm.unit, pitch
        self._step = step_of(rhythm.unit)
        self.runs = list(self._make_runs(rhythm.numbers))
        self._lefts = [run.left for run in self.runs]
        self.width = self.runs[-1].right if self.runs else 0.0

    def _make_runs(self, numbers: tuple[int, ...]) -> Iterator[Run]:
        if not numbers:
            return
        least = _FOLDED[self.unit]
        left, start, last = 0.0, numbers[0], numbers[0]
        for number in (*numbers[1:], None):
            missing = (number - last) // self._step - 1 if number is not None else 0
            if number is not None and (missing < least or missing * self.pitch <= FOLD_WIDTH):
                last = number
                continue
            run = Run(start, last, left, ((last - start) // self._step + 1) * self.pitch)
            yield run
            if number is not None:
                yield Run(last + self._step, number - self._step, run.right, FOLD_WIDTH, is_fold=True)
                left, start, last = run.right + FOLD_WIDTH, number, number

    def run_at(self, x: float) -> Run | None:
        """What is at a distance from the left end."""
        place = bisect_right(self._lefts, x) - 1
        return self.runs[place] if place >= 0 and x < self.runs[place].right else None

    def runs_between(self, left: float, right: float) -> list[Run]:
        """What a stretch of the sheet shows."""
        return self.runs[max(0, bisect_right(self._lefts, left) - 1) : bisect_right(self._lefts, right)]

    def number_at(self, x: float) -> int | None:
        """The number of the bar at a distance from the left end, None in a fold."""
        run = self.run_at(x)
        return None if run is None or run.is_fold else self._number_in(run, x)

    def _number_in(self, run: Run, x: float) -> int:
        return run.first + min(int((x - run.left) / self.pitch) * self._step, run.last - run.first)

    def x_of(self, number: int) -> float | None:
        """The left edge of a bar, None where it is folded or outside."""
        place = self._run_of(number)
        return None if place is None else place.left + (number - place.first) // self._step * self.pitch

    def _run_of(self, number: int) -> Run | None:
        return next((run for run in self.runs if not run.is_fold and run.first <= number <= run.last), None)

    def numbers_between(self, run: Run, left: float, right: float) -> range:
        """The bars of a run that a stretch of the sheet shows."""
        first = self._number_in(run, max(left, run.left))
        last = self._number_in(run, min(right, run.right - 0.01))
        return range(first, last + 1, self._step)

    def groups(
        self, run: Run, unit: Unit, begin: float = -inf, end: float = inf
    ) -> Iterator[tuple[Period, float, float]]:
        """The months or years of a run, each from where to where; those between two distances from the left end."""
        seen = (self._number_in(run, max(begin, run.left)), self._number_in(run, min(end, run.right - 0.01)))
        first, last = (number_of(unit, Period(self.unit, number).days[0]) for number in seen)
        for number in range(first, last + 1):
            period = Period(unit, number)
            starts, ends = self._start_in(period), self._start_in(period.moved(1))
            left = run.left + max(0, (starts - run.first) // self._step) * self.pitch
            right = min(run.right, run.left + (ends - run.first) // self._step * self.pitch)
            if right > left:
                yield period, left, right

    def edges(self, period: Period) -> Iterator[tuple[float, float]]:
        """From where to where a period lies: once for each run that shows a part of it."""
        if period.unit is self.unit:
            x = self.x_of(period.number)
            if x is not None:
                yield x, x + self.pitch
            return
        for run in self.runs:
            if not run.is_fold:
                yield from ((left, right) for group, left, right in self.groups(run, period.unit) if group == period)

    def _start_in(self, period: Period) -> int:
        """The number of the first bar that begins in a period."""
        first = period.days[0]
        if self.unit is Unit.DAY:
            return first
        if self.unit is Unit.WEEK:
            anchor = self.runs[0].first
            return anchor + -((anchor - first) // self._step) * self._step
        return number_of(self.unit, first)

    def stepped(self, number: int, count: int) -> int:
        """The bar `count` further; folds are passed over."""
        target = number + count * self._step
        if self._run_of(target) is not None:
            return target
        runs = [run for run in self.runs if not run.is_fold]
        if count > 0:
            return next((run.first for run in runs if run.first > number), runs[-1].last if runs else number)
        return next((run.last for run in reversed(runs) if run.last < number), runs[0].first if runs else number)


def fitting_pitch(rhythm: Rhythm, width: float) -> float:
    """The widest distance at which all bars fit, or the least there is."""
    pitch = FITTED
    while pitch > LEAST and BarsLayout(rhythm, pitch).width > width:
        pitch /= 1.06
    return max(LEAST, pitch)


def zoomed_pitch(pitch: float, way: int) -> float:
    """One step closer, or further away."""
    return max(LEAST, min(MOST, pitch * _ZOOM if way > 0 else pitch / _ZOOM))


def grid_step(most: int) -> int:
    """The distance of the lines of the scale: 1, 2 or 5 times a power of ten, for at most five lines."""
    step = 1
    while most / step > 5:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return step
