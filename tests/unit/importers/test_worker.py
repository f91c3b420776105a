"""The job and the answer of the import worker."""

import datetime as dt
import io
import json
import pkgutil

import pytest

from dates import UncertainDate
from importers.channel import Job, pack_found, unpack_found
from importers.found import Found, FoundSource
from importers.kinds import ImportKind
from importers.readers import LATE_READERS
from importers.worker import answer, read_job
from models.drafts import CaptureDraft, CreatorDraft, SourceDraft
from models.enums import CaptureMethod, ProblemCode
from models.errors import BugError, UserFacingError

TABLE = (
    b"id,date,title,status,people,source,page,mood,,\n"
    b"1,2024-01-23,Strike,verified,Anna Berg (minister),The Times,3,grim,,\n,sometime,,,,,,,,\n"
)


def job(kind: ImportKind, name: str) -> Job:
    published = UncertainDate("2024-01-23", "Tuesday", "Asia/Baghdad")
    return Job(kind, name, CaptureMethod.DROP, "text/plain", dt.date(2024, 2, 1), published)


@pytest.mark.parametrize(
    ("kind", "data"), [(ImportKind.INCIDENT_TABLE, TABLE), (ImportKind.TEXT, b"A title"), (ImportKind.OTHER, b"\0\1")]
)
def test_what_is_found_comes_through_the_channel_unchanged(kind: ImportKind, data: bytes) -> None:
    found = read_job(job(kind, "file.dat"), data)
    assert unpack_found(list(pack_found(found, data)), data) == found


def test_creators_and_bytes_of_an_enclosed_file_come_through_the_channel() -> None:
    creators = (CreatorDraft(family="Berg", given_name="Anna"), CreatorDraft(literal="Relief Agency"))
    draft = SourceDraft(title="A picture", creators=creators, fields={"DOI": "10.1"}, published=UncertainDate("2024"))
    captures = [
        CaptureDraft(data=data, media_type="image/png", method=CaptureMethod.DROP) for data in (b"all", b"\0\xff", b"")
    ]
    found = Found(tuple(FoundSource(draft, capture) for capture in captures))
    lines = list(pack_found(found, b"all"))
    assert unpack_found(lines, b"all") == found
    assert "YWxs" not in lines[0]  # what the job came with does not travel back


def test_job_comes_through_the_channel_unchanged() -> None:
    given = job(ImportKind.TEXT, "zeile\n“1”.txt")
    assert "\n" not in given.to_line()
    assert Job.from_line(given.to_line()) == given


def test_answer_reads_a_job_and_writes_what_it_found() -> None:
    given = job(ImportKind.INCIDENT_TABLE, "incidents.csv")
    outgoing = io.BytesIO()
    answer(io.BytesIO(given.to_line().encode() + b"\n" + TABLE), outgoing)
    assert unpack_found(outgoing.getvalue().decode().splitlines(), TABLE) == read_job(given, TABLE)


def test_answer_passes_a_problem_on() -> None:
    outgoing = io.BytesIO()
    answer(io.BytesIO(job(ImportKind.INCIDENT_TABLE, "a.csv").to_line().encode() + b"\na,b\n"), outgoing)
    with pytest.raises(UserFacingError) as caught:
        unpack_found(outgoing.getvalue().decode().splitlines(), b"")
    assert (caught.value.problem, caught.value.details["reason"]) == (
        ProblemCode.IMPORT_UNREADABLE,
        "no-title-column",
    )


def test_unpack_notices_an_answer_that_was_cut_short() -> None:
    lines = list(pack_found(read_job(job(ImportKind.TEXT, "a.txt"), b"A title"), b"A title"))
    for part in (lines[:-1], lines[1:]):
        with pytest.raises(BugError):
            unpack_found(part, b"A title")
    assert json.loads(lines[-1]) == {"end": 1}
    assert unpack_found(['{"end": 0}'], b"") == Found()


@pytest.mark.parametrize("reader", LATE_READERS.values())
def test_late_readers_can_all_be_called(reader: str) -> None:
    assert callable(pkgutil.resolve_name(reader))
