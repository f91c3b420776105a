"""Pages that are looked at after opening: nothing is written before, and damage is told every time."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.enums import ProblemCode
from models.errors import UserFacingError
from services.project import Project
from services.project_files import create_project, open_project
from services.stopping import StoppedError, Stopper
from tests.counts import count_all
from tests.factories import add_incident
from tests.old_files import make_version_one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = create_project(tmp_path / "pages.dateline", title="Pages")
    add_incident(project)
    project.close()
    return project.path


def is_looked_through(project: Project) -> bool:
    return project.pages.is_done


def damage(path: Path) -> None:
    """Say what a constraint forbids, which only looking at every value finds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE incident SET status = 'hearsay'")
        connection.commit()


def test_pages_are_looked_at_when_it_is_asked(path: Path) -> None:
    project = open_project(path, pages_later=True)
    assert not is_looked_through(project)
    assert count_all(project).incidents == 1
    project.pages.ensure()
    assert is_looked_through(project)
    project.close()


def test_pages_are_looked_at_before_the_first_change(path: Path) -> None:
    project = open_project(path, pages_later=True)
    add_incident(project)
    assert is_looked_through(project)
    project.close()


def test_damage_is_told_each_time_and_nothing_is_written(path: Path) -> None:
    damage(path)
    before = path.read_bytes()
    project = open_project(path, pages_later=True)
    for act in (project.pages.ensure, lambda: add_incident(project), project.undo, project.pages.ensure):
        with pytest.raises(UserFacingError) as caught:
            act()
        assert caught.value.problem is ProblemCode.DAMAGED
    project.close()
    assert path.read_bytes() == before


def test_an_older_file_is_looked_through_before_it_is_migrated(path: Path) -> None:
    make_version_one(path)
    damage(path)
    with pytest.raises(UserFacingError) as caught:
        open_project(path, pages_later=True)
    assert caught.value.problem is ProblemCode.DAMAGED


def test_a_migrated_file_needs_no_second_look(path: Path) -> None:
    make_version_one(path)
    project = open_project(path, pages_later=True)
    assert is_looked_through(project)
    project.close()


def test_check_that_is_stopped_is_made_by_the_next_who_asks(path: Path) -> None:
    project = open_project(path, pages_later=True)
    stopper = Stopper()
    stopper.stop()
    with pytest.raises(StoppedError):
        project.pages.ensure(stopper)
    assert not is_looked_through(project)
    project.pages.ensure()
    assert is_looked_through(project)
    project.close()
