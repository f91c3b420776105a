"""The bar above a view of incidents: filters as pills on the left, the view's own tools on the right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.controls import IconButton, pop_up
from gui.filters import filter_kinds as kinds
from gui.filters import filter_values as values
from gui.filters.filter_button import FilterButton
from gui.filters.filter_chooser import FilterChooser
from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_menu import FilterMenu
from gui.filters.loaders import FilterLoaders
from gui.filters.pill_button import LONGEST, SHORT, PillButton
from gui.filters.words import say
from gui.overriding import override
from gui.style import BAR_HEADER, GAP_12, HEIGHT_PILL, PAD_PANE
from models.snapshots import IncidentFilter

NARROW = 560
_SPACING = 6


class FilterBar(QFrame):
    """`filter_changed` carries the whole new filter. Pills that find no room stay reachable through "Filter".

    `tools` stand at the right end, the widgets `beside` right after "Filter"; `usual` are the pills that are shown as
    long as there is room, also while they let everything through.
    """

    filter_changed = Signal(object)
    save_view_requested = Signal(object)
    narrow_changed = Signal(bool)
    """Payload: whether the bar is narrower than `narrow_below`, so that its tools should leave words out."""

    def __init__(
        self,
        loaders: FilterLoaders,
        tools: QWidget,
        parent: QWidget | None = None,
        *,
        beside: Sequence[QWidget] = (),
        usual: Sequence[FilterKind] = kinds.ALWAYS_SHOWN,
        narrow_below: int = NARROW,
    ) -> None:
        super().__init__(parent)
        self.tools = tools
        self._beside, self._usual, self._narrow_below = tuple(beside), tuple(usual), narrow_below
        self._is_narrow = False
        self._fitted_to = -1
        self.wanted = IncidentFilter()
        self._loaders = loaders
        self._names = values.NO_NAMES
        self._said: list[str] = []
        self._is_stale = False
        self._can_save = True
        self._build()
        self._refresh()

    def _build(self) -> None:
        self.setProperty("surface", "header")
        self.setFixedHeight(BAR_HEADER)
        self.setMinimumWidth(260)
        self._menu_button = FilterButton(self)
        self._menu_button.clicked.connect(self._on_button_clicked)
        self._chooser = FilterChooser(self._loaders, self)
        self._chooser.filter_chosen.connect(self._change)
        self._pills = {kind: self._make_pill(kind) for kind in FilterKind}
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PANE, 0, GAP_12, 0)
        row.setSpacing(_SPACING)
        row.addWidget(self._menu_button)
        for widget in self._beside:
            row.addWidget(widget)
        for pill in self._pills.values():
            row.addWidget(pill)
        self._clear_button = IconButton("funnel-x", say("Clear filters"), self, key="Ctrl+Shift+F")
        self._clear_button.setFixedSize(HEIGHT_PILL, HEIGHT_PILL)
        self._clear_button.clicked.connect(self.clear_all)
        row.addWidget(self._clear_button)
        row.addStretch(1)
        row.addWidget(self.tools)
        stops = (self._menu_button, *self._beside, *self._pills.values(), self._clear_button)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _make_pill(self, kind: FilterKind) -> PillButton:
        pill = PillButton(kind, kinds.kind_text(kind), self)
        pill.menu_requested.connect(self.open_choices)
        pill.clear_requested.connect(self._chooser.clear)
        return pill

    def load(self, wanted: IncidentFilter) -> None:
        """Show a filter; emits nothing. The same one again shows names that were changed meanwhile.

        A bar that is not on screen waits until it is: keys in the search field must not pay for three bars.
        """
        self.wanted = wanted
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._refresh()

    def set_read_only(self, *, read_only: bool) -> None:
        """In a project that cannot be changed no view can be saved."""
        self._can_save = not read_only

    def clear_all(self) -> None:
        """Show everything again."""
        self._change(IncidentFilter())

    def _change(self, wanted: IncidentFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._refresh()
            self.filter_changed.emit(wanted)

    def _refresh(self) -> None:
        has_ids = self.wanted.tag_ids or self.wanted.entity_ids or self.wanted.source_ids
        self._names = self._loaders.chosen(self.wanted) if has_ids else values.NO_NAMES
        self._chooser.begin_with(self.wanted, self._names)
        said = [values.whole_text(self.wanted, kind, self._names) for kind in self._pills]
        if said == self._said:
            return
        self._said = said
        self._clear_button.setVisible(not self.wanted.is_empty)
        for (kind, pill), whole in zip(self._pills.items(), said, strict=True):
            value = values.value_text(self.wanted, kind, self._names)
            pill.show_value(value or say("any"), active=bool(value), whole=whole)
        self._fit()

    def _fit(self) -> None:
        """Show the active pills first, then the usual ones, as long as there is room."""
        if self._is_narrow != (self.width() < self._narrow_below):
            self._is_narrow = not self._is_narrow
            self.narrow_changed.emit(self._is_narrow)
        self._fitted_to = self._taken()
        active = [kind for kind, pill in self._pills.items() if pill.active]
        usual = [kind for kind in self._usual if kind not in active]
        self._menu_button.show_hidden(0)
        longest, shown = LONGEST, self._fitting([*active, *usual], LONGEST)
        if not shown.issuperset(active):
            longest, shown = SHORT, self._fitting(active, SHORT)
        if not shown.issuperset(active):
            self._menu_button.show_hidden(len(active))
            shown = self._fitting(active, SHORT)
            self._menu_button.show_hidden(len(active) - len(shown))
        focused = next((kind for kind, pill in self._pills.items() if pill.hasFocus()), None)
        if focused is not None and focused not in shown:
            # Before it is hidden: Qt would hand the keyboard on to wherever it was before.
            follower = next((kind for kind in active if kind in shown), None)
            (self._menu_button if follower is None else self._pills[follower]).setFocus()
        for kind, pill in self._pills.items():
            pill.shorten(longest)
            pill.setVisible(kind in shown)

    def _fitting(self, wanted: list[FilterKind], longest: int) -> set[FilterKind]:
        fixed = self._menu_button.sizeHint().width() + self._taken()
        room = self.width() - PAD_PANE - GAP_12 - fixed - 3 * _SPACING
        shown: set[FilterKind] = set()
        for kind in wanted:
            room -= self._pills[kind].width_with(longest) + _SPACING
            if room < 0:
                break
            shown.add(kind)
        return shown

    def _taken(self) -> int:
        """How wide the widgets are that always stand."""
        always = (*self._beside, self._clear_button)
        beside = [widget.sizeHint().width() + _SPACING for widget in always if not widget.isHidden()]
        return self.tools.sizeHint().width() + sum(beside)

    def _on_button_clicked(self) -> None:
        self.open_menu(by_key=self._menu_button.hasFocus())

    def open_menu(self, *, by_key: bool) -> None:
        """Offer every kind of filter."""
        menu = FilterMenu(self.wanted, self._loaders, self, can_save=self._can_save)
        menu.kind_chosen.connect(self.open_choices)
        menu.clear_requested.connect(self.clear_all)
        menu.save_requested.connect(self._save_view)
        pop_up(menu, self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()), by_key=by_key)

    def _save_view(self) -> None:
        self.save_view_requested.emit(self.wanted)

    def open_choices(self, kind: FilterKind) -> None:
        """Open the choices of a kind; a yes-or-no kind is switched over at once."""
        self._chooser.open(kind, self._pills[kind] if self._pills[kind].isVisible() else self._menu_button)

    @override
    def event(self, event: QEvent) -> bool:
        # The words of the tools became longer or shorter: so did the room for pills.
        if event.type() == QEvent.Type.LayoutRequest and self._taken() != self._fitted_to:
            self._fit()
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._is_stale = False
            self._refresh()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
