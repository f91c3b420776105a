"""Frozen values that leave a project, with everything loaded that a view or a writer needs."""

from dataclasses import dataclass, field
from enum import StrEnum

from dates import UncertainDate
from models.doubts import FileDoubt
from models.enums import (
    CaptureMethod,
    Confidence,
    CreatorRole,
    EntityKind,
    Finding,
    LinkKind,
    LocatorLabel,
    SourceType,
    Stance,
    Status,
)


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """The project's own properties."""

    uuid: str
    title: str
    subtitle: str
    language: str
    description: str
    created_at: str


@dataclass(frozen=True, slots=True)
class TagCard:
    id: int
    name: str
    colour: int
    incident_count: int = 0


@dataclass(frozen=True, slots=True)
class EntityCard:
    id: int
    version: int
    kind: EntityKind
    name: str
    note: str = ""
    incident_count: int = 0


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An entity in an incident, and as what."""

    entity_id: int
    kind: EntityKind
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One row of the chronology list: only what the row shows."""

    id: int
    version: int
    title: str
    summary: str
    date: UncertainDate
    status: Status
    marked: bool
    place: str
    tags: tuple[TagCard, ...]
    citation_count: int
    contradicting_count: int


@dataclass(frozen=True, slots=True)
class PassageLine:
    capture_id: int
    start: int
    end: int
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A citation as an incident shows it. `mark` is its marker in the body, `number` its place in the incident."""

    id: int
    version: int
    incident_id: int
    source_id: int
    source_label: str
    number: int
    locator_label: LocatorLabel
    locator: str
    quote: str
    stance: Stance
    note: str
    passage: PassageLine | None
    stated: UncertainDate

    @property
    def mark(self) -> str:
        """The marker that places this citation in a body (Markdown footnote reference)."""
        return f"[^{self.id}]"


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as seen from one incident; `outgoing` is False when the other incident is its start."""

    id: int
    version: int
    kind: LinkKind
    outgoing: bool
    other_id: int
    other_title: str
    other_date: UncertainDate
    note: str


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """Everything about one incident."""

    id: int
    version: int
    uuid: str
    title: str
    body: str
    note: str
    date: UncertainDate
    status: Status
    confidence: Confidence | None
    marked: bool
    place: str
    tags: tuple[TagCard, ...]
    roles: tuple[RoleLine, ...]
    citations: tuple[CitationLine, ...]
    links: tuple[LinkLine, ...]
    independent_sources: int
    created_at: str
    updated_at: str
    deleted_at: str | None


@dataclass(frozen=True, slots=True)
class CreatorLine:
    role: CreatorRole
    family: str
    given_name: str
    literal: str


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """A preserved copy, without its bytes."""

    id: int
    source_id: int
    media_type: str
    original_name: str
    sha256: str
    size: int
    captured_at: str
    method: CaptureMethod
    text_length: int
    doubts: tuple[FileDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of the sources list."""

    id: int
    version: int
    type: SourceType
    title: str
    creators: str
    container_title: str
    publisher: str
    published: UncertainDate
    protected: bool
    capture_count: int
    citation_count: int
    language: str = ""
    is_unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class CitedByLine:
    """One citation as its source shows it."""

    citation_id: int
    incident_id: int
    incident_title: str
    incident_date: UncertainDate
    stance: Stance
    quote: str
    locator_label: LocatorLabel
    locator: str


@dataclass(frozen=True, slots=True)
class SourceCard:
    """Everything about one source, its captures without their bytes."""

    id: int
    version: int
    uuid: str
    type: SourceType
    title: str
    creators: tuple[CreatorLine, ...]
    container_title: str
    publisher: str
    published: UncertainDate
    accessed: UncertainDate
    archived: UncertainDate
    url: str
    archive_url: str
    language: str
    fields: dict[str, str]
    note: str
    protected: bool
    cover_name: str
    republishes_id: int | None
    unconfirmed: frozenset[str] = frozenset()
    captures: tuple[CaptureLine, ...] = ()
    cited_by: tuple[CitedByLine, ...] = ()
    created_at: str = ""
    updated_at: str = ""
    deleted_at: str | None = None


@dataclass(frozen=True, slots=True)
class BinRow:
    """An incident or a source that waits in the bin."""

    kind: str
    id: int
    title: str
    deleted_at: str
    citation_count: int


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing a check found: about which record, and its title."""

    finding: Finding
    kind: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """`damage` says that something stored cannot be trusted; `work` is what the desk still has to do."""

    damage: tuple[CheckLine, ...]
    work: tuple[CheckLine, ...]
    incident_count: int
    source_count: int

    @property
    def is_healthy(self) -> bool:
        return not self.damage


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents a view shows; every part narrows it. Empty means all that are not in the bin.

    `since` and `until` are EDTF strings: incidents whose earliest–latest interval touches since..until. `stances`: any
    citation with one of them, by one of `source_ids` where these are given too. `changed_since`: a `ChangedWithin` that moves
    on with the clock, a day (YYYY-MM-DD, from its local midnight on), or a moment in UTC as the file stores them.
    """

    text: str = ""
    since: str = ""
    until: str = ""
    statuses: frozenset[Status] = frozenset()
    tag_ids: frozenset[int] = frozenset()
    entity_ids: frozenset[int] = frozenset()
    source_ids: frozenset[int] = frozenset()
    confidences: frozenset[Confidence] = frozenset()
    stances: frozenset[Stance] = frozenset()
    marked: bool = False
    uncited: bool = False
    disputed_by_sources: bool = False
    changed_since: str = ""

    @property
    def is_empty(self) -> bool:
        return self == IncidentFilter()


@dataclass(frozen=True, slots=True)
class SavedViewCard:
    id: int
    name: str
    filter: IncidentFilter
    incident_count: int = 0


@dataclass(frozen=True, slots=True)
class PeriodGroup:
    """A heading of the list: `key` is the EDTF of the period ("" = undated), `count` its shown rows of `total`.

    `days` counts the shown incidents per day of the month (index 0 = the first), empty where the period is no month.
    """

    key: str
    count: int
    total: int
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectCounts:
    """The numbers of the sidebar and the status line."""

    incidents: int
    sources: int
    entities: int
    uncited: int
    binned: int
    earliest: UncertainDate | None
    latest: UncertainDate | None
    tags: tuple[TagCard, ...] = field(default=())
    views: tuple[SavedViewCard, ...] = field(default=())


class SourceOrder(StrEnum):
    """How a list of sources is sorted; the newest comes first by `PUBLISHED` and `ADDED`."""

    ADDED = "added"
    TITLE = "title"
    PUBLISHED = "published"
