"""A date while it is dragged: the whole, its start or its end, in whole units of its precision."""

from dataclasses import dataclass, replace

from dates import UncertainDate
from dates.moving import ends_of, moved, with_end, with_start
from gui.timeline.scene import Hit, Mark, Target
from gui.timeline.time_scale import TimeScale


@dataclass(frozen=True, slots=True)
class DateDrag:
    """`grabbed` is the second under the pointer when it was taken; `x` and `y` are where the pointer is."""

    id: int
    part: Target
    before: UncertainDate
    date: UncertainDate
    grabbed: int
    x: float
    y: float
    mark: Mark | None = None
    scale: TimeScale | None = None
    """The scale that the mark was laid out at."""

    def at(self, x: float, y: float, scale: TimeScale) -> "DateDrag":
        """The same drag with the pointer elsewhere."""
        second = scale.t_at(x)
        return replace(self, x=x, y=y, date=self._date_at(second))

    def _date_at(self, second: int) -> UncertainDate:
        by = second - self.grabbed
        start, end = ends_of(self.before)
        if self.part is Target.START:
            return with_start(self.before, second if start is None else start + by)
        if self.part is Target.END:
            return with_end(self.before, second if end is None else end + by)
        return moved(self.before, by)


def begin_drag(hit: Hit, date: UncertainDate, x: float, scale: TimeScale) -> DateDrag:
    """Take what was hit."""
    y = hit.mark.y if hit.mark is not None else 0.0
    return DateDrag(hit.id, hit.kind, date, date, scale.t_at(x), x, y, hit.mark, scale)
