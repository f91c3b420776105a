"""One date to type, and below it how it was understood."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dates import DateError, UncertainDate, format_date, format_entry, parse_entry
from gui.controls import plain_label
from gui.filters.words import say


class DayLine(QWidget):
    """`typed` after every key; `entered` by Enter."""

    typed = Signal()
    entered = Signal()

    def __init__(self, name: str, hint: str, edtf: str = "") -> None:
        super().__init__()
        self.field = QLineEdit(format_entry(UncertainDate(edtf)) if edtf else "")
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self._reading = plain_label("", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._reading)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._explain)
        self.field.returnPressed.connect(self.entered)
        self._explain()

    def date(self) -> UncertainDate | None:
        """What is typed, undated where nothing is; None where it is no date."""
        try:
            return parse_entry(self.field.text().strip(), today=dt.datetime.now().astimezone().date())
        except DateError:
            return None

    def _explain(self) -> None:
        date = self.date()
        words = say("This is not a date yet.") if date is None else format_date(date) if date.edtf else ""
        self._reading.setText(words)
        self.field.setAccessibleDescription(words)
        self.typed.emit()
