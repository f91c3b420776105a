"""Answers wishes about files and texts that become sources or preserved copies; files are read on a worker."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.controllers.session import Session
from gui.controllers.source_controller import SourceController
from gui.sources.paste_source_dialog import PasteSourceDialog
from gui.sources.sources_panel import SourcesPanel
from gui.task_runner import Progress, TaskRunner
from gui.window_state import WindowState
from models.drafts import CaptureDraft, SourceDraft
from models.enums import CaptureMethod
from models.errors import UserFacingError
from services.captures import add_capture, find_capture, read_capture_bytes, remove_capture
from services.files import write_whole
from services.importing import ReadFile, read_file, write_files
from services.source_cards import get_source


class CaptureController(QObject):
    """One file becomes a source that is shown; several, and a message with attachments, become sources in one change."""

    def __init__(
        self,
        session: Session,
        panel: SourcesPanel,
        sources: SourceController,
        runner: TaskRunner,
        state: WindowState,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._editor = panel.editor
        self._sources = sources
        self._runner = runner
        self._state = state
        self._target: int | None = None
        panel.source_list.files_dropped.connect(self.add_files)
        panel.source_list.text_dropped.connect(self.add_text)
        panel.source_list.text_paste_requested.connect(self.paste_text)
        self._editor.add_capture_requested.connect(self._on_add_capture_requested)
        self._editor.add_file_requested.connect(self._on_add_file_requested)
        self._editor.save_capture_requested.connect(self._on_save_capture_requested)
        self._editor.remove_capture_requested.connect(self._on_remove_capture_requested)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Make a source of every file; bytes that a source preserves already are not taken twice."""
        if not self._session.is_writable:
            return
        project = self._session.project

        def work(progress: Progress) -> list[ReadFile]:
            return [
                read_file(path, project=project, method=CaptureMethod.DROP, as_source=True, progress=progress)
                for path in paths
            ]

        self._runner.run(work, self._on_files_read, self._on_failed, label=self.tr("Reading files…"))

    def _on_files_read(self, files: list[ReadFile]) -> None:
        if not self._session.is_writable:
            return
        if len(files) == 1 and files[0].source is not None:
            known = self._find_known(files[0].sha256)
            if known is not None:
                self._show_known(known, files[0].name)
                return
            if len(files[0].found.sources) == 1:
                self._sources.add(files[0].source.draft, files[0].source.capture)
                return
        done = self._session.change(lambda project: write_files(project, files, initiator=self)) or ()
        shown = [source_id for file in done for source_id in file.source_ids]
        if shown:
            self._sources.reveal(shown[0])

    def _find_known(self, sha256: str) -> int | None:
        return self._session.read(lambda project: find_capture(project, sha256))

    def _show_known(self, source_id: int, name: str) -> None:
        self._sources.reveal(source_id)
        self._session.notices.show_message(
            self._session.window,
            self.tr("“{name}” is in the project already.").replace("{name}", name),
            self.tr("The source that preserves it is shown; nothing was added."),
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._session.notices.show_problem(self._session.window, error)

    def add_text(self, text: str) -> None:
        """Ask for a title of text that was dropped, then keep it as a source."""
        self._open_paste(text, CaptureMethod.DROP)

    def paste_text(self) -> None:
        """Ask for text, with the clipboard's filled in."""
        self._open_paste(QApplication.clipboard().text(), CaptureMethod.PASTE)

    def _open_paste(self, text: str, method: CaptureMethod) -> None:
        if self._session.is_writable:
            self._session.flush()
            dialog = PasteSourceDialog(text, self._session.window, method=method)
            dialog.source_pasted.connect(self._on_source_pasted)
            dialog.open()

    def _on_source_pasted(self, draft: SourceDraft, capture: object) -> None:
        kept = capture if isinstance(capture, CaptureDraft) else None
        known = self._find_known(kept.sha256) if kept is not None else None
        if known is not None:
            self._show_known(known, draft.title)
        else:
            self._sources.add(draft, kept)

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

        self._runner.run(work, self._on_capture_read, self._on_failed, label=self.tr("Reading a file…"))

    def _on_capture_read(self, file: ReadFile) -> None:
        if file.source is None or not self._session.is_writable:
            return
        if self._target is None:
            self._editor.hold_capture(file.source.capture)
        else:
            self._on_add_capture_requested(self._target, file.source.capture)

    def _on_remove_capture_requested(self, capture_id: int) -> None:
        self._session.change(lambda project: remove_capture(project, capture_id, initiator=self))

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
