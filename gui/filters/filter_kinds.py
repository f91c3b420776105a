"""The kinds of filter: which there are, what each is called, and which part of a filter it stands for."""

from collections.abc import Mapping
from enum import Enum, StrEnum

from gui.filters.words import say
from gui.texts import entity_text
from models.enums import Confidence, EntityKind, Stance, Status


class FilterKind(Enum):
    """In the order in which pills stand."""

    TEXT = "text"
    MARKED = "marked"
    STATUS = "status"
    CONFIDENCE = "confidence"
    PLACE = "place"
    TAG = "tag"
    PERSON = "person"
    ORGANISATION = "organisation"
    THING = "thing"
    SOURCE = "source"
    STANCE = "stance"
    DATES = "dates"
    UNCITED = "uncited"
    DISPUTED = "disputed"
    CHANGED = "changed"


ALWAYS_SHOWN = (FilterKind.STATUS, FilterKind.PLACE, FilterKind.TAG)
# The part of IncidentFilter behind each kind: a yes or no, members of an enum, ids of records.
SWITCHES: Mapping[FilterKind, str] = {
    FilterKind.MARKED: "marked",
    FilterKind.UNCITED: "uncited",
    FilterKind.DISPUTED: "disputed_by_sources",
}
WORDS: Mapping[FilterKind, tuple[str, type[StrEnum]]] = {
    FilterKind.STATUS: ("statuses", Status),
    FilterKind.CONFIDENCE: ("confidences", Confidence),
    FilterKind.STANCE: ("stances", Stance),
}
RECORDS: Mapping[FilterKind, str] = {FilterKind.TAG: "tag_ids", FilterKind.SOURCE: "source_ids"}
ENTITIES: Mapping[FilterKind, EntityKind] = {
    FilterKind.PLACE: EntityKind.PLACE,
    FilterKind.PERSON: EntityKind.PERSON,
    FilterKind.ORGANISATION: EntityKind.ORGANISATION,
    FilterKind.THING: EntityKind.THING,
}
CHOICES = frozenset({*WORDS, *RECORDS, *ENTITIES})


def kind_text(kind: FilterKind) -> str:
    """The name of a kind, as the pill and the menu show it."""
    if kind in ENTITIES:
        return entity_text(ENTITIES[kind])
    texts = {
        FilterKind.TEXT: say("Search"),
        FilterKind.MARKED: say("Marked"),
        FilterKind.STATUS: say("Status"),
        FilterKind.CONFIDENCE: say("Confidence"),
        FilterKind.TAG: say("Tag"),
        FilterKind.SOURCE: say("Source"),
        FilterKind.STANCE: say("Stance"),
        FilterKind.DATES: say("Dates"),
        FilterKind.UNCITED: say("Citations"),
        FilterKind.DISPUTED: say("Sources"),
        FilterKind.CHANGED: say("Changed"),
    }
    return texts[kind]
