"""What a file is, by its name."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath


class ImportKind(StrEnum):
    """Which importer reads a file."""

    INCIDENT_TABLE = "incident-table"
    TEXT = "text"
    MARKDOWN = "markdown"
    WEB_PAGE = "web-page"
    PDF = "pdf"
    WORD = "word"
    OPEN_TEXT = "open-text"
    MAIL = "mail"
    OTHER = "other"


_TABLES: Mapping[str, str] = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
_TEXTS: Mapping[str, str] = {".txt": "text/plain", ".text": "text/plain", ".log": "text/plain"}
_PAGES: Mapping[str, str] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
}
_OTHERS: Mapping[str, str] = {
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".json": "application/json",
    ".xml": "application/xml",
    ".zip": "application/zip",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".webp": "image/webp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".m4a": "audio/mp4",
    ".mp4": "video/mp4",
    ".mov": "video/quicktime",
    ".webm": "video/webm",
}
UNKNOWN_MEDIA_TYPE = "application/octet-stream"
PDF_MEDIA_TYPE = "application/pdf"
PICTURE_MEDIA_TYPES = frozenset({"image/bmp", "image/gif", "image/jpeg", "image/png", "image/tiff", "image/webp"})
_KINDS: Mapping[ImportKind, Mapping[str, str]] = {
    ImportKind.INCIDENT_TABLE: _TABLES,
    ImportKind.TEXT: {**_TEXTS, "": "text/plain"},
    ImportKind.MARKDOWN: {".md": "text/markdown", ".markdown": "text/markdown"},
    ImportKind.WEB_PAGE: _PAGES,
    ImportKind.PDF: {".pdf": PDF_MEDIA_TYPE},
    ImportKind.WORD: {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    ImportKind.OPEN_TEXT: {".odt": "application/vnd.oasis.opendocument.text"},
    ImportKind.MAIL: {".eml": "message/rfc822"},
    ImportKind.OTHER: _OTHERS,
}


def kind_of(name: str) -> ImportKind:
    """The kind by the suffix; a name without one counts as a text, any unknown one is kept as it is."""
    suffix = PurePath(name).suffix.lower()
    return next((kind for kind, suffixes in _KINDS.items() if suffix in suffixes), ImportKind.OTHER)


def media_type_of(name: str) -> str:
    """The IANA media type that a file's suffix stands for."""
    return _KINDS[kind_of(name)].get(PurePath(name).suffix.lower(), UNKNOWN_MEDIA_TYPE)


def suffix_of(media_type: str) -> str:
    """The first suffix that stands for a media type, "" for an unknown one."""
    known = ((suffix, named) for suffixes in _KINDS.values() for suffix, named in suffixes.items() if suffix)
    return next((suffix for suffix, named in known if named == media_type), "")
