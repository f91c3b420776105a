"""Values of the reader: a preserved copy's text with what is cited of it."""

from dataclasses import dataclass
from enum import StrEnum

from dates import UncertainDate
from models.enums import Stance
from models.snapshots import CaptureLine, SourceRow


class PassageState(StrEnum):
    """Whether the words of a citation stand where it says (W3C Web Annotation, text selectors)."""

    IN_PLACE = "in-place"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """Words of a text that a citation quotes: character offsets, and the incident that they prove."""

    citation_id: int
    incident_id: int
    incident_title: str
    incident_date: UncertainDate
    stance: Stance
    quote: str
    start: int
    end: int
    state: PassageState


@dataclass(frozen=True, slots=True)
class Reading:
    """One preserved copy to be read. `captures` are all copies of its source; `passages` come in the order of the text.

    A form feed in `text` begins the next page.
    """

    source: SourceRow
    capture: CaptureLine
    captures: tuple[CaptureLine, ...]
    text: str
    extractor: str
    extracted_at: str
    passages: tuple[CitedPassage, ...]
