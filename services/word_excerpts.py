"""What of an incident shows the words that somebody looks for, where its title does not: a piece of its body, a quote, a name."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from services.plain_text import plain_text
from services.project import Project
from services.stopping import Stopper
from services.word_marks import Excerpt, WordMarks

_LONGEST = 100_000
_LEAD = 16
"""Characters before the words in a row, whose second line is narrow."""
_TEXTS = f"""SELECT i.id, i.title, substr(i.body, 1, {_LONGEST}), i.note,
 (SELECT group_concat(c.quote, char(10)) FROM citation c JOIN source s ON s.id = c.source_id
 WHERE c.incident_id = i.id AND s.deleted_at IS NULL AND c.quote <> ''),
 (SELECT e.name FROM entity e WHERE e.id = i.place_id),
 (SELECT group_concat(e.name, ' · ') FROM role r JOIN entity e ON e.id = r.entity_id WHERE r.incident_id = i.id),
 (SELECT group_concat(t.name, ' · ') FROM incident_tag it JOIN tag t ON t.id = it.tag_id WHERE it.incident_id = i.id),
 (SELECT group_concat(f.title || ', ' || f.details, ' · ') FROM citation c JOIN source s ON s.id = c.source_id
 JOIN source_search f ON f.rowid = s.id WHERE c.incident_id = i.id AND s.deleted_at IS NULL)
 FROM incident i WHERE i.id IN (SELECT value FROM json_each(?))"""


class FoundIn(StrEnum):
    """Where the words of an excerpt stand."""

    BODY = "body"
    NOTE = "note"
    QUOTE = "quote"
    NAME = "name"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class RowExcerpt:
    where: FoundIn
    excerpt: Excerpt


def get_excerpts(project: Project, text: str, ids: Sequence[int]) -> dict[int, RowExcerpt]:
    """The pieces that show the words, of those incidents that have one; meant for the rows of one screen."""
    if not ids:
        return {}
    with Stopper().reading(project) as connection:
        return read_excerpts(connection, WordMarks(text), ids, lead=_LEAD)


def read_excerpts(
    connection: sqlite3.Connection, marks: WordMarks, ids: Sequence[int], *, lead: int = 60
) -> dict[int, RowExcerpt]:
    """The same by a connection: of each incident the piece with most of the words, the body before a quote before a name."""
    found: dict[int, RowExcerpt] = {}
    for incident_id, _title, body, note, quotes, place, names, tags, sources in connection.execute(
        _TEXTS, (json.dumps(list(ids)),)
    ):
        pieces = [(FoundIn.BODY, plain_text(body)), (FoundIn.NOTE, note)]
        pieces += [(FoundIn.QUOTE, quote) for quote in (quotes or "").split("\n")]
        pieces += [(FoundIn.NAME, " · ".join(filter(None, (place, names, tags)))), (FoundIn.SOURCE, sources or "")]
        best = _best(marks, pieces, lead)
        if best is not None:
            found[incident_id] = best
    return found


def _best(marks: WordMarks, pieces: Sequence[tuple[FoundIn, str]], lead: int) -> RowExcerpt | None:
    best: RowExcerpt | None = None
    most = 0
    for where, text in pieces:
        count = marks.count_in(text) if text else 0
        excerpt = marks.excerpt(text, lead=lead) if count > most else None
        if excerpt is not None:
            best, most = RowExcerpt(where, excerpt), count
        if most == marks.count:
            break
    return best
