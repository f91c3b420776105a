"""60 × kill -9 during edits, undo and export: no acknowledged change lost, no half state."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event
from typing import IO
from zipfile import ZipFile

import pytest

from services.checks import check_project
from services.files import PART_PREFIX
from services.project import Project
from services.project_files import create_project, open_project
from tests.reliability.steps import EXPORTS, Act, Model, Step, perform, state_of, steps
from tests.reliability.writer import PROJECT

KILLS = 60
MOST_ACTS = 24
LONGEST_WAIT = 0.02
ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9")


@dataclass(frozen=True, slots=True)
class Writers:
    """The process that forks writers."""

    folder: Path
    incoming: IO[str]
    outgoing: IO[str]

    def kill_one(self, seed: int, acts: int, wait: float) -> int:
        """Let a writer acknowledge `acts` acts, kill it `wait` seconds later; how many it acknowledged in all."""
        self.incoming.write(f"{seed}\n")
        self.incoming.flush()
        child = int(self._lines_until("pid")[0].split()[1])
        done = 0
        for line in self.outgoing:
            done += line == "done\n"
            if done >= acts:
                break
        Event().wait(wait)  # the next acts go on meanwhile
        os.kill(child, signal.SIGKILL)
        return done + self._lines_until("ended").count("done\n")

    def _lines_until(self, word: str) -> list[str]:
        lines: list[str] = []
        for line in self.outgoing:
            if line.startswith(word):
                return [line, *lines] if word == "pid" else lines
            lines.append(line)
        raise AssertionError("the writers' process has ended")


@pytest.fixture
def writers(tmp_path: Path) -> Iterator[Writers]:
    create_project(tmp_path / PROJECT, title="Kill test").close()
    command = [sys.executable, "-m", "tests.reliability.writer", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield Writers(tmp_path, process.stdin, process.stdout)
        process.stdin.close()


def check_survivor(project: Project, folder: Path) -> None:
    """The file is sound, and every export is a whole one."""
    assert check_project(project).damage == ()
    assert list(folder.glob(f"{PART_PREFIX}*")) == []
    for name in EXPORTS.values():
        target = folder / name
        if not target.exists():
            continue
        if target.suffix == ".docx":
            with ZipFile(target) as archive:
                assert archive.testzip() is None
        else:
            assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")


def matching(model: Model, acted: list[Step], project: Project) -> Model:
    """The model after every acknowledged act, or after the one that was under way as well."""
    for step in acted[:-1]:
        model = model.after(step)
    found = state_of(project)
    with_last = model.after(acted[-1])
    assert found in (model.state, with_last.state)
    return with_last if found == with_last.state else model


def test_kill_while_writing_loses_nothing_acknowledged_and_leaves_no_half_state(writers: Writers) -> None:
    pick = random.Random(2)
    model = Model()
    interrupted: set[Act] = set()
    for seed in range(KILLS):
        done = writers.kill_one(seed, pick.randint(1, MOST_ACTS), pick.uniform(0, LONGEST_WAIT))
        acted = list(islice(steps(seed), done + 1))
        interrupted.add(acted[-1].act)
        project = open_project(writers.folder / PROJECT)
        check_survivor(project, writers.folder)
        model = matching(model, acted, project)
        project.close()
    assert len(interrupted) >= 4
    project = open_project(writers.folder / PROJECT)
    project.jump_to(0)
    assert state_of(project) == []
    project.close()


def test_steps_do_to_a_project_what_the_model_says(project: Project, tmp_path: Path) -> None:
    model = Model()
    for step in islice(steps(99), 60):
        perform(project, step, tmp_path)
        model = model.after(step)
        assert state_of(project) == model.state
