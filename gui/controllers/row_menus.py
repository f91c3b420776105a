"""The menus of the rows of both lists: what the keys do, for a hand on the mouse."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.sources.source_list_panel import SourceListPanel

_A = ActionId
# None is a separating line. What is about one incident only is left out while several are selected.
_ONE = (
    *(_A.EDIT, _A.EDIT_DATE, _A.CITE, _A.LINK, _A.TAG, _A.MARK, None, _A.SHOW_WORDS, None, _A.MOVE_UP, _A.MOVE_DOWN),
    *(None, _A.DELETE),
)
_SOURCE = (_A.READ, _A.EDIT, None, _A.DELETE)
_SEVERAL = (_A.TAG, _A.MARK, None, _A.DELETE)


class RowMenus(QObject):
    """Opens the menu of a row where it was asked for, by the right button, the menu key or "More"."""

    def __init__(self, panel: ChronologyPanel, sources: SourceListPanel, actions: Actions) -> None:
        super().__init__(panel)
        self._panel = panel
        self._actions = actions
        panel.menu_requested.connect(self.show_incident_menu)
        sources.menu_requested.connect(self._show_source_menu)

    def show_incident_menu(self, incident_id: int, where: QPoint) -> None:
        """Open what can be done with an incident, or with all that are selected where it is one of them."""
        if incident_id not in self._panel.selected_ids():
            self._panel.select(incident_id)
        several = len(self._panel.selected_ids()) > 1
        self._show(_SEVERAL if several else _ONE, where)

    def _show_source_menu(self, where: QPoint) -> None:
        self._show(_SOURCE, where)

    def _show(self, wanted: tuple[ActionId | None, ...], where: QPoint) -> None:
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action_id in wanted:
            if action_id is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[action_id])
        menu.popup(where)
