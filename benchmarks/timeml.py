"""TimeML articles: the text inside <TEXT>, its TIMEX3, and the day of publication.

Format: TimeML 1.2.1, also as the older corpora write it: sentences and other markup nested in the text, an `&` that is
no reference, a DOCTYPE, the day of publication as a TIMEX3 of the text. The DOCTYPE is cut out before the parser sees
the file, so no entity of it is ever read.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from xml.etree.ElementTree import ParseError, XMLParser
from xml.sax.saxutils import escape

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)?")
_BARE_LESS = re.compile(r"<(?![A-Za-z_/!?])")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MOMENT = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?)?)?"
)
Marked = tuple[int, int, dict[str, str]]
"""A TIMEX3 element: where its characters start and end in the file's text, and its attributes."""
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}
_SEASON = re.compile(r"-(?:SP|SU|FA|WI)$")
_CALENDAR = re.compile(r"\d[\dX]{1,3}(?:-|T|$)")


class TimemlError(ValueError):
    """The file is no TimeML; the message names it and the place."""


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """One date expression: character offsets into the article's text, and TIMEX3 value and type.

    `kind` is what sort it is (of gold: the shape of its value), `note` how a reader came to it: neither is compared.
    """

    start: int
    end: int
    value: str
    type: str
    kind: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    @property
    def calendar_day(self) -> str:
        """The value's date part where it is a place in the calendar (of our era), else an empty string."""
        is_place = self.type not in {"DURATION", "SET"} and _CALENDAR.match(self.value) is not None
        return self.value.split("T")[0] if is_place else ""


@dataclass(frozen=True, slots=True)
class Article:
    """`published` as the file writes it, empty where it does not; `timexes` in the order of the text.

    `own_day` is where the day of publication stands in the text itself; it is in no file that has a <DCT>.
    """

    name: str
    published: str
    text: str
    timexes: tuple[Timex, ...] = ()
    own_day: tuple[int, int] = (0, 0)


def read_folder(folder: Path) -> list[Article]:
    """Every .tml file of the folder, by name. Raises TimemlError, also where there is none."""
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise TimemlError(f"{folder}: no .tml file is there")
    return [read_article(path) for path in paths]


def read_article(path: Path) -> Article:
    """The article of one file. Raises TimemlError."""
    try:
        return parse_article(path.stem, _decode(path.read_bytes()))
    except (ParseError, OSError) as error:
        raise TimemlError(f"{path}: {error}") from error


def parse_article(name: str, markup: str) -> Article:
    """The article of one TimeML text. Raises ParseError."""
    collector = _Collector()
    parser = XMLParser(  # noqa: S314 - no DOCTYPE reaches it, so it has no entities
        target=collector, encoding="utf-8"
    )
    parser.feed(_mend(markup))
    parser.close()
    return collector.article(name)


def read_anchor(published: str) -> date | datetime | None:
    """The day (or moment, with its zone where one is written) of a TIMEX3 value, None where it names no day."""
    found = _MOMENT.match(published.strip())
    if found is None:
        return None
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    try:
        if found["hour"] is None:
            return date(year, month, day)
        clock = (int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
        if clock[0] == 24:  # the end of the day it names
            return date(year, month, day)
        return datetime(year, month, day, *clock, tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def shape_of(value: str, timex_type: str) -> str:
    """What a value looks like, in words for a table."""
    if timex_type in {"SET", "DURATION"}:
        return timex_type.lower() + (", vague" if "X" in value and timex_type == "DURATION" else "")
    if value.endswith("_REF"):
        return value.lower().replace("_", " ")
    if not value:
        return "no value"
    open_end = ", year open" if value.startswith("XXXX") else ""
    era = ", BC" if value.startswith("BC") else ""
    return _place_shape(value.removeprefix("BC")) + era + open_end


def _place_shape(value: str) -> str:
    day, _, clock = value.partition("T")
    if clock:
        return "part of a day" if clock.isalpha() and clock != "XX" else "clock time"
    if _SEASON.search(day):
        return "season"
    for mark, name in (("-WE", "weekend"), ("-Q", "quarter"), ("-H", "half-year"), ("-W", "week")):
        if mark in day:
            return "weekday" if re.search(r"-WXX-\d$", day) else name
    plain = {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}
    return plain.get(len(day), "another value")


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    digits = re.sub(r"[^\d]", "", written)
    behind = -1 if "-" in written else 1
    return timezone(behind * timedelta(hours=int(digits[:2] or 0), minutes=int(digits[2:] or 0)))


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _mend(markup: str) -> str:
    """What an XML parser takes: every character of the text kept in its place."""
    parts = _CDATA.split(_DOCTYPE.sub("", _FORBIDDEN.sub(" ", markup)))
    parts[::2] = [_BARE_LESS.sub("&lt;", _AMPERSAND.sub(_mend_reference, part)) for part in parts[::2]]
    return "".join(parts)


def _mend_reference(found: re.Match[str]) -> str:
    """A reference as XML knows it; what is none becomes plain characters."""
    name = found[1]
    if name in _XML_NAMES:
        return found[0]
    meant = html.unescape(found[0]) if name else found[0]
    is_one = len(meant) <= 2 and not _FORBIDDEN.search(meant)  # two: a few of HTML's names are pairs
    return escape(meant if is_one else found[0])


class _Collector:
    """What XMLParser tells it: characters, and where elements stand among them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._marked: list[Marked] = []
        self._texts: list[tuple[int, int]] = []
        self._dct: tuple[int, int] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._open.append((tag, self._length, attributes))

    def data(self, characters: str) -> None:
        self._parts.append(characters)
        self._length += len(characters)

    def end(self, tag: str) -> None:
        _, start, attributes = self._open.pop()
        if tag == "TIMEX3":
            self._marked.append((start, self._length, attributes))
        elif tag == "TEXT":
            self._texts.append((start, self._length))
        elif tag == "DCT":
            self._dct = (start, self._length)

    def close(self) -> None:
        """Told at the end of the file; `article` has what there was."""

    def article(self, name: str) -> Article:
        everything = "".join(self._parts)
        begin, stop = min(self._texts, default=(0, self._length))
        inside = [marked for marked in self._marked if begin <= marked[0] and marked[1] <= stop]
        own = next((marked for marked in inside if self._is_own_day(marked)), (begin, begin, {}))
        timexes = sorted(_scored(everything, begin, [marked for marked in inside if not self._is_own_day(marked)]))
        return Article(
            name, self._published(), everything[begin:stop], tuple(timexes), (own[0] - begin, own[1] - begin)
        )

    def _is_own_day(self, marked: Marked) -> bool:
        start, end, attributes = marked
        if self._dct is None:
            return attributes.get("functionInDocument") == "CREATION_TIME"
        return self._dct[0] <= start and end <= self._dct[1]

    def _published(self) -> str:
        told = {marked[2].get("functionInDocument", ""): marked[2].get("value", "") for marked in self._marked}
        return told.get("CREATION_TIME") or told.get("PUBLICATION_TIME") or ""


def _scored(everything: str, begin: int, marked: list[Marked]) -> Iterator[Timex]:
    """The text's expressions, without blanks at their ends and without empty ones."""
    for place in marked:
        start, end = trimmed(everything, place[0], place[1])
        if start < end:
            value, timex_type = place[2].get("value", ""), place[2].get("type", "")
            yield Timex(start - begin, end - begin, value, timex_type, shape_of(value, timex_type))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
