"""A filter as SQL, and as the JSON that a saved view keeps."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from dates import DateError, UncertainDate
from models.drafts import clean_text
from models.enums import ProblemCode, Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services.search_index import match_expression
from services.support import DIFFERING, UNCITED

_ID_LIMIT = 2**63
# A word may stand in the incident, in a quote, in the description of a source it cites, or be the name of its place, entity or tag.
_TEXT = """(i.id IN (SELECT rowid FROM incident_search WHERE incident_search MATCH ?)
 OR i.id IN (SELECT c.incident_id FROM citation c JOIN source s ON s.id = c.source_id WHERE s.deleted_at IS NULL
 AND s.id IN (SELECT rowid FROM source_search WHERE source_search MATCH ?))
 OR i.place_id IN (SELECT id FROM entity WHERE instr(lower(name), ?) > 0)
 OR i.id IN (SELECT r.incident_id FROM role r JOIN entity e ON e.id = r.entity_id WHERE instr(lower(e.name), ?) > 0)
 OR i.id IN (SELECT it.incident_id FROM incident_tag it JOIN tag t ON t.id = it.tag_id WHERE instr(lower(t.name), ?) > 0))"""
# Any of the chosen places, and any of the chosen others: ticking a place and a person asks for both.
_ENTITIES = """(NOT EXISTS (SELECT 1 FROM entity WHERE kind = 'place' AND id {chosen}) OR i.place_id {chosen})
 AND (NOT EXISTS (SELECT 1 FROM entity WHERE kind <> 'place' AND id {chosen}) OR i.id IN (SELECT r.incident_id FROM role r
 JOIN entity e ON e.id = r.entity_id WHERE e.kind <> 'place' AND r.entity_id {chosen}))
 AND EXISTS (SELECT 1 FROM entity WHERE id {chosen})"""


def where_clause(wanted: IncidentFilter) -> tuple[str, tuple[Any, ...]]:
    """The condition on `incident i` and its bound values."""
    parts = ["i.deleted_at IS NULL"]
    values: list[Any] = []
    text = clean_text(wanted.text).strip()
    if text:
        _add_text(text, parts, values)
    if wanted.since:
        parts.append("i.date_edtf <> '' AND i.date_latest >= ?")
        values.append(_bound(wanted.since, "since").earliest)
    if wanted.until:
        parts.append("i.date_edtf <> '' AND i.date_earliest <= ?")
        values.append(_bound(wanted.until, "until").latest)
    _add_sets(wanted, parts, values)
    if wanted.marked:
        parts.append("i.marked = 1")
    if wanted.uncited:
        parts.append(UNCITED)
    if wanted.disputed_by_sources:
        parts.append(DIFFERING)
    if wanted.changed_since:
        parts.append("i.updated_at >= ?")
        values.append(wanted.changed_since)
    return " AND ".join(parts), tuple(values)


def filter_to_json(wanted: IncidentFilter) -> str:
    """A filter as a saved view stores it."""
    plain = {k: sorted(v) if isinstance(v, frozenset) else v for k, v in asdict(wanted).items()}
    return json.dumps({k: v for k, v in plain.items() if v})


def filter_from_json(text: str) -> IncidentFilter:
    """The filter of a saved view; parts this version does not know are left out. Raises DAMAGED where it is no filter."""
    try:
        given = _read_as(dict)(json.loads(text))
        known = {name: _PART_READERS[name](given[name]) for name in _PART_READERS if name in given}
    except (TypeError, ValueError, RecursionError):
        raise UserFacingError(ProblemCode.DAMAGED, record="saved_view") from None
    return IncidentFilter(**known)


def _read_as(wanted: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, wanted):
            raise TypeError(wanted.__name__)
        return value

    return read


def _read_ids(values: Any) -> frozenset[int]:
    ids = frozenset(map(_read_as(int), values))
    if any(not 0 <= i < _ID_LIMIT for i in ids):
        raise ValueError("id")
    return ids


_PART_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("text", "since", "until", "changed_since"), _read_as(str)),
    **dict.fromkeys(("marked", "uncited", "disputed_by_sources"), _read_as(bool)),
    **dict.fromkeys(("tag_ids", "entity_ids", "source_ids"), _read_ids),
    "statuses": lambda values: frozenset(map(Status, values)),
}


def _add_text(text: str, parts: list[str], values: list[Any]) -> None:
    match = match_expression(text)
    if match:
        parts.append(_TEXT)
        # Not in the preserved text of its sources: a whole article would answer for every incident that cites it.
        named = f"{{title details}} : ({match})"
        values += [match, named, text.lower(), text.lower(), text.lower()]
    else:
        parts.append("(instr(i.title, ?) > 0 OR instr(i.body, ?) > 0)")
        values += [text, text]


def _add_sets(wanted: IncidentFilter, parts: list[str], values: list[Any]) -> None:
    def within(column: str, ids: Iterable[Any]) -> str:
        chosen = sorted(ids)
        values.extend(chosen)
        return f"{column} IN ({', '.join('?' * len(chosen))})"

    if wanted.statuses:
        parts.append(within("i.status", (status.value for status in wanted.statuses)))
    if wanted.tag_ids:
        inner = within("tag_id", wanted.tag_ids)
        parts.append(f"i.id IN (SELECT incident_id FROM incident_tag WHERE {inner})")
    if wanted.entity_ids:
        chosen = within("id", wanted.entity_ids).removeprefix("id ")
        values.extend(sorted(wanted.entity_ids) * 4)
        parts.append(_ENTITIES.format(chosen=chosen))
    if wanted.source_ids:
        inner = within("source_id", wanted.source_ids)
        parts.append(f"i.id IN (SELECT incident_id FROM citation WHERE {inner})")


def _bound(edtf: str, field: str) -> UncertainDate:
    try:
        return UncertainDate(edtf)
    except DateError:
        raise InvalidDraftError({field: "bad_value"}) from None
