"""The parts of an incident row, measured once: texts, icons and chips with their places relative to the row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTextOption

from dates import DateStyle, format_date, format_hint
from gui.chronology import words
from gui.chronology.row_excerpts import MarkedRow, plain_row
from gui.fonts import Role, font
from gui.marked_line import mark_boxes
from gui.style import HEIGHT_CHIP, PAD_PANE, WIDTH_DATE, WIDTH_GLYPH
from models.snapshots import IncidentRow, TagCard
from services.word_marks import Span

_NARROW, _VERY_NARROW = 640, 540
_DATE_NARROW = 118
_LONGEST = 400
_LETTERS_KEPT = 1_000
_KERNING = 1.05  # letters side by side are hardly ever further apart than by themselves
_CHIP_PAD = 8
_GAP = 8
_ICON = 14
_RIGHT_SHARE = 0.46
_ROMAN = 12


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: where its upper left corner is, its font and the role of its colour."""

    at: QPointF
    static: QStaticText
    font: QFont
    role: str


def date_width(width: float) -> int:
    """The date column of a list of this width: a narrow one leaves more to the title and breaks long dates."""
    return WIDTH_DATE if width >= _NARROW else _DATE_NARROW


def title_x(width: float) -> int:
    """Where titles begin."""
    return PAD_PANE + date_width(width) + WIDTH_GLYPH


def paint_text(painter: QPainter, text: Text, colour: QColor) -> None:
    """Draw a measured line in `colour`."""
    painter.setFont(text.font)
    painter.setPen(colour)
    painter.drawStaticText(text.at, text.static)


@dataclass(frozen=True, slots=True)
class Icon:
    """A small icon; `name` is Lucide's, or `warning`, `contradicts`, `key` for our own drawings."""

    rect: QRectF
    name: str
    role: str


@dataclass(slots=True)
class RowLayout:
    """Everything that one incident row draws but its ground and its status."""

    texts: list[Text] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)
    chips: list[QRectF] = field(default_factory=list)
    marks: list[QRectF] = field(default_factory=list)
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class RowFrame:
    """A row without its words: where they begin, the middles of the two lines (second 0: there is one) and their widths."""

    layout: RowLayout
    left: float
    middles: tuple[float, float]
    limits: tuple[float, float]


class _Widths(dict[str, float]):
    """The width of each letter by itself, worked out when it is met first."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        if len(self) >= _LETTERS_KEPT:
            self.clear()
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


class Typesetter:
    """Measures and lays out rows; holds the fonts and their metrics. Needs a QApplication."""

    def __init__(self) -> None:
        # In Inter, equal digits come with a wide hyphen: only dates and counts have them.
        roles = (Role.CAPTION, Role.UI, Role.ROW_TITLE, Role.GROUP)
        self._fonts = {role: font(role) for role in roles}
        self._fonts |= {role: font(role, tabular=True) for role in (Role.UI_MEDIUM, Role.CAPTION_MEDIUM)}
        self._metrics = {role: QFontMetricsF(made) for role, made in self._fonts.items()}
        self._letters = {role: _Widths(metrics) for role, metrics in self._metrics.items()}

    def width(self, text: str, role: Role) -> float:
        """The width of `text`."""
        return self._metrics[role].horizontalAdvance(text)

    def _fits(self, words_: str, role: Role, limit: float) -> bool:
        """Whether a line surely fits. Qt shapes a whole line to tell; most are much shorter than their room."""
        is_plain = len(words_) <= _LONGEST and words_.isprintable()
        return is_plain and sum(map(self._letters[role].__getitem__, words_)) * _KERNING < limit

    def text(self, words_: str, role: Role, x: float, middle: float, colour: str, limit: float = 1e6) -> Text:
        """One line, elided to `limit`, whose lower-case letters are centred on `middle`."""
        metrics = self._metrics[role]
        shown = words_
        if limit < 1e6 and not self._fits(words_, role, limit):
            shown = metrics.elidedText(words_[:_LONGEST], Qt.TextElideMode.ElideRight, max(limit, 0.0))
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        static.setTextOption(option)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        # Capitals sit in the middle of their line: half a cap height above the middle starts the baseline's box.
        top = middle + metrics.capHeight() / 2 - metrics.ascent()
        return Text(QPointF(x, round(top * 2) / 2), static, self._fonts[role], colour)

    def incident(self, row: IncidentRow, width: float, height: float, *, compact: bool) -> RowLayout:
        """The layout of an incident row of `width` × `height`."""
        return self.fill(self.frame(row, width, height, compact=compact), row, plain_row(row))

    def frame(self, row: IncidentRow, width: float, height: float, *, compact: bool) -> RowFrame:
        """What of the row stays as it is, whatever words are looked for: date, counts, place and tags."""
        layout = RowLayout()
        left_edge = title_x(width)
        first, second = (height / 2 - 0.5, 0.0) if compact else (17.5, 37.5)
        self._add_date(layout, row, date_width(width) - _GAP, (first, second))
        right = self._add_count(layout, row, width - PAD_PANE, first)
        if compact:
            right = self._add_key(layout, row, right, first)
        title_limit = right - left_edge - _GAP * 2
        if row.marked and not compact:
            title_limit -= 20
        left = left_edge if compact else self._add_place_and_tags(layout, row, width, second)
        return RowFrame(layout, left_edge, (first, second), (title_limit, left - left_edge - _GAP * 2))

    def fill(self, frame: RowFrame, row: IncidentRow, lines: MarkedRow) -> RowLayout:
        """The whole layout: a frame with the title, and what stands under it."""
        base = frame.layout
        layout = RowLayout([*base.texts], [*base.icons], base.chips, [], base.truncated)
        (first, second), (title_limit, limit) = frame.middles, frame.limits
        title = self.text(lines.title, Role.ROW_TITLE, frame.left, first, "ink", title_limit)
        self._add_marked(layout, title, lines.title, lines.title_spans)
        if not second:
            return layout
        if row.marked:
            x = frame.left + min(self.width(lines.title[:_LONGEST], Role.ROW_TITLE), title_limit) + 6
            layout.icons.append(Icon(QRectF(x, first - 7, 14, 14), "key", "accent"))
        summary = self.text(lines.summary, Role.UI, frame.left, second, "ink2", limit)
        self._add_marked(layout, summary, lines.summary, lines.summary_spans)
        return layout

    def _add_marked(self, layout: RowLayout, text: Text, words_: str, spans: Sequence[Span]) -> None:
        """A line, and the grounds of the words that somebody looks for."""
        layout.texts.append(text)
        if spans:
            height = QFontMetricsF(text.font).height()
            boxes = mark_boxes(words_[:_LONGEST], text.static.text(), spans, text.font, height)
            layout.marks += [box.translated(text.at) for box in boxes]

    def _add_key(self, layout: RowLayout, row: IncidentRow, right: float, middle: float) -> float:
        if not row.marked:
            return right
        layout.icons.append(Icon(QRectF(right - 14 - _GAP, middle - 7, 14, 14), "key", "accent"))
        return right - 14 - _GAP

    def _add_date(self, layout: RowLayout, row: IncidentRow, limit: float, middles: tuple[float, float]) -> None:
        first, second = middles
        lines = self._date_lines(format_date(row.date, DateStyle.SHORT), limit)
        hint = format_hint(row.date)
        layout.truncated = len(lines) > 1
        self._add_date_line(layout, lines[0], first, limit)
        if not second:
            return
        if len(lines) > 1:
            self._add_date_line(layout, lines[1], second, limit)
        elif hint:
            layout.texts.append(self.text(hint, Role.CAPTION, PAD_PANE, second, "ink3", limit))

    def _date_lines(self, text: str, limit: float) -> list[str]:
        """The date on one line, or broken after “→”, “and”, “or” or at least after a word where it is too wide."""
        if self.width(text, Role.UI_MEDIUM) <= limit:
            return [text]
        parts = text.split(" ")
        heads = [" ".join(parts[:count]) for count in range(1, len(parts))]
        fitting = [head for head in heads if self.width(head, Role.UI_MEDIUM) <= limit] or heads[:1] or [text]
        joined = [head for head in fitting if not any(c.isalnum() for c in head[-1]) or head.endswith((" and", " or"))]
        head = (joined or fitting)[-1]
        return [head, text[len(head) :].strip()] if head != text else [text]

    def _add_date_line(self, layout: RowLayout, line: str, middle: float, limit: float) -> None:
        """Digits and months in medium weight, words such as "between" lighter."""
        x = float(PAD_PANE)
        for piece, strong in _date_pieces(line):
            role = Role.UI_MEDIUM if strong else Role.UI
            left = PAD_PANE + limit - x
            if left <= _ROMAN:
                return
            layout.texts.append(self.text(piece, role, x, middle, "ink" if strong else "ink2", left))
            x += self.width(piece + " ", role)

    def _add_count(self, layout: RowLayout, row: IncidentRow, right: float, middle: float) -> float:
        """The citations at the right edge; returns where they begin."""
        if not row.citation_count:
            label = words.citation_words(row)
            x = right - self.width(label, Role.UI_MEDIUM)
            layout.texts.append(self.text(label, Role.UI_MEDIUM, x, middle, "warn"))
            layout.icons.append(Icon(QRectF(x - 20, middle - 7.5, 15, 15), "warning", "warn"))
            return x - 20
        label = str(row.citation_count)
        x = right - self.width(label, Role.UI_MEDIUM)
        layout.texts.append(self.text(label, Role.UI_MEDIUM, x, middle, "ink2"))
        x -= _ICON + 5
        layout.icons.append(Icon(QRectF(x, middle - _ICON / 2, _ICON, _ICON), "quote", "ink3"))
        if row.contradicting_count:
            x -= _ICON + 6
            layout.icons.append(Icon(QRectF(x, middle - _ICON / 2, _ICON, _ICON), "contradicts", "bad"))
        return x

    def _add_place_and_tags(self, layout: RowLayout, row: IncidentRow, width: float, middle: float) -> float:
        """Chips from the right edge, the place before them; returns where they begin."""
        right = width - PAD_PANE
        limit = max((width - title_x(width)) * _RIGHT_SHARE, 60.0)
        place_width = min(self.width(row.place[:80], Role.CAPTION), limit * 0.5) if row.place else 0.0
        if width >= _VERY_NARROW or not row.place:
            right = self._add_chips(layout, row.tags, right, limit - place_width - 26, middle)
        if row.place:
            x = right - place_width - 1
            layout.texts.append(self.text(row.place, Role.CAPTION, x, middle, "ink2", place_width + 1))
            layout.icons.append(Icon(QRectF(x - 16, middle - 6.5, 13, 13), "map-pin", "ink3"))
            right = x - 16
        return right

    def _add_chips(
        self, layout: RowLayout, tags: tuple[TagCard, ...], right: float, limit: float, middle: float
    ) -> float:
        shown, hidden = self._fitting(tags, limit)
        labels = [tag.name for tag in shown] + ([f"+{hidden}"] if hidden else [])
        for label in reversed(labels):
            inner = min(self.width(label[:80], Role.CAPTION), max(limit - 2 * _CHIP_PAD, 24.0))
            chip = QRectF(right - inner - 2 * _CHIP_PAD, middle - HEIGHT_CHIP / 2, inner + 2 * _CHIP_PAD, HEIGHT_CHIP)
            layout.chips.append(chip)
            layout.texts.append(self.text(label, Role.CAPTION, chip.left() + _CHIP_PAD, middle, "ink2", inner + 1))
            right = chip.left() - 6
        return right - 2 if labels else right

    def _fitting(self, tags: tuple[TagCard, ...], limit: float) -> tuple[tuple[TagCard, ...], int]:
        used = 0.0
        for count, tag in enumerate(tags):
            used += self.width(tag.name[:80], Role.CAPTION) + 2 * _CHIP_PAD + 6
            if used > limit and count:
                return tags[:count], len(tags) - count
        return tags, 0


def _date_pieces(line: str) -> list[tuple[str, bool]]:
    """The words of a date in runs: (text, strong). Words without digit or capital (“between”, “→”) are light."""
    pieces: list[tuple[str, bool]] = []
    for word in line.split(" "):
        strong = any(c.isdigit() or c.isupper() for c in word) or word == "?"
        if pieces and pieces[-1][1] == strong:
            pieces[-1] = (f"{pieces[-1][0]} {word}", strong)
        else:
            pieces.append((word, strong))
    return pieces
