"""What the calendar counts by: places of incidents by unit, and the parts of bars, read when they are first asked for."""

from dataclasses import dataclass

from gui.controllers.session import Session
from services.incident_index import IncidentIndex, IndexUpdate
from services.incident_selection import Selection
from services.periods import Unit
from services.rhythm import PeriodPlaces, Rhythm, count_rhythm
from services.timeline_colours import Colours
from services.timeline_lanes import NOT_KNOWN, OTHERS, LaneBy, LaneKey, LegendEntry
from services.timeline_members import Members, read_members

_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts, and what the codes of their parts mean, in the order of the codes."""

    rhythm: Rhythm
    legend: tuple[LegendEntry, ...] = ()


class CalendarCounts:
    """Follows the index edit by edit; what it missed is made anew."""

    def __init__(self, session: Session, week_start: int) -> None:
        self._session = session
        self._week_start = week_start
        self._places: dict[Unit, PeriodPlaces] = {}
        self._members: Members | None = None
        self._revision = -1

    def forget(self) -> None:
        """Another project."""
        self._places.clear()
        self._members = None

    def forget_members(self) -> None:
        """Names or colours of parts may be others."""
        self._members = None

    def follow(self, index: IncidentIndex, update: IndexUpdate) -> None:
        """Take over an edit that the index has followed; a filter alone changes nothing here."""
        if index.revision == self._revision or not self._places:
            return
        if update.whole or index.revision != self._revision + 1:
            self.forget()
        for places in self._places.values():
            places.follow(index.columns, update)
        self._revision = index.revision
        members, ids = self._members, [step.id for step in update.steps if step.into is not None]
        if members is not None and ids:
            self._session.read(lambda project: members.follow(project, ids))

    def places(self, index: IncidentIndex, unit: Unit) -> PeriodPlaces:
        """Where each incident counts by a unit: 0.05 s for 100,000 the first time."""
        if index.revision != self._revision:
            self.forget()
            self._revision = index.revision
        if unit not in self._places:
            self._places[unit] = PeriodPlaces(unit, index.columns, self._week_start)
        return self._places[unit]

    def count(self, index: IncidentIndex, selection: Selection, unit: Unit, parts_by: LaneBy = LaneBy.NONE) -> Counted:
        """Count what a selection shows, in parts where they are asked for."""
        places = self.places(index, unit)
        members = self._members_of(index, parts_by) if parts_by is not LaneBy.NONE else None
        if members is None:
            return Counted(count_rhythm(places, selection.bits))
        colours = Colours(members)
        codes = colours.of_all(index.columns, range(len(index.columns)))
        legend, table = _few_parts(colours.legend(bytes(set(codes))))
        return Counted(count_rhythm(places, selection.bits, codes.translate(table), len(legend)), legend)

    def _members_of(self, index: IncidentIndex, by: LaneBy) -> Members | None:
        if self._members is None or self._members.by is not by:
            self._members = self._session.read(lambda project: read_members(project, index.columns, by))
        return self._members


def _few_parts(legend: tuple[LegendEntry, ...]) -> tuple[tuple[LegendEntry, ...], bytes]:
    """As many parts as a bar can show, all others as one; and the part of each code, in the order of the legend."""
    table = bytearray(256)
    named = [entry for entry in legend if entry.key.id not in (OTHERS, NOT_KNOWN)]
    others = [*named[_MOST_PARTS:], *(entry for entry in legend if entry.key.id == OTHERS)]
    shown = named[:_MOST_PARTS]
    if others:
        shown.append(LegendEntry(others[-1].code, LaneKey(others[-1].key.by, OTHERS), "", "mute"))
    shown += [entry for entry in legend if entry.key.id == NOT_KNOWN]
    for place, entry in enumerate(shown):
        table[entry.code] = place
    for entry in others:
        table[entry.code] = min(_MOST_PARTS, len(named))
    return tuple(shown), bytes(table)
