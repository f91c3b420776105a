"""From citations to the words of preserved copies, and from chosen words to a new incident that cites them."""

from dataclasses import dataclass

from models.changes import RecordKind
from models.drafts import CitationDraft, IncidentDraft
from models.enums import Operation, ProblemCode
from models.errors import UserFacingError
from services.citations import write_citation
from services.incidents import write_incidents
from services.project import Project

_WORDS = (
    "SELECT c.id AS citation_id, c.incident_id, c.source_id, c.capture_id, c.passage_start AS start, c.passage_end AS end"
    " FROM citation c JOIN source s ON s.id = c.source_id AND s.deleted_at IS NULL WHERE "
)


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Where the words of a citation stand: offsets in the text of a preserved copy, None where it marks no words."""

    citation_id: int
    incident_id: int
    source_id: int
    capture_id: int | None
    start: int | None
    end: int | None


def list_cited_words(project: Project, incident_id: int) -> tuple[CitedWords, ...]:
    """Of every citation of an incident, in their order; those of sources in the bin are left out."""
    with project.read() as connection:
        found = connection.exec_driver_sql(_WORDS + "c.incident_id = ? ORDER BY c.position, c.id", (incident_id,))
        return tuple(CitedWords(**row) for row in found.mappings())


def get_cited_words(project: Project, citation_id: int) -> CitedWords:
    """Of one citation. Raises NOT_FOUND, also where its source is in the bin."""
    with project.read() as connection:
        row = connection.exec_driver_sql(_WORDS + "c.id = ?", (citation_id,)).mappings().fetchone()
    if row is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="citation")
    return CitedWords(**row)


def add_cited_incident(
    project: Project, draft: IncidentDraft, citation: CitationDraft, *, initiator: object | None = None
) -> int:
    """Add an incident together with its first citation, as one change; return the incident's id."""
    with project.change(Operation.ADD_INCIDENT, initiator=initiator) as change:
        incident_id = write_incidents(change, [draft])[0]
        change.about(RecordKind.INCIDENT, incident_id)
        write_citation(change, incident_id, citation)
    return incident_id
