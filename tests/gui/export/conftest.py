"""A chronology in a real project, and the dialog that exports it."""

from pathlib import Path

import pytest

from exporters.document import Document
from exporters.labels import Labels
from gui.export.subject import ExportSubject
from services.exporting import ExportOptions, build_preview
from services.project import Project
from tests import factories


class Press:
    """Builds previews of one project and keeps the options it was asked with."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.asked: list[ExportOptions] = []

    def build(self, options: ExportOptions) -> Document:
        self.asked.append(options)
        return build_preview(self._project, options, Labels(), limit=60)


@pytest.fixture
def press(project: Project) -> Press:
    factories.fill(project)
    return Press(project)


@pytest.fixture
def subject(tmp_path: Path) -> ExportSubject:
    return ExportSubject(
        title="The bridge: what happened?",
        folder=tmp_path,
        incidents=2,
        uncited=1,
        protected_covered=2,
        protected_uncovered=1,
        disagreements=1,
        view_name="Marked: key",
    )
