"""Which field of an incident a column of a table means, by its heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column can hold."""

    ID = "id"
    DATE = "date"
    END = "end"
    TIME = "time"
    ZONE = "zone"
    TITLE = "title"
    BODY = "body"
    NOTE = "note"
    PLACE = "place"
    STATUS = "status"
    CONFIDENCE = "confidence"
    TAGS = "tags"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    THINGS = "things"
    SOURCE = "source"
    URL = "url"
    PUBLISHER = "publisher"
    PUBLISHED = "published"
    LOCATOR = "locator"
    QUOTE = "quote"


_HEADINGS: Mapping[Column, str] = {
    Column.ID: "id uuid key identifier|incident id|row id",
    Column.DATE: "date when day start from begin|start date|date from|from date|date start|incident date|event date",
    Column.END: "end to until till|end date|date to|to date|date end|through",
    Column.TIME: "time clock|time of day|start time",
    Column.ZONE: "zone tz timezone|time zone",
    Column.TITLE: "title headline incident what event name subject fact|short title|what happened",
    Column.BODY: "text body description details detail account narrative content summary|long text",
    Column.NOTE: "note notes comment comments remark remarks|private note",
    Column.PLACE: "place location where city venue",
    Column.STATUS: "status state verification verified",
    Column.CONFIDENCE: "confidence certainty",
    Column.TAGS: "tags tag keywords keyword category categories labels label topic topics",
    Column.PEOPLE: "people person persons who actor actors names|people involved",
    Column.ORGANISATIONS: "organisations organisation organizations organization orgs org company agency",
    Column.THINGS: "things thing objects object",
    Column.SOURCE: "source sources reference references citation|source title|cited source",
    Column.URL: "url link links href web address|source url|source link|reference url",
    Column.PUBLISHER: "publisher publication outlet newspaper|source publisher",
    Column.PUBLISHED: "published|date published|publication date|source date|source published",
    Column.LOCATOR: "locator page pages paragraph timestamp|pin cite",
    Column.QUOTE: "quote quotation excerpt|source text|quoted text",
}


def _headings_of(words: str) -> list[str]:
    """The single words before the first bar, and each phrase after one."""
    singles, *phrases = words.split("|")
    return [*singles.split(), *phrases]


_COLUMN_OF = {heading: column for column, words in _HEADINGS.items() for heading in _headings_of(words)}


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of the known columns, and the headings of the others by their place."""

    known: Mapping[Column, int]
    unknown: Mapping[int, str]

    @property
    def width(self) -> int:
        return len(self.known) + len(self.unknown)


def plain_heading(heading: str) -> str:
    """A heading without case, punctuation and what stands in brackets: "Start_Date (UTC)" is "start date"."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", heading.casefold())
    return " ".join(re.findall(r"\w+", bare.replace("_", " ")))


def map_columns(headings: list[str]) -> Columns:
    """The first column of each meaning is taken; a second one of the same meaning counts as unknown."""
    known: dict[Column, int] = {}
    unknown: dict[int, str] = {}
    for place, heading in enumerate(headings):
        column = _COLUMN_OF.get(plain_heading(heading))
        if column is None or column in known:
            unknown[place] = " ".join(heading.split())
        else:
            known[column] = place
    return Columns(known, unknown)
