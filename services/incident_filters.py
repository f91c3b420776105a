"""A filter as SQL, and as the JSON that a saved view keeps."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from dates import LIMIT, DateError, UncertainDate
from models.enums import ChangedWithin, Confidence, EntityKind, ProblemCode, Stance, Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services.clock import days_ago, start_of_day
from services.incident_words import word_queries
from services.support import BINNED_SOURCES, DIFFERING, UNCITED

_ID_LIMIT = 2**63
_SPANS: Mapping[str, int] = {ChangedWithin.TODAY: 0, ChangedWithin.WEEK: 6, ChangedWithin.MONTH: 29}
_DAY_LENGTH = len("2024-01-23")
# Any of the chosen of each kind: ticking a place and a person asks for both. Ids that are gone count only where all are.
_PLACES = """(NOT EXISTS (SELECT 1 FROM entity WHERE kind = 'place' AND id {chosen})
 OR i.place_id IN (SELECT id FROM entity WHERE kind = 'place' AND id {chosen}))"""
_OTHERS = """(NOT EXISTS (SELECT 1 FROM entity WHERE kind = '{kind}' AND id {{chosen}}) OR i.id IN (SELECT r.incident_id FROM role r
 JOIN entity e ON e.id = r.entity_id WHERE e.kind = '{kind}' AND r.entity_id {{chosen}}))"""
_ENTITIES = " AND ".join(
    (
        _PLACES,
        *(_OTHERS.format(kind=kind.value) for kind in EntityKind if kind is not EntityKind.PLACE),
        "EXISTS (SELECT 1 FROM entity WHERE id {chosen})",
    )
)
# By the clock of the place, like the days of list, timeline and calendar: the stored bounds are UTC where a zone is known.
_LAST, _FIRST = (
    f"CASE WHEN i.date_time_zone = '' AND i.date_edtf NOT LIKE '%T%' THEN i.date_{column} ELSE {function}(i.date_edtf) END"
    for column, function in (("latest", "wall_last"), ("earliest", "wall_first"))
)


def where_clause(wanted: IncidentFilter) -> tuple[str, tuple[Any, ...]]:
    """The condition on `incident i` and its bound values."""
    parts = ["i.deleted_at IS NULL"]
    values: list[Any] = []
    if wanted.since:
        parts.append(f"i.date_edtf <> '' AND {_LAST} >= ?")
        values.append(first_moment(wanted.since))
    if wanted.until:
        parts.append(f"i.date_edtf <> '' AND {_FIRST} <= ?")
        values.append(last_moment(wanted.until))
    _add_sets(wanted, parts, values)
    if wanted.marked:
        parts.append("i.marked = 1")
    if wanted.uncited:
        parts.append(UNCITED)
    if wanted.disputed_by_sources:
        parts.append(DIFFERING)
    if wanted.changed_since:
        parts.append("i.updated_at >= ?")
        values.append(changed_bound(wanted.changed_since))
    return " AND ".join(parts), tuple(values)


def changed_bound(since: str) -> str:
    """The moment, as stored, from which on a change counts for `changed_since`; what is no span and no day stands for itself."""
    if since in _SPANS:
        return start_of_day(days_ago(_SPANS[since]))
    try:
        return start_of_day(date.fromisoformat(since)) if len(since) == _DAY_LENGTH else since
    except ValueError:
        return since


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
    "confidences": lambda values: frozenset(map(Confidence, values)),
    "stances": lambda values: frozenset(map(Stance, values)),
}


def _add_sets(wanted: IncidentFilter, parts: list[str], values: list[Any]) -> None:
    def within(column: str, ids: Iterable[Any]) -> str:
        chosen = sorted(ids)
        values.extend(chosen)
        return f"{column} {_within(chosen)}"

    if wanted.statuses:
        parts.append(within("i.status", (status.value for status in wanted.statuses)))
    if wanted.entity_ids:
        chosen = within("id", wanted.entity_ids).removeprefix("id ")
        values.extend(sorted(wanted.entity_ids) * (_ENTITIES.count("{chosen}") - 1))
        parts.append(_ENTITIES.format(chosen=chosen))
    if wanted.confidences:
        parts.append(within("i.confidence", (confidence.value for confidence in wanted.confidences)))
    for query, bound in id_queries(wanted):
        parts.append(f"i.id IN ({query})")
        values.extend(bound)


def id_queries(wanted: IncidentFilter) -> list[tuple[str, tuple[Any, ...]]]:
    """The parts about words, tags, sources and stances: queries of incident ids with their values; each narrows."""
    queries: list[tuple[str, Collection[Any]]] = [*word_queries(wanted.text)]
    if wanted.tag_ids:
        queries.append((f"SELECT incident_id FROM incident_tag WHERE tag_id {_within(wanted.tag_ids)}", wanted.tag_ids))
    if wanted.stances:
        # Of one and the same citation: a source and a stance together ask what this source says.
        stances = tuple(stance.value for stance in wanted.stances)
        inner = f"stance {_within(stances)} AND source_id NOT IN ({BINNED_SOURCES})"
        inner += f" AND source_id {_within(wanted.source_ids)}" if wanted.source_ids else ""
        queries.append((f"SELECT incident_id FROM citation WHERE {inner}", (*stances, *wanted.source_ids)))
    elif wanted.source_ids:
        inner = f"source_id {_within(wanted.source_ids)}"
        queries.append((f"SELECT incident_id FROM citation WHERE {inner}", wanted.source_ids))
    return [(query, tuple(values)) for query, values in queries]


def _within(chosen: Collection[Any]) -> str:
    return f"IN ({', '.join('?' * len(chosen))})"


def first_moment(since: str) -> int:
    """The first second of a window by the clock of the place. Raises InvalidDraftError."""
    first, _ = _bound(since, "since").wall_span
    return -LIMIT if first is None else first


def last_moment(until: str) -> int:
    """The last second of a window by the clock of the place. Raises InvalidDraftError."""
    _, last = _bound(until, "until").wall_span
    return LIMIT if last is None else last


def _bound(edtf: str, field: str) -> UncertainDate:
    try:
        return UncertainDate(edtf)
    except DateError:
        raise InvalidDraftError({field: "bad_value"}) from None
