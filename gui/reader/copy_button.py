"""Which copy is read, and what can be done with it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from gui.controls import add_choices, button_text, pop_up
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import paint_button_ground
from gui.style import HEIGHT_BUTTON
from gui.texts.reading import copy_choice, copy_text, doubts_text
from gui.theme import blend, theme_of
from models.reading import Reading

_ICON, _MARK, _PAD, _GAP = 16, 14, 4, 6
# Less of the second part says nothing.
_LEAST = 60


class CopyButton(QAbstractButton):
    """ "Saved copy · text unchanged since import", with a menu of the other copies."""

    capture_chosen = Signal(int)
    extract_again_requested = Signal(int)
    details_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._is_read_only = False
        self._font = font(Role.CAPTION)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def show_reading(self, reading: Reading | None) -> None:
        """Say which copy is read; nothing where none is."""
        self._reading = reading
        self.setVisible(reading is not None)
        said = copy_text(reading) if reading is not None else ""
        self.setText(said)
        self.setAccessibleName(said)
        told = "\n".join(filter(None, (said, doubts_text(reading) if reading is not None else "")))
        self.setToolTip(self.tr("%1\nOther copies, and what can be done with this one (Space)").replace("%1", told))
        self.setAccessibleDescription(doubts_text(reading) if reading is not None else "")
        self.updateGeometry()
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._is_read_only = read_only

    def make_menu(self) -> QMenu | None:
        """The copies of the source, and what can be done with the one that is read."""
        if self._reading is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(self._reading.captures) > 1:
            copies = {line.id: button_text(copy_choice(line)) for line in self._reading.captures}
            add_choices(menu, copies, self._reading.capture.id).triggered.connect(self._on_copy_chosen)
            menu.addSeparator()
        again = menu.addAction(self.tr("Take the text anew from the copy"))
        again.setEnabled(not self._is_read_only)
        again.triggered.connect(self._on_again_chosen)
        menu.addAction(self.tr("Details of the source")).triggered.connect(self.details_requested)
        return menu

    def open_menu(self) -> None:
        """Show the menu below the button."""
        menu = self.make_menu()
        if menu is not None:
            pop_up(menu, self.mapToGlobal(QPoint(0, self.height() + 2)), by_key=self.hasFocus())

    def _on_copy_chosen(self, action: QAction) -> None:
        if self._reading is not None and action.data() != self._reading.capture.id:
            self.capture_chosen.emit(action.data())

    def _on_again_chosen(self) -> None:
        if self._reading is not None:
            self.extract_again_requested.emit(self._reading.capture.id)

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._font).horizontalAdvance(self.text())
        return QSize(round(wide) + 2 * _PAD + _ICON + _GAP + _GAP + _MARK + 1, HEIGHT_BUTTON - 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _PAD + _ICON + _GAP + _MARK, HEIGHT_BUTTON - 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = blend(theme.ink, 0.06) if self.isDown() else theme.hover if self.underMouse() else None
        paint_button_ground(painter, QRectF(self.rect()), fill, theme.accent if self.hasFocus() else None)
        middle = self.height() / 2
        paint_icon(painter, QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON), "archive", theme.ink2)
        left = _PAD + _ICON + _GAP
        room = min(self.width() - left - _PAD - _MARK - _GAP, self.sizeHint().width() - left - _PAD - _MARK - _GAP)
        painter.setFont(self._font)
        painter.setPen(theme.ink2)
        shown = self._words_for(room)
        box = QRectF(left, 0, max(0, room) + 1, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        wide = QFontMetricsF(self._font).horizontalAdvance(shown)
        paint_icon(
            painter, QRectF(left + wide + _GAP - 2, middle - _MARK / 2, _MARK, _MARK), "chevron-down", theme.ink3
        )

    def _words_for(self, room: float) -> str:
        """As many of the words as there is room for; the first of them alone, or none, before a stump of them."""
        metrics = QFontMetricsF(self._font)
        head = self.text().partition(" · ")[0]
        if metrics.horizontalAdvance(self.text()) > room and metrics.horizontalAdvance(head) + _LEAST > room:
            return head if metrics.horizontalAdvance(head) <= room else ""
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0, room))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.open_menu()
        else:
            super().keyPressEvent(event)
