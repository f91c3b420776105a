"""What a file is, by its name."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath


class ImportKind(StrEnum):
    """Which importer reads a file."""

    INCIDENT_TABLE = "incident-table"
    TEXT = "text"
    OTHER = "other"


_TABLES: Mapping[str, str] = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
_TEXTS: Mapping[str, str] = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".log": "text/plain"}
_OTHERS: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".mhtml": "multipart/related",
    ".eml": "message/rfc822",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
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


def kind_of(name: str) -> ImportKind:
    """Tables and texts are read; any other file is kept as it is. A name without a suffix counts as a text."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _TABLES:
        return ImportKind.INCIDENT_TABLE
    return ImportKind.TEXT if suffix in _TEXTS or not suffix else ImportKind.OTHER


def media_type_of(name: str) -> str:
    """The IANA media type that a file's suffix stands for."""
    suffix = PurePath(name).suffix.lower()
    return {"": "text/plain", **_TABLES, **_TEXTS, **_OTHERS}.get(suffix, UNKNOWN_MEDIA_TYPE)
