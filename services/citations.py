"""Citations join one incident and one source."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from models.changes import RecordKind, Subject
from models.drafts import CitationDraft, CitationPatch, PassageDraft
from models.enums import LocatorLabel, Operation, ProblemCode
from models.errors import InvalidDraftError, UserFacingError
from services.change import Change
from services.project import Project
from services.stored_dates import date_values

_REMEMBERED = 10_000


def add_citation(
    project: Project,
    incident_id: int,
    draft: CitationDraft,
    *,
    placed_at: int | None = None,
    initiator: object | None = None,
) -> int:
    """Cite a source for an incident; return the citation's id.

    `placed_at` is the character offset in the body where its mark goes; without one it stands at the end.
    """
    subject = Subject(RecordKind.INCIDENT, incident_id)
    with project.change(Operation.ADD_CITATION, subject=subject, initiator=initiator) as change:
        citation_id = write_citation(change, incident_id, draft)
        if placed_at is not None:
            body = _body(change, incident_id)
            placed = f"{body[:placed_at]}[^{citation_id}]{body[placed_at:]}"
            change.update(RecordKind.INCIDENT, incident_id, {"body": placed})
    return citation_id


def edit_citation(
    project: Project,
    citation_id: int,
    patch: CitationPatch,
    *,
    version: int | None = None,
    burst: str = "",
    initiator: object | None = None,
) -> int:
    """Write the given fields of a citation; return its new version. Raises STALE_ROW, NOT_FOUND."""
    with project.change(Operation.EDIT_CITATION, burst=burst, initiator=initiator) as change:
        change.about(RecordKind.INCIDENT, _incident_of(change, citation_id))
        given = patch.given()
        if "source_id" in given:
            _check_source(change, given["source_id"])
        _check_passage(change, given.get("passage"))
        return change.update(RecordKind.CITATION, citation_id, _values(given), version=version)


def remove_citations(project: Project, ids: Iterable[int], *, initiator: object | None = None) -> None:
    """Remove citations, and their marks from the bodies they stand in."""
    with project.change(Operation.REMOVE_CITATION, initiator=initiator) as change:
        for citation_id in ids:
            incident_id = _incident_of(change, citation_id)
            change.about(RecordKind.INCIDENT, incident_id)
            body = _body(change, incident_id).replace(f"[^{citation_id}]", "")
            change.update(RecordKind.INCIDENT, incident_id, {"body": body})
            change.delete(RecordKind.CITATION, citation_id)


def move_citation(project: Project, citation_id: int, *, up: bool, initiator: object | None = None) -> bool:
    """Swap a citation with its neighbour; False where there is none on that side."""
    with project.change(Operation.MOVE_CITATION, initiator=initiator) as change:
        incident_id = _incident_of(change, citation_id)
        change.about(RecordKind.INCIDENT, incident_id)
        rows = change.connection.exec_driver_sql(
            "SELECT id FROM citation WHERE incident_id = ? ORDER BY position, id", (incident_id,)
        )
        order = [row[0] for row in rows]
        here = order.index(citation_id)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(order):
            return False
        order[here], order[there] = order[there], order[here]
        for position, sibling in enumerate(order):
            change.update(RecordKind.CITATION, sibling, {"position": position})
    return True


def write_citation(change: Change, incident_id: int, draft: CitationDraft) -> int:
    """Insert a citation after the incident's others, inside a change."""
    _body(change, incident_id)
    _check_source(change, draft.source_id)
    _check_passage(change, draft.passage)
    last = change.connection.exec_driver_sql(
        "SELECT coalesce(max(position), -1) FROM citation WHERE incident_id = ?", (incident_id,)
    ).scalar_one()
    values = _values({name: getattr(draft, name) for name in type(draft).model_fields})
    return change.insert(RecordKind.CITATION, values | {"incident_id": incident_id, "position": last + 1})


class FirstCitations:
    """Inserts one citation for each of many incidents, which have none yet, inside a change."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._plain = _values(dict(CitationDraft(source_id=0)))
        # Many rows of a table have the same locators and no quote.
        self._bare = lru_cache(_REMEMBERED)(_checked)

    def write(self, cited: Iterable[tuple[int, int, LocatorLabel, str, str]]) -> None:
        """Incident, source, both of which are there, kind of locator, locator and quote of each."""
        rows = [
            self._plain
            | (_checked if quote else self._bare)(label, locator, quote)
            | {"incident_id": incident_id, "source_id": source_id, "position": 0}
            for incident_id, source_id, label, locator, quote in cited
        ]
        self._change.insert_many(RecordKind.CITATION, rows)


def _checked(label: LocatorLabel, locator: str, quote: str) -> dict[str, Any]:
    """Columns with these values. Raises InvalidDraftError."""
    draft = CitationDraft(source_id=0, locator_label=label, locator=locator, quote=quote)
    return {"locator_label": draft.locator_label.value, "locator": draft.locator, "quote": draft.quote}


def _values(given: dict[str, Any]) -> dict[str, Any]:
    # Plain texts: SQLite's driver asks every other kind of value how it wants to be stored.
    plain = {k: v for k, v in given.items() if k not in ("passage", "stated")}
    values = {k: v.value if isinstance(v, StrEnum) else v for k, v in plain.items()}
    if "stated" in given:
        values |= date_values("stated", given["stated"])
    if "passage" in given:
        passage: PassageDraft | None = given["passage"]
        values |= {
            "capture_id": passage.capture_id if passage else None,
            "passage_start": passage.start if passage else None,
            "passage_end": passage.end if passage else None,
            "passage_prefix": passage.prefix if passage else "",
            "passage_suffix": passage.suffix if passage else "",
        }
    return values


def _check_source(change: Change, source_id: int) -> None:
    if not change.connection.exec_driver_sql("SELECT 1 FROM source WHERE id = ?", (source_id,)).scalar():
        raise InvalidDraftError({"source_id": "missing"})


def _check_passage(change: Change, passage: PassageDraft | None) -> None:
    found = "SELECT 1 FROM capture WHERE id = ?"
    if passage and not change.connection.exec_driver_sql(found, (passage.capture_id,)).scalar():
        raise InvalidDraftError({"passage": "missing"})


def _incident_of(change: Change, citation_id: int) -> int:
    found = change.connection.exec_driver_sql("SELECT incident_id FROM citation WHERE id = ?", (citation_id,)).scalar()
    if found is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="citation")
    return int(found)


def _body(change: Change, incident_id: int) -> str:
    body = change.connection.exec_driver_sql("SELECT body FROM incident WHERE id = ?", (incident_id,)).scalar()
    if body is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
    return str(body)
