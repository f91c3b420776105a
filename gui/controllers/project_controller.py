"""Answers wishes about projects as a whole: new, open, sample, copy, close, details, recent."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from gui.actions import ActionId, Actions
from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from gui.main_window import MainWindow
from gui.notices import PROJECT_SUFFIX, Choice, Notices
from gui.shell.project_dialogs import NewProjectDialog, ProjectDialog, file_name_for
from gui.texts import problem_text
from gui.window_state import PROJECT_ID, WindowState
from models.drafts import ProjectPatch
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.backups import back_up_if_due, backup_folder, list_backups
from services.project import Project
from services.project_files import create_project, open_project, opens_slowly, save_copy
from services.properties import edit_project, get_project_card
from services.sample import create_sample

# A file in one of these states was a project once; its newest backup may stand in for it.
_DAMAGE = (ProblemCode.DAMAGED, ProblemCode.EMPTY_FILE, ProblemCode.NOT_A_PROJECT, ProblemCode.MIGRATION_FAILED)


class ProjectController(QObject):
    """Opens fully before it lets go of the project that is open, so that a failure changes nothing."""

    project_declined = Signal()
    """The person did not want a new project after all."""
    project_created = Signal()
    """A new, empty project is open; whoever asked for it goes on."""

    def __init__(
        self, session: Session, window: MainWindow, actions: Actions, state: WindowState, long_work: LongWork
    ) -> None:
        super().__init__(window)
        self._session = session
        self._long_work = long_work
        self._migrated = Path()
        self._window = window
        self._state = state
        self._notices: Notices = session.notices
        slots: dict[ActionId, Callable[[], None]] = {
            ActionId.NEW_PROJECT: self.ask_new,
            ActionId.OPEN_PROJECT: self.ask_open,
            ActionId.OPEN_SAMPLE: self.open_sample,
            ActionId.SAVE_COPY: self.ask_copy,
            ActionId.CLOSE_PROJECT: self.close,
            ActionId.EDIT_PROJECT: self.edit_details,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(slot)
        window.start_page.project_requested.connect(self.open)
        # Whoever found the damage is in the middle of reading.
        session.damage_found.connect(self._on_damage_found, Qt.ConnectionType.QueuedConnection)

    def ask_new(self) -> None:
        """Ask for a title and a place, then make the project."""
        self._new_dialog = NewProjectDialog(self._state.last_folder, self._notices, self._window)
        self._new_dialog.project_requested.connect(self._on_project_requested)
        self._new_dialog.rejected.connect(self.project_declined)
        self._new_dialog.open()

    def _on_project_requested(self, path: Path, title: str) -> None:
        """Make a new project and show it; where that fails, the dialog keeps what was typed and says why."""
        try:
            project = create_project(path, title=title)
        except UserFacingError as error:
            error.details.setdefault("file", path.name)
            self._new_dialog.show_problem(problem_text(error).text)
            return
        self._new_dialog.accept()
        self._session.open(project)
        self._show()
        self.project_created.emit()

    def ask_open(self) -> None:
        """Ask which project, then open it."""
        path = self._notices.ask_open_project(self._window, self._state.last_folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open a project; where it is in use, offer to read it or to work on a copy. Whether it is open, or will be soon."""
        if self._session.is_open and self._session.project.path == path.resolve():
            self._show()
            return True
        return self._try(path, _open_soon)

    def _on_damage_found(self, error: UserFacingError) -> None:
        """The open file is damaged after all: it is let go of, as if it had not been opened."""
        if self._session.is_open:
            path = self._session.project.path
            self._state.last_project = None
            self._session.close()
            self._window.show_start()
            self._on_refused(path, error)

    def open_sample(self) -> None:
        """Make the sample chronology as a file of the person's own, and show it."""
        suggested = self._state.last_folder / file_name_for(self.tr("Sample chronology"))
        if suggested.exists():
            self.open(suggested)
            return
        if not suggested.parent.is_dir():
            chosen = self._notices.ask_new_project(self._window, Path.home() / suggested.name)
            if chosen is None:
                return
            suggested = chosen
        self._try(suggested, create_sample)

    def _try(self, path: Path, opener: Callable[[Path], Project]) -> bool:
        if opens_slowly(path):
            self._migrated = path
            self._long_work.run(
                lambda _progress: opener(path),
                self._on_migrated,
                self._on_failed,
                title=self.tr("Bringing the project up to date"),
                hint=self.tr("A backup of it is made first."),
                can_cancel=False,
            )
            return True
        try:
            project = opener(path)
        except UserFacingError as error:
            return self._on_refused(path, error)
        self._on_opened(project)
        return True

    def _on_migrated(self, project: Project) -> None:
        if self._window.isHidden():
            project.close()  # the window was closed meanwhile
        else:
            self._on_opened(project)

    def _on_opened(self, project: Project) -> None:
        self._session.open(project)
        self._show()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        if not self._on_refused(self._migrated, error) and not self._session.is_open:
            self._window.show_start()

    def _on_refused(self, path: Path, error: UserFacingError) -> bool:
        """Tell why, and go on as the person chooses; whether a project is open then."""
        error.details.setdefault("file", path.name)
        if error.problem is ProblemCode.MISSING_FILE:
            self._state.remove_recent(path)
            self._window.start_page.show_recent(self._state.recent())
        choices: tuple[Choice, ...] = ()
        if error.problem is ProblemCode.FILE_IN_USE:
            choices = (Choice("read", self.tr("Open read-only")), Choice("copy", self.tr("Open a copy…")))
        backup = _newest_backup_of(path, self._state) if error.problem in _DAMAGE else None
        if backup is not None:
            choices = (Choice("backup", self.tr("Open the newest backup…")),)
        answer = self._notices.ask_problem(self._window, error, choices)
        if answer == "read":
            return self._try(path, lambda found: open_project(found, read_only=True))
        if answer == "backup" and backup is not None:
            return self._open_copy_of(
                backup, path.with_stem(self.tr("{name} from backup").replace("{name}", path.stem))
            )
        copy = path.with_stem(self.tr("{name} copy").replace("{name}", path.stem))
        return answer == "copy" and self._open_copy_of(path, copy)

    def _open_copy_of(self, path: Path, suggested: Path) -> bool:
        target = self._ask_target(self.tr("Open a copy"), suggested)
        if target is None:
            return False
        try:
            original = open_project(path, read_only=True)
            try:
                save_copy(original, target)
            finally:
                original.close()
        except UserFacingError as error:
            self._notices.show_problem(self._window, error)
            return False
        return self.open(target)

    def _ask_target(self, title: str, suggested: Path) -> Path | None:
        filters = self.tr("Dateline projects (*{suffix})").replace("{suffix}", PROJECT_SUFFIX)
        return self._notices.ask_save(self._window, title, suggested, filters)

    def _show(self) -> None:
        project = self._session.project
        self._state.add_recent(project.path)
        card = self._session.read(get_project_card)
        if card is not None:
            self._state.keep_note_of(project.path, PROJECT_ID, card.uuid)
        self._state.last_project = project.path
        self._window.show_workbench(project.path.name)
        if project.is_newer:
            error = UserFacingError(ProblemCode.NEWER_VERSION, file=project.path.name)
            self._notices.show_problem(self._window, error)

    def ask_copy(self) -> None:
        """Write a copy of the project somewhere else; work goes on in the original."""
        path = self._session.project.path
        target = self._ask_target(self.tr("Save a copy"), path.with_stem(f"{path.stem} copy"))
        if target is None:
            return
        self._session.flush()
        try:
            if target.resolve() == path:
                raise UserFacingError(ProblemCode.TARGET_EXISTS, file=path.name)
            save_copy(self._session.project, target)
        except UserFacingError as error:
            self._notices.show_problem(self._window, error)

    def close(self) -> None:
        """Close the project and go back to the start page."""
        if self.leave():
            self._state.last_project = None
            self._window.show_start()

    def leave(self) -> bool:
        """Let go of the open project; False where the person stays because a change could not be saved."""
        self._long_work.finish()
        if not self._session.is_open:
            return True
        self._session.flush()
        if self._session.has_unsaved and not self._notices.confirm(
            self._window,
            self.tr("The last change is not saved."),
            self.tr("Its text was written to a rescue file where that was possible. Leave anyway?"),
            self.tr("Leave without saving"),
        ):
            return False
        project = self._session.project
        # A backup that fails must not keep anyone from leaving: the project itself is saved.
        with suppress(UserFacingError):
            back_up_if_due(project)
        self._session.close()
        return True

    def edit_details(self) -> None:
        """Edit title, subtitle, language and description."""
        card = self._session.read(get_project_card)
        if card is not None:
            dialog = ProjectDialog(card, self._window)
            dialog.project_edited.connect(self._on_project_edited)
            dialog.open()

    def _on_project_edited(self, patch: ProjectPatch) -> None:
        self._session.change(lambda project: edit_project(project, patch, initiator=self), draft=patch)


def _newest_backup_of(path: Path, state: WindowState) -> Path | None:
    """The last backup of the project that was open from this path before."""
    known = state.note_of(path, PROJECT_ID)
    backups = list_backups(backup_folder(known)) if known else ()
    return backups[-1] if backups else None


def _open_soon(path: Path) -> Project:
    """Open a project without waiting until all its pages are looked through."""
    return open_project(path, pages_later=True)
