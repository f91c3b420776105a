"""Chronologies with everything in them: tags, people, organisations, links, and preserved copies with texts.

    python -m benchmarks.rich 100000 TARGET.dateline

`benchmarks.synthetic` gives incidents, sources and citations; this adds what lanes, filters and search are asked for. Its
words are made up of syllables and as unevenly frequent as those of a language (Zipf's law), so that there is a word for
every number of hits. The same number gives the same project.
"""

import bisect
import hashlib
import itertools
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.synthetic import Synthetic, invent, store
from dates import UncertainDate
from models.changes import RecordKind
from models.drafts import IncidentDraft, RoleDraft
from models.enums import CaptureMethod, Confidence, EntityKind, LinkKind, Operation
from services.change import Change
from services.clock import now_utc
from services.project import Project

CHARACTERS = 2_000
"""Of the text of each preserved copy."""
_SYLLABLES = "ba be bo da de di do fa fe ga go ha ka ke ki la le li lo ma me mi na ne no pa pe ra re ri ro sa se so ta te ti to va"
_VOCABULARY = 20_000
_TAGS = 60
_GIVEN = ("Ana", "Chidi", "Eva", "Marco", "Noor", "Piet", "Rosa", "Tomás", "Yusuf", "Zoë")
_KINDS = tuple(LinkKind)
_CONFIDENCES = (None, None, None, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True, slots=True)
class Rich:
    """A chronology with the places of linked incidents (from, to, kind) and the text of each source's copy."""

    made: Synthetic
    links: tuple[tuple[int, int, LinkKind], ...]
    texts: tuple[str, ...]


class Words:
    """Made-up words, drawn as unevenly as those of a language."""

    def __init__(self, pick: random.Random) -> None:
        self._pick = pick
        syllables = _SYLLABLES.split()
        drawn = ("".join(pick.choices(syllables, k=pick.randint(2, 4))) for _ in range(_VOCABULARY * 3))
        self.all: tuple[str, ...] = tuple(itertools.islice(dict.fromkeys(drawn), _VOCABULARY))
        self._sums = list(itertools.accumulate(1 / rank for rank in range(1, len(self.all) + 1)))

    def draw(self, count: int) -> list[str]:
        """Some words; the first of all are the most frequent."""
        return [self.all[bisect.bisect(self._sums, self._pick.random() * self._sums[-1])] for _ in range(count)]

    def sentence(self, count: int) -> str:
        return " ".join(self.draw(count)).capitalize()


def invent_rich(count: int, *, seed: int = 7) -> Rich:
    """`count` incidents with all that they can have."""
    made = invent(count, seed=seed)
    pick = random.Random(seed + 1)
    words = Words(pick)
    people = _names(words, max(count // 50, 8))
    bodies = [f"{words.draw(1)[0].capitalize()} {kind}" for kind in ("Lines", "Bank", "Agency") for _ in range(12)]
    tags = words.all[100 : 100 + _TAGS]
    incidents = tuple(_enriched(pick, words, draft, (tags, people, bodies)) for draft in made.incidents)
    texts = tuple(_text(words) for _ in made.sources)
    return Rich(Synthetic(made.sources, incidents, made.citations), tuple(_links(pick, incidents)), texts)


def store_rich(path: Path, rich: Rich) -> Project:
    """A new project that holds it all."""
    project = store(path, rich.made)
    with project.change(Operation.IMPORT) as change:
        change.insert_many(
            RecordKind.LINK,
            [{"from_id": a + 1, "to_id": b + 1, "kind": kind.value, "note": ""} for a, b, kind in rich.links],
        )
        _store_copies(change, rich.texts)
    return project


@contextmanager
def rich_project(size: int, path: Path | None = None) -> Iterator[Path]:
    """A project that a benchmark may write to, gone afterwards: a copy of `path`, else an invented one of `size` incidents."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bench.dateline"
        if path is None:
            store_rich(target, invent_rich(size)).close()
        else:
            shutil.copyfile(path, target)
            target.chmod(0o600)
        yield target


def _names(words: Words, count: int) -> list[str]:
    return [f"{_GIVEN[number % len(_GIVEN)]} {word.capitalize()}" for number, word in enumerate(words.all[-count:])]


def _enriched(
    pick: random.Random, words: Words, draft: IncidentDraft, names: tuple[Sequence[str], Sequence[str], Sequence[str]]
) -> IncidentDraft:
    """The same incident, with a few words of every frequency. The first names of each kind are the most frequent."""
    tags, people, bodies = names

    def some(of: Sequence[str], weights: tuple[int, ...]) -> dict[str, None]:
        count = pick.choices(range(len(weights)), weights)[0]
        return dict.fromkeys(of[int(len(of) * pick.random() ** 3)] for _ in range(count))

    roles = [RoleDraft(kind=EntityKind.PERSON, name=name) for name in some(people, (4, 3, 2, 1))]
    roles += [RoleDraft(kind=EntityKind.ORGANISATION, name=name, role="party") for name in some(bodies, (5, 3, 1))]
    return draft.model_copy(
        update={
            "title": f"{draft.title} {' '.join(words.draw(2))}",
            "body": f"{draft.body} {words.sentence(9)}.",
            "tags": tuple(some(tags, (4, 4, 2, 1))),
            "roles": tuple(roles),
            "marked": pick.random() < 0.04,
            "confidence": pick.choice(_CONFIDENCES),
        }
    )


def _links(pick: random.Random, incidents: Sequence[IncidentDraft]) -> dict[tuple[int, int, LinkKind], None]:
    """One incident in twelve follows from one shortly before it."""
    order = sorted(range(len(incidents)), key=lambda place: _sort_key(incidents[place].date))
    found: dict[tuple[int, int, LinkKind], None] = {}
    for later in range(1, len(order)):
        if pick.random() < 1 / 12:
            earlier = max(later - pick.randint(1, 40), 0)
            found[order[later], order[earlier], pick.choice(_KINDS)] = None
    return found


def _sort_key(date: UncertainDate) -> tuple[int, int]:
    return date.sort_at, date.sort_rank


def _text(words: Words) -> str:
    """Paragraphs of about `CHARACTERS` letters in all."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < CHARACTERS:
        paragraphs.append(". ".join(words.sentence(12) for _ in range(5)) + ".")
    return "\n\n".join(paragraphs)


def _store_copies(change: Change, texts: Sequence[str]) -> None:
    """One copy a source; sources have the ids 1, 2, 3…"""
    data = [text.encode() for text in texts]
    digests = [hashlib.sha256(each).hexdigest() for each in data]
    change.connection.exec_driver_sql(
        "INSERT OR IGNORE INTO capture_blob VALUES (?, ?)", list(zip(digests, data, strict=True))
    )
    now = now_utc()
    common = {"media_type": "text/plain", "captured_at": now, "method": CaptureMethod.FILE.value, "doubts": ""}
    rows = [
        {"source_id": number, "sha256": digest, "original_name": f"copy-{number}.txt", "size": len(each)} | common
        for number, (digest, each) in enumerate(zip(digests, data, strict=True), start=1)
    ]
    ids = change.insert_many(RecordKind.CAPTURE, rows)
    change.insert_many(
        RecordKind.CAPTURE_TEXT,
        [
            {"capture_id": i, "text": text, "extractor": "plain-text", "extracted_at": now}
            for i, text in zip(ids, texts, strict=True)
        ],
    )


if __name__ == "__main__":
    store_rich(Path(sys.argv[2]), invent_rich(int(sys.argv[1]))).close()
