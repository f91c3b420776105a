"""Brings the lanes of a timeline up to date after an edit: only what it touched is read and made anew."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from dataclasses import replace
from typing import Any, cast

from services.id_finder import IdFinder
from services.incident_index import IncidentIndex, IndexUpdate
from services.incident_selection import Selection
from services.project import Project
from services.silences import Stretch, find_stretches_near
from services.timeline_gathering import (
    LAST_ONES,
    Book,
    gather_lanes,
    is_dated,
    lane_of,
    last_of,
    marks_at,
    places_of,
    span_of,
    undated_ids,
)
from services.timeline_lanes import Lane, LaneBy, Lanes, LinkColumns, MarkColumns
from services.timeline_links import read_links_of, replace_links
from services.timeline_members import Values

FEW = 60
"""Up to so many touched incidents it is faster to follow them than to gather all anew."""


def follow_lanes(
    project: Project, index: IncidentIndex, selection: Selection, lanes: Lanes, update: IndexUpdate
) -> Lanes:
    """The lanes after an edit; `index` and `selection` have followed it already.

    A lane that was not touched stays the same object. Where names of lanes changed, or many incidents, gather anew.
    """
    touched = frozenset(step.id for step in update.steps)
    if update.whole or len(touched) > FEW or not isinstance(lanes.book, Book):
        return gather_lanes(project, index, selection, lanes.by, lanes.colour_by)
    moved = any(step.out != step.into for step in update.steps)
    return _Patch(project, index, selection, lanes, touched, is_moved=moved).made()


class _Patch:
    """One edit, and what it does to each part of the timeline."""

    def __init__(
        self,
        project: Project,
        index: IncidentIndex,
        selection: Selection,
        lanes: Lanes,
        touched: Collection[int],
        *,
        is_moved: bool,
    ) -> None:
        self._project = project
        self._index = index
        self._selection = selection
        self._lanes = lanes
        self._is_moved = is_moved
        self._book: Book = cast("Book", lanes.book)
        self._touched = sorted(touched)
        self._order = IdFinder(index.columns.ids)
        self._places: dict[int, int] = {}
        self._is_undated_now = False
        self._stream = lanes.stream
        for incident_id in self._touched:
            place = self._order.place_of(incident_id)
            if place is None or not selection.bits[place]:
                continue
            if is_dated(index.columns, place):
                self._places[incident_id] = place
            else:
                self._is_undated_now = True

    def made(self) -> Lanes:
        lanes, book = self._lanes, self._book
        for members in {id(one): one for one in (book.members, book.colours.members)}.values():
            members.follow(self._project, self._touched)
        self._stream = self._patched(lanes.stream, self._touched, list(self._places))
        is_same = self._stream is lanes.stream
        return replace(
            lanes,
            lanes=self._patch_lanes(),
            undated=self._patch_undated(),
            stream=self._stream,
            legend=lanes.legend if is_same else book.colours.legend(self._stream.colours),
            links=self._patch_links(),
            silences=self._patch_silences(),
            span=lanes.span if is_same else self._patch_span(),
            count=self._selection.count,
            revision=self._index.revision,
        )

    def _patched(self, marks: MarkColumns, out: Collection[int], into: Collection[int]) -> MarkColumns:
        """The marks without some incidents and with others; the same object where that changes nothing."""
        columns, places = self._index.columns, sorted(self._places[i] for i in into)
        rows = marks_at(columns, places, self._book.colours.of_all(columns, places))
        finder = IdFinder(marks.ids)
        gone = sorted(place for place in map(finder.place_of, out) if place is not None)
        if not self._is_moved and _rows_at(marks, gone) == _rows_at(rows, range(len(rows))):
            return marks
        work: list[Any] = [column[:] if isinstance(column, array) else bytearray(column) for column in parts_of(marks)]
        for place in reversed(gone):
            for column in work:
                del column[place]
        for place, row in zip(places, zip(*parts_of(rows), strict=True), strict=True):
            there = self._place_in(work[0], work[1], row[1], place)
            for column, value in zip(work, row, strict=True):
                column.insert(there, value)
        done: list[Any] = [column if isinstance(column, array) else bytes(column) for column in work]
        return MarkColumns(*done)

    def _place_in(self, ids: "array[int]", first: "array[int]", second: int, place: int) -> int:
        """Where a mark belongs: by its first second, then in the order of the chronology."""
        low, high = bisect_left(first, second), bisect_right(first, second)
        while low < high:
            middle = (low + high) // 2
            known = self._order.place_of(ids[middle], near=place)
            if known is not None and known < place:
                low = middle + 1
            else:
                high = middle
        return low

    def _patch_lanes(self) -> tuple[Lane, ...]:
        lanes, book = self._lanes.lanes, self._book
        new = {i: book.members.of(self._index.columns, place) for i, place in self._places.items()}
        old = self._note_lanes(new)
        if self._lanes.by is LaneBy.NONE:
            if self._stream is self._lanes.stream:
                return lanes
            return (lane_of(book.members, 0, self._stream),) if len(self._stream) else ()
        out, into = _by_lane(old), _by_lane(new)
        made, fresh, is_emptied = list(lanes), [], False
        for key in out.keys() | into.keys():
            place = book.places.get(key)
            known = MarkColumns() if place is None else lanes[place].marks
            marks = self._patched(known, out.get(key, ()), into.get(key, ()))
            if place is None:
                fresh.append(lane_of(book.members, key, marks))
            elif marks is not known:
                made[place] = lane_of(book.members, key, marks)
                is_emptied = is_emptied or not len(marks)
        if fresh or is_emptied:
            made = _in_order([lane for lane in made if lane.count], fresh)
            book.places = places_of(made)
        return tuple(made)

    def _note_lanes(self, new: Mapping[int, Values]) -> dict[int, Values]:
        """Write down in which lanes the touched incidents are now; the lanes they were in."""
        lanes_of = cast("MutableMapping[int, Values]", self._lanes.lanes_of)
        old = {i: lanes_of.pop(i) for i in self._touched if i in lanes_of}
        lanes_of.update(new)
        return old

    def _patch_undated(self) -> "array[int]":
        known = self._lanes.undated
        if self._is_undated_now or any(i in known for i in self._touched):
            return undated_ids(self._index.columns, self._selection)
        return known

    def _patch_links(self) -> LinkColumns:
        stream, finder = self._stream, IdFinder(self._stream.ids)

        def first_of(incident_id: int) -> int | None:
            place = finder.place_of(incident_id)
            return None if place is None else stream.first[place]

        return replace_links(self._lanes.links, self._touched, read_links_of(self._project, self._touched), first_of)

    def _patch_span(self) -> tuple[int, int] | None:
        book, before, finder = self._book, self._lanes.stream, IdFinder(self._lanes.stream.ids)
        gone = [before.last[place] for place in map(finder.place_of, self._touched) if place is not None]
        come = [self._index.columns.last[place] for place in self._places.values()]
        if book.last is None or book.last in gone:
            book.last = last_of(self._stream)  # who ended last may end earlier now
        else:
            book.last = max((book.last, *come))
        return span_of(self._stream, book.last)

    def _patch_silences(self) -> tuple[Stretch, ...]:
        silences, before, stream = self._lanes.silences, self._lanes.stream, self._stream
        if stream is before:
            return silences
        for marks in (before, stream):
            finder = IdFinder(marks.ids)
            for place in map(finder.place_of, self._touched):
                if place is not None:
                    silences = self._heard(silences, (marks.first[place], marks.last[place]))
        return silences

    def _heard(self, silences: tuple[Stretch, ...], near: Stretch) -> tuple[Stretch, ...]:
        """The silences where an incident came or went."""
        stream, usual = self._stream, self._book.usual
        found = [
            stretch
            for stretch in find_stretches_near(stream.first, stream.last, near)
            if stretch[1] - stretch[0] + 1 >= usual
        ]
        reach = [near, *found]
        start, end = min(reach)[0], max(stretch[1] for stretch in reach)
        kept = [stretch for stretch in silences if stretch[1] < start - 1 or stretch[0] > end + 1]
        return tuple(sorted({*kept, *found}))


def parts_of(marks: MarkColumns) -> tuple[Any, ...]:
    """The columns of marks, in the order of their fields."""
    return (
        *(marks.ids, marks.first, marks.last, marks.kinds, marks.precisions, marks.doubts, marks.statuses),
        *(marks.flags, marks.colours),
    )


def _rows_at(marks: MarkColumns, places: Collection[int]) -> list[tuple[int, ...]]:
    return [tuple(column[place] for column in parts_of(marks)) for place in places]


def _by_lane(values: Mapping[int, Values]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for incident_id, lanes in values.items():
        for lane in lanes:
            found.setdefault(lane, []).append(incident_id)
    return found


def _in_order(lanes: Iterable[Lane], new: Iterable[Lane]) -> list[Lane]:
    """New lanes come after those with a name, and before what is not known."""
    every = [*lanes, *sorted(new, key=lambda lane: lane.key.id)]
    named = [lane for lane in every if lane.key.id not in LAST_ONES]
    return named + [lane for last in LAST_ONES for lane in every if lane.key.id == last]
