"""What `propose` prints of several files: one queue by day, and which files copy others."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from cli.arguments import failure_text
from cli.proposals import dated_text, proposal_details, proposal_values
from cli.texts import count_text, showable
from models.proposals import NearDuplicate, Origin, ProposedIncident
from services.proposal_files import FileQueue


def queue_values(found: FileQueue, names: Sequence[str]) -> dict[str, Any]:
    """As a JSON object; `copies` are the same words in files that copy the one they are quoted from."""
    return {
        "documents": found.queue.documents,
        "proposals": [_proposed_values(one, names) for one in found.queue.proposals],
        "duplicates": [_duplicate_values(one, names) for one in found.queue.duplicates],
        "without_text": [names[number] for number in found.textless],
        "without_day": [names[number] for number in found.undated],
        "not_read": [
            {"file": names[number], "problem": error.problem.value} for number, error in sorted(found.failed.items())
        ],
    }


def queue_lines(found: FileQueue, names: Sequence[str]) -> Iterator[str]:
    """A heading for each day, below it title and file, the sentence, what dates it and why, what it names."""
    for number, (day, proposed) in enumerate(groupby(found.queue.proposals, key=_day_text)):
        if number:
            yield ""
        yield day
        for one in proposed:
            where = ", ".join((_name(one.origin, names), *(f"also in {_name(copy, names)}" for copy in one.copies)))
            yield "  " + showable(f"{' '.join(one.proposal.title.split())}  [{where}]")
            yield from (f"  {line}" for line in proposal_details(one.proposal))
    if found.queue.duplicates:
        yield ""
    for copy in found.queue.duplicates:
        share = f"{copy.overlap:.0%} of its words are those of {names[copy.origin_id]}"
        yield showable(f"{names[copy.source_id]} looks like a copy: {share}")


def failure_notes(found: FileQueue, names: Sequence[str]) -> Iterator[str]:
    """What could not be read, and why."""
    return (failure_text(names[number], error) for number, error in sorted(found.failed.items()))


def queue_notes(found: FileQueue, names: Sequence[str]) -> Iterator[str]:
    """What else there is to say."""
    for number in found.textless:
        yield f"{names[number]}: no text could be taken from it"
    if not found.queue.proposals:
        yield "No incidents were found."
    if found.undated:
        files = count_text(len(found.undated), "file says", "files say")
        yield f"{files} no day of publication: dates that hang on it were left open. --published gives it."


def _day_text(proposed: ProposedIncident) -> str:
    return dated_text(proposed.proposal)


def _name(origin: Origin, names: Sequence[str]) -> str:
    return names[origin.source_id]


def _proposed_values(proposed: ProposedIncident, names: Sequence[str]) -> dict[str, Any]:
    copies = [{"file": _name(copy, names), "start": copy.start, "end": copy.end} for copy in proposed.copies]
    return {"file": _name(proposed.origin, names), **proposal_values(proposed.proposal), "copies": copies}


def _duplicate_values(copy: NearDuplicate, names: Sequence[str]) -> dict[str, Any]:
    return {"file": names[copy.source_id], "copies": names[copy.origin_id], "overlap": copy.overlap}
