"""What filters choose from: ids in the order of their names, and the names of those that are on screen."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.drafts import clean_text
from models.enums import EntityKind
from models.snapshots import IncidentFilter
from services.alike_words import fold
from services.project import Project
from services.search_index import match_expression


@dataclass(frozen=True, slots=True)
class ChosenNames:
    """The names behind the ids of one filter; an id whose record is gone is in none of them."""

    tags: Mapping[int, str]
    entities: Mapping[int, tuple[EntityKind, str]]
    sources: Mapping[int, str]


def find_tag_ids(project: Project, text: str = "", *, limit: int = -1) -> "array[int]":
    """Tags whose name has `text` in it, accents and size of letters aside; by name."""
    return _find_named(project, "SELECT id, name FROM tag ORDER BY name COLLATE NOCASE", (), text, limit)


def find_entity_ids(project: Project, kind: EntityKind, text: str = "", *, limit: int = -1) -> "array[int]":
    """People, organisations, places or things whose name has `text` in it; by name."""
    query = "SELECT id, name FROM entity WHERE kind = ? ORDER BY name COLLATE NOCASE"
    return _find_named(project, query, (kind.value,), text, limit)


def find_source_ids(project: Project, text: str = "", *, limit: int = -1) -> "array[int]":
    """Sources outside the bin with these words in their description, not in their copies; by title."""
    text = clean_text(text).strip()
    match = match_expression(text)
    where, values = "s.deleted_at IS NULL", tuple[str, ...]()
    if match:
        # The plus has sources walked in the order of their titles: sorting thousands that match takes twice as long.
        where += " AND +s.id IN (SELECT rowid FROM source_search WHERE source_search MATCH ?)"
        values = (f"{{title details}} : ({match})",)
    elif text:
        where += " AND instr(s.title, ?) > 0"
        values = (text,)
    query = f"SELECT s.id FROM source s WHERE {where} ORDER BY s.title COLLATE NOCASE, s.id LIMIT ?"
    with project.read() as connection:
        return array("q", (row[0] for row in connection.exec_driver_sql(query, (*values, limit)).cursor.fetchall()))


def name_tags(project: Project, ids: Collection[int]) -> dict[int, tuple[str, int]]:
    """Name and colour of tags, by id."""
    return {row[0]: (row[1], row[2]) for row in _rows(project, "id, name, colour FROM tag", ids)}


def name_entities(project: Project, ids: Collection[int]) -> dict[int, tuple[EntityKind, str]]:
    """Kind and name of entities, by id."""
    return {row[0]: (EntityKind(row[1]), row[2]) for row in _rows(project, "id, kind, name FROM entity", ids)}


def name_sources(project: Project, ids: Collection[int]) -> dict[int, str]:
    """Titles of sources, by id."""
    return {row[0]: row[1] for row in _rows(project, "id, title FROM source", ids)}


def name_chosen(project: Project, wanted: IncidentFilter) -> ChosenNames:
    """Everything that a filter names by id."""
    tags = {tag_id: name for tag_id, (name, _) in name_tags(project, wanted.tag_ids).items()}
    return ChosenNames(tags, name_entities(project, wanted.entity_ids), name_sources(project, wanted.source_ids))


def _find_named(project: Project, query: str, values: Sequence[str], text: str, limit: int) -> "array[int]":
    needle = fold(clean_text(text).strip())
    with project.read() as connection:
        rows: Iterable[tuple[int, str]] = connection.exec_driver_sql(query, tuple(values)).cursor.fetchall()
    found = array("q", (row[0] for row in rows if needle in fold(row[1])) if needle else (row[0] for row in rows))
    return found[:limit] if limit >= 0 else found


def _rows(project: Project, what: str, ids: Collection[int]) -> Sequence[tuple[Any, ...]]:
    if not ids:
        return ()
    with project.read() as connection:
        query = f"SELECT {what} WHERE id IN ({', '.join('?' * len(ids))})"
        return connection.exec_driver_sql(query, tuple(ids)).cursor.fetchall()
