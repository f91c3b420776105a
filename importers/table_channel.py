"""The rows of a table on their way from the import worker to the program.

What rows share travels once: a date, a name with its role or a source; after that a number stands for it. So each is
checked once for all rows that have it.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from dates import UncertainDate
from importers.answers import whole_number
from importers.found import FoundCitation, FoundIncident
from importers.packing import pack_date, pack_doubt, pack_draft, unpack_date, unpack_doubt, unpack_source
from models.drafts import MAX_LINE, CitationDraft, IncidentDraft, RoleDraft, SourceDraft
from models.enums import LocatorLabel

_NUMBERED = 50_000
"""Of each kind, in one table: both sides keep them. What comes after these travels whole every time."""

T = TypeVar("T")
Row = list[Any]


class _Sender(Generic[T]):
    """Packs a value that it meets for the first time, and gives its number after that."""

    def __init__(self, pack: Callable[[T], Any]) -> None:
        self._pack = pack
        # By identity: a reader gives the same object for the same words. It is kept, so that no other takes its place.
        self._known: dict[int, tuple[T, int]] = {}

    def send(self, value: T) -> Any:
        if known := self._known.get(id(value)):
            return known[1]
        if len(self._known) < _NUMBERED:
            self._known[id(value)] = value, len(self._known)
        return self._pack(value)


class _Receiver(Generic[T]):
    """Gives the value that a `_Sender` sent, by its number where it came before."""

    def __init__(self, unpack: Callable[[Any], T]) -> None:
        self._unpack = unpack
        self._known: list[T] = []

    def receive(self, sent: Any) -> T:
        if isinstance(sent, int):
            if sent < 0:  # counts from the end elsewhere
                raise IndexError(sent)
            return self._known[sent]
        value = self._unpack(sent)
        if len(self._known) < _NUMBERED:
            self._known.append(value)
        return value


class RowPacker:
    """Makes JSON values of one row after the other."""

    def __init__(self) -> None:
        self._date = _Sender[UncertainDate](pack_date).send
        self._role = _Sender[RoleDraft](pack_draft).send
        self._source = _Sender[SourceDraft](pack_draft).send

    def pack(self, found: FoundIncident) -> Row:
        row, key, draft, cited, doubts = found
        citation = cited and [self._source(cited.source), *cited[1:]]
        return [row, key, draft and self._pack_draft(draft), citation, list(map(pack_doubt, doubts))]

    def _pack_draft(self, draft: IncidentDraft) -> dict[str, Any]:
        given = draft.given()
        if "date" in given:
            given["date"] = self._date(given["date"])
        if "roles" in given:
            given["roles"] = list(map(self._role, given["roles"]))
        return given


class RowReader:
    """Reads what `RowPacker` made, in the same order. Every draft is checked anew."""

    def __init__(self) -> None:
        self._date = _Receiver(unpack_date).receive
        self._role = _Receiver(_unpack_role).receive
        self._source = _Receiver(unpack_source).receive

    def read(self, values: Row) -> FoundIncident:
        row, key, draft, citation, doubts = values
        if type(key) is not str:
            raise TypeError(key)
        if citation:
            source, label, locator, quote = citation
            if len("".join((locator, quote))) > MAX_LINE:  # shorter ones cannot be refused
                CitationDraft(source_id=0, locator_label=label, locator=locator, quote=quote)
            citation = FoundCitation(self._source(source), LocatorLabel(label), locator, quote)
        if draft:
            if "date" in draft:
                draft["date"] = self._date(draft["date"])
            if "roles" in draft:
                draft["roles"] = tuple(map(self._role, draft["roles"]))
            draft = IncidentDraft(**draft)
        return FoundIncident(whole_number(row), key, draft or None, citation or None, tuple(map(unpack_doubt, doubts)))


def _unpack_role(sent: dict[str, Any]) -> RoleDraft:
    return RoleDraft(**sent)
