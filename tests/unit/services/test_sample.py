"""The sample chronology shows what the program is for."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from dates import DateKind, parse_entry
from models.enums import Stance, Status
from models.snapshots import IncidentCard, IncidentFilter
from services.checks import check_project
from services.chronology import list_incidents
from services.incidents import get_incident
from services.project import Project
from services.sample import create_sample
from services.sources import get_source, list_source_ids


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Project]:
    project = create_sample(tmp_path / "sample.dateline")
    yield project
    project.close()


def cards_of(project: Project) -> list[IncidentCard]:
    return [get_incident(project, i) for i in list_incidents(project, IncidentFilter()).ids]


def test_sample_shows_every_kind_of_date(sample: Project) -> None:
    cards = cards_of(sample)
    assert 12 <= len(cards) <= 18
    assert {card.date.kind for card in cards} == set(DateKind)
    edtf = [card.date.edtf for card in cards]
    assert any("T" in value for value in edtf)
    assert any("," in value for value in edtf)
    assert parse_entry("mid-October 1999", today=dt.date(2000, 1, 1)).edtf in edtf


def test_sample_shows_conflicts_links_and_every_status(sample: Project) -> None:
    cards = cards_of(sample)
    assert {card.status for card in cards} == set(Status)
    assert {citation.stance for card in cards for citation in card.citations} == set(Stance)
    assert len({link.kind for card in cards for link in card.links}) >= 4
    assert [card.title for card in cards if not card.citations] == ["Mars Polar Lander is due at Mars"]


def test_sample_protects_a_source_that_names_nobody(sample: Project) -> None:
    sources = [get_source(sample, i) for i in list_source_ids(sample)]
    (protected,) = [source for source in sources if source.protected]
    assert "invented" in protected.title
    assert protected.cover_name


def test_sample_quotes_what_its_preserved_copy_says(sample: Project) -> None:
    passages = [c for card in cards_of(sample) for c in card.citations if c.passage]
    assert len(passages) >= 3
    assert not check_project(sample).damage


def test_sample_places_every_mark_on_a_citation_of_its_incident(sample: Project) -> None:
    for card in cards_of(sample):
        assert "[^#" not in card.body
        assert any(citation.mark in card.body for citation in card.citations) or not card.citations
