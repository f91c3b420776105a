"""The text of a page of any encoding: what its bytes begin with, what is said of it, what it says itself, else a guess.

Order and labels after the WHATWG Encoding and HTML standards; a label that the bytes contradict is not believed.
"""

import codecs
import re
from collections.abc import Iterator, Mapping

from importers.decoding import Decoded, decode

_PRESCAN = 64 * 1024
_META = re.compile(rb"""<meta\s[^<>]{0,500}?charset\s*=\s*["']?\s*([\w.:+-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([\w.:+-]{2,40})""")
# What browsers take a label for, where Python's codec of that name knows fewer characters.
_WIDER: Mapping[str, str] = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# A page that could be searched for its label is none of these; UTF-7 hides markup in plain letters.
_IMPOSSIBLE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7"})
_WIDE_LETTERS = frozenset({"gb18030", "cp932", "cp949", "big5hkscs", "euc_jp", "iso2022_jp", "hz"})
_MAX_BROKEN = 0.02


def decode_page(data: bytes, charset: str = "") -> Decoded:
    """The text of a page. `charset` is the label that its envelope gives, "" for none.

    `guessed` is set where nothing said the encoding or what was said cannot be true. Raises UserFacingError
    IMPORT_UNREADABLE where the bytes are no text.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _lenient(data)
    is_utf8 = _is_utf8(data)
    labels = list(_labels(data, charset))
    for encoding in labels:
        if is_utf8 and encoding not in _WIDE_LETTERS:
            return Decoded(data.decode("utf-8"), "utf-8", guessed=encoding != "utf-8" and not data.isascii())
        text = data.decode(encoding, errors="replace")
        if _holds(text):
            return Decoded(text, encoding)
    decoded = decode(data)
    return Decoded(decoded.text, decoded.encoding, guessed=decoded.guessed or bool(labels))


def _labels(data: bytes, charset: str) -> Iterator[str]:
    """The codecs that are named, the most binding first."""
    head = data[:_PRESCAN]
    named = [charset, *(match[1].decode("ascii") for match in (_META.search(head), _XML.match(head)) if match)]
    for label in named:
        try:
            encoding = codecs.lookup(label.strip()).name
        except (LookupError, ValueError):
            continue
        if encoding in _IMPOSSIBLE:
            encoding = "utf-8" if encoding != "utf-7" else "cp1252"
        encoding = _WIDER.get(encoding, encoding)
        if not _is_text_codec(encoding):
            continue
        yield encoding


def _is_text_codec(encoding: str) -> bool:
    """False for Python's codecs of other things (“hex”, “zip”) and of names (“idna”)."""
    try:
        return isinstance(b"<p>".decode(encoding), str) and b"<p>".decode(encoding) == "<p>"
    except (LookupError, ValueError):
        return False


def _lenient(data: bytes) -> Decoded:
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-16"
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _holds(text: str) -> bool:
    """Few enough of the characters beyond ASCII are broken ones."""
    broken = text.count("\ufffd")
    return not broken or broken <= _MAX_BROKEN * (len(text) - len(text.encode("ascii", "ignore")))
