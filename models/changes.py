"""What a change announces after it has been committed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from models.enums import ChangeState, Operation


class RecordKind(StrEnum):
    """The kinds of record a project holds; the values are the table names."""

    PROJECT = "project"
    INCIDENT = "incident"
    SOURCE = "source"
    CREATOR = "creator"
    CAPTURE = "capture"
    CAPTURE_TEXT = "capture_text"
    CITATION = "citation"
    SKIPPED_PROPOSAL = "skipped_proposal"
    LINK = "link"
    ENTITY = "entity"
    ROLE = "role"
    TAG = "tag"
    INCIDENT_TAG = "incident_tag"
    SAVED_VIEW = "saved_view"


@dataclass(frozen=True, slots=True)
class Subject:
    """The record a change is about, and which field of it."""

    kind: RecordKind
    id: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The ids that one committed change touched, per kind, and who started it."""

    operation: Operation
    initiator: object | None = None
    added: dict[RecordKind, Sequence[int]] = field(default_factory=dict)
    changed: dict[RecordKind, Sequence[int]] = field(default_factory=dict)
    removed: dict[RecordKind, Sequence[int]] = field(default_factory=dict)

    def touches(self, *kinds: RecordKind) -> bool:
        """True when a record of one of these kinds was added, changed or removed."""
        return any(kind in part for part in (self.added, self.changed, self.removed) for kind in kinds)

    def alters(self, *kinds: RecordKind) -> bool:
        """True when a record of one of these kinds that was there before was changed or removed: what names it reads otherwise.

        A record that was added is named only by others that were touched as well.
        """
        return any(kind in part for part in (self.changed, self.removed) for kind in kinds)

    def ids(self, kind: RecordKind) -> frozenset[int]:
        """Every touched id of one kind."""
        return frozenset(i for part in (self.added, self.changed, self.removed) for i in part.get(kind, ()))


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """One line of the history, newest last; `subject_title` is empty where the record is gone."""

    id: int
    operation: Operation
    field: str
    subject_kind: RecordKind | None
    subject_title: str
    count: int
    at: str
    state: ChangeState
