"""What can be changed for several incidents at once: status, tags, place. Each button is one change."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import FieldRow, NoteLine
from gui.fields.suggest_field import SuggestField
from gui.inspector.chip_field import ChipBox
from gui.inspector.simple_fields import ChoiceField
from gui.style import GAP_8, GAP_16, PAD_PANE
from gui.texts import field_problem_text
from models.drafts import IncidentPatch
from models.enums import Status
from models.errors import InvalidDraftError

_LABEL_WIDTH = 82


class BulkPanel(QWidget):
    """Emits `patch_made(IncidentPatch)`; the patch holds only what was asked for."""

    patch_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("", "title", self)
        self.status = ChoiceField("status", self.tr("Status"), list(Status), self)
        self.place = SuggestField(self.tr("Place"), icon_name="map-pin", arrow=True, parent=self)
        self.added = ChipBox(self.tr("Tags to add"), self)
        self.added.edit.setPlaceholderText(self.tr("Tag"))
        self.removed = ChipBox(self.tr("Tags to remove"), self)
        self.removed.edit.setPlaceholderText(self.tr("Tag"))
        self._note = NoteLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD_PANE, PAD_PANE, PAD_PANE, PAD_PANE)
        layout.setSpacing(GAP_8)
        layout.addWidget(self._title)
        hint = plain_label(self.tr("What you set here is set for all of them, as one change."), "hint", self)
        hint.setWordWrap(True)
        layout.addWidget(hint)
        layout.addSpacing(GAP_16)
        self._add_row(self.tr("Status"), self.status, self.status.box, self._set_status)
        self._add_row(self.tr("Place"), self.place, self.place, self._set_place)
        self._add_row(self.tr("Add tags"), self.added, self.added.edit, self._add_tags)
        self._add_row(self.tr("Remove tags"), self.removed, self.removed.edit, self._remove_tags)
        layout.addWidget(self._note)
        layout.addStretch()

    def show_count(self, count: int) -> None:
        """Say how many are selected, and start with empty fields."""
        self._title.setText(self.tr("{count} incidents selected").replace("{count}", str(count)))
        self.place.clear()
        self.added.set_words(())
        self.removed.set_words(())
        self._note.say("")

    def set_places(self, places: Sequence[str]) -> None:
        """What places are suggested."""
        self.place.set_choices(places)

    def set_tags(self, tags: Mapping[str, int]) -> None:
        """What tags are suggested, and the tag colour of each."""
        self.added.set_choices(tags)
        self.removed.set_choices(tags)

    def _add_row(self, caption: str, field: QWidget, buddy: QWidget, slot: object) -> None:
        button = QPushButton(self.tr("Set"), self)
        button.setAccessibleName(f"{caption}: {self.tr('set for all selected')}")
        button.setToolTip(button.accessibleName())
        button.clicked.connect(slot)
        QWidget.setTabOrder(buddy, button)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_8)
        row.addWidget(field, 1)
        row.addWidget(button)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(FieldRow(caption, line, buddy, self, label_width=_LABEL_WIDTH))

    def _set_status(self) -> None:
        self._make(status=self.status.value())

    def _set_place(self) -> None:
        self._make(place=self.place.text())

    def _add_tags(self) -> None:
        self.added.take_word()
        if self.added.words() and self._make(add_tags=self.added.words()):
            self.added.set_words(())

    def _remove_tags(self) -> None:
        self.removed.take_word()
        if self.removed.words() and self._make(remove_tags=self.removed.words()):
            self.removed.set_words(())

    def _make(self, **values: object) -> bool:
        try:
            patch = IncidentPatch(**values)
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            self._note.say_problem(field_problem_text(field, code))
            return False
        self._note.say("")
        self.patch_made.emit(patch)
        return True
