"""Answers wishes about the preserved copies of one source; files are read on a worker."""

from pathlib import Path

from PySide6.QtCore import QObject

from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from gui.sources.sources_panel import SourcesPanel
from gui.task_runner import Progress, TaskRunner
from gui.window_state import WindowState
from models.drafts import CaptureDraft
from services.captures import add_capture, count_rows_of, read_capture_bytes, remove_capture
from services.files import write_whole
from services.importing import ReadFile, read_file
from services.progress import WorkProgress
from services.project import Project
from services.source_cards import get_source


class CaptureController(QObject):
    """Copies are added, saved elsewhere and removed; new sources are the business of `ImportController`."""

    def __init__(
        self,
        session: Session,
        panel: SourcesPanel,
        runner: TaskRunner,
        state: WindowState,
        long_work: LongWork,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._editor = panel.editor
        self._runner = runner
        self._state = state
        self._target: int | None = None
        self._editor.add_capture_requested.connect(self._on_add_capture_requested)
        self._editor.add_file_requested.connect(self._on_add_file_requested)
        self._editor.save_capture_requested.connect(self._on_save_capture_requested)
        self._editor.remove_capture_requested.connect(self._on_remove_capture_requested)

    def _on_add_capture_requested(self, source_id: int, draft: CaptureDraft) -> None:
        self._session.change(lambda project: add_capture(project, source_id, draft, initiator=self))

    def _on_add_file_requested(self, source_id: object) -> None:
        paths = self._session.notices.ask_files(self._session.window, self._state.last_folder)
        if not paths:
            return
        self._target = source_id if isinstance(source_id, int) else None
        project, path = self._session.project, paths[0]

        def work(progress: Progress) -> ReadFile:
            return read_file(path, project=project, as_source=True, progress=progress)

        self._runner.run(work, self._on_capture_read, self._session.tell, label=self.tr("Reading a file…"))

    def _on_capture_read(self, file: ReadFile) -> None:
        if file.source is None or not self._session.is_writable:
            return
        if self._target is None:
            self._editor.hold_capture(file.source.capture)
        else:
            self._on_add_capture_requested(self._target, file.source.capture)

    def _on_remove_capture_requested(self, capture_id: int) -> None:
        def remove(project: Project, progress: WorkProgress) -> None:
            remove_capture(project, capture_id, initiator=self, progress=progress)

        rows = self._session.read(lambda project: count_rows_of(project, capture_id))
        if rows is not None:
            self._long_work.change(rows, remove, title=self.tr("Removing a preserved copy"))

    def _on_save_capture_requested(self, capture_id: int) -> None:
        shown = self._editor.source_id()
        card = self._session.find(lambda project: get_source(project, shown)) if shown is not None else None
        line = next((line for line in card.captures if line.id == capture_id), None) if card else None
        data = self._session.read(lambda project: read_capture_bytes(project, capture_id))
        if line is None or data is None:
            return
        suggested = self._state.last_folder / (line.original_name or self.tr("Preserved copy") + ".txt")
        target = self._session.notices.ask_save(
            self._session.window, self.tr("Save the preserved copy"), suggested, self.tr("All files (*)")
        )
        if target is not None:
            self._session.read(lambda _project: write_whole(target, _Writer(data)))


class _Writer:
    """Writes bytes into the file it is handed."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __call__(self, part: Path) -> None:
        part.write_bytes(self._data)
