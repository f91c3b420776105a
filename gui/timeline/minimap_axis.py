"""Ticks under the minimap: fewer than on the axis, and the year in place of its first month."""

from dataclasses import dataclass

from gui.timeline.ticks import CalendarWords, make_axis
from gui.timeline.time_scale import TimeScale

_SPARSE = 3
"""Labels stand as far apart as on an axis of a third of the width."""
_APART = 84


@dataclass(frozen=True, slots=True)
class MapTick:
    x: float
    label: str
    label_x: float
    is_strong: bool


def make_map_ticks(scale: TimeScale, words: CalendarWords) -> tuple[MapTick, ...]:
    """Ticks for a scale, their labels at least `_APART` px apart; the first label says where everything begins."""
    axis = make_axis(TimeScale(scale.start, scale.seconds_per_px * _SPARSE, max(1, scale.width // _SPARSE)), words)
    titles = {round(title.left, 1): title.text for title in axis.titles}
    ticks = []
    free = -1.0
    if axis.titles and axis.ticks:
        first = axis.titles[0]
        begins = axis.ticks[0]
        text = first.text if begins.is_strong else f"{begins.label} {first.text}"
        ticks.append(MapTick(0.0, text, 0.0, is_strong=True))
        free = _APART
    for tick in axis.ticks:
        x = tick.x * _SPARSE
        if not 0 <= x <= scale.width:
            continue
        label = titles.get(round(tick.x, 1), tick.label) if tick.is_strong else tick.label
        has_room = x >= free and x + 40 <= scale.width
        ticks.append(MapTick(x, label if has_room else "", x + 5, tick.is_strong))
        if has_room:
            free = x + _APART * 0.6
    return tuple(ticks)
