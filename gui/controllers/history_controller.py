"""Undo, redo and the history page. A text field that has something to undo comes first."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gui.actions import ActionId, Actions
from gui.controllers.long_work import QUICK_ROWS, LongWork
from gui.controllers.session import Session
from gui.main_window import MainWindow
from gui.overriding import override
from gui.shell.history_page import HistoryPage
from gui.shell.page import Page
from gui.texts import redo_text, undo_text
from models.changes import ChangeSet
from services.progress import WorkProgress
from services.project import Project

Replay = Callable[[Project, WorkProgress], ChangeSet]
_Typed = QLineEdit | QTextEdit | QPlainTextEdit


class HistoryController(QObject):
    """Keeps the labels of Undo and Redo true and answers the history page."""

    def __init__(
        self, session: Session, window: MainWindow, page: HistoryPage, actions: Actions, long_work: LongWork
    ) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._window = window
        self._page = page
        self._actions = actions
        actions[ActionId.UNDO].triggered.connect(self.undo)
        actions[ActionId.REDO].triggered.connect(self.redo)
        page.jump_requested.connect(self._on_jump_requested)
        session.project_opened.connect(self._on_project_opened)
        session.project_closed.connect(self.refresh)
        session.project_changed.connect(self._on_project_changed)
        window.workbench.page_shown.connect(self._on_page_shown)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is a window, so there is one

    def undo(self) -> None:
        """Take back what was typed in the focused field, else the newest change."""
        field = _text_field()
        if field is not None and _can_undo(field):
            field.undo()
            return
        self._session.flush()
        step = self._session.read(lambda project: project.undo_step())
        if step is not None:
            self._replay(
                step.id - 1, lambda project, progress: project.undo(initiator=self, progress=progress), undo_text(step)
            )

    def redo(self) -> None:
        """Put back what undo took."""
        field = _text_field()
        if field is not None and _can_redo(field):
            field.redo()
            return
        self._session.flush()
        step = self._session.read(lambda project: project.redo_step())
        if step is not None:
            self._replay(
                step.id, lambda project, progress: project.redo(initiator=self, progress=progress), redo_text(step)
            )

    def _on_jump_requested(self, change_id: int) -> None:
        self._session.flush()

        def jump(project: Project, progress: WorkProgress) -> ChangeSet:
            return project.jump_to(change_id, initiator=self, progress=progress)

        self._replay(change_id, jump, self.tr("Going through the history"))

    def _replay(self, until: int, replay: Replay, title: str) -> None:
        """Go to the state after the change `until`; at once, where that writes little."""
        rows = self._session.read(lambda project: project.rows_until(until, most=QUICK_ROWS + 1))
        if rows is not None:
            self._long_work.change(rows, replay, title=title)

    def _on_project_opened(self) -> None:
        self._page.set_read_only(not self._session.is_writable)
        self.refresh()

    def _on_project_changed(self, _changes: ChangeSet) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Name what would be undone and redone; list the history while it is on screen."""
        steps = self._session.read(lambda project: project.steps()) if self._session.is_writable else None
        undo, redo = steps or (None, None)
        self._actions.name(ActionId.UNDO, undo_text(undo))
        self._actions.name(ActionId.REDO, redo_text(redo))
        self._actions.update_needs(undo=undo is not None, redo=redo is not None)
        if self._session.is_open and self._window.workbench.page is Page.HISTORY:
            self._page.show_history(self._session.read(lambda project: project.history()) or ())

    def _on_page_shown(self, page: Page) -> None:
        if page is Page.HISTORY:
            self._session.flush()
            self.refresh()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        # The keys of one field, never the events of the whole application: each of them would come through Python.
        if isinstance(old, _Typed):
            old.removeEventFilter(self)
        if isinstance(now, _Typed):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A text field claims Ctrl+Z even with nothing to undo; then the key must reach the project's own undo.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            field = _text_field()
            if field is not None and watched is field:
                is_undo = event.matches(QKeySequence.StandardKey.Undo) and not _can_undo(field)
                if is_undo or (event.matches(QKeySequence.StandardKey.Redo) and not _can_redo(field)):
                    event.ignore()
                    return True
        return False


def _text_field() -> _Typed | None:
    focused = QApplication.focusWidget()
    if isinstance(focused, _Typed) and not focused.isReadOnly():
        return focused
    return None


def _can_undo(field: _Typed) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _can_redo(field: _Typed) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
