"""A pill with a menu of choices."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from gui.controls import pop_up
from gui.filters.pill_button import PillButton


class MenuPill(PillButton):
    """Opens its menu below itself; who inherits says in `make_menu` what is in it."""

    def __init__(self, kind: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(kind, label, parent)
        self.menu_requested.connect(self._open)

    def make_menu(self) -> QMenu:
        """The choices, in a menu that goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, _kind: object) -> None:
        pop_up(self.make_menu(), self.mapToGlobal(QPoint(0, self.height() + 2)), by_key=self.hasFocus())
