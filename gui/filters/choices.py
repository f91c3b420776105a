"""What a popup offers: lines that are there at once, or records that are read when they come on screen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QIcon

from gui.filters.filter_kinds import ENTITIES, WORDS, FilterKind
from gui.filters.filter_values import member_text
from gui.filters.loaders import FilterLoaders
from gui.glyphs import ENTITY_ICONS, stance_icon, status_icon, tag_icon
from gui.icons import icon
from gui.theme import Theme
from models.enums import Confidence, Stance, Status


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what is chosen, its text, and its icon."""

    value: object
    text: str
    icon: QIcon | None = None


class Choices(Protocol):
    """What there is to choose from."""

    def find(self, text: str) -> Sequence[object]:
        """The values whose line has `text` in it, in order."""

    def lines(self, values: Sequence[object]) -> Mapping[object, Choice]:
        """The lines of some values; one that is gone is left out."""


class FixedChoices:
    """A few lines that are there at once."""

    def __init__(self, choices: Collection[Choice]) -> None:
        self._choices = {choice.value: choice for choice in choices}

    def find(self, text: str) -> Sequence[object]:
        needle = text.strip().casefold()
        return [value for value, choice in self._choices.items() if needle in choice.text.casefold()]

    def lines(self, values: Sequence[object]) -> Mapping[object, Choice]:
        return {value: self._choices[value] for value in values if value in self._choices}


class RecordChoices:
    """Tags, entities or sources of the project, by id; the `leading` lines stand before them."""

    def __init__(
        self, kind: FilterKind, loaders: FilterLoaders, theme: Theme, *, leading: Collection[Choice] = ()
    ) -> None:
        self._kind, self._loaders, self._theme = kind, loaders, theme
        self._leading = FixedChoices(leading)

    def find(self, text: str) -> Sequence[object]:
        leading, found = self._leading.find(text), self._loaders.find(self._kind, text, -1)
        return [*leading, *found] if leading else found

    def lines(self, values: Sequence[object]) -> Mapping[object, Choice]:
        named = self._loaders.name(self._kind, [value for value in values if isinstance(value, int)])
        made = icon(ENTITY_ICONS[ENTITIES[self._kind]], self._theme) if self._kind in ENTITIES else None
        return {
            **self._leading.lines(values),
            **{
                value: Choice(value, line.text, made if line.colour is None else tag_icon(line.colour, self._theme))
                for value, line in named.items()
            },
        }


def choices_of(kind: FilterKind, loaders: FilterLoaders, theme: Theme) -> Choices:
    """What can be ticked for a kind of filter."""
    if kind in WORDS:
        return FixedChoices([Choice(member, member_text(member), _icon(member, theme)) for member in WORDS[kind][1]])
    return RecordChoices(kind, loaders, theme)


def _icon(member: object, theme: Theme) -> QIcon | None:
    if isinstance(member, Status):
        return status_icon(member, theme)
    if isinstance(member, Stance):
        return stance_icon(member, theme)
    if isinstance(member, Confidence):
        return icon(
            {Confidence.HIGH: "signal-high", Confidence.MEDIUM: "signal-medium"}.get(member, "signal-low"), theme
        )
    return None
