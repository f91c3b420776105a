"""The best finds of each kind, in the order in which somebody would look through them."""

import pytest

from models.drafts import CreatorDraft, IncidentPatch
from models.enums import Status
from services import incidents, sources
from services.incident_words import WordFinder
from services.project import Project
from services.searching import HitKind, SearchHit, SearchResults, find_incident_ids, search
from services.stopping import StoppedError, Stopper
from services.word_excerpts import FoundIn, get_excerpts
from tests import factories


def _found(project: Project, text: str) -> SearchResults:
    return search(project, text, matches=WordFinder(project).find(text))


def _hits(results: SearchResults, kind: HitKind) -> tuple[SearchHit, ...]:
    return next((group.hits for group in results.groups if group.kind is kind), ())


def test_title_goes_before_body_and_whole_words_before_beginnings(project: Project) -> None:
    body = factories.add_incident(project, "Depot searched", body="A **ferry** was seen.")
    beginning = factories.add_incident(project, "Ferrymen strike")
    whole = factories.add_incident(project, "The ferry sails")
    hits = _hits(_found(project, "ferry"), HitKind.INCIDENT)
    assert [hit.id for hit in hits] == [whole, beginning, body]
    assert hits[0].title_spans == ((4, 9),)
    assert hits[2].excerpt is not None
    assert hits[2].excerpt.text == "A ferry was seen."


def test_words_side_by_side_go_before_words_apart(project: Project) -> None:
    apart = factories.add_incident(project, "The old, closed mill burns; mill old")
    together = factories.add_incident(project, "At night the old mill burns down again and is not rebuilt")
    assert [hit.id for hit in _hits(_found(project, "old mill"), HitKind.INCIDENT)] == [together, apart]


def test_quote_is_told_with_its_citation_and_not_as_incident_too(project: Project) -> None:
    incident = factories.add_incident(project, "Depot searched", status=Status.VERIFIED)
    source = factories.add_source(project)
    factories.add_citation(project, incident, source, quote="nothing at all")
    citation = factories.add_citation(project, incident, source, quote="we saw the Fährmann there")
    results = _found(project, "fahrmann")
    (hit,) = _hits(results, HitKind.QUOTE)
    assert (hit.id, hit.owner_id, hit.title, hit.status) == (citation, incident, "Depot searched", Status.VERIFIED)
    assert hit.excerpt is not None
    assert hit.excerpt.text[slice(*hit.excerpt.spans[0])] == "Fährmann"
    assert _hits(results, HitKind.INCIDENT) == ()


def test_preserved_copy_is_found_at_the_words_in_its_text(project: Project) -> None:
    source = factories.add_source(project, "Port log")
    text = "Nothing. " * 60 + "At nine the drawbridge was shut. " + "Nothing. " * 60
    capture = factories.add_capture(project, source, text)
    (hit,) = _hits(_found(project, "drawbr"), HitKind.COPY)
    assert (hit.id, hit.owner_id, hit.title) == (capture, source, "Port log")
    assert text[slice(*hit.place)] == "drawbr"
    assert _hits(_found(project, "dr"), HitKind.COPY) == ()


def test_source_is_found_by_title_before_its_description(project: Project) -> None:
    described = factories.add_source(project, "Log", publisher="Port authority")
    titled = factories.add_source(project, "Port log")
    hits = _hits(_found(project, "port"), HitKind.SOURCE)
    assert [hit.id for hit in hits] == [titled, described]
    assert hits[0].excerpt is None
    assert hits[1].excerpt is not None


def test_incident_that_only_names_lead_to_is_told_with_the_name(project: Project) -> None:
    incident = factories.add_incident(project, "Depot searched", place="Upper valley")
    (hit,) = _hits(_found(project, "valley depot"), HitKind.INCIDENT)
    assert hit.id == incident
    (named,) = _hits(_found(project, "valley"), HitKind.INCIDENT)
    assert named.excerpt is not None
    assert named.excerpt.text == "Upper valley"


def test_what_is_in_the_bin_is_not_found(project: Project) -> None:
    made = factories.fill(project)
    assert {group.kind for group in _found(project, "bridge was shut").groups} == {HitKind.QUOTE, HitKind.COPY}
    sources.delete_sources(project, [made["source"], made["other"]])
    incidents.delete_incidents(project, [made["first"], made["second"]])
    assert _found(project, "bridge was shut").groups == ()
    assert _found(project, "dam").groups == ()


@pytest.mark.parametrize("text", ["", " ", "→", '"', "***", "\x00"])
def test_text_without_words_finds_nothing_ranked(project: Project, text: str) -> None:
    factories.add_incident(project, "A → B")
    assert search(project, text).groups == ()


def test_stopped_search_ends(project: Project) -> None:
    stopper = Stopper()
    stopper.stop()
    with pytest.raises(StoppedError):
        search(project, "ferry", stopper=stopper)


def test_incidents_to_pick_from_are_the_best_first(project: Project) -> None:
    named = factories.add_incident(project, "Depot searched", place="Ferry quay")
    titled = factories.add_incident(project, "The ferry sails")
    assert find_incident_ids(project, "ferry") == [titled, named]
    assert find_incident_ids(project, "ferry", limit=1) == [titled]
    assert find_incident_ids(project, "→") == []


def test_rows_are_shown_with_the_piece_that_has_the_words(project: Project) -> None:
    body = factories.add_incident(project, "One", body="Long ago [^4]the *ferry* left.")
    named = factories.add_incident(project, "Two", tags=("ferry",))
    quoted = factories.add_incident(project, "Three")
    plain = factories.add_incident(project, "Ferry")
    incidents.edit_incident(project, quoted, IncidentPatch(note="nothing"))
    factories.add_citation(project, quoted, factories.add_source(project), quote="the ferry was late")
    told = factories.add_incident(project, "Four")
    written = factories.add_source(project, "Log", creators=(CreatorDraft(family="Ferry", given_name="Ana"),))
    factories.add_citation(project, told, written)
    found = get_excerpts(project, "ferry", [body, named, quoted, plain, told])
    places = {body: FoundIn.BODY, named: FoundIn.NAME, quoted: FoundIn.QUOTE, told: FoundIn.SOURCE}
    assert {i: row.where for i, row in found.items()} == places
    assert "Ana Ferry" in found[told].excerpt.text
    assert found[body].excerpt.text == "Long ago the ferry left."
