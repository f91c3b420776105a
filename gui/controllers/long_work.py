"""Work on the whole project that takes seconds: on a worker, behind a dialog that keeps hands off until it is through."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from gui.controllers.session import Session
from gui.shell.work_dialog import WorkDialog
from gui.task_runner import Progress, TaskRunner
from models.drafts import Draft
from models.errors import UserFacingError
from services.progress import Unwatched, WorkProgress
from services.project import Project

T = TypeVar("T")

QUICK_ROWS = 500
"""So many are written in less than a tenth of a second, and so at once."""


class LongWork(QObject):
    """One piece at a time. The window answers meanwhile; it cannot be worked in, so nothing else writes."""

    def __init__(self, session: Session, runner: TaskRunner) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._dialog: WorkDialog | None = None
        runner.work_progressed.connect(self._on_progressed)
        runner.work_ended.connect(self._on_ended)
        session.project_closing.connect(self.finish)

    @property
    def is_busy(self) -> bool:
        return self._dialog is not None

    def run(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
        *,
        title: str,
        hint: str = "",
        can_cancel: bool = True,
    ) -> None:
        """Do `work`; with `can_cancel` it must leave everything as it was where its progress raises."""
        if self._dialog is not None:
            return
        self._dialog = WorkDialog(title, self._session.window, can_cancel=can_cancel, hint=hint)
        self._dialog.cancel_requested.connect(self._runner.cancel)
        self._dialog.open()
        self._runner.run(work, on_done, on_failed)

    def finish(self) -> None:
        """Cancel what can be, and wait for it; called before the window closes."""
        self._runner.finish()

    def change(
        self,
        rows: int,
        work: Callable[[Project, WorkProgress], object],
        on_done: Callable[[], None] | None = None,
        *,
        title: str,
        can_cancel: bool = True,
        draft: Draft | None = None,
    ) -> None:
        """A change that writes about so many rows: few at once, many as long work. Errors are told as by `Session.change`.

        Editors hand over before: what is typed would be refused after the change, as of a version that is gone.
        """
        self._session.flush()
        task = _LongChange(self._session, work, on_done, draft)
        if rows > QUICK_ROWS:
            self.run(task.work, task.on_done, task.on_failed, title=title, can_cancel=can_cancel)
        elif self._session.change(task.work_at_once, draft=draft):
            task.on_done(None)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, total)

    def _on_ended(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accept()


class _LongChange:
    """A change and what comes after it: where it was made on the worker, the project may be closed by then."""

    def __init__(
        self,
        session: Session,
        work: Callable[[Project, WorkProgress], object],
        on_done: Callable[[], None] | None,
        draft: Draft | None,
    ) -> None:
        self._session = session
        self._project = session.project
        self._work = work
        self._on_done = on_done
        self._draft = draft

    def work(self, progress: Progress) -> None:
        self._work(self._project, progress)

    def work_at_once(self, project: Project) -> bool:
        self._work(project, Unwatched())
        return True

    def on_done(self, _result: None) -> None:
        if self._on_done is not None and self._is_open():
            self._on_done()

    def on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        if self._is_open():
            self._session.refuse(error, self._draft)

    def _is_open(self) -> bool:
        return self._session.is_open and self._session.project is self._project
