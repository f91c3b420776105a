"""The job and the answer of the import worker."""

import datetime as dt
import gc
import io
import json
import pkgutil
import tempfile

import pytest

from dates import UncertainDate
from importers import worker
from importers.answers import NoAnswerError
from importers.channel import (
    Heading,
    Job,
    exit_code_of,
    pack_found,
    pack_heading,
    read_bytes,
    read_heading,
    unpack_found,
)
from importers.found import Found, FoundSource
from importers.kinds import ImportKind
from importers.readers import LATE_READERS
from importers.worker import MEMORY_EXIT, answer, read_job, serve, takes_many
from models.drafts import CaptureDraft, CreatorDraft, SourceDraft
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError

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
    found, is_table = read_job(job(kind, "file.dat"), data), kind is ImportKind.INCIDENT_TABLE
    assert unpack_found(list(pack_found(found, data)), data, is_table=is_table) == found


def test_creators_and_bytes_of_an_enclosed_file_come_through_the_channel() -> None:
    creators = (CreatorDraft(family="Berg", given_name="Anna"), CreatorDraft(literal="Relief Agency"))
    draft = SourceDraft(title="A picture", creators=creators, fields={"DOI": "10.1"}, published=UncertainDate("2024"))
    captures = [
        CaptureDraft(data=data, media_type="image/png", method=CaptureMethod.DROP) for data in (b"all", b"\0\xff", b"")
    ]
    found = Found(tuple(FoundSource(draft, capture) for capture in captures))
    lines = list(pack_found(found, b"all"))
    assert unpack_found(lines, b"all", is_table=False) == found
    assert "YWxs" not in lines[0]  # what the job came with does not travel back


def test_heading_and_bytes_come_through_the_channel_and_leave_what_follows() -> None:
    given = Heading(job(ImportKind.TEXT, "zeile\n“1”.txt"), 3, 20)
    incoming = io.BytesIO(pack_heading(given) + b"abc" + pack_heading(given) + b"ab")
    assert (read_heading(incoming), read_bytes(incoming, 3)) == (given, b"abc")
    assert read_heading(incoming) == given
    with pytest.raises(EOFError):
        read_bytes(incoming, 3)
    assert read_heading(incoming) is None


def test_answer_reads_a_job_and_writes_what_it_found() -> None:
    given = job(ImportKind.INCIDENT_TABLE, "incidents.csv")
    outgoing = io.BytesIO()
    assert answer(given, TABLE, outgoing) == 0
    lines = outgoing.getvalue().decode().splitlines()
    assert unpack_found(lines, TABLE, is_table=True) == read_job(given, TABLE)


def test_answer_passes_a_problem_on() -> None:
    outgoing = io.BytesIO()
    answer(job(ImportKind.INCIDENT_TABLE, "a.csv"), b"a,b\n", outgoing)
    with pytest.raises(UserFacingError) as caught:
        unpack_found(outgoing.getvalue().decode().splitlines(), b"", is_table=True)
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    assert caught.value.details == {"reason": "no-title-column"}


def test_answer_says_that_memory_ran_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(_job: Job, _data: bytes) -> Found:
        raise MemoryError

    monkeypatch.setattr(worker, "read_job", grow)
    assert answer(job(ImportKind.TEXT, "a.txt"), b"", io.BytesIO()) == MEMORY_EXIT


@pytest.mark.parametrize("forks", [True, False])
def test_serve_answers_every_job_with_its_exit_code(monkeypatch: pytest.MonkeyPatch, *, forks: bool) -> None:
    if forks and not takes_many():
        pytest.skip("this system does not fork")
    monkeypatch.setattr(worker, "takes_many", lambda: forks)
    monkeypatch.setattr(worker, "limit_time", lambda _seconds: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    asked = pack_heading(Heading(job(ImportKind.TEXT, "a.txt"), 5, 20)) + b"Words"
    with tempfile.TemporaryFile(buffering=0) as incoming, tempfile.TemporaryFile() as outgoing:
        incoming.write(asked * 2)
        incoming.seek(0)
        serve(incoming, outgoing)
        outgoing.seek(0)
        lines = outgoing.read().split(b"\n")
    codes = [code for line in lines if (code := exit_code_of(line)) is not None]
    assert codes == [0, 0] if forks else [0]
    assert sum(b"Words" in line for line in lines) == len(codes)


def test_unpack_notices_an_answer_that_was_cut_short() -> None:
    lines = list(pack_found(read_job(job(ImportKind.TEXT, "a.txt"), b"A title"), b"A title"))
    for part in (lines[:-1], lines[1:]):
        with pytest.raises(NoAnswerError):
            unpack_found(part, b"A title", is_table=False)
    assert json.loads(lines[-1]) == {"end": 1, "rows": 0}
    assert unpack_found(['{"end": 0, "rows": 0}'], b"", is_table=True) == Found()


@pytest.mark.parametrize("reader", LATE_READERS.values())
def test_late_readers_can_all_be_called(reader: str) -> None:
    assert callable(pkgutil.resolve_name(reader))
