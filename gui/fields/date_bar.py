"""The line below a text: what the dotted underline means, how many there are, and the way from one to the next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.date_text import DateText
from gui.fields.marked_text import dotted_pen, draw_dots
from gui.fonts import Role, font
from gui.overriding import override
from gui.style import GAP_8
from gui.texts.mentions import today_text
from gui.theme import theme_of

NEXT_KEY, PREVIOUS_KEY = "F8", "Shift+F8"


class DateLegend(QWidget):
    """ "date words", underlined as they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = self.tr("date words")
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(self._text)) + 1, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._text)
        painter.setPen(dotted_pen(theme))
        draw_dots(painter, 0, self.width(), self.height() - 2)


class _Today(QWidget):
    """What "today" means in the text, at the right, where the line has room for it; its tooltip says it always."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(self._text) <= self.width():
            painter = QPainter(self)
            painter.setFont(font(Role.CAPTION))
            painter.setPen(theme_of(self).ink3)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._text)


class DateBar(QWidget):
    """Belongs to one DateText and follows it."""

    def __init__(self, text: DateText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._legend = DateLegend(self)
        self._count = plain_label("", "caption", self)
        self._today = _Today(self)
        self.previous = IconButton("chevron-left", self.tr("Previous date word"), self, key=PREVIOUS_KEY)
        self.next = IconButton("chevron-right", self.tr("Next date word"), self, key=NEXT_KEY)
        self.previous.clicked.connect(self.step_back)
        self.next.clicked.connect(self.step_on)
        for key, slot in ((NEXT_KEY, self.step_on), (PREVIOUS_KEY, self.step_back)):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WindowShortcut)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP_8)
        line.addWidget(self._legend)
        line.addWidget(self._count)
        line.addWidget(self._today, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.previous)
        buttons.addWidget(self.next)
        line.addLayout(buttons)
        text.reading_changed.connect(self._say)
        self._say()

    def step_on(self) -> None:
        """Go to the next date word."""
        self._text.step(forward=True)

    def step_back(self) -> None:
        """Go to the previous date word."""
        self._text.step(forward=False)

    def _say(self) -> None:
        count = len(self._text.marks)
        found = self.tr("{count} found").replace("{count}", f"{count:,}") if count else self.tr("none found")
        self._count.setText(self.tr("being read…") if self._text.is_reading else found)
        self._today.say(today_text(self._text.published))
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
