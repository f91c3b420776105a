"""Ticks under the minimap: fewer than on the axis, and the year in place of its first month."""

from dataclasses import dataclass

from dates.calendar import DAY_SECONDS, from_days
from gui.timeline.ticks import Axis, CalendarWords, make_axis
from gui.timeline.time_scale import TimeScale

_SPARSE = 3
"""Labels stand as far apart as on an axis of a third of the width."""
_CHAR, _AIR = 7.0, 16.0
_BEYOND = 18  # px that the last label may reach over the end


@dataclass(frozen=True, slots=True)
class MapTick:
    x: float
    label: str
    label_x: float
    is_strong: bool


def make_map_ticks(scale: TimeScale, words: CalendarWords) -> tuple[MapTick, ...]:
    """Ticks for a scale, their labels apart from each other; the first label says where everything begins."""
    axis = make_axis(TimeScale(scale.start, scale.seconds_per_px * _SPARSE, max(1, scale.width // _SPARSE)), words)
    titles = {} if _are_years(axis) else {round(title.left, 1): title.text for title in axis.titles}
    ticks = []
    free = 0.0
    if axis.ticks:
        label = axis.ticks[0].label
        if _are_years(axis):
            text = words.year(from_days(scale.start // DAY_SECONDS)[0])
        else:
            text = f"{label} {axis.titles[0].text}" if axis.titles else label
        ticks.append(MapTick(0.0, text, 0.0, is_strong=True))
        free = _width(text)
    for tick in axis.ticks:
        x = tick.x * _SPARSE
        if not 0 <= x <= scale.width:
            continue
        label = titles.get(round(tick.x, 1), tick.label) if tick.is_strong else tick.label
        has_room = x + 5 >= free and x + 5 + _width(label) - _AIR <= scale.width + _BEYOND
        ticks.append(MapTick(x, label if has_room else "", x + 5, tick.is_strong))
        if has_room:
            free = x + _width(label)
    return tuple(ticks)


def _are_years(axis: Axis) -> bool:
    """Whether the labels are years, which periods over them would only blur."""
    return bool(axis.ticks) and axis.ticks[0].label.isdigit() and len(axis.ticks[0].label) > 2


def _width(text: str) -> float:
    """About how much a label takes, with air."""
    return _CHAR * len(text) + _AIR
