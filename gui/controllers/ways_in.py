"""The ways into the reader: from the list of sources, from a source's details, and from the menu; E leads out again."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.controllers.reader_controller import ReaderController
from gui.controllers.source_controller import SourceController
from gui.reader.reader_pane import ReaderPane
from gui.sources.sources_panel import Mode, SourcesPanel


class WaysIn(QObject):
    """Opens a source to be read, or its details."""

    def __init__(
        self,
        panel: SourcesPanel,
        pane: ReaderPane,
        reader: ReaderController,
        sources: SourceController,
        actions: Actions,
    ) -> None:
        super().__init__(reader)
        self._panel = panel
        self._reader = reader
        self._sources = sources
        panel.source_list.read_requested.connect(reader.read)
        panel.editor.read_requested.connect(self._on_read_requested)
        pane.details_requested.connect(self._show_details)
        actions[ActionId.READ].triggered.connect(self._read_selected)

    def read_new(self, source_id: int) -> None:
        """Show the copy of a source that was just added, or its details where they name others that look like it."""
        editor = self._panel.editor
        if editor.source_id() == source_id and editor.names_similar():
            self.show_details(source_id)
        else:
            self._reader.read(source_id)

    def show_details(self, source_id: int) -> None:
        """Show the fields and copies of a source."""
        self._panel.set_mode(Mode.DETAILS)
        self._sources.reveal(source_id)

    def _read_selected(self) -> None:
        source_id = self._panel.source_list.current_id()
        if source_id is not None:
            self._reader.read(source_id)
            return
        self._panel.set_mode(Mode.READ)
        self._sources.source_shown.emit()
        self._panel.focus_list()

    def _on_read_requested(self, capture_id: object) -> None:
        source_id = self._panel.editor.source_id()
        if source_id is not None:
            self._reader.read(source_id, capture_id if isinstance(capture_id, int) else None)

    def _show_details(self) -> None:
        self._panel.set_mode(Mode.DETAILS)
        self._panel.editor.focus_title()
