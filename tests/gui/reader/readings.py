"""Readings made by hand for the tests of the reader."""

from dataclasses import replace

from dates import UncertainDate
from dates.mention import DateMention, MentionKind, Reason, TimexType
from models.enums import CaptureMethod, SourceType, Stance
from models.proposals import Origin, Proposal, ProposedIncident, Rank
from models.reading import CitedPassage, PassageState, Reading
from models.snapshots import CaptureLine, SourceRow

TEXT = (
    "The harbour board closed three gates on Tuesday, after waves were seen at the basin.\n\n"
    "The basin was flooded on Sunday. Seventeen boats were adrift; two were never found.\n\n"
    "An earlier account had put the flood on Saturday.\n"
)
DAY = "2024-01-23"


def make_capture(capture_id: int = 1, media_type: str = "text/html", kept: str = "2024-02-01T10:00:00Z") -> CaptureLine:
    return CaptureLine(capture_id, 1, media_type, "page.html", "0" * 64, 9, kept, CaptureMethod.FILE, 9)


def make_row(title: str = "Harbour closes gates", published: str = DAY, source_id: int = 1) -> SourceRow:
    day = UncertainDate(published)
    return SourceRow(source_id, 1, SourceType.ARTICLE_NEWSPAPER, title, "", "Quay Post", "", day, False, 1, 1)


def make_passage(text: str, quote: str, citation_id: int = 7, **changes: object) -> CitedPassage:
    start = text.find(quote)
    state = PassageState.IN_PLACE if start >= 0 else PassageState.LOST
    date = UncertainDate("2024-01-20")
    made = CitedPassage(
        citation_id, citation_id + 100, f"Incident {citation_id}", date, Stance.SUPPORTS, quote,
        max(0, start), max(0, start) + len(quote), state,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def make_reading(text: str = TEXT, *quotes: str, row: SourceRow | None = None, captures: int = 1) -> Reading:
    lines = tuple(make_capture(number + 1) for number in range(captures))
    passages = tuple(make_passage(text, quote, 7 + number) for number, quote in enumerate(quotes))
    return Reading(row or make_row(), lines[0], lines, text, "html", "2024-02-01T10:00:00Z", passages)


def make_proposed(text: str, sentence: str, word: str, capture_id: int = 1) -> ProposedIncident:
    start = text.index(sentence)
    at = text.index(word, start)
    date = UncertainDate("2024-01-21")
    mention = DateMention(at, at + len(word), word, TimexType.DATE, date.edtf, date, Reason(MentionKind.WEEKDAY, "day"))
    proposal = Proposal(date, start, start + len(sentence), sentence, mention, sentence, (), (), Rank.STATED)
    return ProposedIncident(proposal, Origin(1, "Quay Post", capture_id, start, start + len(sentence)))
