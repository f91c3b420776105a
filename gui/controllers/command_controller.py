"""Answers actions that belong to the window as a whole: pages, palette, keys, theme, Escape, about."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from dates import DateStyle, format_date
from gui.actions import ActionId, Actions
from gui.controllers.project_reader import ProjectReader
from gui.controllers.session import Session
from gui.controllers.way_back import WayBack
from gui.main_window import MainWindow
from gui.shell.command_palette import INCIDENT, SOURCE, CommandPalette, Jump
from gui.shell.keys_sheet import KeysSheet
from gui.shell.page import Page
from gui.style import ThemeKeeper
from gui.window_state import WindowState

_PAGES = {
    ActionId.SHOW_CHRONOLOGY: Page.CHRONOLOGY,
    ActionId.SHOW_TIMELINE: Page.TIMELINE,
    ActionId.SHOW_CALENDAR: Page.CALENDAR,
    ActionId.SHOW_SOURCES: Page.SOURCES,
    ActionId.SHOW_ENTITIES: Page.ENTITIES,
    ActionId.SHOW_HISTORY: Page.HISTORY,
    ActionId.SHOW_BIN: Page.BIN,
}
_THEMES = {
    ActionId.THEME_SYSTEM: "system",
    ActionId.THEME_LIGHT: "light",
    ActionId.THEME_DARK: "dark",
}


class CommandController(QObject):
    """Knows the window and its settings; reads titles for the palette."""

    incident_requested = Signal(int)
    source_requested = Signal(int)

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        actions: Actions,
        state: WindowState,
        themes: ThemeKeeper,
        reader: ProjectReader,
        way: WayBack,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._actions = actions
        self._state = state
        self._themes = themes
        self._reader = reader
        self._way = way
        for action_id in _PAGES:
            actions[action_id].triggered.connect(self._on_page_triggered)
        window.workbench.sidebar.page_requested.connect(self.show_page)
        slots: dict[ActionId, Callable[[], object]] = {
            ActionId.COMMANDS: self._show_palette,
            ActionId.KEYS: self._show_keys,
            ActionId.BACK: self._go_back,
            ActionId.CONFIRM: self._confirm_pane,
            ActionId.ABOUT: self._show_about,
            ActionId.QUIT: window.close,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(slot)
        self._connect_settings()

    def _connect_settings(self) -> None:
        for action_id, choice in _THEMES.items():
            self._actions[action_id].setChecked(choice == self._state.theme)
            self._actions[action_id].triggered.connect(self._on_theme_triggered)
        wanted = self._state.flag("single-keys", default=True)
        self._actions[ActionId.SINGLE_KEYS].setChecked(wanted)
        self._actions.use_single_keys(wanted)
        self._actions[ActionId.SINGLE_KEYS].toggled.connect(self._on_single_keys_toggled)
        self._themes.theme_changed.connect(self._on_theme_changed)

    def _on_page_triggered(self) -> None:
        self.show_page(_PAGES[ActionId(self.sender().objectName())])
        self._window.workbench.focus_page()

    def show_page(self, page: Page) -> None:
        """Show a page; what was typed elsewhere is saved first."""
        self._session.flush()
        self._way.forget()
        self._window.workbench.show_page(page)

    def _go_back(self) -> None:
        workbench = self._window.workbench
        if self._window.is_at_start:
            return
        # A new incident is stored first, so that there is a list to go back to.
        self._session.flush()
        if self._way.go():
            return
        before = QApplication.focusWidget()
        workbench.focus_page()
        if QApplication.focusWidget() is before and workbench.page is not Page.CHRONOLOGY:
            self.show_page(Page.CHRONOLOGY)
            workbench.focus_page()

    def _confirm_pane(self) -> None:
        self._session.flush()
        self._window.workbench.focus_page()

    def _show_palette(self) -> None:
        palette = CommandPalette(self._actions.all(), self._find_jumps, self._window)
        palette.action_chosen.connect(self._on_action_chosen)
        palette.jump_chosen.connect(self._on_jump_chosen)
        palette.open_over(self._window)

    def _find_jumps(self, text: str, limit: int) -> Sequence[Jump]:
        if not self._session.is_open:
            return ()
        incidents = [
            Jump(INCIDENT, row.id, row.title, format_date(row.date, DateStyle.SHORT))
            for row in self._reader.find_incidents(text)[:limit]
        ]
        sources = [
            Jump(SOURCE, row.id, row.title, row.container_title or row.publisher)
            for row in self._reader.find_sources(text)[:limit]
        ]
        return [*incidents, *sources]

    def _on_action_chosen(self, action: QAction) -> None:
        action.trigger()

    def _on_jump_chosen(self, kind: str, record_id: int) -> None:
        if kind == INCIDENT:
            self.incident_requested.emit(record_id)
        else:
            self.source_requested.emit(record_id)

    def _show_keys(self) -> None:
        KeysSheet(self._actions, self._window).open()

    def _show_about(self) -> None:
        self._session.notices.show_message(
            self._window,
            self.tr("Dateline {version}").replace("{version}", QApplication.applicationVersion()),
            self.tr(
                "A chronology editor for journalists. It works offline: nothing leaves this computer that you did not "
                "send. MIT licence; fonts Inter and Source Serif 4 (OFL), icons Lucide (ISC)."
            ),
        )

    def _on_theme_triggered(self) -> None:
        choice = _THEMES[ActionId(self.sender().objectName())]
        self._state.theme = choice
        self._themes.choose(choice)

    def _on_theme_changed(self) -> None:
        self._actions.tint(self._themes.theme)

    def _on_single_keys_toggled(self, wanted: bool) -> None:
        self._state.keep_flag("single-keys", wanted)
        self._actions.use_single_keys(wanted)
