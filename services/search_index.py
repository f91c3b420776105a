"""Full-text rows, kept in step inside every change: triggers and trusted_schema=OFF do not go together on SQLite 3.40."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from sqlalchemy import Connection

from models.changes import RecordKind
from services.touched import Touched

# Addresses without their scheme, which every one of them has. `unmarked` leaves out the numbers of citations (models/database.py).
_URL = "replace(replace(s.url, 'https://', ''), 'http://', '')"
_DETAILS = f"""s.container_title || ' ' || s.publisher || ' ' || {_URL} || ' ' || s.note || ' ' ||
 coalesce((SELECT group_concat(value, ' ') FROM json_each(s.fields)), '') || ' ' ||
 coalesce((SELECT group_concat(n.given_name || ' ' || n.family || ' ' || n.literal, ' ') FROM creator n
 WHERE n.source_id = s.id), '')"""
_QUOTES = "coalesce((SELECT group_concat(c.quote, ' ') FROM citation c WHERE c.incident_id = i.id), '')"
_BATCH = 500
_MANY = 2_000
_MOST_WORDS = 32  # of a search: each is a question of its own, and a whole article may be pasted into the field


class _Index(NamedTuple):
    """A table of words, its columns and what is in them; where that comes from, and the column that has the record's id."""

    table: str
    columns: str
    words: str
    origin: str
    key: str

    @property
    def insert(self) -> str:
        return f"INSERT INTO {self.table} (rowid, {self.columns}) SELECT {self.key}, {self.words} FROM {self.origin}"

    @property
    def same(self) -> str:
        """Ids of what is in the table word for word."""
        kept = ", ".join(f"f.{column.strip()}" for column in self.columns.split(","))
        join = f"{self.origin} JOIN {self.table} f ON f.rowid = {self.key}"
        return f"SELECT {self.key} FROM {join} WHERE ({kept}) = ({self.words})"

    @property
    def missing(self) -> str:
        """Ids that should be in the table and are not."""
        return f"SELECT {self.key} FROM {self.origin} EXCEPT SELECT rowid FROM {self.table}"


INDEXES = {
    RecordKind.INCIDENT: _Index(
        "incident_search",
        "title, body, quotes",
        f"i.title, unmarked(i.body) || ' ' || i.note, {_QUOTES}",
        "incident i",
        "i.id",
    ),
    RecordKind.SOURCE: _Index("source_search", "title, details", f"s.title, {_DETAILS}", "source s", "s.id"),
    RecordKind.CAPTURE: _Index("capture_search", "text", "t.text", "capture_text t", "t.capture_id"),
    RecordKind.ENTITY: _Index("entity_search", "name", "e.name", "entity e", "e.id"),
    RecordKind.TAG: _Index("tag_search", "name", "t.name", "tag t", "t.id"),
}


def refresh(connection: Connection, touched: Touched) -> None:
    """Bring the index rows of everything a change touched up to date."""
    _note_sources(connection, touched)
    for kind, index in INDEXES.items():
        runs, others = touched.runs(kind)
        for run in runs:
            if isinstance(run, range):
                with _much_room(connection, index) if len(run) > _MANY else nullcontext():
                    bounds = (run[0], run[-1])
                    connection.exec_driver_sql(f"DELETE FROM {index.table} WHERE rowid BETWEEN ? AND ?", bounds)
                    connection.exec_driver_sql(f"{index.insert} WHERE {index.key} BETWEEN ? AND ?", bounds)
            else:
                others |= set(run)
        others = {i for i in others if not any(isinstance(run, range) and i in run for run in runs)}
        for batch in _batches(sorted(others)):
            wanted = _reworded(connection, index, batch)
            if not wanted:
                continue
            marks = ", ".join("?" * len(wanted))
            connection.exec_driver_sql(f"DELETE FROM {index.table} WHERE rowid IN ({marks})", wanted)
            connection.exec_driver_sql(f"{index.insert} WHERE {index.key} IN ({marks})", wanted)


@contextmanager
def _much_room(connection: Connection, index: _Index) -> Iterator[None]:
    """FTS5 gathers words in 32 MB of memory in place of 1 meanwhile: fewer parts of the index have to be merged."""
    setting = f"INSERT INTO {index.table} ({index.table}, rank) VALUES ('hashsize', ?)"
    connection.exec_driver_sql(setting, (32 * 1024**2,))
    yield
    connection.exec_driver_sql(setting, (1024**2,))


def _note_sources(connection: Connection, touched: Touched) -> None:
    """Who shows a source hears of another text of its copy, whose row does not name it."""
    captures = sorted(touched.changed.get(RecordKind.CAPTURE, ()))
    for batch in _batches(captures):
        marks = ", ".join("?" * len(batch))
        rows = connection.exec_driver_sql(f"SELECT source_id FROM capture WHERE id IN ({marks})", batch)
        touched.changed.setdefault(RecordKind.SOURCE, set()).update(row[0] for row in rows)


def rebuild(connection: Connection) -> None:
    """Make the whole index anew, so that no word of a purged record is left in it."""
    for index in INDEXES.values():
        connection.exec_driver_sql(f"DELETE FROM {index.table}")
        connection.exec_driver_sql(f"INSERT INTO {index.table} ({index.table}) VALUES ('rebuild')")
        connection.exec_driver_sql(index.insert)
        connection.exec_driver_sql(f"INSERT INTO {index.table} ({index.table}) VALUES ('optimize')")


def filling_statements() -> tuple[str, ...]:
    """What fills empty tables of words, for a file that is migrated."""
    return tuple(index.insert for index in INDEXES.values())


def match_expression(text: str) -> str:
    """What a person types as an FTS5 query: every word must occur, the last may be a beginning, "…" is a phrase."""
    return " ".join(match_terms(text))


def match_terms(text: str) -> tuple[str, ...]:
    """The same word by word, for words that may stand in different places; of a whole text, some of its words."""
    parts = text.replace("\x00", "").replace("https://", " ").replace("http://", " ").split('"')
    terms: list[str] = []
    for position, part in enumerate(parts):
        if position % 2:
            terms += [f'"{part}"'] if any(c.isalnum() for c in part) else []
        else:
            terms += [f'"{word}"' for word in part.split() if any(c.isalnum() for c in word)]
    if terms and text[-1:].isalnum():
        terms[-1] += "*"
    found = tuple(dict.fromkeys(terms))
    return found if len(found) <= _MOST_WORDS else (*found[: _MOST_WORDS - 1], found[-1])


def _reworded(connection: Connection, index: _Index, ids: tuple[int, ...]) -> tuple[int, ...]:
    """Records whose words are others than those in the index: most edits leave them, and a copy's text may be long."""
    statement = f"{index.same} AND {index.key} IN ({', '.join('?' * len(ids))})"
    same = connection.exec_driver_sql(statement, ids).cursor.fetchall()
    return tuple(sorted(set(ids).difference(row[0] for row in same)))


def _batches(ids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(ids), _BATCH):
        yield tuple(ids[start : start + _BATCH])
