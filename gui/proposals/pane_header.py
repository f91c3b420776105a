"""The head of the pane: whose proposals are shown, and how many of them are done."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from gui.controls import add_choices, plain_label, pop_up
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import paint_button_ground
from gui.proposals.loaders import Scope
from gui.style import BAR_HEADER, GAP_8
from gui.texts.proposals import progress_text
from gui.theme import theme_of

_PAD, _CHEVRON = 7, 14
_BAR_WIDTH, _BAR_HEIGHT = 72, 4


class _ScopeButton(QPushButton):
    """The title, which opens the choice of documents."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(Role.UI_STRONG)).horizontalAdvance(self.text())
        return QSize(round(2 * _PAD + words + 4 + _CHEVRON), 28)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ring = theme.hover if self.underMouse() else None, theme.accent if self.hasFocus() else None
        paint_button_ground(painter, QRectF(self.rect()), fill, ring)
        painter.setFont(font(Role.UI_STRONG))
        painter.setPen(theme.ink)
        painter.drawText(QRectF(_PAD, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        chevron = QRectF(self.width() - _PAD - _CHEVRON, self.height() / 2 - 7, _CHEVRON, _CHEVRON)
        paint_icon(painter, chevron, "chevron-down", theme.ink3)


class _ProgressBar(QWidget):
    """How much of it is done, as a line; the words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.share = 0.0
        self.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = _BAR_HEIGHT / 2
        for colour, width in ((theme.line2, float(_BAR_WIDTH)), (theme.ok, _BAR_WIDTH * self.share)):
            if width:
                painter.setBrush(colour)
                painter.drawRoundedRect(QRectF(0, 0, max(width, _BAR_HEIGHT), _BAR_HEIGHT), half, half)


class PaneHeader(QFrame):
    """`scope_changed(Scope)` when other documents were chosen."""

    scope_changed = Signal(Scope)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        self.setFixedHeight(BAR_HEADER)
        self._scope = Scope.DOCUMENT
        self.title = _ScopeButton(self)
        self.title.clicked.connect(self._open_menu)
        self.progress = plain_label("", "hint", self)
        self._bar = _ProgressBar(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18 - _PAD, 0, 18, 0)
        row.setSpacing(GAP_8 + 2)
        row.addWidget(self.title)
        row.addStretch()
        row.addWidget(self.progress)
        row.addWidget(self._bar)
        self.show_scope(Scope.DOCUMENT)
        self.show_progress(0, 0)

    def show_scope(self, scope: Scope) -> None:
        """Say whose proposals are shown."""
        self._scope = scope
        is_all = scope is Scope.ALL
        self.title.setText(self.tr("Proposed in all documents") if is_all else self.tr("Proposed incidents"))
        name = self.tr("{title}: choose the documents").replace("{title}", self.title.text())
        self.title.setAccessibleName(name)
        self.title.setToolTip(self.tr("Of this document, or of all documents by day"))
        self.title.updateGeometry()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many are done; nothing where there are none."""
        self.progress.setText(progress_text(done, total) if total else "")
        self._bar.share = done / total if total else 0.0
        self._bar.setVisible(bool(total))
        self._bar.update()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = {Scope.DOCUMENT: self.tr("Of &this document"), Scope.ALL: self.tr("Of &all documents, by day")}
        add_choices(menu, words, self._scope).triggered.connect(self._on_chosen)
        pop_up(menu, self.title.mapToGlobal(QPoint(0, self.title.height() + 2)), by_key=self.title.hasFocus())

    def _on_chosen(self, entry: QAction) -> None:
        scope = Scope(entry.data())
        if scope is not self._scope:
            self.scope_changed.emit(scope)
