"""The sample chronology: a project made of the texts in resources/sample, as one change."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import resources
from dates import UncertainDate
from models.changes import RecordKind
from models.drafts import (
    CaptureDraft,
    CitationDraft,
    CreatorDraft,
    IncidentDraft,
    LinkDraft,
    PassageDraft,
    RoleDraft,
    SourceDraft,
    TagDraft,
)
from models.enums import (
    CaptureMethod,
    Confidence,
    EntityKind,
    LinkKind,
    LocatorLabel,
    Operation,
    SourceType,
    Stance,
    Status,
)
from services.captures import write_capture
from services.change import Change
from services.citations import write_citation
from services.incidents import write_incidents
from services.links import write_link
from services.passages import make_passage
from services.project import Project
from services.project_files import create_project
from services.sources import write_source
from services.tags import ensure_tag

_DATES = ("published", "accessed", "archived")


def create_sample(path: Path) -> Project:
    """A new project at `path` with the sample chronology in it. Raises what `create_project` raises."""
    chronology = tomllib.loads(_read("chronology.toml"))
    project = create_project(path, title=chronology["title"])
    with project.change(Operation.IMPORT) as change:
        _Writer(change).write(chronology)
    return project


class _Writer:
    """Writes the records of the sample and remembers the ids behind its keys."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._sources: dict[str, int] = {}
        self._captures: dict[str, tuple[int, str]] = {}
        self._incidents: dict[str, int] = {}

    def write(self, chronology: Mapping[str, Any]) -> None:
        properties = {name: chronology[name].strip() for name in ("subtitle", "description")}
        self._change.update(RecordKind.PROJECT, 1, properties)
        for tag in chronology["tags"]:
            draft = TagDraft(**tag)
            ensure_tag(self._change, draft.name, draft.colour)
        for source in chronology["sources"]:
            self._write_source(source)
        incidents = chronology["incidents"]
        ids = write_incidents(self._change, [_incident_draft(incident) for incident in incidents])
        self._incidents = {incident["key"]: i for incident, i in zip(incidents, ids, strict=True)}
        for incident, incident_id in zip(incidents, ids, strict=True):
            self._write_citations(incident_id, incident)
        for link in chronology["links"]:
            self._write_link(link)
        self._change.about(RecordKind.INCIDENT, ids[0])

    def _write_source(self, source: Mapping[str, Any]) -> None:
        values = {k: v for k, v in source.items() if k not in ("key", "type", "creators", "republishes", "capture")}
        values |= {name: _date(source[name]) for name in _DATES if name in source}
        if "republishes" in source:
            values["republishes_id"] = self._sources[source["republishes"]]
        creators = tuple(CreatorDraft(**creator) for creator in source.get("creators", ()))
        draft = SourceDraft(type=SourceType(source["type"]), creators=creators, **values)
        source_id = write_source(self._change, draft)
        self._sources[source["key"]] = source_id
        if name := source.get("capture"):
            text = _read(name)
            capture = CaptureDraft(
                data=text.encode(), media_type="text/plain", original_name=name, method=CaptureMethod.FILE, text=text
            )
            self._captures[source["key"]] = write_capture(self._change, source_id, capture), text

    def _write_citations(self, incident_id: int, incident: Mapping[str, Any]) -> None:
        """The citations, and their marks in the body: `[^1]` is the first of them."""
        body = incident["body"].strip()
        for number, citation in enumerate(incident.get("citations", ()), start=1):
            citation_id = write_citation(self._change, incident_id, self._citation_draft(citation))
            body = body.replace(f"[^{number}]", f"[^#{citation_id}]")
        self._change.update(RecordKind.INCIDENT, incident_id, {"body": body.replace("[^#", "[^")})

    def _citation_draft(self, citation: Mapping[str, Any]) -> CitationDraft:
        quote = citation.get("quote", "")
        return CitationDraft(
            source_id=self._sources[citation["source"]],
            locator_label=LocatorLabel(citation.get("locator_label", LocatorLabel.PAGE)),
            locator=citation.get("locator", ""),
            quote=quote,
            stance=Stance(citation.get("stance", Stance.SUPPORTS)),
            note=citation.get("note", ""),
            passage=self._passage(citation["source"], quote),
        )

    def _passage(self, source: str, quote: str) -> PassageDraft | None:
        """Where the quote stands in the source's preserved copy."""
        if source not in self._captures or not quote:
            return None
        capture_id, text = self._captures[source]
        start = text.index(quote)
        return make_passage(text, capture_id, start, start + len(quote))

    def _write_link(self, link: Mapping[str, Any]) -> None:
        start, end = self._incidents[link["from"]], self._incidents[link["to"]]
        draft = LinkDraft(from_id=start, to_id=end, kind=LinkKind(link["kind"]), note=link.get("note", ""))
        write_link(self._change, draft)


def _incident_draft(incident: Mapping[str, Any]) -> IncidentDraft:
    roles = tuple(
        RoleDraft(kind=EntityKind(role["kind"]), name=role["name"], role=role.get("role", ""))
        for role in incident.get("roles", ())
    )
    return IncidentDraft(
        title=incident["title"],
        body=incident["body"].strip(),
        note=incident.get("note", ""),
        date=_date(incident["date"]),
        status=Status(incident["status"]),
        confidence=Confidence(incident["confidence"]) if "confidence" in incident else None,
        marked=incident.get("marked", False),
        place=incident.get("place", ""),
        tags=tuple(incident.get("tags", ())),
        roles=roles,
    )


def _date(values: Mapping[str, str]) -> UncertainDate:
    return UncertainDate(values["edtf"], values.get("as_written", ""), values.get("time_zone", ""))


def _read(name: str) -> str:
    return resources.path(f"sample/{name}").read_text(encoding="utf-8")
