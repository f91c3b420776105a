"""Undo, redo and the journal after the bin was emptied, and around folded typing."""

import json
import threading
from pathlib import Path

import pytest

from models.changes import ChangeSet, RecordKind
from models.drafts import CitationDraft, CitationPatch, IncidentPatch, PassageDraft
from models.enums import Operation, ProblemCode
from models.errors import BugError, UserFacingError
from services import bin as waste
from services import citations, incidents, sources
from services.checks import check_project
from services.project import Project
from services.project_files import open_project, save_copy
from tests import factories


def replay_all(project: Project) -> None:
    """Undo and redo everything; the file must stay sound."""
    while project.undo_step():
        project.undo()
    while project.redo_step():
        project.redo()
    assert check_project(project).damage == ()


def purge_source(project: Project, source_id: int) -> None:
    sources.delete_sources(project, [source_id])
    assert waste.empty_bin(project) == 1
    replay_all(project)


def test_purge_of_a_source_that_a_citation_has_left_keeps_the_citation(project: Project) -> None:
    incident, first, second = (
        factories.add_incident(project),
        factories.add_source(project, "A"),
        factories.add_source(project, "B"),
    )
    capture = factories.add_capture(project, first)
    passage = PassageDraft(capture_id=capture, start=0, end=3)
    citation = factories.add_citation(project, incident, first, passage=passage)
    citations.edit_citation(project, citation, CitationPatch(source_id=second))
    purge_source(project, first)
    (line,) = incidents.get_incident(project, incident).citations
    assert (line.source_id, line.passage) == (second, None)


def test_purge_of_a_source_whose_passage_was_taken_out_leaves_undo_whole(project: Project) -> None:
    incident, first, second = (
        factories.add_incident(project),
        factories.add_source(project, "A"),
        factories.add_source(project, "B"),
    )
    passage = PassageDraft(capture_id=factories.add_capture(project, first), start=0, end=3)
    citation = factories.add_citation(project, incident, second, passage=passage)
    citations.edit_citation(project, citation, CitationPatch(passage=None))
    purge_source(project, first)


def test_purge_takes_marks_from_bodies_alone(project: Project) -> None:
    incident, source = factories.add_incident(project), factories.add_source(project)
    citation = factories.add_citation(project, incident, source)
    patch = IncidentPatch(title=f"Note [^{citation}]", body=f"shut[^{citation}] then", note=f"see [^{citation}]")
    incidents.edit_incident(project, incident, patch)
    purge_source(project, source)
    card = incidents.get_incident(project, incident)
    assert (card.title, card.body, card.note) == (f"Note [^{citation}]", "shut then", f"see [^{citation}]")


def test_purge_announces_the_incidents_whose_text_it_changed(project: Project) -> None:
    incident, source = factories.add_incident(project, body="shut then"), factories.add_source(project)
    citations.add_citation(project, incident, CitationDraft(source_id=source), placed_at=4)
    sources.delete_sources(project, [source])
    heard: list[ChangeSet] = []
    project.subscribe(heard.append)
    waste.empty_bin(project)
    assert heard[0].ids(RecordKind.INCIDENT) == {incident}
    assert not heard[0].touches(RecordKind.LINK)


def test_purge_leaves_no_undo_step_that_does_nothing(project: Project) -> None:
    incident = factories.add_incident(project)
    incidents.delete_incidents(project, [incident])
    waste.empty_bin(project)
    assert project.undo_step() is None


def test_purge_forgets_what_was_undone(project: Project) -> None:
    factories.add_incident(project, "Kept")
    factories.add_incident(project, "A canary word")
    project.undo()
    incidents.delete_incidents(project, [factories.add_incident(project)])
    waste.empty_bin(project)
    assert b"canary" not in project.path.read_bytes()


def test_folded_typing_that_names_new_places_is_undone_and_redone(project: Project) -> None:
    incident = factories.add_incident(project)
    for place in ("B", "Be", "Berg"):
        incidents.edit_incident(project, incident, IncidentPatch(place=place), burst="place")
    project.undo()
    assert incidents.get_incident(project, incident).place == ""
    project.redo()
    assert incidents.get_incident(project, incident).place == "Berg"


@pytest.mark.parametrize(
    "before", ["not json", "[1]", '{"id": 5}', json.dumps({"title = (SELECT uuid FROM project), note": "x"})]
)
def test_journal_that_holds_anything_but_columns_is_refused_as_damaged(project: Project, before: str) -> None:
    incident = factories.add_incident(project)
    incidents.edit_incident(project, incident, IncidentPatch(title="New"))
    with project.without_transaction() as connection:
        connection.execute("UPDATE change_row SET before = ?, after = '{}' WHERE action = 'update'", (before,))
    with pytest.raises(UserFacingError) as caught:
        project.undo()
    assert caught.value.problem is ProblemCode.DAMAGED
    assert incidents.get_incident(project, incident).title == "New"


def test_threads_that_write_take_turns(project: Project) -> None:
    ids = [factories.add_incident(project) for _ in range(4)]
    problems: list[UserFacingError] = []

    def write(incident: int) -> None:
        for number in range(15):
            try:
                incidents.edit_incident(project, incident, IncidentPatch(title=f"{incident}-{number}"))
            except UserFacingError as error:
                problems.append(error)

    threads = [threading.Thread(target=write, args=(incident,)) for incident in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_close_waits_for_the_change_of_a_worker_and_ends_all_others(project: Project) -> None:
    is_open, may_end, is_closed = threading.Event(), threading.Event(), threading.Event()

    def change() -> None:
        with project.change(Operation.ADD_TAG) as change:
            is_open.set()
            may_end.wait(10)
            assert not is_closed.is_set()
            change.insert(RecordKind.TAG, {"name": "late", "colour": 1})

    def close() -> None:
        project.close()
        is_closed.set()

    threads = [threading.Thread(target=change), threading.Thread(target=close)]
    threads[0].start()
    is_open.wait(10)
    threads[1].start()
    assert not is_closed.wait(0.1)
    may_end.set()
    for thread in threads:
        thread.join()
    with pytest.raises(BugError):
        factories.add_incident(project)
    again = open_project(project.path)
    with again.read() as connection:
        assert connection.exec_driver_sql("SELECT name FROM tag").scalar() == "late"
    again.close()


def test_copy_over_the_project_itself_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "link.dateline").symlink_to(project.path)
    for target in (project.path, tmp_path / "link.dateline"):
        with pytest.raises(UserFacingError) as caught:
            save_copy(project, target)
        assert caught.value.problem is ProblemCode.TARGET_EXISTS
    factories.add_incident(project)


def test_purge_of_a_file_whose_journal_is_damaged_changes_nothing(project: Project) -> None:
    ids = factories.fill(project)
    incidents.edit_incident(project, ids["second"], IncidentPatch(title="New"))
    sources.delete_sources(project, [ids["source"]])
    with project.without_transaction() as connection:
        connection.execute("UPDATE change_row SET before = 'x' WHERE action = 'update'")
    with pytest.raises(UserFacingError) as caught:
        waste.empty_bin(project)
    assert caught.value.problem is ProblemCode.DAMAGED
    assert len(waste.list_bin(project)) == 1
