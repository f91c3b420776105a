"""The open project as the controllers share it: what is open, what changed, and whether it is saved."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.controllers.change_bridge import ChangeBridge
from gui.controllers.rescue import write_rescue
from gui.notices import Notices
from models.changes import ChangeSet
from models.drafts import Draft
from models.enums import ProblemCode
from models.errors import BugError, UserFacingError
from services.project import Project

T = TypeVar("T")

# The store refused to write; what a person typed is only on screen.
_UNSAVED = frozenset(
    {
        ProblemCode.DISK_FULL,
        ProblemCode.FILE_MOVED,
        ProblemCode.FILE_CHANGED_UNDERNEATH,
        ProblemCode.FILE_IN_USE,
        ProblemCode.WRITE_FAILED,
    }
)


class Session(QObject):
    """Holds at most one project. Controllers read and change it only through `read` and `change`."""

    project_opened = Signal()
    project_closing = Signal()
    """The file is about to be let go of: whatever still reads it must end now."""
    project_closed = Signal()
    flush_requested = Signal()
    """Editors must hand over what is still pending now: before undo, a switch, an export, and closing."""
    project_changed = Signal(object)
    """Payload: the ChangeSet of every commit."""
    change_saved = Signal(str)
    """Payload: the time of day, HH:MM; only after the commit returned."""
    save_failed = Signal()
    damage_found = Signal(object)
    """Payload: the UserFacingError. The open file, whose pages were not all looked at yet, cannot be read."""

    def __init__(self, notices: Notices, window: QWidget, rescue_folder: Path) -> None:
        super().__init__(window)
        self.notices = notices
        self.window = window
        self._rescue_folder = rescue_folder
        self._project: Project | None = None
        self._is_failing = False
        self._bridge = ChangeBridge(self)
        self._bridge.project_changed.connect(self._on_project_changed)

    @property
    def is_open(self) -> bool:
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project. Raises BugError where there is none."""
        if self._project is None:
            raise BugError("no project is open")
        return self._project

    @property
    def is_writable(self) -> bool:
        return self._project is not None and not self._project.read_only

    @property
    def has_unsaved(self) -> bool:
        """Whether the last change could not be stored."""
        return self._is_failing

    def open(self, project: Project) -> None:
        """Take over a project that was opened; the one before is closed first."""
        self.close()
        self._project = project
        self._is_failing = False
        project.subscribe(self._bridge.announce)
        self.project_opened.emit()

    def close(self) -> None:
        """Let editors hand over, then let go of the file."""
        if self._project is None:
            return
        self.flush()
        self.project_closing.emit()
        project, self._project = self._project, None
        project.unsubscribe(self._bridge.announce)
        project.close()
        self.project_closed.emit()

    def flush(self) -> None:
        """Ask editors to hand over what is pending."""
        if self._project is not None:
            self.flush_requested.emit()

    def read(self, work: Callable[[Project], T]) -> T | None:
        """The result of reading; None where the file could not be read, which has been told then."""
        try:
            return self.look(work)
        except UserFacingError as error:
            self.tell(error)
            return None

    def find(self, work: Callable[[Project], T]) -> T | None:
        """Like `read`, but a record that is gone is simply None."""
        try:
            return self.look(work)
        except UserFacingError as error:
            if error.problem is not ProblemCode.NOT_FOUND:
                self.tell(error)
            return None

    def tell(self, error: Exception) -> None:
        """Say what went wrong; damage of a file that was not looked through yet is for whoever opened it.

        Raises what is no fault of the world.
        """
        if not isinstance(error, UserFacingError):
            self._blame(error)
        elif error.problem is ProblemCode.DAMAGED and self._project is not None and not self._project.pages.is_done:
            self.damage_found.emit(error)
        else:
            self.notices.show_problem(self.window, error)

    def _blame(self, error: Exception) -> None:
        """What was read cannot be: the file may be at fault, through which nobody has looked yet. Else raises the error."""
        if self._project is None:
            raise error
        try:
            self._project.pages.ensure()
        except UserFacingError as damage:
            self.tell(damage)
        else:
            raise error

    def look(self, work: Callable[[Project], T]) -> T:
        """The result of reading. Raises UserFacingError where the file could not be read."""
        try:
            return work(self.project)
        except (LookupError, TypeError, ValueError):
            self.project.pages.ensure()  # see _blame
            raise

    def change(self, work: Callable[[Project], T], *, draft: Draft | None = None) -> T | None:
        """The result of a change; None where it was refused, which has been told then.

        Where the store could not write, the fields of `draft` go into a rescue file, and the window says NOT saved
        until a later change succeeds. It is told once, not at every key.
        """
        try:
            result = work(self.project)
        except UserFacingError as error:
            self.refuse(error, draft)
            return None
        self._is_failing = False
        return result

    def succeeds(self, work: Callable[[Project], object]) -> bool:
        """Like `change`, for work that has no result: whether it was done."""

        def tell(project: Project) -> bool:
            work(project)
            return True

        return self.change(tell) is True

    def refuse(self, error: UserFacingError, draft: Draft | None) -> None:
        """Say that a change was refused, and keep what it would have written; see `change`."""
        if error.problem not in _UNSAVED:
            self.tell(error)
            return
        was_failing, self._is_failing = self._is_failing, True
        self.save_failed.emit()
        if draft is not None:
            write_rescue(self.project.path.stem, draft, self._rescue_folder)
        if not was_failing:
            error.work_is_safe = False
            self.notices.show_problem(self.window, error)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if self._project is None:
            return
        self._is_failing = False
        self.change_saved.emit(f"{datetime.now().astimezone():%H:%M}")
        self.project_changed.emit(changes)
