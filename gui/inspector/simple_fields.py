"""The simple fields of an incident: place, status, confidence."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.fields.line_field import LineField
from gui.fields.patch_field import PatchField
from gui.fields.quiet_combo_box import QuietComboBox
from gui.fields.suggest_field import LineEdit, SuggestField
from gui.glyphs import status_icon
from gui.overriding import override
from gui.style import HEIGHT_FIELD
from gui.texts import confidence_text, status_hint, status_text
from gui.theme import theme_of
from models.enums import Confidence, Status


class PlaceField(LineField):
    """Where it happened: any words, with the places that are known already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("place", self.tr("Place"), parent)

    @override
    def make_line(self, caption: str) -> LineEdit:
        self.edit = SuggestField(caption, icon_name="map-pin", arrow=True, parent=self)
        self.edit.setPlaceholderText(self.tr("Place not known"))
        self.edit.suggestion_taken.connect(self._on_taken)
        return self.edit

    @override
    def show_value(self, value: object) -> None:
        super().show_value(value)
        self.show_problem("")

    def _on_taken(self, _place: str) -> None:
        self.chosen.emit()


class ChoiceField(PatchField):
    """One of few choices; each has a value, its words, and perhaps a glyph."""

    def __init__(self, name: str, caption: str, choices: Sequence[object], parent: QWidget | None = None) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._choices: list[object] = []
        super().__init__(name, parent)
        self.box = QuietComboBox(self)
        self.box.setAccessibleName(caption)
        self.box.setIconSize(QSize(22, 16))  # wider than the glyph, so that the words keep their distance
        self.box.setFixedHeight(HEIGHT_FIELD)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._choices = list(choices)
        for choice in self._choices:
            self._add(choice)
        self.box.activated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def _add(self, choice: object) -> None:
        if isinstance(choice, Status):
            self.box.addItem(status_icon(choice, theme_of(self)), status_text(choice))
            self.box.setItemData(self.box.count() - 1, status_hint(choice), Qt.ItemDataRole.ToolTipRole)
        else:
            self.box.addItem(confidence_text(choice if isinstance(choice, Confidence) else None))

    @override
    def value(self) -> object:
        return self._choices[max(0, self.box.currentIndex())]

    @override
    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self._choices.index(value))

    @override
    def show_problem(self, text: str) -> None:
        self.box.setAccessibleDescription(text)

    def _on_activated(self, _index: int) -> None:
        self.chosen.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for index, choice in enumerate(self._choices):
                if isinstance(choice, Status):
                    self.box.setItemIcon(index, status_icon(choice, theme_of(self)))
