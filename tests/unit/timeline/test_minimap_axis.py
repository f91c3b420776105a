"""What stands under the minimap: where everything begins, and labels that keep apart."""

from itertools import pairwise

import pytest

from dates.calendar import DAY_SECONDS, to_days
from gui.timeline.histogram import count_bars
from gui.timeline.minimap_axis import MapTick, make_map_ticks
from gui.timeline.ticks import CalendarWords
from gui.timeline.time_scale import TimeScale

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
WORDS = CalendarWords(
    months=(*MONTHS, "December"),
    months_short=tuple(month[:3] for month in (*MONTHS, "December")),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)


def ticks(start: tuple[int, int, int], days: int) -> list[MapTick]:
    scale = TimeScale(to_days(*start) * DAY_SECONDS, days * DAY_SECONDS / 1180, 1180)
    return [tick for tick in make_map_ticks(scale, WORDS) if tick.label]


@pytest.mark.parametrize(
    ("start", "days", "first"),
    [
        ((2021, 7, 1), 900, "Jul 2021"),
        ((2012, 1, 1), 4400, "2012"),
        ((1843, 5, 2), 60_000, "1843"),
    ],
)
def test_first_label_says_where_everything_begins(start: tuple[int, int, int], days: int, first: str) -> None:
    assert ticks(start, days)[0].label == first


def test_january_is_called_by_its_year() -> None:
    labels = [tick.label for tick in ticks((2021, 7, 1), 900)]
    assert labels[:4] == ["Jul 2021", "Oct", "2022", "Apr"]


@pytest.mark.parametrize("days", [2, 9, 40, 200, 900, 4000, 90_000])
def test_labels_keep_apart(days: int) -> None:
    shown = ticks((2021, 7, 1), days)
    assert all(after.label_x - before.label_x >= 6 * len(before.label) for before, after in pairwise(shown))


def test_bars_count_what_begins_under_them() -> None:
    scale = TimeScale(0, 10.0, 100)
    assert count_bars([0, 5, 99, 100, 350, 999], scale, 10) == [3, 1, 0, 1, 0, 0, 0, 0, 0, 1]
    assert sum(count_bars(range(0, 1000, 7), scale, 9)) == len(range(0, 1000, 7))
