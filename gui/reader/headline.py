"""What stands above a text: where and when it was published, and its title."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from dates import format_date
from gui.fields.prose_layout import ProseLook
from gui.fonts import Role, font
from gui.texts import source_type_text
from gui.texts.sources import one_line
from gui.theme import Theme
from models.snapshots import SourceRow

TITLE_SIZE, TITLE_LINE = 29, 36
_ABOVE, _KICKER, _BELOW_KICKER, _BELOW = 31, 16, 10, 16
_MAX_TITLE = 300
# "Gate opened | The Harbour Post": the site's name is not in the article's own headline.
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—-]+\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """`title` is "" where the text itself begins with it."""

    kicker: str
    title: str


def kicker_text(row: SourceRow) -> str:
    """ "OAN · 23 January 2024"; the type of the source where nobody knows whose it is."""
    holder = one_line(row.container_title or row.publisher or row.creators or source_type_text(row.type), 120)
    published = format_date(row.published) if row.published.edtf else ""
    return " · ".join(part for part in (holder, published) if part)


def is_title(line: str, title: str) -> bool:
    """Whether a line of a text is the title of its source."""
    wanted, found = _folded(title), _folded(line)
    return bool(found) and found in {wanted, _folded(_SITE.sub("", title))}


def _folded(text: str) -> str:
    return " ".join(text[: 4 * _MAX_TITLE].split()).casefold().strip(" .\f")


def title_font(scale: float) -> QFont:
    made = font(Role.ARTICLE_TITLE)
    made.setPixelSize(round(TITLE_SIZE * scale))
    return made


class HeadBlock:
    """The head laid out in a column; `height` is all the room that it takes."""

    def __init__(self, head: Head, width: int, look: ProseLook) -> None:
        self._kicker = head.kicker
        self._pitch = look.title_line
        self._width = width
        self._layout = QTextLayout(one_line(head.title, _MAX_TITLE))
        title_height = self._lay_out(look.title or QFont()) + _BELOW if head.title else 0
        self.height = _ABOVE + _KICKER + _BELOW_KICKER + title_height

    def _lay_out(self, used: QFont) -> int:
        metrics = QFontMetricsF(used)
        base = (self._pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._layout.setFont(used)
        self._layout.beginLayout()
        y = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y + round(base - line.ascent())))
            y += self._pitch
        self._layout.endLayout()
        return y

    def paint(self, painter: QPainter, left: int, theme: Theme) -> None:
        """Draw it at the top of the text."""
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        box = QRectF(left, _ABOVE, self._width, _KICKER)
        shown = QFontMetricsF(painter.font()).elidedText(self._kicker, Qt.TextElideMode.ElideRight, self._width)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setPen(theme.ink)
        self._layout.draw(painter, QPointF(left, _ABOVE + _KICKER + _BELOW_KICKER))
