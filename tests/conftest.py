"""Shared fixtures: a private home, an offscreen platform, and real project files in tmp_path."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DATELINE_NO_MOTION"] = "1"

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from main import missing_libraries
from services.page_images import PageImages
from services.project import Project
from services.project_files import create_project

try:
    import PySide6.QtWidgets  # noqa: F401 - before pytest-qt fails on it in many more words
except ImportError as error:
    pytest.exit(missing_libraries(str(error).split(":")[0]), returncode=4)

settings.register_profile("default", deadline=None)  # no test asserts a time; `.ci/run` asks for hypothesis's own "ci"

MOST_PROCESSES = 8
"""More would win little: the longest tests end last, and each process takes some 300 MB."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the files under tests/golden with what the writers give now."""
    parser.addoption("--update-golden", action="store_true", default=False, help="rewrite tests/golden")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """The whole suite runs on every processor; tests that are named, in this process alone."""
    processors = yield
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return min(processors, MOST_PROCESSES) if whole else 0


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the settings, backups or logs of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An open, empty project."""
    opened = create_project(tmp_path / "test.dateline", title="Test chronology")
    yield opened
    opened.close()


@pytest.fixture
def opened() -> Iterator[list[PageImages]]:
    """Page images that a test opens; they are closed after it."""
    pages: list[PageImages] = []
    yield pages
    for each in pages:
        each.close()
