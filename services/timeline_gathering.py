"""Makes the lanes of a timeline from the index: at the speed of C loops, without a row of the file."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress
from operator import itemgetter
from typing import Any

from dates.calendar import DAY_SECONDS
from services.bits import all_of, table
from services.date_shapes import UNDATED
from services.date_windows import IS_DATED
from services.incident_index import IncidentColumns, IncidentIndex
from services.incident_selection import Selection
from services.project import Project
from services.silences import Stretch, find_stretches, unusual_length
from services.timeline_colours import Colours
from services.timeline_lanes import NOT_KNOWN, SEVERAL, Lane, LaneBy, LaneKey, Lanes, LinkColumns, MarkColumns
from services.timeline_links import link_columns, read_links
from services.timeline_members import Members, Values, read_members

_MOMENT = 60  # seconds
_IS_UNDATED = table(UNDATED.__eq__)
LAST_ONES = (SEVERAL, NOT_KNOWN)
"""What comes after the lanes with a name."""


@dataclass(slots=True)
class Book:
    """What `follow_lanes` needs to know: kept with the lanes, changed in place."""

    members: Members
    colours: Colours
    usual: int
    """From how many seconds on a silence is marked."""
    places: dict[int, int] = field(default_factory=dict)
    """Lane id → its place among the lanes."""
    last: int | None = None
    """The last second of all marks."""


def go_on() -> None:
    """Nobody wants the work to end early."""


def gather_lanes(
    project: Project,
    index: IncidentIndex,
    selection: Selection,
    by: LaneBy = LaneBy.NONE,
    colour_by: LaneBy = LaneBy.NONE,
    known: Iterable[Members] = (),
    check: Callable[[], None] = go_on,
) -> Lanes:
    """The timeline of the selected incidents, on any thread. `known` were read before, and nothing that names or fills
    lanes has changed since. `check` is called between the steps, and what it raises ends the work."""
    columns = index.columns
    have = {members.by: members for members in known}
    for missing in {by, colour_by} - have.keys():
        have[missing] = read_members(project, columns, missing)
        check()
    members, colours = have[by], Colours(have[colour_by])
    places = dated_places(columns, selection)
    stream = marks_at(columns, places, colours.of_all(columns, places))
    values = list(members.of_all(columns, places))
    check()
    silences, usual = _silences(stream)
    lanes = _make_lanes(members, stream, values)
    last = last_of(stream)
    return Lanes(
        by=by,
        colour_by=colour_by,
        lanes=lanes,
        undated=undated_ids(columns, selection),
        legend=colours.legend(stream.colours),
        stream=stream,
        links=_links(project, stream),
        silences=silences,
        span=span_of(stream, last),
        count=selection.count,
        revision=index.revision,
        lanes_of=dict(zip(stream.ids, values, strict=True)),
        book=Book(members, colours, usual, places_of(lanes), last),
    )


def members_of(lanes: Lanes) -> tuple[Members, ...]:
    """What was read for these lanes, for `known`: true as long as the lanes were followed."""
    return (lanes.book.members, lanes.book.colours.members) if isinstance(lanes.book, Book) else ()


def dated_places(columns: IncidentColumns, selection: Selection) -> list[int]:
    """The places of the dated incidents of a selection, sorted by their first second."""
    places = list(compress(range(len(columns)), _of_kind(columns, selection, IS_DATED)))
    # The chronology is sorted by another moment of imprecise dates, so this is nearly done.
    places.sort(key=columns.first.__getitem__)
    return places


def undated_ids(columns: IncidentColumns, selection: Selection) -> "array[int]":
    """The ids of the undated incidents of a selection."""
    return array("q", compress(columns.ids, _of_kind(columns, selection, _IS_UNDATED)))


def _of_kind(columns: IncidentColumns, selection: Selection, is_kind: bytes) -> bytes:
    """1 for the incidents of a selection whose kind of date has a 1 in `is_kind`."""
    return all_of((selection.bits, columns.kinds.translate(is_kind)), len(columns))


def is_dated(columns: IncidentColumns, place: int) -> bool:
    """Whether the incident at a place of the index has a date."""
    return columns.kinds[place] != UNDATED


def marks_at(columns: IncidentColumns, places: Sequence[int], colours: bytes) -> MarkColumns:
    """The marks of the incidents at some places of the index."""
    pick = picker(places)
    return MarkColumns(
        array("q", pick(columns.ids)),
        array("q", pick(columns.first)),
        array("q", pick(columns.last)),
        bytes(pick(columns.kinds)),
        bytes(pick(columns.precisions)),
        bytes(pick(columns.doubts)),
        bytes(pick(columns.statuses)),
        bytes(pick(columns.flags)),
        colours,
    )


def picker(places: Sequence[int]) -> Callable[[Sequence[int]], Sequence[int]]:
    """Gives the values of a column at these places, in their order."""
    return itemgetter(*places) if len(places) > 1 else lambda column: [column[place] for place in places]


def lane_of(members: Members, lane: int, marks: MarkColumns) -> Lane:
    """A lane with its name."""
    title, colour = members.names.get(lane, ("", None))
    return Lane(LaneKey(members.by, lane), title, len(marks), marks, colour)


def places_of(lanes: Sequence[Lane]) -> dict[int, int]:
    """Lane id → its place among the lanes."""
    return {lane.key.id: place for place, lane in enumerate(lanes)}


def last_of(stream: MarkColumns) -> int | None:
    """The last second of all marks."""
    return max(stream.last, default=None)


def span_of(stream: MarkColumns, last: int | None) -> tuple[int, int] | None:
    """The first and the last second of all marks; of a single moment, such as the end of "until 1990", its day."""
    if last is None:
        return None
    first = stream.first[0]
    if last - first >= _MOMENT:
        return first, last
    return first - first % DAY_SECONDS, last - last % DAY_SECONDS + DAY_SECONDS - 1


def _make_lanes(members: Members, stream: MarkColumns, values: Sequence[Values]) -> tuple[Lane, ...]:
    if members.by is LaneBy.NONE:
        return (lane_of(members, NOT_KNOWN, stream),) if len(stream) else ()
    buckets = defaultdict[int, list[int]](list)
    for place, lanes in enumerate(values):
        for lane in lanes:
            buckets[lane].append(place)
    order = [lane for lane in members.ranking if lane in buckets]
    order += sorted(lane for lane in buckets.keys() - set(order) if lane > 0)
    order += [lane for lane in LAST_ONES if lane in buckets]
    # All at once and then cut: thousands of lanes of a few marks each would cost a call per column.
    together = _columns_of(stream, list(chain.from_iterable(map(buckets.__getitem__, order))))
    ends = list(accumulate(len(buckets[lane]) for lane in order))
    return tuple(
        lane_of(members, lane, MarkColumns(*(column[start:end] for column in together)))
        for lane, start, end in zip(order, [0, *ends], ends, strict=False)
    )


def _columns_of(stream: MarkColumns, places: Sequence[int]) -> tuple[Any, ...]:
    pick = picker(places)
    numbers = (array("q", pick(column)) for column in (stream.ids, stream.first, stream.last))
    codes = (stream.kinds, stream.precisions, stream.doubts, stream.statuses, stream.flags, stream.colours)
    return (*numbers, *(bytes(pick(column)) for column in codes))


def _silences(stream: MarkColumns) -> tuple[tuple[Stretch, ...], int]:
    """The stretches that are marked, and how long a stretch must be for that."""
    stretches = find_stretches(stream.first, stream.last)
    usual = unusual_length(stretches)
    return tuple(stretch for stretch in stretches if stretch[1] - stretch[0] + 1 >= usual), usual


def _links(project: Project, stream: MarkColumns) -> LinkColumns:
    rows = read_links(project)
    if not rows:
        return LinkColumns()
    linked = {end for row in rows for end in row[1:3]}
    is_linked = bytes(map(linked.__contains__, stream.ids))
    first_of = dict(zip(compress(stream.ids, is_linked), compress(stream.first, is_linked), strict=True))
    return link_columns(rows, first_of.get)
