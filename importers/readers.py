"""Which function reads a file of a kind."""

import pkgutil
from collections.abc import Mapping
from typing import Protocol, cast

from dates import UncertainDate
from importers.found import Found
from importers.kinds import ImportKind
from importers.plain_text import read_any_file, read_plain_text
from models.enums import CaptureMethod

# Imported only for a file of their kind: their libraries take longer to load than a table or a text to read. A kind that
# stands neither here nor in `reader_of` is kept as it is.
LATE_READERS: Mapping[ImportKind, str] = {
    ImportKind.MAIL: "importers.mail:read_mail",
    ImportKind.MARKDOWN: "importers.markdown:read_markdown_file",
    ImportKind.PDF: "importers.pdf:read_pdf",
    ImportKind.OPEN_TEXT: "importers.open_text:read_open_text",
    ImportKind.WEB_PAGE: "importers.web_page:read_web_page",
    ImportKind.WORD: "importers.word:read_word",
}


class Reader(Protocol):
    """Reads one file as sources."""

    def __call__(
        self, data: bytes, *, name: str, method: CaptureMethod, published: UncertainDate, media_type: str
    ) -> Found: ...


def reader_of(kind: ImportKind) -> Reader:
    """The reader of sources for files of `kind`; a table counts as text."""
    if kind in (ImportKind.TEXT, ImportKind.INCIDENT_TABLE):
        return read_plain_text
    late = LATE_READERS.get(kind)
    return cast("Reader", pkgutil.resolve_name(late)) if late else read_any_file
