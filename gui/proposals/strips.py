"""Lines between the head of the pane and its card: what is being read, which sources are copies, what was done last."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from dates import DateStyle, format_date
from gui.controls import plain_label
from gui.fields.patch_field import NoteLine
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import draw_elided
from gui.proposals.agenda import Decided, Decision
from gui.proposals.card_button import CardButton
from gui.style import GAP_4, GAP_8
from gui.texts.proposals import duplicate_text, reading_text
from gui.theme import theme_of
from models.proposals import NearDuplicate

SIDE = 18
_DONE_HEIGHT = 40
# No sign of waiting for what is over before anybody could read it.
_PATIENCE_MS = 400


class ReadingStrip(QFrame):
    """How far the reading of documents is. `cancel_requested` to stop it."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self._words = plain_label("", "hint", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.cancel = CardButton(self.tr("Cancel"), "", "quiet", self)
        self.cancel.clicked.connect(self.cancel_requested)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, GAP_4, SIDE - 6, GAP_4)
        row.setSpacing(GAP_8)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many documents are read."""
        self._words.setText(reading_text(done, total))
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self._bar.setAccessibleName(self._words.text())
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def end(self) -> None:
        """Nothing is read any more."""
        self._patience.stop()
        self.hide()


class DuplicateBanner(QFrame):
    """One near-duplicate at a time, and the two answers to it, each with the ids of the copy and of its origin."""

    republishes_requested = Signal(int, int)
    duplicate_dismissed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self._pairs: list[NearDuplicate] = []
        self._words = NoteLine(self)
        self._left = plain_label("", "hint", self)
        self.yes = CardButton(self.tr("It republishes it"), "", "plain", self)
        self.no = CardButton(self.tr("Not a copy"), "", "quiet", self)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        tip = self.tr("The two count as one source, and the same sentences are proposed once")
        self.yes.dress(self.yes.text(), "plain", tip)
        self.no.dress(self.no.text(), "quiet", self.tr("Keep them as two sources that wrote for themselves"))
        answers = QHBoxLayout()
        answers.setContentsMargins(20, 0, 0, 0)
        answers.setSpacing(6)
        for part in (self.yes, self.no):
            answers.addWidget(part)
        answers.addStretch()
        answers.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE - 2, GAP_8 - 2, SIDE, GAP_8)
        column.setSpacing(GAP_4)
        column.addWidget(self._words)
        column.addLayout(answers)
        self.hide()

    def show_pairs(self, pairs: Sequence[NearDuplicate]) -> None:
        """Ask about these, one after the other."""
        self._pairs = list(pairs)
        if self._pairs:
            self._words.say(duplicate_text(self._pairs[0]), "files", "hint", "warn")
            left = self.tr("{count} more").replace("{count}", str(len(self._pairs) - 1))
            self._left.setText(left if len(self._pairs) > 1 else "")
            self.setAccessibleName(duplicate_text(self._pairs[0]))
        self.setVisible(bool(self._pairs))

    def _on_yes(self) -> None:
        pair = self._take_first()
        self.republishes_requested.emit(pair.source_id, pair.origin_id)

    def _on_no(self) -> None:
        pair = self._take_first()
        self.duplicate_dismissed.emit(pair.source_id, pair.origin_id)

    def _take_first(self) -> NearDuplicate:
        first = self._pairs[0]
        self.show_pairs(self._pairs[1:])
        return first


class _DoneWords(QWidget):
    """A mark, the date, the title."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._decided: Decided | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, _DONE_HEIGHT - 1)

    def show_decided(self, decided: Decided) -> None:
        self._decided = decided
        self.setAccessibleName(f"{self._verb(decided)}: {format_date(decided.date)}, {decided.title}")
        self.setToolTip(f"{self._verb(decided)}: {decided.title}")
        self.update()

    def _verb(self, decided: Decided) -> str:
        return {
            Decision.ACCEPTED: self.tr("Accepted"),
            Decision.ATTACHED: self.tr("Attached"),
            Decision.SKIPPED: self.tr("Skipped"),
        }[decided.decision]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        decided = self._decided
        if decided is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        marks = {
            Decision.ACCEPTED: ("check", theme.ok),
            Decision.ATTACHED: ("link-2", theme.ok),
            Decision.SKIPPED: ("minus", theme.ink3),
        }
        name, colour = marks[decided.decision]
        paint_icon(painter, QRectF(0, self.height() / 2 - 8, 16, 16), name, colour)
        left = 24.0
        parts = [(font(Role.UI, tabular=True), theme.ink2, format_date(decided.date, DateStyle.SHORT))]
        if decided.decision is not Decision.ACCEPTED:
            parts.insert(0, (font(Role.UI), theme.ink3, self._verb(decided)))
        for face, ink, words in (*parts, (font(Role.UI), theme.ink, " ".join(decided.title.split()))):
            painter.setFont(face)
            painter.setPen(ink)
            draw_elided(painter, QRectF(left, 0, self.width() - left, self.height()), words)
            left += QFontMetricsF(face).horizontalAdvance(words) + GAP_8
            if left >= self.width():
                break


class DoneLine(QFrame):
    """What was decided last. `undo_requested` to take it back."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self.setFixedHeight(_DONE_HEIGHT)
        self._words = _DoneWords(self)
        self.undo = CardButton(self.tr("Undo"), "U", "link", self)
        self.undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 0, SIDE - 2, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_decided(self, decided: Decided | None) -> None:
        """Show a decision; None hides the line."""
        if decided is not None:
            self._words.show_decided(decided)
        self.setVisible(decided is not None)
