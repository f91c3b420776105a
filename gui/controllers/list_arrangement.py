"""How the list stands: by month or year, oldest or newest first, close or wide. Kept from one start to the next."""

from PySide6.QtCore import QObject, Signal

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.window_state import WindowState
from services.chronology import Grouping


class ListArrangement(QObject):
    """Joins the switches of the panel, the actions and what the window remembers."""

    arranged = Signal()
    """The list has to be made anew: another grouping or order is wanted."""

    def __init__(self, panel: ChronologyPanel, actions: Actions, state: WindowState) -> None:
        super().__init__(panel)
        self._panel = panel
        self._actions = actions
        self._state = state
        self.grouping = Grouping.YEAR if state.flag("group-by-year") else Grouping.MONTH
        self.newest_first = state.flag("newest-first")
        panel.set_density(state.flag("compact"))
        panel.set_arrangement(self.grouping, self.newest_first)
        self._check_actions()
        panel.arrangement_changed.connect(self._arrange)
        panel.density_changed.connect(self._set_density)
        actions[ActionId.COMPACT].toggled.connect(self._set_density)
        actions[ActionId.GROUP_BY_YEAR].toggled.connect(self._on_group_by_year_toggled)
        actions[ActionId.NEWEST_FIRST].toggled.connect(self._on_newest_first_toggled)

    def _arrange(self, grouping: Grouping, newest_first: bool) -> None:
        if (grouping, newest_first) == (self.grouping, self.newest_first):
            return
        self.grouping = grouping
        self.newest_first = newest_first
        self._state.keep_flag("group-by-year", grouping is Grouping.YEAR)
        self._state.keep_flag("newest-first", newest_first)
        self._panel.set_arrangement(grouping, newest_first)
        self._check_actions()
        self.arranged.emit()

    def _on_group_by_year_toggled(self, wanted: bool) -> None:
        self._arrange(Grouping.YEAR if wanted else Grouping.MONTH, self.newest_first)

    def _on_newest_first_toggled(self, wanted: bool) -> None:
        self._arrange(self.grouping, wanted)

    def _set_density(self, is_compact: bool) -> None:
        self._state.keep_flag("compact", is_compact)
        self._panel.set_density(is_compact)
        self._check_actions()

    def _check_actions(self) -> None:
        self._actions[ActionId.COMPACT].setChecked(self._state.flag("compact"))
        self._actions[ActionId.GROUP_BY_YEAR].setChecked(self.grouping is Grouping.YEAR)
        self._actions[ActionId.NEWEST_FIRST].setChecked(self.newest_first)
