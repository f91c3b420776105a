"""Saved views on the command line, and their order in the project."""

from pathlib import Path

import pytest

from models.enums import ProblemCode, Status
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import saved_views
from services.project import Project
from services.project_files import open_project
from services.sample import create_sample
from tests.counts import count_all
from tests.unit.test_cli import Captured, run

WITHDRAWN = IncidentFilter(statuses=frozenset({Status.WITHDRAWN}))


@pytest.fixture
def viewed(tmp_path: Path) -> Path:
    """The sample with a view of its one withdrawn incident."""
    path = tmp_path / "viewed.dateline"
    create_sample(path).close()
    project = open_project(path)
    saved_views.add_view(project, "Taken back", WITHDRAWN)
    project.close()
    return path


def test_list_shows_what_a_view_shows(viewed: Path, capsys: Captured) -> None:
    assert run("list", viewed, "incidents", "--view", "taken BACK") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "withdrawn" in line
    assert run("list", viewed, "citations", "--view", "Taken back") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run("list", viewed, "incidents", "--view", "Taken back", "--search", "zebra") == 0
    assert capsys.readouterr().out == ""


def test_export_writes_what_a_view_shows(viewed: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("export", viewed, tmp_path / "out.html", "--view", "Taken back") == 0
    assert "1 incident," in capsys.readouterr().out


def test_a_view_that_is_not_there_is_said_with_those_that_are(viewed: Path, capsys: Captured) -> None:
    assert run("list", viewed, "incidents", "--view", "Nope") == 1
    assert capsys.readouterr().err == "No saved view is named “Nope”. There are: Taken back.\n"


def test_a_view_of_sources_is_wrong_usage(viewed: Path, capsys: Captured) -> None:
    assert run("list", viewed, "sources", "--view", "Taken back") == 2
    assert "not sources" in capsys.readouterr().err


def test_view_is_found_by_its_name(project: Project) -> None:
    with pytest.raises(UserFacingError) as caught:
        saved_views.find_view(project, "Nope")
    assert caught.value.problem is ProblemCode.NOT_FOUND
    saved_views.add_view(project, "Kept", WITHDRAWN)
    assert saved_views.find_view(project, " kept ") == WITHDRAWN


def test_views_move_up_and_down_within_their_list(project: Project) -> None:
    first, second, third = (saved_views.add_view(project, name, WITHDRAWN) for name in "abc")

    def order() -> list[int]:
        return [view.id for view in count_all(project).views]

    assert saved_views.move_view(project, third, -1)
    assert order() == [first, third, second]
    assert saved_views.move_view(project, first, 1)
    assert order() == [third, first, second]
    assert not saved_views.move_view(project, third, -1)
    assert not saved_views.move_view(project, second, 1)
    assert not saved_views.move_view(project, 99, -1)
    project.undo()
    assert order() == [first, third, second]
    assert saved_views.move_view(project, second, -2)
    assert order() == [second, first, third]
    assert saved_views.move_view(project, second, 9)
    assert order() == [first, third, second]
