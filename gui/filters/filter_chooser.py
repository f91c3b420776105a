"""Chooses other values for one kind of filter: by a popup, or at once where it is a yes or no."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.filters import filter_kinds as kinds
from gui.filters import filter_values as values
from gui.filters.changed_popup import ChangedPopup
from gui.filters.choice_popup import WIDE, WIDTH, ChoicePopup
from gui.filters.choices import choices_of
from gui.filters.dates_popup import DatesPopup
from gui.filters.filter_kinds import FilterKind
from gui.filters.loaders import FilterLoaders
from gui.filters.words import say
from gui.theme import theme_of
from models.snapshots import IncidentFilter
from services.choices import ChosenNames


class FilterChooser(QObject):
    """`filter_chosen` carries the whole new filter."""

    filter_chosen = Signal(object)

    def __init__(self, loaders: FilterLoaders, bar: QWidget) -> None:
        super().__init__(bar)
        self._bar = bar
        self._loaders = loaders
        self._wanted = IncidentFilter()
        self._names = values.NO_NAMES

    def begin_with(self, wanted: IncidentFilter, names: ChosenNames) -> None:
        """What is chosen changes this filter."""
        self._wanted, self._names = wanted, names

    def open(self, kind: FilterKind, anchor: QWidget) -> None:
        """Open the choices of a kind under a widget; a yes-or-no kind is switched over."""
        if kind is FilterKind.DATES:
            dates = DatesPopup(self._wanted, self._bar)
            dates.period_chosen.connect(self._set_period)
            dates.open_under(anchor)
        elif kind is FilterKind.CHANGED:
            changed = ChangedPopup(self._wanted.changed_since, self._bar)
            changed.since_chosen.connect(self._set_changed)
            changed.open_under(anchor)
        elif kind in kinds.CHOICES:
            self._open_list(kind, anchor)
        elif values.value_text(self._wanted, kind, self._names):
            self.clear(kind)
        elif kind in kinds.SWITCHES:
            self.filter_chosen.emit(values.switched_on(self._wanted, kind))

    def _open_list(self, kind: FilterKind, anchor: QWidget) -> None:
        title = say("Find {kind}…").format(kind=kinds.kind_text(kind).lower())
        popup = ChoicePopup(kind, title, self._bar, width=WIDE if kind is FilterKind.SOURCE else WIDTH)
        popup.choices_changed.connect(self._set_values)
        ticked = values.values_of(self._wanted, kind, self._names)
        popup.offer(choices_of(kind, self._loaders, theme_of(self._bar)), ticked)
        popup.open_under(anchor)

    def clear(self, kind: FilterKind) -> None:
        """Let everything of a kind through again."""
        self.filter_chosen.emit(values.without(self._wanted, kind, self._names))

    def _set_values(self, kind: FilterKind, ticked: frozenset[object]) -> None:
        self.filter_chosen.emit(values.with_values(self._wanted, kind, ticked, self._names))

    def _set_changed(self, since: str) -> None:
        self.filter_chosen.emit(replace(self._wanted, changed_since=since))

    def _set_period(self, since: str, until: str) -> None:
        self.filter_chosen.emit(replace(self._wanted, since=since, until=until))
