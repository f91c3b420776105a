"""A small row of words of which one is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from gui.controls import plain_label
from gui.style import GAP_4, GAP_8


class _Segment(QPushButton):
    def __init__(self, value: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.value = value
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "pill")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, checked: bool) -> None:
        self.setProperty("active", checked)
        self.style().unpolish(self)
        self.style().polish(self)


class Segments(QWidget):
    """A caption and its pills. Fact: choice_made(value), only when a person chose."""

    choice_made = Signal(str)

    def __init__(self, caption: str, choices: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(caption)
        self._group = QButtonGroup(self)
        label = plain_label(caption, "caption", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_4)
        row.addWidget(label)
        row.addSpacing(GAP_8 - GAP_4)
        self._segments = [_Segment(value, words, self) for value, words in choices.items()]
        for segment in self._segments:
            segment.setAccessibleDescription(caption)
            self._group.addButton(segment)
            row.addWidget(segment)
        self._segments[0].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> str:
        return next(segment.value for segment in self._segments if segment.isChecked())

    def choose(self, value: str) -> None:
        """Show another choice; announces nothing."""
        next(segment for segment in self._segments if segment.value == value).setChecked(True)

    def _on_clicked(self, segment: _Segment) -> None:
        self.choice_made.emit(segment.value)
