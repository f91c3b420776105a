"""The citations of an incident: stance, source, locator, number, quote, and the date it states where that is another."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dates import UNDATED, UncertainDate
from gui.fields.patch_field import NoteLine
from gui.fonts import Role, font
from gui.glyphs import paint_stance
from gui.inspector.action_row import ROW_INSET, ActionRow, RowAction, fixed_height
from gui.inspector.section import Section
from gui.inspector.stated_line import Disagreement, StatedLine, disagreement
from gui.overriding import override
from gui.painting import draw_elided
from gui.text_lines import lay_lines
from gui.texts import locator_line, stance_text
from gui.texts.changes import shorten
from gui.texts.dates import stated_text
from gui.theme import theme_of
from models.snapshots import CitationLine
from services.settling import Settling

_LEFT, _TOP, _LINE = 25.0 + ROW_INSET, 6.0, 20.0
_BOTTOM = 5.0
_MOST_LINES = 8
_MOST_CHARACTERS = 700


class CitationRow(ActionRow):
    """One citation of an incident that has `date`; as high as its quote needs. `settled(id, Settling)`."""

    settled = Signal(int, Settling)

    def __init__(self, line: CitationLine, date: UncertainDate, parent: QWidget) -> None:
        super().__init__(line.id, parent)
        self.stated: StatedLine | None = None
        self._show(line, date)

    def show_line(self, line: CitationLine, date: UncertainDate) -> None:
        """Show the citation as it is now, and the date that its incident has."""
        is_same_date = date == self._date or line.stated == UNDATED
        if line != self._line or not is_same_date:
            self._show(line, date)
            self.update()

    @override
    def tab_stops(self) -> list[QWidget]:
        return [self] if self.stated is None else [self, self.stated.button]

    def _show(self, line: CitationLine, date: UncertainDate) -> None:
        self._line, self._date = line, date
        is_other = disagreement(line, date) is not Disagreement.NONE
        self._offer(settling=is_other)
        self._locator = locator_line(line.locator_label, line.locator)
        self._quote = f"“{shorten(' '.join(line.quote.split()), _MOST_CHARACTERS)}”" if line.quote.strip() else ""
        said = [
            stance_text(line.stance),
            f"{line.number}",
            line.source_label,
            self._locator,
            stated_text(line.stated, date) if is_other else "",
            self._quote,
            line.note,
        ]
        self.setAccessibleName(", ".join(part for part in said if part))
        tip = [stance_text(line.stance), self.tr("Enter: edit"), self.tr("Space: show the words in the text")]
        self.setToolTip(" · ".join(tip))
        self._state(line if is_other else None, date)
        self._fit()

    def _offer(self, *, settling: bool) -> None:
        actions = [
            RowAction("place", "text-cursor-input", self.tr("Place in the text at the cursor"), "P"),
            RowAction("up", "arrow-up", self.tr("Move up"), "Alt+Up"),
            RowAction("down", "arrow-down", self.tr("Move down"), "Alt+Down"),
            RowAction("words", "book-open-text", self.tr("Show the words in the text"), "Space", only_reads=True),
            RowAction("source", "book-open", self.tr("Go to the source"), "S", only_reads=True),
            RowAction("remove", "trash-2", self.tr("Remove citation"), "Del"),
        ]
        if settling:
            actions.insert(0, RowAction("settle", "scale", self.tr("Settle the date"), "D", is_hidden=True))
        self.set_actions(actions)

    def _state(self, line: CitationLine | None, date: UncertainDate) -> None:
        """Say below the quote which date the source gives; None says nothing."""
        if self.stated is not None:
            self.stated.hide()
            self.stated.deleteLater()
            self.stated = None
        if line is not None:
            self.stated = StatedLine(line, date, self)
            self.stated.set_read_only(self.is_read_only)
            self.stated.settled.connect(self._on_settled)
            self.stated.words_requested.connect(self._on_words_requested)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = 0
        if self._quote:
            layout = lay_lines(self._quote, font(Role.QUOTE), self.width() - _LEFT - ROW_INSET, _LINE, _MOST_LINES)
            lines = layout.lineCount()
        below = self.stated.height() + 3 if self.stated is not None else 0
        height = int(_TOP + _LINE * (1 + lines) + below + _BOTTOM)
        if self.stated is not None:
            self.stated.setGeometry(
                int(_LEFT),
                height - int(_BOTTOM) - self.stated.height(),
                self.width() - int(_LEFT) - ROW_INSET,
                self.stated.height(),
            )
        if height != self.minimumHeight():
            fixed_height(self, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        self.paint_frame(painter)
        painter.fillRect(QRectF(ROW_INSET, self.height() - 1, self.width() - 2 * ROW_INSET, 1), theme.line)
        paint_stance(painter, QRectF(ROW_INSET, _TOP + 2, 16, 16), self._line.stance, theme)
        right = float(self.width() - ROW_INSET)
        if self.is_open_to_actions:
            right -= self.actions_width() + 6
        else:
            right = self._paint_number(painter, right)
        self._paint_source(painter, right)
        if self._quote:
            painter.setPen(theme.ink)
            layout = lay_lines(self._quote, font(Role.QUOTE), self.width() - _LEFT - ROW_INSET, _LINE, _MOST_LINES)
            layout.draw(painter, QPointF(_LEFT, _TOP + _LINE))

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        if self.stated is not None:
            self.stated.set_read_only(read_only)

    def settle(self) -> None:
        """Take the date that the source gives, or ask which of the two holds."""
        if self.stated is not None:
            self.stated.settle()

    def _on_settled(self, way: Settling) -> None:
        self.settled.emit(self.row_id, way)

    def _on_words_requested(self) -> None:
        self.action_requested.emit("words", self.row_id)

    def _paint_number(self, painter: QPainter, right: float) -> float:
        painter.setFont(font(Role.CAPTION, tabular=True))
        painter.setPen(theme_of(self).ink2)
        text = str(self._line.number)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        box = QRectF(right - width, _TOP, width, _LINE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        return right - width - 8

    def _paint_source(self, painter: QPainter, right: float) -> None:
        theme = theme_of(self)
        metrics = QFontMetricsF(font(Role.CAPTION))
        room = right - _LEFT
        locator = min(metrics.horizontalAdvance(self._locator), room * 0.45)
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        label = QRectF(_LEFT, _TOP, room - (locator + 8 if locator else 0), _LINE)
        taken = draw_elided(painter, label, self._line.source_label)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        draw_elided(painter, QRectF(_LEFT + taken + 8, _TOP, room - taken - 8, _LINE), self._locator)


class CitationSection(Section):
    """All citations of an incident, and who says so."""

    edit_requested = Signal(int)
    place_requested = Signal(int)
    move_requested = Signal(int, bool)
    remove_requested = Signal(list)
    source_requested = Signal(int)
    words_requested = Signal(int)
    """Payload: the citation whose words are wanted on screen, in the text they are quoted from."""
    settle_requested = Signal(int, Settling)
    """Payload: the citation whose stated date is settled, and how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "C", parent)
        self.rename(self.tr("Citations"), self.tr("Add citation"))
        self._lines: tuple[CitationLine, ...] = ()
        self._date, self._independent, self._is_read_only = UNDATED, 0, False
        self._rows_by_id: dict[int, CitationRow] = {}
        self._support = NoteLine(self)
        self._support.setContentsMargins(ROW_INSET - 2, 2, ROW_INSET, 0)
        self.body.addWidget(self._support)

    def show_lines(
        self, lines: tuple[CitationLine, ...], date: UncertainDate, independent_sources: int, *, read_only: bool
    ) -> None:
        """Show the citations of an incident that has this date, in their order, and the support they give."""
        self._lines, self._date, self._independent = lines, date, independent_sources
        self._rows_by_id = {line.id: self._row_for(line) for line in lines}
        self.set_rows(list(self._rows_by_id.values()))
        self.set_read_only(read_only)
        self._show_support(len(lines), independent_sources)

    def _row_for(self, line: CitationLine) -> CitationRow:
        row = self._rows_by_id.get(line.id)
        if row is None:
            row = CitationRow(line, self._date, self)
            row.opened.connect(self.edit_requested)
            row.action_requested.connect(self._on_action_requested)
            row.settled.connect(self.settle_requested)
        else:
            row.show_line(line, self._date)
        return row

    def row_of(self, citation_id: int) -> QWidget | None:
        """The row of a citation, None where it is not among them."""
        return self._rows_by_id.get(citation_id)

    def show_date(self, date: UncertainDate) -> None:
        """The incident has another date now, which its sources may state or not."""
        if date.edtf != self._date.edtf and any(line.stated.edtf for line in self._lines):
            self.show_lines(self._lines, date, self._independent, read_only=self._is_read_only)

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self._is_read_only = read_only

    def _show_support(self, count: int, independent: int) -> None:
        if not count:
            self._support.say(self.tr("No citation"), "triangle-alert", "warning", "warn")
        elif independent > 1:
            said = self.tr("Reported by {count} independent sources").replace("{count}", str(independent))
            self._support.say(said, "check-check", "hint", "ok")
        elif independent == 1:
            self._support.say(self.tr("Reported by a single source"), "user-check", "hint", "ink3")
        else:
            self._support.say(self.tr("No source supports it"), "triangle-alert", "warning", "warn")

    def _on_action_requested(self, name: str, citation_id: int) -> None:
        if name == "remove":
            self.remove_requested.emit([citation_id])
        elif name == "place":
            self.place_requested.emit(citation_id)
        elif name == "words":
            self.words_requested.emit(citation_id)
        elif name == "source":
            self.source_requested.emit(next(line.source_id for line in self._lines if line.id == citation_id))
        elif name == "settle":
            self._rows_by_id[citation_id].settle()
        else:
            self.move_requested.emit(citation_id, name == "up")
