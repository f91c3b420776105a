"""A view over pages one below the other: which are in sight, how large they are, how to get from one to the next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.controls import claim_key
from gui.overriding import override
from gui.reader.page_column import MARGIN, PageColumn
from gui.texts.pages import place_text
from importers.page_channel import PageSize

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
MAX_WIDTH = 920
_STEP = 48
_LEAST_WIDTH = 40
# A picture taller than this, in widths, is a long screenshot: it is shown as wide as it fits, not as high.
_LONG_PICTURE = 3.0
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_TURNS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_OWN_KEYS = frozenset({*_STEPS, Qt.Key.Key_0, Qt.Key.Key_Home, Qt.Key.Key_End})


class PageScroller(QAbstractScrollArea):
    """Pages count from 1. Zoom 1 is as wide as the view (a picture: as it fits into the view, never larger than it is)."""

    page_changed = Signal(int)
    """Payload: the number of the page that is looked at, 0 for none."""
    zoom_changed = Signal(float)
    sight_changed = Signal()
    """Other pages are seen, or the same in another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sequence[PageSize] = ()
        self._column = PageColumn()
        self._is_picture = False
        self._page = 0
        self._target = (0, 0)
        self._zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._column.count

    @property
    def page(self) -> int:
        """The page that is looked at, 0 for none."""
        return self._page

    @property
    def zoom(self) -> float:
        return self._zoom

    def shows(self, sizes: Sequence[PageSize]) -> bool:
        """Whether pages of these sizes are placed."""
        return bool(sizes) and self._sizes == sizes

    def set_sizes(self, sizes: Sequence[PageSize], *, is_picture: bool) -> None:
        """Place other pages, from the first one on."""
        self._sizes, self._is_picture, self._zoom = sizes, is_picture, 1.0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._page = 0
        self._target = (0, 0)
        self._notice_page()
        self.zoom_changed.emit(self._zoom)
        self.sight_changed.emit()

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page to the top of the view, as far as there is something below it."""
        if self.count:
            bar, number = self.verticalScrollBar(), min(max(number, 1), self.count)
            value = min(self._column.box(number).top() - MARGIN, bar.maximum())
            self._target = (number, value)
            bar.setValue(value)
            self._notice_page()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages so many times as wide, around what is in the middle."""
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._arrange()
        self.zoom_changed.emit(self._zoom)
        self.sight_changed.emit()

    def step_zoom(self, step: int) -> None:
        """Go on to the next larger (1) or smaller (−1) zoom."""
        further = [zoom for zoom in ZOOMS if (zoom - self._zoom) * step > 0]
        if further:
            self.set_zoom(further[0] if step > 0 else further[-1])

    def pages_in_sight(self) -> range:
        """The pages of which something is seen."""
        top = self.verticalScrollBar().value()
        return self._column.between(top, top + self.viewport().height())

    def page_width(self) -> int:
        """How wide pages are shown, in logical pixels."""
        return self._column.width

    def page_box(self, page: int) -> QRect:
        """The place of a page in the view."""
        aside = self.horizontalScrollBar()
        left = (self.viewport().width() - self._column.width) // 2
        if aside.maximum():
            left = MARGIN - aside.value()
        return self._column.box(page).translated(left, -self.verticalScrollBar().value())

    def page_under(self, y: int) -> int:
        """The page at a height of the view, 0 for none."""
        return self._column.page_at(y + self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Place the pages anew, the same part of the same page in the middle as before."""
        bar, aside, room = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport().size()
        place = (bar.value() + room.height() / 2) / max(self._column.height, 1)
        pictures = self._sizes if self._is_picture else ()
        fitting = _fitting_width(room, pictures, self.devicePixelRatioF())
        self._column = PageColumn(self._sizes, max(round(fitting * self._zoom), 1))
        bar.setRange(0, max(0, self._column.height - room.height()))
        bar.setPageStep(max(room.height() - _STEP, 1))
        too_wide = self._column.width > room.width()
        aside.setRange(0, self._column.width + 2 * MARGIN - room.width() if too_wide else 0)
        aside.setPageStep(room.width())
        aside.setValue(aside.maximum() // 2)
        bar.setValue(round(place * self._column.height - room.height() / 2))
        self.viewport().update()

    def _notice_page(self) -> None:
        """Tell which page is looked at, where it is another one than before: the one gone to, else that in the middle."""
        value = self.verticalScrollBar().value()
        page = self._column.page_at(value + self.viewport().height() // 2)
        if self.count and self._target[0] and self._target[1] == value:
            page = self._target[0]
        if page == self._page:
            return
        self._page = page
        said = place_text(page, self.count) if page else ""
        self.setAccessibleDescription(said)
        if said and QAccessible.isActive() and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.page_changed.emit(page)

    def _on_scrolled(self) -> None:
        self._notice_page()
        self.viewport().update()
        self.sight_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._notice_page()
        self.sight_changed.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and turned:
            self.step_zoom(1 if turned > 0 else -1)
        else:
            super().wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # The window has shortcuts of single keys; those that mean something here are not for it.
        return claim_key(event, _is_own) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_aside = Qt.Key(event.key()), self.horizontalScrollBar().maximum() > 0
        if key in _TURNS and not is_aside and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.go_to_page(self._page + _TURNS[key])
        elif not _is_own(event):
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.step_zoom(_STEPS[key])
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        else:
            self.go_to_page(1 if key == Qt.Key.Key_Home else self.count)


def _fitting_width(room: QSize, pictures: Sequence[PageSize], ratio: float) -> float:
    """How wide pages are shown in a view of this size; `pictures`: their sizes in pixels, of which `ratio` are a logical one."""
    width: float = room.width() - 2 * MARGIN
    if not pictures:
        return max(min(width, MAX_WIDTH), _LEAST_WIDTH)
    width = min(width, pictures[0].width / ratio)
    if len(pictures) == 1 and pictures[0].shape < _LONG_PICTURE:
        width = min(width, (room.height() - 2 * MARGIN) / pictures[0].shape)
    return max(width, _LEAST_WIDTH)


def _is_own(event: QKeyEvent) -> bool:
    # Plus is typed with Shift on many keyboards.
    harmless = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() in _OWN_KEYS and not event.modifiers() & ~harmless
