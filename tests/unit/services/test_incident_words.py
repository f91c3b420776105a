"""Words find incidents the same way in SQL, in the window's memory and for a few incidents."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from models.drafts import CitationDraft, IncidentDraft, IncidentPatch, RoleDraft, SourceDraft, SourcePatch
from models.enums import EntityKind
from models.snapshots import IncidentFilter
from services import citations, incidents, sources
from services.chronology import list_incidents
from services.incident_words import WordFinder, having_words
from services.project import Project
from services.stopping import StoppedError, Stopper
from tests import factories


def _found(project: Project, text: str) -> set[int]:
    """What SQL finds, after the two other ways were seen to find the same."""
    listed = set(list_incidents(project, IncidentFilter(text=text)).ids)
    every = set(list_incidents(project, IncidentFilter()).ids)
    with project.read() as connection:
        assert having_words(connection, text, every) == listed
    assert _ids(WordFinder(project), text) & every == listed
    return listed


def _ids(finder: WordFinder, text: str) -> set[int]:
    return set(finder.find(text).newest(1_000))


class _StoppedAtRow(Stopper):
    """Stopped, as if by another thread, while so many rows are read."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self._left = row

    def _count(self, _cursor: sqlite3.Cursor, row: tuple[int, ...]) -> tuple[int, ...]:
        self._left -= 1
        if not self._left:
            self.stop()
        return row

    @contextmanager
    def reading(self, project: Project) -> Iterator[sqlite3.Connection]:
        with super().reading(project) as connection:
            connection.row_factory = self._count
            try:
                yield connection
            finally:
                connection.row_factory = None


@pytest.fixture
def harbour(project: Project) -> dict[str, int]:
    ferry = factories.add_incident(project, "Ferry inspected", body="The crew of Zoë Ångström waited.[^77]")
    audit = factories.add_incident(project, "Audit begins", body="Papers are read.", place="Málaga")
    incidents.edit_incident(
        project,
        audit,
        IncidentPatch(roles=(RoleDraft(kind=EntityKind.PERSON, name="Ana Reyes Ñu"),), tags=("Customs",)),
    )
    source = sources.add_source(project, SourceDraft(title="Port log", url="https://portlog.example/2024"))
    citations.add_citation(project, ferry, CitationDraft(source_id=source, quote="at noon, they said"))
    return {"ferry": ferry, "audit": audit, "source": source}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferr", ["ferry"]),
        ("zoe", ["ferry"]),
        ("ZOË angstrom", ["ferry"]),
        ("noon", ["ferry"]),
        ("port log", ["ferry"]),
        ("https://portlog.example", ["ferry"]),
        ("https", []),
        ("77", []),
        ("malaga", ["audit"]),
        ("reyes", ["audit"]),
        ("custom", ["audit"]),
        ("reyes audit mál", ["audit"]),
        ("ferry portlog noon", ["ferry"]),
        ("ferry audit", []),
        ('"they said"', ["ferry"]),
        ('"said they"', []),
        ('"they sa', ["ferry"]),
        ("ins", ["ferry"]),
        ("f", ["ferry"]),
        ("l", []),
        ('"l"', []),
        ("po", ["ferry"]),
        ("p", ["audit"]),
        ("ñ", ["ferry", "audit"]),
    ],
)
def test_word_is_found_wherever_it_stands(
    project: Project, harbour: dict[str, int], text: str, expected: Sequence[str]
) -> None:
    assert _found(project, text) == {harbour[name] for name in expected}


def test_signs_alone_are_looked_for_as_they_are(project: Project) -> None:
    incident_id = factories.add_incident(project, "50 % lost → nobody knows")
    assert _found(project, "→") == {incident_id}
    assert _found(project, "←") == set()


@pytest.mark.parametrize("text", ['"', ' " ', '""'])
def test_quotation_mark_alone_begins_a_phrase_and_narrows_nothing_yet(
    project: Project, harbour: dict[str, int], text: str
) -> None:
    assert _found(project, text) == {harbour["ferry"], harbour["audit"]}


def test_signs_in_quotation_marks_are_looked_for_without_these(project: Project) -> None:
    incident_id = factories.add_incident(project, "50 % lost → nobody knows")
    assert _found(project, '"→"') == {incident_id}


def test_source_in_the_bin_finds_nothing_until_it_is_back(project: Project, harbour: dict[str, int]) -> None:
    finder = WordFinder(project)
    assert _ids(finder, "portlog") == {harbour["ferry"]}
    sources.delete_sources(project, [harbour["source"]])
    assert _ids(finder, "portlog") == set()
    assert _found(project, "portlog") == set()
    project.undo()
    assert _ids(finder, "portlog") == {harbour["ferry"]}


def test_finder_follows_what_was_edited_between_two_keys(project: Project, harbour: dict[str, int]) -> None:
    finder = WordFinder(project)
    assert _ids(finder, "lighthouse") == set()
    sources.edit_source(project, harbour["source"], SourcePatch(title="Lighthouse log"))
    assert _ids(finder, "lighthouse") == {harbour["ferry"]}
    added = factories.add_incident(project, "Lighthouse dark")
    assert _ids(finder, "lighthouse") == {harbour["ferry"], added}


@pytest.mark.parametrize(
    "text", ["harbour harbours", "Ferry ins", '"they said" noon', "custom customs x", "portal portlog"]
)
def test_finder_finds_key_by_key_what_one_finds_that_remembers_nothing(
    project: Project, harbour: dict[str, int], text: str
) -> None:
    for title in ("Harbour shut", "Two harbours", "Harbinger seen", "Ferry in", "Customs", "Portal"):
        factories.add_incident(project, title)
    finder = WordFinder(project)
    for end in range(1, len(text) + 1):
        assert finder.find(text[:end]) == WordFinder(project).find(text[:end])


def test_places_say_for_each_incident_whether_it_has_the_words(project: Project, harbour: dict[str, int]) -> None:
    matches = WordFinder(project).find("ferry")
    assert matches.places([harbour["audit"], harbour["ferry"], 999]) == b"\0\1\0"


def test_stopped_reading_ends_and_leaves_the_connection_to_others(project: Project, harbour: dict[str, int]) -> None:
    stopper = Stopper()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    timer = threading.Timer(0.02, stopper.stop)
    timer.start()
    with pytest.raises(StoppedError), stopper.reading(project) as connection:
        connection.execute(endless).fetchone()
    with pytest.raises(StoppedError):
        WordFinder(project).find("ferry", stopper)
    stopper.stop()
    assert _found(project, "ferry") == {harbour["ferry"]}


def test_reading_that_is_ended_while_it_warms_leaves_nothing_half_read(project: Project) -> None:
    ids = incidents.add_incidents(
        project, [IncidentDraft(title=f"Visit {number}", tags=("Harbour",)) for number in range(200)]
    )
    finder = WordFinder(project)
    with pytest.raises(StoppedError):
        finder.warm(_StoppedAtRow(100))
    assert _ids(finder, "harbour") == set(ids)


@pytest.mark.parametrize(
    "text", ["ferry " * 5_000, " ".join(f"ferry{number}" for number in range(5_000)), '"ferry' * 3_000]
)
def test_whole_texts_are_looked_for_by_some_of_their_words(
    project: Project, harbour: dict[str, int], text: str
) -> None:
    expected = list(list_incidents(project, IncidentFilter(text=text)).ids)
    finder = WordFinder(project)
    assert sorted(_ids(finder, text)) == sorted(expected)
    assert (harbour["ferry"] in expected) is ("ferry0" not in text)
