"""Files in odd places and under odd names: links, other writers' parts, folders that may not be entered, full disks."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from models.enums import ProblemCode
from models.errors import UserFacingError
from services.project import Project
from services.project_files import create_project, open_project, save_copy
from tests import factories

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX names and links")


def problem_of(act: Callable[[], object]) -> ProblemCode:
    with pytest.raises(UserFacingError) as caught:
        act()
    return caught.value.problem


def make(path: Path) -> Path:
    create_project(path, title="The dam").close()
    return path


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_parts_of_killed_writers_are_swept_and_all_others_stay(tmp_path: Path) -> None:
    path = make(tmp_path / "case.dateline")
    left_over = tmp_path / f".part-{dead_process()}-0123456789ab.docx"
    old = tmp_path / f".part-{os.getpid()}-0123456789cd.docx"
    kept = {".part-holiday.mov", f".part-{os.getpid()}-0123456789ab.docx"}
    for name in {left_over.name, old.name, *kept}:
        (tmp_path / name).write_text("half")
    os.utime(old, (0, time.time() - 100_000))
    open_project(path).close()
    assert factories.names_in(tmp_path) == {"case.dateline", *kept}


@posix_only
def test_file_with_two_names_opens_read_only(tmp_path: Path) -> None:
    path = make(tmp_path / "case.dateline")
    (tmp_path / "other.dateline").hardlink_to(path)
    for name in ("case.dateline", "other.dateline"):
        project = open_project(tmp_path / name)
        assert project.read_only
        project.close()


@posix_only
@pytest.mark.parametrize("kind", ["folder", "link"])
def test_lock_file_that_is_something_else_is_left_alone(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path / "case.dateline")
    lock, victim = tmp_path / ".case.dateline.lock", tmp_path / "victim.txt"
    victim.write_text("precious")
    lock.mkdir() if kind == "folder" else lock.symlink_to(victim)
    assert problem_of(lambda: open_project(path)) is ProblemCode.READ_ONLY
    assert victim.read_text() == "precious"


@posix_only
def test_name_that_is_no_utf8_works_like_any_other(tmp_path: Path) -> None:
    path = make(tmp_path / os.fsdecode(b"caf\xe9.dateline"))
    project = open_project(path)
    factories.add_incident(project)
    save_copy(project, tmp_path / os.fsdecode(b"copi\xe9.dateline"))
    project.close()
    assert len(factories.names_in(tmp_path)) == 2


@posix_only
def test_names_too_long_are_refused_or_opened_read_only(tmp_path: Path) -> None:
    too_long, long = tmp_path / f"{'l' * 300}.dateline", tmp_path / f"{'l' * 246}.dateline"
    assert problem_of(lambda: open_project(too_long)) is ProblemCode.MISSING_FILE
    for path in (too_long, long, Path(), Path("..")):
        with pytest.raises(UserFacingError) as caught:
            create_project(path, title="A")
        assert caught.value.problem is ProblemCode.TARGET_NOT_WRITABLE
    make(tmp_path / "case.dateline").rename(long)
    project = open_project(long)
    assert project.read_only
    assert problem_of(lambda: save_copy(project, too_long)) is ProblemCode.TARGET_NOT_WRITABLE
    project.close()


@posix_only
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may enter every folder")
def test_folder_that_may_not_be_entered_gives_one_clear_problem(project: Project, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    make(closed / "case.dateline")
    closed.chmod(0)
    try:
        assert problem_of(lambda: open_project(closed / "case.dateline")) is ProblemCode.READ_ONLY
        assert problem_of(lambda: create_project(closed / "a", title="A")) is ProblemCode.TARGET_NOT_WRITABLE
        assert problem_of(lambda: save_copy(project, closed / "a")) is ProblemCode.TARGET_NOT_WRITABLE
    finally:
        closed.chmod(0o700)
