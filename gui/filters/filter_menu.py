"""The menu of "Filter": every kind of filter, clearing them, and keeping them as a view."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.filters import filter_kinds as kinds
from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_values import active_kinds
from gui.filters.loaders import FilterLoaders
from gui.filters.words import say
from gui.icons import icon
from gui.theme import theme_of
from models.snapshots import IncidentFilter

_ICONS = {
    FilterKind.MARKED: "star",
    FilterKind.STATUS: "circle-dot",
    FilterKind.CONFIDENCE: "signal-high",
    FilterKind.DATES: "calendar-range",
    FilterKind.PLACE: "map-pin",
    FilterKind.TAG: "tag",
    FilterKind.PERSON: "users-round",
    FilterKind.ORGANISATION: "building-2",
    FilterKind.THING: "box",
    FilterKind.SOURCE: "book-open-text",
    FilterKind.STANCE: "scale",
    FilterKind.UNCITED: "triangle-alert",
    FilterKind.DISPUTED: "split",
    FilterKind.CHANGED: "history",
}
_BEGIN_A_GROUP = {FilterKind.PLACE, FilterKind.SOURCE, FilterKind.CHANGED}


class FilterMenu(QMenu):
    """Deletes itself when it closes."""

    kind_chosen = Signal(object)
    clear_requested = Signal()
    save_requested = Signal()

    def __init__(
        self, wanted: IncidentFilter, loaders: FilterLoaders, parent: QWidget, *, can_save: bool = True
    ) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        theme = theme_of(parent)
        active = active_kinds(wanted, loaders.chosen(wanted))
        self._kinds: dict[QAction, FilterKind] = {}
        for kind, name in _ICONS.items():
            if kind in _BEGIN_A_GROUP:
                self.addSeparator()
            action = self.addAction(icon(name, theme), _line(kind))
            if kind in active:
                action.setIcon(icon("check", theme, "accent"))
            elif kind not in kinds.WORDS and kind in kinds.CHOICES:
                action.setEnabled(bool(loaders.find(kind, "", 1)))
            self._kinds[action] = kind
        self.addSeparator()
        self._save = self.addAction(icon("bookmark-plus", theme), say("Save as view…"))
        self._save.setShortcut("Ctrl+Shift+B")
        self._save.setEnabled(can_save and not wanted.is_empty)
        self._clear = self.addAction(icon("funnel-x", theme), say("Clear filters"))
        self._clear.setShortcut("Ctrl+Shift+F")
        self._clear.setEnabled(not wanted.is_empty)
        self.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        if action is self._save:
            self.save_requested.emit()
        elif action is self._clear:
            self.clear_requested.emit()
        elif action in self._kinds:
            self.kind_chosen.emit(self._kinds[action])


def _line(kind: FilterKind) -> str:
    switches = {
        FilterKind.MARKED: say("Marked as key"),
        FilterKind.UNCITED: say("No citation"),
        FilterKind.DISPUTED: say("Sources disagree"),
    }
    return switches.get(kind) or f"{kinds.kind_text(kind)}…"
