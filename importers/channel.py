"""What passes between the program and its import worker: one JSON value a line, nothing that could run.

A job is a heading, its length before it, and the bytes of the file. The answer is a line for each thing found and a line with
their number, so that an answer cut short is noticed; the exit code of whoever read the file comes last.
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, BinaryIO

from dates import UNDATED, UncertainDate
from importers.found import Doubt, Found, FoundCitation, FoundIncident, FoundSource
from importers.kinds import ImportKind
from models.doubts import FileDoubt
from models.drafts import CaptureDraft, CreatorDraft, Draft, IncidentDraft, RoleDraft, SourceDraft
from models.enums import CaptureMethod, DoubtCode, LocatorLabel, ProblemCode
from models.errors import BugError, UserFacingError

_LENGTH = 4
_PART = 1024**2
_EXIT = b'{"exit":'
_DATES = ("date", "published", "accessed", "archived")


@dataclass(frozen=True, slots=True)
class Job:
    """What to read and how. `name` is the file's name without its folder."""

    kind: ImportKind
    name: str
    method: CaptureMethod
    media_type: str
    today: dt.date
    published: UncertainDate = UNDATED

    def to_line(self) -> str:
        plain = {**asdict(self), "today": self.today.isoformat(), "published": _pack_date(self.published)}
        return json.dumps(plain)

    @classmethod
    def from_line(cls, line: str) -> "Job":
        values = json.loads(line)
        return cls(
            kind=ImportKind(values["kind"]),
            name=values["name"],
            method=CaptureMethod(values["method"]),
            media_type=values["media_type"],
            today=dt.date.fromisoformat(values["today"]),
            published=UncertainDate(*values["published"]),
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A job, how many bytes the file has, and how long reading it may take."""

    job: Job
    size: int
    seconds: int


def pack_heading(heading: Heading) -> bytes:
    """The heading of a job as it is sent."""
    line = json.dumps([heading.job.to_line(), heading.size, heading.seconds]).encode("ascii")
    return len(line).to_bytes(_LENGTH, "big") + line


def read_heading(incoming: BinaryIO) -> Heading | None:
    """The next heading, None where no more jobs come."""
    first = incoming.read(1)
    if not first:
        return None
    length = int.from_bytes(first + read_bytes(incoming, _LENGTH - 1), "big")
    line, size, seconds = json.loads(read_bytes(incoming, length))
    return Heading(Job.from_line(line), size, seconds)


def read_bytes(incoming: BinaryIO, size: int) -> bytes:
    """Exactly `size` bytes, and none of what comes after them. Raises EOFError where there are fewer."""
    parts: list[bytes] = []
    while size:
        part = incoming.read(min(size, _PART))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def exit_line(code: int) -> bytes:
    """The last line of an answer, on a line of its own even where the one before broke off."""
    return b"\n" + json.dumps({"exit": code}).encode("ascii") + b"\n"


def exit_code_of(line: bytes) -> int | None:
    """The code of a last line, None for any other."""
    return int(json.loads(line)["exit"]) if line.startswith(_EXIT) else None


def pack_found(found: Found, data: bytes) -> Iterator[str]:
    """The lines of an answer. `data` is what the job came with: a source made of those bytes does not carry them back."""
    for item in _pack_items(found, data):
        yield json.dumps(item, ensure_ascii=False)
    yield json.dumps({"end": len(found.sources) + len(found.incidents) + len(found.doubts)})


def pack_error(error: UserFacingError) -> str:
    """The one line of an answer that says why there is none."""
    return json.dumps({"error": error.problem.value, "details": error.details})


def unpack_found(lines: Iterable[str], data: bytes) -> Found:
    """What a worker found in `data`. Every draft is checked anew. Raises what the worker raised."""
    sources: list[FoundSource] = []
    incidents: list[FoundIncident] = []
    doubts: list[Doubt] = []
    end = -1
    for line in lines:
        item = json.loads(line)
        if "incident" in item:
            incidents.append(_unpack_incident(item["incident"]))
        elif "source" in item:
            sources.append(_unpack_source(item["source"], data))
        elif "doubt" in item:
            doubts.append(_unpack_doubt(item["doubt"]))
        elif "error" in item:
            raise UserFacingError(ProblemCode(item["error"]), **item["details"])
        else:
            end = item["end"]
    if end != len(sources) + len(incidents) + len(doubts):
        raise BugError("the import worker's answer was cut short")
    return Found(tuple(_with_doubts(sources, doubts)), tuple(incidents), tuple(doubts))


def _with_doubts(sources: Iterable[FoundSource], doubts: Iterable[Doubt]) -> Iterator[FoundSource]:
    """The sources, each with the doubts about it: those of the file itself belong to the first."""
    about: dict[str, list[FileDoubt]] = {}
    for doubt in doubts:
        if not doubt.row:
            about.setdefault(doubt.part, []).append(FileDoubt(doubt.code, doubt.value))
    for place, source in enumerate(sources):
        own = tuple(about.get(source.capture.original_name if place else "", ()))
        yield replace(source, capture=source.capture.model_copy(update={"doubts": own})) if own else source


def _pack_items(found: Found, data: bytes) -> Iterator[dict[str, Any]]:
    for source in found.sources:
        capture = {name: value for name, value in source.capture.given().items() if name != "data"}
        own = None if source.capture.data == data else base64.b64encode(source.capture.data).decode("ascii")
        yield {"source": {"draft": _pack_draft(source.draft), "capture": capture, "data": own}}
    for incident in found.incidents:
        yield {"incident": _pack_incident(incident)}
    for doubt in found.doubts:
        yield {"doubt": asdict(doubt)}


def _pack_incident(found: FoundIncident) -> dict[str, Any]:
    citation = found.citation
    return {
        "row": found.row,
        "key": found.key,
        "draft": found.draft and _pack_draft(found.draft),
        "citation": citation
        and [_pack_draft(citation.source), citation.locator_label, citation.locator, citation.quote],
        "doubts": [asdict(doubt) for doubt in found.doubts],
    }


def _unpack_incident(values: dict[str, Any]) -> FoundIncident:
    draft, citation = values["draft"], None
    if values["citation"]:
        source, label, locator, quote = values["citation"]
        citation = FoundCitation(_unpack_source_draft(source), LocatorLabel(label), locator, quote)
    if draft:
        roles = tuple(RoleDraft(**role) for role in draft.pop("roles", ()))
        draft = IncidentDraft(**_unpack_dates(draft), roles=roles)
    doubts = tuple(_unpack_doubt(doubt) for doubt in values["doubts"])
    return FoundIncident(values["row"], values["key"], draft or None, citation, doubts)


def _unpack_source(values: dict[str, Any], data: bytes) -> FoundSource:
    own = data if values["data"] is None else base64.b64decode(values["data"])
    return FoundSource(_unpack_source_draft(values["draft"]), CaptureDraft(data=own, **values["capture"]))


def _unpack_source_draft(values: dict[str, Any]) -> SourceDraft:
    draft = _unpack_dates(values)
    if "creators" in draft:
        draft["creators"] = tuple(CreatorDraft(**creator) for creator in draft["creators"])
    return SourceDraft(**draft)


def _unpack_doubt(values: dict[str, Any]) -> Doubt:
    return Doubt(**{**values, "code": DoubtCode(values["code"])})


def _pack_draft(draft: Draft) -> dict[str, Any]:
    """The given fields as JSON values."""
    return {name: _pack_value(value) for name, value in draft.given().items()}


def _pack_value(value: object) -> object:
    if isinstance(value, UncertainDate):
        return _pack_date(value)
    if isinstance(value, tuple):
        return [_pack_draft(part) if isinstance(part, Draft) else part for part in value]
    return value


def _unpack_dates(values: dict[str, Any]) -> dict[str, Any]:
    return {name: UncertainDate(*value) if name in _DATES else value for name, value in values.items()}


def _pack_date(date: UncertainDate) -> list[str]:
    return [date.edtf, date.as_written, date.time_zone]
