"""One door for change: journal, undo, redo, the history, and who hears of it."""

import contextlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.changes import ChangeSet, RecordKind
from models.drafts import CitationDraft, EntityPatch, IncidentPatch, SourcePatch, TagDraft
from models.enums import ChangeState, LinkKind, Operation, ProblemCode, Status
from models.errors import UserFacingError
from services import bin as project_bin
from services import captures, citations, entities, incidents, links, sources, tags
from services.checks import check_project
from services.project import Project
from services.project_files import create_project, open_project
from services.records import columns_of
from tests import factories
from tests.counts import count_all

CONTENT = [kind for kind in RecordKind if kind is not RecordKind.PROJECT]


def content_of(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """Every stored row but for versions and digests."""
    kept = {kind: [c for c in columns_of(kind) if c not in ("version", "digest")] for kind in CONTENT}
    with project.read() as connection:
        return {
            kind.value: [
                tuple(row)
                for row in connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {kind.value} ORDER BY id")
            ]
            for kind, names in kept.items()
        }


def test_undo_and_redo_bring_back_exactly_what_was(project: Project) -> None:
    states = [content_of(project)]
    ids = factories.fill(project)
    steps = len(project.history())
    filled = content_of(project)
    incidents.edit_incident(project, ids["first"], IncidentPatch(title="The dam is shut", tags=("orders", "new")))
    states.append(content_of(project))
    project.undo()
    assert content_of(project) == filled
    project.redo()
    assert content_of(project) == states[1]
    for _ in range(steps + 1):
        project.undo()
    assert content_of(project) == states[0]
    with pytest.raises(UserFacingError) as caught:
        project.undo()
    assert caught.value.problem is ProblemCode.NOTHING_TO_UNDO
    for _ in range(steps + 1):
        project.redo()
    assert content_of(project) == states[1]
    assert check_project(project).is_healthy


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "kept.dateline"
    project = create_project(path, title="Kept")
    incident_id = factories.add_incident(project, "First wording")
    incidents.edit_incident(project, incident_id, IncidentPatch(title="Second wording"))
    project.close()
    project = open_project(path)
    step = project.undo_step()
    assert step is not None
    assert (step.operation, step.field, step.subject_title) == (Operation.EDIT_INCIDENT, "title", "Second wording")
    project.undo()
    assert incidents.get_incident(project, incident_id).title == "First wording"
    project.close()
    project = open_project(path)
    assert project.redo_step() is not None
    project.redo()
    assert incidents.get_incident(project, incident_id).title == "Second wording"
    project.close()


def test_typing_in_one_burst_is_one_undo_step(project: Project) -> None:
    incident_id = factories.add_incident(project, "Start")
    for text in ("S", "St", "Sto", "Storm"):
        incidents.edit_incident(project, incident_id, IncidentPatch(body=text), burst="b1")
    incidents.edit_incident(project, incident_id, IncidentPatch(body="Storm warning"), burst="b2")
    project.undo()
    assert incidents.get_incident(project, incident_id).body == "Storm"
    project.undo()
    assert incidents.get_incident(project, incident_id).body == ""
    project.redo()
    assert incidents.get_incident(project, incident_id).body == "Storm"


def test_burst_does_not_reach_back_over_another_change(project: Project) -> None:
    incident_id = factories.add_incident(project)
    incidents.edit_incident(project, incident_id, IncidentPatch(body="a"), burst="b")
    incidents.edit_incident(project, incident_id, IncidentPatch(status=Status.VERIFIED))
    incidents.edit_incident(project, incident_id, IncidentPatch(body="ab"), burst="b")
    project.undo()
    assert incidents.get_incident(project, incident_id).body == "a"


def test_new_change_after_undo_leaves_the_old_branch_in_the_history(project: Project) -> None:
    incident_id = factories.add_incident(project, "One")
    incidents.edit_incident(project, incident_id, IncidentPatch(title="Two"))
    project.undo()
    incidents.edit_incident(project, incident_id, IncidentPatch(title="Three"))
    assert project.redo_step() is None
    assert [line.state for line in project.history()] == [
        ChangeState.APPLIED,
        ChangeState.ABANDONED,
        ChangeState.APPLIED,
    ]


def test_jump_goes_back_and_forth_over_many_changes(project: Project) -> None:
    incident_id = factories.add_incident(project, "0")
    for number in range(1, 13):
        incidents.edit_incident(project, incident_id, IncidentPatch(title=str(number)))
    history = project.history()
    project.jump_to(history[3].id)
    assert incidents.get_incident(project, incident_id).title == "3"
    project.jump_to(history[-1].id)
    assert incidents.get_incident(project, incident_id).title == "12"
    project.jump_to(0)
    with pytest.raises(UserFacingError):
        incidents.get_incident(project, incident_id)


def test_history_names_a_record_that_undo_took_away(project: Project) -> None:
    factories.add_incident(project, "The ferry is late")
    project.undo()
    step = project.redo_step()
    assert step is not None
    assert step.subject_title == "The ferry is late"


def test_change_that_writes_nothing_leaves_no_trace(project: Project) -> None:
    incident_id = factories.add_incident(project, "Same")
    heard: list[ChangeSet] = []
    project.subscribe(heard.append)
    incidents.edit_incident(project, incident_id, IncidentPatch(title="Same"))
    assert heard == []
    assert len(project.history()) == 1


def test_listener_hears_ids_and_who_started_it(project: Project) -> None:
    ids = factories.fill(project)
    heard: list[ChangeSet] = []
    project.subscribe(heard.append)
    me = object()
    citations.remove_citations(project, [ids["citation"]], initiator=me)
    project.unsubscribe(heard.append)
    project.undo()
    (said,) = heard
    assert said.initiator is me
    assert said.operation is Operation.REMOVE_CITATION
    assert said.removed[RecordKind.CITATION] == (ids["citation"],)
    assert ids["first"] in said.ids(RecordKind.INCIDENT)
    assert ids["source"] in said.ids(RecordKind.SOURCE)
    assert said.touches(RecordKind.CITATION)


def _add_half_a_citation(project: Project) -> None:
    with project.change(Operation.ADD_CITATION) as change:
        change.insert(RecordKind.TAG, {"name": "half", "colour": 1})
        citations.write_citation(change, 404, CitationDraft(source_id=1))


def test_error_inside_a_change_rolls_everything_back(project: Project) -> None:
    before = content_of(project)
    with pytest.raises(UserFacingError):
        _add_half_a_citation(project)
    assert content_of(project) == before
    assert project.history() == ()


def test_stale_version_is_refused_and_nothing_is_overwritten(project: Project) -> None:
    incident_id = factories.add_incident(project, "Mine")
    version = incidents.get_incident(project, incident_id).version
    incidents.edit_incident(project, incident_id, IncidentPatch(title="Theirs"))
    with pytest.raises(UserFacingError) as caught:
        incidents.edit_incident(project, incident_id, IncidentPatch(title="Mine again"), version=version)
    assert caught.value.problem is ProblemCode.STALE_ROW
    assert incidents.get_incident(project, incident_id).title == "Theirs"


def _act(project: Project, ids: dict[str, int], what: int) -> None:
    """One of many acts; those that no longer apply are refused in a clear way."""
    acts = (
        lambda: factories.add_incident(project, f"Incident {what}", "2023-10", tags=("a", "b"), place="Quay"),
        lambda: incidents.edit_incident(project, ids["first"], IncidentPatch(title=f"T{what}", place=f"P{what % 3}")),
        lambda: incidents.edit_incidents(
            project, [ids["first"], ids["second"]], IncidentPatch(add_tags=(f"t{what % 4}",))
        ),
        lambda: incidents.delete_incidents(project, [ids["second"]]),
        lambda: incidents.restore_incidents(project, [ids["second"]]),
        lambda: factories.add_citation(project, ids["second"], ids["source"], locator=str(what)),
        lambda: citations.remove_citations(project, [ids["citation"]]),
        lambda: citations.move_citation(project, ids["against"], up=True),
        lambda: sources.edit_source(project, ids["source"], SourcePatch(title=f"S{what}", republishes_id=ids["other"])),
        lambda: sources.delete_sources(project, [ids["other"]]),
        lambda: captures.remove_capture(project, ids["capture"]),
        lambda: links.edit_link(project, ids["link"], kind=LinkKind.PART_OF, note=str(what)),
        lambda: links.remove_links(project, [ids["link"]]),
        lambda: entities.edit_entity(project, 1, EntityPatch(name=f"E{what}")),
        lambda: entities.remove_entities(project, [1]),
        lambda: tags.edit_tag(project, 1, TagDraft(name=f"Tag {what % 2}", colour=what % 6)),
        lambda: tags.remove_tags(project, [2]),
        lambda: incidents.move_in_day(project, ids["first"], up=what % 2 == 0),
    )
    with contextlib.suppress(_RefusedError):
        _refused(acts[what % len(acts)])


class _RefusedError(Exception):
    """An act that no longer applied and said so properly."""


def _refused(act: Callable[[], object]) -> None:
    try:
        act()
    except UserFacingError as error:
        if error.problem in (ProblemCode.NOT_FOUND, ProblemCode.INVALID_INPUT):
            raise _RefusedError from error
        raise


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.integers(0, 200), min_size=1, max_size=25), data=st.data())
def test_any_sequence_undone_and_redone_ends_where_it_was(
    tmp_path_factory: pytest.TempPathFactory, acts: list[int], data: st.DataObject
) -> None:
    # Hypothesis gives some examples up half-way; the project is closed all the same.
    with closing(create_project(tmp_path_factory.mktemp("p") / "random.dateline", title="Random")) as project:
        ids = factories.fill(project)
        start = project.history()[-1].id
        before = content_of(project)
        for what in acts:
            _act(project, ids, what)
            step = project.undo_step()
            # Never back over the start: a new act there would abandon what `before` is made of.
            if data.draw(st.booleans()) and step is not None and step.id > start:
                project.undo()
                if data.draw(st.booleans()):
                    project.redo()
        after = content_of(project)
        end = max(line.id for line in project.history() if line.state is ChangeState.APPLIED)
        project.jump_to(start)
        assert content_of(project) == before
        project.jump_to(end)
        assert content_of(project) == after
        assert check_project(project).is_healthy


def test_binned_and_views_are_part_of_the_history(project: Project) -> None:
    ids = factories.fill(project)
    incidents.delete_incidents(project, [ids["first"]])
    assert [row.title for row in project_bin.list_bin(project)] == ["The dam is closed"]
    project.undo()
    assert project_bin.list_bin(project) == ()
    assert count_all(project).views == ()
