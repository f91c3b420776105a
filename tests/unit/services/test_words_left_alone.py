"""The tables of words are written where words differ, and nowhere else."""

from models.drafts import IncidentPatch
from models.enums import Status
from services.incidents import edit_incident
from services.project import Project
from tests.factories import add_citation, add_incident, add_source


def written(project: Project) -> list[tuple[int, bytes]]:
    with project.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, block FROM incident_search_data ORDER BY id").fetchall()
    return [(row[0], row[1]) for row in rows]


def test_edit_that_leaves_the_words_writes_no_words(project: Project) -> None:
    incident = add_incident(project, "The lock is opened")
    before = written(project)
    edit_incident(project, incident, IncidentPatch(status=Status.DISPUTED, marked=True, add_tags=("Port",)))
    assert written(project) == before
    edit_incident(project, incident, IncidentPatch(title="The lock is shut"))
    assert written(project) != before


def test_quote_is_among_the_words_of_its_incident(project: Project) -> None:
    incident, source = add_incident(project), add_source(project)
    before = written(project)
    add_citation(project, incident, source)
    assert written(project) != before
