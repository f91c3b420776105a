"""The timeline in numbers: which incidents stand in which lane, when, and in what colour."""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class LaneBy(StrEnum):
    """What makes a lane, and what makes a colour."""

    NONE = "none"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    TAG = "tag"
    STATUS = "status"
    SOURCE = "source"


NOT_KNOWN = 0
"""The id of the lane of incidents without a value, and of the one lane where there are no lanes."""
OTHERS = -2
"""The id of what has no colour of its own in the legend."""
SEVERAL = -1
"""The id of the lane of incidents that name more than one place and happened at none of them alone."""


@dataclass(frozen=True, slots=True)
class LaneKey:
    """Which lane: the id of an entity, a tag or a source, 1 + the place in STATUSES, NOT_KNOWN or SEVERAL."""

    by: LaneBy
    id: int


@dataclass(frozen=True, slots=True)
class MarkColumns:
    """Dated incidents of one lane, arrays side by side, sorted by `first`; codes as in `IncidentColumns`.

    `first` and `last` are seconds by the clock of the place. `colours` are codes of the legend, 0 where none is meant.
    """

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    first: "array[int]" = field(default_factory=lambda: array("q"))
    last: "array[int]" = field(default_factory=lambda: array("q"))
    kinds: bytes = b""
    precisions: bytes = b""
    doubts: bytes = b""
    statuses: bytes = b""
    flags: bytes = b""
    colours: bytes = b""

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane. `title` is the name in the project, empty where the key says it all (status, not known).

    `count` is the number of its marks. `colour` is the colour of a tag, else None.
    """

    key: LaneKey
    title: str
    count: int
    marks: MarkColumns
    colour: int | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One colour: its code in `MarkColumns.colours`, what it stands for, and the theme's role for it.

    Roles are fields of the theme ("ok", "accent", "mute", "bad", "field") or "tag0" … "tag5". Where `title` is empty, the
    key says what it is.
    """

    code: int
    key: LaneKey
    title: str
    role: str


@dataclass(frozen=True, slots=True)
class LinkColumns:
    """Links whose two incidents are both shown and dated, sorted by `starts`.

    `kinds` are places in LINK_KINDS; `starts` and `ends` the earlier and the later of the two incidents' `first`.
    """

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    from_ids: "array[int]" = field(default_factory=lambda: array("q"))
    to_ids: "array[int]" = field(default_factory=lambda: array("q"))
    kinds: bytes = b""
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Lanes:
    """Everything that a timeline draws, but words. A lane that an edit did not touch stays the same object.

    `silences` are stretches without incidents: (first silent second, last silent second), sorted. `span` is the first and
    the last second of all dated incidents, their day where they are a single moment, None where there are none. `legend`
    is empty where no colour is meant. `count` is the number of shown incidents, undated ones with them.
    """

    by: LaneBy
    colour_by: LaneBy
    lanes: tuple[Lane, ...] = ()
    undated: "array[int]" = field(default_factory=lambda: array("q"))
    legend: tuple[LegendEntry, ...] = ()
    stream: MarkColumns = field(default_factory=MarkColumns)
    """The marks of all lanes, each incident once, sorted by `first`."""
    links: LinkColumns = field(default_factory=LinkColumns)
    silences: tuple[tuple[int, int], ...] = ()
    span: tuple[int, int] | None = None
    count: int = 0
    revision: int = 0
    lanes_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Incident id → ids of its lanes (`LaneKey.id`), for those that are shown and dated. Of the newest `Lanes` only."""
    book: object = field(default=None, repr=False, compare=False)
    """What following needs, for `services.timeline_following` alone."""
