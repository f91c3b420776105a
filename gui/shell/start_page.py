"""The first page: start, open, try the sample, or go on with a recent project. Imports nothing of the data layer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gui.actions import ActionId, Actions
from gui.controls import plain_label
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.key_cap import KeyCap
from gui.overriding import override
from gui.painting import draw_elided, paint_button_ground
from gui.shell.action_button import ActionCapButton
from gui.shell.sign import Sign
from gui.style import GAP_4, GAP_8, GAP_12, GAP_16, GAP_24, ICON
from gui.theme import theme_of

MEASURE = 620
MAX_SHOWN = 5
_ROW = 44


class Heading(QWidget):
    """A line of serif type; painted, because a style sheet has no letter spacing."""

    def __init__(self, text: str, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._role = role
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._role))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 2, round(metrics.height()) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(self._role))
        painter.setPen(theme_of(self).ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)


class RecentRow(QAbstractButton):
    """A recent project: its name, and the folder it lies in."""

    step_requested = Signal(int)
    forget_requested = Signal(Path)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._folder = _short_folder(path.parent)
        self.setText(path.stem)
        self.setAccessibleName(self.tr("Open {name}").replace("{name}", path.stem))
        self.setToolTip(str(path))
        self.setFixedHeight(_ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        return QSize(MEASURE, _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.step_requested.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_requested.emit(self.path)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(self.click)
        menu.addAction(self.tr("Forget this project")).triggered.connect(self._forget)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.rect().center()))

    def _forget(self) -> None:
        self.forget_requested.emit(self.path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.hover if self.underMouse() or self.isDown() else None
        paint_button_ground(painter, QRectF(self.rect()), fill, theme.accent if self.hasFocus() else None)
        paint_icon(painter, QRectF(GAP_8, (_ROW - ICON) / 2, ICON, ICON), "list-tree", theme.ink3)
        left = GAP_8 + ICON + GAP_12
        width = self.width() - left - GAP_8
        painter.setFont(font(Role.ROW_TITLE))
        painter.setPen(theme.ink)
        draw_elided(painter, QRectF(left, 4, width, 20), self.text())
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink3)
        draw_elided(painter, QRectF(left, 23, width, 17), self._folder, Qt.TextElideMode.ElideMiddle)


class StartPage(QFrame):
    """Shown while no project is open."""

    project_requested = Signal(Path)
    forget_project_requested = Signal(Path)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(self.tr("Start"))
        column = QWidget(self)
        column.setMaximumWidth(MEASURE)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._fill_top(box)
        box.addSpacing(GAP_24)
        self.first_button = self._add_buttons(box, actions)
        box.addSpacing(GAP_24 + GAP_12)
        self._recent_title = plain_label(self.tr("Recent"), "caption", column)
        box.addWidget(self._recent_title)
        box.addSpacing(GAP_4)
        self._recent_box = QVBoxLayout()
        self._recent_box.setSpacing(0)
        box.addLayout(self._recent_box)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP_24, GAP_24, GAP_24, GAP_16)
        whole.addStretch(3)
        whole.addLayout(middle)
        whole.addStretch(4)
        whole.addLayout(self._make_foot())
        self._rows: list[RecentRow] = []
        self.show_recent(())

    def _fill_top(self, box: QVBoxLayout) -> None:
        # The program is named after the line that opens a report with its place and day.
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        box.addWidget(plain_label(f"Dateline — {today}", "caption"))
        box.addSpacing(GAP_8)
        box.addWidget(Heading(self.tr("Start a chronology."), Role.ARTICLE_TITLE))
        box.addSpacing(GAP_12)
        lead = plain_label(
            self.tr("Drop documents here, or write the first incident. Everything stays in one file on this computer.")
        )
        lead.setProperty("role", "body")
        lead.setFont(font(Role.BODY))
        lead.setWordWrap(True)
        box.addWidget(lead)

    def _add_buttons(self, box: QVBoxLayout, actions: Actions) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(GAP_8)
        first = ActionCapButton("plus", actions[ActionId.NEW_INCIDENT], kind="primary", shows_key=True)
        row.addWidget(first)
        row.addWidget(ActionCapButton("file-plus-corner", actions[ActionId.ADD_SOURCE], kind="", shows_key=True))
        row.addWidget(ActionCapButton("folder-open", actions[ActionId.OPEN_PROJECT], kind="", keeps_dots=True))
        row.addWidget(ActionCapButton("compass", actions[ActionId.OPEN_SAMPLE], kind=""))
        row.addStretch(1)
        box.addLayout(row)
        return first

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP_8)
        for cap, words in (("Ctrl+K", self.tr("all commands")), ("?", self.tr("all keys")), ("F10", self.tr("menu"))):
            foot.addWidget(KeyCap(cap, self))
            foot.addWidget(plain_label(words, "caption", self))
            foot.addSpacing(GAP_8)
        foot.addStretch(1)
        foot.addWidget(Sign("lock", "ink3", self))
        foot.addWidget(plain_label(self.tr("On this computer only"), "caption", self))
        return foot

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the projects opened last; the part is hidden while there are none."""
        for row in self._rows:
            self._recent_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._make_row(path) for path in paths[:MAX_SHOWN]]
        self._recent_title.setVisible(bool(self._rows))

    def _make_row(self, path: Path) -> RecentRow:
        row = RecentRow(path, self)
        row.clicked.connect(self._on_row_clicked)
        row.step_requested.connect(self._on_row_step_requested)
        row.forget_requested.connect(self.forget_project_requested)
        self._recent_box.addWidget(row)
        return row

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.project_requested.emit(row.path)

    def _on_row_step_requested(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self._rows[(self._rows.index(row) + step) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)


def _short_folder(folder: Path) -> str:
    """The folder with the home folder written as ~."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
