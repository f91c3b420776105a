"""What lanes and colours stand for, and which links show: two pills with menus."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.controls import add_choices
from gui.filters.menu_pill import MenuPill
from gui.overriding import override
from gui.texts.timeline import lane_by_names, lane_by_text, say_timeline
from gui.timeline.scene import LinksShown
from services.timeline_lanes import LaneBy


class LanesPill(MenuPill):
    """Facts of a person: what lanes, or colours, are made by from now on."""

    lanes_by_chosen = Signal(object)
    colour_by_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lanes", say_timeline("Lanes"), parent)
        self._by, self._colour_by = LaneBy.PLACE, LaneBy.NONE
        self.show_choice(self._by, self._colour_by)

    def show_choice(self, by: LaneBy, colour_by: LaneBy) -> None:
        """Show what is chosen; announces nothing."""
        self._by, self._colour_by = by, colour_by
        self.show_value(lane_by_text(by), active=False)

    @override
    def make_menu(self) -> QMenu:
        """The choices of lanes, and below them those of colours."""
        menu = super().make_menu()
        add_choices(menu, lane_by_names(), self._by).triggered.connect(self._on_lanes_chosen)
        menu.addSeparator()
        colours = menu.addMenu(self.tr("Colours: {what}").replace("{what}", lane_by_text(self._colour_by)))
        add_choices(colours, lane_by_names(), self._colour_by).triggered.connect(self._on_colours_chosen)
        return menu

    def _on_lanes_chosen(self, action: QAction) -> None:
        self.lanes_by_chosen.emit(LaneBy(action.data()))  # Qt keeps a word of an enum as a plain text

    def _on_colours_chosen(self, action: QAction) -> None:
        self.colour_by_chosen.emit(LaneBy(action.data()))


class LinksPill(MenuPill):
    """Fact of a person: which links show."""

    links_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("links", say_timeline("Links"), parent)
        self._links = LinksShown.ALL
        self.show_choice(self._links)

    def show_choice(self, links: LinksShown) -> None:
        """Show what is chosen; announces nothing."""
        self._links = links
        self.show_value(self._words()[links].lower(), active=False)

    def _words(self) -> dict[LinksShown, str]:
        return {
            LinksShown.ALL: self.tr("Shown"),
            LinksShown.SELECTED: self.tr("Of selected"),
            LinksShown.HIDDEN: self.tr("Hidden"),
        }

    @override
    def make_menu(self) -> QMenu:
        menu = super().make_menu()
        add_choices(menu, self._words(), self._links).triggered.connect(self._on_chosen)
        return menu

    def _on_chosen(self, action: QAction) -> None:
        self.show_choice(action.data())
        self.links_chosen.emit(action.data())
