"""A small list to choose from, under a pill or a button: several with ticks, or one that is taken at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from gui.overriding import override
from gui.style import GAP_4, GAP_8, ICON

_SEARCH_FROM = 9
_ROW = 28
_WIDTH = 260
_MOST_ROWS = 12
_CHECKED = Qt.CheckState.Checked
_TYPED = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what is chosen, its text, and its icon."""

    value: object
    text: str
    icon: QIcon | None = None


class ChoicePopup(QFrame):
    """Closes on Esc and on a click outside.

    `choices_changed` carries the purpose and all ticked values after every tick; with `single`, `choice_made` carries
    the purpose and the one value. Where `free_text` is given (with {text} in it), what was typed can be taken too.
    """

    choices_changed = Signal(object, object)
    choice_made = Signal(object, object)

    def __init__(
        self, purpose: object, title: str, parent: QWidget, *, single: bool = False, free_text: str = ""
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self._purpose = purpose
        self._single = single
        self._free_text = free_text
        # Not in the items: Qt would turn the members of a StrEnum into plain text.
        self._values: list[object] = []
        self._field = QLineEdit()
        self._field.setPlaceholderText(title)
        self._field.setAccessibleName(title)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(ICON, ICON))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemClicked.connect(self._take)
        self._list.installEventFilter(self)
        self._clear = QPushButton(self.tr("Clear"))
        self._clear.setProperty("kind", "small")
        self._clear.setVisible(False)
        self._clear.clicked.connect(self._untick_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_8, GAP_8, GAP_8, GAP_8)
        column.setSpacing(GAP_4)
        for part in (self._field, self._list, self._clear):
            column.addWidget(part)

    def fill(self, choices: Iterable[Choice], ticked: Iterable[object] = ()) -> None:
        """Set the lines; `ticked` are the values that are chosen already."""
        chosen = set(ticked)
        for choice in choices:
            item = QListWidgetItem(choice.text.replace("\n", " ")[:200], self._list)
            item.setSizeHint(QSize(_WIDTH - 40, _ROW))
            self._values.append(choice.value)
            item.setToolTip(choice.text[:300])
            if choice.icon is not None:
                item.setIcon(choice.icon)
            if not self._single:
                item.setCheckState(_CHECKED if choice.value in chosen else Qt.CheckState.Unchecked)
        self._field.setVisible(self._list.count() >= _SEARCH_FROM or bool(self._free_text))
        self._clear.setVisible(bool(chosen) and not self._single)
        self._list.setFixedSize(_WIDTH, max(1, min(self._list.count(), _MOST_ROWS)) * _ROW + GAP_4)
        self._list.setVisible(self._list.count() > 0)

    def open_under(self, anchor: QWidget) -> None:
        """Show the list below `anchor`, or above it where the screen ends."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + GAP_4))
        room = anchor.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = anchor.mapToGlobal(QPoint(0, -self.height() - GAP_4))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        (self._field if self._field.isVisible() else self._list).setFocus()
        if self._list.count() and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _ticked(self) -> frozenset[object]:
        rows = range(len(self._values))
        return frozenset(self._values[row] for row in rows if self._list.item(row).checkState() == _CHECKED)

    def _take(self, item: QListWidgetItem) -> None:
        if self._single:
            typed = item.data(_TYPED)
            value = self._values[self._list.row(item)] if typed is None else typed
            self.choice_made.emit(self._purpose, value)
            self.close()
            return
        ticked = item.checkState() == _CHECKED
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        values = self._ticked()
        self._clear.setVisible(bool(values))
        self.choices_changed.emit(self._purpose, values)

    def _untick_all(self) -> None:
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(Qt.CheckState.Unchecked)
        self.choices_changed.emit(self._purpose, frozenset())
        self.close()

    def _narrow(self, text: str) -> None:
        needle = text.strip().casefold()
        exact = False
        for row in range(self._list.count() - 1, -1, -1):
            item = self._list.item(row)
            if item.data(_TYPED) is not None:
                self._list.takeItem(row)
                continue
            item.setHidden(needle not in item.text().casefold())
            exact = exact or needle == item.text().casefold()
        if self._free_text and needle and not exact:
            item = QListWidgetItem(self._free_text.format(text=text.strip()), self._list)
            item.setData(_TYPED, text.strip())
            item.setSizeHint(QSize(_WIDTH - 40, _ROW))
            self._list.setVisible(True)
        shown = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        self._list.setCurrentRow(shown[0] if shown else -1)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self._field and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._list.setFocus()
            return True
        takes = {Qt.Key.Key_Return, Qt.Key.Key_Enter} | ({Qt.Key.Key_Space} if watched is self._list else set())
        if key in takes and (item := self._list.currentItem()) is not None and not item.isHidden():
            self._take(item)
            return True
        return super().eventFilter(watched, event)
