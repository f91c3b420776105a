"""Asks for one incident of the project."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.patch_field import NoteLine
from gui.fields.record_picker import PickerItem, RecordPicker, incident_item
from gui.fields.titled_dialog import TitledDialog
from gui.texts import problem_text
from gui.theme import theme_of
from models.errors import UserFacingError
from models.snapshots import IncidentRow


class IncidentDialog(TitledDialog):
    """`incident_chosen(id)`, once, by Enter or a click; Esc chooses none."""

    incident_chosen = Signal(int)

    def __init__(
        self, title: str, find_incidents: Callable[[str], Sequence[IncidentRow]], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._find_incidents = find_incidents
        self._problem = NoteLine(self)
        self.picker = RecordPicker(self.tr("Incident"), self.tr("Search incidents by title or text"), self._find, self)
        self.picker.record_picked.connect(self._on_picked)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.picker, 1)
        self.add_cancel(self.tr("Choose none (Esc)"))
        self.add_primary(self.tr("Choose")).clicked.connect(self.picker.take_current)
        self.resize(520, 480)
        self.picker.search.setFocus()

    def _find(self, text: str) -> Sequence[PickerItem]:
        try:
            rows = self._find_incidents(text)
        except UserFacingError as error:
            self._problem.say_problem(problem_text(error).title)
            return []
        return [incident_item(row, theme_of(self)) for row in rows]

    def _on_picked(self, incident_id: int) -> None:
        self.accept()
        self.incident_chosen.emit(incident_id)
