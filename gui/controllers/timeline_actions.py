"""Lets the keys of the timeline be chosen by name: in the palette and in the menu."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.timeline.camera import ZoomLevel
from gui.timeline.timeline_page import TimelinePage

_A = ActionId
_LEVELS = {
    _A.ZOOM_YEARS: ZoomLevel.YEARS,
    _A.ZOOM_MONTHS: ZoomLevel.MONTHS,
    _A.ZOOM_DAYS: ZoomLevel.DAYS,
    _A.ZOOM_HOURS: ZoomLevel.HOURS,
}
_STEPS = {
    _A.DATE_LATER: (1, False),
    _A.DATE_EARLIER: (-1, False),
    _A.END_LATER: (1, True),
    _A.END_EARLIER: (-1, True),
}


class TimelineActions(QObject):
    """An action does what its key does on the canvas; all of them need the timeline on screen."""

    def __init__(self, actions: Actions, page: TimelinePage, workbench: Workbench) -> None:
        super().__init__(page)
        self._actions = actions
        self._page = page
        keys = page.canvas.keys
        slots = {
            _A.ZOOM_IN: keys.zoom_in,
            _A.ZOOM_OUT: keys.zoom_out,
            _A.FIT_ALL: page.fit_all,
            _A.FIT_SELECTION: page.fit_selection,
            _A.NEXT_IN_TIME: keys.next_in_time,
            _A.PREVIOUS_IN_TIME: keys.previous_in_time,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(slot)
        for action_id in _LEVELS:
            actions[action_id].triggered.connect(self._zoom)
        for action_id in _STEPS:
            actions[action_id].triggered.connect(self._move)
        workbench.page_shown.connect(self._on_page_shown)

    def _zoom(self) -> None:
        self._page.canvas.keys.show_level(_LEVELS[ActionId(self.sender().objectName())])

    def _move(self) -> None:
        units, at_end = _STEPS[ActionId(self.sender().objectName())]
        self._page.canvas.keys.edit(units, at_end=at_end)

    def _on_page_shown(self, page: Page) -> None:
        self._actions.update_needs(timeline=page is Page.TIMELINE)
