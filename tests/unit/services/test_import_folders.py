"""Which files of a folder are brought in."""

import os
import sys
from pathlib import Path

import pytest

from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError
from services.importing import files_in, read_file


class StoppedError(Exception):
    """What a person's Cancel raises."""


class Stopped:
    """Progress that was cancelled."""

    def report(self, done: int, total: int = 0) -> None:
        raise StoppedError

    def check(self) -> None:
        raise StoppedError


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def found(folder: Path, *paths: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_in(paths or (folder,))]


def test_folder_gives_its_files_by_name_and_those_of_its_folders(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "A.txt", "sub/deep/c.pdf", "sub/a.html")
    assert found(tmp_path) == ["A.txt", "b.txt", "sub/a.html", "sub/deep/c.pdf"]


def test_folder_keeps_what_is_no_file_of_a_person_to_itself(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden.txt", ".git/config", "~$letter.docx", "Thumbs.db", "__MACOSX/a.txt", "kept.txt")
    fill(
        tmp_path,
        "affair.dateline",
        "affair.dateline.lock",
        "AFFAIR.DATELINE",
        "affair.dateline-journal",
        "datelines.txt",
    )
    assert found(tmp_path) == ["datelines.txt", "kept.txt"]


def test_folder_keeps_the_parts_of_a_saved_page_to_itself(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "Ferry.html",
        "Ferry_files/logo.png",
        "Pier.htm",
        "Pier-Dateien/a.js",
        "Pier-notes/b.txt",
        "Old_files/c.txt",
    )
    assert found(tmp_path) == ["Ferry.html", "Old_files/c.txt", "Pier-notes/b.txt", "Pier.htm"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
def test_folder_does_not_follow_links_nor_open_pipes(tmp_path: Path) -> None:
    outside = fill(tmp_path / "outside", "secret.txt")
    inside = fill(tmp_path / "inside", "a.txt")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "round").symlink_to(inside)
    os.mkfifo(inside / "pipe")
    assert found(inside) == ["a.txt"]


def test_chosen_files_come_as_they_were_chosen_and_once(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt", ".hidden.txt")
    missing, hidden, second = tmp_path / "missing.txt", tmp_path / ".hidden.txt", tmp_path / "b.txt"
    assert found(tmp_path, missing, hidden, second, tmp_path) == ["missing.txt", ".hidden.txt", "b.txt", "a.txt"]


def test_folder_that_cannot_be_listed_is_told_when_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "listdir", refuse)
    assert files_in([tmp_path]) == [tmp_path]
    with pytest.raises(UserFacingError) as caught:
        read_file(tmp_path)
    assert (caught.value.problem, caught.value.details["reason"]) == (
        ProblemCode.IMPORT_UNREADABLE,
        ImportFault.PERMISSION,
    )


def test_walk_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        files_in([tmp_path], progress=Stopped())
