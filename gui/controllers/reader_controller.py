"""Shows preserved copies to be read: which one, how it changes, and from which day its dates count."""

from PySide6.QtCore import QObject, Signal

from dates import UncertainDate
from gui.actions import Actions
from gui.controllers.session import Session
from gui.controllers.source_controller import SourceController
from gui.reader.reader_pane import ReaderPane
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.sources.sources_panel import Mode, SourcesPanel
from models.changes import ChangeSet, RecordKind
from models.drafts import SourcePatch
from models.reading import Reading
from services.reading import get_reading, readable_capture
from services.sources import edit_source

# What a reading names; a change to any of them may be on screen.
_SHOWN = (RecordKind.SOURCE, RecordKind.CAPTURE, RecordKind.CAPTURE_TEXT, RecordKind.CITATION, RecordKind.INCIDENT)


class ReaderController(QObject):
    """Follows the selected source while the page of sources is shown in mode READ, and catches up when it is again."""

    reading_shown = Signal(object)
    """Payload: the Reading that the pane shows now, after each time it was read anew; None for none."""
    today_changed = Signal()
    """Dates count from another day, which the pane knows."""

    def __init__(
        self,
        session: Session,
        panel: SourcesPanel,
        pane: ReaderPane,
        sources: SourceController,
        workbench: Workbench,
        actions: Actions,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._panel = panel
        self._pane = pane
        self._sources = sources
        self._workbench = workbench
        self._actions = actions
        self._chosen: dict[int, int] = {}
        self._is_stale = self._is_jumping = False
        self.reading: Reading | None = None
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)
        workbench.page_shown.connect(self._on_page_shown)
        self._connect_panes()

    def _connect_panes(self) -> None:
        panel, pane = self._panel, self._pane
        panel.mode_changed.connect(self._on_mode_changed)
        panel.source_list.source_selected.connect(self._follow)
        pane.capture_chosen.connect(self._on_capture_chosen)
        pane.today_changed.connect(self._on_today_changed)

    @property
    def is_reading(self) -> bool:
        """Whether a text is on screen to be read."""
        return self.reading is not None and self._is_shown

    @property
    def _is_shown(self) -> bool:
        return self._panel.mode is Mode.READ and self._workbench.page is Page.SOURCES

    def read(self, source_id: int, capture_id: int | None = None) -> None:
        """Show a copy of a source to be read, the newest where none is named, and give its text the keyboard."""
        self.show_source(source_id, capture_id)
        self._panel.leave_list()
        self._pane.focus_text()

    def show_source(self, source_id: int, capture_id: int | None = None) -> None:
        """Show a copy of a source, the one that was shown last where none is named; the keyboard stays where it is."""
        shown = self.reading
        is_there = shown is not None and shown.source.id == source_id and capture_id in (None, shown.capture.id)
        if is_there and self._is_shown and not self._is_stale:
            return
        if capture_id is not None:
            self._chosen[source_id] = capture_id
        self._is_jumping = True
        self._panel.set_mode(Mode.READ)
        self._sources.reveal(source_id)
        self._is_jumping = False
        self._show(source_id)

    def _on_capture_chosen(self, capture_id: int) -> None:
        if self.reading is not None:
            self.show_source(self.reading.source.id, capture_id)

    def _on_project_opened(self) -> None:
        self._pane.set_read_only(not self._session.is_writable)
        self._show(None)

    def _on_project_closing(self) -> None:
        self._chosen.clear()
        self._show(None)

    def _on_mode_changed(self, mode: Mode) -> None:
        self._workbench.set_reading(Page.SOURCES if mode is Mode.READ else None)
        self._follow()

    def _on_page_shown(self, _page: Page) -> None:
        if self._is_stale:
            self._follow()
        self._tell_actions()

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_SHOWN):
            self._follow()

    def _follow(self, _what: object = None) -> None:
        """Show the selected source as it is now, if anybody sees it."""
        self._is_stale = not self._is_shown
        if self._is_shown and self._session.is_open and not self._is_jumping:
            self._show(self._panel.source_list.current_id())
        self._tell_actions()

    def _show(self, source_id: int | None) -> None:
        self._is_stale = False
        self.reading = None if source_id is None else self._find(source_id)
        if self.reading is not None:
            self._pane.show_reading(self.reading)
        else:
            self._pane.show_nothing(self._reason(source_id))
        self._tell_actions()
        self.reading_shown.emit(self.reading)

    def _find(self, source_id: int) -> Reading | None:
        chosen = self._chosen.get(source_id)
        found = None if chosen is None else self._session.find(lambda project: get_reading(project, chosen))
        if found is not None and found.source.id == source_id:
            return found
        newest = self._session.find(lambda project: readable_capture(project, source_id))
        return None if newest is None else self._session.find(lambda project: get_reading(project, newest))

    def _reason(self, source_id: int | None) -> str:
        if source_id is None:
            return self.tr("Select a source to read it here.")
        return self.tr("This source has no preserved copy yet. Press E to add one to its details.")

    def _tell_actions(self) -> None:
        self._actions.update_needs(reading=self.is_reading)

    def _on_today_changed(self, today: UncertainDate, keep_as_published: bool) -> None:
        if self.reading is None:
            return
        if keep_as_published and self._session.is_writable:
            source_id, patch = self.reading.source.id, SourcePatch(published=today)
            self._session.change(lambda project: edit_source(project, source_id, patch, initiator=self), draft=patch)
        self.today_changed.emit()
