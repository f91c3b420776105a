"""Incidents of a project that may be the one a proposal tells, best first, with reasons a person understands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dates import DateKind, UncertainDate
from models.enums import Status
from models.proposals import IncidentMatch, Proposal, ProposedIncident
from services.alike import (
    Account,
    Asked,
    Frequencies,
    ask,
    dates_differ,
    reasons,
    weigh_dates,
    weigh_gap,
    weigh_words,
)
from services.alike_words import concept_forms, forms
from services.project import Project
from services.stored_dates import read_stored_date

DAY = 86_400
_LIKELY, _LIKELY_UNDATED, _LIKELY_NAMELESS = 6.5, 4.5, 6.5
"""What must speak for an incident before it is offered, in all; where dates cannot help, with a name that both have and without."""
_LIKELY_OF_DAY = 5.0
"""The same for one incident, where no other is likely and this one has the same day."""
_CLOSE = 8.0
"""How far an offer may lie behind the best one."""
_POSTINGS = 600
"""Incidents that are looked up for a word; what more hold is too frequent to find one by."""
_AROUND = 10
"""Days before and after a date in which every incident is looked at."""
_MOST_AROUND, _MOST_FOUND, _MOST_READ = 250, 200, 30
"""Incidents near the date, and by their words, that are skimmed; how many of all are weighed."""
_BODY, _QUOTES = 800, 800
"""Characters of an incident's texts that are read."""
_HEAD, _BEFORE = 200, 400
"""Characters at the beginning of a document and before a sentence that are read for names."""
_TEXT = f"SELECT substr(text, 1, {_HEAD}), substr(text, ?, ?) FROM capture_text WHERE capture_id = ?"
_WORDS = f"SELECT rowid FROM incident_search WHERE incident_search MATCH ? ORDER BY rowid DESC LIMIT {_POSTINGS}"
_NEAR = f"""SELECT id FROM incident WHERE deleted_at IS NULL AND date_sort BETWEEN ? AND ?
 ORDER BY abs(date_sort - ?) LIMIT {_MOST_AROUND}"""
# Those of which only the month or the year is known stand at its end.
_COARSE = f"SELECT id FROM incident WHERE deleted_at IS NULL AND date_sort IN (?, ?) LIMIT {_MOST_AROUND}"
_SPANS = """SELECT id, date_edtf <> '', date_earliest, date_latest FROM incident WHERE deleted_at IS NULL AND id IN ({marks})"""
_TEXTS = f"""SELECT i.id, i.title, i.date_edtf, i.date_as_written, i.date_time_zone, i.status,
 coalesce(e.name, '') AS place, substr(i.body, 1, {_BODY}) AS body,
 coalesce((SELECT group_concat(n.name, ', ') FROM role r JOIN entity n ON n.id = r.entity_id WHERE r.incident_id = i.id), '')
 AS roles, coalesce((SELECT substr(group_concat(c.quote, ' '), 1, {_QUOTES}) FROM citation c WHERE c.incident_id = i.id), '')
 AS quotes FROM incident i LEFT JOIN entity e ON e.id = i.place_id WHERE i.deleted_at IS NULL AND i.id IN ({{marks}})"""


def find_matches(
    project: Project, proposed: ProposedIncident | Proposal, *, limit: int = 3
) -> tuple[IncidentMatch, ...]:
    """Up to `limit` incidents that the proposal may tell too, the likeliest first; none where nothing is likely."""
    proposal = proposed.proposal if isinstance(proposed, ProposedIncident) else proposed
    with project.read() as connection:
        beside = _beside(connection, proposed) if isinstance(proposed, ProposedIncident) else ""
        asked = ask(_said(proposal), (*proposal.places, *proposal.names), beside)
        found = _Search(connection, proposal, asked).run()
    found.sort(key=lambda one: (-one.total, one.row["id"]))
    likely = [one for one in found if one.is_likely] or [one for one in found[:1] if one.is_alone_on_its_day(proposal)]
    return tuple(_match(one, proposal, asked) for one in likely[:limit] if one.total >= likely[0].total - _CLOSE)


def _beside(connection: Connection, proposed: ProposedIncident) -> str:
    """How the document begins, and what stands right before the sentence: there its "it" and "she" have names."""
    origin = proposed.origin
    first = max(origin.start - _BEFORE, 0)
    row = connection.exec_driver_sql(_TEXT, (first + 1, origin.start - first, origin.capture_id)).fetchone()
    return f"{row[0]}\n{row[1]}" if row else ""


def _said(proposal: Proposal) -> str:
    """The sentence without the words of its date."""
    first = proposal.mention.start - proposal.start
    last = proposal.mention.end - proposal.start
    if 0 <= first <= last <= len(proposal.quote):
        return proposal.quote[:first] + " " + proposal.quote[last:]
    return proposal.quote


@dataclass(frozen=True, slots=True)
class _Weighed:
    row: Mapping[str, Any]
    account: Account
    words: float
    total: float
    shared: tuple[Asked, ...]

    @property
    def is_likely(self) -> bool:
        if self.account.date.edtf:
            return self.total >= _LIKELY
        return self.total >= (_LIKELY_UNDATED if any(one.is_name for one in self.shared) else _LIKELY_NAMELESS)

    def is_alone_on_its_day(self, proposal: Proposal) -> bool:
        """Whether the day speaks for it, where hardly anything else happened then, and any word does."""
        return (
            self.words > 0 and self.total >= _LIKELY_OF_DAY and self.account.date.edtf[:10] == proposal.date.edtf[:10]
        )


class _Search:
    """One search: what is common in this project, who is near, and who shares words."""

    def __init__(self, connection: Connection, proposal: Proposal, asked: Sequence[Asked]) -> None:
        self._connection = connection
        self._proposal = proposal
        self._asked = asked
        last = connection.exec_driver_sql("SELECT coalesce(max(rowid), 0) FROM incident").scalar()
        self._last = int(last or 0)
        self._frequencies = Frequencies(self._last)
        self._scores: defaultdict[int, float] = defaultdict(float)
        self._near_a_day = 0.0

    def run(self) -> list[_Weighed]:
        """Every incident that was weighed."""
        self._look_up_words()
        ids = dict.fromkeys(self._around())
        best = sorted(self._scores, key=lambda i: -self._scores[i])[:_MOST_FOUND]
        ids |= dict.fromkeys(best)
        return [self._weigh(row) for row in self._read(self._skim(sorted(ids)))]

    def _look_up_words(self) -> None:
        concepts: dict[int, None] = {}
        for one in self._asked:
            concepts |= dict.fromkeys(() if one.is_beside else one.term.concepts)
            if one.term.stem:
                expression = _expression(forms(one.term))
                ids, held = self._holders(expression)
                self._frequencies.stems[one.term.stem] = held
                rarity = one.weight * self._frequencies.of_stem(one)
                for i in ids:
                    self._scores[i] += rarity
        for concept in concepts:
            ids, held = self._holders(_expression(concept_forms(concept)))
            self._frequencies.concepts[concept] = held
            rarity = 0.5 * self._frequencies.of_concept(concept)
            for i in ids:
                self._scores[i] += rarity

    def _holders(self, expression: str) -> tuple[list[int], int]:
        """Incidents that hold one of the words, and how many do, reckoned from the newest where they are many."""
        if not expression:
            return [], 0
        rows = self._connection.exec_driver_sql(_WORDS, (expression,)).cursor.fetchall()
        ids = [row[0] for row in rows]
        if len(ids) < _POSTINGS:
            return ids, len(ids)
        return ids, int(len(ids) * self._last / max(self._last - ids[-1] + 1, 1))

    def _around(self) -> list[int]:
        """Incidents near the date, the nearest first; counts how many there are a day."""
        date = self._proposal.date
        if date.kind is DateKind.UNDATED:
            return []
        first, last = date.earliest - _AROUND * DAY, date.latest + _AROUND * DAY
        counted = self._connection.exec_driver_sql(
            "SELECT count(*) FROM incident WHERE deleted_at IS NULL AND date_sort BETWEEN ? AND ?", (first, last)
        ).scalar()
        self._near_a_day = int(counted or 0) / max((last - first) / DAY, 1.0)
        near = self._connection.exec_driver_sql(_NEAR, (first, last, date.sort_at)).fetchall()
        periods = tuple(read_stored_date(key).sort_at for key in (date.month_group, date.year_group))
        coarse = self._connection.exec_driver_sql(_COARSE, periods).fetchall()
        return [row[0] for row in (*near, *coarse)]

    def _read(self, ids: Sequence[int]) -> list[Mapping[str, Any]]:
        if not ids:
            return []
        marks = ", ".join("?" * len(ids))
        rows = self._connection.exec_driver_sql(_TEXTS.format(marks=marks), tuple(ids)).mappings()
        return [dict(row) for row in rows]

    def _skim(self, ids: Sequence[int]) -> list[int]:
        """The likeliest at a first guess, by the words found in the index and the date: only these are read."""
        marks = ", ".join("?" * len(ids))
        rows = self._connection.exec_driver_sql(_SPANS.format(marks=marks), tuple(ids)).cursor.fetchall()
        date = self._proposal.date
        guesses = []
        for i, is_dated, earliest, latest in rows:
            guess = self._scores.get(i, 0.0)
            if is_dated and date.edtf:
                gap = max((max(earliest - date.latest, date.earliest - latest) - 1) // DAY + 1, 0)
                length = (latest - earliest + date.latest - date.earliest) // DAY + 2
                guess += weigh_gap(gap, length, self._near_a_day, self._last)
            guesses.append((-guess, i))
        return [i for _, i in sorted(guesses)[:_MOST_READ]]

    def _weigh_date(self, date: UncertainDate) -> float:
        return weigh_dates(self._proposal.date, date, self._near_a_day, self._last)

    def _weigh(self, row: Mapping[str, Any]) -> _Weighed:
        core = "\n".join((row["title"], row["place"], row["roles"], row["quotes"]))
        account = Account.of(core, row["body"], _date(row))
        words, shared = weigh_words(self._asked, account, self._frequencies)
        return _Weighed(row, account, words, words + self._weigh_date(account.date), shared)


def _date(row: Mapping[str, Any]) -> UncertainDate:
    return read_stored_date(row["date_edtf"], row["date_as_written"], row["date_time_zone"])


def _expression(words: Sequence[str]) -> str:
    """An FTS5 query for any of the words."""
    plain = (word for word in dict.fromkeys(words) if any(character.isalnum() for character in word))
    return " OR ".join(f'"{word}"' for word in plain)


def _match(one: _Weighed, proposal: Proposal, asked: Sequence[Asked]) -> IncidentMatch:
    date = one.account.date
    return IncidentMatch(
        incident_id=one.row["id"],
        title=one.row["title"],
        date=date,
        status=Status(one.row["status"]),
        reasons=reasons(asked, proposal, one.account, one.shared),
        dates_differ=dates_differ(proposal.date, date),
    )
