"""The bin, purging without a trace, and checking a file."""

import pytest

from models.drafts import CitationPatch, IncidentDraft, IncidentPatch, PassageDraft, SourcePatch
from models.enums import ChangeState, Finding, Operation
from models.snapshots import IncidentFilter
from services import bin as project_bin
from services import chronology, citations, incidents, sources
from services.checks import check_project
from services.project import Project
from tests import factories

SECRETS = (b"Zanzibarite", b"quagmirely", b"hush-hush")


def secret_project(project: Project) -> dict[str, int]:
    """A chronology whose binned part holds words that stand nowhere else."""
    ids = factories.fill(project)
    title, body, quote = (word.decode() for word in SECRETS)
    secret = factories.add_incident(project, f"Meeting with {title}", body=body)
    hidden = factories.add_source(project, f"Call with {title}", note=quote, republishes_id=ids["source"])
    factories.add_capture(project, hidden, f"The words were {quote} and {body}.")
    citation = factories.add_citation(project, secret, hidden, quote=quote)
    incidents.edit_incident(project, secret, IncidentPatch(body=f"{body} twice"))
    mark = factories.add_citation(project, ids["second"], hidden, quote=quote)
    incidents.edit_incident(project, ids["second"], IncidentPatch(body=f"Seen.[^{mark}] So."))
    incidents.edit_incident(project, ids["second"], IncidentPatch(body=f"Seen.[^{mark}] So it is."))
    removed = factories.add_citation(project, secret, ids["source"], quote=quote)
    citations.remove_citations(project, [removed])
    sources.edit_source(project, ids["other"], SourcePatch(republishes_id=hidden))
    incidents.edit_incident(project, ids["first"], IncidentPatch(note=title))
    project.undo()
    incidents.edit_incident(project, ids["first"], IncidentPatch(note="nothing"))
    incidents.delete_incidents(project, [secret])
    sources.delete_sources(project, [hidden])
    return ids | {"secret": secret, "hidden": hidden, "secret_citation": citation}


def test_bin_lists_what_was_deleted_and_gives_it_back(project: Project) -> None:
    ids = secret_project(project)
    rows = project_bin.list_bin(project)
    assert {(row.kind, row.id) for row in rows} == {("incident", ids["secret"]), ("source", ids["hidden"])}
    incidents.restore_incidents(project, [ids["secret"]])
    sources.restore_sources(project, [ids["hidden"]])
    assert project_bin.list_bin(project) == ()
    assert incidents.get_incident(project, ids["secret"]).citations[0].quote == SECRETS[2].decode()


def test_emptied_bin_leaves_no_word_in_the_file(project: Project) -> None:
    ids = secret_project(project)
    path = project.path
    assert project_bin.empty_bin(project) == 2
    assert project_bin.list_bin(project) == ()
    assert len(chronology.list_incidents(project, IncidentFilter(text="Zanzibarite")).ids) == 0
    assert incidents.get_incident(project, ids["second"]).body == "Seen. So it is."
    assert sources.get_source(project, ids["other"]).republishes_id is None
    assert check_project(project).is_healthy
    project.close()
    content = path.read_bytes()
    assert [word for word in SECRETS if word in content] == []


def test_history_still_works_after_the_bin_was_emptied(project: Project) -> None:
    secret_project(project)
    project_bin.empty_bin(project)
    last = project.history()[-1]
    assert (last.operation, last.state) == (Operation.EMPTY_BIN, ChangeState.FINAL)
    end = max(line.id for line in project.history() if line.state is ChangeState.APPLIED)
    before = chronology.list_incidents(project, IncidentFilter())
    project.jump_to(0)
    assert len(chronology.list_incidents(project, IncidentFilter()).ids) == 0
    project.jump_to(end)
    assert chronology.list_incidents(project, IncidentFilter()) == before
    assert check_project(project).is_healthy


def test_purge_of_some_imported_incidents_keeps_the_others_undoable(project: Project) -> None:
    ids = incidents.add_incidents(project, [IncidentDraft(title=f"Number {n}", tags=("x",)) for n in range(5)])
    incidents.delete_incidents(project, ids[1:3])
    assert project_bin.empty_bin(project) == 2
    project.undo()
    assert len(chronology.list_incidents(project, IncidentFilter()).ids) == 0
    project.redo()
    assert list(chronology.list_incidents(project, IncidentFilter()).ids) == [ids[0], *ids[3:]]


def test_empty_bin_with_nothing_in_it_writes_nothing(project: Project) -> None:
    factories.fill(project)
    steps = project.history()
    assert project_bin.empty_bin(project) == 0
    assert project.history() == steps


def test_check_names_the_work_of_the_desk(project: Project) -> None:
    ids = factories.fill(project)
    third = factories.add_incident(project, "The road is wet")
    factories.add_citation(project, third, ids["source"], locator="")
    report = check_project(project)
    assert report.is_healthy
    assert (report.incident_count, report.source_count) == (3, 2)
    assert {(line.finding, line.id) for line in report.work} == {
        (Finding.UNCITED, ids["second"]),
        (Finding.SINGLE_SOURCE, ids["first"]),
        (Finding.SINGLE_SOURCE, third),
        (Finding.SOURCES_DIFFER, ids["first"]),
        (Finding.NO_LOCATOR, third),
    }


def test_check_finds_a_quote_that_is_not_in_the_capture(project: Project) -> None:
    ids = factories.fill(project)
    passage = PassageDraft(capture_id=ids["capture"], start=8, end=27)
    citations.edit_citation(project, ids["citation"], CitationPatch(passage=passage))
    assert Finding.QUOTE_NOT_IN_CAPTURE not in {line.finding for line in check_project(project).work}
    citations.edit_citation(project, ids["citation"], CitationPatch(quote="the bridge was open"))
    assert Finding.QUOTE_NOT_IN_CAPTURE in {line.finding for line in check_project(project).work}


DAMAGE = [
    ("UPDATE incident SET title = 'The dam is open' WHERE id = 1", Finding.RECORD_CHANGED),
    ("UPDATE citation SET quote = replace(quote, 'shut', 'open')", Finding.RECORD_CHANGED),
    ("UPDATE capture_blob SET bytes = x'41'", Finding.CAPTURE_CHANGED),
    ("DELETE FROM incident_search", Finding.INDEX_STALE),
    ("PRAGMA foreign_keys = OFF", None),
]


@pytest.mark.parametrize(("statement", "finding"), DAMAGE)
def test_check_notices_what_changed_behind_our_back(project: Project, statement: str, finding: Finding | None) -> None:
    factories.fill(project)
    with project.without_transaction() as raw:
        raw.execute(statement)
        if finding is None:
            raw.execute("DELETE FROM incident WHERE id = 2")
            raw.execute("PRAGMA foreign_keys = ON")
    found = {line.finding for line in check_project(project).damage}
    assert found == {finding or Finding.BROKEN_REFERENCE}


def test_check_tells_of_damaged_pages(project: Project) -> None:
    factories.fill(project)
    twin = "(SELECT rootpage FROM sqlite_schema WHERE name = 'link_to')"
    with project.without_transaction() as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(f"UPDATE sqlite_schema SET rootpage = {twin} WHERE name = 'role_entity'")
        raw.execute("PRAGMA writable_schema = RESET")
    assert Finding.FILE_DAMAGED in {line.finding for line in check_project(project).damage}
