"""Writing the incidents of a table: new ones added, known ones updated, repeated ones left alone."""

import hashlib
import itertools
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from importers.found import FoundCitation, FoundIncident
from models.changes import RecordKind
from models.drafts import CitationDraft, IncidentDraft, SourceDraft, clean_text
from services.change import Change
from services.citations import FirstCitations, write_citation
from services.incidents import IncidentWriter, patch_incident
from services.progress import WorkProgress
from services.sources import write_sources

BATCH = 2_000
"""Rows that are written at once: so many are one row of the journal, which is read whole."""
_MARK = re.compile(r"\[\^\d+\]")
_SIGNATURES = """SELECT i.title, i.date_edtf, i.date_as_written, i.body, coalesce(p.name, '') FROM incident i
 LEFT JOIN entity p ON p.id = i.place_id WHERE i.deleted_at IS NULL"""
# What makes two incidents without ids the same: title, date, wording of the date, text and place, as a digest.
_Signature = bytes


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
    change: Change, file_name: str, found: Iterable[FoundIncident], count: int, progress: WorkProgress
) -> IncidentTally:
    """Write rows inside a change; there are about `count`, for the progress. They are taken a portion at a time.

    A row with an id updates the incident that the same id of a file of the same name made; one without is left out
    where an incident with the same title, date, text and place is already there.
    """
    rows = iter(found)
    portion = list(itertools.islice(rows, BATCH))
    if not portion:
        return IncidentTally()
    matcher = _Matcher(change.connection, file_name)
    writer, citer = IncidentWriter(change), _Citer(change)
    added: list[int] = []
    updated: list[int] = []
    done = unchanged = 0
    while portion:
        progress.report(done, count)
        batch = matcher.sort(portion)
        ids = writer.write([draft for _, draft, _ in batch.fresh], [given for _, _, given in batch.fresh])
        citer.cite_fresh(ids, [incident.citation for incident, _, _ in batch.fresh])
        added.extend(ids)
        changed = [i for incident, draft, i in batch.known if _update(change, citer, i, incident, draft)]
        updated.extend(changed)
        unchanged += batch.repeated + len(batch.known) - len(changed)
        done += len(portion)
        portion = list(itertools.islice(rows, BATCH))
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
        rows = connection.exec_driver_sql("SELECT uuid, id, deleted_at IS NULL FROM incident").cursor.fetchall()
        self._ids: dict[str, int] = {row[0]: row[1] for row in rows}
        self._in_use: set[str] = {row[0] for row in rows if row[2]}
        self._signatures = {_signature(*row) for row in connection.exec_driver_sql(_SIGNATURES)}

    def sort(self, found: Iterable[FoundIncident]) -> _Batch:
        """Each row into its place. One whose incident waits in the bin stays there: somebody put it away."""
        batch = _Batch()
        for incident in found:
            draft = incident.draft
            if draft is None:
                continue
            given = self._uuid_of(incident.key) if incident.key else ""
            signature = _signature(draft.title, draft.date.edtf, draft.date.as_written, draft.body, draft.place)
            if given in self._in_use:
                batch.known.append((incident, draft, self._ids[given]))
            elif given in self._ids or (not given and signature in self._signatures):
                batch.repeated += 1
            else:
                batch.fresh.append((incident, draft, given))
                self._signatures.add(signature)
                if given:  # the same UUID again, spelled in another way, is the same incident
                    self._ids[given] = 0
        return batch

    def _uuid_of(self, key: str) -> str:
        """A UUID as it is; any other id counts within files of one name."""
        try:
            return str(uuid.UUID(key))
        except ValueError:
            return str(uuid.uuid5(self._namespace, clean_text(key)))


class _Citer:
    """Cites the sources that rows name; each is made once and found again by its address or its title."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._first = FirstCitations(change)
        rows = change.connection.exec_driver_sql(
            "SELECT url, title, id FROM source WHERE deleted_at IS NULL"
        ).cursor.fetchall()
        self._by_title: dict[str, int] = {row[1].casefold(): row[2] for row in reversed(rows)}
        self._by_url: dict[str, int] = {row[0]: row[2] for row in reversed(rows) if row[0]}

    def cite_fresh(self, ids: Sequence[int], found: Sequence[FoundCitation | None]) -> None:
        """Cite what rows name for the incidents that they made, which cite nothing yet."""
        self._make_sources([citation.source for citation in found if citation])
        self._first.write(
            (i, self._known(one.source) or 0, one.locator_label, one.locator, one.quote)
            for i, one in zip(ids, found, strict=True)
            if one
        )

    def cite(self, incident_id: int, found: FoundCitation | None) -> None:
        """Cite what a row names, unless the incident already cites just that."""
        if found is None:
            return
        self._make_sources([found.source])
        draft = CitationDraft(
            source_id=self._known(found.source) or 0,
            locator_label=found.locator_label,
            locator=found.locator,
            quote=found.quote,
        )
        twin = self._change.connection.exec_driver_sql(
            "SELECT 1 FROM citation WHERE incident_id = ? AND source_id = ? AND locator = ? AND quote = ?",
            (incident_id, draft.source_id, draft.locator, draft.quote),
        ).scalar()
        if not twin:
            write_citation(self._change, incident_id, draft)

    def _known(self, source: SourceDraft) -> int | None:
        return self._by_url.get(source.url) if source.url else self._by_title.get(source.title.casefold())

    def _make_sources(self, wanted: Iterable[SourceDraft]) -> None:
        """Make those that are not there, each once."""
        fresh: list[SourceDraft] = []
        next_id = self._change.next_id(RecordKind.SOURCE)
        for source in wanted:
            if self._known(source) is None:
                self._by_title.setdefault(source.title.casefold(), next_id + len(fresh))
                if source.url:
                    self._by_url[source.url] = next_id + len(fresh)
                fresh.append(source)
        write_sources(self._change, fresh)


def _signature(title: str, edtf: str, as_written: str, body: str, place: str) -> _Signature:
    words = "\0".join((title, edtf, as_written, _MARK.sub("", body), place))
    return hashlib.blake2b(words.encode(), digest_size=16).digest()
