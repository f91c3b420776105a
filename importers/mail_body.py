"""Which parts of a message are its words and which are its attachments."""

import re
from dataclasses import dataclass, field
from email.message import Message

from importers.mail_markup import markup_words
from importers.mail_parts import (
    disposition_of,
    header_text,
    is_damaged,
    is_flowed,
    part_bytes,
    part_text,
    parts_of,
    written_name,
)
from importers.mail_text import plain_words
from models.errors import UserFacingError

MAX_DEPTH = 50
MAX_MARKUP = 5_000_000
# Parts that belong to the message itself: its signature, what a mail server reports.
_SIGNATURES = frozenset(
    {
        "application/pgp-signature",
        "application/pgp-encrypted",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }
)
_SHOWN = re.compile(rb"""\bcid:([^"'<>\s]{1,200})""")
_REPORTS = frozenset({"message/delivery-status", "message/disposition-notification"})


@dataclass(slots=True)
class Body:
    """The words of a message. `attachments` are yet to be decoded, `pages` its HTML bodies, `encoding` one that was guessed."""

    text: str = ""
    encoding: str = ""
    is_cut: bool = False
    is_damaged: bool = False
    attachments: list[Message] = field(default_factory=list)
    pages: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One text part of the body."""

    part: Message
    is_markup: bool


def read_body(message: Message) -> Body:
    """Take words and attachments out of a message."""
    body = Body()
    pieces = _gather(message, body, 0)
    words = [part for piece in pieces if (part := _words(piece, body))]
    body.text = "\n\n".join(words)
    shown = _shown_inside(body.pages)
    body.attachments = [part for part in body.attachments if not _is_shown(part, shown)]
    return body


def _gather(part: Message, body: Body, depth: int) -> list[_Piece]:
    """The pieces of text that a reader of the message sees, in their order. What is attached goes to `body`."""
    if depth > MAX_DEPTH:
        body.is_cut = True
        return []
    kind = part.get_content_type()
    inner = list(parts_of(part))
    if kind in _REPORTS:
        return []
    if not inner:
        return _leaf(part, kind, body)
    if kind == "multipart/alternative":
        return _best([_gather(choice, body, depth + 1) for choice in inner])
    if kind == "multipart/related":
        shown = [choice for choice in inner[1:] if not _is_inline(choice)]
        inner = [inner[0], *shown]
    return [piece for choice in inner for piece in _gather(choice, body, depth + 1)]


def _leaf(part: Message, kind: str, body: Body) -> list[_Piece]:
    is_words = kind in {"text/plain", "text/html"} or (kind.startswith("multipart/") and part.is_multipart() is False)
    named = written_name(part)
    if is_words and disposition_of(part) != "attachment" and not (named and disposition_of(part) == "inline"):
        body.pages += [part] if kind == "text/html" else []
        return [_Piece(part, kind == "text/html")]
    if kind not in _SIGNATURES and not kind.startswith("multipart/"):
        body.attachments.append(part)
    return []


def _is_inline(part: Message) -> bool:
    """Whether it belongs to the page it stands with: a picture that the page shows, not a file that was attached."""
    if part.is_multipart() or disposition_of(part) == "attachment":
        return False
    return part.get_content_maintype() == "image" or bool(header_text(part, "content-id"))


def _shown_inside(pages: list[Message]) -> set[bytes]:
    """The Content-IDs of the parts that the HTML bodies show (RFC 2392)."""
    return {found for page in pages[:MAX_DEPTH] for found in _SHOWN.findall(part_bytes(page)[:MAX_MARKUP])}


def _is_shown(part: Message, shown: set[bytes]) -> bool:
    """Whether it is a picture of an HTML body that some programs put beside it."""
    named = header_text(part, "content-id").strip("<>").encode()
    return named in shown and part.get_content_maintype() == "image" and disposition_of(part) != "attachment"


def _best(choices: list[list[_Piece]]) -> list[_Piece]:
    """Of the forms of one body the plain one, where it has words."""
    plain = (choice for choice in choices if choice and not any(piece.is_markup for piece in choice))
    for choice in plain:
        if any(part_bytes(piece.part).strip() for piece in choice):
            return choice
    return next((choice for choice in reversed(choices) if choice), [])


def _words(piece: _Piece, body: Body) -> str:
    try:
        text, guessed = part_text(piece.part)
    except UserFacingError:  # no text, whatever it calls itself: it stays in the message
        body.is_cut = True
        return ""
    body.encoding = body.encoding or guessed
    body.is_damaged = body.is_damaged or is_damaged(piece.part)
    if not piece.is_markup:
        flowed, joined = is_flowed(piece.part)
        return plain_words(text, flowed=flowed, joined=joined)
    words, is_cut = markup_words(text[:MAX_MARKUP])
    body.is_cut = body.is_cut or is_cut or len(text) > MAX_MARKUP
    return words
