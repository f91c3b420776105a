"""MHTML, a page and its files in one MIME message (RFC 2557): the page alone is taken out of it."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value

MAX_HEADER = 64 * 1024
MAX_PARTS = 2_000
MAX_DEPTH = 4
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The bytes of a page, the charset that its envelope names, and the address it was saved from ("" where not said)."""

    data: bytes
    charset: str = ""
    address: str = ""
    media_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class _Part:
    headers: Message
    body: bytes


def open_archive(data: bytes) -> SavedPage | None:
    """The root page of an archive, None where there is none. What is no MIME message at all counts as the page itself."""
    if not _HEADER.match(data.lstrip()[:MAX_HEADER]):
        return SavedPage(data)
    whole = _split_header(data.lstrip())
    if whole.headers.get_content_maintype() != "multipart":
        return _as_page(whole, whole) if whole.headers.get_content_type() in _PAGE_TYPES else None
    parts = [part for part in _leaves(whole, MAX_DEPTH) if part.headers.get_content_type() in _PAGE_TYPES]
    root = _param(whole.headers, "start").strip("<> ")
    chosen = next((part for part in parts if root and str(part.headers["content-id"]).strip("<> ") == root), None)
    return _as_page(chosen or parts[0], whole) if parts else None


def _leaves(part: _Part, depth: int) -> Iterator[_Part]:
    """Every part that is no container, in the archive's order; containers nested deeper than `depth` are passed over."""
    if part.headers.get_content_maintype() != "multipart":
        yield part
    elif depth:
        for inner in _split_parts(part):
            yield from _leaves(inner, depth - 1)


def _split_parts(part: _Part) -> Iterator[_Part]:
    boundary = _param(part.headers, "boundary").encode("utf-8", "replace")
    if not boundary:
        return
    mark = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|$)")
    start = -1
    for count, found in enumerate(mark.finditer(part.body)):
        if start >= 0:
            yield _split_header(part.body[start : found.start()])
        start = found.end()
        if found[1] or count >= MAX_PARTS:
            return
    if start >= 0:  # cut short: what there is of the last part
        yield _split_header(part.body[start:])


def _split_header(data: bytes) -> _Part:
    if data[:1] in (b"\r", b"\n"):
        return _Part(Message(), data.lstrip(b"\r\n"))
    end = _HEADER_END.search(data, 0, MAX_HEADER)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data[:MAX_HEADER], b"")
    return _Part(BytesHeaderParser().parsebytes(head), body)


def _as_page(part: _Part, whole: _Part) -> SavedPage:
    address = part.headers["content-location"] or whole.headers["snapshot-content-location"] or ""
    charset = _param(part.headers, "charset")
    return SavedPage(_decoded(part), charset, "".join(str(address).split()), part.headers.get_content_type())


def _decoded(part: _Part) -> bytes:
    encoding = str(part.headers["content-transfer-encoding"] or "").strip().lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if encoding == "base64":
        clean = _NOT_BASE64.sub(b"", part.body)
        return binascii.a2b_base64(clean[: len(clean) - (len(clean) % 4 == 1)] + b"==")
    return part.body


def _param(headers: Message, name: str) -> str:
    value = headers.get_param(name)
    return collapse_rfc2231_value(value).strip() if isinstance(value, (str, tuple)) else ""
