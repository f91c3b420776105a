"""What a filter's popup offers, and the filter that its ticks make."""

from dataclasses import replace

from gui.filters import filter_kinds as kinds
from gui.filters.choice_popup import Choice
from gui.filters.filter_kinds import FilterChoices, FilterKind
from gui.glyphs import status_icon, tag_icon
from gui.texts import status_text
from gui.theme import Theme
from models.enums import Status
from models.snapshots import IncidentFilter


def status_choices(theme: Theme) -> list[Choice]:
    """Every status with its glyph."""
    return [Choice(status, status_text(status), status_icon(status, theme)) for status in Status]


def tag_choices(choices: FilterChoices, theme: Theme) -> list[Choice]:
    """Every tag with its colour, by id."""
    return [Choice(tag.id, tag.name, tag_icon(tag.colour, theme)) for tag in choices.tags]


def choices_of(kind: FilterKind, choices: FilterChoices, theme: Theme) -> list[Choice]:
    """What can be ticked for a kind of filter."""
    if kind is FilterKind.STATUS:
        return status_choices(theme)
    if kind is FilterKind.TAG:
        return tag_choices(choices, theme)
    return [Choice(found, name) for found, name in choices.names(kind).items()]


def ticked(kind: FilterKind, wanted: IncidentFilter, choices: FilterChoices) -> frozenset[object]:
    """What is ticked already."""
    if kind is FilterKind.STATUS:
        return frozenset[object](wanted.statuses)
    return frozenset[object](kinds.chosen_ids(wanted, kind, choices))


def with_values(
    wanted: IncidentFilter, kind: FilterKind, values: frozenset[object], choices: FilterChoices
) -> IncidentFilter:
    """The filter with exactly these values of a kind ticked."""
    if kind is FilterKind.STATUS:
        return replace(wanted, statuses=frozenset(value for value in values if isinstance(value, Status)))
    return kinds.with_ids(wanted, kind, frozenset(value for value in values if isinstance(value, int)), choices)
