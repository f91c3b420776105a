"""What the parts of a bar stand for: a pill with a menu."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.calendar.words import say
from gui.filters.pill_button import PillButton
from gui.texts.timeline import lane_by_text
from services.timeline_lanes import LaneBy


class PartsPill(PillButton):
    """Fact of a person: what the parts are made by from now on."""

    parts_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("parts", say("Parts"), parent)
        self.by = LaneBy.STATUS
        self.menu_requested.connect(self._open)
        self.show_choice(self.by)

    def show_choice(self, by: LaneBy) -> None:
        """Show what is chosen; announces nothing."""
        self.by = by
        self.show_value(lane_by_text(by), active=False)

    def _open(self, _kind: object) -> None:
        self.make_menu().popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def make_menu(self) -> QMenu:
        """The choices."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for by in LaneBy:
            words = lane_by_text(by)
            action = QAction(words[:1].upper() + words[1:], menu)
            action.setCheckable(True)
            action.setChecked(by is self.by)
            action.setData(by)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._on_chosen)
        return menu

    def _on_chosen(self, action: QAction) -> None:
        # Qt keeps a word of an enum as a plain text.
        self.show_choice(LaneBy(action.data()))
        self.parts_chosen.emit(self.by)
