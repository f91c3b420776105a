"""Messages made to break their reader: each gives what can be had of it, or one clear refusal."""

import pytest

from importers import mail
from importers.channel import pack_found, unpack_found
from importers.found import Found
from importers.mail_parts import MAX_HEADER, MAX_PARTS
from models.enums import CaptureMethod, DoubtCode
from tests.mail_files import attach, in_parts, message, raw


def read(data: bytes) -> Found:
    """What is found, as it comes out of the worker's answer: the same, and its doubts with the copies they are about."""
    found = mail.read_mail(data, name="m.eml", method=CaptureMethod.FILE)
    told = unpack_found([line.encode().decode() for line in pack_found(found, data)], data, is_table=False)
    assert told.doubts == found.doubts
    for source, original in zip(told.sources, found.sources, strict=True):
        assert source.draft == original.draft
        assert source.capture.model_copy(update={"doubts": original.capture.doubts}) == original.capture
    return found


def body(data: bytes) -> str:
    return read(data).sources[0].capture.text.partition("\n\n")[2]


def codes(found: Found) -> list[DoubtCode]:
    return [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize("sign", ["(", '"', "<", ",", "=?utf-8?q?a?= ", "a:", "@"])
@pytest.mark.parametrize("name", ["To", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding"])
def test_huge_headers_are_read_to_a_bound(name: str, sign: str) -> None:
    found = read(raw(f"{name}: {sign * 100_000}", "", "Words"))
    assert found.sources[0].draft.title == "s"
    assert len(found.sources[0].capture.text) < MAX_HEADER * 2


def test_many_headers_are_read() -> None:
    assert body(raw(*["X-Filler: y"] * 100_000, "", "Words")) == "Words"


def test_parts_without_number_are_cut() -> None:
    part = "Content-Type: text/plain; name=x.txt\nContent-Disposition: attachment\n\nx"
    found = read(in_parts(*[part] * 100_000))
    assert len(found.sources) == 1 + mail.MAX_ATTACHMENTS
    assert codes(found) == [DoubtCode.TEXT_CUT, DoubtCode.LEFT_OUT]
    assert int(found.doubts[-1].value) >= MAX_PARTS - mail.MAX_ATTACHMENTS - 1


@pytest.mark.parametrize("depth", [100, 5_000])
def test_deep_nesting_leaves_the_heading(depth: int) -> None:
    levels = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}" for n in range(depth)]
    found = read(raw(*levels, "", "Words"))
    assert found.sources[0].capture.text == "From: a@b.example\nSubject: s"
    assert DoubtCode.TEXT_CUT in codes(found)


def test_deeply_nested_markup_is_told() -> None:
    assert DoubtCode.TEXT_CUT in codes(read(raw("Content-Type: text/html", "", "<div>" * 100_000, "deep")))


def test_attachments_beyond_the_size_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "MAX_ATTACHED_BYTES", 10)
    made = attach(attach(message(), "a.bin", b"x" * 8), "b.bin", b"x" * 8)
    found = read(made.as_bytes())
    assert [source.capture.original_name for source in found.sources] == ["m.eml", "a.bin"]
    assert [(doubt.code, doubt.value) for doubt in found.doubts] == [(DoubtCode.LEFT_OUT, "1")]


@pytest.mark.parametrize(
    ("header", "written", "text", "doubts"),
    [
        ("base64", "!!!!aGVsbG8gd29ybGQ", "hello world", [DoubtCode.DAMAGED]),
        ("base64", "a", "a", [DoubtCode.DAMAGED]),
        ("quoted-printable", "ab=ZZ caf=C3=A9=", "ab=ZZ café", []),
        ("x-uuencode", "begin 644 x\n#0V%T\n`\nend", "Cat", []),
        ("no-such", "Words", "Words", []),
    ],
)
def test_broken_transfer_encodings_give_what_they_hold(
    header: str, written: str, text: str, doubts: list[DoubtCode]
) -> None:
    data = raw(f"Content-Transfer-Encoding: {header}", "Content-Type: text/plain; charset=utf-8", "", written)
    assert body(data) == text
    assert codes(read(data)) == doubts


@pytest.mark.parametrize(
    "charset", ["no-such", "punycode", "idna", "unicode_escape", "utf-8", "hex", "utf-16", "us-ascii", "\0"]
)
def test_wrong_charsets_are_guessed(charset: str) -> None:
    found = read(raw(f"Content-Type: text/plain; charset={charset}", "", "Gr\\u00fc\\xdfe caf\xe9s".encode("cp1252")))
    assert found.sources[0].capture.text.endswith("\n\nGr\\u00fc\\xdfe cafés")
    assert codes(found) == [DoubtCode.GUESSED_ENCODING]


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Type: multipart/mixed", "", "--x", "", "Words", "--x--"),
        ("Content-Type: multipart/mixed; boundary=x", "", "Words"),
        ("Content-Type: multipart/mixed; boundary=x", "", "--x", "", "Words"),
        ('Content-Type: multipart/mixed; boundary=""', "", "--", "", "Words"),
    ],
)
def test_missing_boundaries_lose_no_words(lines: tuple[str, ...]) -> None:
    found = read(raw(*lines))
    assert "Words" in found.sources[0].capture.text
    assert codes(found) == [DoubtCode.DAMAGED]


def test_encoded_line_breaks_make_no_headers() -> None:
    data = b"From: a@b.example\nSubject: =?utf-8?q?a=0D=0AFrom:_evil=40x.example=0A=0AForged_body?=\n\nWords"
    (source,) = read(data).sources
    assert source.capture.text == "From: a@b.example\nSubject: a From: evil@x.example Forged body\n\nWords"
    assert source.draft.title == "a From: evil@x.example Forged body"


def test_signs_that_turn_the_reading_direction_are_left_out_of_headers() -> None:
    assert read("From: a@b.example\nSubject: \u202eabc\n\nx".encode()).sources[0].draft.title == "abc"
    assert read("From: a@b.example\nSubject: \u202e\n\nWords".encode()).sources[0].draft.title == "Words"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "C:\\x\\passwd.txt", "..\\passwd.txt", "passwd.txt\0", "pass\nwd.txt"]
)
def test_attachments_keep_no_path_of_their_senders(name: str) -> None:
    part = f"Content-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename*=utf-8''{_quoted(name)}\n\nx"
    assert read(in_parts(part)).sources[1].capture.original_name in {"passwd.txt", "pass wd.txt"}


def _quoted(name: str) -> str:
    return "".join(f"%{byte:02X}" for byte in name.encode())


def test_attachments_are_kept_without_text_when_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "SECONDS_FOR_ATTACHMENTS", -1.0)
    found = read(attach(message(), "a.txt", b"Words", "text/plain").as_bytes())
    assert [source.capture.text for source in found.sources[1:]] == [""]
    assert codes(found) == [DoubtCode.NO_TEXT]


def test_body_that_is_no_text_is_told() -> None:
    found = read(raw("Content-Type: text/plain", "", bytes(range(256)) * 9))
    assert found.sources[0].capture.text == "From: a@b.example\nSubject: s"
    assert codes(found) == [DoubtCode.TEXT_CUT]


def test_messages_of_a_digest_are_sources() -> None:
    found = read(
        in_parts("\nFrom: c@d.example\nSubject: one\n\nx", "\nFrom: c@d.example\nSubject: two\n\ny", kind="digest")
    )
    assert [source.draft.title for source in found.sources] == ["s", "one", "two"]
