"""Opening the project that a command is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.project import Project
from services.project_files import open_project


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    """The project, for as long as the block lasts."""
    project = open_project(path, read_only=read_only)
    try:
        yield project
    finally:
        project.close()
