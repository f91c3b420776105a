"""Ids of named records inside one change: places, people, tags are looked up once each, and made where they are missing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.changes import RecordKind
from models.enums import EntityKind
from services.change import Change
from services.entities import ensure_entity
from services.tags import COLOURS, ensure_tag

_AT_ONCE = 400
"""Names in one question; SQLite takes 999 values in any build."""


class Names:
    """`learn_…` looks up many names with few questions; any other name is looked up when it is asked for."""

    def __init__(self, change: Change) -> None:
        self._change = change
        self._entities: dict[tuple[EntityKind, str], int] = {}
        self._tags: dict[str, int] = {}

    def entity(self, kind: EntityKind, name: str) -> int:
        if (kind, name) not in self._entities:
            self._entities[kind, name] = ensure_entity(self._change, kind, name)
        return self._entities[kind, name]

    def place(self, name: str) -> int | None:
        return self.entity(EntityKind.PLACE, name) if name else None

    def tag(self, name: str) -> int:
        if name not in self._tags:
            self._tags[name] = ensure_tag(self._change, name)
        return self._tags[name]

    def learn_entities(self, wanted: Iterable[tuple[EntityKind, str]]) -> None:
        """Know these; those that are not there are made, in this order."""
        missing = [key for key in dict.fromkeys(wanted) if key not in self._entities]
        for part in _portions(missing):
            marks = ", ".join(["(?, ?)"] * len(part))
            rows = self._ask(
                f"SELECT kind, name, id FROM entity WHERE (kind, name) IN (VALUES {marks})",
                [text for kind, name in part for text in (kind.value, name)],
            )
            self._entities |= {(EntityKind(kind), name): found for kind, name, found in rows}
        fresh = [key for key in missing if key not in self._entities]
        values = [{"kind": kind.value, "name": name, "note": ""} for kind, name in fresh]
        self._entities |= zip(fresh, self._change.insert_many(RecordKind.ENTITY, values), strict=True)

    def learn_tags(self, wanted: Iterable[str]) -> None:
        """Know these; those that are not there are made, each with the next colour in turn."""
        missing = [name for name in dict.fromkeys(wanted) if name not in self._tags]
        for part in _portions(missing):
            marks = ", ".join("?" * len(part))
            self._tags |= self._ask(f"SELECT name, id FROM tag WHERE name IN ({marks})", part)
        fresh = [name for name in missing if name not in self._tags]
        if fresh:
            ((count,),) = self._ask("SELECT count(*) FROM tag", ())
            values = [{"name": name, "colour": (count + turn) % COLOURS} for turn, name in enumerate(fresh)]
            self._tags |= zip(fresh, self._change.insert_many(RecordKind.TAG, values), strict=True)

    def _ask(self, query: str, values: Sequence[str]) -> list[Any]:
        return list(self._change.connection.exec_driver_sql(query, tuple(values)).cursor.fetchall())


def _portions(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
