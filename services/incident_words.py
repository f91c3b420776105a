"""Which incidents have the words that somebody looks for: as SQL for a few of them or for an export, and fast for the window.

Every word narrows, wherever it stands: in the title, the body, a quote, the description of a cited source, or the name of the
place, an entity or a tag; one letter, which is a beginning yet, in the incident alone. Not in the preserved text of a source: a
whole article would answer for every incident that cites it.
"""

import json
import sqlite3
import threading
from array import array
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, zip_longest
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection

from models.changes import ChangeSet, RecordKind
from models.drafts import clean_text
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.bits import all_of, any_of
from services.project import Project
from services.search_index import match_terms
from services.stopping import Stopper
from services.support import BINNED_SOURCES

Query = tuple[str, tuple[str, ...]]

_IN_TEXT = "SELECT rowid FROM incident_search WHERE incident_search MATCH ?"
_SOURCE_HITS = "SELECT rowid FROM source_search WHERE source_search MATCH ?"
_ENTITY_HITS = "SELECT rowid FROM entity_search WHERE entity_search MATCH ?"
_TAG_HITS = "SELECT rowid FROM tag_search WHERE tag_search MATCH ?"
# Parts of one word: a query of incidents, and its column of ids. "+": a few incidents are looked up, not all that were found.
_PARTS = (
    (_IN_TEXT, "+rowid"),
    (
        f"SELECT incident_id FROM citation WHERE source_id IN ({_SOURCE_HITS}) AND source_id NOT IN ({BINNED_SOURCES})",
        "incident_id",
    ),
    (f"SELECT id FROM incident WHERE place_id IN ({_ENTITY_HITS})", "id"),
    (f"SELECT incident_id FROM role WHERE entity_id IN ({_ENTITY_HITS})", "incident_id"),
    (f"SELECT incident_id FROM incident_tag WHERE tag_id IN ({_TAG_HITS})", "incident_id"),
)
_WORD = " UNION ALL ".join(query for query, _ in _PARTS)
_AMONG = [f"{query} AND {key} IN (SELECT value FROM json_each(?))" for query, key in _PARTS]
_WORD_AMONG = " UNION ALL ".join(_AMONG).replace("WHERE source_id", "WHERE +source_id")
_LETTER_AMONG = _AMONG[0]
_SIGNS = "SELECT id FROM incident WHERE (instr(title, ?) > 0 OR instr(body, ?) > 0)"
_PLACED = _PARTS[2][0]
_CITED = f"SELECT source_id, incident_id FROM citation WHERE source_id NOT IN ({BINNED_SOURCES})"
_CAST = "SELECT entity_id, incident_id FROM role"
_TAGGED = "SELECT tag_id, incident_id FROM incident_tag"
_REVISION = "SELECT revision FROM file_state"
_WORDS_KEPT, _LETTERS_KEPT = 8, 40
_LONG_ENOUGH = len('"abc"*')
_MOST_IDS = 50_000_000
"""No file of ours gives an incident a higher number: every incident ever added has one."""


def word_queries(text: str) -> list[Query]:
    """Queries of incident ids with their values, one for each word; each narrows. None where the text is blank."""
    terms, signs = match_terms(clean_text(text).strip()), _signs(text)
    if signs:
        return [(_SIGNS, (signs, signs))]
    return [(_IN_TEXT, (term,)) if _is_letter(term) else (_WORD, (term,) * len(_PARTS)) for term in terms]


def having_words(connection: Connection, text: str, ids: Collection[int]) -> frozenset[int]:
    """Those of a few incidents that have the words; the other ones are not read."""
    found = frozenset(ids)
    terms, signs = match_terms(clean_text(text).strip()), _signs(text)
    if signs:
        query = f"{_SIGNS} AND id IN (SELECT value FROM json_each(?))"
        return _ids(connection, query, (signs, signs, json.dumps(sorted(found))))
    for term in terms:
        query, count = (_LETTER_AMONG, 1) if _is_letter(term) else (_WORD_AMONG, len(_PARTS))
        found = _ids(connection, query, (term, json.dumps(sorted(found))) * count)
    return found


@dataclass(frozen=True, slots=True)
class Matches:
    """The incidents that have the words of `text`: one byte for each id, 1 where it has them; those in the bin as well."""

    text: str
    bits: bytes

    def places(self, ids: Sequence[int]) -> bytes:
        """One byte for each of `ids`, 1 where the incident has the words. A millisecond for a tuple of 100,000."""
        try:
            return bytes(itemgetter(*ids)(self.bits)) if len(ids) > 1 else bytes(self.bits[i] for i in ids)
        except IndexError:  # incidents that were added since
            size = len(self.bits)
            return bytes(i < size and self.bits[i] for i in ids)

    def newest(self, count: int) -> list[int]:
        """The ids that were given last, the highest first."""
        found: list[int] = []
        place = self.bits.rfind(1)
        while place >= 0 and len(found) < count:
            found.append(place)
            place = self.bits.rfind(1, 0, place)
        return found


class _Part(NamedTuple):
    """What a word finds in one table: how many hits, and the incidents they lead to, one byte for each id."""

    hits: int
    bits: bytes


class _Table:
    """A table of words. `leads` names the incidents of each of its records, where these are not incidents themselves, and
    `kinds` what changes that; `others` asks for more incidents of a word.
    """

    def __init__(
        self, name: str, leads: str = "", kinds: frozenset[RecordKind] = frozenset(), others: str = ""
    ) -> None:
        self._hits = f"SELECT rowid FROM {name} WHERE {name} MATCH ?"
        self._count = f"SELECT count(*) FROM {name} WHERE {name} MATCH ?"
        self._leads = leads
        self._kinds = kinds
        self._others = others
        self._led: dict[int, array[int]] | None = None

    def forget(self, touched: Collection[RecordKind]) -> None:
        """After a change that touched these kinds; after one that nobody told of, without any."""
        if not touched or not self._kinds.isdisjoint(touched):
            self._led = None

    def warm(self, connection: sqlite3.Connection) -> dict[int, "array[int]"]:
        """The incidents of each record; kept until it is forgotten."""
        if self._led is None:
            led: dict[int, array[int]] = {}
            for record_id, incident_id in connection.execute(self._leads) if self._leads else ():
                led.setdefault(record_id, array("q")).append(incident_id)
            self._led = led  # all of them: a reading that is ended keeps none
        return self._led

    def count(self, connection: sqlite3.Connection, term: str) -> int:
        """How many hits a word has. Takes a fifth of the time that reading them does."""
        return int(connection.execute(self._count, (term,)).fetchone()[0])

    def read(self, connection: sqlite3.Connection, term: str, size: int) -> _Part:
        """What a word finds, where ids of incidents are below `size`."""
        hits = _as_list(connection, self._hits, term)
        if not self._leads:
            return _Part(len(hits), _bits(hits, size))
        # One loop for all of them takes as long as chaining them would.
        led = chain.from_iterable(filter(None, map(self.warm(connection).get, hits)))
        others = _as_list(connection, self._others, term) if self._others and hits else ()
        return _Part(len(hits), _bits(chain(led, others), size))


class WordFinder:
    """Finds the incidents of one project that have some words, while they are typed. One thread at a time uses it.

    It remembers which incidents cite which source and have which entity, and those of the last words and letters, until that
    changes.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._revision = ""
        self._lock = threading.Lock()
        self._touched: set[RecordKind] = set()
        self._tables = (
            _Table("incident_search"),
            _Table("source_search", _CITED, frozenset({RecordKind.CITATION, RecordKind.SOURCE})),
            _Table("entity_search", _CAST, frozenset({RecordKind.ROLE, RecordKind.ENTITY}), _PLACED),
            _Table("tag_search", _TAGGED, frozenset({RecordKind.INCIDENT_TAG, RecordKind.TAG})),
        )
        self._words: OrderedDict[str, tuple[_Part, ...]] = OrderedDict()
        self._letters: OrderedDict[str, tuple[_Part, ...]] = OrderedDict()
        self._size = 0

    def follow(self, changes: ChangeSet) -> None:
        """Be told of a change, by any thread; what it left alone is kept then."""
        with self._lock:
            self._touched |= {kind for part in (changes.added, changes.changed, changes.removed) for kind in part}

    def warm(self, stopper: Stopper) -> None:
        """Read what every word asks for, before the first is typed: about 150 ms at 100,000. Raises StoppedError."""
        with stopper.reading(self._project) as connection:
            self._check_revision(connection)
            for table in self._tables:
                table.warm(connection)
                stopper.check()

    def find(self, text: str, stopper: Stopper | None = None) -> Matches:
        """The incidents with these words. Raises StoppedError."""
        stopper = stopper or Stopper()
        wanted = clean_text(text).strip()
        with stopper.reading(self._project) as connection, _damage_told():
            self._check_revision(connection)
            parts = [self._of_word(connection, term, stopper) for term in match_terms(wanted)]
            signs = _signs(wanted)
            if signs:
                rows = connection.execute(_SIGNS, (signs, signs))
                parts.append(_bits((row[0] for row in rows), self._size))
        return Matches(text, parts[0] if len(parts) == 1 else all_of(parts, self._size))

    def _check_revision(self, connection: sqlite3.Connection) -> None:
        revision = str(connection.execute(_REVISION).fetchone()[0])
        with self._lock:
            touched, self._touched = self._touched, set()
        # A change may be told of only after it was read: what it touched is forgotten then.
        if revision == self._revision and not touched:
            return
        for table in self._tables:
            table.forget(touched)
        self._words.clear()
        self._letters.clear()
        self._size = (connection.execute("SELECT max(id) FROM incident").fetchone()[0] or 0) + 1
        if self._size > _MOST_IDS:
            raise UserFacingError(ProblemCode.DAMAGED, record="incident")
        self._revision = revision

    def _of_word(self, connection: sqlite3.Connection, term: str, stopper: Stopper) -> bytes:
        # Every word begins with one of a few letters, each of which nearly all incidents have.
        kept, most = (self._letters, _LETTERS_KEPT) if _is_letter(term) else (self._words, _WORDS_KEPT)
        if term not in kept:
            kept[term] = tuple(self._parts(connection, term, stopper))
            if len(kept) > most:
                kept.popitem(last=False)
        kept.move_to_end(term)
        return any_of(*(part.bits for part in kept[term]))

    def _parts(self, connection: sqlite3.Connection, term: str, stopper: Stopper) -> Iterator[_Part]:
        start = _beginning(term)
        before = self._words.get(start, ()) if len(start) >= _LONG_ENOUGH else ()
        tables = self._tables[:1] if _is_letter(term) else self._tables
        for table, known in zip_longest(tables, before):
            stopper.check()
            # As many hits as the beginning of the word has are the same ones. Looking is vain where many words begin so.
            is_known = known is not None and table.count(connection, term) == known.hits
            yield known if is_known else table.read(connection, term, self._size)


@contextmanager
def _damage_told() -> Iterator[None]:
    """An index that names incidents which never were is not ours."""
    try:
        yield
    except IndexError as error:
        raise UserFacingError(ProblemCode.DAMAGED, record="incident") from error


def _bits(ids: Iterable[int], size: int) -> bytes:
    # A table that stays in the processor's cache: sets of as many ids take several times as long to look into.
    bits = bytearray(size)
    for i in ids:
        bits[i] = 1
    return bytes(bits)


def _as_list(connection: sqlite3.Connection, query: str, term: str) -> list[int]:
    """The one column of a query, as one text of numbers: a row for each would take twice as long."""
    column = query.split()[1]
    query = f"SELECT json_group_array({column}) FROM ({query})"
    return list(json.loads(connection.execute(query, (term,)).fetchone()[0]))


def _signs(text: str) -> str:
    """What is looked for as it stands, where no letter or digit is: a quotation mark alone only begins a phrase."""
    text = clean_text(text)
    return "" if match_terms(text.strip()) else text.replace('"', "").strip()


def _beginning(term: str) -> str:
    """The term that was looked for one key before: `"harb"*` before `"harbo"*`, `"harbour"*` before `"harbour"`."""
    return f'{term[:-3]}"*' if term.endswith("*") else f"{term}*"


def _is_letter(term: str) -> bool:
    """Whether words may begin with one letter: nearly all incidents have such a word themselves."""
    return term.endswith("*") and len(term) == len('"x"*') and term.isascii()


def _ids(connection: Connection, query: str, values: tuple[str, ...]) -> frozenset[int]:
    return frozenset(row[0] for row in connection.exec_driver_sql(query, values).cursor.fetchall())
