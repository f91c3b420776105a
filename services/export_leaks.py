"""The search of a finished export for anything that names a protected source.

The search reads what a reader could read: the bytes of every part as text, with the mark-up taken out so that a name
broken by italics is still found, and the values of attributes, for addresses.
"""

import html
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection

from exporters.document import Document, Entry, Inline, Run

_SHORTEST = 3
_BLOCK_END = re.compile(r"</w:p>|</(?:p|li|h[1-6]|div|td|dt|dd|title|text)>")
_BREAK = re.compile(r"<w:(?:tab|br)/>|<br>")
# Numbers of notes would otherwise grow together with the words beside them.
_NOTE_NUMBER = re.compile(r'<sup class="mark">.*?</sup>|<a class="number"[^>]*>[^<]*</a>')
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_ADDRESS_HEAD = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
# What a reader takes for the same: quotation marks and dashes of any kind; what no reader sees: format characters.
_LOOK_ALIKES = str.maketrans(dict.fromkeys("‘’‚‛ʼ`´", "'") | dict.fromkeys("“”„‟", '"') | dict.fromkeys("‐‑‒–—―−", "-"))
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Titles that say what kind of thing a source is, and so name nobody.
_COMMON_TITLES = frozenset(
    {"interview", "call", "phone call", "conversation", "email", "e-mail", "message", "letter", "memo", "notes", "note"}
    | {"document", "report", "recording", "statement", "meeting", "source", "tip", "transcript", "background"}
)
_PROTECTED = """SELECT s.id, s.title, s.url, s.archive_url, s.container_title, s.fields FROM source s
 WHERE s.protected = 1"""
_CREATORS = """SELECT k.family, k.given_name, k.literal, s.protected FROM creator k JOIN source s ON s.id = k.source_id
 WHERE s.protected = 1 OR s.deleted_at IS NULL"""
_FILES = """SELECT c.original_name, c.sha256 FROM capture c JOIN source s ON s.id = c.source_id WHERE s.protected = 1"""


def read_needles(connection: Connection) -> tuple[str, ...]:
    """What would name a protected source: title, names, addresses, file names and hashes of its copies.

    A family name alone counts unless a public source has an author of that name.
    """
    found: set[str] = set()
    for row in connection.exec_driver_sql(_PROTECTED):
        found.update(_ADDRESS_HEAD.sub("", unquote(text)).rstrip("/") for text in (row.url, row.archive_url))
        if row.title.strip().lower() not in _COMMON_TITLES:
            found.add(row.title)
        fields: dict[str, Any] = json.loads(row.fields)
        found.update(
            str(fields[name]) for name in ("DOI", "ISBN", "archive_location", "call-number") if fields.get(name)
        )
    for original_name, sha256 in connection.exec_driver_sql(_FILES):
        found.update((original_name, sha256))
    found.update(_names(list(connection.exec_driver_sql(_CREATORS))))
    return tuple(sorted({needle for text in found if len(needle := _normal(text)) >= _SHORTEST}))


@dataclass(frozen=True, slots=True)
class Needles:
    """What to look for: the words of each needle for a fast first look, and the pattern that decides.

    Whole words only. Single words count as written and in capitals (a name may also be a common word), longer needles
    and addresses in any case.
    """

    patterns: tuple[tuple[frozenset[str], re.Pattern[str]], ...]

    def search(self, text: str) -> bool:
        """True when a needle stands in `text`."""
        words = set(_WORD.findall(text.lower()))
        return any(needed <= words and pattern.search(text) for needed, pattern in self.patterns)


def compile_needles(needles: tuple[str, ...]) -> Needles:
    """Patterns for the needles of `read_needles`."""
    return Needles(tuple((frozenset(_WORD.findall(needle.lower())), _pattern(needle)) for needle in needles))


def file_leaks(path: Path, needles: Needles) -> bool:
    """True when a needle stands in the file. Reads the whole file."""
    return any(needles.search(text) for text in _texts(path))


def picture_leaks(document: Document, needles: Needles) -> bool:
    """True when a needle stands among the drawn words: in a Word file they are pixels, which nothing else searches."""
    return document.picture is not None and any(needles.search(text) for text in _readings(document.picture.svg))


def find_leaking_words(texts: Iterable[str], needles: Needles) -> str | None:
    """The first of some texts in which a needle stands."""
    return next((text for text in texts if needles.search(_normal(text))), None)


def find_leaking_entry(document: Document, needles: Needles) -> int:
    """The number of the first entry in which a needle stands, 0 when it stands elsewhere."""
    return next((entry.number for entry in document.entries() if needles.search(_entry_text(entry))), 0)


def _pattern(needle: str) -> re.Pattern[str]:
    if " " in needle or "/" in needle:
        return re.compile(rf"(?<!\w){re.escape(needle)}(?!\w)", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{re.escape(needle)}|{re.escape(needle.upper())})(?!\w)")


def _entry_text(entry: Entry) -> str:
    blocks = [item.parts for item in (*entry.paragraphs, *entry.remarks)] + [note.runs for note in entry.notes]
    lines = ["".join(_inline_text(part) for part in block) for block in blocks]
    return _normal(" \n ".join([entry.title, entry.place, *lines]))


def _inline_text(part: Inline) -> str:
    return part.text + (f" {unquote(part.href)}" if part.href else "") if isinstance(part, Run) else ""


def _names(rows: list[Any]) -> Iterator[str]:
    public = {row.family.lower() for row in rows if not row.protected}
    for row in rows:
        if not row.protected:
            continue
        if row.literal:
            yield row.literal
        if row.family and row.given_name:
            yield f"{row.given_name} {row.family}"
            yield f"{row.family}, {row.given_name}"
        if row.family and row.family.lower() not in public:
            yield row.family
        if row.given_name and not row.family:
            yield row.given_name


def _texts(path: Path) -> Iterator[str]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.startswith(
                    ("word/document", "word/_rels", "word/footnotes", "word/endnotes", "word/header", "docProps")
                ):
                    yield from _readings(package.read(name).decode("utf-8"))
    else:
        yield from _readings(path.read_text(encoding="utf-8"))


def _readings(source: str) -> Iterator[str]:
    """The text without mark-up, one block per line, and the values of all attributes, for the addresses."""
    plain = _TAG.sub("", _BLOCK_END.sub("\n", _BREAK.sub(" ", _NOTE_NUMBER.sub(" ", source))))
    yield _SPACES.sub(" ", _seen(html.unescape(plain)))
    yield _seen(unquote(html.unescape("\n".join(sorted(set(_ATTRIBUTE.findall(source)))))))


def _normal(text: str) -> str:
    return _SPACE.sub(" ", _seen(text)).strip()


def _seen(text: str) -> str:
    """One form of all that a reader takes for the same letters and marks."""
    if text.isascii():
        return text
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES))
