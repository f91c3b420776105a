"""What is doubtful about a file stays with its preserved copy."""

from pathlib import Path

from models.doubts import FileDoubt, pack_doubts, unpack_doubts
from models.enums import DoubtCode
from services.importing import read_file, write_files
from services.project import Project
from services.source_cards import get_source
from tests.mail_files import attach, message
from tests.pdf_files import paged


def test_doubts_of_a_file_are_kept_with_its_copy(project: Project, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(paged(b"", info={"CreationDate": "D:20240503"}))
    write_files(project, [read_file(scan, as_source=True)])
    assert get_source(project, 1).captures[0].doubts == (
        FileDoubt(DoubtCode.NO_TEXT),
        FileDoubt(DoubtCode.DAY_OF_FILE, "3 May 2024"),
    )


def test_doubt_about_an_attachment_is_kept_with_the_attachment(project: Project, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_bytes(attach(message(), "broken.pdf", b"%PDF-1.7 no more", "application/pdf").as_bytes())
    write_files(project, [read_file(letter, as_source=True)])
    assert get_source(project, 1).captures[0].doubts == ()
    assert get_source(project, 2).captures[0].doubts == (FileDoubt(DoubtCode.NO_TEXT),)


def test_doubts_that_a_newer_version_knows_are_left_out() -> None:
    packed = pack_doubts([FileDoubt(DoubtCode.TEXTLESS_PAGES, "3")])
    assert unpack_doubts(packed.replace("[[", '[["of-tomorrow", ""], [')) == (FileDoubt(DoubtCode.TEXTLESS_PAGES, "3"),)
    assert unpack_doubts(pack_doubts(())) == ()
