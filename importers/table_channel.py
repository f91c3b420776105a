"""The rows of a table on their way from the import worker to the program.

A source travels once; after that a number stands for it. Dates, names and sources are checked once for all rows that have
them: they are most of what a row is.
"""

from functools import lru_cache
from typing import Any

from dates import UncertainDate
from importers.found import FoundCitation, FoundIncident
from importers.packing import pack_date, pack_doubt, pack_draft, unpack_doubt, unpack_source
from models.drafts import IncidentDraft, RoleDraft, SourceDraft
from models.enums import EntityKind, LocatorLabel

_REMEMBERED = 50_000  # different dates and names of one table


class RowPacker:
    """Makes JSON values of one row after the other."""

    def __init__(self) -> None:
        # By identity: a reader gives the same draft for the same words. It is kept, so that no other takes its place.
        self._sources: dict[int, tuple[SourceDraft, int]] = {}
        self._roles: dict[int, tuple[RoleDraft, dict[str, Any]]] = {}

    def pack(self, found: FoundIncident) -> dict[str, Any]:
        citation = found.citation
        return {
            "row": found.row,
            "key": found.key,
            "draft": found.draft and self._pack_draft(found.draft),
            "citation": citation
            and [self._pack_source(citation.source), citation.locator_label, citation.locator, citation.quote],
            "doubts": [pack_doubt(doubt) for doubt in found.doubts],
        }

    def _pack_draft(self, draft: IncidentDraft) -> dict[str, Any]:
        given = draft.given()
        if "date" in given:
            given["date"] = pack_date(draft.date)
        if "roles" in given:
            given["roles"] = [self._pack_role(role) for role in draft.roles]
        return given

    def _pack_role(self, role: RoleDraft) -> dict[str, Any]:
        if id(role) not in self._roles:
            self._roles[id(role)] = role, pack_draft(role)
        return self._roles[id(role)][1]

    def _pack_source(self, source: SourceDraft) -> dict[str, Any] | int:
        if id(source) in self._sources:
            return self._sources[id(source)][1]
        self._sources[id(source)] = source, len(self._sources)
        return pack_draft(source)


class RowReader:
    """Reads what `RowPacker` made, in the same order. Every draft is checked anew."""

    def __init__(self) -> None:
        self._sources: list[SourceDraft] = []
        self._date = lru_cache(_REMEMBERED)(UncertainDate)
        self._role = lru_cache(_REMEMBERED)(_role)

    def read(self, values: dict[str, Any]) -> FoundIncident:
        draft, citation = values["draft"], None
        if values["citation"]:
            source, label, locator, quote = values["citation"]
            citation = FoundCitation(self._source(source), LocatorLabel(label), locator, quote)
        if draft:
            if "date" in draft:
                draft["date"] = self._date(*draft["date"])
            roles = tuple(self._role(**role) for role in draft.pop("roles", ()))
            draft = IncidentDraft(**draft, roles=roles)
        doubts = tuple(map(unpack_doubt, values["doubts"]))
        return FoundIncident(values["row"], values["key"], draft or None, citation, doubts)

    def _source(self, sent: dict[str, Any] | int) -> SourceDraft:
        if isinstance(sent, int):
            return self._sources[sent]
        self._sources.append(unpack_source(sent))
        return self._sources[-1]


def _role(kind: str, name: str, role: str = "") -> RoleDraft:
    return RoleDraft(kind=EntityKind(kind), name=name, role=role)
