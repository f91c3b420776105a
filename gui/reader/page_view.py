"""Shows pages of a preserved copy as images; they are drawn elsewhere, as they come into sight."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.overriding import override
from gui.reader.page_painter import mark_box, paint_blank, paint_outline, paint_page
from gui.reader.page_scroller import PageScroller
from gui.reader.page_shelf import DrawnPage, PageShelf
from gui.texts.pages import page_problem_text
from gui.texts.reading import page_text
from gui.theme import theme_of
from importers.page_channel import PageQuote, PageSize, PageWish, Rectangle
from models.errors import UserFacingError

Quotes = Mapping[int, tuple[PageQuote, ...]]


class PageView(PageScroller):
    """`show_pages` gives the sizes; what is in sight and not there yet is asked for by `pages_wanted`."""

    pages_wanted = Signal(object)
    """Payload: a list of PageWish, the most wanted first."""
    passage_opened = Signal(int)
    """Payload: the id of the citation whose words were pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = PageShelf()
        self._quotes: Quotes = {}
        self._names: Mapping[int, str] = {}
        self._problems: dict[int, str] = {}
        self.framed: frozenset[int] = frozenset()  # citations that somebody went to: Enter shows their incident
        self._awaited = 0
        self._pressed = QPoint()
        self.viewport().setMouseTracking(True)
        self.sight_changed.connect(self.ask)

    def show_pages(self, sizes: Sequence[PageSize], *, is_picture: bool) -> None:
        """Show blank pages of these sizes, which are points, or pixels of a picture."""
        self._shelf.clear()
        self._problems.clear()
        self.framed = frozenset()
        self.set_sizes(sizes, is_picture=is_picture)

    def show_quotes(self, quotes: Quotes, names: Mapping[int, str]) -> None:
        """Mark the cited words of each page; `names` says by citation what they prove."""
        self._quotes, self._names = quotes, names
        self.ask()

    def show_drawn(self, wish: PageWish, image: QImage, marks: Mapping[int, Sequence[Rectangle]]) -> None:
        """Show a page that was wanted."""
        self._shelf.put(DrawnPage(wish, image, marks))
        self.viewport().update()
        self._reveal_framed()

    def show_problem(self, wish: PageWish, error: UserFacingError) -> None:
        """Say on a page why it is not there."""
        self._problems[wish.page] = page_problem_text(error)
        self.viewport().update()

    def drawn(self, page: int) -> DrawnPage | None:
        """A page as it was drawn last, None where it is blank."""
        return self._shelf.get(page)

    def problem_of(self, page: int) -> str:
        """Why a page is not there, "" where nothing is wrong with it."""
        return self._problems.get(page, "")

    def frame_words(self, page: int, citation_ids: Iterable[int]) -> None:
        """Go to a page, and frame the words of these citations on it; once it is drawn, they are in sight."""
        self.framed, self._awaited = frozenset(citation_ids), page
        self.go_to_page(page)
        self.viewport().update()
        self._reveal_framed()

    def step_passage(self, *, forward: bool) -> None:
        """Go to the next or previous cited passage from the framed one, else from the page that is looked at."""
        places = [(page, quote.citation_id) for page in sorted(self._quotes) for quote in self._quotes[page]]
        framed = [at for at, (_, citation_id) in enumerate(places) if citation_id in self.framed]
        if framed:
            at = framed[-1] + 1 if forward else framed[0] - 1
        else:
            at = bisect_left(places, (self.page, 0)) - (0 if forward else 1)
        if not 0 <= at < len(places):
            return
        page, citation_id = places[at]
        self.frame_words(page, [citation_id])
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._names.get(citation_id, "")))

    def ask(self) -> None:
        """Want what is in sight and not drawn, from the middle on, then the pages beside it."""
        if not self.isVisible() or not self.count:
            return
        seen = self.pages_in_sight()
        order = [*sorted(seen, key=self._distance), seen.stop, seen.start - 1]
        width = round(self.page_width() * self.devicePixelRatioF())
        wishes = (PageWish(page, width, self._quotes.get(page, ())) for page in order if 1 <= page <= self.count)
        self.pages_wanted.emit(
            [wish for wish in wishes if wish.page not in self._problems and not self._shelf.has(wish)]
        )

    def _distance(self, page: int) -> int:
        return abs(page - self.page)

    def _reveal_framed(self) -> None:
        """Bring the framed words into sight, once the page that was gone to for them is drawn with them."""
        drawn = self.drawn(self._awaited) if self._awaited else None
        found = [] if drawn is None else [drawn.marks[each][0] for each in self.framed if drawn.marks.get(each)]
        if not found:
            return
        words = mark_box(self.page_box(self._awaited), min(found, key=itemgetter(1)))
        self._awaited = 0
        if words.top() < 0 or words.bottom() > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(words.center().y()) - self.viewport().height() // 2)

    def _cited_at(self, spot: QPoint) -> int | None:
        """The citation whose words are at a place of the view."""
        page = self.page_under(spot.y())
        drawn = self.drawn(page)
        if drawn is None:
            return None
        box = self.page_box(page)
        hit = (
            citation_id
            for citation_id, rectangles in drawn.marks.items()
            if any(mark_box(box, rectangle).contains(spot) for rectangle in rectangles)
        )
        return next(hit, None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme_of(self).sunken)
        for page in self.pages_in_sight():
            box, drawn = self.page_box(page), self.drawn(page)
            if drawn is not None:
                paint_page(painter, box, drawn)
                paint_outline(painter, box, drawn.marks, self.framed)
            else:
                problem = self.problem_of(page)
                words = f"{page_text(page)}\n{problem}" if problem else page_text(page)
                paint_blank(painter, box, words, is_problem=bool(problem))
        painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cited = self._cited_at(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor if cited is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip("" if cited is None else self._names.get(cited, ""))
        super().mouseMoveEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self.framed = frozenset()
        self.viewport().update()
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        is_click = (spot - self._pressed).manhattanLength() < QApplication.startDragDistance()
        cited = self._cited_at(spot)
        if event.button() == Qt.MouseButton.LeftButton and is_click and cited is not None:
            self.passage_opened.emit(cited)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.framed and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.passage_opened.emit(min(self.framed))
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
