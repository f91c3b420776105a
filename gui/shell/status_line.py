"""The status line: saved or not, the numbers, work in progress, key hints, and where the data is."""

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from gui.controls import plain_label
from gui.key_cap import KeyCap
from gui.overriding import override
from gui.shell.quiet_link import QuietLink
from gui.shell.sign import Sign
from gui.shell.status_notice import StatusNotice
from gui.style import BAR_STATUS, GAP_4, GAP_8, GAP_12
from gui.theme import theme_of

# A worker that is done before this shows nothing: no flicker for short work.
PATIENCE_MS = 400


class StatusLine(QFrame):
    """28 pixels high. `uncited_requested` is the wish to see the incidents without a citation."""

    uncited_requested = Signal()
    cancel_requested = Signal()
    retry_requested = Signal()
    notice_pressed = Signal(str)
    """Payload: the key of the way on that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status-line")
        self.setProperty("surface", "sidebar")
        self.setFixedHeight(BAR_STATUS)
        self._saved_sign = Sign("check", "ok", self)
        self._saved = plain_label("", "caption", self)
        self._retry = self._make_link(self.tr("Try again"), "accent", self.retry_requested)
        self._counts = plain_label("", "caption", self)
        self._uncited = self._make_link("", "warn", self.uncited_requested)
        self.notice = StatusNotice(self)
        self.notice.way_pressed.connect(self.notice_pressed)
        self._label = ""
        self._work = plain_label("", "caption", self)
        self._bar = QProgressBar(self)
        self._bar.setFixedSize(120, 6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = self._make_link(self.tr("Cancel"), "accent", self.cancel_requested)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show_work)
        self._build()
        self.show_saved("")
        self.hide_work()

    def _make_link(self, text: str, role: str, wish: SignalInstance) -> QuietLink:
        link = QuietLink(role, self)
        link.set_words(text)
        link.hide()
        link.clicked.connect(wish)
        return link

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_12 + 2, 1, GAP_12 + 2, 0)
        row.setSpacing(GAP_8)
        parts: tuple[QWidget, ...] = (self._saved_sign, self._saved, self._retry)
        for part in parts:
            row.addWidget(part)
        row.addSpacing(GAP_8)
        parts = (self._counts, self._uncited)
        for part in parts:
            row.addWidget(part)
            row.addSpacing(-GAP_8)
        row.addStretch(1)
        parts = (self.notice, self._work, self._bar, self._cancel)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        self._hints = QWidget(self)
        hints = QHBoxLayout(self._hints)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.setSpacing(GAP_4 + 2)
        for caps, words in ((("J", "K"), self.tr("move")), (("E",), self.tr("edit")), (("?",), self.tr("all keys"))):
            for cap in caps:
                hints.addWidget(KeyCap(cap, self._hints))
            hints.addWidget(plain_label(words, "caption", self._hints))
            hints.addSpacing(GAP_8)
        row.addWidget(self._hints)
        row.addWidget(Sign("lock", "ink3", self))
        row.addWidget(plain_label(self.tr("On this computer only"), "caption", self))

    def show_saved(self, time: str) -> None:
        """Say when the last change was committed; "" while nothing was changed since the file was opened."""
        words = self.tr("Saved {time}").replace("{time}", time) if time else self.tr("Saved")
        self._set_saved(words, "check", "ok", "caption")
        self._retry.hide()

    def show_not_saved(self, *, can_retry: bool = False) -> None:
        """Say that the last change is only on screen."""
        self._set_saved(self.tr("NOT saved"), "triangle-alert", "bad", "error")
        self._retry.setVisible(can_retry)

    def show_read_only(self) -> None:
        """Say that nothing can be changed here."""
        self._set_saved(self.tr("Read-only"), "lock", "ink3", "caption")
        self._retry.hide()

    def _set_saved(self, words: str, icon_name: str, colour: str, role: str) -> None:
        self._saved_sign.set_sign(icon_name, colour)
        self._saved.setText(words)
        if self._saved.property("role") != role:  # another style is another layout of the whole window
            self._restyle(self._saved, role)

    def _restyle(self, label: QLabel, role: str) -> None:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)

    def show_counts(self, incidents: int, sources: int, uncited: int) -> None:
        """Show the numbers with their nouns."""
        parts = (
            _count(incidents, self.tr("incident"), self.tr("incidents")),
            _count(sources, self.tr("source"), self.tr("sources")),
        )
        self._counts.setText(" · ".join(parts) + (" ·" if uncited else ""))
        words = self.tr("{count} uncited").replace("{count}", f"{uncited:,}")
        self._uncited.set_words(words, self.tr("Show the incidents without a citation"))
        self._uncited.setVisible(uncited > 0)

    def show_notice(self, text: str, *ways: tuple[str, str]) -> None:
        """Say what was done and offer next steps (key, verb), for a while."""
        self.notice.say(text, *ways)

    def hide_notice(self, key: str = "") -> None:
        """Take the notice away; with `key` only one that offers this way."""
        if not key or self.notice.offers(key):
            self.notice.clear()

    def start_work(self, label: str) -> None:
        """Work began; it is shown when it takes longer than a moment."""
        self._label = label
        self._work.setText(label)
        self._bar.setRange(0, 0)
        self._patience.start()

    def show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            steps = self.tr("{done} of {total}").replace("{done}", f"{done:,}").replace("{total}", f"{total:,}")
            self._work.setText(f"{self._label} {steps}")

    def _show_work(self) -> None:
        for widget in (self._work, self._bar, self._cancel):
            widget.show()

    def hide_work(self) -> None:
        """Work ended."""
        self._patience.stop()
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave the key hints out where there is no room for them."""
        self._hints.setVisible(not is_narrow)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme_of(self).line)
        painter.drawLine(0, 0, self.width(), 0)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
