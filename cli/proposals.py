"""What `propose` prints: each candidate incident, as plain values and as lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from cli.mentions import mention_values
from cli.texts import showable
from dates import explain_mention, format_date, format_hint
from models.proposals import Proposal, Rank

_DOUBTS = {
    Rank.STATED: "",
    Rank.CAPTION: "in a caption",
    Rank.REPORTED: "the date may be that of the report",
    Rank.NAMED: "the date may only name something",
}


def proposal_values(proposal: Proposal) -> dict[str, Any]:
    """As a JSON object. `start` and `end` count characters of the text, without a byte-order mark."""
    return {
        "edtf": proposal.date.edtf,
        "date": format_date(proposal.date),
        "title": proposal.title,
        "start": proposal.start,
        "end": proposal.end,
        "quote": proposal.quote,
        "places": list(proposal.places),
        "names": list(proposal.names),
        "rank": proposal.rank.name.lower(),
        "mention": mention_values(proposal.mention),
    }


def proposal_lines(proposals: Sequence[Proposal]) -> Iterator[str]:
    """Four lines for each: date and title, the sentence, what dates it and why, what it names."""
    for number, proposal in enumerate(proposals):
        if number:
            yield ""
        yield f"{dated_text(proposal)}  {_line(proposal.title)}"
        yield from proposal_details(proposal)


def dated_text(proposal: Proposal) -> str:
    """“21 January 2024 (Sunday)”."""
    hint = format_hint(proposal.date)
    return format_date(proposal.date) + (f" ({hint})" if hint else "")


def proposal_details(proposal: Proposal) -> Iterator[str]:
    """All but date and title, indented."""
    yield "  " + _line(f"“{proposal.quote}”" if proposal.quote[:1] not in '“„«"' else proposal.quote)
    doubt = _DOUBTS[proposal.rank]
    why = f"“{proposal.mention.text}”: {explain_mention(proposal.mention)}"
    yield "  " + _line(why + (f"; {doubt}" if doubt else ""))
    if named := [*proposal.places, *proposal.names]:
        yield "  " + _line(", ".join(named))


def _line(text: str) -> str:
    return " ".join(showable(text).split())
