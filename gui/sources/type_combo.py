"""The list of source types, grouped, with what a newsroom cites every day first."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.quiet_combo_box import QuietComboBox
from gui.fonts import Role, font
from gui.icons import icon
from gui.overriding import override
from gui.sources.csl_fields import TYPE_GROUPS, TYPE_ICONS, group_label
from gui.texts import source_type_text
from gui.theme import theme_of
from models.enums import SourceType

_VISIBLE = 18


class TypeCombo(QuietComboBox):
    """Fact: type_chosen, only when a person chose."""

    type_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Type"))
        self.setToolTip(self.tr("What kind of source this is; it decides which fields are shown"))
        self.setMaxVisibleItems(_VISIBLE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(100)
        self._fill()
        self.activated.connect(self._on_activated)

    def _fill(self) -> None:
        model = QStandardItemModel(self)
        for label, types in TYPE_GROUPS:
            heading = QStandardItem(group_label(label))
            heading.setFont(font(Role.CAPTION_MEDIUM))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
            for source_type in types:
                item = QStandardItem(source_type_text(source_type))
                item.setData(source_type.value, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        self.setModel(model)
        self._tint()

    def _tint(self) -> None:
        theme = theme_of(self)
        for place in range(self.count()):
            value = self.itemData(place)
            if value:
                self.setItemIcon(place, icon(TYPE_ICONS[SourceType(value)], theme))

    def show_type(self, source_type: SourceType) -> None:
        self.setCurrentIndex(self.findData(source_type.value))

    def source_type(self) -> SourceType:
        return SourceType(self.currentData())

    def _on_activated(self) -> None:
        self.type_chosen.emit(self.source_type())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.count():
            self._tint()
