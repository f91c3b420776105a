"""From when until when: two date fields that say how they were understood."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from dates import DateError, UncertainDate, format_date, format_entry, parse_entry
from gui.controls import plain_label
from gui.style import GAP_4, GAP_8, GAP_12
from models.snapshots import IncidentFilter

_WIDTH = 300


class DatesPopup(QFrame):
    """`period_chosen` carries two EDTF texts, "" for an open end."""

    period_chosen = Signal(str, str)

    def __init__(self, wanted: IncidentFilter, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "popup")
        self.setFixedWidth(_WIDTH)
        self._since = self._make_field(self.tr("From"), wanted.since)
        self._until = self._make_field(self.tr("Until"), wanted.until)
        self._hints = (plain_label("", "hint"), plain_label("", "hint"))
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(GAP_4)
        for row, (name, field) in enumerate(((self.tr("From"), self._since), (self.tr("Until"), self._until))):
            label = plain_label(name, "caption")
            label.setBuddy(field)
            grid.addWidget(label, row * 2, 0)
            grid.addWidget(field, row * 2, 1)
            grid.addWidget(self._hints[row], row * 2 + 1, 1)
            field.textChanged.connect(self._explain)
            field.returnPressed.connect(self._apply)
        grid.addLayout(self._make_buttons(), 4, 0, 1, 2)
        self._explain()

    def _make_field(self, name: str, edtf: str) -> QLineEdit:
        field = QLineEdit(format_entry(UncertainDate(edtf)) if edtf else "")
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("any date"))
        return field

    def _make_buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        self._show = QPushButton(self.tr("Show these dates"))
        self._show.setProperty("kind", "primary")
        self._show.clicked.connect(self._apply)
        clear = QPushButton(self.tr("Clear"))
        clear.clicked.connect(self._clear)
        buttons.addWidget(clear)
        buttons.addStretch(1)
        buttons.addWidget(self._show)
        return buttons

    def open_under(self, anchor: QWidget) -> None:
        """Show the fields below `anchor`."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + GAP_4))
        room = anchor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self._since.setFocus()

    def _read(self, field: QLineEdit) -> UncertainDate | None:
        try:
            return parse_entry(field.text().strip(), today=dt.datetime.now().astimezone().date())
        except DateError:
            return None

    def _explain(self) -> None:
        readings = [self._read(field) for field in (self._since, self._until)]
        for hint, reading in zip(self._hints, readings, strict=True):
            if reading is None:
                hint.setText(self.tr("This is not a date yet."))
            else:
                hint.setText(format_date(reading) if reading.edtf else "")
        self._show.setEnabled(None not in readings)

    def _apply(self) -> None:
        since, until = self._read(self._since), self._read(self._until)
        if since is not None and until is not None:
            self.period_chosen.emit(since.edtf, until.edtf)
            self.close()

    def _clear(self) -> None:
        self.period_chosen.emit("", "")
        self.close()


def with_period(wanted: IncidentFilter, since: str, until: str) -> IncidentFilter:
    """`wanted` limited to another period (EDTF, "" for an open end)."""
    return replace(wanted, since=since, until=until)
