"""The two keys that look for words: those of the whole window, and those of the page that is on screen."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.main_window import MainWindow
from gui.reader.reader_pane import ReaderPane
from gui.shell.entities_page import EntitiesPage
from gui.shell.page import Page
from gui.sources.sources_panel import Mode, SourcesPanel


class FindKeys(QObject):
    """The slash goes to the tool bar's field, Ctrl+F to that of the page where it has one."""

    def __init__(
        self, window: MainWindow, actions: Actions, sources: SourcesPanel, reader: ReaderPane, entities: EntitiesPage
    ) -> None:
        super().__init__(window)
        self._workbench = window.workbench
        self._field = window.tool_bar.search
        self._sources = sources
        self._reader = reader
        self._entities = entities
        actions[ActionId.SEARCH].triggered.connect(self._focus_search)
        actions[ActionId.FIND].triggered.connect(self._find_here)

    def _focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _find_here(self) -> None:
        if self._workbench.page is Page.SOURCES:
            self._find_in_sources()
        elif self._workbench.page is Page.ENTITIES:
            self._entities.search.setFocus()
        else:
            self._focus_search()

    def _find_in_sources(self) -> None:
        """In the text that is read, unless the keyboard is on the list beside it."""
        focused, sources = QApplication.focusWidget(), self._sources.source_list
        if self._sources.mode is Mode.READ and not (focused is not None and sources.isAncestorOf(focused)):
            self._reader.open_find()
        else:
            sources.focus_search()
