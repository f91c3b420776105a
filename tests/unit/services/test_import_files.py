"""Many files at once: one change, and each failure costs its own file."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dates import UncertainDate
from models.enums import CaptureMethod, ImportFault, Operation, ProblemCode
from models.errors import UserFacingError
from services import import_spool, import_worker
from services.captures import read_capture_bytes, read_capture_text
from services.importing import FailedFile, ImportedFile, import_files
from services.progress import Unwatched
from services.project import Project
from services.sources import delete_sources, get_source
from tests.factories import names_in
from tests.mail_files import attach, message
from tests.odd_worker import use_odd_worker

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and caps of POSIX")


class StoppedError(Exception):
    """What a person's Cancel raises."""


class AtFile(Unwatched):
    """Does something when a number of files is read."""

    def __init__(self, acts: dict[int, Callable[[], None]]) -> None:
        self._acts = acts
        self.told: list[tuple[int, int]] = []

    def report(self, done: int, total: int = 0) -> None:
        self.told.append((done, total))
        self._acts.get(done, Unwatched().check)()


def stop() -> None:
    raise StoppedError


def put(folder: Path, **texts: str) -> list[Path]:
    """Text files by name, in their order."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def told(outcomes: tuple[ImportedFile | FailedFile, ...]) -> list[object]:
    """The id of the source that each file gave or is known as, or the problem."""
    return [
        one.error.problem if isinstance(one, FailedFile) else one.source_ids or one.known_source_id for one in outcomes
    ]


def counts(project: Project) -> list[int]:
    tables = ("source", "capture", "capture_text", "capture_blob", "change")
    with project.read() as connection:
        return [connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in tables]


def test_files_become_sources_in_one_change_that_one_undo_takes_back(project: Project, tmp_path: Path) -> None:
    watched = AtFile({})
    paths = put(tmp_path, a="First words", b="Second words", c="Third words")
    outcomes = import_files(project, paths, method=CaptureMethod.DROP, progress=watched)
    assert (told(outcomes), [one.name for one in outcomes]) == ([(1,), (2,), (3,)], ["a.txt", "b.txt", "c.txt"])
    assert watched.told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    (capture,) = get_source(project, 2).captures
    assert (capture.original_name, capture.method) == ("b.txt", CaptureMethod.DROP)
    assert (read_capture_text(project, 2), read_capture_bytes(project, 2)) == ("Second words", b"Second words")
    assert [record.operation for record in project.history()] == [Operation.IMPORT]
    project.undo()
    assert counts(project)[:3] == [0, 0, 0]


def test_fields_that_a_file_filled_wait_to_be_looked_at(project: Project, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang=en><title>Ferry aground</title><p>Words of the page.", encoding="utf-8")
    day = UncertainDate("2024-01-23")
    import_files(project, [page, *put(tmp_path, a="Words")], published=day)
    assert get_source(project, 1).unconfirmed == {"title", "language"}
    assert get_source(project, 2).unconfirmed == {"title"}
    assert get_source(project, 2).published == day


def test_bytes_that_are_known_are_not_taken_twice_within_a_run_or_after(project: Project, tmp_path: Path) -> None:
    first = put(tmp_path, a="Words", b="Other", c="Words")
    assert told(import_files(project, first)) == [(1,), (2,), 1]
    again = put(tmp_path, d="Other", e="New")
    assert told(import_files(project, again)) == [2, (3,)]
    assert len(project.history()) == 2
    assert told(import_files(project, again)) == [2, 3]
    assert len(project.history()) == 2  # nothing was written, so there is nothing to undo
    delete_sources(project, [2])
    assert told(import_files(project, again)) == [(4,), 3]


def test_attachment_that_came_as_a_file_of_its_own_is_not_taken_twice(project: Project, tmp_path: Path) -> None:
    (note,) = put(tmp_path, note="Enclosed words")
    letter = tmp_path / "letter.eml"
    letter.write_bytes(attach(message(), "note.txt", note.read_bytes(), "text/plain").as_bytes())
    mail, own = import_files(project, [letter, note])
    assert isinstance(mail, ImportedFile)
    assert (len(mail.source_ids), told((own,))) == (2, [mail.source_ids[1]])


def test_file_that_cannot_be_read_does_not_stop_the_others(project: Project, tmp_path: Path) -> None:
    first, empty, last = put(tmp_path, a="First words", b="", c="Last words")
    binary, folder = tmp_path / "binary.txt", tmp_path / "folder"
    binary.write_bytes(b"\0\1\2" * 500)
    folder.mkdir()
    outcomes = import_files(project, [first, empty, tmp_path / "missing.txt", binary, folder, project.path, last])
    assert told(outcomes) == [
        (1,),
        ProblemCode.IMPORT_UNREADABLE,
        ProblemCode.MISSING_FILE,
        ProblemCode.IMPORT_UNREADABLE,
        ProblemCode.IMPORT_UNKNOWN_TYPE,
        ProblemCode.IMPORT_UNKNOWN_TYPE,
        (2,),
    ]


@posix
def test_file_that_kills_crashes_or_stalls_the_worker_costs_itself_alone(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_odd_worker(tmp_path, monkeypatch)
    names = ("echo1", "kill", "echo2", "abort", "grow", "echo3", "stall", "echo4")
    paths = put(tmp_path, **{name: f"Words of {name}" for name in names})
    patience = {
        6: lambda: monkeypatch.setattr(import_worker, "BASE_SECONDS", 0.3),
        7: lambda: monkeypatch.setattr(import_worker, "BASE_SECONDS", 60.0),
    }
    outcomes = import_files(project, paths, progress=AtFile(patience))
    texts = [read_capture_text(project, capture) for capture in (1, 2, 3, 4)]
    assert texts == [f"Words of echo{number}" for number in (1, 2, 3, 4)]
    assert [one.error.details.get("reason") for one in outcomes if isinstance(one, FailedFile)] == [
        ImportFault.CRASHED,
        ImportFault.CRASHED,
        ImportFault.MEMORY,
        None,
    ]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_nothing_is_written_after_cancel(project: Project, tmp_path: Path, at: int) -> None:
    paths = put(tmp_path, a="First words", b="Second words")
    with pytest.raises(StoppedError):
        import_files(project, paths, progress=AtFile({at: stop}))
    assert counts(project) == [0, 0, 0, 0, 0]


class StopWhileWriting(Unwatched):
    """Is cancelled when one file is written and the other is not."""

    def __init__(self) -> None:
        self._left = -1

    def report(self, done: int, total: int = 0) -> None:
        self._left = 2 if done == total else -1

    def check(self) -> None:
        self._left -= 1
        if self._left == 0:
            raise StoppedError


def test_nothing_is_written_when_it_is_cancelled_while_it_is_written(project: Project, tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        import_files(project, put(tmp_path, a="First words", b="Second words"), progress=StopWhileWriting())
    assert counts(project) == [0, 0, 0, 0, 0]


def test_what_waits_lies_in_a_file_without_a_name(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_spool, "_IN_MEMORY", 10)
    paths = put(tmp_path, a="First words " * 50, b="Second words")
    before, seen = names_in(tmp_path), []
    watched = AtFile({2: lambda: seen.append(names_in(tmp_path))})
    assert told(import_files(project, paths, progress=watched)) == [(1,), (2,)]
    assert read_capture_text(project, 2) == "Second words"
    if sys.platform == "linux":
        assert seen == [before]


def test_full_disk_stops_the_import_and_is_told(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_spool: import_spool.Spool, *_what: object) -> import_spool.Waiting:
        raise UserFacingError(ProblemCode.DISK_FULL)

    monkeypatch.setattr(import_spool.Spool, "put", full)
    with pytest.raises(UserFacingError) as caught:
        import_files(project, put(tmp_path, a="First words", b="Second words"))
    assert caught.value.problem is ProblemCode.DISK_FULL
    assert counts(project) == [0, 0, 0, 0, 0]


def test_tables_give_incidents_where_they_are_not_wanted_as_sources(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("date,title\n2024,Strike\nsome day,Talks\n", encoding="utf-8")
    (first,) = import_files(project, [table], as_source=False)
    assert isinstance(first, ImportedFile)
    assert (len(first.incidents.added_ids), len(first.held_back)) == (1, 1)
    (second, third) = import_files(project, [table, table], as_source=False, accept_all=True)
    assert isinstance(second, ImportedFile)
    assert isinstance(third, ImportedFile)
    assert (len(second.incidents.added_ids), third.incidents.unchanged) == (1, 2)
    assert told(import_files(project, [table])) == [(1,)]
