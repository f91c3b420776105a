"""How filters read what there is to choose from: when it is shown, and no more of it than is on screen."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_values import NO_NAMES
from models.snapshots import IncidentFilter
from services.choices import ChosenNames


@dataclass(frozen=True, slots=True)
class Named:
    """A record as a line to choose; `colour` is the colour of a tag."""

    text: str
    colour: int | None = None


def _find_nothing(_kind: FilterKind, _text: str, _limit: int) -> Sequence[int]:
    return ()


def _name_nothing(_kind: FilterKind, _ids: Collection[int]) -> Mapping[int, Named]:
    return {}


def _choose_nothing(_wanted: IncidentFilter) -> ChosenNames:
    return NO_NAMES


@dataclass(frozen=True, slots=True)
class FilterLoaders:
    """`find` gives ids of a kind whose name has some text in it (-1: all of them), `name` the lines of a few ids,
    `chosen` the names behind a filter. Without arguments there is nothing to choose from.
    """

    find: Callable[[FilterKind, str, int], Sequence[int]] = _find_nothing
    name: Callable[[FilterKind, Collection[int]], Mapping[int, Named]] = _name_nothing
    chosen: Callable[[IncidentFilter], ChosenNames] = _choose_nothing
