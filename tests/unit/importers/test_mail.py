"""Messages as sources: what a message says of itself, its words, and the files attached to it."""

import pytest

from dates import UNDATED, UncertainDate
from importers.found import Doubt, Found, FoundSource
from importers.mail import MAX_DEPTH, read_mail
from models.drafts import CreatorDraft
from models.enums import CaptureMethod, DoubtCode, ProblemCode, SourceType
from models.errors import UserFacingError
from tests.mail_files import PICTURE, SENT, attach, in_parts, message, raw
from tests.office_files import paragraph, word_file

MAILED = "From: Anna Berg <anna@ministry.example>\nTo: desk@paper.example\nDate: " + SENT + "\nSubject: The bridge"
RELATED = (
    "Content-Type: text/html\n\n<p>See<img src='cid:logo@x'></p>",
    "Content-Type: image/png\nContent-ID: <logo@x>",
)


def read(data: bytes, published: UncertainDate = UNDATED) -> Found:
    return read_mail(data, name="letter.eml", method=CaptureMethod.DROP, published=published)


def first(data: bytes) -> FoundSource:
    return read(data).sources[0]


def body(data: bytes) -> str:
    return first(data).capture.text.partition("\n\n")[2]


def test_message_is_a_source_with_its_heading_and_its_words() -> None:
    data = message().as_bytes()
    (source,) = read(data).sources
    assert (source.draft.type, source.draft.title) == (SourceType.PERSONAL_COMMUNICATION, "The bridge")
    assert source.draft.creators == (CreatorDraft(family="Berg", given_name="Anna"),)
    assert source.draft.published == UncertainDate("2024-01-20T10:11:12", SENT, "+03:00")
    assert source.capture.text == f"{MAILED}\n\nThe bridge is closed."
    assert (source.capture.data, source.capture.media_type) == (data, "message/rfc822")
    assert (source.capture.original_name, source.capture.method) == ("letter.eml", CaptureMethod.DROP)
    assert source.capture.extractor.startswith("email 3.")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Sat, 20 Jan 2024 10:11 -0000", UncertainDate("2024-01-20T10:11Z", "Sat, 20 Jan 2024 10:11 -0000")),
        ("20 Jan 24 10:11 EST", UncertainDate("2024-01-20T10:11", "20 Jan 24 10:11 EST", "-05:00")),
        ("Sat, 20 Jan 2024 10:11:12", UncertainDate("2024-01-20T10:11:12", "Sat, 20 Jan 2024 10:11:12")),
        ("", UncertainDate()),
    ],
)
def test_message_is_dated_in_the_zone_that_it_names(written: str, date: UncertainDate) -> None:
    found = read(raw(f"Date: {written}", "", "x"))
    assert (found.sources[0].draft.published, found.doubts) == (date, ())


@pytest.mark.parametrize("written", ["Sat, 32 Jan 2024 10:11:12 +0300", "garbage", "1 Jan 99999999 00:00 +0000"])
def test_message_keeps_the_wording_of_a_date_that_is_none(written: str) -> None:
    found = read(raw(f"Date: {written}", "", "x"))
    assert found.sources[0].draft.published == UncertainDate("", written)
    assert found.doubts == (Doubt(DoubtCode.UNREADABLE_DATE, column="date", value=written),)


def test_message_of_a_zone_that_is_none_keeps_its_clock() -> None:
    found = read(raw("Date: Sat, 20 Jan 2024 10:11 +2345", "", "x"))
    assert found.sources[0].draft.published.edtf == "2024-01-20T10:11"
    assert [(doubt.code, doubt.value) for doubt in found.doubts] == [(DoubtCode.UNREADABLE_ZONE, "+2345")]


def test_day_that_the_caller_gives_is_the_messages_and_not_its_attachments() -> None:
    data = attach(message(), "a.txt", b"Words", "text/plain").as_bytes()
    sources = read(data, UncertainDate("2020-01-01")).sources
    assert [source.draft.published.edtf for source in sources] == ["2020-01-01", ""]


def test_headers_are_read_in_any_encoding() -> None:
    data = "Subject: Brücke\nFrom: =?utf-8?q?J=C3=B6rg_Au?= <j@x.example>, press@x.example\nContent-Language: de\n\nx"
    for encoding in ("utf-8", "cp1252"):
        draft = first(data.encode(encoding)).draft
        assert (draft.title, draft.language) == ("Brücke", "de")
        assert draft.creators == (
            CreatorDraft(family="Au", given_name="Jörg"),
            CreatorDraft(literal="press@x.example"),
        )


def test_message_without_a_subject_is_called_after_its_words_or_its_file() -> None:
    assert first(b"From: a@b.example\n\nFirst line\nSecond").draft.title == "First line"
    assert first(b"From: a@b.example\n\n").draft.title == "letter"
    long = first(raw("", "x", subject="word " * 100)).draft.title
    assert long.endswith("word…")
    assert len(long) <= 201


def test_plain_body_is_taken_before_the_html_one() -> None:
    made = message("Plain words.")
    made.add_alternative("<p>Marked-up words.</p>", subtype="html")
    assert body(made.as_bytes()) == "Plain words."
    empty = message(" \n")
    empty.add_alternative("<p>Marked-up words.</p>", subtype="html")
    assert body(empty.as_bytes()) == "Marked-up words."


def test_html_body_becomes_paragraphs_without_what_is_hidden() -> None:
    markup = (
        "<html><head><title>T</title><style>p{}</style></head><body><div style='display:none'>secret</div>"
        "<h1>Notice</h1>The <b>bridge</b>\nis closed.<br>Signed<ul><li>one<li>two</ul><!-- no -->"
        "<table><tr><td>May</td><td>4</td></tr></table><script>x()</script><img src='http://x.example/pixel'></body>"
    )
    text = "Notice\n\nThe bridge is closed.\nSigned\n\n• one\n• two\n\nMay | 4"
    assert body(raw("Content-Type: text/html", "", markup)) == text


def test_words_between_attachments_belong_to_the_message() -> None:
    file = "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: inline; filename=a.pdf\n\n%PDF"
    found = read(in_parts("\nBefore", file, "Content-Type: text/plain\n\nAfter"))
    assert found.sources[0].capture.text.endswith("\n\nBefore\n\nAfter")
    assert [source.capture.original_name for source in found.sources[1:]] == ["a.pdf"]


def test_attachments_become_sources_that_name_their_message() -> None:
    made = attach(message(), "notes.txt", b"Notes of 4 May", "text/plain")
    attach(attach(made, "photo.png", PICTURE, "image/png"), "table.csv", b"day,place\n")
    note, photo, table = read(made.as_bytes()).sources[1:]
    assert (note.draft.title, note.draft.type) == ("Notes of 4 May", SourceType.DOCUMENT)
    assert (note.capture.text, note.capture.data) == ("Notes of 4 May", b"Notes of 4 May")
    assert (photo.draft.title, photo.capture.data, photo.capture.text) == ("photo", PICTURE, "")
    assert (photo.capture.media_type, table.capture.media_type) == ("image/png", "text/csv")
    assert {source.draft.note for source in (note, photo, table)} == {"Attached to “The bridge”"}
    assert first(made.as_bytes()).draft.note == "Attachments: notes.txt; photo.png; table.csv"


def test_attachment_is_read_by_the_reader_of_its_kind() -> None:
    made = attach(message(), "letter.docx", word_file(paragraph("Closed on 4 May.")))
    attach(attach(made, "broken.docx", b"PK no archive"), "binary.txt", bytes(range(256)) * 4, "text/plain")
    found = read(made.as_bytes())
    assert [source.capture.text for source in found.sources[1:]] == ["Closed on 4 May.", "", ""]
    assert [len(source.capture.data) for source in found.sources[2:]] == [13, 1024]
    assert [(doubt.code, doubt.part) for doubt in found.doubts] == [
        (DoubtCode.NO_TEXT, "broken.docx"),
        (DoubtCode.NO_TEXT, "binary.txt"),
    ]


@pytest.mark.parametrize("kind", ["related", "mixed"])
def test_picture_of_an_html_body_is_no_source_unless_it_is_attached(kind: str) -> None:
    markup, picture = RELATED
    shown = f"{picture}\nContent-Disposition: inline; filename=logo.png\n\nx"
    assert len(read(in_parts(markup, shown, kind=kind)).sources) == 1
    attached = f"{picture}\nContent-Disposition: attachment; filename=logo.png\n\nx"
    assert len(read(in_parts(markup, attached, kind=kind)).sources) == 2


def test_picture_beside_a_plain_body_is_a_source() -> None:
    picture = "Content-Type: image/jpeg\nContent-ID: <p>\nContent-Disposition: inline; filename=p.jpg\n\nx"
    assert [source.capture.original_name for source in read(in_parts("\nSee", picture)).sources[1:]] == ["p.jpg"]


def test_signatures_and_reports_of_servers_are_no_sources() -> None:
    signature = "Content-Type: application/pgp-signature; name=signature.asc\n\nx"
    report = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\n"
    assert len(read(in_parts("\nWords", signature, report)).sources) == 1


def test_attached_message_is_a_source_with_its_own_bytes_and_attachments() -> None:
    inner = attach(message("Inner words", {"Subject": "Inner"}), "a.txt", b"A", "text/plain")
    outer = message()
    outer.add_attachment(inner)
    _outer, second, third = read(outer.as_bytes()).sources
    assert second.capture.data == inner.as_bytes().rstrip(b"\n") or second.capture.data == inner.as_bytes()
    assert (second.draft.title, second.draft.published.time_zone) == ("Inner", "+03:00")
    assert second.draft.note == "Attached to “The bridge”\nAttachments: a.txt"
    assert (second.capture.original_name, third.draft.note) == ("attachment-1.eml", "Attached to “Inner”")


def test_messages_inside_messages_are_read_three_deep() -> None:
    data = raw("", "innermost")
    for depth in range(10):
        data = raw("Content-Type: message/rfc822", "", data, subject=f"d{depth}")
    found = read(data)
    assert [source.draft.type for source in found.sources] == [SourceType.PERSONAL_COMMUNICATION] * MAX_DEPTH + [
        SourceType.DOCUMENT
    ]
    assert found.doubts == (Doubt(DoubtCode.NO_TEXT, part="attachment-1.eml"),)


def test_bytes_that_are_no_message_are_refused() -> None:
    for data in (b"\0\1\2" * 99, b"Just some words\n", b"X-Only: this\n\nwords"):
        with pytest.raises(UserFacingError) as caught:
            read(data)
        assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
        assert caught.value.details["reason"] == "malformed"
