"""Tables of more rows than are written at once: portions share what they name, and are one change."""

import datetime as dt
import json
from pathlib import Path

import pytest

from importers import channel, csv_incidents, table_channel
from importers.answers import NoAnswerError
from importers.channel import check_answer
from models.changes import RecordKind
from models.enums import EntityKind, ImportFault, ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import import_spool, imported_incidents, records
from services.checks import check_project
from services.chronology import list_incidents
from services.entities import list_entities
from services.import_spool import Spool
from services.import_worker import ImportWorker
from services.importing import FailedFile, ImportedFile, import_files, read_file
from services.incidents import get_incident
from services.project import Project
from services.tags import read_tag_names

HEADING = "date,title,place,tags,people,source,url,page,quote"


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imported_incidents, "BATCH", 3)
    monkeypatch.setattr(import_spool, "_PART", 100)


def write_table(folder: Path, rows: list[str], heading: str = HEADING) -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8")
    return path


def ferries(count: int) -> list[str]:
    """Rows that share places, tags, people and sources over the bounds of portions."""
    return [
        f"2024-01-{1 + n % 28:02},Ferry {n} is late,Quay {n % 4},tag {n % 3},Eva Ilić (pilot); Ana {n % 5},"
        f"Log {n % 4},,{n},{'“Late” · ' * (n % 2)}"
        for n in range(count)
    ]


def bring_in(project: Project, path: Path) -> ImportedFile:
    (outcome,) = import_files(project, [path], as_source=False)
    assert isinstance(outcome, ImportedFile)
    return outcome


def images(project: Project) -> dict[RecordKind, list[records.Image]]:
    """Every row of the tables that an import fills, as if it had never been written anew."""
    kinds = (RecordKind.INCIDENT, RecordKind.CITATION, RecordKind.SOURCE, RecordKind.ROLE, RecordKind.INCIDENT_TAG)
    with project.read() as connection:
        found = {kind: records.fetch_images(connection, kind, 0, 2**62) for kind in kinds}
    for row in (row for rows in found.values() for row in rows):
        row.pop("version", None)
        row.pop("digest", None)
    return found


def test_portions_share_names_and_sources(project: Project, tmp_path: Path) -> None:
    outcome = bring_in(project, write_table(tmp_path, ferries(20)))
    assert len(outcome.incidents.added_ids) == 20
    with project.read() as connection:
        assert [(tag.name, tag.colour) for tag in read_tag_names(connection)] == [(f"tag {n}", n) for n in range(3)]
    assert {card.name for card in list_entities(project, kind=EntityKind.PERSON)} == {
        "Eva Ilić",
        *(f"Ana {n}" for n in range(5)),
    }
    found = images(project)
    assert [row["title"] for row in found[RecordKind.SOURCE]] == [f"Log {n}" for n in range(4)]
    assert len({row["uuid"] for kind in (RecordKind.INCIDENT, RecordKind.CITATION) for row in found[kind]}) == 40
    card = get_incident(project, outcome.incidents.added_ids[13])
    assert (card.title, card.place, card.tags[0].name) == ("Ferry 13 is late", "Quay 1", "tag 1")
    assert [(c.source_id, c.locator, c.quote.strip()) for c in card.citations] == [(2, "13", "“Late” ·")]
    assert check_project(project).is_healthy


def test_undo_takes_every_portion_back_and_redo_brings_the_same_rows(project: Project, tmp_path: Path) -> None:
    bring_in(project, write_table(tmp_path, ferries(11)))
    before = images(project)
    project.undo()
    assert not any(images(project).values())
    assert not list_incidents(project, IncidentFilter(text="ferry")).ids
    project.redo()
    assert images(project) == before
    assert len(list_incidents(project, IncidentFilter(text="ferry")).ids) == 11
    assert check_project(project).is_healthy


def test_rows_that_repeat_others_of_earlier_portions_are_left_out(project: Project, tmp_path: Path) -> None:
    rows = ferries(8)
    path = write_table(tmp_path, [*rows, rows[0], rows[7]])
    assert bring_in(project, path).incidents.unchanged == 2
    again = bring_in(project, path).incidents
    assert (again.added_ids, again.unchanged) == ((), 10)


def test_doubtful_rows_of_every_portion_are_held_back(project: Project, tmp_path: Path) -> None:
    rows = ferries(9)
    rows[1], rows[7] = ("someday," + row.partition(",")[2] for row in (rows[1], rows[7]))
    outcome = bring_in(project, write_table(tmp_path, rows))
    assert [found.row for found in outcome.held_back] == [3, 9]
    assert len(outcome.incidents.added_ids) == 7


def test_table_with_too_many_rows_is_refused_though_rows_were_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_incidents, "MAX_ROWS", 5)
    table = "\n".join([HEADING, *ferries(9)]).encode()
    rows = csv_incidents.open_table(table, today=dt.date(2024, 2, 1)).rows
    assert next(rows).row == 2
    with pytest.raises(UserFacingError) as caught:
        list(rows)
    assert caught.value.details["reason"] is ImportFault.MANY_ROWS


def test_refusal_behind_rows_costs_its_file_alone(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {
        "error": ProblemCode.IMPORT_TOO_LARGE.value,
        "details": {"reason": ImportFault.MANY_ROWS.value, "rows": 5},
    }
    answer = ['{"incidents": [[2]]}\n', json.dumps(refused) + "\n"]
    monkeypatch.setattr(ImportWorker, "_converse", lambda *_asked: (answer, 0))
    (outcome,) = import_files(project, [write_table(tmp_path, ferries(1))], as_source=False)
    assert isinstance(outcome, FailedFile)
    assert outcome.error.problem is ProblemCode.IMPORT_TOO_LARGE
    assert not list_incidents(project, IncidentFilter()).ids


def test_row_that_no_reader_makes_stops_the_import_and_nothing_is_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[list[object]] = [[n, "", {"title": "x" * n}, None, []] for n in (2, 3, 4, 3_000)]
    answer = [
        json.dumps(item) + "\n" for item in ({"incidents": rows[:2]}, {"incidents": rows[2:]}, {"end": 2, "rows": 4})
    ]
    monkeypatch.setattr(ImportWorker, "_converse", lambda *_asked: (answer, 0))
    with pytest.raises(UserFacingError) as caught:
        import_files(project, [write_table(tmp_path, ferries(1))], as_source=False)
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    assert not list_incidents(project, IncidentFilter()).ids


@pytest.mark.parametrize(
    "middle",
    [[], ["[]"], ['{"error": "CHR-I01", "details": {}}'], ['{"end": 2, "rows": 1}'], ['{"incidents": []}']],
    ids=["fewer rows", "nothing", "refusal", "second end", "no rows"],
)
def test_rows_behind_what_no_table_holds_are_not_left_out_silently(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, middle: list[str]
) -> None:
    row = json.dumps({"incidents": [[2, "", {"title": "Ferry"}, None, []]]})
    end = json.dumps({"end": len(middle) + 1, "rows": 2})
    answer = [f"{line}\n" for line in (row, *middle, end)]
    monkeypatch.setattr(ImportWorker, "_converse", lambda *_asked: (answer, 0))
    with pytest.raises(UserFacingError) as caught:
        import_files(project, [write_table(tmp_path, ferries(1))], as_source=False)
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    assert not list_incidents(project, IncidentFilter()).ids


@pytest.mark.parametrize("lines", [[], ['{"incidents": []}'], ['{"incidents": []}', '{"end": 2, "rows": 0}']])
def test_answer_that_was_cut_short_is_noticed_without_reading_it(lines: list[str]) -> None:
    with pytest.raises(NoAnswerError):
        check_answer(lines)


@pytest.mark.parametrize("most", [0, 2, 100])
def test_what_rows_share_comes_through_the_channel_however_much_has_a_number(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(table_channel, "_NUMBERED", most)
    monkeypatch.setattr(channel, "_LINE", 400)
    table = "\n".join([HEADING, *ferries(20)]).encode()
    found = csv_incidents.read_csv_incidents(table, today=dt.date(2024, 2, 1))
    lines = list(channel.pack_found(found, table))
    assert len(lines) > 4
    assert channel.unpack_found(lines, table, is_table=True) == found


def test_table_without_people_leaves_those_of_its_incidents_alone(project: Project, tmp_path: Path) -> None:
    (incident_id,) = bring_in(
        project, write_table(tmp_path, ["1,Ferry,Eva Ilić (pilot)"], "id,title,people")
    ).incidents.added_ids
    again = bring_in(project, write_table(tmp_path, ["1,The ferry"], "id,title"))
    assert again.incidents.updated_ids == (incident_id,)
    card = get_incident(project, incident_id)
    assert (card.title, [role.role for role in card.roles]) == ("The ferry", ["pilot"])


def test_table_read_at_once_is_what_comes_row_by_row(project: Project, tmp_path: Path) -> None:
    path = write_table(tmp_path, ferries(7))
    found = read_file(path, project=project).found
    assert len(found.incidents) == 7
    assert len({id(one.citation.source) for one in found.incidents if one.citation}) == 4


def test_spool_gives_lines_over_the_bounds_of_its_parts(tmp_path: Path) -> None:
    lines = ["é" * length for length in (0, 1, 40, 99, 100, 101, 350)]
    with Spool(tmp_path) as spool:
        spool.put("a", "0" * 64, b"bytes\n", [])
        waiting = spool.put("b", "1" * 64, b"", [f"{line}\n" for line in lines], rows=7)
        spool.put("c", "2" * 64, b"more", ["end\n"])
        assert list(spool.lines(waiting)) == lines
