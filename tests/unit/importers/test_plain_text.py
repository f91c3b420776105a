"""Reading texts of any encoding as sources."""

import pytest

from dates import UncertainDate
from importers.decoding import decode
from importers.found import FoundSource
from importers.kinds import ImportKind, kind_of, media_type_of
from importers.plain_text import MAX_TITLE, read_any_file, read_plain_text, title_of
from models.enums import CaptureMethod, DoubtCode, ProblemCode
from models.errors import UserFacingError

WORDS = "Grüße aus Zürich – “quoted”\nSecond line\n"


def read(data: bytes, name: str = "article.txt") -> FoundSource:
    return read_plain_text(data, name=name, method=CaptureMethod.FILE).sources[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decode_reads_every_common_encoding(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decode_guesses_utf_16_without_a_mark(encoding: str) -> None:
    decoded = decode("A plain line of text, and another.\n".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (
        "A plain line of text, and another.\n",
        encoding,
        True,
    )


def test_decode_keeps_a_stray_nul_in_a_long_text() -> None:
    assert decode(b"a" * 2000 + b"\0").text.endswith("\0")


@pytest.mark.parametrize(
    ("data", "reason"), [(bytes(range(256)) * 20 + b"\0" * 900, "binary"), (b"\xff\xfea", "encoding")]
)
def test_decode_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UserFacingError) as caught:
        decode(data)
    assert (caught.value.problem, caught.value.details["reason"]) == (ProblemCode.IMPORT_UNREADABLE, reason)


def test_read_plain_text_keeps_the_bytes_and_cleans_the_text() -> None:
    data = b"Title\r\nLine\x07 two\r\n"
    source = read(data)
    assert source.capture.data == data
    assert source.capture.text == "Title\nLine two\n"
    assert (source.draft.title, source.capture.original_name) == ("Title", "article.txt")


def test_read_plain_text_names_the_encoding_it_guessed() -> None:
    found = read_plain_text(WORDS.encode("cp1252"), name="a.txt", method=CaptureMethod.DROP)
    assert [(doubt.code, doubt.value) for doubt in found.doubts] == [(DoubtCode.GUESSED_ENCODING, "cp1252")]
    assert not found.doubts[0].holds_back


def test_read_plain_text_passes_the_day_of_publication_on() -> None:
    found = read_plain_text(
        b"x", name="", method=CaptureMethod.PASTE, published=UncertainDate("2024-01-23"), media_type="text/plain"
    )
    assert found.sources[0].draft.published.edtf == "2024-01-23"


def test_read_plain_text_takes_the_file_name_where_no_line_has_words() -> None:
    assert read(b"\n \n", name="notes of May.txt").draft.title == "notes of May"


def test_read_plain_text_refuses_pasted_emptiness() -> None:
    with pytest.raises(UserFacingError, match=ProblemCode.IMPORT_UNREADABLE.value):
        read(b" \n", name="")


def test_title_of_skips_blank_lines_and_markdown_and_cuts_at_a_word() -> None:
    assert title_of("\n\n##  A  heading\nbody") == "A heading"
    long = title_of("word " * 100)
    assert long.endswith("word…")
    assert len(long) <= MAX_TITLE + 1


def test_read_any_file_keeps_bytes_without_a_text() -> None:
    found = read_any_file(b"%PDF", name="leak.final.pdf", method=CaptureMethod.DROP, media_type="application/pdf")
    source = found.sources[0]
    assert (source.draft.title, source.capture.text, source.capture.media_type) == ("leak.final", "", "application/pdf")


@pytest.mark.parametrize(
    ("name", "kind", "media_type"),
    [
        ("a.CSV", ImportKind.INCIDENT_TABLE, "text/csv"),
        ("b.tsv", ImportKind.INCIDENT_TABLE, "text/tab-separated-values"),
        ("c.txt", ImportKind.TEXT, "text/plain"),
        ("README", ImportKind.TEXT, "text/plain"),
        ("d.HTM", ImportKind.WEB_PAGE, "text/html"),
        ("e.xhtml", ImportKind.WEB_PAGE, "application/xhtml+xml"),
        ("f.mht", ImportKind.WEB_PAGE, "multipart/related"),
        ("g.pdf", ImportKind.PDF, "application/pdf"),
        ("h.docx", ImportKind.WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("i.odt", ImportKind.OPEN_TEXT, "application/vnd.oasis.opendocument.text"),
        ("j.eml", ImportKind.MAIL, "message/rfc822"),
        ("k.jpg", ImportKind.OTHER, "image/jpeg"),
        ("l.unheard-of", ImportKind.OTHER, "application/octet-stream"),
    ],
)
def test_kind_and_media_type_follow_the_suffix(name: str, kind: ImportKind, media_type: str) -> None:
    assert (kind_of(name), media_type_of(name)) == (kind, media_type)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ndate: 2025-03-14\ntitle: 'Notes  from the council'\n---\n# Another\n", "Notes from the council"),
        ("---\ndate: 2025-03-14\n---\n", "date: 2025-03-14"),
        ("---\n\n***\nWords below a line\n", "Words below a line"),
        ("---\ntitle: never closed\n", "title: never closed"),
        ("\n---\n", "---"),
    ],
)
def test_title_is_the_one_that_a_note_gives_itself(text: str, title: str) -> None:
    assert title_of(text) == title
