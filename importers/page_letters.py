"""Letters of texts and of pages as they are compared; the window needs this without PDFium."""

import unicodedata
from collections.abc import Iterator


def folded(text: str) -> str:
    """The letters and digits of a text, ligatures and accents taken apart."""
    return "".join(part for character in text for part in letters_of(character))


def letters_of(character: str) -> Iterator[str]:
    """Those that a character is made of. One beyond 16 bits is left out: on some systems PDFium gives halves of it."""
    if character.isascii():
        if character.isalnum():
            yield character
    elif character < "\U00010000":
        yield from (part for part in unicodedata.normalize("NFKD", character) if part.isalnum())
