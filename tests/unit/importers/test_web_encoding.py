"""The encoding of a page: what is said of it against what its bytes are."""

import codecs

import pytest

from importers.web_encoding import decode_page
from models.enums import ProblemCode
from models.errors import UserFacingError

WORDS = "Grüße aus Zürich – “quoted”"
JAPANESE = "橋は火曜日に閉鎖された"
CYRILLIC = "Мост закрыт во вторник"


def page(words: str, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}</head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("words", "label", "codec"),
    [
        (WORDS, "utf-8", "utf-8"),
        (WORDS, "iso-8859-1", "cp1252"),
        (WORDS, "us-ascii", "cp1252"),
        (JAPANESE, "Shift_JIS", "cp932"),
        (JAPANESE, "euc-jp", "euc_jp"),
        (JAPANESE, "gb2312", "gb18030"),
        (CYRILLIC, "windows-1251", "cp1251"),
        (CYRILLIC, "koi8-r", "koi8-r"),
    ],
)
def test_label_in_the_page_is_believed_as_browsers_read_it(words: str, label: str, codec: str) -> None:
    decoded = decode_page(page(words, label).encode(codec))
    assert (decoded.text, codecs.lookup(decoded.encoding), decoded.guessed) == (
        page(words, label),
        codecs.lookup(codec),
        False,
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_mark_wins_over_every_label(encoding: str) -> None:
    decoded = decode_page(page(WORDS, "koi8-r").encode(encoding), "windows-1251")
    assert (decoded.text, decoded.guessed) == (page(WORDS, "koi8-r"), False)


def test_envelope_wins_over_the_page() -> None:
    assert decode_page(page(CYRILLIC, "iso-8859-1").encode("koi8-r"), "koi8-r").text == page(CYRILLIC, "iso-8859-1")


def test_declaration_of_xml_is_a_label() -> None:
    text = '<?xml version="1.0" encoding="windows-1251"?>' + page(CYRILLIC)
    assert decode_page(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (page(WORDS, "iso-8859-1").encode(), page(WORDS, "iso-8859-1"), "utf-8"),
        (page(WORDS, "utf-8").encode("cp1252"), page(WORDS, "utf-8"), "cp1252"),
        (page(WORDS).encode("cp1252"), page(WORDS), "cp1252"),
        (page(WORDS).encode("utf-16-le"), page(WORDS), "utf-16-le"),
        (page(WORDS, "x-unheard-of").encode("cp1252"), page(WORDS, "x-unheard-of"), "cp1252"),
    ],
)
def test_label_that_is_missing_or_wrong_leaves_a_guess(data: bytes, text: str, encoding: str) -> None:
    decoded = decode_page(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, True)


def test_utf_8_without_a_label_is_no_guess() -> None:
    assert decode_page(page(WORDS).encode()).guessed is False


def test_few_broken_bytes_do_not_cost_the_encoding() -> None:
    decoded = decode_page(page(CYRILLIC * 20, "utf-8").encode() + b"\xff")
    assert (decoded.encoding, decoded.text.count("\ufffd"), decoded.guessed) == ("utf-8", 1, False)


@pytest.mark.parametrize(
    "label", ["utf-7", "hex", "zip", "idna", "rot13", "utf-16", "\x00", "undefined", "unicode_escape"]
)
def test_label_of_no_encoding_of_pages_is_not_followed(label: str) -> None:
    assert decode_page(page("plain +ADw- 0a \\u0041", label).encode(), label).text == page(
        "plain +ADw- 0a \\u0041", label
    )


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UserFacingError) as caught:
        decode_page(bytes(range(256)) * 20 + b"\0" * 900)
    assert (caught.value.problem, caught.value.details["reason"]) == (ProblemCode.IMPORT_UNREADABLE, "binary")
