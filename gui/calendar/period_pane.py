"""Below the calendar: what the chosen square, bar or gap holds, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.calendar.incident_list import IncidentPartsList
from gui.calendar.incident_model import Part, RowReader
from gui.calendar.words import say
from gui.controls import IconButton, plain_label
from gui.elided_line import ElidedLine
from gui.fonts import Role
from gui.key_cap import CapButton
from gui.overriding import override
from gui.style import GAP_8, GAP_12, PAD_PANE

_NARROW = 680


class PeriodPane(QFrame):
    """Knows nothing of periods: it is given words and incidents. Enter and Shift+Enter do what its buttons do."""

    incident_selected = Signal(int)
    incident_opened = Signal(int)
    list_requested = Signal(object)
    timeline_requested = Signal(object)
    """Payload: what the words are about."""
    closed = Signal()

    def __init__(self, rows: RowReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(say("What is there"))
        self._subject: object = None
        # Not that of the wide buttons, which make way for small ones.
        self.setMinimumWidth(260)
        self.title = plain_label("", "heading")
        self.caption = ElidedLine(Role.CAPTION, "ink3", self)
        self.list = IncidentPartsList(rows)
        self.list.incident_selected.connect(self.incident_selected)
        self.list.incident_opened.connect(self.incident_opened)
        self.to_list = CapButton("list-tree", say("Chronology"), "Enter")
        self.to_timeline = CapButton("chart-gantt", say("Timeline"), "Shift+Enter")
        self._list_icon = IconButton("list-tree", _list_words(), key="Enter")
        self._timeline_icon = IconButton("chart-gantt", _timeline_words(), key="Shift+Enter")
        self._close = IconButton("x", say("Close"), key="Esc")
        self.to_list.setToolTip(f"{_list_words()} (Enter)")
        self.to_timeline.setToolTip(f"{_timeline_words()} (Shift+Enter)")
        for buttons, wish in (
            ((self.to_list, self._list_icon), self._ask_for_list),
            ((self.to_timeline, self._timeline_icon), self._ask_for_timeline),
            ((self._close,), self.closed),
        ):
            for button in buttons:
                button.clicked.connect(wish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addWidget(self.list, 1)

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PAD_PANE, GAP_8, GAP_12, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self.title)
        row.addSpacing(GAP_12 - GAP_8)
        row.addWidget(self.caption, 1)
        for button in (self.to_list, self.to_timeline, self._list_icon, self._timeline_icon, self._close):
            row.addWidget(button)
        return row

    def show_words(self, title: str, caption: str, subject: object) -> None:
        """What is chosen, how much that is, and what the wishes carry."""
        self._subject = subject
        self.title.setText(title)
        self.caption.show_text(caption)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """List other incidents."""
        if self.list.incidents.show_parts(parts):
            self.list.relayout()
            self.list.verticalScrollBar().setValue(0)
        self.list.viewport().update()
        for button in (self.to_list, self._list_icon):
            button.setEnabled(bool(parts))

    def lists(self, incident_id: int) -> bool:
        """Whether an incident can be seen here."""
        return self.isVisible() and self.list.incidents.row_of(incident_id) is not None

    def _ask_for_list(self) -> None:
        self.list_requested.emit(self._subject)

    def _ask_for_timeline(self) -> None:
        self.timeline_requested.emit(self._subject)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        for button, is_icon in (
            (self.to_list, False),
            (self.to_timeline, False),
            (self._list_icon, True),
            (self._timeline_icon, True),
        ):
            button.setVisible(is_icon is is_narrow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _list_words() -> str:
    return say("Show these in the chronology")


def _timeline_words() -> str:
    return say("Show this time on the timeline")
