"""A file that takes over the process which reads it can say anything: what is no answer is told like a file not read."""

import base64
import datetime as dt
import io
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from importers import page_channel
from importers.answers import NoAnswerError
from importers.channel import Job, pack_found, pack_table
from importers.csv_incidents import open_table
from importers.kinds import ImportKind
from importers.plain_text import read_plain_text
from models.enums import CaptureMethod, ImportFault, ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import import_worker
from services.chronology import list_incidents
from services.import_worker import ImportWorker
from services.importing import FailedFile, ImportedFile, import_files, read_file, write_files
from services.progress import Unwatched
from services.project import Project
from services.sources import list_source_ids
from tests.puppet_worker import use_puppet_worker

TODAY = dt.date(2024, 2, 1)
DAY = ["2024-01-23", "", ""]
TITLE = {"title": "Ferry"}
LOG = {"title": "Log"}


def lines(*items: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in items)


def source(draft: object = LOG, data: object = None, capture: object = None, **more: object) -> dict[str, object]:
    """A source as a worker tells of it, with what is not as it should be."""
    kept = {"media_type": "text/plain", "method": "file", "text": "Words"} if capture is None else capture
    return {"source": {"draft": draft, "capture": kept, "data": data} | more}


def told(*items: object) -> bytes:
    """A whole answer."""
    return lines(*items, {"end": len(items), "rows": 0})


NO_LINES = {
    "no text": b"\xff\xfe\x00\xd8" * 20,
    "no JSON": b"{source: 1}\n",
    "nothing": b"\n",
    "a number": lines(5),
    "a list": lines([]),
    "null": lines(None),
    "a word": lines("end"),
    "endless depth": b"[" * 200_000 + b"\n",
    "a number of too many digits": b"1" * 5000 + b"\n",
    "no end": lines({"doubt": {"code": "no-text", "row": 0}}),
    "an end too soon": lines({"end": 5, "rows": 0}),
    "an end of words": lines({"end": "0", "rows": 0}),
    "an end beyond all numbers": b'{"end": 1e999, "rows": 0}\n',
    "rows of words": lines({"end": 0, "rows": "0"}) + lines({"end": 1, "rows": []}),
    "more rows than there can be": lines({"end": 0, "rows": 2**80}) + lines({"end": 1, "rows": -1}),
    "an exit of words": b'{"exit": "well"}\n',
    "an exit cut short": b'{"exit": \n',
    "an exit beyond all numbers": b'{"exit": 1e999}\n',
    "an error without facts": lines({"error": "CHR-I01"}),
    "an error of no code": lines({"error": "CHR-Z99", "details": {}}),
    "an error that is a list": lines({"error": [], "details": {}}),
    "an error of the disk": lines({"error": "CHR-S01", "details": {}}),
    "facts that are a list": lines({"error": "CHR-I01", "details": ["file"]}),
    "a reason that is none": lines({"error": "CHR-I01", "details": {"reason": "bad luck"}}),
    "a reason that only the program finds": lines({"error": "CHR-I02", "details": {"reason": "many-bytes"}}),
    "too many rows, but how many": lines({"error": "CHR-I02", "details": {"reason": "many-rows"}}),
    "a doubt of no code": told({"doubt": {"code": "doubtful", "row": 0}}),
    "a doubt of no row": told({"doubt": {"code": "no-text", "row": "1"}}),
    "a doubt below all rows": told({"doubt": {"code": "no-text", "row": -1}}),
    "a doubt of a number": told({"doubt": {"code": "no-text", "row": 0, "value": 7}}),
    "a doubt with more than there is": told({"doubt": {"code": "no-text", "row": 0, "colour": "red"}}),
    "a doubt that is a list": told({"doubt": []}),
}
NO_SOURCES = {
    "no source": told(),
    "incidents": told({"incidents": [[2, "", TITLE, None, []]]}),
    "a source that is null": told({"source": None}),
    "a draft that is a list": told(source([])),
    "a draft without title": told(source({})),
    "a draft with more than there is": told(source({**LOG, "id": 7})),
    "a title of numbers": told(source({"title": 7})),
    "a title too long": told(source({"title": "x" * 3000})),
    "a type of no source": told(source({**LOG, "type": "rumour"})),
    "a date that is a number": told(source({**LOG, "published": 2024})),
    "a date of nothing": told(source({**LOG, "published": [None, "", ""]})),
    "a date of other kinds": told(source({**LOG, "published": ["", 0, []]})),
    "a date that is none": told(source({**LOG, "published": ["2024-99-99", "", ""]})),
    "creators that are a word": told(source({**LOG, "creators": "Eva"})),
    "a creator that is null": told(source({**LOG, "creators": [None]})),
    "the copy of a source of the project": told(source({**LOG, "republishes_id": 1})),
    "no capture": told(source(capture=[])),
    "a capture without method": told(source(capture={"media_type": "text/plain"})),
    "a text of numbers": told(source(capture={"media_type": "text/plain", "method": "file", "text": 7})),
    "bytes that are a number": told(source(data=7)),
    "bytes of no code": told(source(data="é")),
    "other bytes": told(source(data=base64.b64encode(b"Forged").decode())),
}
NO_ROWS = {
    "a source": told(source()),
    "a row that is a number": [7],
    "a row that is null": [None],
    "a short row": [[2, "", TITLE]],
    "a row of words": ["words"],
    "rows that are a number": 7,
    "a number of words": [["2", "", TITLE, None, []]],
    "a number below all": [[-1, "", TITLE, None, []]],
    "a number above all": [[2**80, "", TITLE, None, []]],
    "a number that is true": [[True, "", TITLE, None, []]],
    "a key that is a number": [[2, 7, TITLE, None, []]],
    "a draft that is a number": [[2, "", 7, None, []]],
    "a draft that is a list": [[2, "", ["title"], None, []]],
    "a draft without title": [[2, "", {"body": "Words"}, None, []]],
    "a title of numbers": [[2, "", {"title": 7}, None, []]],
    "a title too long": [[2, "", {"title": "x" * 3000}, None, []]],
    "a status of no incident": [[2, "", {**TITLE, "status": "rumoured"}, None, []]],
    "a date not sent before": [[2, "", {**TITLE, "date": 0}, None, []]],
    "the last date, from behind": [[2, "", {**TITLE, "date": DAY}, None, []], [3, "", {**TITLE, "date": -1}, None, []]],
    "a date of two parts": [[2, "", {**TITLE, "date": ["2024", ""]}, None, []]],
    "a date of other kinds": [[2, "", {**TITLE, "date": ["", 0, False]}, None, []]],
    "tags that are a number": [[2, "", {**TITLE, "tags": 7}, None, []]],
    "a role that is a word": [[2, "", {**TITLE, "roles": ["Eva"]}, None, []]],
    "a role of no kind": [[2, "", {**TITLE, "roles": [{"kind": "ship", "name": "Eva"}]}, None, []]],
    "a citation that is a word": [[2, "", TITLE, "Log", []]],
    "a citation of a source not sent before": [[2, "", TITLE, [0, "page", "", ""], []]],
    "a citation of no label": [[2, "", TITLE, [LOG, "shelf", "", ""], []]],
    "a locator that is a number": [[2, "", TITLE, [LOG, "page", 7, ""], []]],
    "lists for words": [[2, "", TITLE, [LOG, "page", [], []], []]],
    "a locator too long": [[2, "", TITLE, [LOG, "page", "7" * 3000, ""], []]],
    "doubts that are a number": [[2, "", TITLE, None, 7]],
    "a doubt of no code": [[2, "", TITLE, None, [{"code": "doubtful", "row": 2}]]],
}


def table(rows: object) -> bytes:
    if isinstance(rows, bytes):
        return rows
    return lines({"incidents": rows}, {"end": 1, "rows": len(rows) if isinstance(rows, list) else 1})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files lie that answer for themselves."""
    use_puppet_worker(tmp_path, monkeypatch)
    return tmp_path


def is_empty(project: Project) -> bool:
    return not (list_incidents(project, IncidentFilter()).ids or list_source_ids(project) or project.history())


def assert_is_told(error: UserFacingError, name: str) -> None:
    assert error.problem is ProblemCode.IMPORT_UNREADABLE
    assert error.details == {"file": name, "reason": ImportFault.CRASHED}
    assert error.work_is_safe


def assert_is_refused(project: Project, path: Path, answer: bytes) -> None:
    """Both ways in tell of the file and store nothing."""
    path.write_bytes(answer)
    with pytest.raises(UserFacingError) as caught:
        write_files(project, [read_file(path, project=project)])
    assert_is_told(caught.value, path.name)
    outcome = bring(project, path)
    assert isinstance(outcome, FailedFile)
    assert_is_told(outcome.error, path.name)
    assert is_empty(project)


def bring(project: Project, path: Path) -> ImportedFile | FailedFile:
    """What becomes of a file, also where its rows are refused, which are looked at when they are written."""
    try:
        (outcome,) = import_files(project, [path], as_source=path.suffix != ".csv")
    except UserFacingError as error:
        return FailedFile(path.name, error)
    return outcome


@pytest.mark.parametrize("shape", [*NO_LINES, *NO_SOURCES])
def test_answer_that_tells_of_no_source_is_told_as_a_file_not_read(project: Project, folder: Path, shape: str) -> None:
    assert_is_refused(project, folder / "letter.txt", {**NO_LINES, **NO_SOURCES}[shape])


@pytest.mark.parametrize("shape", [*NO_LINES, *NO_ROWS])
def test_answer_that_holds_no_rows_is_told_as_a_file_not_read(project: Project, folder: Path, shape: str) -> None:
    assert_is_refused(project, folder / "table.csv", table({**NO_LINES, **NO_ROWS}[shape]))


def job(name: str) -> Job:
    return Job(ImportKind.TEXT, name, CaptureMethod.FILE, "text/plain", TODAY)


@pytest.fixture
def worker(folder: Path) -> Iterator[ImportWorker]:
    with ImportWorker() as started:
        yield started


def test_refusal_names_the_file_that_was_asked_for(worker: ImportWorker) -> None:
    with pytest.raises(UserFacingError) as caught:
        worker.read(
            job("a.txt"), lines({"error": "CHR-I01", "details": {"file": "b.txt", "reason": "empty"}}), Unwatched()
        )
    assert caught.value.details == {"file": "a.txt", "reason": ImportFault.EMPTY}


def test_worker_that_talks_nonsense_is_killed_and_the_next_file_gets_another(worker: ImportWorker) -> None:
    assert worker.read(job("a.txt"), told(source()), Unwatched()).sources
    process = worker._process
    assert process is not None
    assert process.poll() is None
    with pytest.raises(UserFacingError) as caught:
        worker.read(job("b.txt"), b"nonsense", Unwatched())
    assert_is_told(caught.value, "b.txt")
    assert process.poll() is not None
    assert worker.read(job("c.txt"), told(source()), Unwatched()).sources
    assert worker._process is not process


def test_answer_without_an_end_is_not_kept(worker: ImportWorker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_worker, "MAX_ANSWER", 1000)
    for answer in (b"x" * 2000, b"[]\n" * 1000, b"\n" * 2000):
        with pytest.raises(UserFacingError) as caught:
            worker.read(job("a.txt"), answer, Unwatched())
        assert_is_told(caught.value, "a.txt")


def test_nonsense_of_one_file_leaves_the_others_alone(project: Project, folder: Path) -> None:
    answers = {"a.txt": told(source()), "b.txt": b"nonsense", "c.txt": told(source({"title": "Diary"}))}
    for name, answer in answers.items():
        (folder / name).write_bytes(answer)
    _first, second, _third = import_files(project, [folder / name for name in answers])
    assert isinstance(second, FailedFile)
    assert_is_told(second.error, "b.txt")
    assert len(list_source_ids(project)) == 2
    assert len(project.history()) == 1


def test_characters_that_cannot_be_stored_are_taken_out_of_an_answer(project: Project, folder: Path) -> None:
    path = folder / "letter.txt"
    odd = {"media_type": "text/plain", "method": "file", "text": "W\0or\x1bds"}
    path.write_bytes(told(source(capture=odd), {"doubt": {"code": "damaged", "row": 0, "value": "\ud800p. 1\0"}}))
    (capture,) = [one.capture for one in read_file(path).found.sources]
    assert capture.text == "Words"
    assert [doubt.value for doubt in capture.doubts] == ["p. 1"]
    (outcome,) = import_files(project, [path])
    assert not isinstance(outcome, FailedFile)


SCRAPS: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        7,
        2**31,
        2**70,
        1.5,
        float("inf"),
        float("nan"),
        "",
        "words",
        "\0",
        "\ud800",
        "x" * 3000,
        "2024",
    ),
    *([], {}, [[]], [None] * 5, {"a": 1}, "source", "end", "error"),
)


def spoil(node: Any, chance: random.Random) -> Any:
    """The same JSON value with one part of it, at any depth, replaced, left out or doubled."""
    if not isinstance(node, (dict, list)) or not node or chance.random() < 0.1:
        return chance.choice(SCRAPS)
    copied: Any = node.copy()
    places: Sequence[Any] = list(copied) if isinstance(copied, dict) else range(len(copied))
    place = chance.choice(places)
    if chance.random() < 0.15:
        del copied[place]
    elif chance.random() < 0.15 and isinstance(copied, list):
        copied.insert(place, copied[place])
    else:
        copied[place] = spoil(copied[place], chance)
    return copied


def table_answer() -> tuple[str, bytes, list[str]]:
    rows = "1,2024-01-23,Ferry,Eva (pilot),late,Log,7,Late\n,someday,Ship,Eva (pilot),late,Log,7,\n3,2024,,,,,,"
    data = f"id,date,title,people,tags,source,page,quote\n{rows}\n".encode()
    return "table.csv", data, list(pack_table(open_table(data, today=TODAY)))


def text_answer() -> tuple[str, bytes, list[str]]:
    data = "Letter of the harbour master\n\nNothing was late in “1961”.".encode("cp1252")
    found = read_plain_text(data, name="letter.txt", method=CaptureMethod.FILE, media_type="text/plain")
    return "letter.txt", data, list(pack_found(found, data))


@pytest.mark.parametrize("answered", [table_answer, text_answer])
def test_spoiled_answers_are_refused_or_stored_and_never_a_fault_of_the_program(
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answered: Callable[[], tuple[str, bytes, list[str]]],
) -> None:
    name, data, sound = answered()
    chance = random.Random(name)
    (tmp_path / name).write_bytes(data)
    refused = 0
    for _ in range(200):
        answer = list(sound)
        for _ in range(chance.randint(1, 2)):
            place = chance.randrange(len(answer))
            answer[place] = json.dumps(spoil(json.loads(answer[place]), chance))
        monkeypatch.setattr(ImportWorker, "_converse", lambda *_asked, told=answer: ([f"{line}\n" for line in told], 0))
        before = len(project.history())
        outcome = bring(project, tmp_path / name)
        if isinstance(outcome, FailedFile):
            refused += 1
            assert outcome.error.problem in (ProblemCode.IMPORT_UNREADABLE, ProblemCode.IMPORT_TOO_LARGE), answer
            assert len(project.history()) == before
        elif len(project.history()) > before:
            project.undo()
    assert 50 < refused < 200


SIZES = {
    "no JSON": b"{sizes\n",
    "no text": b"\xff\xfe\n",
    "a number": b"5\n",
    "null": b"null\n",
    "endless depth": b"[" * 200_000 + b"\n",
    "no sizes": b"{}\n",
    "sizes that are a number": b'{"sizes": 5}\n',
    "sizes of words": b'{"sizes": [["wide", "high"]]}\n',
    "a size of one": b'{"sizes": [[1]]}\n',
    "a size beyond all numbers": b'{"sizes": [[1' + b"0" * 400 + b", 1]]}\n",
    "an error of the disk": b'{"error": "CHR-S01", "reason": "malformed"}\n',
    "an error without reason": b'{"error": "CHR-I01"}\n',
}
IMAGES = {
    "no width": b'{"height": 1, "marks": []}\n',
    "a width beyond all numbers": b'{"width": 1e999, "height": 1, "marks": []}\n',
    "a width below all": b'{"width": -1, "height": -1, "marks": []}\n',
    "marks that are a number": b'{"width": 1, "height": 1, "marks": 5}\n',
    "marks of words": b'{"width": 1, "height": 1, "marks": [[1, [["a", "b", "c", "d"]]]]}\n',
    "marks of none": b'{"width": 1, "height": 1, "marks": [[null, []]]}\n',
}


@pytest.mark.parametrize("shape", SIZES)
def test_sizes_of_pages_that_are_none_are_no_answer(shape: str) -> None:
    with pytest.raises(NoAnswerError):
        page_channel.read_sizes(io.BytesIO(SIZES[shape]))


@pytest.mark.parametrize("shape", [*IMAGES, "no JSON", "null", "an error of the disk"])
def test_page_that_is_no_image_is_no_answer(shape: str) -> None:
    with pytest.raises(NoAnswerError):
        page_channel.read_image(io.BytesIO({**SIZES, **IMAGES}[shape]))
