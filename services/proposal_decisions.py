"""What a person makes of a proposed incident: a new incident, a citation of one that is there, or nothing."""

from collections.abc import Sequence
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
from services.entities import read_names
from services.incidents import patch_incident, write_incidents
from services.passages import locator_at, make_passage
from services.project import Project
from services.stored_dates import read_stored_date

_PLACE = ("capture_id", "sentence_start", "sentence_end", "date_edtf")
_Place = tuple[int, int, int, str]


def draft_of(project: Project, proposed: ProposedIncident) -> IncidentDraft:
    """The incident that a proposal would become: reported by its source; places and names as far as the project knows them."""
    with project.read() as connection:
        entities = read_names(connection)
    known = {(kind is EntityKind.PLACE, name.casefold()): (i, kind, name) for i, kind, name in entities}
    proposal = proposed.proposal
    places = (known.get((True, name.casefold())) for name in proposal.places)
    others = (known.get((False, name.casefold())) for name in (*proposal.names, *proposal.places))
    roles = {entity[0]: RoleDraft(kind=entity[1], name=entity[2]) for entity in others if entity}
    return IncidentDraft(
        title=proposal.title,
        date=stated_date(proposed),
        status=Status.REPORTED,
        place=next((entity[2] for entity in places if entity), ""),
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
        return _cite(change, incident_id, proposed, stance or usual)


def skip_proposals(project: Project, proposed: Sequence[ProposedIncident], *, initiator: object | None = None) -> None:
    """Remember that nobody wants these, nor the same words in copies."""
    with project.change(Operation.SKIP_PROPOSAL, initiator=initiator) as change:
        if proposed:
            change.about(RecordKind.SOURCE, proposed[0].origin.source_id)
        places = dict.fromkeys(place for one in proposed for place in _places(one))
        wanted = [place for place in places if _skip_of(change, place) is None]
        change.insert_many(RecordKind.SKIPPED_PROPOSAL, [dict(zip(_PLACE, place, strict=True)) for place in wanted])


def unskip_proposals(
    project: Project, proposed: Sequence[ProposedIncident], *, initiator: object | None = None
) -> None:
    """Offer them again."""
    with project.change(Operation.UNSKIP_PROPOSAL, initiator=initiator) as change:
        for one in proposed:
            change.about(RecordKind.SOURCE, one.origin.source_id)
            _forget_skip(change, one)


def _places(proposed: ProposedIncident) -> list[_Place]:
    edtf = proposed.proposal.date.edtf
    return [(origin.capture_id, origin.start, origin.end, edtf) for origin in (proposed.origin, *proposed.copies)]


def _skip_of(change: Change, place: _Place) -> int | None:
    where = " AND ".join(f"{name} = ?" for name in _PLACE)
    return change.connection.exec_driver_sql(f"SELECT id FROM skipped_proposal WHERE {where}", place).scalar()


def _forget_skip(change: Change, proposed: ProposedIncident) -> None:
    for place in _places(proposed):
        if (row_id := _skip_of(change, place)) is not None:
            change.delete(RecordKind.SKIPPED_PROPOSAL, row_id)


def _cite(change: Change, incident_id: int, proposed: ProposedIncident, stance: Stance) -> int:
    """Cite the words and their copies; return the first citation's id."""
    _forget_skip(change, proposed)
    first = write_citation(change, incident_id, _citation(change, proposed, proposed.origin, stance))
    for copy in proposed.copies:
        told = _stance_of_copy(change, proposed.origin, copy, stance)
        write_citation(change, incident_id, _citation(change, proposed, copy, told))
    return first


def _stance_of_copy(change: Change, origin: Origin, copy: Origin, stance: Stance) -> Stance:
    """The same words in a second document are no second witness, unless it is known to republish the first.

    That one counts once with it; any other copy would make an incident look corroborated that is not.
    """
    roots = change.connection.exec_driver_sql(
        "SELECT count(DISTINCT coalesce(republishes_id, id)) FROM source WHERE id IN (?, ?)",
        (origin.source_id, copy.source_id),
    ).scalar_one()
    return Stance.CONTEXT if roots > 1 and stance in (Stance.SUPPORTS, Stance.QUALIFIES) else stance


def _citation(change: Change, proposed: ProposedIncident, origin: Origin, stance: Stance) -> CitationDraft:
    stored = change.connection.exec_driver_sql(
        "SELECT text FROM capture_text WHERE capture_id = ?", (origin.capture_id,)
    ).scalar()
    text = str(stored or "")
    words = text[origin.start : origin.end]
    if words.split() != proposed.proposal.quote.split():
        raise UserFacingError(ProblemCode.STALE_ROW, record=RecordKind.CAPTURE_TEXT.value)
    label, locator = locator_at(text, origin.start)
    return CitationDraft(
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
        "SELECT date_edtf, date_as_written, date_time_zone FROM incident WHERE id = ? AND deleted_at IS NULL",
        (incident_id,),
    ).fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="incident")
    return read_stored_date(*row)
