"""Bad input over the command line: one clear message each, nothing lost, no traceback."""

import hashlib
import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cli import main
from models.database import PRAGMAS
from services.project_files import open_project

Captured = pytest.CaptureFixture[str]
LONG = "word " * 20_000
STRANGE = {
    "emoji": "Family 👨‍👩‍👧‍👦 at the pier 🏴‍☠️",
    "right-to-left": "إغلاق الجسر في بغداد",
    "mixed directions": "The word سلام stands here",
    "combining": "Zu\u0308rich e\u0301te\u0301",
    "quotes": "He said \"it's 'over'\"; DROP TABLE incident; --",
    "markup": "<script>alert(1)</script> & **bold** [^1]",
    "astral": "\U0001f600\U00020000",
    "long": "x" * 2_000,
}


@pytest.fixture
def sample(tmp_path: Path, capsys: Captured) -> Path:
    path = tmp_path / "sample.dateline"
    assert main(["new", str(path), "--sample"]) == 0
    capsys.readouterr()
    return path


@contextmanager
def tampered(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a stranger's program would open it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def add_trigger(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("CREATE TRIGGER t AFTER UPDATE ON incident BEGIN DELETE FROM source; END")


def add_view(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("CREATE VIEW v AS SELECT * FROM source")


def change_a_table(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("ALTER TABLE tag ADD COLUMN extra TEXT")


def take_the_header(path: Path) -> None:
    with tampered(path) as connection:
        connection.execute("PRAGMA application_id = 7")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def zero(path: Path) -> None:
    path.write_bytes(b"\0" * 8192)


def write_words(path: Path) -> None:
    path.write_text("These are words and no project.\n" * 50)


def make_a_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + random.Random(1).randbytes(4000))


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def remove(path: Path) -> None:
    path.unlink()


def overwrite_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:40960] = random.Random(1).randbytes(32768)
    path.write_bytes(data)


DAMAGES: dict[Callable[[Path], None], str] = {
    add_trigger: "holds instructions that Dateline did not write",
    add_view: "holds instructions that Dateline did not write",
    change_a_table: "holds instructions that Dateline did not write",
    take_the_header: "is not a Dateline project",
    cut_in_half: "is damaged",
    overwrite_pages: "is damaged",
    empty: "is empty",
    zero: "is not a Dateline project",
    write_words: "is not a Dateline project",
    make_a_zip: "is not a Dateline project",
    make_a_folder: "is not a Dateline project",
    remove: "was not found",
}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("command", ["list {} incidents", "check {}", "import {} a.txt", "export {} out.docx"])
def test_file_that_cannot_be_trusted_is_refused_and_left_alone(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, damage: Callable[[Path], None], command: str
) -> None:
    monkeypatch.chdir(sample.parent)
    Path("a.txt").write_text("Words")
    damage(sample)
    before = digest(sample)
    assert main(command.format(sample).split()) == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert DAMAGES[damage] in told.err
    assert (told.out, digest(sample)) == ("", before)
    assert not Path("out.docx").exists()


def test_newer_file_can_be_read_but_not_written(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    with tampered(sample) as connection:
        connection.execute("PRAGMA user_version = 99")
    (tmp_path / "a.txt").write_text("Words")
    before = digest(sample)
    assert main(["list", str(sample), "incidents"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 18
    assert main(["import", str(sample), str(tmp_path / "a.txt")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert digest(sample) == before


@pytest.mark.parametrize("kind", STRANGE)
def test_strange_words_come_back_as_they_went_in(sample: Path, tmp_path: Path, capsys: Captured, kind: str) -> None:
    title = STRANGE[kind]
    quoted = title.replace('"', '""')
    (tmp_path / "rows.csv").write_text(f'title,text,people\n"{quoted}","{quoted}","{quoted}"\n', encoding="utf-8")
    assert main(["import", str(sample), str(tmp_path / "rows.csv"), "--accept-all"]) == 0
    capsys.readouterr()
    assert main(["list", str(sample), "incidents", "--json"]) == 0
    assert title in [item["title"] for item in json.loads(capsys.readouterr().out)]
    for name in ("out.docx", "out.html"):
        assert main(["export", str(sample), str(tmp_path / name)]) == 0
    assert main(["check", str(sample)]) == 0


def test_hundred_thousand_characters_are_kept(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "rows.csv").write_text(f"title,text,note\nLong one,{LONG},{LONG}\n")
    (tmp_path / "long.txt").write_text(LONG)
    assert main(["import", str(sample), str(tmp_path / "rows.csv"), str(tmp_path / "long.txt")]) == 0
    assert main(["export", str(sample), str(tmp_path / "out.docx"), "--audience", "checker"]) == 0
    assert capsys.readouterr().err == ""


def test_title_that_is_too_long_is_told_with_its_row(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "rows.csv").write_text(f"title\n{LONG}\nShort\n")
    assert main(["import", str(sample), str(tmp_path / "rows.csv")]) == 1
    told = capsys.readouterr()
    assert told.out == "rows.csv: 1 incident added, 1 row held back\n"
    assert told.err == "rows.csv, row 2: the title is too long\n"


def test_escape_sequences_never_reach_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "\x1b]0;owned\x07.dateline"
    assert main(["new", str(path), "--title", "A \x1b[31mred\x1b[0m title\u202e"]) == 0
    assert main(["list", str(path) + "\x1b[2J", "incidents"]) == 1
    told = capsys.readouterr()
    assert not {"\x1b", "\x07", "\u202e"} & set(told.out + told.err)


def test_forged_titles_are_made_harmless_when_they_are_shown(sample: Path, capsys: Captured) -> None:
    with tampered(sample) as connection:
        connection.execute("UPDATE incident SET title = 'A' || char(27) || '[31m' || char(10) || 'B' WHERE id = 1")
    for command in ("list {} incidents", "check {}"):
        main(command.format(sample).split())
        told = capsys.readouterr()
        assert "\x1b" not in told.out + told.err


def test_target_that_cannot_be_written_is_told(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "folder.docx").mkdir()
    targets = {
        "absent/out.docx": "The folder for “out.docx” does not exist. Nothing was written.\n",
        "folder.docx": "“folder.docx” cannot be written there. Nothing was changed.\n",
    }
    for target, message in targets.items():
        assert main(["export", str(sample), str(tmp_path / target)]) == 1
        assert capsys.readouterr().err == message
    assert main(["new", str(tmp_path / "absent" / "a.dateline")]) == 1
    assert "does not exist" in capsys.readouterr().err


def test_export_never_replaces_the_project(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "link.docx").hardlink_to(sample)
    before = digest(sample)
    assert main(["export", str(sample), str(tmp_path / "link.docx")]) in (0, 1)
    assert digest(sample) == before


@contextmanager
def somebody_else() -> Iterator[None]:
    """Permissions count for everybody but root, so root acts as nobody for a moment."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_read_only_folder_can_be_read_and_is_told_when_written(
    sample: Path, open_folder: Path, capsys: Captured
) -> None:
    path = open_folder / "sample.dateline"
    shutil.copyfile(sample, path)
    path.chmod(0o644)
    before = digest(path)
    (open_folder / "a.csv").write_text("title\nStrike\n")
    open_folder.chmod(0o555)
    with somebody_else():
        assert main(["list", str(path), "sources"]) == 0
        assert main(["check", str(path)]) == 0
        capsys.readouterr()
        assert main(["export", str(path), str(open_folder / "out.docx")]) == 1
        assert main(["new", str(open_folder / "new.dateline")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(" cannot be ")[0] for line in told] == ["“out.docx”", "“new.dateline”"]
    assert digest(path) == before


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes, as on a disk that is full."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_full_disk_keeps_the_project_and_the_old_export(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "out.html"
    assert main(["export", str(sample), str(target)]) == 0
    (tmp_path / "big.txt").write_text("word " * 100_000)
    old, before = digest(target), digest(sample)
    capsys.readouterr()
    with full_disk(sample.stat().st_size):
        assert main(["import", str(sample), str(tmp_path / "big.txt")]) == 1
    with full_disk(4096):
        assert main(["export", str(sample), str(target), "--audience", "checker"]) == 1
        assert main(["new", str(tmp_path / "b.dateline"), "--sample"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert all("disk" in line for line in told)
    assert (digest(target), digest(sample)) == (old, before)
    assert not (tmp_path / "b.dateline").exists()
    assert main(["import", str(sample), str(tmp_path / "big.txt")]) == 0
    assert list(tmp_path.glob(".part-*")) == []


def test_second_writer_is_told_that_the_file_is_in_use(sample: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("Words")
    project = open_project(sample)
    assert main(["import", str(sample), str(tmp_path / "a.txt")]) == 1
    project.close()
    assert capsys.readouterr().err == (
        "“sample.dateline” is open in another window or on another computer. Close it there and try again.\n"
    )


def test_every_connection_has_the_settings_that_were_measured() -> None:
    assert dict(PRAGMAS)["journal_mode"] == "DELETE"
    assert dict(PRAGMAS)["synchronous"] == "EXTRA"
    assert dict(PRAGMAS)["trusted_schema"] == "OFF"
