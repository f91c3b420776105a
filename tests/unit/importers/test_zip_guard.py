"""What an archive may hold before a part of it is read."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from importers import zip_guard
from importers.zip_guard import Archive
from models.enums import ProblemCode
from models.errors import UserFacingError
from tests.office_files import zipped

LIGHT = {"a.xml": "<a/>"}
NOISE = random.Random(1).randbytes(90_000)


def refusal_of(act: Callable[[], object]) -> tuple[ProblemCode, object]:
    with pytest.raises(UserFacingError) as caught:
        act()
    return caught.value.problem, caught.value.details.get("reason")


def opened_refusal(data: bytes) -> tuple[ProblemCode, object]:
    return refusal_of(lambda: Archive(data))


MALFORMED = (ProblemCode.IMPORT_UNREADABLE, "malformed")
ENCRYPTED = (ProblemCode.IMPORT_UNREADABLE, "encrypted")
TOO_LARGE = (ProblemCode.IMPORT_TOO_LARGE, "unpacked")


def test_archive_gives_its_parts_by_name() -> None:
    archive = Archive(zipped({"a.xml": "<a/>", "b/c.xml": "words"}))
    assert ("a.xml" in archive, "d" in archive) == (True, False)
    assert archive.read("b/c.xml") == b"words"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_read_refuses_a_missing_part_and_a_foreign_compression(method: int) -> None:
    archive = Archive(zipped(LIGHT, method=method))
    assert refusal_of(lambda: archive.read("a.xml")) == MALFORMED
    assert refusal_of(lambda: archive.read("missing")) == MALFORMED


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"{\\rtf1}", bytes(range(256)) * 9, b"PK\x03\x04" + b"\0" * 400, zipped(LIGHT)[:-30]],
    ids=["nothing", "two letters", "rich text", "any bytes", "a head alone", "cut off"],
)
def test_archive_refuses_what_is_none(data: bytes) -> None:
    assert opened_refusal(data) == MALFORMED


def test_archive_refuses_a_directory_that_does_not_read() -> None:
    assert opened_refusal(zipped(LIGHT).replace(b"PK\x01\x02", b"PK\x01\x09")) == MALFORMED


def test_archive_refuses_bytes_that_were_changed() -> None:
    data = zipped({"a.xml": "some words " * 50}, method=zipfile.ZIP_STORED).replace(b"words", b"wards")
    assert refusal_of(lambda: Archive(data).read("a.xml")) == MALFORMED


def test_archive_refuses_two_parts_of_one_name() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.xml", "one")
        archive.writestr("a.xml", "two")
    assert opened_refusal(held.getvalue()) == MALFORMED


def test_archive_refuses_too_many_parts() -> None:
    parts = {f"{number}.xml": b"" for number in range(zip_guard.MAX_ENTRIES + 1)}
    assert opened_refusal(zipped(parts)) == TOO_LARGE


def test_archive_refuses_a_directory_that_is_too_large_before_it_is_read() -> None:
    data = bytearray(zipped(LIGHT))
    at = data.rfind(b"PK\x05\x06") + 12
    data[at : at + 4] = struct.pack("<I", zip_guard.MAX_DIRECTORY + 1)
    assert opened_refusal(bytes(data)) == TOO_LARGE
    end = zipped(LIGHT)
    end_64 = end[: end.rfind(b"PK\x05\x06")] + b"PK\x06\x07" + b"\0" * 16 + end[end.rfind(b"PK\x05\x06") :]
    assert opened_refusal(end_64) == TOO_LARGE


def test_archive_refuses_a_sum_of_sizes_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_guard, "MAX_TOTAL", 1000)
    assert opened_refusal(zipped({"a": b"x" * 600, "b": b"y" * 600})) == TOO_LARGE


def test_read_refuses_a_bomb_by_its_ratio() -> None:
    archive = Archive(zipped({"a.xml": b"\0" * (3 * zip_guard.FREE_SIZE)}))
    assert refusal_of(lambda: archive.read("a.xml")) == TOO_LARGE


def test_read_counts_what_comes_out_and_not_what_the_header_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_guard, "MAX_TOTAL", 100_000)
    data = bytearray(zipped({"a.xml": NOISE, "b.xml": NOISE}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset : at + offset + 4] = struct.pack("<I", 10)
            at = data.find(mark, at + 4)
    archive = Archive(bytes(data))
    with pytest.raises(UserFacingError):
        archive.read("a.xml")


def test_read_refuses_parts_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(zipped({"a.xml": NOISE, "b.xml": NOISE}))
    archive._left = 100_000
    assert len(archive.read("a.xml")) == 90_000
    assert refusal_of(lambda: archive.read("b.xml")) == TOO_LARGE


def test_archive_refuses_encrypted_parts_and_packages() -> None:
    data = bytearray(zipped(LIGHT))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert opened_refusal(bytes(data)) == ENCRYPTED
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert opened_refusal(compound + "EncryptedPackage".encode("utf-16-le")) == ENCRYPTED
    assert opened_refusal(compound) == MALFORMED


def test_names_that_climb_out_and_archives_within_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inner = zipped({"a.xml": b"\0" * 10_000_000})
    archive = Archive(zipped({"../../evil": b"1", "/etc/evil": b"2", "c:\\evil": b"3", "a.zip": inner, **LIGHT}))
    assert archive.read("a.zip") == inner
    assert archive.read("a.xml") == b"<a/>"
    assert list(tmp_path.iterdir()) == []
