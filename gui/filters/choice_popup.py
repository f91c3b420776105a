"""A list to choose from, under a pill or a button: several with ticks, or one that is taken at once."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.filters.choice_item_model import ChoiceItemModel
from gui.filters.choice_list import ENTER, ChoiceList
from gui.filters.choices import Choices
from gui.filters.popup import Popup
from gui.filters.words import say
from gui.overriding import override
from gui.style import GAP_4, GAP_8

_SEARCH_FROM = 9
WIDTH, WIDE = 260, 380
_MOST_ROWS = 12
_STEPS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class ChoicePopup(Popup):
    """`choices_changed` carries the purpose and all ticked values after every tick; with `single`, `choice_made`
    carries the purpose and the one value. Where `free_text` is given (with {text} in it), what was typed can be taken too.
    """

    choices_changed = Signal(object, object)
    choice_made = Signal(object, object)

    def __init__(
        self,
        purpose: object,
        title: str,
        parent: QWidget,
        *,
        single: bool = False,
        free_text: str = "",
        width: int = WIDTH,
    ) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._width = width
        self._single = single
        self._free_text = free_text
        self._model: ChoiceItemModel | None = None
        self._field = QLineEdit()
        self._field.setPlaceholderText(title)
        self._field.setAccessibleName(title)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = ChoiceList(title)
        self._list.line_taken.connect(self._take)
        self._none = plain_label(say("Nothing matches."), "hint", self._list)
        self._none.move(GAP_8, GAP_4)
        self._none.hide()
        self._clear = QPushButton(say("Show all again"))
        self._clear.setProperty("kind", "word")
        self._clear.clicked.connect(self._untick_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_8, GAP_8, GAP_8, GAP_8)
        column.setSpacing(GAP_4)
        for part in (self._field, self._list, self._clear):
            column.addWidget(part)

    def offer(self, choices: Choices, ticked: Collection[object] = ()) -> None:
        """Set what there is to choose from; `ticked` are the values that are chosen already."""
        self._model = ChoiceItemModel(choices, ticked, self, checkable=not self._single)
        self._model.narrow("")
        count = self._model.rowCount()
        self._list.setModel(self._model)
        self._field.setVisible(count >= _SEARCH_FROM or bool(self._free_text))
        self._clear.setVisible(bool(ticked) and not self._single)
        self._list.fit(self._width, min(count, _MOST_ROWS))
        self._list.setVisible(count > 0)

    @override
    def open_under(self, anchor: QWidget) -> None:
        super().open_under(anchor)
        self._list.step_to(0)

    @override
    def first_field(self) -> QWidget:
        return self._field if not self._field.isHidden() else self._list

    def _take(self, place: QModelIndex) -> None:
        model = self._model
        if model is None or not place.isValid():
            return
        if self._single:
            value = model.value_at(place.row())
            self.choice_made.emit(self._purpose, self._field.text().strip() if value is None else value)
            self.close()
            return
        model.toggle(place.row())
        self._clear.setVisible(bool(model.ticked))
        self.choices_changed.emit(self._purpose, frozenset(model.ticked))

    def _untick_all(self) -> None:
        if self._model is not None:
            self._model.untick_all()
        self.choices_changed.emit(self._purpose, frozenset())
        self.close()

    def _narrow(self, text: str) -> None:
        model = self._model
        if model is None:
            return
        model.narrow(text)
        words = text.strip()
        if self._free_text and words and not self._is_listed(words):
            model.offer_typed(self._free_text.format(text=words))
        self._none.setVisible(not model.rowCount())
        self._list.step_to(0)

    def _is_listed(self, words: str) -> bool:
        model = self._model
        rows = range(min(model.rowCount(), _MOST_ROWS)) if model is not None else ()
        return model is not None and any(model.text_at(row).casefold() == words.casefold() for row in rows)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _STEPS:
            self._list.event(event)
            return True
        if event.key() in ENTER:
            self._list.take_current()
            return True
        return super().eventFilter(watched, event)
