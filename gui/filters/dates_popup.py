"""From when until when: two date fields that say how they were understood."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls import plain_label
from gui.filters.day_line import DayLine
from gui.filters.popup import Popup
from gui.filters.popup_buttons import PopupButtons
from gui.overriding import override
from gui.style import GAP_4, GAP_8, GAP_12
from models.snapshots import IncidentFilter

_WIDTH = 300


class DatesPopup(Popup):
    """`period_chosen` carries two EDTF texts, "" for an open end."""

    period_chosen = Signal(str, str)

    def __init__(self, wanted: IncidentFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._since = DayLine(self.tr("From"), self.tr("any date"), wanted.since)
        self._until = DayLine(self.tr("Until"), self.tr("any date"), wanted.until)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(GAP_4)
        for row, (name, line) in enumerate(((self.tr("From"), self._since), (self.tr("Until"), self._until))):
            label = plain_label(name, "caption")
            label.setBuddy(line.field)
            label.setContentsMargins(0, GAP_8, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(line, row, 1)
            line.typed.connect(self._check)
            line.entered.connect(self._apply)
        self._buttons = PopupButtons(self.tr("Show these dates"))
        self._buttons.show.clicked.connect(self._apply)
        self._buttons.clear.clicked.connect(self._clear)
        grid.addLayout(self._buttons, 2, 0, 1, 2)
        self._check()

    @override
    def first_field(self) -> QWidget:
        return self._since.field

    def _check(self) -> None:
        self._buttons.show.setEnabled(self._since.date() is not None and self._until.date() is not None)

    def _apply(self) -> None:
        since, until = self._since.date(), self._until.date()
        if since is not None and until is not None:
            self.period_chosen.emit(since.edtf, until.edtf)
            self.close()

    def _clear(self) -> None:
        self.period_chosen.emit("", "")
        self.close()
