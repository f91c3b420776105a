"""Where a source gives an incident another date than it has: which one holds, settled as one change."""

import re
from enum import StrEnum

from dates import DateKind, UncertainDate
from models.changes import RecordKind, Subject
from models.enums import Operation, ProblemCode, Stance
from models.errors import BugError, UserFacingError
from models.snapshots import CitationLine, IncidentCard
from services.alike import dates_differ
from services.incident_cards import get_incident
from services.incidents import patch_incident
from services.project import Project

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Settling(StrEnum):
    """The ways to settle it."""

    USE_STATED = "use-stated"
    """The source's date becomes that of the incident."""
    KEEP = "keep"
    """The incident keeps its date; the source qualifies it."""
    KEEP_BOTH = "keep-both"
    """One of the two days, not known which."""


def is_open(line: CitationLine, date: UncertainDate) -> bool:
    """Whether somebody has to settle it: it differs, and nobody has said yet that it only qualifies the incident."""
    return dates_differ(line.stated, date) and line.stance in {Stance.SUPPORTS, Stance.CONTRADICTS}


def is_finer(line: CitationLine, date: UncertainDate) -> bool:
    """Whether the source says more exactly when it was than the incident does."""
    stated = line.stated
    if stated.kind is DateKind.UNDATED or date.kind is DateKind.UNDATED:
        return stated.kind is not DateKind.UNDATED
    is_inside = date.earliest <= stated.earliest and stated.latest <= date.latest
    return is_inside and stated.latest - stated.earliest < date.latest - date.earliest


def both_days(line: CitationLine, date: UncertainDate) -> UncertainDate | None:
    """Either of two days: "20 or 21 January 2024"; None where one of the dates is no single day."""
    days = sorted({date.edtf, line.stated.edtf})
    if len(days) < 2 or not all(_DAY.fullmatch(day) for day in days):
        return None
    return UncertainDate(f"[{','.join(days)}]")


def settle_date(project: Project, citation_id: int, way: Settling, *, initiator: object | None = None) -> None:
    """Settle what a citation states against the date of its incident, as one change. Raises NOT_FOUND.

    Where the incident takes another date, its source supports it, and sources that state another one qualify it.
    """
    card, line = _cited(project, citation_id)
    date = {Settling.USE_STATED: line.stated, Settling.KEEP: card.date}.get(way) or both_days(line, card.date)
    if date is None:
        raise BugError(f"no two days to keep both of: {line.stated.edtf}, {card.date.edtf}")
    is_new = date != card.date
    subject = Subject(RecordKind.INCIDENT, card.id, "date" if is_new else "")
    operation = Operation.EDIT_INCIDENT if is_new else Operation.EDIT_CITATION
    with project.change(operation, subject=subject, initiator=initiator) as change:
        if is_new:
            patch_incident(change, card.id, {"date": date})
        for other in card.citations if is_new else (line,):
            stance = _stance(other, date, gave_date=other is line)
            if stance is not other.stance:
                change.update(RecordKind.CITATION, other.id, {"stance": stance})


def _stance(line: CitationLine, date: UncertainDate, *, gave_date: bool) -> Stance:
    """What a citation does to its incident once that has this date."""
    if is_open(line, date):
        return Stance.QUALIFIES
    return Stance.SUPPORTS if gave_date and line.stance is Stance.CONTRADICTS else line.stance


def _cited(project: Project, citation_id: int) -> tuple[IncidentCard, CitationLine]:
    with project.read() as connection:
        found = connection.exec_driver_sql("SELECT incident_id FROM citation WHERE id = ?", (citation_id,)).scalar()
    card = get_incident(project, int(found)) if found is not None else None
    line = next((line for line in card.citations if line.id == citation_id), None) if card else None
    if card is None or line is None:
        raise UserFacingError(ProblemCode.NOT_FOUND, record="citation")
    return card, line
