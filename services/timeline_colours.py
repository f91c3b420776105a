"""Which colour each mark has: by the same values as lanes, the most frequent of the project first."""

from collections.abc import Mapping, Sequence
from itertools import repeat
from operator import itemgetter

from models.enums import Status
from services.incident_index import STATUSES, IncidentColumns
from services.timeline_lanes import NOT_KNOWN, OTHERS, LaneBy, LaneKey, LegendEntry
from services.timeline_members import Members

_TAG_COLOURS = 6
_MOST_TAGS = 24  # tags bring colours of their own, so more of them fit
_STATUS_ROLES: Mapping[Status, str] = {
    Status.VERIFIED: "ok",
    Status.REPORTED: "accent",
    Status.DISPUTED: "bad",
    Status.UNVERIFIED: "mute",
    Status.WITHDRAWN: "field",
}


class Colours:
    """Codes of colours for values: 0 for none, then those of the legend, the last one for all others."""

    def __init__(self, members: Members) -> None:
        self.members = members
        self._most = _MOST_TAGS if members.by is LaneBy.TAG else _TAG_COLOURS
        self._codes = {lane: code for code, lane in enumerate(members.ranking[: self._most], start=1)}
        self._codes[NOT_KNOWN] = 0

    def of_all(self, columns: IncidentColumns, places: Sequence[int]) -> bytes:
        """The codes of the incidents at these places of the index."""
        if self.members.by is LaneBy.NONE:
            return bytes(len(places))
        # Of several values the first one counts.
        first = map(itemgetter(0), self.members.of_all(columns, places))
        return bytes(map(self._codes.get, first, repeat(self._most + 1)))

    def legend(self, used: bytes) -> tuple[LegendEntry, ...]:
        """What the used codes mean; nothing where no colour is meant."""
        if self.members.by is LaneBy.NONE:
            return ()
        lanes = {code: lane for lane, code in self._codes.items()}
        codes = (*range(1, self._most + 2), 0)
        return tuple(self._entry(code, lanes.get(code, OTHERS)) for code in codes if code in used)

    def _entry(self, code: int, lane: int) -> LegendEntry:
        by = self.members.by
        title, colour = self.members.names.get(lane, ("", None))
        if lane in (NOT_KNOWN, OTHERS):
            role = "field" if lane == NOT_KNOWN else "mute"
        elif by is LaneBy.STATUS:
            role = _STATUS_ROLES[STATUSES[lane - 1]]
        else:
            role = f"tag{(code - 1) % _TAG_COLOURS if colour is None else colour}"
        return LegendEntry(code, LaneKey(by, lane), title, role)
