"""A drawing as the bytes of a file: the same drawing gives the same bytes, and nothing in them tells of the machine."""

import html
import math
import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

Draw = Callable[[QPainter], None]
"""Draws in px at 100 %, from (0, 0)."""

Tick = Callable[[int, int], None]

DPI = 96
MOST_PIXELS = 150_000_000
"""Of a PNG: 600 MB while it is drawn."""
_POINTS_A_PX = 72 / DPI
_LONGEST_PAGE = 14_400.0
"""Points: what PDF 1.4 allows a page (appendix C); a longer sheet is drawn smaller."""
_PER_METRE = 1000 / 25.4
# The reader's machine may have neither font: the next best ones, fitted to the width that was measured here.
_FALLBACKS = {
    "Inter": "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
    "Source Serif 4": "'Source Serif 4', Georgia, 'Times New Roman', serif",
}
_TEXT = re.compile(
    r'(<text\b[^>]*?) font-family="([^"]*)" font-size="([^"]*)" font-weight="([^"]*)"([^>]*)>([^<]*)</text>'
)
_FAMILY = re.compile(r'font-family="([^"]*)"')
# What QPdfWriter says of itself and of the time; replaced at the same length, so that every offset stays true.
_TELLTALES = re.compile(rb"/(?:CreationDate|ModDate|Producer|Creator) \((?:\\.|[^()\\])*\)")
_FILE_IDS = re.compile(rb"(?<=<)[0-9A-Fa-f]{32,}(?=>)")
_XMP = (
    b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta><?xpacket end='r'?>"
)


def write_svg(draw: Draw, size: QSize, title: str, words: str) -> bytes:
    """An SVG 1.1 file whose texts stay texts; `words` describes it to who cannot see it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription(words)
    painter = QPainter(generator)
    draw(painter)
    painter.end()
    text = bytes(buffer.data().data()).decode("utf-8")
    return _FAMILY.sub(_with_fallback, _TEXT.sub(_with_width, text)).encode("utf-8")


def write_png(draw: Draw, size: QSize, dpi: int, *, ground: QColor) -> bytes:
    """A PNG at `dpi` (96 = 100 %). Raises ValueError where it would have more than MOST_PIXELS."""
    scale = dpi / DPI
    wide, high = round(size.width() * scale), round(size.height() * scale)
    if wide * high > MOST_PIXELS:
        raise ValueError("too many pixels")
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(ground)
    image.setDotsPerMeterX(round(dpi * _PER_METRE))
    image.setDotsPerMeterY(round(dpi * _PER_METRE))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    draw(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the format only as bytes
    return bytes(data.data())


def fitting_dpi(size: QSize, wanted: int) -> int:
    """The resolution, or the finest one below it at which a PNG has no more than MOST_PIXELS."""
    finest = DPI * math.sqrt(MOST_PIXELS / max(1, size.width() * size.height()))
    return max(1, min(wanted, math.floor(finest * 0.999)))  # sides are rounded to whole pixels


def write_pdf(pages: Sequence[Draw], size: QSize, title: str, tick: Tick | None = None) -> bytes:
    """A PDF 1.4 of pages of one size, at most 200 inches long, with the fonts in it.

    `tick` is told how many pages are drawn, and may raise.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setDocumentXmpMetadata(QByteArray(_XMP))
    shrink = min(1.0, _LONGEST_PAGE / (max(size.width(), size.height()) * _POINTS_A_PX))
    page = QSizeF(size.width(), size.height()) * _POINTS_A_PX * shrink
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for number, draw in enumerate(pages):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(shrink, shrink)
        draw(painter)
        painter.restore()
        if tick is not None:
            try:
                tick(number + 1, len(pages))
            except BaseException:
                painter.end()  # a painter may not outlive what it paints on
                raise
    painter.end()
    return _without_telltales(bytes(data.data()))


def _without_telltales(pdf: bytes) -> bytes:
    blank = _TELLTALES.sub(_spaces, pdf)
    head, trailer = blank[: blank.rindex(b"trailer")], blank[blank.rindex(b"trailer") :]
    return head + _FILE_IDS.sub(_zeros, trailer)


def _spaces(found: re.Match[bytes]) -> bytes:
    return b" " * len(found[0])


def _zeros(found: re.Match[bytes]) -> bytes:
    return b"0" * len(found[0])


def _with_width(found: re.Match[str]) -> str:
    head, family, size, weight, rest, content = found.groups()
    font = QFont(family)
    font.setPixelSize(round(float(size)))
    font.setWeight(QFont.Weight(int(weight)))
    width = QFontMetricsF(font).horizontalAdvance(html.unescape(content))
    fitted = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if content.strip() else ""
    return f'{head} font-family="{family}" font-size="{size}" font-weight="{weight}"{rest}{fitted}>{content}</text>'


def _with_fallback(found: re.Match[str]) -> str:
    first = found[1].partition(",")[0]  # Qt names all families of a font, without the marks that one with a digit needs
    return f'font-family="{_FALLBACKS.get(first, found[1])}"'
