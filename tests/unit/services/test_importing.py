"""Files in, one change out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dates import UncertainDate
from models.drafts import IncidentPatch
from models.enums import CaptureMethod, DoubtCode, Operation, ProblemCode
from models.errors import UserFacingError
from services.captures import read_capture_bytes, read_capture_text
from services.importing import ImportedFile, read_file, read_page, write_files
from services.incidents import delete_incidents, edit_incident, get_incident
from services.project import Project
from services.sources import get_source

TABLE = "id,date,title,source,page\n1,2024-01-23,Strike,The Times,p. 3\n2,some day,Talks,The Times,4\n"


class StoppedError(Exception):
    """What a person's Cancel raises."""


class Impatient:
    """Progress that is stopped after a number of calls."""

    def __init__(self, calls: int) -> None:
        self.left = calls
        self.reports: list[tuple[int, int]] = []

    def report(self, done: int, total: int = 0) -> None:
        self.reports.append((done, total))
        self.check()

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise StoppedError


def put(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def bring_in(project: Project, paths: Sequence[Path], *, accept_all: bool = False) -> tuple[ImportedFile, ...]:
    return write_files(project, [read_file(path, project=project) for path in paths], accept_all=accept_all)


def test_import_makes_a_source_of_a_text(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "article.txt", "Grüße\nMore".encode("cp1252"))
    read = read_file(path, published=UncertainDate("2024-01-23"), method=CaptureMethod.COMMAND_LINE)
    (imported,) = write_files(project, [read])
    source = get_source(project, imported.source_ids[0])
    assert (source.title, source.published.edtf) == ("Grüße", "2024-01-23")
    (capture,) = source.captures
    assert (capture.original_name, capture.method) == ("article.txt", CaptureMethod.COMMAND_LINE)
    assert read_capture_bytes(project, capture.id) == path.read_bytes()
    assert read_capture_text(project, capture.id) == "Grüße\nMore"
    assert imported.doubts[0].code is DoubtCode.GUESSED_ENCODING


def test_import_keeps_any_other_file_as_it_is(project: Project, tmp_path: Path) -> None:
    (imported,) = bring_in(project, [put(tmp_path, "leak.jpg", b"\xff\xd8\0\1")])
    source = get_source(project, imported.source_ids[0])
    assert (source.title, source.captures[0].media_type) == ("leak", "image/jpeg")


def test_import_knows_bytes_that_it_has(project: Project, tmp_path: Path) -> None:
    (first,) = bring_in(project, [put(tmp_path, "a.txt", "Words")])
    texts = {"b.txt": "Words", "c.txt": "Other", "d.txt": "Other"}
    again, twice, fresh = bring_in(project, [put(tmp_path, name, text) for name, text in texts.items()])
    assert (again.known_source_id, again.source_ids) == (first.source_ids[0], ())
    assert twice.source_ids
    assert fresh.known_source_id == twice.source_ids[0]


def test_import_writes_all_files_as_one_change(project: Project, tmp_path: Path) -> None:
    bring_in(project, [put(tmp_path, "a.txt", "Words"), put(tmp_path, "b.csv", TABLE)])
    assert [record.operation for record in project.history()] == [Operation.IMPORT]
    project.undo()
    with project.read() as connection:
        left = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar() for t in ("source", "incident", "citation")
        ]
    assert left == [0, 0, 0]


def test_import_holds_doubtful_rows_back_until_they_are_accepted(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "incidents.csv", TABLE)
    (careful,) = bring_in(project, [path])
    assert len(careful.incidents.added_ids) == 1
    assert [(row.row, row.doubts[0].code) for row in careful.held_back] == [(3, DoubtCode.UNREADABLE_DATE)]
    (bold,) = bring_in(project, [path], accept_all=True)
    assert (len(bold.incidents.added_ids), bold.incidents.unchanged, bold.held_back) == (1, 1, ())
    assert get_incident(project, bold.incidents.added_ids[0]).date.as_written == "some day"


def test_import_cites_one_source_for_many_rows(project: Project, tmp_path: Path) -> None:
    (imported,) = bring_in(project, [put(tmp_path, "incidents.csv", TABLE)], accept_all=True)
    cards = [get_incident(project, i) for i in imported.incidents.added_ids]
    assert [(card.citations[0].source_id, card.citations[0].locator) for card in cards] == [(1, "3"), (1, "4")]


def test_import_again_updates_by_id_and_leaves_other_fields_alone(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "incidents.csv", TABLE)
    (first,) = bring_in(project, [path], accept_all=True)
    edit_incident(project, first.incidents.added_ids[0], IncidentPatch(body="Ours"))
    put(tmp_path, "incidents.csv", TABLE.replace("Strike", "Strike corrected"))
    (again,) = bring_in(project, [path], accept_all=True)
    assert (again.incidents.added_ids, again.incidents.unchanged) == ((), 1)
    assert again.incidents.updated_ids == first.incidents.added_ids[:1]
    card = get_incident(project, first.incidents.added_ids[0])
    assert (card.title, card.body, len(card.citations)) == ("Strike corrected", "Ours", 1)


def test_import_does_not_mix_the_ids_of_two_files(project: Project, tmp_path: Path) -> None:
    bring_in(project, [put(tmp_path, "one.csv", "id,title\n1,Strike\n")])
    (other,) = bring_in(project, [put(tmp_path, "two.csv", "id,title\n1,Talks\n")])
    assert len(other.incidents.added_ids) == 1


def test_import_updates_by_uuid_from_any_file(project: Project, tmp_path: Path) -> None:
    key = "3f8b2c1e-5a77-4b0e-9d54-0c8f6d2a1b11"
    bring_in(project, [put(tmp_path, "one.csv", f"uuid,title\n{key},Strike\n")])
    (other,) = bring_in(project, [put(tmp_path, "two.csv", f"uuid,title\n{key.upper()},Talks\n")])
    assert len(other.incidents.updated_ids) == 1


def test_import_skips_rows_that_are_there_word_for_word(project: Project, tmp_path: Path) -> None:
    table = "date,title,place\n2024,Strike,Rome\n2024,Strike,Rome\n2024,Strike,Oslo\n"
    (first,) = bring_in(project, [put(tmp_path, "one.csv", table)])
    (again,) = bring_in(project, [put(tmp_path, "two.csv", table)])
    assert (len(first.incidents.added_ids), first.incidents.unchanged) == (2, 1)
    assert (again.incidents.added_ids, again.incidents.unchanged) == ((), 3)


def test_import_leaves_in_the_bin_what_was_put_there(project: Project, tmp_path: Path) -> None:
    path = put(tmp_path, "one.csv", "id,title\n1,Strike\n")
    (first,) = bring_in(project, [path])
    delete_incidents(project, first.incidents.added_ids)
    (again,) = bring_in(project, [path])
    assert again.incidents.unchanged == 1
    assert get_incident(project, first.incidents.added_ids[0]).deleted_at


def test_import_that_is_cancelled_writes_nothing(project: Project, tmp_path: Path) -> None:
    read = read_file(put(tmp_path, "one.csv", "title\nStrike\n"))
    stop = Impatient(0)
    with pytest.raises(StoppedError):
        write_files(project, [read], progress=stop)
    assert (stop.reports, project.history()) == ([(0, 1)], ())


def test_read_file_takes_a_table_as_a_source_where_that_is_wanted(tmp_path: Path) -> None:
    read = read_file(put(tmp_path, "a.csv", "title\nStrike\n"), as_source=True)
    assert read.source is not None
    assert read.source.capture.media_type == "text/csv"


def test_read_page_makes_a_source_of_pasted_markup() -> None:
    read = read_page("<html><title>The bridge</title><p>Words \ud800 pasted</p></html>", "Pasted page.html")
    assert read.source is not None
    assert (read.source.draft.title, read.source.capture.method) == ("The bridge", CaptureMethod.PASTE)
    assert (read.source.capture.media_type, read.source.capture.text) == ("text/html", "Words ? pasted")
    assert "title" in read.source.draft.unconfirmed


def test_read_file_refuses_what_it_cannot_take(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.file_bytes.MAX_BYTES", dict.fromkeys(("text", "other", "incident-table"), 10))
    (tmp_path / "twin.bin").hardlink_to(project.path)
    refused = {
        "absent.txt": ProblemCode.MISSING_FILE,
        project.path.name: ProblemCode.IMPORT_UNKNOWN_TYPE,
        "twin.bin": ProblemCode.IMPORT_UNKNOWN_TYPE,
        ".": ProblemCode.IMPORT_UNKNOWN_TYPE,
        put(tmp_path, "empty.txt", "").name: ProblemCode.IMPORT_UNREADABLE,
        put(tmp_path, "big.txt", "x" * 11).name: ProblemCode.IMPORT_TOO_LARGE,
    }
    for name, problem in refused.items():
        with pytest.raises(UserFacingError) as caught:
            read_file(tmp_path / name, project=project)
        assert caught.value.problem is problem, name
