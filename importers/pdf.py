"""A PDF file to a source: its pages as text, and what the file says of itself.

PDFium reads it (through pypdfium2). Two threads must never use that at once: it belongs to the import worker, which has
one. Scripts, forms, links and enclosed files are not looked at. The format: ISO 32000-2.
"""

import ctypes
import datetime as dt
import re
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pypdfium2
from pypdfium2 import raw

from dates import UNDATED, UncertainDate, format_date
from importers.found import Doubt, Found, FoundSource
from importers.names import creators_of
from importers.pdf_layout import Paragraph, goes_on, heading_of, mend_hyphens, paragraphs_of, text_of
from importers.pdf_page import lines_of
from importers.plain_text import stem_of, title_of
from importers.said import language_said, title_said
from models.drafts import CaptureDraft, SourceDraft, clean_text
from models.enums import CaptureMethod, DoubtCode, ImportFault, ProblemCode, SourceType
from models.errors import UserFacingError

# A form feed begins every page but the first; without a blank line before it the paragraph goes on over the end of the page.
PAGE_BREAK = "\n\n\f"
GOING_ON = "\n\f"
MAX_PAGES = 5_000
MAX_TEXT = 20_000_000
MAX_PAGE_TEXT = 1_000_000
# Less than the worker is given, so that a long file ends with the pages that were read and not with none.
BASE_SECONDS = 10.0
BYTES_PER_SECOND = 1_000_000
_MAX_SAID = 10_000
_ENCRYPTED = frozenset({raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY})
_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_FIRST_YEAR = 1993  # before it there were no PDF files


@dataclass(slots=True)
class _Pages:
    """What the pages gave, a text for each; numbers count from 1.

    `last`: the paragraph that the last page ends with; `going_on`: the pages that begin within a paragraph.
    """

    texts: list[str] = field(default_factory=list)
    last: Paragraph | None = None
    going_on: set[int] = field(default_factory=set)
    heading: str = ""
    unreadable: list[int] = field(default_factory=list)
    textless: list[int] = field(default_factory=list)
    is_cut: bool = False


def read_pdf(
    data: bytes, *, name: str, method: CaptureMethod, media_type: str, published: UncertainDate = UNDATED
) -> Found:
    """One source. Its day of publication is never the day the file was made; that becomes a doubt to look at.

    Raises UserFacingError IMPORT_UNREADABLE for a file that asks for a password or none of whose pages can be read.
    """
    with _opened(data, name) as document:
        pages = _read_pages(document, BASE_SECONDS + len(data) / BYTES_PER_SECOND)
        number = len(document)
        title, author, made = (_said(document, key) for key in ("Title", "Author", "CreationDate"))
        language = _language(document)
    if len(pages.unreadable) == len(pages.texts):
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=ImportFault.MALFORMED)
    text = _whole_text(pages)
    draft = SourceDraft(
        type=SourceType.DOCUMENT,
        title=title_said(title) or pages.heading or title_of(text[:100_000]) or stem_of(name) or name,
        creators=creators_of(author),
        published=published,
        language=language,
        fields={"number-of-pages": str(number)},
    )
    extractor = f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}"
    capture = CaptureDraft(
        data=data, media_type=media_type, original_name=name, method=method, text=text, extractor=extractor
    )
    doubts = (*_doubts_about(pages), *(() if published != UNDATED else _doubts_about_day(made)))
    return Found(sources=(FoundSource(draft, capture),), doubts=doubts)


def _opened(data: bytes, name: str) -> "closing[Any]":
    try:
        return closing(pypdfium2.PdfDocument(data))
    except pypdfium2.PdfiumError as error:
        reason = ImportFault.ENCRYPTED if error.err_code in _ENCRYPTED else ImportFault.MALFORMED
        raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, file=name, reason=reason) from error


def _read_pages(document: Any, seconds: float) -> _Pages:
    """The text of every page, until there is too much of it or it takes too long."""
    pages = _Pages()
    total, end = 0, time.monotonic() + seconds
    for number in range(1, len(document) + 1):
        if pages.texts and (number > MAX_PAGES or total > MAX_TEXT or time.monotonic() > end):
            pages.is_cut = True
            break
        pages.texts.append(_read_page(document, number, pages))
        total += len(pages.texts[-1])
    return pages


def _whole_text(pages: _Pages) -> str:
    if not any(pages.texts):
        return ""
    first, *others = mend_hyphens(pages.texts)
    return first + "".join(
        (GOING_ON if number in pages.going_on else PAGE_BREAK) + text for number, text in enumerate(others, 2)
    )


def _read_page(document: Any, number: int, pages: _Pages) -> str:
    """The text of a page, "" where it has none; what is wrong with it goes into `pages`."""
    try:
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as letters:
            count = letters.count_chars()
            lines = list(lines_of(letters, min(count, MAX_PAGE_TEXT)))
            is_blank = raw.FPDFPage_CountObjects(page.raw) <= 0
    except pypdfium2.PdfiumError:
        pages.unreadable.append(number)
        pages.last = None
        return ""
    pages.is_cut = pages.is_cut or count > MAX_PAGE_TEXT
    if not lines and not is_blank:
        pages.textless.append(number)
    paragraphs = paragraphs_of(lines)
    if number == 1:
        pages.heading = heading_of(paragraphs)
    if pages.last and paragraphs and goes_on(pages.last, paragraphs[0]):
        pages.going_on.add(number)
    pages.last = paragraphs[-1] if paragraphs else None
    return text_of(paragraphs)


def _said(document: Any, key: str) -> str:
    """What the file says of itself under `key` (ISO 32000-2, table 349), cut where it is longer than any sense."""
    return _wide_text(raw.FPDF_GetMetaText, document, key.encode("ascii"))


def _language(document: Any) -> str:
    """The language of the whole document as a BCP 47 tag, "" where it says none."""
    return language_said(_wide_text(raw.FPDFCatalog_GetLanguage, document))


def _wide_text(ask: Any, document: Any, *question: bytes) -> str:
    """An answer of PDFium's in UTF-16, which is asked for its size in bytes first."""
    size = ask(document.raw, *question, None, 0)
    if size <= 0:
        return ""
    buffer = (ctypes.c_ushort * ((size + 1) // 2))()
    ask(document.raw, *question, buffer, size)
    said = bytes(memoryview(buffer)[:_MAX_SAID]).decode("utf-16-le", "ignore")
    return " ".join(clean_text(said).split())


def _doubts_about(pages: _Pages) -> list[Doubt]:
    doubts = []
    if pages.unreadable:
        doubts.append(Doubt(DoubtCode.UNREADABLE_PAGES, value=_numbers(pages.unreadable)))
    if not any(pages.texts):
        doubts.append(Doubt(DoubtCode.NO_TEXT))
    elif pages.textless:
        doubts.append(Doubt(DoubtCode.TEXTLESS_PAGES, value=_numbers(pages.textless)))
    if pages.is_cut:
        doubts.append(Doubt(DoubtCode.TEXT_CUT))
    return doubts


def _doubts_about_day(made: str) -> list[Doubt]:
    """The day that the file was made, as a hint for whoever dates the source. `made` is like “D:20240123101500Z”."""
    found = _DAY.match(made)
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return []
    tomorrow = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)
    if not day or day.year < _FIRST_YEAR or day > tomorrow:
        return []
    return [Doubt(DoubtCode.DAY_OF_FILE, value=format_date(UncertainDate(day.isoformat())))]


def _numbers(pages: Sequence[int]) -> str:
    """“2, 5–7”; a long list is cut."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), lambda at: at[1] - at[0])]
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:10]]
    return ", ".join([*shown, "…"] if len(runs) > len(shown) else shown)
