"""Things to choose from, without a project."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from gui.filters.choice_popup import ChoicePopup
from gui.filters.filter_kinds import ENTITIES, FilterKind
from gui.filters.loaders import FilterLoaders, Named
from models.enums import EntityKind
from models.snapshots import IncidentFilter, TagCard
from services.choices import ChosenNames


class Offers:
    """Tags, entities and sources; `named` notes how many lines were asked for."""

    def __init__(
        self,
        tags: Collection[TagCard] = (),
        entities: Mapping[int, tuple[EntityKind, str]] | None = None,
        sources: Mapping[int, str] | None = None,
    ) -> None:
        self.tags = {tag.id: tag for tag in tags}
        self.entities = dict(entities or {})
        self.sources = dict(sources or {})
        self.named = 0

    def _names(self, kind: FilterKind) -> dict[int, str]:
        if kind is FilterKind.TAG:
            return {tag.id: tag.name for tag in self.tags.values()}
        if kind is FilterKind.SOURCE:
            return self.sources
        return {i: name for i, (found, name) in self.entities.items() if found is ENTITIES[kind]}

    def find(self, kind: FilterKind, text: str, limit: int) -> Sequence[int]:
        found = [i for i, name in self._names(kind).items() if text.casefold() in name.casefold()]
        return found[:limit] if limit >= 0 else found

    def name(self, kind: FilterKind, ids: Collection[int]) -> Mapping[int, Named]:
        self.named += len(ids)
        names = self._names(kind)
        colours = {i: tag.colour for i, tag in self.tags.items()} if kind is FilterKind.TAG else {}
        return {i: Named(names[i], colours.get(i)) for i in ids if i in names}

    def chosen(self, wanted: IncidentFilter) -> ChosenNames:
        tags = {i: self.tags[i].name for i in wanted.tag_ids if i in self.tags}
        entities = {i: self.entities[i] for i in wanted.entity_ids if i in self.entities}
        return ChosenNames(tags, entities, {i: self.sources[i] for i in wanted.source_ids if i in self.sources})

    def loaders(self) -> FilterLoaders:
        return FilterLoaders(self.find, self.name, self.chosen)


def lines_of(popup: ChoicePopup) -> list[str]:
    """What a popup lists."""
    model = popup.findChildren(QListView)[0].model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def click_line(popup: ChoicePopup, text: str) -> None:
    """Click the line that reads `text`."""
    view = popup.findChildren(QListView)[0]
    place = view.model().index(lines_of(popup).index(text), 0)
    view.scrollTo(place)
    centre: QPoint = view.visualRect(place).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
