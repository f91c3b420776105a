"""A file of an older version: nothing of it is lost or looks damaged after its migration, and its history still works."""

import sqlite3
from contextlib import closing
from pathlib import Path

from models import migrations
from models.changes import RecordKind
from models.database import connect
from models.drafts import CitationDraft
from models.enums import Operation
from models.snapshots import IncidentFilter
from services import citations, incidents, sources
from services.bin import empty_bin
from services.checks import check_project
from services.chronology import list_incidents
from services.project import Project
from services.project_files import open_project
from services.search_index import INDEXES
from services.sources import list_source_ids
from tests import factories
from tests.old_files import make_version_one, make_version_two


def _forget_later_columns(path: Path) -> None:
    """Journal images of version 1 know nothing of later columns."""
    with closing(connect(path)) as connection:
        for row_id, before, after in connection.execute("SELECT id, before, after FROM change_row").fetchall():
            cut = [
                text
                and text.replace(', "stated_edtf": "", "stated_as_written": "", "stated_time_zone": ""', "").replace(
                    ', "unconfirmed": ""', ""
                )
                for text in (before, after)
            ]
            connection.execute("UPDATE change_row SET before = ?, after = ? WHERE id = ?", (*cut, row_id))


def test_file_of_version_one_is_sound_after_its_migration(project: Project) -> None:
    path = project.path
    incident_id = factories.add_incident(project, "Ferry inspected")
    source_id = factories.add_source(project, "Port log")
    kept = citations.add_citation(project, incident_id, CitationDraft(source_id=source_id, quote="at noon"))
    removed = citations.add_citation(project, incident_id, CitationDraft(source_id=source_id, quote="gone"))
    citations.remove_citations(project, [removed])
    project.close()
    _forget_later_columns(path)
    make_version_one(path)

    project = open_project(path)
    with project.read() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == migrations.CURRENT_VERSION
    assert check_project(project).is_healthy
    project.undo()
    card = incidents.get_incident(project, incident_id)
    assert [line.id for line in card.citations] == [kept, removed]
    assert card.citations[1].stated.edtf == ""
    assert check_project(project).is_healthy
    project.close()


def test_bit_that_flipped_before_the_migration_is_noticed_after_it(project: Project) -> None:
    path = project.path
    factories.add_source(project, "Port log")
    project.close()
    make_version_one(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE source SET title = 'Port lag'")

    project = open_project(path)
    assert not check_project(project).is_healthy
    project.close()


def test_emptied_bin_takes_the_skipped_proposals_of_its_copies_along(project: Project) -> None:
    source_id = factories.add_source(project, "Port log")
    capture_id = factories.add_capture(project, source_id, "It sank on 3 May 2023.")
    with project.change(Operation.SKIP_PROPOSAL) as change:
        values = {"capture_id": capture_id, "sentence_start": 0, "sentence_end": 22, "date_edtf": "2023-05-03"}
        change.insert(RecordKind.SKIPPED_PROPOSAL, values)
    sources.delete_sources(project, [source_id])
    empty_bin(project)
    with project.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM skipped_proposal").scalar() == 0
        journal = connection.exec_driver_sql("SELECT count(*) FROM change_row WHERE record = 'skipped_proposal'")
        assert journal.scalar() == 0


def test_words_of_an_older_file_are_found_as_they_are_in_a_new_one(project: Project) -> None:
    path = project.path
    made = factories.fill(project)
    before = _words_of(project)
    project.close()
    make_version_two(path)

    project = open_project(path)
    assert _words_of(project) == before
    assert check_project(project).is_healthy
    assert list(list_source_ids(project, text="bridge was shut")) == [made["source"]]
    assert made["first"] in list_incidents(project, IncidentFilter(text="upper val")).ids
    project.close()


def _words_of(project: Project) -> dict[str, list[tuple[object, ...]]]:
    with project.read() as connection:
        return {
            index.table: [tuple(row) for row in connection.exec_driver_sql(f"SELECT rowid, * FROM {index.table}")]
            for index in INDEXES.values()
        }
