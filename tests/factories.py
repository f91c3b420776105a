"""Small ready-made records for tests, in our own words."""

from pathlib import Path
from typing import Any

from dates import UncertainDate
from models.drafts import CaptureDraft, CitationDraft, IncidentDraft, LinkDraft, SourceDraft
from models.enums import CaptureMethod, LinkKind, Stance
from services import captures, citations, incidents, links, sources
from services.project import Project


def add_incident(project: Project, title: str = "A bridge is closed", edtf: str = "2024-01-23", **more: Any) -> int:
    """An incident with a title and a date."""
    return incidents.add_incident(project, IncidentDraft(title=title, date=UncertainDate(edtf), **more))


def add_source(project: Project, title: str = "Notes of the harbour office", **more: Any) -> int:
    """A source with a title."""
    return sources.add_source(project, SourceDraft(title=title, **more))


def add_citation(project: Project, incident_id: int, source_id: int, **more: Any) -> int:
    """A supporting citation on page 4."""
    given: dict[str, Any] = {"locator": "4", "quote": "the bridge was shut", **more}
    return citations.add_citation(project, incident_id, CitationDraft(source_id=source_id, **given))


def add_capture(project: Project, source_id: int, text: str = "At nine the bridge was shut.") -> int:
    """A preserved plain text."""
    draft = CaptureDraft(data=text.encode(), media_type="text/plain", method=CaptureMethod.PASTE, text=text)
    return captures.add_capture(project, source_id, draft)


def fill(project: Project) -> dict[str, int]:
    """A small chronology with a conflict, a link, tags and a preserved copy; ids by name."""
    first = add_incident(project, "The dam is closed", "2024-01-20", place="Upper valley", tags=("water", "orders"))
    second = add_incident(project, "The mill stands still", "[2024-01-21..2024-01-24]", tags=("water",))
    source = add_source(project, "Log of the water board", publisher="Water board")
    other = add_source(project, "Letter from the miller", protected=True, cover_name="a neighbour")
    capture = add_capture(project, source)
    citation = add_citation(project, first, source)
    against = add_citation(project, first, other, stance=Stance.CONTRADICTS, quote="it was shut a day later")
    link = links.add_link(project, LinkDraft(from_id=second, to_id=first, kind=LinkKind.CAUSED_BY))
    return {
        "first": first,
        "second": second,
        "source": source,
        "other": other,
        "capture": capture,
        "citation": citation,
        "against": against,
        "link": link,
    }


def names_in(folder: Path) -> set[str]:
    """The names of the files in a folder."""
    return {path.name for path in folder.iterdir()}
