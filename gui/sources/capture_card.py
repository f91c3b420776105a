"""One preserved copy of a source as the editor shows it."""

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from gui.controls import IconButton, plain_label
from gui.elided_line import ElidedLine
from gui.fields.patch_field import NoteLine
from gui.fonts import Role
from gui.icons import pixmap
from gui.overriding import override
from gui.style import GAP_8, GAP_12
from gui.texts import method_text
from gui.texts.imports import doubt_text
from gui.texts.sources import capture_title, media_text, size_text
from gui.theme import theme_of
from models.doubts import FileDoubt
from models.snapshots import CaptureLine

_SHOWN_DIGITS = 12


def utc_text(iso: str) -> str:
    """A stored moment (ISO 8601) in UTC, as evidence gives it; "" stays empty."""
    try:
        moment = datetime.fromisoformat(iso).astimezone(UTC)
    except ValueError:
        return iso
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMM yyyy")
    return f"{day}, {moment:%H:%M} UTC"


def moment_text(iso: str) -> str:
    """The same in the reader's own time, as everywhere else in the window."""
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(shown, "d MMM yyyy, HH:mm")


class CaptureCard(QFrame):
    """Wishes: read_requested, take_text_requested, save_requested, remove_requested, each with the capture's id."""

    read_requested = Signal(object)
    take_text_requested = Signal(int)
    save_requested = Signal(int)
    remove_requested = Signal(int)

    def __init__(self, line: CaptureLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.setProperty("surface", "card")
        self._image = QLabel(self)
        self._image.setFixedWidth(17)
        title = capture_title(line)
        self._title = ElidedLine(Role.UI_STRONG, "ink", self)
        self._title.show_text(title)
        self._title.setToolTip(title)
        facts = (media_text(line.media_type), size_text(line.size), method_text(line.method))
        words = (*facts, utc_text(line.captured_at))
        self._facts = plain_label(" · ".join(part for part in words if part), "hint", self)
        self._facts.setWordWrap(True)
        self._facts.setToolTip(moment_text(line.captured_at))
        self._doubts = [self._make_doubt(doubt) for doubt in line.doubts]
        self._digest = plain_label(f"SHA-256 {line.sha256[:_SHOWN_DIGITS]}…", "hint", self)
        self._digest.setToolTip(line.sha256)
        self._digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(title)
        self._lay_out()
        self._tint()

    def _lay_out(self) -> None:
        title = self._title.accessibleName()
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self._view = IconButton("book-open", self.tr("Read {title}").format(title=title), self)
        self._take = IconButton("refresh-cw", self.tr("Take the text of {title} anew").format(title=title), self)
        self._save = IconButton("download", self.tr("Save a copy of {title}…").format(title=title), self)
        self._remove = IconButton("trash-2", self.tr("Remove {title}").format(title=title), self)
        self._copy = IconButton("copy", self.tr("Copy the whole SHA-256"), self)
        self._view.clicked.connect(self._on_view_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)
        for button in (self._view, self._take, self._save, self._remove):
            buttons.addWidget(button)
        digest = QHBoxLayout()
        digest.setSpacing(0)
        digest.addWidget(self._digest)
        digest.addWidget(self._copy)
        digest.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP_12, GAP_8, GAP_8, 4)
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._image, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addLayout(buttons, 0, 2)
        grid.addWidget(self._facts, 1, 1, 1, 2)
        grid.addLayout(digest, 2, 1, 1, 2)
        for row, doubt in enumerate(self._doubts, 3):
            grid.addWidget(doubt, row, 1, 1, 2)

    def _make_doubt(self, doubt: FileDoubt) -> NoteLine:
        note = NoteLine(self)
        note.say(doubt_text(doubt.code, doubt.value), "circle-alert", icon_role="warn")
        return note

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in this card, in order."""
        return (self._view, self._take, self._save, self._remove, self._copy)

    def set_read_only(self, read_only: bool) -> None:
        for button in (self._take, self._remove):
            button.setEnabled(not read_only)

    def _tint(self) -> None:
        name = "file-text" if self._line.text_length else "file"
        self._image.setPixmap(pixmap(name, theme_of(self), "ink2", ratio=self.devicePixelRatioF()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _on_view_clicked(self) -> None:
        self.read_requested.emit(self._line.id)

    def _on_take_clicked(self) -> None:
        self.take_text_requested.emit(self._line.id)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._line.id)

    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self._line.id)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._line.sha256)
