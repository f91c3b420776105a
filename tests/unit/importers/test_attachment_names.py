"""Names of attachments are names of files and nothing else."""

import pytest

from importers.attachment_names import MAX_NAME, attachment_kind, clean_name, typed_name
from importers.kinds import UNKNOWN_MEDIA_TYPE, ImportKind


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("report.pdf", "report.pdf"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("C:report.pdf", "C_report.pdf"),
        ("..", ""),
        ("a/..", ""),
        ("...bashrc", "bashrc"),
        ("a\0b\x1b[31m.txt", "ab[31m.txt"),
        ("a\r\n\tb.txt", "a b.txt"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("re\u200bport\u2066.pdf", "report.pdf"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com1.tar.gz", "_com1.tar.gz"),
        ("LPT¹ .txt", "_LPT¹ .txt"),
        ("console.txt", "console.txt"),
        ("a.txt. . .", "a.txt"),
        ("file.txt:stream", "file.txt_stream"),
        ('<b>"?*|.txt', "_b_____.txt"),
        ("\ud800\uffff", ""),
        ("Übersicht März.odt", "Übersicht März.odt"),
    ],
)
def test_clean_name_keeps_the_base_name_alone(written: str, name: str) -> None:
    assert clean_name(written) == name
    assert clean_name(name) == name


def test_clean_name_is_of_bounded_length() -> None:
    assert clean_name("x" * 5_000 + ".pdf") == "x" * (MAX_NAME - 4) + ".pdf"
    assert len(clean_name("x." + "y" * 5_000)) == MAX_NAME


@pytest.mark.parametrize(
    ("written", "declared", "name", "media_type", "kind"),
    [
        ("a.pdf", "application/pdf", "a.pdf", "application/pdf", ImportKind.PDF),
        ("a.pdf", UNKNOWN_MEDIA_TYPE, "a.pdf", "application/pdf", ImportKind.PDF),
        ("", "application/pdf", "attachment-7.pdf", "application/pdf", ImportKind.PDF),
        ("", "message/rfc822", "attachment-7.eml", "message/rfc822", ImportKind.MAIL),
        ("notes", "text/plain", "notes", "text/plain", ImportKind.TEXT),
        ("notes", UNKNOWN_MEDIA_TYPE, "notes", UNKNOWN_MEDIA_TYPE, ImportKind.OTHER),
        ("invite", "text/calendar", "invite", "text/calendar", ImportKind.TEXT),
        ("a.png", "text/plain", "a.png", "text/plain", ImportKind.OTHER),
        ("a.odd", "no type at all", "a.odd", UNKNOWN_MEDIA_TYPE, ImportKind.OTHER),
        ("t.csv", "Text/CSV", "t.csv", "text/csv", ImportKind.INCIDENT_TABLE),
    ],
)
def test_typed_name_says_what_an_attachment_is(
    written: str, declared: str, name: str, media_type: str, kind: ImportKind
) -> None:
    assert typed_name(written, declared, 7) == (name, media_type)
    assert attachment_kind(name, media_type) is kind
