"""What filters may read of the open project: ids of choices, their names, the names behind a filter."""

from array import array
from collections.abc import Collection, Mapping, Sequence

from gui.controllers.session import Session
from gui.filters.filter_kinds import ENTITIES, FilterKind
from gui.filters.filter_values import NO_NAMES
from gui.filters.loaders import FilterLoaders, Named
from models.snapshots import IncidentFilter
from services import choices
from services.choices import ChosenNames


class FilterReader:
    """Without an open project there is nothing to choose."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def loaders(self) -> FilterLoaders:
        """For the filter bars."""
        return FilterLoaders(self.find, self.name, self.chosen)

    def find(self, kind: FilterKind, text: str, limit: int) -> Sequence[int]:
        """Ids of the tags, entities or sources with `text` in their names, by name; -1: all of them."""
        if not self._session.is_open:
            return array("q")
        if kind in ENTITIES:
            found = self._session.read(
                lambda project: choices.find_entity_ids(project, ENTITIES[kind], text, limit=limit)
            )
        else:
            find = choices.find_tag_ids if kind is FilterKind.TAG else choices.find_source_ids
            found = self._session.read(lambda project: find(project, text, limit=limit))
        return array("q") if found is None else found

    def name(self, kind: FilterKind, ids: Collection[int]) -> Mapping[int, Named]:
        """The lines of a few of them."""
        if not self._session.is_open:
            return {}
        if kind is FilterKind.TAG:
            tags = self._session.read(lambda project: choices.name_tags(project, ids)) or {}
            return {tag_id: Named(name, colour) for tag_id, (name, colour) in tags.items()}
        if kind is FilterKind.SOURCE:
            sources = self._session.read(lambda project: choices.name_sources(project, ids)) or {}
            return {source_id: Named(title) for source_id, title in sources.items()}
        entities = self._session.read(lambda project: choices.name_entities(project, ids)) or {}
        return {entity_id: Named(name) for entity_id, (_, name) in entities.items()}

    def chosen(self, wanted: IncidentFilter) -> ChosenNames:
        """The names behind a filter."""
        if not self._session.is_open:
            return NO_NAMES
        return self._session.read(lambda project: choices.name_chosen(project, wanted)) or NO_NAMES
