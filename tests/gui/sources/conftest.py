"""Sources of a real project, handed to the widgets as the shell hands them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from services.project import Project
from tests.fakes import FakeNotices
from tests.gui.sources.desk import ProjectLoaders


@pytest.fixture
def reading(project: Project) -> ProjectLoaders:
    return ProjectLoaders(project)


@pytest.fixture
def notices(qapp: QApplication) -> Iterator[FakeNotices]:
    made = FakeNotices()
    yield made
    made.deleteLater()
