"""The process that is killed: it works on a project and says "done" after each act has returned.

`python -m tests.reliability.writer FOLDER` imports everything once, then forks a writer for each seed on standard input
and tells its process id, so that a kill costs no new interpreter.
"""

import os
import sys
from pathlib import Path

from services.project_files import open_project
from tests.reliability.steps import perform, steps

PROJECT = "kill.dateline"


def write_until_killed(folder: Path, seed: int) -> None:
    """Act after act; each line on standard output is an acknowledgement that a person could have seen."""
    project = open_project(folder / PROJECT)
    for step in steps(seed):
        perform(project, step, folder)
        sys.stdout.write("done\n")
        sys.stdout.flush()


def serve(folder: Path) -> None:
    """Fork a writer for each seed, one at a time."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            write_until_killed(folder, int(line))
        sys.stdout.write(f"pid {child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
