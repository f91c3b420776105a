"""Whether the incident that another account tells is among the first three offers, on invented pairs of accounts.

    python -m benchmarks.attach [--half dev|held_out] [--misses] [--quick]

A folder of accounts holds pairs: an incident as a project has it (`have`), incidents that are easily taken for it (`near`),
and what another outlet `told` of it, in other words and often with another date. All incidents of both halves are one
project; two further files are one each: an affair where all turn on the same people and places, and one written when all was
tuned. Each told sentence goes through `read_dates`, `propose` and `find_matches`. Printed for each: how often the right
incident is first, or among the first three; the same where all of them fall into one month (crowded), and where no incident
has a date; and how many incidents are offered for accounts whose right one is not there. Then the time of a search among
100,000 incidents. --misses names what was not found.
"""

import argparse
import datetime as dt
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.synthetic import invent, store
from benchmarks.table import median, print_table
from dates import Precision, UncertainDate, read_dates
from models.drafts import IncidentDraft
from models.enums import Operation
from models.proposals import IncidentMatch, Proposal
from services.incidents import write_incidents
from services.matching import find_matches
from services.project import Project
from services.project_files import create_project
from services.proposals import propose

ACCOUNTS = Path(__file__).parent / "accounts"
HALVES, OTHERS = ("dev", "held_out"), ("affair", "later")
LEAST = 0.9
_TOLD = re.compile(r"told (\d{4}-\d\d-\d\d): (.*)")
_LIMIT = 3
DAY = 86_400
"""Seconds."""
_SLOWEST = 30.0
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident, others that resemble it, and another account of it with its day of publication."""

    have: IncidentDraft
    near: tuple[IncidentDraft, ...]
    told: str
    published: dt.date


@dataclass(frozen=True, slots=True)
class Result:
    """Of one half: where the right incident stood (1 is first, 0 not offered), and what was offered without it."""

    pairs: tuple[Pair, ...]
    places: tuple[int, ...]
    crowded: tuple[int, ...]
    undated: tuple[int, ...]
    offers: tuple[int, ...]


def main(arguments: Sequence[str]) -> int:
    """Measure both halves and the time of a search."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args(arguments)
    halves = {half: read_pairs(ACCOUNTS / f"{half}.txt") for half in HALVES}
    measured: list[Measurement] = []
    for half, pairs in halves.items():
        if wanted.half in (None, half):
            result = compare(pairs, [pair for every in halves.values() for pair in every])
            measured += _figures(half, result)
            if wanted.misses:
                _print_misses(result)
    for name in OTHERS if wanted.half is None else ():
        others = read_pairs(ACCOUNTS / f"{name}.txt")
        result = compare(others, others)
        measured += _figures(name, result)
        if wanted.misses:
            _print_misses(result)
    if not wanted.quick:
        measured += _time(halves["dev"])
    return print_table(measured)


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file: blocks of lines `have:`, `near:` (DATE | TITLE | PLACE | BODY) and `told DAY:`."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        told = _TOLD.fullmatch(lines[-1]) if lines else None
        if told is None:
            continue
        drafts = [_draft(line.partition(":")[2]) for line in lines[:-1]]
        found.append(Pair(drafts[0], tuple(drafts[1:]), told.group(2), dt.date.fromisoformat(told.group(1))))
    return tuple(found)


def _draft(line: str) -> IncidentDraft:
    date, title, *more = (part.strip() for part in line.split("|"))
    place, body = [*more, "", ""][:2]
    return IncidentDraft(title=title, date=UncertainDate(date), place=place, body=body)


def compare(pairs: Sequence[Pair], everything: Sequence[Pair]) -> Result:
    """Search for each account in a project of everything, in one without dates, and in one without the right one."""
    right = [pair.have for pair in everything]
    others = [draft for pair in everything for draft in pair.near]
    moved = {pair: _moved(pair, number) for number, pair in enumerate(everything)}
    with tempfile.TemporaryDirectory() as folder:
        known = _project(Path(folder) / "known.dateline", [*right, *others])
        crowd = _project(
            Path(folder) / "crowd.dateline", [x for pair in moved.values() for x in (pair.have, *pair.near)]
        )
        bare = _project(Path(folder) / "bare.dateline", [_undated(draft) for draft in (*right, *others)])
        without = _project(Path(folder) / "without.dateline", others)
        places, crowded, undated, offers = [], [], [], []
        for pair in pairs:
            proposed = proposal_of(pair)
            places.append(_place(pair, find_matches(known, proposed)) if proposed else 0)
            there = _moved_proposal(pair, moved[pair], proposed) if proposed else None
            crowded.append(_place(pair, find_matches(crowd, there)) if there else 0)
            undated.append(_place(pair, find_matches(bare, proposed)) if proposed else 0)
            offers.append(len(find_matches(without, proposed)) if proposed else 0)
        for project in (known, crowd, bare, without):
            project.close()
    return Result(tuple(pairs), tuple(places), tuple(crowded), tuple(undated), tuple(offers))


def proposal_of(pair: Pair) -> Proposal | None:
    """The likeliest proposal of an account, the first of them in its order."""
    found = propose(pair.told, read_dates(pair.told, pair.published), published=pair.published)
    return min(found, key=lambda one: one.rank, default=None)


def _moved(pair: Pair, number: int) -> Pair:
    """The same told on one of the days of March 2024, everything in it moved by as many days."""
    published = dt.date(2024, 3, 1) + dt.timedelta(days=number % 31)
    days = (published - pair.published).days
    return Pair(_later(pair.have, days), tuple(_later(draft, days) for draft in pair.near), pair.told, published)


def _later(draft: IncidentDraft, days: int) -> IncidentDraft:
    return IncidentDraft(title=draft.title, place=draft.place, body=draft.body, date=_moved_date(draft.date, days))


def _moved_date(date: UncertainDate, days: int) -> UncertainDate:
    """Some days later, and as coarse as it was."""
    if not date.edtf:
        return date
    first = dt.date(1970, 1, 1) + dt.timedelta(days=date.sort_at // DAY + days)
    parts = 3 if date.precision >= Precision.DAY else 2 if date.precision > Precision.YEAR else 1
    return UncertainDate("-".join(first.isoformat().split("-")[:parts]))


def _moved_proposal(pair: Pair, moved: Pair, proposed: Proposal) -> Proposal:
    return replace(proposed, date=_moved_date(proposed.date, (moved.published - pair.published).days))


def _undated(draft: IncidentDraft) -> IncidentDraft:
    return IncidentDraft(title=draft.title, place=draft.place, body=draft.body)


def _project(path: Path, drafts: Sequence[IncidentDraft]) -> Project:
    project = create_project(path, title="Accounts")
    with project.change(Operation.IMPORT) as change:
        write_incidents(change, drafts)
    return project


def _place(pair: Pair, found: Sequence[IncidentMatch]) -> int:
    """At which place the right incident is offered, 0 where it is not."""
    titles = [one.title for one in found]
    return titles.index(pair.have.title) + 1 if pair.have.title in titles else 0


def _figures(half: str, result: Result) -> list[Measurement]:
    count = len(result.pairs)

    def share(places: Sequence[int], last: int) -> float:
        return sum(0 < place <= last for place in places) / count

    return [
        Measurement(f"{half}, {count} pairs: among the first three", share(result.places, _LIMIT), "", least=LEAST),
        Measurement(f"{half}: first", share(result.places, 1), ""),
        Measurement(f"{half}, crowded: among the first three", share(result.crowded, _LIMIT), "", least=LEAST),
        Measurement(f"{half}, crowded: first", share(result.crowded, 1), ""),
        Measurement(f"{half}, no dates: among the first three", share(result.undated, _LIMIT), ""),
        Measurement(f"{half}: offers where the right one is missing", sum(result.offers) / count, "an account"),
    ]


def _print_misses(result: Result) -> None:
    for pair, *places in zip(result.pairs, result.places, result.crowded, result.undated, strict=True):
        if places != [1, 1, 1]:
            print(f"{places}  {pair.have.date.edtf or '-'} {pair.have.title}\n      {pair.told}")
    print()


def _time(pairs: Sequence[Pair], size: int = 100_000) -> list[Measurement]:
    """Searching among many: first in a file just opened, then as usual."""
    proposals = [proposed for proposed in map(proposal_of, pairs) if proposed]
    with tempfile.TemporaryDirectory() as folder:
        project = store(Path(folder) / "many.dateline", invent(size))
        with project.change(Operation.IMPORT) as change:
            write_incidents(change, [draft for pair in pairs for draft in (pair.have, *pair.near)])
        right = sum(_place(pair, find_matches(project, proposal_of(pair) or proposals[0])) > 0 for pair in pairs)
        seconds = sorted(_seconds(project, proposed) for proposed in proposals)
        harbour = [_seconds(project, proposed) for proposed in _of_the_harbour(size)]
        project.close()
    slow = seconds[int(len(seconds) * 0.95)]
    return [
        Measurement(f"dev among {size:,} incidents: among the first three", right / len(pairs), ""),
        Measurement("a search there, median, CPU", median(seconds) * 1000, "ms", target=_SLOWEST),
        Measurement("a search there, slowest but 5 %", slow * 1000, "ms"),
        Measurement("a search for words that are frequent there, CPU", median(harbour) * 1000, "ms", target=_SLOWEST),
    ]


def _of_the_harbour(size: int) -> list[Proposal]:
    """Proposals in the words of the invented incidents themselves."""
    texts = [f"On {draft.date.edtf} the {draft.title.lower()} was paid." for draft in invent(200, seed=size).incidents]
    found: list[Proposal] = []
    for text in texts:
        found += propose(text, read_dates(text, dt.date(2024, 1, 1)), published=dt.date(2024, 1, 1))
    return found


def _seconds(project: Project, proposed: Proposal) -> float:
    start = time.process_time()
    find_matches(project, proposed)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
