"""Looks for the incident that a proposal belongs to, where none of the likely ones is it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dates import UncertainDate
from gui.controls import plain_label
from gui.fields.patch_field import NoteLine
from gui.fields.record_picker import PickerItem, RecordPicker, incident_item
from gui.overriding import override
from gui.proposals.card_button import CardButton
from gui.style import GAP_8
from gui.texts import problem_text
from gui.theme import theme_of
from models.errors import UserFacingError
from models.proposals import IncidentMatch
from models.snapshots import IncidentRow
from services.alike import dates_differ

_HEIGHT = 280


class IncidentFinder(QWidget):
    """`incident_found(IncidentMatch)` when one was taken, `left` by Cancel."""

    incident_found = Signal(object)
    left = Signal()

    def __init__(self, find: Callable[[str], Sequence[IncidentRow]], parent: QWidget | None = None) -> None:
        self._rows: dict[int, IncidentRow] = {}
        self._find_rows, self._date = find, UncertainDate()
        super().__init__(parent)
        self._problem = NoteLine(self)
        self.picker = RecordPicker(self.tr("Incident"), self.tr("Search incidents by title or text"), self._find, self)
        self.picker.setFixedHeight(_HEIGHT)
        self.picker.record_picked.connect(self._on_picked)
        cancel = CardButton(self.tr("Cancel"), "Esc", "quiet", self)
        cancel.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Attach to which incident?"), "strong", self), 1)
        head.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_8)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addWidget(self.picker)

    def open_for(self, date: UncertainDate) -> None:
        """Start a search for what happened on `date`."""
        self._date = date
        self.picker.search.clear()
        self.picker.look_again()
        self.picker.setFixedHeight(_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # it has chosen an incident; the card, which is back by now, would accept the proposal
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> Sequence[PickerItem]:
        try:
            rows = self._find_rows(text)
        except UserFacingError as error:
            self._problem.say_problem(problem_text(error).title)
            return []
        self._rows = {row.id: row for row in rows}
        return [incident_item(row, theme_of(self)) for row in rows]

    def _on_picked(self, incident_id: int) -> None:
        row = self._rows[incident_id]
        differ = dates_differ(self._date, row.date)
        self.incident_found.emit(IncidentMatch(row.id, row.title, row.date, row.status, (), differ))
