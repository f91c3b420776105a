"""Seeded chronologies for benchmarks: the same number gives the same project, in invented words.

About 400 characters an incident, 1 to 4 citations each, one source for five incidents, a third of the citations quoted.
"""

import random
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dates import UNDATED, UncertainDate
from models.changes import RecordKind
from models.drafts import CreatorDraft, IncidentDraft, SourceDraft
from models.enums import LocatorLabel, Operation, SourceType, Stance, Status
from services.incidents import write_incidents
from services.project import Project
from services.project_files import create_project
from services.sources import write_source
from services.stored_dates import date_values

_WORDS = re.findall(
    r"\w+",
    """account agency appeal archive audit bank bid board bridge budget cabinet charter claim clerk coast committee
contract convoy council court customs deed depot deputy engineer export ferry filing freight harbour hearing
import inquiry inspector invoice ledger letter licence manifest mayor memo minister mooring notice office order
permit pier pilot port quay record refund register report ruling seal ship survey tariff tender testimony tide
tonnage vessel warehouse witness""",
)
_VERBS = re.findall(
    r"\w+",
    """approves denies delays files finds leaves opens orders pays receives records rejects releases sends signs""",
)
_PLACES = ("Old Quay", "Town hall", "North pier", "Customs house", "Shipyard", "")
_NAMES = ("Reyes", "Okafor", "Lindqvist", "Marchetti", "Nowak", "Haddad", "Brandt", "Ferreira", "Sørensen", "Ivanova")
_TYPES = (SourceType.ARTICLE_NEWSPAPER, SourceType.WEBPAGE, SourceType.REPORT, SourceType.HEARING, SourceType.BOOK)
_FIRST_DAY = date(2012, 1, 1)


@dataclass(frozen=True, slots=True)
class CitedText:
    """One citation as plain values: the source's index, locator and quote."""

    source: int
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Synthetic:
    """The drafts of a chronology and the citations of each incident, in the order of their ids (from 1)."""

    sources: tuple[SourceDraft, ...]
    incidents: tuple[IncidentDraft, ...]
    citations: tuple[tuple[CitedText, ...], ...]


def invent(count: int, *, seed: int = 7) -> Synthetic:
    """`count` incidents with their sources and citations."""
    pick = random.Random(seed)
    sources = tuple(_source(pick, number) for number in range(max(count // 5, 1)))
    incidents: list[IncidentDraft] = []
    citations: list[tuple[CitedText, ...]] = []
    following = 1
    for _ in range(count):
        cited = tuple(_citation(pick, len(sources)) for _ in range(pick.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]))
        incidents.append(_incident(pick, following))
        citations.append(cited)
        following += len(cited)
    return Synthetic(sources, tuple(incidents), tuple(citations))


def store(path: Path, made: Synthetic) -> Project:
    """A new project that holds the chronology, written as one change."""
    project = create_project(path, title="Synthetic harbour chronology")
    with project.change(Operation.IMPORT) as change:
        source_ids = [write_source(change, draft) for draft in made.sources]
        ids = write_incidents(change, made.incidents)
        rows = [
            {
                "incident_id": incident_id,
                "source_id": source_ids[text.source],
                "position": position,
                "locator_label": LocatorLabel.PAGE.value,
                "locator": str(text.page),
                "quote": text.quote,
                "stance": (Stance.CONTRADICTS if text.page % 97 == 0 else Stance.SUPPORTS).value,
                "note": "",
                "capture_id": None,
                "passage_start": None,
                "passage_end": None,
                "passage_prefix": "",
                "passage_suffix": "",
                **date_values("stated", UNDATED),
            }
            for incident_id, cited in zip(ids, made.citations, strict=True)
            for position, text in enumerate(cited)
        ]
        change.insert_many(RecordKind.CITATION, rows)
    return project


def _sentence(pick: random.Random, words: int) -> str:
    chosen = pick.choices(_WORDS, k=words)
    chosen[words // 2] = pick.choice(_VERBS)
    return " ".join(chosen).capitalize()


def _incident(pick: random.Random, first_citation: int) -> IncidentDraft:
    body = [_sentence(pick, pick.randint(9, 13)) for _ in range(5)]
    if pick.random() < 0.5:
        body[2] += f".[^{first_citation}] {pick.choice(_NAMES)} is asked about it"
    if pick.random() < 0.1:
        body[1] = f"The **{pick.choice(_WORDS)}** and the *{pick.choice(_WORDS)}* are named"
    return IncidentDraft(
        title=_sentence(pick, 7),
        body=". ".join(body) + ".",
        date=UncertainDate(_date(pick)),
        status=pick.choice(list(Status)),
        place=pick.choice(_PLACES),
    )


def _date(pick: random.Random) -> str:
    day = _FIRST_DAY + timedelta(days=pick.randrange(12 * 365))
    kind = pick.random()
    if kind < 0.78:
        return day.isoformat()
    if kind < 0.86:
        return day.isoformat()[:7]
    if kind < 0.9:
        return str(day.year)
    later = day + timedelta(days=pick.randint(1, 90))
    return f"{day}/{later}" if kind < 0.95 else f"[{day}..{later}]"


def _source(pick: random.Random, number: int) -> SourceDraft:
    family = pick.choice(_NAMES)
    return SourceDraft(
        type=pick.choice(_TYPES),
        title=f"{_sentence(pick, pick.randint(5, 9))} {number}",
        creators=(CreatorDraft(family=family, given_name=pick.choice(("Ana", "Chidi", "Eva", "Marco"))),),
        container_title=pick.choice(("Port Courier", "Harbour Weekly", "Coast Gazette")),
        published=UncertainDate((_FIRST_DAY + timedelta(days=pick.randrange(12 * 365))).isoformat()),
        url=f"https://example.org/{number}",
    )


def _citation(pick: random.Random, sources: int) -> CitedText:
    # A few sources are cited very often: the square pulls towards the first ones.
    source = int(sources * pick.random() ** 2)
    quote = _sentence(pick, pick.randint(7, 20)) if pick.random() < 0.35 else ""
    return CitedText(source, pick.randint(1, 400), quote)
