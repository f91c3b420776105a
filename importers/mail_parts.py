"""A message taken apart by the standard library, which is kept from what hostile messages do to it.

The parser's recursion, its parts without number and its header reader (slow or failing on headers that are long or
nested) are bounded here. An attached message is not taken apart with the one that carries it, so that its bytes stay.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import errors
from email.message import EmailMessage, Message
from email.parser import BytesFeedParser
from email.policy import EmailPolicy, Policy
from email.utils import collapse_rfc2231_value

from importers.decoding import decode
from models.drafts import clean_text
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

MAX_PARTS = 1_000
MAX_HEADER = 8_000
_MAX_CONTENT_HEADER = 1_000
_CHUNK = 1 << 16
_KNOWN_HEADERS = ("from", "to", "subject", "date", "sender", "message-id", "received", "return-path")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_LINE_ENDS = re.compile(r"[\r\n]+[ \t]*")
# What Python would decode but no message is written in, and what takes time without bounds.
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
# Labelled so, but written in the wider set of Windows, as browsers know.
_WIDER = {"us-ascii": "utf-8", "ascii": "utf-8", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
_DAMAGE = (
    errors.CloseBoundaryNotFoundDefect,
    errors.InvalidBase64CharactersDefect,
    errors.InvalidBase64LengthDefect,
    errors.NoBoundaryInMultipartDefect,
    errors.StartBoundaryNotFoundDefect,
)
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


class CarefulPolicy(EmailPolicy):
    """The default policy, for headers that nobody has checked."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value; the value is cut where reading it would take long, bytes beyond ASCII are read."""
        name, value = super().header_source_parse(sourcelines)
        limit = _MAX_CONTENT_HEADER if name.lower().startswith("content-") else MAX_HEADER
        raw = _LINE_ENDS.sub(" ", value[:limit]).encode("ascii", errors="surrogateescape")
        try:
            read = raw.decode("utf-8")
        except UnicodeDecodeError:
            read = raw.decode("cp1252", errors="replace")
        return name, read + "…" * (len(value) > limit)

    def header_fetch_parse(self, name: str, value: str) -> str:
        """The value as an object that knows its parts, or the bare value where the library fails on it."""
        try:
            fetched: str = super().header_fetch_parse(name, value)
        except Exception:  # noqa: BLE001 - its reader raises errors of many types, IndexError and RecursionError among them
            return "".join(value.splitlines())
        return fetched


class Part(EmailMessage):
    """A message, or a part of one."""

    def get_content_type(self) -> str:
        """What the header says, read once: the parser asks often."""
        known = self.__dict__.get("_known_type")
        if known is None:
            known = self.__dict__["_known_type"] = super().get_content_type()
        return str(known)

    def set_default_type(self, ctype: str) -> None:
        """What the part is where no header says it: the parts of a digest are messages."""
        super().set_default_type(ctype)
        self.__dict__.pop("_known_type", None)

    def get_content_maintype(self) -> str:
        """The first half of the type; no attached message is taken apart with the one that carries it."""
        main = self.get_content_type().partition("/")[0]
        return "application" if main == "message" else main


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message taken apart. `is_cut` where some of it was left out, `is_damaged` where its structure is broken."""

    message: Message
    is_cut: bool = False
    is_damaged: bool = False


class _Maker:
    """Makes the parts that the parser asks for, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, policy: Policy) -> Message:
        self.count += 1
        return Part(policy=policy)


def parse_message(data: bytes) -> Parsed:
    """Take a message apart. Raises UserFacingError IMPORT_UNREADABLE malformed where it has none of the usual headers."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    try:
        parsed = _parse(data)
    except RecursionError:
        parsed = Parsed(_heading(data), is_cut=True)
    if not any(name in parsed.message for name in _KNOWN_HEADERS):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.MALFORMED)
    return parsed


def _parse(data: bytes) -> Parsed:
    make = _Maker()
    parser = BytesFeedParser(policy=CarefulPolicy(message_factory=make))
    fed = 0
    while fed < len(data) and make.count <= MAX_PARTS:
        parser.feed(data[fed : fed + _CHUNK])
        fed += _CHUNK
    message = parser.close()
    is_cut = fed < len(data)
    return Parsed(message, is_cut=is_cut, is_damaged=not is_cut and any(map(is_damaged, message.walk())))


def _heading(data: bytes) -> Message:
    """The message without its body."""
    parser = BytesFeedParser(policy=CarefulPolicy(message_factory=_Maker()))
    parser.feed(re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0])
    heading = parser.close()
    heading.set_payload("")
    return heading


def parts_of(part: Message) -> Iterator[Message]:
    """The parts of a multipart, none of anything else."""
    payload = part.get_payload() if part.is_multipart() else []
    yield from (inner for inner in payload if isinstance(inner, Message))


def part_bytes(part: Message) -> bytes:
    """The decoded bytes of a part that has no parts; `is_damaged` knows afterwards whether they are whole."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):  # a transfer encoding that breaks its decoder
        payload = None
    return payload if isinstance(payload, bytes) else b""


def is_damaged(part: Message) -> bool:
    """Whether the library met what cannot be whole."""
    return any(isinstance(defect, _DAMAGE) for defect in part.defects)


def part_text(part: Message) -> tuple[str, str]:
    """The text of a part that has no parts, and the encoding where it was a guess.

    Raises UserFacingError IMPORT_UNREADABLE where the bytes are no text.
    """
    data = part_bytes(part)
    named = _parameter(part, "charset") or _named_inside(data)
    charset = _WIDER.get(named.lower(), named.lower())
    if charset and charset.replace("-", "_") not in _NO_CHARSETS:
        try:
            return data.decode(charset), ""
        except (LookupError, UnicodeError, ValueError):  # unknown, or not in the encoding that it names
            pass
    decoded = decode(data)
    return decoded.text, decoded.encoding if decoded.guessed else ""


def is_flowed(part: Message) -> tuple[bool, bool]:
    """Whether its paragraphs are format=flowed, and with delsp=yes."""
    return _parameter(part, "format").lower() == "flowed", _parameter(part, "delsp").lower() == "yes"


def disposition_of(part: Message) -> str:
    """“attachment”, “inline” or "" where none is named."""
    return header_text(part, "content-disposition").partition(";")[0].strip().lower()


def written_name(part: Message) -> str:
    """The file name as the message gives it, unchecked; "" where it gives none."""
    return _parameter(part, "filename", "content-disposition") or _parameter(part, "name")


def header_text(part: Message, name: str) -> str:
    """A header as one line: whatever it encodes, it cannot begin another, nor turn the reading direction."""
    return _one_line(str(part.get(name, "")))


def written_date(part: Message) -> str:
    """The Date header in its own wording, which the library would normalise."""
    return _one_line(next((str(value) for name, value in part.raw_items() if name.lower() == "date"), ""))


def _one_line(value: str) -> str:
    return " ".join(_OVERRIDES.sub("", clean_text(value)).split())


def _parameter(part: Message, name: str, header: str = "content-type") -> str:
    try:
        value = part.get_param(name, "", header)
        return collapse_rfc2231_value(value).strip() if value else ""
    except (ValueError, LookupError, TypeError, AttributeError):  # a broken parameter counts as none
        return ""


def _named_inside(data: bytes) -> str:
    """The encoding that a page names in itself."""
    named = _CHARSET.search(data[:2048])
    return named.group(1).decode("ascii", errors="replace") if named else ""
