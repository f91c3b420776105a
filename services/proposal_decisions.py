"""What a person makes of a proposed incident: a new incident, a citation of one that is there, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dates import DateKind, UncertainDate
from models.changes import RecordKind
from models.drafts import CitationDraft, IncidentDraft, RoleDraft
from models.enums import EntityKind, Operation, ProblemCode, Stance, Status
from models.errors import UserFacingError
from models.proposals import Origin, ProposedIncident
from services.alike import dates_differ
from services.change import Change
from services.citations import write_citation
from services.entities import list_entities
from services.incidents import patch_incident, write_incidents
from services.passages import locator_at, make_passage
from services.project import Project
from services.stored_dates import read_stored_date


def draft_of(project: Project, proposed: ProposedIncident) -> IncidentDraft:
    """The incident that a proposal would become: reported by its source; places and names as far as the project knows them."""
    known = {(entity.kind is EntityKind.PLACE, entity.name.casefold()): entity for entity in list_entities(project)}
    proposal = proposed.proposal
    places = (known.get((True, name.casefold())) for name in proposal.places)
    others = (known.get((False, name.casefold())) for name in (*proposal.names, *proposal.places))
    roles = {entity.id: RoleDraft(kind=entity.kind, name=entity.name) for entity in others if entity}
    return IncidentDraft(
        title=proposal.title,
        date=stated_date(proposed),
        status=Status.REPORTED,
        place=next((entity.name for entity in places if entity), ""),
        roles=tuple(roles.values()),
    )


def stated_date(proposed: ProposedIncident) -> UncertainDate:
    """The date that the source gives, in its own words."""
    date = proposed.proposal.date
    return date if date.as_written else replace(date, as_written=proposed.proposal.mention.text)


def accept_proposal(
    project: Project, proposed: ProposedIncident, draft: IncidentDraft, *, initiator: object | None = None
) -> int:
    """Make an incident of a proposal, cited from its words and from the same words in copies; return its id.

    Raises STALE_ROW where the text of a copy is no longer the one that was read.
    """
    with project.change(Operation.ACCEPT_PROPOSAL, initiator=initiator) as change:
        incident_id = write_incidents(change, [draft])[0]
        change.about(RecordKind.INCIDENT, incident_id)
        _cite(change, incident_id, proposed, Stance.SUPPORTS)
    return incident_id


def attach_proposal(
    project: Project,
    proposed: ProposedIncident,
    incident_id: int,
    *,
    stance: Stance | None = None,
    initiator: object | None = None,
) -> int:
    """Cite the words of a proposal for an incident that is there; return the first citation's id.

    Without a `stance` they contradict an incident whose date cannot be right as well, else they support it; both dates are
    kept until somebody settles it. An undated incident takes the date. Raises NOT_FOUND, STALE_ROW.
    """
    with project.change(Operation.ATTACH_PROPOSAL, initiator=initiator) as change:
        change.about(RecordKind.INCIDENT, incident_id)
        date = _date_of(change, incident_id)
        if date.kind is DateKind.UNDATED:
            patch_incident(change, incident_id, {"date": stated_date(proposed)})
        differs = dates_differ(date, proposed.proposal.date)
        usual = Stance.CONTRADICTS if differs else Stance.SUPPORTS
        return _cite(change, incident_id, proposed, stance or usual)[0]


def skip_proposals(project: Project, proposed: Sequence[ProposedIncident], *, initiator: object | None = None) -> None:
    """Remember that nobody wants these."""
    with project.change(Operation.SKIP_PROPOSAL, initiator=initiator) as change:
        if proposed:
            change.about(RecordKind.SOURCE, proposed[0].origin.source_id)
        rows = [_skipped(one.proposal.date.edtf, origin) for one in proposed for origin in (one.origin, *one.copies)]
        change.insert_many(RecordKind.SKIPPED_PROPOSAL, [row for row in rows if _row_id(change, row) is None])


def unskip_proposals(
    project: Project, proposed: Sequence[ProposedIncident], *, initiator: object | None = None
) -> None:
    """Offer them again."""
    with project.change(Operation.SKIP_PROPOSAL, initiator=initiator) as change:
        for one in proposed:
            change.about(RecordKind.SOURCE, one.origin.source_id)
            for origin in (one.origin, *one.copies):
                row_id = _row_id(change, _skipped(one.proposal.date.edtf, origin))
                if row_id is not None:
                    change.delete(RecordKind.SKIPPED_PROPOSAL, row_id)


def _skipped(edtf: str, origin: Origin) -> dict[str, int | str]:
    place = {"sentence_start": origin.start, "sentence_end": origin.end}
    return {"capture_id": origin.capture_id, **place, "date_edtf": edtf}


def _row_id(change: Change, row: dict[str, int | str]) -> int | None:
    where = " AND ".join(f"{name} = ?" for name in row)
    return change.connection.exec_driver_sql(
        f"SELECT id FROM skipped_proposal WHERE {where}", tuple(row.values())
    ).scalar()


def _cite(change: Change, incident_id: int, proposed: ProposedIncident, stance: Stance) -> list[int]:
    return [write_citation(change, incident_id, draft) for draft in _citations(change, proposed, stance)]


def _citations(change: Change, proposed: ProposedIncident, stance: Stance) -> Iterable[CitationDraft]:
    for origin in (proposed.origin, *proposed.copies):
        stored = change.connection.exec_driver_sql(
            "SELECT text FROM capture_text WHERE capture_id = ?", (origin.capture_id,)
        ).scalar()
        text = str(stored or "")
        words = text[origin.start : origin.end]
        if words.split() != proposed.proposal.quote.split():
            raise UserFacingError(ProblemCode.STALE_ROW, record=RecordKind.CAPTURE_TEXT.value)
        label, locator = locator_at(text, origin.start)
        yield CitationDraft(
            source_id=origin.source_id,
            locator_label=label,
            locator=locator,
            quote=words,
            stance=stance,
            passage=make_passage(text, origin.capture_id, origin.start, origin.end),
            stated=stated_date(proposed),
        )


def _date_of(change: Change, incident_id: int) -> UncertainDate:
    row = change.connection.exec_driver_sql(
        "SELECT date_edtf, date_as_written, date_time_zone FROM incident WHERE id = ?", (incident_id,)
    ).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
    return read_stored_date(*row)
