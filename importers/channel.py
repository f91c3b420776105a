"""What passes between the program and its import worker: one JSON value a line, nothing that could run.

A job is a heading, its length before it, and the bytes of the file. The answer is a line for each thing found,
many rows of a table in one, and a line with their number, so that an answer cut short is noticed; the exit code of whoever read
the file comes last.
"""

import base64
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, BinaryIO

from dates import UNDATED, UncertainDate
from importers.answers import no_nonsense, refusal_of, whole_number
from importers.found import Doubt, Found, FoundIncident, FoundSource, Table
from importers.kinds import ImportKind
from importers.packing import pack_date, pack_doubt, pack_draft, unpack_doubt, unpack_source
from importers.table_channel import RowPacker, RowReader
from models.doubts import FileDoubt
from models.drafts import CaptureDraft
from models.enums import CaptureMethod
from models.errors import UserFacingError

_LENGTH = 4
_PART = 1024**2
_LINE = 64 * 1024
"""Characters of rows in one line, at least but for the last: lines by the row would be so many that they cost as much."""
_EXIT = b'{"exit":'


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
        plain = {**asdict(self), "today": self.today.isoformat(), "published": pack_date(self.published)}
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
    """The code of a last line, None for any other. Raises NoAnswerError."""
    with no_nonsense():
        return int(json.loads(line)["exit"]) if line.startswith(_EXIT) else None


def pack_found(found: Found, data: bytes) -> Iterator[str]:
    """The lines of an answer. `data` is what the job came with: a source made of those bytes does not carry them back."""
    return _lines([*_source_items(found.sources, data), *map(_doubt_item, found.doubts)], found.incidents)


def pack_table(table: Table) -> Iterator[str]:
    """The lines of an answer, made while the table is read."""
    return _lines(list(map(_doubt_item, table.doubts)), table.rows)


def _lines(first: Sequence[dict[str, Any]], incidents: Iterable[FoundIncident]) -> Iterator[str]:
    """What is known of the file itself, then its incidents, then how many lines and how many incidents there were."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    packer, lines, rows = RowPacker(), len(first), 0
    yield from map(encode, first)
    size, packed = 0, list[str]()
    for incident in incidents:
        packed.append(encode(packer.pack(incident)))
        size += len(packed[-1])
        rows += 1
        if size >= _LINE:
            yield _row_line(packed)
            lines += 1
            size, packed = 0, []
    if packed:
        yield _row_line(packed)
        lines += 1
    yield json.dumps({"end": lines, "rows": rows})


def _row_line(packed: Sequence[str]) -> str:
    return f'{{"incidents": [{", ".join(packed)}]}}'


def pack_error(error: UserFacingError) -> str:
    """The one line of an answer that says why there is none."""
    return json.dumps({"error": error.problem.value, "details": error.details})


def unpack_found(lines: Iterable[str], data: bytes, *, is_table: bool) -> Found:
    """What a worker found in `data`: the incidents of a table, or a source that preserves these bytes, and those within.

    Every draft is checked anew. Raises what the worker raised, and NoAnswerError.
    """
    with no_nonsense():
        found = _unpack(lines, data)
        if found.sources if is_table else found.incidents or found.sources[0].capture.data != data:
            raise ValueError("not what was asked for")
    return found


def _unpack(lines: Iterable[str], data: bytes) -> Found:
    sources: list[FoundSource] = []
    incidents: list[FoundIncident] = []
    doubts: list[Doubt] = []
    reader = RowReader()
    end = rows = -1
    count = 0
    for line in lines:
        item = json.loads(line)
        count += 1
        if "incidents" in item:
            incidents.extend(map(reader.read, item["incidents"]))
        elif "source" in item:
            sources.append(_unpack_source(item["source"], data))
        elif "doubt" in item:
            doubts.append(unpack_doubt(item["doubt"]))
        elif "error" in item:
            raise refusal_of(item["error"], item["details"])
        else:
            end, rows = item["end"], item["rows"]
    if (end, rows) != (count - 1, len(incidents)):
        raise ValueError("cut short")
    return Found(tuple(_with_doubts(sources, doubts)), tuple(incidents), tuple(doubts))


def check_answer(lines: Sequence[str]) -> int:
    """How many rows an answer tells of, none of them looked at. Raises what the worker raised, and NoAnswerError."""
    with no_nonsense():
        last = json.loads(lines[-1]) if lines else {}
        if "error" in last:
            raise refusal_of(last["error"], last["details"])
        if last["end"] != len(lines) - 1:
            raise ValueError("cut short")
        return whole_number(last["rows"])


def unpack_table(lines: Iterable[str]) -> Table:
    """The answer to a table that `check_answer` let pass; its rows are read from the lines as they are asked for.

    This and every row raise NoAnswerError.
    """
    rest = iter(lines)
    doubts: list[Doubt] = []
    item: dict[str, Any] = {}
    with no_nonsense():
        for line in rest:
            item = json.loads(line)
            if "doubt" not in item:
                break
            doubts.append(unpack_doubt(item["doubt"]))
    return Table(tuple(doubts), _unpack_rows(item, rest))


def _unpack_rows(item: dict[str, Any], rest: Iterator[str]) -> Iterator[FoundIncident]:
    reader, rows = RowReader(), 0
    with no_nonsense():  # what is raised where the rows are used does not come by here
        while "incidents" in item:
            yield from map(reader.read, item["incidents"])
            rows += len(item["incidents"])
            item = json.loads(next(rest, "{}"))
        if item["rows"] != rows or next(rest, None) is not None:
            raise ValueError("more or fewer rows than it says")


def _with_doubts(sources: Iterable[FoundSource], doubts: Iterable[Doubt]) -> Iterator[FoundSource]:
    """The sources, each with the doubts about it: those of the file itself belong to the first."""
    about: dict[str, list[FileDoubt]] = {}
    for doubt in doubts:
        if not doubt.row:
            about.setdefault(doubt.part, []).append(FileDoubt(doubt.code, doubt.value))
    for place, source in enumerate(sources):
        own = tuple(about.get(source.capture.original_name if place else "", ()))
        yield replace(source, capture=source.capture.model_copy(update={"doubts": own})) if own else source


def _source_items(sources: Iterable[FoundSource], data: bytes) -> Iterator[dict[str, Any]]:
    for source in sources:
        capture = {name: value for name, value in source.capture.given().items() if name != "data"}
        own = None if source.capture.data == data else base64.b64encode(source.capture.data).decode("ascii")
        yield {"source": {"draft": pack_draft(source.draft), "capture": capture, "data": own}}


def _doubt_item(doubt: Doubt) -> dict[str, Any]:
    return {"doubt": pack_doubt(doubt)}


def _unpack_source(values: dict[str, Any], data: bytes) -> FoundSource:
    own = data if values["data"] is None else base64.b64decode(values["data"])
    return FoundSource(unpack_source(values["draft"]), CaptureDraft(data=own, **values["capture"]))
