"""The rows of a table on their way from the import worker to the program.

A source travels once; after that a number stands for it. Dates, names and sources are checked once for all rows that have
them: they are most of what a row is.
"""

from functools import lru_cache
from typing import Any

from dates import UncertainDate
from importers.found import FoundCitation, FoundIncident
from importers.packing import pack_doubt, pack_draft, unpack_doubt, unpack_source
from models.drafts import IncidentDraft, RoleDraft, SourceDraft
from models.enums import EntityKind, LocatorLabel

_REMEMBERED = 50_000  # different dates and names of one table


class RowPacker:
    """Makes JSON values of one row after the other."""

    def __init__(self) -> None:
        # By identity: a reader gives the same draft for the same source. It is kept, so that no other takes its place.
        self._sources: dict[int, tuple[int, SourceDraft]] = {}

    def pack(self, found: FoundIncident) -> dict[str, Any]:
        citation = found.citation
        return {
            "row": found.row,
            "key": found.key,
            "draft": found.draft and pack_draft(found.draft),
            "citation": citation
            and [self._pack_source(citation.source), citation.locator_label, citation.locator, citation.quote],
            "doubts": [pack_doubt(doubt) for doubt in found.doubts],
        }

    def _pack_source(self, source: SourceDraft) -> dict[str, Any] | int:
        known = self._sources.get(id(source))
        if known is not None:
            return known[0]
        self._sources[id(source)] = len(self._sources), source
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
