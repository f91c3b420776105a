"""What became of imported files, for a person and for another program."""

from collections.abc import Iterator, Sequence
from typing import Any

from cli.texts import count_text, doubt_text, showable
from services.importing import FailedFile, ImportedFile

MAX_DOUBTS_SHOWN = 20


def imported_values(file: ImportedFile) -> dict[str, Any]:
    """As a JSON object."""
    return {
        "file": file.name,
        "source_ids": list(file.source_ids),
        "known_source_id": file.known_source_id,
        "known_attachment_ids": list(file.known_attachment_ids),
        "incidents_added": list(file.incidents.added_ids),
        "incidents_updated": list(file.incidents.updated_ids),
        "incidents_unchanged": file.incidents.unchanged,
        "rows_held_back": [
            {"row": row.row, "doubts": [doubt_text(doubt) for doubt in row.doubts]} for row in file.held_back
        ],
        "doubts": [doubt_text(doubt) for doubt in file.doubts],
    }


def failed_values(file: FailedFile) -> dict[str, Any]:
    """As a JSON object: `problem` is a code, `reason` more of it where there is more."""
    details = {name: value for name, value in file.error.details.items() if name != "file"}
    return {"file": file.name, "problem": file.error.problem.value, **details}


def summary_line(files: Sequence[ImportedFile | FailedFile]) -> str:
    """“312 sources added, 3 files already preserved, 1 file not read”."""
    read = [file for file in files if isinstance(file, ImportedFile)]
    sources = sum(len(file.source_ids) for file in read)
    incidents = sum(len(file.incidents.added_ids) for file in read)
    known = sum(file.known_source_id is not None for file in read)
    parts = [f"{count_text(sources, 'source')} added"]
    parts += [f"{count_text(incidents, 'incident')} added"] if incidents else []
    parts += [f"{count_text(known, 'file')} already preserved"] if known else []
    parts += [f"{count_text(len(files) - len(read), 'file')} not read"] if len(files) > len(read) else []
    return ", ".join(parts)


def imported_line(file: ImportedFile) -> str:
    """“letter.eml: added as source 4, with 2 attachments as sources 5 and 6”."""
    name = showable(file.name)
    if file.known_source_id:
        return f"{name}: already preserved as source {file.known_source_id}"
    if file.source_ids:
        return f"{name}: added as source {file.source_ids[0]}{_attachments_text(file)}"
    tally = file.incidents
    parts = [f"{count_text(len(tally.added_ids), 'incident')} added"]
    parts += [f"{len(tally.updated_ids):,} updated"] if tally.updated_ids else []
    parts += [f"{tally.unchanged:,} unchanged"] if tally.unchanged else []
    parts += [f"{count_text(len(file.held_back), 'row')} held back"] if file.held_back else []
    return f"{name}: {', '.join(parts)}"


def doubt_lines(file: ImportedFile) -> Iterator[str]:
    """What is doubtful about it, and what to do."""
    doubts = [*file.doubts, *(doubt for row in file.held_back for doubt in row.doubts)]
    for doubt in doubts[:MAX_DOUBTS_SHOWN]:
        yield f"{file.name}, {doubt_text(doubt)}" if doubt.row else f"{file.name}: {doubt_text(doubt)}"
    if len(doubts) > MAX_DOUBTS_SHOWN:
        yield f"… and {len(doubts) - MAX_DOUBTS_SHOWN:,} more; --json tells all of them"
    if any(row.draft is not None for row in file.held_back):
        yield "Correct these rows and import again, or take them as they are with --accept-all."


def _attachments_text(file: ImportedFile) -> str:
    added, known = file.source_ids[1:], file.known_attachment_ids
    parts = [f", with {count_text(len(added), 'attachment')} as {_ids_text(added)}"] if added else []
    parts += [f", {count_text(len(known), 'attachment')} already preserved as {_ids_text(known)}"] if known else []
    return "".join(parts)


def _ids_text(ids: Sequence[int]) -> str:
    *most, last = map(str, ids)
    return f"sources {', '.join(most)} and {last}" if most else f"source {last}"
