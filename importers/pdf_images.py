"""The worker that draws pages of a PDF file: a process of its own that can be killed (`python -m importers.pdf_images`).

What is in fields of a form and in notes on the page is drawn as it was left; scripts, links and enclosed files are not looked at.
"""

import ctypes
import sys
from collections.abc import Mapping
from contextlib import closing, suppress
from typing import Any

import pypdfium2
from pypdfium2 import raw

from importers.page_channel import MAX_PAGES, PageImage, Pages, PageSize, PageWish, Rectangle, fitted, serve
from importers.pdf_words import PageWords
from importers.worker import MEMORY_EXIT, limit_memory
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

_ENCRYPTED = frozenset({raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY})
_FLAGS = raw.FPDF_ANNOT | raw.FPDF_RENDER_LIMITEDIMAGECACHE
_WHITE = 0xFFFFFFFF


class PdfPages:
    """An opened PDF file. Raises UserFacingError IMPORT_UNREADABLE."""

    def __init__(self, data: bytearray) -> None:
        try:
            # In place: PDFium reads from the buffer as long as the document is open.
            self._document = pypdfium2.PdfDocument((ctypes.c_char * len(data)).from_buffer(data))
        except pypdfium2.PdfiumError as error:
            fault = ImportFault.ENCRYPTED if error.err_code in _ENCRYPTED else ImportFault.MALFORMED
            raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=fault) from error
        # Before the first page, or what is in the fields of a form is not drawn.
        with suppress(pypdfium2.PdfiumError):
            self._document.init_forms()

    def sizes(self) -> list[PageSize]:
        return [self._size(number) for number in range(min(len(self._document), MAX_PAGES))]

    def _size(self, index: int) -> PageSize:
        """The size of a page as it is shown; none (0 × 0) where the page cannot be read."""
        size = raw.FS_SIZEF()
        known = raw.FPDF_GetPageSizeByIndexF(self._document.raw, index, size)
        return PageSize(size.width, size.height) if known else PageSize(0, 0)

    def draw(self, wish: PageWish) -> PageImage:
        try:
            with closing(self._document[wish.page - 1]) as page:
                width, height = fitted(PageSize(max(page.get_width(), 1), max(page.get_height(), 1)), wish.width)
                pixels = _drawn(page, width, height)
                return PageImage(width, height, pixels, _marks(page, wish) if wish.quotes else {})
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.MALFORMED) from error


def _drawn(page: Any, width: int, height: int) -> bytes:
    with closing(pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)) as bitmap:
        raw.FPDFBitmap_FillRect(bitmap.raw, 0, 0, width, height, _WHITE)
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, _FLAGS)
        if page.formenv:
            raw.FPDF_FFLDraw(page.formenv.raw, bitmap.raw, page.raw, 0, 0, width, height, 0, _FLAGS)
        return bytes(bitmap.buffer)


def _marks(page: Any, wish: PageWish) -> Mapping[int, tuple[Rectangle, ...]]:
    with closing(page.get_textpage()) as letters:
        words = PageWords(letters)
        found = {quote.citation_id: place for quote in wish.quotes if (place := words.find(quote))}
        placed = {citation_id: words.rectangles(page, *place) for citation_id, place in found.items()}
    return {citation_id: rectangles for citation_id, rectangles in placed.items() if rectangles}


def open_pdf(data: bytearray) -> Pages:
    """The pages of a PDF file."""
    return PdfPages(data)


if __name__ == "__main__":
    limit_memory()
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer, open_pdf)
    except MemoryError:
        sys.exit(MEMORY_EXIT)
