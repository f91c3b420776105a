"""One creator of a source: a role, and a person's two names or an organisation's one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import IconButton
from gui.fields.quiet_combo_box import QuietComboBox
from gui.fields.suggest_field import LineEdit
from gui.overriding import override
from gui.style import GAP_4
from gui.texts import creator_text
from models.drafts import CreatorDraft
from models.enums import CreatorRole
from models.snapshots import CreatorLine

_ROLE_WIDTH = 84


class CreatorRow(QWidget):
    """Alt+↑ and Alt+↓ move it among its neighbours."""

    creator_edited = Signal()
    move_requested = Signal(object, int)
    remove_requested = Signal(object)

    def __init__(self, roles: tuple[CreatorRole, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = QuietComboBox(self)
        self._role.setAccessibleName(self.tr("Role"))
        for role in roles:
            self._role.addItem(creator_text(role), role.value)
        self._role.setMinimumWidth(_ROLE_WIDTH)
        self._role.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._role.setMaximumWidth(140)
        self._family = LineEdit(self.tr("Family name"), self)
        self._given = LineEdit(self.tr("Given names"), self)
        self._literal = LineEdit(self.tr("Name of the organisation"), self)
        for field in (self._family, self._given, self._literal):
            field.setPlaceholderText(field.accessibleName())
            field.textEdited.connect(self._on_edited)
            field.setMinimumWidth(60)
        self._organisation = IconButton("building-2", self.tr("This is an organisation"), self)
        self._organisation.setCheckable(True)
        self._up = IconButton("arrow-up", self.tr("Move name up"), self, key="Alt+↑")
        self._down = IconButton("arrow-down", self.tr("Move name down"), self, key="Alt+↓")
        self._remove = IconButton("x", self.tr("Remove name"), self)
        self._lay_out()
        self._show_kind()
        self._role.activated.connect(self._on_edited)
        self._organisation.toggled.connect(self._on_kind_toggled)
        self._up.clicked.connect(self._on_up_clicked)
        self._down.clicked.connect(self._on_down_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(GAP_4)
        for field in (self._family, self._given, self._literal):
            names.addWidget(field, 1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self._role, 1)
        tools.addStretch(0)
        for button in (self._organisation, self._up, self._down, self._remove):
            button.setFixedSize(24, 28)
            tools.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GAP_4)
        layout.setSpacing(GAP_4)
        layout.addLayout(tools)
        layout.addLayout(names)

    def show_creator(self, creator: CreatorDraft | CreatorLine) -> None:
        """Show a name that is stored or proposed."""
        self._role.setCurrentIndex(self._role.findData(creator.role.value))
        self._family.show_text(creator.family)
        self._given.show_text(creator.given_name)
        self._literal.show_text(creator.literal)
        self._organisation.setChecked(bool(creator.literal))
        self._show_kind()

    def creator(self) -> CreatorDraft | None:
        """What is typed, None while there is no name. Raises InvalidDraftError for a name that is too long."""
        role = CreatorRole(self._role.currentData())
        if self._organisation.isChecked():
            made = CreatorDraft(role=role, literal=self._literal.text())
            return made if made.literal else None
        made = CreatorDraft(role=role, family=self._family.text(), given_name=self._given.text())
        return made if made.family or made.given_name else None

    def focus_name(self) -> None:
        (self._literal if self._organisation.isChecked() else self._family).setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in this row, in order."""
        buttons = (self._organisation, self._up, self._down, self._remove)
        return (self._role, self._family, self._given, self._literal, *buttons)

    def set_ends(self, *, is_first: bool, is_last: bool) -> None:
        """Tell the row its place, so that it offers only moves that lead somewhere."""
        self._up.setEnabled(not is_first)
        self._down.setEnabled(not is_last)

    def _show_kind(self) -> None:
        is_organisation = self._organisation.isChecked()
        self._literal.setVisible(is_organisation)
        self._family.setVisible(not is_organisation)
        self._given.setVisible(not is_organisation)

    def _on_kind_toggled(self, is_organisation: bool) -> None:
        # Carry the words over, so that a name typed in the wrong place is not typed twice.
        if is_organisation and not self._literal.text():
            self._literal.setText(f"{self._given.text()} {self._family.text()}".strip())
        elif not is_organisation and not (self._family.text() or self._given.text()):
            self._family.setText(self._literal.text())
        self._show_kind()
        self._on_edited()

    def _on_edited(self) -> None:
        self.creator_edited.emit()

    def _on_up_clicked(self) -> None:
        self.move_requested.emit(self, -1)

    def _on_down_clicked(self) -> None:
        self.move_requested.emit(self, 1)

    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_requested.emit(self, moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
