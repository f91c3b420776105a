"""Bytes of unknown encoding to text."""

import codecs
from dataclasses import dataclass

from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

# Longest mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python codec that gave it, and whether that codec was a guess."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """The text of `data`: by its byte-order mark, as UTF-16 where every other byte is zero, as UTF-8, else as Windows-1252.

    Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_decode_strictly(data, encoding), encoding)
    if wide := _wide_encoding(data):
        return Decoded(_decode_strictly(data, wide), wide, guessed=True)
    try:
        return Decoded(_require_text(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    return Decoded(_require_text(data.decode("cp1252", errors="replace")), "cp1252", guessed=True)


def _decode_strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.ENCODING) from None


def _wide_encoding(data: bytes) -> str:
    """Latin text in UTF-16 has a zero in every other byte; nothing else that is text has."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return ""
    if sample[1::2].count(0) > half * 0.4 and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.4 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _require_text(text: str) -> str:
    """A stray NUL occurs in text files; more than one in a thousand characters is binary data."""
    sample = text[: _SAMPLE * 16]
    if sample.count("\0") * 1000 > max(len(sample), 1000):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.BINARY)
    return text
