"""Full-text rows, kept in step inside every change: triggers and trusted_schema=OFF do not go together on SQLite 3.40."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from models.changes import RecordKind
from services.touched import Touched

_INCIDENTS = """INSERT INTO incident_search (rowid, title, body, quotes)
 SELECT i.id, i.title, i.body || ' ' || i.note, coalesce((SELECT group_concat(c.quote, ' ') FROM citation c
 WHERE c.incident_id = i.id), '') FROM incident i WHERE """
_SOURCE_WORDS = """SELECT s.id, s.title, s.container_title || ' ' || s.publisher || ' ' || s.url || ' ' || s.note || ' ' ||
 s.fields || ' ' || coalesce((SELECT group_concat(n.given_name || ' ' || n.family || ' ' || n.literal, ' ') FROM creator n
 WHERE n.source_id = s.id), '') AS details, coalesce((SELECT group_concat(t.text, ' ') FROM capture c JOIN capture_text t
 ON t.capture_id = c.id WHERE c.source_id = s.id), '') AS captures FROM source s WHERE """
_SOURCES = f"INSERT INTO source_search (rowid, title, details, captures) {_SOURCE_WORDS}"
_SAME = f"""SELECT f.rowid FROM ({_SOURCE_WORDS} s.id IN ({{marks}})) w JOIN source_search f ON f.rowid = w.id
 WHERE f.title = w.title AND f.details = w.details AND f.captures = w.captures"""
_STATEMENTS = {
    RecordKind.INCIDENT: ("incident_search", _INCIDENTS, "i"),
    RecordKind.SOURCE: ("source_search", _SOURCES, "s"),
}
_BATCH = 500


def refresh(connection: Connection, touched: Touched) -> None:
    """Bring the index rows of everything a change touched up to date."""
    _note_sources(connection, touched)
    for kind, (index, insert, alias) in _STATEMENTS.items():
        runs, others = touched.runs(kind)
        for run in runs:
            if isinstance(run, range):
                bounds = (run[0], run[-1])
                connection.exec_driver_sql(f"DELETE FROM {index} WHERE rowid BETWEEN ? AND ?", bounds)
                connection.exec_driver_sql(f"{insert} {alias}.id BETWEEN ? AND ?", bounds)
            else:
                others |= set(run)
        others = {i for i in others if not any(isinstance(run, range) and i in run for run in runs)}
        for batch in _batches(sorted(others)):
            wanted = _reworded(connection, batch) if kind is RecordKind.SOURCE else batch
            marks = ", ".join("?" * len(wanted))
            connection.exec_driver_sql(f"DELETE FROM {index} WHERE rowid IN ({marks})", wanted)
            connection.exec_driver_sql(f"{insert} {alias}.id IN ({marks})", wanted)


def _reworded(connection: Connection, ids: tuple[int, ...]) -> tuple[int, ...]:
    """Sources whose words are others than those in the index: a new citation touches its source, whose text may be long."""
    same = connection.exec_driver_sql(_SAME.format(marks=", ".join("?" * len(ids))), ids).fetchall()
    return tuple(sorted(set(ids).difference(row[0] for row in same)))


def _note_sources(connection: Connection, touched: Touched) -> None:
    """The text of a copy is found under its source, which a row of text does not name."""
    captures = sorted(touched.changed.get(RecordKind.CAPTURE, ()))
    for batch in _batches(captures):
        marks = ", ".join("?" * len(batch))
        rows = connection.exec_driver_sql(f"SELECT source_id FROM capture WHERE id IN ({marks})", batch)
        touched.changed.setdefault(RecordKind.SOURCE, set()).update(row[0] for row in rows)


def rebuild(connection: Connection) -> None:
    """Make the whole index anew, so that no word of a purged record is left in it."""
    for index, insert, _alias in _STATEMENTS.values():
        connection.exec_driver_sql(f"DELETE FROM {index}")
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        connection.exec_driver_sql(f"{insert} 1")
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def match_expression(text: str) -> str:
    """What a person types as an FTS5 query: every word must occur, the last may be a beginning, "…" is a phrase."""
    parts = text.replace("\x00", "").split('"')
    terms: list[str] = []
    for position, part in enumerate(parts):
        if position % 2:
            terms += [f'"{part}"'] if any(c.isalnum() for c in part) else []
        else:
            terms += [f'"{word}"' for word in part.split() if any(c.isalnum() for c in word)]
    if terms and text[-1:].isalnum() and len(parts) % 2:
        terms[-1] += "*"
    return " ".join(terms)


def _batches(ids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(ids), _BATCH):
        yield tuple(ids[start : start + _BATCH])
