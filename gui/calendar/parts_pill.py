"""What the parts of a bar stand for: a pill with a menu."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.calendar.words import say
from gui.controls import add_choices
from gui.filters.menu_pill import MenuPill
from gui.overriding import override
from gui.texts.timeline import lane_by_names, lane_by_text
from services.timeline_lanes import LaneBy


class PartsPill(MenuPill):
    """Fact of a person: what the parts are made by from now on."""

    parts_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("parts", say("Parts"), parent)
        self.by = LaneBy.STATUS
        self.show_choice(self.by)

    def show_choice(self, by: LaneBy) -> None:
        """Show what is chosen; announces nothing."""
        self.by = by
        self.show_value(lane_by_text(by), active=False)

    @override
    def make_menu(self) -> QMenu:
        menu = super().make_menu()
        add_choices(menu, lane_by_names(), self.by).triggered.connect(self._on_chosen)
        return menu

    def _on_chosen(self, action: QAction) -> None:
        # Qt keeps a word of an enum as a plain text.
        self.show_choice(LaneBy(action.data()))
        self.parts_chosen.emit(self.by)
