"""E-mail (.eml, RFC 5322 and MIME) to sources: the message, and each file attached to it after it.

What a message points to is never fetched; pictures shown inside its HTML body are no sources of their own.
"""

import datetime as dt
import platform
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

from dates import UNDATED, DateError, UncertainDate
from importers.attachment_names import attachment_kind, typed_name
from importers.found import Doubt, Found, FoundSource
from importers.kinds import ImportKind
from importers.mail_body import read_body
from importers.mail_parts import header_text, is_damaged, parse_message, part_bytes, written_date, written_name
from importers.names import creators_of
from importers.plain_text import MAX_TITLE, read_any_file, stem_of, title_of
from importers.readers import reader_of
from importers.said import language_said
from models.drafts import MAX_CAPTURE_TEXT, CaptureDraft, CreatorDraft, SourceDraft
from models.enums import CaptureMethod, DoubtCode, ImportFault, ProblemCode, SourceType
from models.errors import UserFacingError

MEDIA_TYPE = "message/rfc822"
MAX_ATTACHMENTS = 200
MAX_ATTACHED_BYTES = 100 * 1024 * 1024
MAX_DEPTH = 3
MAX_SENDERS = 20
MAX_NAMED = 50
# Attachments after this are kept without their text: the worker's time is that of the whole message.
SECONDS_FOR_ATTACHMENTS = 6.0
_MAX_WORDING = 200
_HEADING = ("From", "To", "Cc", "Date", "Subject")
_WITH_SECONDS = re.compile(r"\d:\d\d:\d\d")


def read_mail(
    data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate = UNDATED, media_type: str = MEDIA_TYPE
) -> Found:
    """The message first, then its attachments, those of an attached message after that one.

    `published` is the message's; an attachment is dated by what it says itself. Raises UserFacingError IMPORT_UNREADABLE
    malformed where the bytes are no message.
    """
    reading = _Reading(method, MAX_ATTACHMENTS, MAX_ATTACHED_BYTES, time.monotonic() + SECONDS_FOR_ATTACHMENTS)
    sources = reading.read_message(_File(data, name, media_type), published)
    if reading.left_out:
        reading.doubts.append(Doubt(DoubtCode.LEFT_OUT, value=str(reading.left_out)))
    return Found(sources=tuple(sources), doubts=tuple(dict.fromkeys(reading.doubts)))


@dataclass(frozen=True, slots=True)
class _File:
    """A message or an attachment. `attached_to` is the title of the message that carries it, `depth` how deep it lies."""

    data: bytes
    name: str
    media_type: str
    attached_to: str = ""
    depth: int = 0

    @property
    def part(self) -> str:
        """How a doubt names it: the file that is imported goes without saying."""
        return self.name if self.depth else ""


@dataclass(slots=True)
class _Reading:
    """One import: what may still be brought along, by the message and by all the messages inside it."""

    method: CaptureMethod
    attachments: int
    size: int
    until: float
    left_out: int = 0
    doubts: list[Doubt] = field(default_factory=list)

    def read_message(self, file: _File, published: UncertainDate = UNDATED) -> list[FoundSource]:
        """A message and what is attached to it."""
        parsed = parse_message(file.data)
        message, body = parsed.message, read_body(parsed.message)
        text = "\n\n".join(filter(None, (_heading(message), body.text)))
        is_cut = parsed.is_cut or body.is_cut or len(text) > MAX_CAPTURE_TEXT
        self._doubt(DoubtCode.TEXT_CUT, file, applies=is_cut)
        self._doubt(DoubtCode.DAMAGED, file, applies=parsed.is_damaged or body.is_damaged)
        self._doubt(DoubtCode.GUESSED_ENCODING, file, body.encoding, applies=bool(body.encoding))
        named = [
            (part, *typed_name(written_name(part), part.get_content_type(), number))
            for number, part in enumerate(body.attachments, 1)
        ]
        draft = SourceDraft(
            type=SourceType.PERSONAL_COMMUNICATION,
            title=_title(message, body.text, file),
            creators=_senders(message),
            published=published if published != UNDATED else self._sent(message, file),
            language=_language(message),
            note=_note(file.attached_to, [name for _part, name, _media_type in named]),
        )
        capture = CaptureDraft(
            data=file.data,
            media_type=file.media_type,
            original_name=file.name,
            method=self.method,
            text=text[:MAX_CAPTURE_TEXT],
            extractor=f"email {platform.python_version()}",
        )
        sources = [FoundSource(draft, capture)]
        for part, name, media_type in named:
            sources += self._read_attachment(part, _File(b"", name, media_type, draft.title, file.depth + 1))
        return sources

    def _read_attachment(self, part: Message, file: _File) -> list[FoundSource]:
        if self.attachments == 0:
            self.left_out += 1
            return []
        data = part_bytes(part)
        if len(data) > self.size:
            self.left_out += 1
            return []
        self.attachments -= 1
        self.size -= len(data)
        self._doubt(DoubtCode.DAMAGED, file, applies=is_damaged(part))
        return self._read_file(replace(file, data=data)) if data else []

    def _read_file(self, file: _File) -> list[FoundSource]:
        """The attachment with its text, where it is of a kind that can be read; without it, where it cannot."""
        kind = attachment_kind(file.name, file.media_type)
        try:
            if kind is ImportKind.MAIL and file.depth < MAX_DEPTH:
                return self.read_message(file)
            if kind not in (ImportKind.MAIL, ImportKind.OTHER) and time.monotonic() < self.until:
                found = reader_of(kind)(
                    file.data, name=file.name, method=self.method, published=UNDATED, media_type=file.media_type
                )
                self.doubts += [replace(doubt, part=file.part) for doubt in found.doubts]
                return [_attached(source, file, kind) for source in found.sources]
        except UserFacingError:  # encrypted, damaged, not what its name says: it is kept as it is
            pass
        self._doubt(DoubtCode.NO_TEXT, file, applies=kind is not ImportKind.OTHER)
        kept = read_any_file(file.data, name=file.name, method=self.method, media_type=file.media_type)
        return [_attached(source, file, kind) for source in kept.sources]

    def _sent(self, message: Message, file: _File) -> UncertainDate:
        """The moment of the Date header in the sender's zone; its wording alone where that says no moment."""
        wording = written_date(message)[:_MAX_WORDING]
        moment = getattr(message.get("Date"), "datetime", None)
        if not isinstance(moment, dt.datetime):
            self._doubt(DoubtCode.UNREADABLE_DATE, file, wording, applies=bool(wording))
            return UncertainDate("", wording)
        precision = "seconds" if _WITH_SECONDS.search(wording) else "minutes"
        written = moment.replace(tzinfo=None).isoformat(timespec=precision)
        if moment.tzinfo is None:  # RFC 5322: -0000 is UTC, told by a machine that does not know its zone
            return UncertainDate(f"{written}Z" if "-0000" in wording else written, wording)
        zone = moment.strftime("%z")
        try:
            return UncertainDate(written, wording, f"{zone[:3]}:{zone[3:5]}")
        except DateError:
            self._doubt(DoubtCode.UNREADABLE_ZONE, file, zone)
            return UncertainDate(written, wording)

    def _doubt(self, code: DoubtCode, file: _File, value: str = "", *, applies: bool = True) -> None:
        if applies:
            column = "date" if code is DoubtCode.UNREADABLE_DATE else ""
            self.doubts.append(Doubt(code, column=column, value=value, part=file.part))


def _heading(message: Message) -> str:
    """The header lines that a reader of the message sees."""
    values = {name: header_text(message, name) for name in _HEADING} | {"Date": written_date(message)}
    return "\n".join(f"{name}: {value}" for name, value in values.items() if value)


def _title(message: Message, text: str, file: _File) -> str:
    subject = header_text(message, "Subject")
    if len(subject) > MAX_TITLE:
        subject = subject[:MAX_TITLE].rsplit(" ", 1)[0] + "…"
    title = subject or title_of(text) or stem_of(file.name) or header_text(message, "From")
    if not title:
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.EMPTY)
    return title


def _senders(message: Message) -> tuple[CreatorDraft, ...]:
    """Who the message says it is from: names, or addresses where it gives no names."""
    addresses = getattr(message.get("From"), "addresses", ())[:MAX_SENDERS]
    names = [(address.display_name, address.addr_spec) for address in addresses]
    if not names and (written := header_text(message, "From")):
        names = [(written[:MAX_TITLE], "")]
    made = (creators_of(name) or _nameless(address) for name, address in names)
    return tuple(dict.fromkeys(creator for creators in made for creator in creators))


def _nameless(address: str) -> tuple[CreatorDraft, ...]:
    return (CreatorDraft(literal=address[:MAX_TITLE]),) if any(map(str.isalnum, address)) else ()


def _language(message: Message) -> str:
    return language_said(header_text(message, "Content-Language"))


def _note(attached_to: str, attachments: Sequence[str] = ()) -> str:
    """What belongs together, on both sides: the project has no link between sources."""
    carried = f"Attached to “{attached_to}”" if attached_to else ""
    more = "; …" if len(attachments) > MAX_NAMED else ""
    carries = f"Attachments: {'; '.join(attachments[:MAX_NAMED])}{more}" if attachments else ""
    return "\n".join(filter(None, (carried, carries)))


def _attached(source: FoundSource, file: _File, kind: ImportKind) -> FoundSource:
    """The source of an attachment, its message in the note."""
    note = "\n".join(filter(None, (_note(file.attached_to), source.draft.note)))
    is_text = kind in (ImportKind.TEXT, ImportKind.MARKDOWN, ImportKind.INCIDENT_TABLE)
    changed = {"note": note, **({"type": SourceType.DOCUMENT} if is_text else {})}
    return FoundSource(source.draft.model_copy(update=changed), source.capture)
