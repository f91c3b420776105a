"""Writing the incidents of a table: new ones added, known ones updated, repeated ones left alone."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from importers.found import FoundCitation, FoundIncident
from models.changes import RecordKind
from models.drafts import CitationDraft, IncidentDraft, SourceDraft, clean_text
from services.change import Change
from services.citations import write_citation
from services.incidents import patch_incident, write_incidents
from services.progress import WorkProgress
from services.sources import write_source

BATCH = 5_000
_MARK = re.compile(r"\[\^\d+\]")
_SIGNATURES = """SELECT i.title, i.date_edtf, i.date_as_written, i.body, coalesce(p.name, '') FROM incident i
 LEFT JOIN entity p ON p.id = i.place_id WHERE i.deleted_at IS NULL"""

# What makes two incidents without ids the same: title, date, wording of the date, text and place.
Signature = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class IncidentTally:
    """The incidents that a file added and updated, and how many rows were already there word for word."""

    added_ids: tuple[int, ...] = ()
    updated_ids: tuple[int, ...] = ()
    unchanged: int = 0

    @property
    def touched_ids(self) -> tuple[int, ...]:
        return self.added_ids + self.updated_ids


@dataclass(slots=True)
class _Batch:
    """Rows sorted into those to add, with their UUIDs, and those that belong to an incident in the project."""

    fresh: list[tuple[FoundIncident, IncidentDraft, str]] = field(default_factory=list)
    known: list[tuple[FoundIncident, IncidentDraft, int]] = field(default_factory=list)
    repeated: int = 0


def write_found_incidents(
    change: Change, file_name: str, found: Sequence[FoundIncident], progress: WorkProgress
) -> IncidentTally:
    """Write rows inside a change.

    A row with an id updates the incident that the same id of a file of the same name made; one without is left out
    where an incident with the same title, date, text and place is already there.
    """
    if not found:
        return IncidentTally()
    matcher = _Matcher(change.connection, file_name)
    citer = _Citer(change)
    added: list[int] = []
    updated: list[int] = []
    unchanged = 0
    for start in range(0, len(found), BATCH):
        progress.report(start, len(found))
        batch = matcher.sort(found[start : start + BATCH])
        ids = write_incidents(change, [draft for _, draft, _ in batch.fresh], [given for _, _, given in batch.fresh])
        for (incident, _, _), incident_id in zip(batch.fresh, ids, strict=True):
            citer.cite(incident_id, incident.citation)
        added.extend(ids)
        changed = [i for incident, draft, i in batch.known if _update(change, citer, i, incident, draft)]
        updated.extend(changed)
        unchanged += batch.repeated + len(batch.known) - len(changed)
    return IncidentTally(tuple(added), tuple(updated), unchanged)


def _update(change: Change, citer: "_Citer", incident_id: int, found: FoundIncident, draft: IncidentDraft) -> bool:
    """Write what the row says of a known incident; whether that was anything new."""
    touched = change.touched.changed.setdefault(RecordKind.INCIDENT, set())
    before = incident_id in touched
    patch_incident(change, incident_id, draft.given())
    citer.cite(incident_id, found.citation)
    return not before and incident_id in touched


class _Matcher:
    """Finds the incident that a row is about."""

    def __init__(self, connection: Connection, file_name: str) -> None:
        project = connection.exec_driver_sql("SELECT uuid FROM project").scalar_one()
        self._namespace = uuid.uuid5(uuid.UUID(project), clean_text(file_name))
        rows = connection.exec_driver_sql("SELECT uuid, id, deleted_at IS NULL FROM incident").fetchall()
        self._ids: dict[str, int] = {row[0]: row[1] for row in rows}
        self._in_use: set[str] = {row[0] for row in rows if row[2]}
        stored = connection.exec_driver_sql(_SIGNATURES).fetchall()
        self._signatures: set[Signature] = {(r[0], r[1], r[2], _MARK.sub("", r[3]), r[4]) for r in stored}

    def sort(self, found: Sequence[FoundIncident]) -> _Batch:
        """Each row into its place. One whose incident waits in the bin stays there: somebody put it away."""
        batch = _Batch()
        for incident in found:
            draft = incident.draft
            if draft is None:
                continue
            given = self._uuid_of(incident.key)
            signature = _signature(draft)
            if given in self._in_use:
                batch.known.append((incident, draft, self._ids[given]))
            elif given in self._ids or (not incident.key and signature in self._signatures):
                batch.repeated += 1
            else:
                batch.fresh.append((incident, draft, given))
                self._ids[given] = 0  # the same UUID again, spelled in another way, is the same incident
                self._signatures.add(signature)
        return batch

    def _uuid_of(self, key: str) -> str:
        """A UUID as it is; any other id counts within files of one name; without one a new UUID."""
        if not key:
            return str(uuid.uuid4())
        try:
            return str(uuid.UUID(key))
        except ValueError:
            return str(uuid.uuid5(self._namespace, clean_text(key)))


class _Citer:
    """Cites the sources that rows name; each is made once and found again by its address or its title."""

    def __init__(self, change: Change) -> None:
        self._change = change
        rows = change.connection.exec_driver_sql(
            "SELECT url, title, id FROM source WHERE deleted_at IS NULL"
        ).fetchall()
        self._by_title: dict[str, int] = {row[1].casefold(): row[2] for row in reversed(rows)}
        self._by_url: dict[str, int] = {row[0]: row[2] for row in reversed(rows) if row[0]}

    def cite(self, incident_id: int, found: FoundCitation | None) -> None:
        """Cite what a row names, unless the incident already cites just that."""
        if found is None:
            return
        source_id = self._source_id(found.source)
        draft = CitationDraft(
            source_id=source_id, locator_label=found.locator_label, locator=found.locator, quote=found.quote
        )
        twin = self._change.connection.exec_driver_sql(
            "SELECT 1 FROM citation WHERE incident_id = ? AND source_id = ? AND locator = ? AND quote = ?",
            (incident_id, source_id, draft.locator, draft.quote),
        ).scalar()
        if not twin:
            write_citation(self._change, incident_id, draft)

    def _source_id(self, draft: SourceDraft) -> int:
        title = draft.title.casefold()
        known = self._by_url.get(draft.url) if draft.url else self._by_title.get(title)
        if known is None:
            known = write_source(self._change, draft)
            self._by_title.setdefault(title, known)
            if draft.url:
                self._by_url[draft.url] = known
        return known


def _signature(draft: IncidentDraft) -> Signature:
    return draft.title, draft.date.edtf, draft.date.as_written, _MARK.sub("", draft.body), draft.place
