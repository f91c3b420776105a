"""The people, organisations, places and things of an incident, one row each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.controls import IconButton
from gui.fields.patch_field import FieldProblemError, NoteLine, PatchField
from gui.fields.quiet_combo_box import QuietComboBox
from gui.fields.suggest_field import LineEdit, SuggestField
from gui.glyphs import ENTITY_ICONS
from gui.icons import icon
from gui.overriding import override
from gui.style import GAP_4, HEIGHT_FIELD
from gui.texts import entity_text, field_problem_text
from gui.theme import theme_of
from models.drafts import RoleDraft
from models.enums import EntityKind
from models.errors import InvalidDraftError
from models.snapshots import EntityCard


class KnownNames(QObject):
    """The names that all rows suggest, and the kind of each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices = QStringListModel(self)
        self.kinds: dict[str, EntityKind] = {}

    def show_entities(self, entities: Sequence[EntityCard]) -> None:
        """Suggest these from now on."""
        kinds = {entity.name: entity.kind for entity in entities}
        if kinds != self.kinds:
            self.kinds = kinds
            self.choices.setStringList(sorted(kinds, key=str.casefold))


class RoleRow(QWidget):
    """Kind, name and role of one entity; `removed` asks for the row to go."""

    edited = Signal()
    chosen = Signal()
    held = Signal()
    removed = Signal(object)

    def __init__(self, known: KnownNames, parent: QWidget) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._kinds: list[EntityKind] = []
        super().__init__(parent)
        self._known = known
        self.kind = QuietComboBox(self)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.kind.setIconSize(QSize(16, 16))
        for kind in EntityKind:
            self.kind.addItem(icon(ENTITY_ICONS[kind], theme_of(self)), entity_text(kind))
        self.kind.setFixedSize(52, HEIGHT_FIELD)
        self.kind.view().setMinimumWidth(150)
        self.kind.activated.connect(self._on_kind_activated)
        self.name = SuggestField(self.tr("Name"), choices=known.choices, parent=self)
        self.name.setPlaceholderText(self.tr("Name"))
        self.role = LineEdit(self.tr("Role"), self)
        self.role.setPlaceholderText(self.tr("as: victim, spokesperson…"))
        # A pause within a name must not make an entity of half of it.
        self.name.textEdited.connect(self._on_name_edited)
        self.name.suggestion_taken.connect(self._on_name_taken)
        self.role.textEdited.connect(self._on_edited)
        self.remove = IconButton("x", self.tr("Remove"), self, role="ink3")
        self.remove.clicked.connect(self._on_remove_clicked)
        self._kinds = list(EntityKind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_4)
        for widget, stretch in ((self.kind, 0), (self.name, 3), (self.role, 2), (self.remove, 0)):
            row.addWidget(widget, stretch)

    def show_role(self, role: RoleDraft) -> None:
        """Show a stored row."""
        self._show_kind(role.kind)
        self.name.show_text(role.name)
        self.role.show_text(role.role)

    def draft(self) -> RoleDraft | None:
        """The row as a draft; None while it has no name."""
        if not self.name.text().strip():
            return None
        return RoleDraft(kind=self._kinds[self.kind.currentIndex()], name=self.name.text(), role=self.role.text())

    def raw(self) -> tuple[EntityKind, str, str]:
        """What stands in the row."""
        return self._kinds[self.kind.currentIndex()], self.name.text(), self.role.text()

    def show_raw(self, kind: EntityKind, name: str, role: str) -> None:
        """Show what stood in a row."""
        self._show_kind(kind)
        self.name.show_text(name)
        self.role.show_text(role)

    def _show_kind(self, kind: EntityKind) -> None:
        self.kind.setCurrentIndex(self._kinds.index(kind))
        self.kind.setToolTip(entity_text(kind))

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_name_edited(self) -> None:
        self.held.emit()

    def _on_kind_activated(self, index: int) -> None:
        self._show_kind(self._kinds[index])
        self.chosen.emit()

    def _on_name_taken(self, name: str) -> None:
        if name in self._known.kinds:
            self._show_kind(self._known.kinds[name])
        self.chosen.emit()

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for index, kind in enumerate(self._kinds):
                self.kind.setItemIcon(index, icon(ENTITY_ICONS[kind], theme_of(self)))


class RolesField(PatchField):
    """All rows; a row without a name does not count. `count_changed` after rows came or went.

    Rows are alike and dear to make: what one incident has too many of waits for the next one that needs it.
    """

    count_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("roles", parent)
        self._known = KnownNames(self)
        self._rows: list[RoleRow] = []
        self._spare: list[RoleRow] = []
        self._is_read_only = False
        self._tab_after: QWidget | None = None
        self._note = NoteLine(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_4)
        self._column.addWidget(self._note)

    def set_tab_after(self, widget: QWidget) -> None:
        """Rows that come later are walked to after this widget."""
        self._tab_after = widget

    def set_entities(self, entities: Sequence[EntityCard]) -> None:
        """What names are suggested in every row."""
        self._known.show_entities(entities)

    @override
    def value(self) -> tuple[RoleDraft, ...]:
        try:
            drafts = [row.draft() for row in self._rows]
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            raise FieldProblemError(field_problem_text(field, code)) from error
        return tuple(draft for draft in drafts if draft is not None)

    @override
    def show_value(self, value: object) -> None:
        roles = value if isinstance(value, tuple) else ()
        self._set_row_count(len(roles))
        for row, role in zip(self._rows, roles, strict=True):
            row.show_role(role)
        self.show_problem("")

    @override
    def text(self) -> tuple[tuple[EntityKind, str, str], ...]:
        return tuple(row.raw() for row in self._rows)

    @override
    def restore(self, text: object) -> None:
        raws = text if isinstance(text, tuple) else ()
        self._set_row_count(len(raws))
        for row, raw in zip(self._rows, raws, strict=True):
            row.show_raw(*raw)

    @override
    def show_problem(self, text: str) -> None:
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        for row in self._rows:
            row.setEnabled(not read_only)

    @override
    def focus_in(self) -> None:
        if self._rows:
            self._rows[0].name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.add_row()

    def add_row(self) -> None:
        """Add an empty row and start typing its name."""
        if self._is_read_only:
            return
        if not self._rows or self._rows[-1].name.text():
            self._append()
        self._rows[-1].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> None:
        row = self._spare.pop() if self._spare else self._make_row()
        row.show_raw(EntityKind.PERSON, "", "")
        row.setEnabled(not self._is_read_only)
        self._column.insertWidget(len(self._rows), row)
        before = self._rows[-1].remove if self._rows else self._tab_after
        self._rows.append(row)
        row.show()
        for widget in (row.kind, row.name, row.role, row.remove):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self.count_changed.emit(len(self._rows))

    def _make_row(self) -> RoleRow:
        row = RoleRow(self._known, self)
        row.edited.connect(self.edited)
        row.chosen.connect(self.chosen)
        row.held.connect(self.held)
        row.removed.connect(self._on_row_removed)
        return row

    def _set_row_count(self, count: int) -> None:
        while len(self._rows) < count:
            self._append()
        while len(self._rows) > count:
            self._drop(self._rows[-1])

    def _drop(self, row: RoleRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        self._spare.append(row)
        self.count_changed.emit(len(self._rows))

    def _on_row_removed(self, row: RoleRow) -> None:
        had_name = bool(row.name.text().strip())
        self._drop(row)
        if had_name:
            self.chosen.emit()
