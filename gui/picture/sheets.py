"""What stands on the sheets of a picture: title, axis, lanes with their marks, legend; in one piece or page by page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from gui.fonts import Role, font
from gui.painting import draw_elided
from gui.picture.picture_files import DPI, Draw
from gui.picture.wish import Extent, PictureWish
from gui.texts import incidents_text
from gui.texts.timeline import say_timeline, span_text
from gui.theme import LIGHT
from gui.timeline.axis_painter import AxisPainter
from gui.timeline.axis_row import HEIGHT_AXIS
from gui.timeline.board import Arrangement, ordered_places
from gui.timeline.lane_headers import WIDTH_LANES, paint_lane_headers
from gui.timeline.lane_layout import LEAST_ROWS, LanePlan, arrange_lanes, height_of
from gui.timeline.legend_painter import HEIGHT_LEGEND, paint_legend
from gui.timeline.scene import LaneBox, Titles, View
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.scene_painter import ScenePainter
from gui.timeline.scene_texts import SceneFonts, calendar_words, scene_words
from gui.timeline.ticks import CalendarWords, make_axis
from gui.timeline.time_scale import TimeScale, fitted
from gui.timeline.view_words import count_between
from services.timeline_lanes import Lanes

# What stands behind words must be the white of the sheet.
PAPER = LIGHT._replace(bg=LIGHT.surface)
_MARGIN = 28
_HEAD = 58
_LEAST_BODY, _FREE_BODY = 180, 900
"""px of all lanes of a drawing in one piece: at least, and as long as every lane gets its rows."""
_MOST_ROWS = 10
# The words of the last incidents stand right of them.
_LABEL_ROOM = 210
_MM = DPI / 25.4
_NO_SPAN = (0, 86_399)


@dataclass(frozen=True, slots=True)
class PictureSubject:
    """What is drawn: `line` says in small print which incidents these are; `seen` is the time that is on screen.

    Inside a document, which has a title and margins of its own, the drawing stands without them (`is_framed` False).
    """

    title: str
    line: str
    lanes: Lanes
    arrangement: Arrangement
    titles: Titles
    seen: tuple[int, int] | None = None
    is_framed: bool = True

    @property
    def margin(self) -> int:
        return _MARGIN if self.is_framed else 0

    @property
    def head(self) -> int:
        return _HEAD if self.is_framed else 0

    @property
    def around(self) -> int:
        """All height that is not lanes."""
        return 2 * self.margin + self.head + HEIGHT_AXIS + HEIGHT_LEGEND


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages of one size in px at 100 %; `words` describe the picture to who cannot see it."""

    pages: tuple[Draw, ...]
    size: QSize
    ground: QColor
    title: str
    words: str


def lay_sheets(subject: PictureSubject, wish: PictureWish) -> Sheets:
    """The sheets of a wish. Nothing is read or drawn before a page is."""
    first, last = _span(subject, wish)
    if wish.extent is Extent.SEEN:
        subject = _in_view(subject, first, last)
    layout = _paged(subject, wish, first, last) if wish.is_paged else _one_sheet(subject, wish, first, last)
    size, pages = layout
    shown = tuple(replace(page, number=number, count=len(pages)) for number, page in enumerate(pages, start=1))
    return Sheets(shown, size, PAPER.surface, subject.title, _words(subject, first, last))


def _in_view(subject: PictureSubject, first: int, last: int) -> PictureSubject:
    """Of a part of the timeline: it says which part, and how many of the incidents lie in it."""
    count = count_between(subject.lanes, first, last)
    words = say_timeline("{span} · {count} of {incidents}").format(
        span=span_text(first, last), count=f"{count:,}", incidents=subject.line
    )
    return replace(subject, line=words, lanes=replace(subject.lanes, count=count))


def _words(subject: PictureSubject, first: int, last: int) -> str:
    """What is to be seen, for who cannot see it."""
    count = len(subject.lanes.lanes)
    one = say_timeline("A timeline of {incidents} in 1 lane, {span}")
    several = say_timeline("A timeline of {incidents} in {lanes} lanes, {span}")
    words, lanes = one if count == 1 else several, f"{count:,}"
    return words.format(incidents=incidents_text(subject.lanes.count), lanes=lanes, span=span_text(first, last))


def _span(subject: PictureSubject, wish: PictureWish) -> tuple[int, int]:
    seen = subject.seen if wish.extent is Extent.SEEN else None
    return seen or subject.lanes.span or _NO_SPAN


def _one_sheet(subject: PictureSubject, wish: PictureWish, first: int, last: int) -> tuple[QSize, list["_Page"]]:
    body = wish.width - 2 * subject.margin - WIDTH_LANES
    wanted = sum(height_of(_rows(lane.count)) for lane in subject.lanes.lanes)
    plan = _arranged(subject, max(_LEAST_BODY, min(_FREE_BODY, wanted)))
    scale = _scale(wish, first, last, body)
    size = QSize(wish.width, plan.height + subject.around)
    return size, [_Page(subject, scale, plan.boxes, size)]


def _paged(subject: PictureSubject, wish: PictureWish, first: int, last: int) -> tuple[QSize, list["_Page"]]:
    wide, high = wish.paper.value
    size = QSize(round(wide * _MM), round(high * _MM))
    body = size.width() - 2 * subject.margin - WIDTH_LANES
    room = size.height() - subject.around
    plan = _arranged(subject, room)
    whole = _scale(wish, first, last, body * wish.pages)
    return size, [
        _Page(subject, whole.panned(place * body).resized(body), boxes, size)
        for boxes in _page_fulls(plan.boxes, room)
        for place in range(wish.pages)
    ]


def _arranged(subject: PictureSubject, height: int) -> LanePlan:
    return arrange_lanes(
        subject.lanes.lanes,
        order=ordered_places(subject.lanes, subject.arrangement),
        collapsed=subject.arrangement.collapsed,
        view_height=height,
        rows=_rows,
    )


def _rows(count: int) -> int:
    """A row for each of a few incidents: on paper nobody can open a ring."""
    return max(LEAST_ROWS, min(_MOST_ROWS, count))


def _scale(wish: PictureWish, first: int, last: int, width: int) -> TimeScale:
    if wish.extent is Extent.SEEN:
        return TimeScale(first, (last + 1 - first) / width, width)
    return fitted(first, last, max(width // 2, width - _LABEL_ROOM)).resized(width)


def _page_fulls(boxes: Iterable[LaneBox], room: int) -> list[tuple[LaneBox, ...]]:
    """Lanes that fit on a page together, each group moved up to its page's top."""
    pages: list[list[LaneBox]] = [[]]
    top = 0
    for box in boxes:
        if pages[-1] and box.bottom - top > room:
            pages.append([])
            top = box.top
        pages[-1].append(box._replace(top=box.top - top))
    return [tuple(page) for page in pages]


@dataclass(frozen=True, slots=True)
class _Page:
    """One page; calling it draws it."""

    subject: PictureSubject
    scale: TimeScale
    boxes: Sequence[LaneBox]
    size: QSize
    number: int = 1
    count: int = 1

    def __call__(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(QPointF(0, 0), self.size.toSizeF()), PAPER.surface)
        painter.translate(self.subject.margin, self.subject.margin)
        if self.subject.is_framed:
            self._paint_head(painter)
        painter.translate(0, self.subject.head)
        words = calendar_words()
        self._paint_axis(painter, words)
        painter.translate(0, HEIGHT_AXIS)
        self._paint_lanes(painter, words)
        painter.translate(0, self._body_height)
        box = QRectF(0, 0, self._width, HEIGHT_LEGEND)
        paint_legend(painter, box, self.subject.lanes.legend, PAPER, crisp=True)

    @property
    def _width(self) -> int:
        return self.size.width() - 2 * self.subject.margin

    @property
    def _body_height(self) -> int:
        return self.size.height() - self.subject.around

    def _paint_head(self, painter: QPainter) -> None:
        painter.setPen(PAPER.ink)
        painter.setFont(font(Role.TITLE))
        draw_elided(painter, QRectF(0, 0, self._width, 28), self.subject.title)
        painter.setPen(PAPER.ink3)
        painter.setFont(font(Role.CAPTION))
        draw_elided(painter, QRectF(0, 29, self._width - 80, 18), self.subject.line)
        if self.count > 1:
            place = f"{self.number} / {self.count}"
            painter.drawText(QRectF(self._width - 80, 29, 80, 18), Qt.AlignmentFlag.AlignRight, place)

    def _paint_axis(self, painter: QPainter, words: CalendarWords) -> None:
        painter.save()
        painter.translate(WIDTH_LANES, 0)
        body = self.scale.width
        painter.setClipRect(QRectF(0, 0, body, HEIGHT_AXIS))
        AxisPainter().paint(painter, QRectF(0, 0, body, HEIGHT_AXIS), make_axis(self.scale, words), PAPER)
        painter.restore()

    def _paint_lanes(self, painter: QPainter, words: CalendarWords) -> None:
        lanes, height = self.subject.lanes, self._body_height
        scene_fonts = SceneFonts()
        builder = SceneBuilder(self.subject.titles, scene_fonts.measure, scene_words(), words)
        # "Still going on" ends with what is drawn, not with the day of drawing: the same wish gives the same picture.
        end = lanes.span[1] if lanes.span else 0
        links = self.subject.arrangement.links
        scene = builder.build(View(lanes, self.scale, tuple(self.boxes), height, today=end, links=links))
        painter.save()
        painter.translate(WIDTH_LANES, 0)
        painter.setClipRect(QRectF(0, 0, self.scale.width, height))
        ScenePainter(scene_fonts).paint(painter, replace(scene, today_x=None), PAPER, crisp=True)
        painter.restore()
        plain = tuple(box._replace(collapsed=False) for box in self.boxes)
        paint_lane_headers(painter, WIDTH_LANES, plain, lanes.lanes, PAPER)
        painter.fillRect(QRectF(WIDTH_LANES, 0, 1, height), PAPER.line2)
