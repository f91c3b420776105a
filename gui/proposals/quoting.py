"""The sentence of a proposal with the words that date it."""

from dataclasses import dataclass

from gui.texts.changes import shorten
from models.proposals import Proposal

_LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Quoted:
    """The sentence on one line; `text[start:end]` are the date's words, both 0 where they stand elsewhere."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The date's words, not too long."""
        return shorten(self.text[self.start : self.end], _LONGEST_WORDS)


def quoted(proposal: Proposal) -> Quoted:
    """The sentence as it is shown: line breaks and runs of blanks are one blank."""
    mention = proposal.mention
    whole = mention.range if mention.range is not None and mention.range.date == proposal.date else mention
    start, end = whole.start - proposal.start, whole.end - proposal.start
    if not 0 <= start < end <= len(proposal.quote):
        return Quoted(_even(proposal.quote).strip(), 0, 0)
    before = _even(proposal.quote[:start]).lstrip()
    words = _even(proposal.quote[start:end])
    after = _even(proposal.quote[end:]).rstrip()
    return Quoted(before + words + after, len(before), len(before) + len(words))


def _even(text: str) -> str:
    """Runs of blanks as one, also at the ends."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
