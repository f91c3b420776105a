"""The sources of a project beside what is done with one of them: its details, or reading it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.controls import IconButton
from gui.notices import Notices
from gui.overriding import override
from gui.sources.loaders import SourceLoaders
from gui.sources.source_editor import SourceEditor
from gui.sources.source_list_panel import SourceListPanel
from gui.style import WIDTH_INSPECTOR, WIDTH_INSPECTOR_MIN
from gui.window_state import WindowState

_LIST_MIN, _LIST_MIN_READING = 300, 200
_LIST_READING, _PROPOSALS = 240, 448
# The room that is divided while nothing is shown yet.
_USUAL = 1380
_READER_MIN, _PROPOSALS_MIN = 360, 320
# Below this the list would leave too little room to read: it is shown when it is asked for.
NARROW = 1190


class Mode(StrEnum):
    """What is done with the source that is selected."""

    DETAILS = "details"
    READ = "read"


class SourcesPanel(QSplitter):
    """Holds `source_list` and `editor`, and what `add_reading` brings; all speak for themselves."""

    mode_changed = Signal(object)
    """Payload: the Mode."""

    def __init__(self, loaders: SourceLoaders, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.mode = Mode.DETAILS
        self._is_list_wanted = False
        self.source_list = SourceListPanel(loaders.fetch_rows, self)
        self.editor = SourceEditor(loaders, notices, self)
        self._reading = QSplitter(Qt.Orientation.Horizontal, self)
        self._read_parts: tuple[QWidget, ...] = ()
        # Without a parent: a splitter would take it for a pane. It stands in the head of the text.
        self.list_button = IconButton("panel-left-open", self.tr("Show the sources"))
        self.list_button.clicked.connect(self._on_list_button_clicked)
        self.source_list.setMinimumWidth(_LIST_MIN)
        self.editor.setMinimumWidth(WIDTH_INSPECTOR_MIN)
        for part in (self.source_list, self.editor, self._reading):
            self.addWidget(part)
        for index, stretch in enumerate((1, 0, 1)):
            self.setStretchFactor(index, stretch)
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt's own signature
        self.setCollapsible(2, False)  # noqa: FBT003 - Qt's own signature
        self._reading.setChildrenCollapsible(False)
        self._reading.hide()
        self._layouts: dict[Mode, QByteArray] = {}

    def add_reading(self, reader: QWidget, proposals: QWidget) -> None:
        """Take over what is shown in mode READ: the text, and what was found in it."""
        reader.setMinimumWidth(_READER_MIN)
        proposals.setMinimumWidth(_PROPOSALS_MIN)
        self._read_parts = (reader, proposals)
        for index, part in enumerate(self._read_parts):
            self._reading.addWidget(part)
            self._reading.setStretchFactor(index, 1 - index)

    def restore_layout(self, state: WindowState) -> None:
        """Divide the room as it was left."""
        for mode in Mode:
            kept = state.layout(_name_of(mode))
            if not kept.isEmpty():
                self._layouts[mode] = kept
        self._lay_out()
        if not self._reading.restoreState(state.layout("reading")):
            self._reading.setSizes([_USUAL - _LIST_READING - _PROPOSALS, _PROPOSALS])

    def keep_layout(self, state: WindowState) -> None:
        """Remember how the room is divided."""
        self._note_layout()
        for mode, layout in self._layouts.items():
            state.keep_layout(_name_of(mode), layout)
        state.keep_layout("reading", self._reading.saveState())

    def set_mode(self, mode: Mode) -> None:
        """Show the details of the source, or what is read of it."""
        if mode is self.mode:
            return
        self._note_layout()
        self.mode = mode
        is_reading = mode is Mode.READ
        self.source_list.setMinimumWidth(_LIST_MIN_READING if is_reading else _LIST_MIN)
        self.source_list.set_compact(is_reading)
        self.setStretchFactor(0, int(not is_reading))
        self.editor.setVisible(not is_reading)
        self._reading.setVisible(is_reading)
        self._follow_width()
        self._lay_out()
        self.mode_changed.emit(mode)

    def panes(self) -> Sequence[QWidget]:
        """The panes that are shown, from left to right."""
        return [part for part in (self.source_list, self.editor, *self._read_parts) if part.isVisible()]

    def focus_list(self) -> None:
        """Put the keyboard on the list; in a narrow window it is shown until a source was chosen."""
        self._is_list_wanted = True
        self._follow_width()
        self.source_list.focus_list()

    def leave_list(self) -> None:
        """Hide the list again, if there is no room for it."""
        self._is_list_wanted = False
        self._follow_width()

    def _note_layout(self) -> None:
        if self.source_list.isVisibleTo(self):
            self._layouts[self.mode] = self.saveState()

    def _lay_out(self) -> None:
        kept = self._layouts.get(self.mode)
        if kept is not None and self.restoreState(kept):
            return
        room = max(self.width(), _USUAL)
        is_reading = self.mode is Mode.READ
        self.setSizes(
            [_LIST_READING, 0, room - _LIST_READING] if is_reading else [room - WIDTH_INSPECTOR, WIDTH_INSPECTOR, 0]
        )

    def _follow_width(self) -> None:
        is_narrow = self.mode is Mode.READ and self.width() < NARROW
        if not is_narrow:
            self._is_list_wanted = False
        self.source_list.setVisible(self._is_list_wanted or not is_narrow)
        is_shown = self.source_list.isVisibleTo(self)
        self.list_button.setVisible(is_narrow)
        self.list_button.set_icon_name("panel-left-close" if is_shown else "panel-left-open")
        self.list_button.set_words(self.tr("Hide the sources") if is_shown else self.tr("Show the sources"))

    def _on_list_button_clicked(self) -> None:
        if self.source_list.isVisibleTo(self):
            self.leave_list()
        else:
            self.focus_list()

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._follow_width()


def _name_of(mode: Mode) -> str:
    return "sources" if mode is Mode.DETAILS else "sources-reading"
