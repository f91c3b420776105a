"""The private note of an incident: put away behind its heading, never exported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.patch_field import PatchField
from gui.fields.text_field import TextField
from gui.fonts import Role, font
from gui.hairline import Hairline
from gui.overriding import override


class NoteSection(PatchField):
    """Opens by its button, and by itself where there is a note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("note", parent)
        self.toggle = IconButton("chevron-right", self.tr("Private note"), self)
        self.toggle.setCheckable(True)
        self.toggle.setFixedSize(24, 24)
        heading = plain_label(self.tr("Private note"), "", self)
        heading.setFont(font(Role.UI_STRONG))
        hint = plain_label(self.tr("not exported"), "hint", self)
        self.field = TextField("note", self.tr("Private note"), Role.UI, 20.0, one_line=False, parent=self)
        self.field.edit.setProperty("kind", "field")
        self.field.edit.set_limits(60, 400)
        self.field.hide()
        self.field.edited.connect(self.edited)
        self.toggle.toggled.connect(self._on_toggled)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(hint)
        head.addStretch()
        head.addWidget(self.toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(Hairline(self, horizontal=True))
        layout.addSpacing(4)
        layout.addWidget(self.field)

    @override
    def value(self) -> object:
        return self.field.value()

    @override
    def show_value(self, value: object) -> None:
        self.field.show_value(value)
        if not self.field.edit.hasFocus():
            self.toggle.setChecked(bool(value))

    @override
    def show_problem(self, text: str) -> None:
        self.field.show_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.field.set_read_only(read_only)

    @override
    def focus_in(self) -> None:
        self.toggle.setChecked(True)
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_toggled(self, shown: bool) -> None:  # Qt's signature
        self.toggle.set_icon_name("chevron-down" if shown else "chevron-right")
        self.field.setVisible(shown)
