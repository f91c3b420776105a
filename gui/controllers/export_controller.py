"""Answers the wish to export: counts, dialog, and the writing on a worker."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from exporters.document import Document
from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.filter_reader import FilterReader
from gui.controllers.picture_controller import PictureController
from gui.controllers.session import Session
from gui.export.export_dialog import ExportDialog
from gui.export.subject import ExportSubject
from gui.filters.filter_values import filter_text
from gui.task_runner import Progress, TaskRunner
from gui.texts.exports import export_labels
from models.snapshots import IncidentFilter
from services.exporting import (
    ExportOptions,
    ExportReport,
    build_preview,
    count_for_export,
    export_chronology,
)
from services.properties import get_project_card

PREVIEW_ENTRIES = 60


class ExportController(QObject):
    """Exports what the pages show, by the filter that is on, or the whole chronology."""

    export_written = Signal(str)
    """Payload: the file's name."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        chronology: ChronologyController,
        pictures: PictureController,
        runner: TaskRunner,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pictures = pictures
        self._chronology = chronology
        self._runner = runner
        self._filters = FilterReader(session)
        self._options: ExportOptions | None = None
        self._folder: Path | None = None
        self._written: Path | None = None
        actions[ActionId.EXPORT].triggered.connect(self.open_dialog)

    def open_dialog(self) -> None:
        """Show what would be written, and let the person choose how."""
        self._session.flush()
        subject = self._subject(self._chronology.filter)
        if subject is not None:
            dialog = ExportDialog(
                subject,
                self._build_preview,
                self._session.notices,
                self._session.window,
                options=self._options,
                load_whole=None if self._chronology.filter.is_empty else self._whole,
            )
            dialog.export_requested.connect(self.export)
            dialog.open()

    def _whole(self) -> ExportSubject | None:
        return self._subject(IncidentFilter())

    def _subject(self, wanted: IncidentFilter) -> ExportSubject | None:
        card = self._session.read(get_project_card)
        counts = self._session.read(lambda project: count_for_export(project, wanted))
        if card is None or counts is None:
            return None
        return ExportSubject(
            title=card.title,
            folder=self._folder or self._session.project.path.parent,
            incidents=counts.incidents,
            uncited=counts.uncited,
            protected_covered=counts.protected - counts.protected_without_cover,
            protected_uncovered=counts.protected_without_cover,
            disagreements=counts.disagreements,
            view_name=filter_text(wanted, self._filters.chosen(wanted)),
            wanted=wanted,
        )

    def _build_preview(self, options: ExportOptions) -> Document:
        drawn = replace(options, picture=self._pictures.preview_for(options) if options.timeline else None)
        return build_preview(self._session.project, drawn, export_labels(), limit=PREVIEW_ENTRIES)

    def export(self, target: Path, options: ExportOptions) -> None:
        """Write the file on the worker."""
        self._options, self._folder = options, target.parent
        project, labels = self._session.project, export_labels()
        draw = self._pictures.drawing_for(options) if options.timeline else None

        def work(progress: Progress) -> ExportReport:
            drawn = options if draw is None else replace(options, picture=draw())
            return export_chronology(project, target, drawn, labels, progress=progress.report)

        label = self.tr("Exporting {name}…").replace("{name}", target.name)
        self._runner.run(work, self._on_exported, self._session.tell, label=label)

    def _on_exported(self, report: ExportReport) -> None:
        self._written = report.target
        self.export_written.emit(report.target.name)

    def note_written(self, target: Path) -> None:
        """Another file was written, which "Open" is about now."""
        self._written = target

    def open_written(self) -> None:
        """Open the file that was written last in the system's own program."""
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
