"""What filters choose from: order, words in names, and names of a few."""

from models.drafts import RoleDraft
from models.enums import EntityKind
from models.snapshots import IncidentFilter
from services import choices, sources
from services.project import Project
from tests import factories


def _named(project: Project) -> None:
    roles = (
        RoleDraft(kind=EntityKind.PERSON, name="Ida Korn"),
        RoleDraft(kind=EntityKind.ORGANISATION, name="Rat der Mühle"),
        RoleDraft(kind=EntityKind.THING, name="the log"),
    )
    factories.add_incident(project, "Everything", place="Upper quay", tags=("water", "Água"), roles=roles)


def _names(project: Project, kind: EntityKind, text: str = "") -> list[str]:
    ids = choices.find_entity_ids(project, kind, text)
    found = choices.name_entities(project, ids)
    return [found[i][1] for i in ids]


def test_entities_are_found_by_kind_and_by_a_part_of_the_name(project: Project) -> None:
    _named(project)
    assert _names(project, EntityKind.ORGANISATION, "MUHLE") == ["Rat der Mühle"]
    assert _names(project, EntityKind.ORGANISATION, "quay") == []
    assert _names(project, EntityKind.PLACE) == ["Upper quay"]
    assert _names(project, EntityKind.THING, " log ") == ["the log"]


def test_tags_are_found_with_their_colours(project: Project) -> None:
    _named(project)
    (tag_id,) = choices.find_tag_ids(project, "agua")
    assert choices.name_tags(project, [tag_id]) == {tag_id: ("Água", 1)}
    assert len(choices.find_tag_ids(project, limit=1)) == 1


def test_sources_are_found_by_their_description_and_not_by_their_copies(project: Project) -> None:
    ids = factories.fill(project)
    assert list(choices.find_source_ids(project)) == [ids["other"], ids["source"]]
    assert list(choices.find_source_ids(project, "boar")) == [ids["source"]]
    assert list(choices.find_source_ids(project, "bridge")) == []
    assert list(choices.find_source_ids(project, "?")) == []
    sources.delete_sources(project, [ids["source"]])
    assert list(choices.find_source_ids(project)) == [ids["other"]]


def test_names_behind_a_filter_leave_out_what_is_gone(project: Project) -> None:
    _named(project)
    source = factories.add_source(project, "The log")
    (place,) = choices.find_entity_ids(project, EntityKind.PLACE)
    wanted = IncidentFilter(
        entity_ids=frozenset({place, 99}), source_ids=frozenset({source}), tag_ids=frozenset({1, 99})
    )
    names = choices.name_chosen(project, wanted)
    assert names.entities == {place: (EntityKind.PLACE, "Upper quay")}
    assert names.sources == {source: "The log"}
    assert set(names.tags) == {1}
    assert choices.name_chosen(project, IncidentFilter()).tags == {}
