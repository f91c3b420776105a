"""People, organisations, places and things: rename, merge, remove, and see where each stands."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.shell.line_list import Line
from gui.shell.list_page import ListPage
from gui.texts import entity_text, incidents_text
from models.enums import EntityKind
from models.snapshots import EntityCard

_ICONS = {
    EntityKind.PERSON: "user-round",
    EntityKind.ORGANISATION: "building-2",
    EntityKind.PLACE: "map-pin",
    EntityKind.THING: "box",
}


class EntitiesPage(ListPage):
    """By kind, then by name. Enter shows the incidents of an entity."""

    incidents_requested = Signal(int)
    rename_requested = Signal(int)
    merge_requested = Signal(list)
    """Payload: the ids of one kind; the first that was selected is kept."""
    remove_requested = Signal(list)
    search_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("EntitiesPage", "People & places")
        empty = QCoreApplication.translate(
            "EntitiesPage",
            "Nobody yet. Name people, organisations and places in an incident, and they are listed here.",
        )
        super().__init__(title, empty, parent, several=True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a name"))
        self.search.setAccessibleName(self.tr("Find a name"))
        self.search.setToolTip(self.tr("Find a name (Ctrl+F)"))
        self.search.setFixedWidth(200)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.search_changed)
        self._row.addWidget(self.search)
        self._show = self.add_button(self.tr("Show incidents"), self.tr("Show the incidents this stands in (Enter)"))
        self._rename = self.add_button(self.tr("Rename…"), self.tr("Rename (F2)"))
        self._merge = self.add_button(
            self.tr("Merge"), self.tr("Select two or more of one kind: the first name is kept")
        )
        self._remove = self.add_button(self.tr("Remove"), self.tr("Remove from the project and its incidents (Del)"))
        self._show.clicked.connect(self._ask_incidents)
        self._rename.clicked.connect(self._ask_rename)
        self._merge.clicked.connect(self._ask_merge)
        self._remove.clicked.connect(self._ask_remove)
        self.list.line_opened.connect(self._ask_incidents)
        self.list.rename_requested.connect(self._ask_rename)
        self.list.delete_requested.connect(self._ask_remove)
        self.list.selection_changed.connect(self._follow)
        self._is_writable = True

    def show_entities(self, cards: Sequence[EntityCard]) -> None:
        """Show the entities, each kind under its heading."""
        lines: list[Line] = []
        for kind in EntityKind:
            of_kind = [card for card in cards if card.kind is kind]
            if of_kind:
                lines.append(Line(0, entity_text(kind, plural=True), is_heading=True))
            lines += [self._line(card) for card in of_kind]
        self.list.show_lines(lines)
        self.show_empty(not lines and not self.search.text())
        self._follow()

    def set_read_only(self, is_read_only: bool) -> None:
        self._is_writable = not is_read_only
        self._follow()

    def _line(self, card: EntityCard) -> Line:
        words = incidents_text(card.incident_count)
        return Line(card.id, card.name, _ICONS[card.kind], card.note, words, kind=card.kind.value)

    def _chosen(self) -> list[Line]:
        return [line for line in self.list.selected() if not line.is_heading]

    def _follow(self) -> None:
        chosen = self._chosen()
        self._show.setEnabled(len(chosen) == 1)
        self._rename.setEnabled(len(chosen) == 1 and self._is_writable)
        self._merge.setEnabled(len(chosen) > 1 and len({line.kind for line in chosen}) == 1 and self._is_writable)
        self._remove.setEnabled(bool(chosen) and self._is_writable)

    def _ask_incidents(self) -> None:
        if self._show.isEnabled():
            self.incidents_requested.emit(self._chosen()[0].key)

    def _ask_rename(self) -> None:
        if self._rename.isEnabled():
            self.rename_requested.emit(self._chosen()[0].key)

    def _ask_merge(self) -> None:
        if self._merge.isEnabled():
            self.merge_requested.emit([line.key for line in self._chosen()])

    def _ask_remove(self) -> None:
        if self._remove.isEnabled():
            self.remove_requested.emit([line.key for line in self._chosen()])
