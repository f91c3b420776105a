"""The window's composition root: paints the frame first, then loads the data layer and what needs it."""

import gc
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.main_window import MainWindow
from gui.overriding import override
from gui.style import ThemeKeeper
from gui.window_state import WindowState, state_path

if TYPE_CHECKING:
    from gui.desk import Desk
    from gui.error_report import ErrorReport
    from gui.notices import Notices

VERSION = "0.1.0"
# What a quick hand may press in the moment between the first paint and the controllers; done once they are there.
_EARLY = (ActionId.NEW_INCIDENT, ActionId.ADD_SOURCE, ActionId.NEW_PROJECT, ActionId.OPEN_PROJECT, ActionId.OPEN_SAMPLE)

# What takes three times as long as the first paint, in an order in which no single part takes much over 100 ms of it.
# Not on a worker: whoever keeps the interpreter busy on this thread would starve it for seconds.
_PARTS = (
    "asyncio",
    "importlib.metadata",
    "pydantic.main",
    "sqlalchemy",
    "sqlalchemy.dialects.sqlite",
    "sqlmodel",
    "models.drafts",
    "models.tables",
    "services.chronology",
    "services.exporting",
    "gui.chronology.panel",
    "gui.inspector.incident_inspector",
    "gui.sources.sources_panel",
    "gui.reader.pages_pane",
    "gui.reader.reader_pane",
    "gui.proposals.proposals_pane",
    "gui.controllers.sidebar_controller",
    "gui.controllers.project_controller",
    "gui.controllers.export_controller",
    "gui.controllers.reading_room",
    "gui.controllers.import_controller",
    "gui.desk",
    "gui.error_report",
    "gui.notices",
)


class FirstPaint(QObject):
    """Tells once that a widget was painted."""

    window_painted = Signal()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # After the paint, not within it.
            QTimer.singleShot(0, self.window_painted.emit)
        return False


class Opener(QObject):
    """Brings the window to life after its first paint, and opens the project that was asked for."""

    desk_opened = Signal()

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        state: WindowState,
        themes: ThemeKeeper,
        path: Path | None,
        notices: "Notices | None" = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._state = state
        self._themes = themes
        self._path = path
        self._notices = notices
        self._early: ActionId | None = None
        self.desk: Desk | None = None
        self._report: ErrorReport | None = None
        self._parts: list[str] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._load_next)
        for action_id in _EARLY:
            actions[action_id].triggered.connect(self._remember)
        self._paint = FirstPaint(self)
        self._paint.window_painted.connect(self.load)
        window.installEventFilter(self._paint)

    def _remember(self) -> None:
        self._early = ActionId(self.sender().objectName())

    def load(self) -> None:
        """Begin to import the data layer and the panels, a part per turn of the event loop: the window answers between."""
        from gui.dateline_style import use_dateline_style  # noqa: PLC0415 - not for the first paint

        use_dateline_style(self._themes.application)
        self._window.complete()
        self._parts = list(_PARTS)
        self._turn.start(0)

    def _load_next(self) -> None:
        import_module(self._parts.pop(0))
        if not self._parts:
            self._turn.stop()
            gc.freeze()
            gc.enable()
            self._open_desk()

    def _open_desk(self) -> None:
        """Make panels and controllers, and open the project."""
        # They are loaded already; here their names are only taken.
        from gui.desk import Desk, Frame  # noqa: PLC0415 - start-up time, see _PARTS
        from gui.error_report import ErrorReport, log_path  # noqa: PLC0415 - start-up time, see _PARTS
        from gui.notices import Notices  # noqa: PLC0415 - start-up time, see _PARTS

        notices = self._notices or Notices(self._window)
        self._report = ErrorReport(notices, log_path(), self._window)
        self.desk = Desk(Frame(self._window, self._actions, self._state, self._themes), notices, self._report)
        for action_id in _EARLY:
            self._actions[action_id].triggered.disconnect(self._remember)
        if self._path is not None and not self.desk.open(self._path):
            self._window.show_start()
        if self._early is not None:
            self._actions[self._early].trigger()
        self.desk_opened.emit()

    def take_over_errors(self) -> None:
        """Let exceptions that nobody expected end in one window and in the log."""
        if self._report is not None:
            self._report.install()


def build(argv: Sequence[str], *, notices: "Notices | None" = None) -> tuple[QApplication, MainWindow]:
    """The application and its window, not yet shown; `argv` may name a project after the program.

    Without one the last project is opened again. Everything behind the frame is loaded after the first paint.
    """
    running = QApplication.instance()
    # Fusion is what DatelineStyle stands on, which is set after the first paint.
    application = running if isinstance(running, QApplication) else QApplication([*argv[:1], "-style", "fusion"])
    application.setApplicationName("dateline")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("dateline")
    state = WindowState(state_path())
    themes = ThemeKeeper(application, state.theme)
    actions = Actions(application)
    window = MainWindow(actions, state)
    path = Path(argv[1]).absolute() if len(argv) > 1 else state.last_project
    if path is not None and path.is_file():
        window.show_opening(path)
    else:
        window.show_start()
        # A project of the last run that is gone is no reason for a message; one that was asked for is.
        path = path if len(argv) > 1 else None
    Opener(window, actions, state, themes, path, notices)
    return application, window


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed."""
    os.umask(0o077)
    application, window = build(argv)
    opener = window.findChild(Opener)
    if opener is not None:
        opener.desk_opened.connect(opener.take_over_errors)
    window.show()
    code = application.exec()
    # Window and controllers refer to each other, so Python would free them after the application: that crashes.
    shiboken6.delete(window)
    return code
