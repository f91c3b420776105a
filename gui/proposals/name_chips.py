"""Names in a proposal as chips: those that go into the incident, and those that can."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from gui.controls import button_text, pop_up
from gui.fields.flow_layout import FlowLayout
from gui.glyphs import ENTITY_ICONS
from gui.icons import icon
from gui.overriding import override
from gui.style import GAP_4
from gui.texts import entity_text
from gui.texts.changes import shorten
from gui.theme import theme_of
from models.drafts import RoleDraft
from models.enums import EntityKind

_LONGEST = 40


class NameChip(QPushButton):
    """One name. A press takes it out again, or takes it in: as what is asked once."""

    def __init__(self, name: str, role: RoleDraft | None, parent: QWidget) -> None:
        self._name, self._role, self._is_in = name, role, role is not None
        super().__init__(f" {button_text(shorten(name, _LONGEST))}", parent)  # Qt puts the icon too close to the words
        self.setProperty("kind", "pill")
        self.setAutoDefault(False)
        self.setIconSize(QSize(14, 14))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self._show_state()

    def role(self) -> RoleDraft | None:
        """What goes into the incident; None while it is only offered."""
        return self._role if self._is_in else None

    def take_in(self, kind: EntityKind) -> None:
        """Take the name in as a person, an organisation, a place or a thing."""
        self._role = RoleDraft(kind=kind, name=self._name)
        self._is_in = True
        self._show_state()

    def _on_clicked(self) -> None:
        if self._role is None:
            self._ask_kind()
        else:
            self._is_in = not self._is_in
            self._show_state()

    def _ask_kind(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.THING):
            entry = menu.addAction(icon(ENTITY_ICONS[kind], theme_of(self)), f"&{entity_text(kind)}")
            entry.setData(kind.value)
        menu.triggered.connect(self._on_kind_chosen)
        pop_up(menu, self.mapToGlobal(QPoint(0, self.height() + 2)), by_key=self.hasFocus())

    def _on_kind_chosen(self, entry: QAction) -> None:
        self.take_in(EntityKind(entry.data()))

    def _show_state(self) -> None:
        self.setProperty("active", self._is_in)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()
        kind = entity_text(self._role.kind) if self._role else ""
        state = self.tr("goes into the incident") if self._is_in else self.tr("offered")
        self.setAccessibleName(", ".join(part for part in (self._name, kind, state) if part))
        self.setToolTip(
            self.tr("{kind}. Press to leave it out").replace("{kind}", kind)
            if self._is_in
            else self.tr("Press to take it into the incident")
        )

    def _tint(self) -> None:
        name = ENTITY_ICONS[self._role.kind] if self._role and self._is_in else "plus"
        self.setIcon(icon(name, theme_of(self), "accent" if self._is_in else "ink3"))

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() == QEvent.Type.PaletteChange:
            self._tint()


class NameChips(QWidget):
    """Those that the incident would have first, then those that the sentence names besides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[NameChip] = []
        self._flow = FlowLayout(self, GAP_4)
        self._flow.setContentsMargins(0, 3, 0, 3)
        self._end = QWidget(self)
        self._end.setFixedHeight(1)
        self._flow.addWidget(self._end)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_names(self, roles: Sequence[RoleDraft], offered: Sequence[str]) -> None:
        """Show chips for these, in this order."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        taken = {role.name.casefold() for role in roles}
        self.chips = [NameChip(role.name, role, self) for role in roles]
        self.chips += [NameChip(name, None, self) for name in offered if name.casefold() not in taken]
        for number, chip in enumerate(self.chips):
            self._flow.insert_widget(number, chip)
            chip.show()
        self.updateGeometry()

    def roles(self) -> tuple[RoleDraft, ...]:
        """Those that go into the incident."""
        return tuple(role for chip in self.chips if (role := chip.role()) is not None)
