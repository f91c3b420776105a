"""Answers wishes to bring in new sources: files and folders, chosen, dropped or pasted, and texts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.controllers.import_report import ImportReport
from gui.controllers.session import Session
from gui.controllers.source_controller import SourceController
from gui.shell.import_summary import ImportSummary
from gui.shell.status_line import StatusLine
from gui.shell.status_notice import UNDO
from gui.sources.paste_source_dialog import PasteSourceDialog
from gui.sources.pasted_text import is_page_markup
from gui.task_runner import Progress, TaskRunner
from gui.window_state import WindowState
from models.drafts import CaptureDraft, SourceDraft
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError
from services.captures import find_capture
from services.importing import FailedFile, ImportedFile, ReadFile, files_in, import_files, read_page, write_files
from services.project import Project

# What the ways on from a notice do.
PROPOSALS, DOUBTS = "imported-proposals", "doubts"
Outcomes = tuple[ImportedFile | FailedFile, ...]


class ImportController(QObject):
    """Files are read and written on a worker, as one change; at the end one notice or one summary says what became of them."""

    source_imported = Signal(int)
    """One source came in alone: it is wanted on screen, to be read."""
    details_requested = Signal(int)
    """The copies of a source, with what is doubtful about them, are wanted on screen."""
    proposals_requested = Signal(list)
    """Payload: ids of the sources that came in."""
    files_chosen = Signal(list)
    """Payload: paths of files or folders; where no project is open, one is made for them."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        sources: SourceController,
        runner: TaskRunner,
        status: StatusLine,
        state: WindowState,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._sources = sources
        self._runner = runner
        self._status = status
        self._state = state
        self._added: tuple[int, ...] = ()
        self._project: Project | None = None
        self._report: ImportReport | None = None
        actions[ActionId.IMPORT_FILES].triggered.connect(self.ask_files)
        actions[ActionId.IMPORT_FOLDER].triggered.connect(self.ask_folder)
        actions[ActionId.PASTE_SOURCE].triggered.connect(self.paste_text)
        status.notice_pressed.connect(self._on_notice_pressed)

    def ask_files(self) -> None:
        """Let somebody choose the files to bring in."""
        if self._session.is_writable or not self._session.is_open:
            paths = self._session.notices.ask_files(self._session.window, self._state.last_folder)
            self.files_chosen.emit(list(paths))

    def ask_folder(self) -> None:
        """Let somebody choose a folder, to bring in every file in it."""
        if self._session.is_writable or not self._session.is_open:
            title = self.tr("Import a folder")
            folder = self._session.notices.ask_folder(self._session.window, title, self._state.last_folder)
            self.files_chosen.emit([folder] if folder else [])

    def add_files(self, paths: Sequence[Path], method: CaptureMethod = CaptureMethod.DROP) -> None:
        """Make a source of every file, of those in folders too; bytes that a source preserves are not taken twice."""
        if not paths or not self._session.is_open:
            return
        if not self._session.is_writable:
            self._session.tell(UserFacingError(ProblemCode.READ_ONLY, file=self._session.project.path.name))
            return
        self._session.flush()
        project = self._project = self._session.project

        def work(progress: Progress) -> Outcomes:
            return import_files(project, files_in(paths), method=method, initiator=self, progress=progress)

        self._runner.run(work, self._on_imported, self._session.tell, label=self.tr("Reading files…"))

    def _on_imported(self, outcomes: Outcomes) -> None:
        if not self._session.is_open or self._session.project is not self._project:
            return
        report = ImportReport(outcomes)
        if not outcomes:
            self._tell(self.tr("There is no file in it that could be imported."), self.tr("Nothing was added."))
        elif len(outcomes) == 1:
            self._tell_one(outcomes[0], report)
        else:
            self._tell_all(report)

    def _tell_one(self, outcome: ImportedFile | FailedFile, report: ImportReport) -> None:
        if isinstance(outcome, FailedFile):
            self._session.notices.show_problem(self._session.window, outcome.error)
        elif outcome.known_source_id:
            self._show_known(outcome.known_source_id, outcome.name)
        else:
            self._offer(report)
            if len(report.added) == 1:
                self.source_imported.emit(report.added[0])
            else:
                self._sources.reveal(report.added[0])

    def _tell_all(self, report: ImportReport) -> None:
        if report.added:
            self._offer(report)
            self._sources.reveal(report.added[0])
        if report.needs_saying:
            self._report = report
            # The page of sources is painted first: both at once would hold the window back.
            QTimer.singleShot(0, self._show_summary)

    def _show_summary(self) -> None:
        if self._report is not None and self._session.is_open:
            summary = ImportSummary(self._report.title, self._report.lines, self._session.window)
            summary.source_requested.connect(self._sources.reveal)
            summary.open()
        self._report = None

    def _offer(self, report: ImportReport) -> None:
        self._added = report.added
        ways = [(UNDO, self.tr("Undo")), (PROPOSALS, self.tr("Read proposals"))]
        if report.doubtful and not report.needs_saying:
            ways.append((DOUBTS, self.tr("Show doubts")))
        self._status.show_notice(report.notice, *ways)

    def _on_notice_pressed(self, key: str) -> None:
        if key == PROPOSALS:
            self.proposals_requested.emit(list(self._added))
        elif key == DOUBTS and self._added:
            self.details_requested.emit(self._added[0])

    def _show_known(self, source_id: int, name: str) -> None:
        self._sources.reveal(source_id)
        self._tell(
            self.tr("“{name}” is in the project already.").replace("{name}", name),
            self.tr("The source that preserves it is shown; nothing was added."),
        )

    def _tell(self, title: str, text: str) -> None:
        self._session.notices.show_message(self._session.window, title, text)

    def add_text(self, text: str) -> None:
        """Ask for a title of text that was dropped, then keep it as a source."""
        self._open_paste(text, CaptureMethod.DROP)

    def paste_text(self) -> None:
        """Ask for text, with the clipboard's filled in."""
        self._open_paste(QApplication.clipboard().text(), CaptureMethod.PASTE)

    def _open_paste(self, text: str, method: CaptureMethod) -> None:
        if not self._session.is_writable:
            return
        self._session.flush()
        if is_page_markup(text):
            self._read_page(text, method)
        else:
            dialog = PasteSourceDialog(text, self._session.window, method=method)
            dialog.source_pasted.connect(self._on_source_pasted)
            dialog.open()

    def _read_page(self, markup: str, method: CaptureMethod) -> None:
        """The source code of a page is kept as the page that it is."""
        self._project, name = self._session.project, self.tr("Pasted page.html")

        def work(progress: Progress) -> ReadFile:
            return read_page(markup, name, method=method, progress=progress)

        self._runner.run(work, self._on_page_read, self._session.tell, label=self.tr("Reading a page…"))

    def _on_page_read(self, file: ReadFile) -> None:
        if self._session.is_writable and self._session.project is self._project:
            done = self._session.change(lambda project: write_files(project, [file], initiator=self))
            if done:
                self._on_imported(done)

    def _on_source_pasted(self, draft: SourceDraft, capture: object) -> None:
        kept = capture if isinstance(capture, CaptureDraft) else None
        known = self._session.read(lambda project: find_capture(project, kept.sha256)) if kept is not None else None
        if known is not None:
            self._show_known(known, draft.title)
            return
        added = self._sources.add(draft, kept)
        if added is not None and kept is not None:
            self.source_imported.emit(added)
