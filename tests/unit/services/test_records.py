"""Sources, citations, links, entities, tags, views and properties."""

import hashlib

import pytest

from dates import UncertainDate
from models.changes import RecordKind
from models.drafts import (
    CitationDraft,
    CitationPatch,
    CreatorDraft,
    EntityDraft,
    EntityPatch,
    IncidentDraft,
    IncidentPatch,
    LinkDraft,
    PassageDraft,
    ProjectPatch,
    RoleDraft,
    SourceDraft,
    SourcePatch,
    TagDraft,
)
from models.enums import CreatorRole, EntityKind, LinkKind, LocatorLabel, ProblemCode, SourceType, Stance
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter, SourceOrder
from services import captures, citations, entities, incidents, links, properties, saved_views, sources, tags
from services.project import Project
from tests import factories
from tests.counts import count_all

FULL = SourceDraft(
    type=SourceType.ARTICLE_MAGAZINE,
    title="What the river took",
    creators=(
        CreatorDraft(family="Korn", given_name="Ida"),
        CreatorDraft(role=CreatorRole.EDITOR, literal="River desk"),
    ),
    container_title="The Weekly Bank",
    publisher="Bank Press",
    published=UncertainDate("2024-02"),
    accessed=UncertainDate("2024-03-01"),
    url="https://example.org/river",
    archive_url="https://archive.example.org/1",
    language="en",
    fields={"volume": "3", "issue": "", "page": "10-12"},
    note="call back",
)


def test_source_comes_back_as_it_was_given(project: Project) -> None:
    card = sources.get_source(project, sources.add_source(project, FULL))
    assert [(c.role, c.family or c.literal) for c in card.creators] == [
        (CreatorRole.AUTHOR, "Korn"),
        (CreatorRole.EDITOR, "River desk"),
    ]
    assert (card.type, card.published.edtf, card.accessed.edtf) == (FULL.type, "2024-02", "2024-03-01")
    assert (card.url, card.fields, card.note) == (FULL.url, {"page": "10-12", "volume": "3"}, "call back")


def test_source_patch_changes_only_what_it_gives(project: Project) -> None:
    source_id = sources.add_source(project, FULL)
    creators = (CreatorDraft(family="Brand", given_name="Jo"),)
    version = sources.edit_source(project, source_id, SourcePatch(title="New title", creators=creators, protected=True))
    card = sources.get_source(project, source_id)
    assert (card.title, card.creators[0].family, card.publisher, card.protected) == (
        "New title",
        "Brand",
        "Bank Press",
        True,
    )
    assert card.version == version
    sources.edit_source(project, source_id, SourcePatch(creators=creators))
    project.undo()
    assert [c.family for c in sources.get_source(project, source_id).creators] == ["Korn", ""]


def test_source_rows_are_listed_in_each_order(project: Project) -> None:
    river = sources.add_source(project, FULL)
    bare = factories.add_source(project, "a letter")
    old = factories.add_source(project, "Zoning map", published=UncertainDate("1999"))
    assert list(sources.list_source_ids(project)) == [old, bare, river]
    assert list(sources.list_source_ids(project, order=SourceOrder.TITLE)) == [bare, river, old]
    assert list(sources.list_source_ids(project, order=SourceOrder.PUBLISHED)) == [river, old, bare]
    (row,) = sources.get_source_rows(project, [river, 99])
    assert (row.creators, row.citation_count, row.capture_count) == ("Ida Korn, River desk", 0, 0)
    assert sources.get_source_rows(project, []) == ()


@pytest.mark.parametrize(
    ("text", "found"), [("korn", True), ("bank press", True), ("nine bridge", True), ("sea", False), ("?!", False)]
)
def test_source_is_found_by_its_details_and_by_its_preserved_text(project: Project, text: str, *, found: bool) -> None:
    source_id = sources.add_source(project, FULL)
    factories.add_capture(project, source_id)
    assert (source_id in sources.list_source_ids(project, text=text)) is found


def test_same_address_or_title_is_noticed(project: Project) -> None:
    source_id = sources.add_source(project, FULL)
    same_page = SourceDraft(title="Other words", url=FULL.url)
    same_title = SourceDraft(title=FULL.title.upper())
    assert [row.id for row in sources.find_similar_sources(project, same_page)] == [source_id]
    assert [row.id for row in sources.find_similar_sources(project, same_title)] == [source_id]
    assert sources.find_similar_sources(project, SourceDraft(title="Nothing like it")) == ()


def test_binned_source_hides_its_citations_until_it_is_restored(project: Project) -> None:
    ids = factories.fill(project)
    sources.delete_sources(project, [ids["source"]])
    assert [line.id for line in incidents.get_incident(project, ids["first"]).citations] == [ids["against"]]
    sources.restore_sources(project, [ids["source"]])
    assert len(incidents.get_incident(project, ids["first"]).citations) == 2


def test_capture_keeps_bytes_unchanged_and_once(project: Project) -> None:
    ids = factories.fill(project)
    text = "At nine the bridge was shut."
    again = factories.add_capture(project, ids["other"], text)
    assert captures.read_capture_bytes(project, again) == text.encode()
    assert captures.read_capture_text(project, again) == text
    (line,) = sources.get_source(project, ids["source"]).captures
    assert (line.sha256, line.size, line.text_length) == (hashlib.sha256(text.encode()).hexdigest(), 28, 28)
    assert captures.find_capture(project, line.sha256) == ids["source"]
    assert captures.find_capture(project, "0" * 64) is None
    with project.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM capture_blob").scalar() == 1


def test_capture_that_changed_on_disk_is_not_handed_out(project: Project) -> None:
    ids = factories.fill(project)
    with project.without_transaction() as raw:
        raw.execute("UPDATE capture_blob SET bytes = x'00'")
    with pytest.raises(UserFacingError) as caught:
        captures.read_capture_bytes(project, ids["capture"])
    assert caught.value.problem is ProblemCode.DAMAGED


def test_removed_capture_leaves_the_citation_its_quote(project: Project) -> None:
    ids = factories.fill(project)
    passage = PassageDraft(capture_id=ids["capture"], start=8, end=27, prefix="At nine ", suffix=".")
    citations.edit_citation(project, ids["citation"], CitationPatch(passage=passage))
    line = incidents.get_incident(project, ids["first"]).citations[0]
    assert line.passage is not None
    assert (line.passage.start, line.passage.prefix) == (8, "At nine ")
    captures.remove_capture(project, ids["capture"])
    line = incidents.get_incident(project, ids["first"]).citations[0]
    assert (line.passage, line.quote) == (None, "the bridge was shut")
    project.undo()
    assert captures.read_capture_text(project, ids["capture"]).startswith("At nine")
    with pytest.raises(UserFacingError):
        captures.remove_capture(project, 99)
    with pytest.raises(UserFacingError):
        captures.read_capture_bytes(project, 99)


def test_citation_mark_goes_where_it_is_placed_and_leaves_with_the_citation(project: Project) -> None:
    ids = factories.fill(project)
    incidents.edit_incident(project, ids["second"], IncidentPatch(body="It stood still. For a day."))
    draft = CitationDraft(source_id=ids["source"], locator="2")
    citation_id = citations.add_citation(project, ids["second"], draft, placed_at=15)
    card = incidents.get_incident(project, ids["second"])
    assert card.body == f"It stood still.[^{citation_id}] For a day."
    citations.remove_citations(project, [citation_id])
    assert incidents.get_incident(project, ids["second"]).body == "It stood still. For a day."
    project.undo()
    card = incidents.get_incident(project, ids["second"])
    assert card.citations[0].mark in card.body


def test_citation_patch_changes_only_what_it_gives(project: Project) -> None:
    ids = factories.fill(project)
    patch = CitationPatch(stance=Stance.QUALIFIES, locator_label=LocatorLabel.PARAGRAPH, source_id=ids["other"])
    citations.edit_citation(project, ids["citation"], patch, version=1)
    line = incidents.get_incident(project, ids["first"]).citations[0]
    assert (line.stance, line.locator_label, line.locator, line.source_id) == (
        Stance.QUALIFIES,
        LocatorLabel.PARAGRAPH,
        "4",
        ids["other"],
    )


def test_citations_change_places(project: Project) -> None:
    ids = factories.fill(project)
    assert citations.move_citation(project, ids["against"], up=True)
    assert not citations.move_citation(project, ids["against"], up=True)
    assert [line.id for line in incidents.get_incident(project, ids["first"]).citations] == [
        ids["against"],
        ids["citation"],
    ]


def test_citation_of_nothing_is_refused(project: Project) -> None:
    ids = factories.fill(project)
    with pytest.raises(InvalidDraftError):
        citations.add_citation(project, ids["first"], CitationDraft(source_id=99))
    with pytest.raises(InvalidDraftError):
        citations.edit_citation(project, ids["citation"], CitationPatch(source_id=99))
    for act in (
        lambda: citations.add_citation(project, 99, CitationDraft(source_id=ids["source"])),
        lambda: citations.edit_citation(project, 99, CitationPatch(locator="1")),
        lambda: citations.remove_citations(project, [99]),
    ):
        with pytest.raises(UserFacingError) as caught:
            act()
        assert caught.value.problem is ProblemCode.NOT_FOUND


def test_cited_by_shows_the_incidents_of_a_source(project: Project) -> None:
    ids = factories.fill(project)
    (line,) = sources.get_source(project, ids["other"]).cited_by
    assert (line.incident_id, line.stance, line.incident_date.edtf) == (ids["first"], Stance.CONTRADICTS, "2024-01-20")


def test_republished_source_is_no_second_witness(project: Project) -> None:
    ids = factories.fill(project)
    wire = factories.add_source(project, "Wire copy", republishes_id=ids["source"])
    factories.add_citation(project, ids["first"], wire)
    assert incidents.get_incident(project, ids["first"]).independent_sources == 1
    sources.edit_source(project, wire, SourcePatch(republishes_id=None))
    assert incidents.get_incident(project, ids["first"]).independent_sources == 2


def test_link_to_itself_twice_or_to_nothing_is_refused(project: Project) -> None:
    ids = factories.fill(project)
    first, second = ids["first"], ids["second"]
    with pytest.raises(InvalidDraftError) as caught:
        links.add_link(project, LinkDraft(from_id=first, to_id=first, kind=LinkKind.SEE_ALSO))
    assert caught.value.fields == {"to_id": "same"}
    with pytest.raises(InvalidDraftError) as caught:
        links.add_link(project, LinkDraft(from_id=second, to_id=first, kind=LinkKind.CAUSED_BY))
    assert caught.value.fields == {"kind": "taken"}
    with pytest.raises(UserFacingError):
        links.add_link(project, LinkDraft(from_id=first, to_id=99, kind=LinkKind.SEE_ALSO))
    with pytest.raises(UserFacingError):
        links.remove_links(project, [99])


def test_link_can_be_changed_and_removed(project: Project) -> None:
    ids = factories.fill(project)
    links.edit_link(project, ids["link"], kind=LinkKind.RESPONSE_TO, note="so the board says")
    (line,) = incidents.get_incident(project, ids["second"]).links
    assert (line.kind, line.outgoing, line.note) == (LinkKind.RESPONSE_TO, True, "so the board says")
    links.remove_links(project, [ids["link"]])
    assert incidents.get_incident(project, ids["second"]).links == ()


def test_entities_are_shared_renamed_merged_and_removed(project: Project) -> None:
    ids = factories.fill(project)
    role = RoleDraft(kind=EntityKind.PERSON, name="Ida Korn", role="miller")
    incidents.edit_incident(project, ids["first"], IncidentPatch(roles=(role,)))
    twin = RoleDraft(kind=EntityKind.PERSON, name="I. Korn", role="miller")
    incidents.edit_incident(project, ids["second"], IncidentPatch(roles=(twin,)))
    people = entities.list_entities(project, kind=EntityKind.PERSON)
    assert [(card.name, card.incident_count) for card in people] == [("I. Korn", 1), ("Ida Korn", 1)]
    entities.merge_entities(project, people[1].id, [people[0].id])
    (card,) = entities.list_entities(project, text="KORN")
    assert (card.name, card.incident_count) == ("Ida Korn", 2)
    entities.edit_entity(project, card.id, EntityPatch(name="Ida M. Korn", note="born 1961"))
    assert entities.list_entities(project, text="ida")[0].note == "born 1961"
    entities.remove_entities(project, [card.id])
    assert incidents.get_incident(project, ids["first"]).roles == ()
    for _ in range(3):
        project.undo()
    assert [role.name for role in incidents.get_incident(project, ids["second"]).roles] == ["I. Korn"]


def test_merging_places_moves_the_incidents(project: Project) -> None:
    ids = factories.fill(project)
    incidents.edit_incident(project, ids["second"], IncidentPatch(place="Uper valley"))
    places = {card.name: card.id for card in entities.list_entities(project, kind=EntityKind.PLACE)}
    entities.merge_entities(project, places["Upper valley"], [places["Uper valley"]])
    assert incidents.get_incident(project, ids["second"]).place == "Upper valley"


def test_entity_counts_an_incident_once_and_none_in_the_bin(project: Project) -> None:
    place, twice = EntityKind.PLACE, RoleDraft(kind=EntityKind.PLACE, name="Mill")
    draft = IncidentDraft(title="Fire", place="Mill", roles=(twice,))
    both = [
        incidents.add_incident(project, draft),
        incidents.add_incident(project, IncidentDraft(title="x", place="Mill")),
    ]
    assert [card.incident_count for card in entities.list_entities(project, kind=place)] == [2]
    incidents.delete_incidents(project, both[:1])
    assert [card.incident_count for card in entities.list_entities(project, kind=place)] == [1]


def test_entity_that_is_there_is_used_and_a_taken_name_refused(project: Project) -> None:
    first = entities.add_entity(project, EntityDraft(kind=EntityKind.THING, name="Pump"))
    assert entities.add_entity(project, EntityDraft(kind=EntityKind.THING, name="Pump", note="red")) == first
    other = entities.add_entity(project, EntityDraft(kind=EntityKind.THING, name="Hose"))
    with pytest.raises(InvalidDraftError) as caught:
        entities.edit_entity(project, other, EntityPatch(name="Pump"))
    assert caught.value.fields == {"name": "taken"}
    with pytest.raises(UserFacingError):
        entities.edit_entity(project, 99, EntityPatch(name="x"))


def test_tags_are_made_renamed_recoloured_and_removed(project: Project) -> None:
    ids = factories.fill(project)
    tag_id = tags.add_tag(project, TagDraft(name="later"))
    assert tags.add_tag(project, TagDraft(name="later", colour=5)) == tag_id
    tags.edit_tag(project, tag_id, TagDraft(name="much later", colour=5))
    with pytest.raises(InvalidDraftError):
        tags.edit_tag(project, tag_id, TagDraft(name="water"))
    assert [(t.name, t.colour, t.incident_count) for t in count_all(project).tags] == [
        ("much later", 5, 0),
        ("orders", 1, 1),
        ("water", 0, 2),
    ]
    tags.remove_tags(project, [t.id for t in count_all(project).tags if t.name == "water"])
    assert [t.name for t in incidents.get_incident(project, ids["first"]).tags] == ["orders"]


def test_saved_views_are_renamed_changed_and_removed(project: Project) -> None:
    view_id = saved_views.add_view(project, "Marked", IncidentFilter(marked=True))
    with pytest.raises(InvalidDraftError):
        saved_views.add_view(project, " ", IncidentFilter())
    saved_views.edit_view(project, view_id, name="Uncited", wanted=IncidentFilter(uncited=True))
    (view,) = count_all(project).views
    assert (view.name, view.filter) == ("Uncited", IncidentFilter(uncited=True))
    saved_views.remove_views(project, [view_id])
    assert count_all(project).views == ()


def test_project_properties_are_part_of_the_history(project: Project) -> None:
    properties.edit_project(project, ProjectPatch(title="The river", subtitle="A spring"))
    card = properties.get_project_card(project)
    assert (card.title, card.subtitle) == ("The river", "A spring")
    step = project.undo_step()
    assert step is not None
    assert (step.subject_kind, step.subject_title) == (RecordKind.PROJECT, "The river")
    project.undo()
    assert properties.get_project_card(project).title == "Test chronology"
