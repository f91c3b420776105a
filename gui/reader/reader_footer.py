"""The line below a text: what its colours mean, how much there is of each, and what can be done with selected words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.fields.marked_text import dotted_pen, draw_dots
from gui.fonts import Role, font
from gui.key_cap import CapButton, KeyCap
from gui.overriding import override
from gui.painting import paint_button_ground
from gui.reader.reader_text import ReaderText
from gui.style import GAP_8, GAP_12
from gui.texts.reading import found_dates_text, passages_text
from gui.theme import theme_of

HEIGHT = 36
_PAD, _GAP = 6, 6


class Legend(QAbstractButton):
    """A sample of a look and how often it is there; pressing it goes to the next one."""

    def __init__(self, sample: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sample = sample
        self._font = font(Role.CAPTION)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str, tip: str) -> None:
        """How often it is there, and what pressing does."""
        self.setText(words)
        self.setAccessibleName(f"{self.sample}: {words}")
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def wide(self, words: str) -> float:
        """The width of words."""
        return QFontMetricsF(self._font).horizontalAdvance(words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self.wide(self.sample) + self.wide(self.text())) + 4 * _PAD + _GAP, 26)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = self.underMouse() and self.isEnabled()
        ring = theme.accent if self.hasFocus() else None
        paint_button_ground(painter, QRectF(self.rect()), theme.hover if is_hovered else None, ring)
        box = QRectF(_PAD, 4, self.wide(self.sample) + 2 * _PAD, self.height() - 8)
        self.paint_sample(painter, box)
        painter.setFont(self._font)
        painter.setPen(theme.ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.sample)
        painter.setPen(theme.ink2)
        words = QRectF(box.right() + _GAP, 0, self.width() - box.right(), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), self.text())

    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        """Draw what the sample looks like, without its word."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class CitedLegend(Legend):
    @override
    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, theme_of(self).mark)


class DatesLegend(Legend):
    @override
    def paint_sample(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(dotted_pen(theme_of(self)))
        draw_dots(painter, box.left() + _PAD, box.right() - _PAD, box.bottom() - 0.5)


class ReaderFooter(QFrame):
    """Without a selection it tells the keys; with one it has buttons for them."""

    def __init__(self, text: ReaderText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setProperty("surface", "footer")
        self.setFixedHeight(HEIGHT)
        self.cited = CitedLegend(self.tr("cited"), self)
        self.dates = DatesLegend(self.tr("date words"), self)
        self.cite = CapButton("", self.tr("Cite"), "C", self)
        self.new_incident = CapButton("", self.tr("New incident"), "N", self)
        for button in (self.cite, self.new_incident):
            button.setProperty("kind", "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hint = self._make_hint()
        self._ways = self._make_ways()
        self._is_read_only = False
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12, 0, GAP_12, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self.cited)
        row.addWidget(self.dates)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self._ways)
        text.selectionChanged.connect(self._follow)
        text.reading_changed.connect(self._follow_dates)
        self._follow_dates()
        self._follow()

    def show_passages(self, count: int) -> None:
        """How many passages are cited."""
        self.cited.say(passages_text(count), self.tr("Next cited passage (F7)"))
        self.cited.setEnabled(count > 0)

    def _follow_dates(self) -> None:
        count = len(self._text.marks)
        words = self.tr("being read…") if self._text.is_reading else found_dates_text(count)
        self.dates.say(words, self.tr("Next date word (F8)"))
        self.dates.setEnabled(count > 0)

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._is_read_only = read_only
        self._follow()

    def _make_hint(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(plain_label(self.tr("Select text, then"), "caption", made))
        for key, words in (("C", self.tr("cite")), ("N", self.tr("new incident"))):
            row.addWidget(KeyCap(key, made))
            row.addWidget(plain_label(words, "caption", made))
        return made

    def _make_ways(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.cite)
        row.addWidget(self.new_incident)
        return made

    def _follow(self) -> None:
        has_selection = self._text.textCursor().hasSelection()
        beside = self.width() - self.cited.sizeHint().width() - 4 * GAP_12
        room = beside - self.dates.sizeHint().width()
        shown = not self._is_read_only
        self._hint.setVisible(shown and not has_selection and room >= self._hint.sizeHint().width())
        # What can be done now comes before what the looks mean.
        wide = self._ways.sizeHint().width() if shown and has_selection else 0
        self._ways.setVisible(bool(wide))
        self.dates.setVisible(room >= wide)
        self.cited.setVisible(beside >= wide)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()
