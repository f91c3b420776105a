"""The command line as a script meets it."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cli import commands, imports
from cli.texts import DOUBTS, FAULTS, FINDINGS, PROBLEMS, count_text, doubt_text, problem_text, showable
from importers.found import Doubt
from models.enums import DoubtCode, Finding, ImportFault, ProblemCode
from models.errors import BugError, InvalidDraftError, UserFacingError
from services.project_files import open_project

TABLE = "date,title,text\n2024-01-23,Strike,One\nsometime,Talks,Two\n"
Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    return commands.main([str(argument) for argument in arguments])


@pytest.fixture
def sample(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "sample.dateline"
    assert run("new", path, "--sample") == 0
    capsys.readouterr()
    return path


def test_new_makes_a_project_named_like_its_file(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", tmp_path / "affair") == 0
    assert capsys.readouterr().out == "Made affair.dateline: affair\n"
    assert (tmp_path / "affair.dateline").exists()


def test_new_takes_a_title_for_a_sample_too(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", tmp_path / "a.dateline", "--sample", "--title", "Ours") == 0
    assert capsys.readouterr().out.endswith(": Ours\n")


def test_new_refuses_an_empty_title_and_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    assert run("new", tmp_path / "a.dateline", "--title", " ") == 1
    assert capsys.readouterr().err == "This cannot be stored: the title is missing.\n"
    assert list(tmp_path.glob("a*")) == []


def test_list_tells_incidents_in_order_of_time(sample: Path, capsys: Captured) -> None:
    assert run("list", sample, "incidents") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 18
    assert lines[0].startswith("c. 1995")
    assert lines[-1].startswith("undated")


@pytest.mark.parametrize(("what", "count"), [("incidents", 18), ("sources", 9), ("citations", 29)])
def test_list_prints_json_for_another_program(sample: Path, capsys: Captured, what: str, count: int) -> None:
    assert run("list", sample, what, "--json") == 0
    text = capsys.readouterr().out
    assert text.isascii()
    assert len(json.loads(text)) == count


@pytest.mark.parametrize("what", ["incidents", "sources", "citations"])
def test_list_searches(sample: Path, capsys: Captured, what: str) -> None:
    assert run("list", sample, what, "--search", "metrics") == 0
    assert 0 < len(capsys.readouterr().out.splitlines()) < 8


def test_list_reads_a_project_that_is_open_elsewhere(sample: Path) -> None:
    project = open_project(sample)
    assert run("list", sample, "sources") == 0
    project.close()


def test_import_tells_what_it_added_and_held_back(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "rows.csv").write_text(TABLE)
    (tmp_path / "article.txt").write_text("A title\nand words")
    assert run("import", sample, tmp_path / "rows.csv", tmp_path / "article.txt") == 1
    told = capsys.readouterr()
    assert told.out == "rows.csv: 1 incident added, 1 row held back\narticle.txt: added as source 10\n"
    assert told.err.splitlines() == [
        "rows.csv, row 3: the date “sometime” was not understood",
        "Correct these rows and import again, or take them as they are with --accept-all.",
    ]
    assert run("import", sample, tmp_path / "rows.csv", "--accept-all") == 0
    assert capsys.readouterr().out == "rows.csv: 1 incident added, 1 unchanged\n"


def test_import_prints_json_for_another_program(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "rows.csv").write_text(TABLE)
    assert run("import", sample, tmp_path / "rows.csv", "--json") == 1
    told = capsys.readouterr()
    assert told.err == ""
    (file,) = json.loads(told.out)
    assert (file["file"], len(file["incidents_added"]), file["rows_held_back"][0]["row"]) == ("rows.csv", 1, 3)


def test_import_takes_the_other_files_where_one_cannot_be_read(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("Words")
    assert run("import", sample, tmp_path / "absent.txt", tmp_path / "a.txt", "--published", "23 Jan 2024") == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("a.txt: added as source 10\n", "“absent.txt” was not found.\n")
    assert run("import", sample, tmp_path / "a.txt") == 0
    assert capsys.readouterr().out == "a.txt: already preserved as source 10\n"


def test_import_shows_the_first_doubts_only(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "rows.csv").write_text("date,title\n" + "".join(f"some day {i},T{i}\n" for i in range(30)))
    assert run("import", sample, tmp_path / "rows.csv") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == imports.MAX_DOUBTS_SHOWN + 2
    assert lines[-2] == "… and 10 more; --json tells all of them"


def test_import_refuses_a_date_that_is_none(sample: Path, capsys: Captured) -> None:
    assert run("import", sample, sample, "--published", "31 Feb 2024") == 2
    assert "“31 Feb 2024” is not a date that is understood" in capsys.readouterr().err


def test_export_writes_both_formats(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("export", sample, tmp_path / "a.docx", "--notes", "endnotes", "--quotes") == 0
    assert capsys.readouterr().out == "Wrote a.docx: 18 incidents, 30 notes, 8 sources\n"
    assert "word/endnotes.xml" in ZipFile(tmp_path / "a.docx").namelist()
    assert run("export", sample, tmp_path / "a.html", "--audience", "checker") == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Alex" not in page
    assert run("export", sample, tmp_path / "named.html", "--no-protect") == 0
    assert "Alex" in (tmp_path / "named.html").read_text(encoding="utf-8")


def test_export_to_an_unknown_format_is_wrong_usage(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("export", sample, tmp_path / "a.pdf") == 2
    assert "Choose a name that ends in .docx or .html." in capsys.readouterr().err


def test_check_tells_what_is_uncited(sample: Path, capsys: Captured) -> None:
    assert run("check", sample) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "Cites nothing: Mars Polar Lander is due at Mars"
    assert out[-1] == "The file is sound: 18 incidents, 9 sources"


def test_check_prints_json_for_another_program(sample: Path, capsys: Captured) -> None:
    assert run("check", sample, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["healthy"], report["damage"], len(report["uncited"])) == (True, [], 1)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_check_finds_a_record_that_was_changed_outside(sample: Path, capsys: Captured, form: list[str]) -> None:
    project = open_project(sample)
    with project.without_transaction() as connection:
        connection.execute("UPDATE incident SET title = 'Forged' WHERE id = 1")
    project.close()
    assert run("check", sample, *form) == 1
    assert "Forged" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["paint"], ["list"], ["list", "x", "moods"], ["new"]])
def test_wrong_usage_is_told_with_code_2(arguments: list[str], capsys: Captured) -> None:
    assert run(*arguments) == 2
    assert capsys.readouterr().err.startswith("usage: main.py")


def test_help_names_only_what_works(capsys: Captured) -> None:
    assert run("--help") == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("new", "list", "import", "dates", "propose", "export", "check"))
    assert not any(word in told for word in ("backup", "restore"))


def test_a_fault_of_the_program_is_told_in_one_line(
    sample: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BugError("a rule was broken")

    monkeypatch.setattr(commands, "check_project", fail)
    assert run("check", sample) == 1
    assert (
        capsys.readouterr().err == "Dateline has a fault (a rule was broken). Nothing was changed. Please report it.\n"
    )


def test_stopping_a_command_is_told_in_one_line(
    sample: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "check_project", stop)
    assert run("check", sample) == 1
    assert capsys.readouterr().err == "Stopped. Nothing was changed.\n"


def test_progress_is_shown_on_a_terminal_only(
    sample: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("export", sample, tmp_path / "a.html") == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert run("export", sample, tmp_path / "a.html") == 0
    assert "\r36 of 36" in capsys.readouterr().err


def test_every_code_has_its_words() -> None:
    assert set(PROBLEMS) == set(ProblemCode)
    assert set(DOUBTS) == set(DoubtCode)
    assert set(FINDINGS) == set(Finding)
    assert set(FAULTS) == set(ImportFault)
    for problem in ProblemCode:
        text = problem_text(UserFacingError(problem, entry=3, fields="title", reason="empty"), "a.dateline")
        assert "{" not in text
        assert text.endswith(".")
    for fault in ImportFault:
        facts: dict[str, Any] = {"reason": fault, "rows": 9, "megabytes": 9}
        assert "{" not in problem_text(UserFacingError(ProblemCode.IMPORT_TOO_LARGE, **facts), "a.csv")


def test_texts_count_and_name_what_is_wrong() -> None:
    assert (count_text(1, "row"), count_text(1204, "row"), count_text(2, "entry", "entries")) == (
        "1 row",
        "1,204 rows",
        "2 entries",
    )
    error = InvalidDraftError({"roles.0.name": "missing", "title": "too_long", "url": "bad_url", "x": "new"})
    assert problem_text(error, "") == (
        "This cannot be stored: the roles is missing, the title is too long, the url is no web address, the x is not right."
    )
    doubt = Doubt(DoubtCode.UNREADABLE_DATE, 3, "date", "31 Feb 2024", "29 Feb 2024")
    assert doubt_text(doubt) == "row 3: the date “31 Feb 2024” was not understood (29 Feb 2024?)"


def test_showable_leaves_nothing_that_a_terminal_obeys() -> None:
    assert showable("a\x1b[31mred\x07\nb\u202ec\x9b2J") == "a [31mred b c 2J"
