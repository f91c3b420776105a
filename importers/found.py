"""What an importer finds in a file: drafts, and what is doubtful about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from models.drafts import CaptureDraft, IncidentDraft, SourceDraft
from models.enums import DoubtCode, LocatorLabel

# Nothing is lost or guessed about an incident in these cases, so they keep no row from being imported.
HARMLESS = frozenset(
    {
        DoubtCode.CONTROL_CHARACTERS,
        DoubtCode.UNKNOWN_COLUMN,
        DoubtCode.GUESSED_ENCODING,
        DoubtCode.NO_TEXT,
        DoubtCode.TEXT_CUT,
        DoubtCode.NO_ARTICLE,
        DoubtCode.UNREADABLE_PAGES,
        DoubtCode.TEXTLESS_PAGES,
        DoubtCode.DAY_OF_FILE,
        DoubtCode.DAMAGED,
        DoubtCode.LEFT_OUT,
    }
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt. `row` counts as a spreadsheet does, the header being 1; 0 means the whole file.

    `value` is the start of the cell, `hint` a correction where one suggests itself, `part` the attachment that is meant.
    """

    code: DoubtCode
    row: int = 0
    column: str = ""
    value: str = ""
    hint: str = ""
    part: str = ""

    @property
    def holds_back(self) -> bool:
        """True when the row waits for a person's consent."""
        return self.code not in HARMLESS


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source, and the bytes it was made of."""

    draft: SourceDraft
    capture: CaptureDraft


class FoundCitation(NamedTuple):
    """The source that a row names for its incident, and where in it."""

    source: SourceDraft
    locator_label: LocatorLabel = LocatorLabel.PAGE
    locator: str = ""
    quote: str = ""


class FoundIncident(NamedTuple):
    """One row. `key` is its own id, empty where the file has none; `draft` is None where nothing can be made of it."""

    row: int
    key: str
    draft: IncidentDraft | None
    citation: FoundCitation | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        return self.draft is None or any(doubt.holds_back for doubt in self.doubts)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of incidents that is read row by row, once; `doubts` are about the file itself."""

    doubts: tuple[Doubt, ...]
    rows: Iterator[FoundIncident]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one file, in its order."""

    sources: tuple[FoundSource, ...] = ()
    incidents: tuple[FoundIncident, ...] = ()
    doubts: tuple[Doubt, ...] = ()
