"""The lines of a popup: thousands of them cost nothing, as words are read for those that are painted."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from gui.filters.choices import Choice, Choices
from gui.overriding import override

ROW = 28
_PAGE = 40
# A list view looks at every row when it lays itself out: more are told of when it is scrolled to their end.
_BATCH = 500
_SHORT = 12
_LONGEST, _LONGEST_TIP = 200, 300
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ChoiceItemModel(QAbstractListModel):
    """`ticked` is what is chosen, listed or not. A typed text stands as a last line with the value None."""

    def __init__(self, choices: Choices, ticked: Collection[object], parent: QObject, *, checkable: bool) -> None:
        super().__init__(parent)
        self._choices = choices
        self._checkable = checkable
        self.ticked = set(ticked)
        # Not in the items: Qt would turn the members of a StrEnum into plain text.
        self._values: Sequence[object] = ()
        self._lines: dict[object, Choice] = {}
        self._told = 0
        self._typed = ""

    def narrow(self, text: str) -> None:
        """List what has `text` in it; of many, those that are ticked come first."""
        self.beginResetModel()
        found = self._choices.find(text)
        if self.ticked and len(found) > _SHORT:
            found = [
                *(value for value in found if value in self.ticked),
                *(value for value in found if value not in self.ticked),
            ]
        self._values, self._lines, self._typed = found, {}, ""
        self._told = min(_BATCH, len(found))
        self.endResetModel()

    def offer_typed(self, words: str) -> None:
        """Add a last line for what was typed."""
        row = self._told
        self.beginInsertRows(_NO_PARENT, row, row)
        self._typed = words
        self.endInsertRows()

    def value_at(self, row: int) -> object:
        """What a line stands for; None for what was typed."""
        return self._values[row] if row < self._told else None

    def text_at(self, row: int) -> str:
        """The words of a line; "" where its record is gone."""
        if row >= self._told:
            return self._typed
        line = self._line(row)
        return line.text if line else ""

    def toggle(self, row: int) -> None:
        """Tick a line, or take its tick away."""
        self.ticked ^= {self.value_at(row)}
        place = self.index(row)
        self.dataChanged.emit(place, place)

    def untick_all(self) -> None:
        self.ticked.clear()
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _line(self, row: int) -> Choice | None:
        value = self._values[row]
        if value not in self._lines:
            start = row - row % _PAGE
            self._lines.update(self._choices.lines(self._values[start : start + _PAGE]))
        return self._lines.get(value)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._told + bool(self._typed)

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._told < len(self._values)

    @override
    def fetchMore(self, parent: _Index) -> None:
        told = min(self._told + _BATCH, len(self._values))
        self.beginInsertRows(_NO_PARENT, self._told, told - 1)
        self._told = told
        self.endInsertRows()

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(row).replace("\n", " ")[:_LONGEST]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text_at(row)[:_LONGEST_TIP]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW)
        if row >= self._told:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            line = self._line(row)
            return line.icon if line else None
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable:
            return Qt.CheckState.Checked if self._values[row] in self.ticked else Qt.CheckState.Unchecked
        return None
