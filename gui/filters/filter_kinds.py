"""The kinds of filter: what each is called, what it lets through, and a filter without it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from dates import DateStyle, UncertainDate, format_date
from gui.filters.words import say
from gui.texts import status_text
from models.enums import EntityKind, Status
from models.snapshots import EntityCard, IncidentFilter, SourceRow, TagCard


class FilterKind(Enum):
    """In the order in which pills stand."""

    TEXT = "text"
    MARKED = "marked"
    STATUS = "status"
    PLACE = "place"
    TAG = "tag"
    PEOPLE = "people"
    SOURCE = "source"
    DATES = "dates"
    UNCITED = "uncited"
    DISPUTED = "disputed"
    CHANGED = "changed"


SWITCHES = (FilterKind.MARKED, FilterKind.UNCITED, FilterKind.DISPUTED)
CHOICES = (FilterKind.STATUS, FilterKind.PLACE, FilterKind.TAG, FilterKind.PEOPLE, FilterKind.SOURCE)
ALWAYS_SHOWN = (FilterKind.STATUS, FilterKind.PLACE, FilterKind.TAG)


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the chronology holds to choose from."""

    tags: Sequence[TagCard] = ()
    entities: Sequence[EntityCard] = ()
    sources: Sequence[SourceRow] = ()

    @property
    def places(self) -> list[EntityCard]:
        return [card for card in self.entities if card.kind is EntityKind.PLACE]

    @property
    def people(self) -> list[EntityCard]:
        return [card for card in self.entities if card.kind is not EntityKind.PLACE]

    def names(self, kind: FilterKind) -> dict[int, str]:
        """The names to choose from, by id."""
        if kind is FilterKind.TAG:
            return {card.id: card.name for card in self.tags}
        if kind is FilterKind.SOURCE:
            return {row.id: row.title for row in self.sources}
        return {card.id: card.name for card in (self.places if kind is FilterKind.PLACE else self.people)}


def kind_text(kind: FilterKind) -> str:
    """The name of a kind, as the pill and the menu show it."""
    texts = {
        FilterKind.TEXT: say("Search"),
        FilterKind.MARKED: say("Marked"),
        FilterKind.STATUS: say("Status"),
        FilterKind.PLACE: say("Place"),
        FilterKind.TAG: say("Tag"),
        FilterKind.PEOPLE: say("People"),
        FilterKind.SOURCE: say("Source"),
        FilterKind.DATES: say("Dates"),
        FilterKind.UNCITED: say("Citations"),
        FilterKind.DISPUTED: say("Sources"),
        FilterKind.CHANGED: say("Changed"),
    }
    return texts[kind]


def chosen_ids(wanted: IncidentFilter, kind: FilterKind, choices: FilterChoices) -> frozenset[int]:
    """The chosen tags, places, people or sources."""
    if kind is FilterKind.TAG:
        return wanted.tag_ids
    if kind is FilterKind.SOURCE:
        return wanted.source_ids
    if kind is FilterKind.PLACE:
        return wanted.entity_ids & {card.id for card in choices.places}
    return wanted.entity_ids - {card.id for card in choices.places}


def with_ids(wanted: IncidentFilter, kind: FilterKind, ids: frozenset[int], choices: FilterChoices) -> IncidentFilter:
    """`wanted` with other tags, places, people or sources."""
    if kind is FilterKind.TAG:
        return replace(wanted, tag_ids=ids)
    if kind is FilterKind.SOURCE:
        return replace(wanted, source_ids=ids)
    other = FilterKind.PEOPLE if kind is FilterKind.PLACE else FilterKind.PLACE
    return replace(wanted, entity_ids=ids | chosen_ids(wanted, other, choices))


def is_active(wanted: IncidentFilter, kind: FilterKind, choices: FilterChoices) -> bool:
    """True when this kind hides anything."""
    return value_of(wanted, kind, choices) != ""


def value_of(wanted: IncidentFilter, kind: FilterKind, choices: FilterChoices) -> str:
    """What the filter lets through, "" for everything."""
    if kind is FilterKind.STATUS:
        return _listed([status_text(status) for status in Status if status in wanted.statuses])
    if kind in CHOICES:
        names = choices.names(kind)
        return _listed([names.get(i, "?") for i in sorted(chosen_ids(wanted, kind, choices))])
    plain = {
        FilterKind.TEXT: f"“{wanted.text.strip()}”" if wanted.text.strip() else "",
        FilterKind.MARKED: say("key") if wanted.marked else "",
        FilterKind.UNCITED: say("none") if wanted.uncited else "",
        FilterKind.DISPUTED: say("disagree") if wanted.disputed_by_sources else "",
        FilterKind.CHANGED: say("since {day}").format(day=wanted.changed_since[:10]) if wanted.changed_since else "",
        FilterKind.DATES: _period(wanted.since, wanted.until),
    }
    return plain[kind]


def without(wanted: IncidentFilter, kind: FilterKind, choices: FilterChoices) -> IncidentFilter:
    """`wanted` without this kind."""
    if kind is FilterKind.STATUS:
        return replace(wanted, statuses=frozenset())
    if kind in CHOICES:
        return with_ids(wanted, kind, frozenset(), choices)
    emptied = {
        FilterKind.TEXT: replace(wanted, text=""),
        FilterKind.MARKED: replace(wanted, marked=False),
        FilterKind.UNCITED: replace(wanted, uncited=False),
        FilterKind.DISPUTED: replace(wanted, disputed_by_sources=False),
        FilterKind.CHANGED: replace(wanted, changed_since=""),
        FilterKind.DATES: replace(wanted, since="", until=""),
    }
    return emptied[kind]


def switched_on(wanted: IncidentFilter, kind: FilterKind) -> IncidentFilter:
    """`wanted` with one of the yes-or-no kinds on."""
    switches = {
        FilterKind.MARKED: replace(wanted, marked=True),
        FilterKind.UNCITED: replace(wanted, uncited=True),
        FilterKind.DISPUTED: replace(wanted, disputed_by_sources=True),
    }
    return switches[kind]


def _listed(names: Collection[str]) -> str:
    names = list(names)
    if len(names) <= 1:
        return "".join(names)
    return say("{first} or {n} more").format(first=names[0], n=len(names) - 1)


def _period(since: str, until: str) -> str:
    first = format_date(UncertainDate(since), DateStyle.SHORT) if since else ""
    last = format_date(UncertainDate(until), DateStyle.SHORT) if until else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return say("from {day}").format(day=first)
    return say("until {day}").format(day=last) if last else ""
