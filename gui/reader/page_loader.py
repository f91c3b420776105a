"""Gets drawn pages of a preserved copy on a worker thread, one at a time, the newest wish first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.task_runner import Progress, TaskRunner
from importers.page_channel import BYTES_A_PIXEL, PageImage, PageSize, PageWish
from models.errors import UserFacingError
from models.snapshots import CaptureLine
from services.page_images import PageImages

OpenPages = Callable[[CaptureLine], PageImages]


class PageLoader(QObject):
    """One copy at a time. Answers come on the window's thread, never from within a call."""

    pages_opened = Signal(object)
    """Payload: a tuple with the PageSize of every page."""
    open_failed = Signal(object)
    """Payload: the UserFacingError; there is nothing to show."""
    page_drawn = Signal(object, QImage, object)
    """Payload: the PageWish, the image, and its marks: rectangles by the id of the citation."""
    page_failed = Signal(object, object)
    """Payload: the PageWish and the UserFacingError."""

    def __init__(self, runner: TaskRunner, open_pages: OpenPages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._open_pages = open_pages
        self._pages: PageImages | None = None
        self._wishes: list[PageWish] = []
        self._is_busy = False

    def open(self, capture: CaptureLine) -> None:
        """Open a copy; what was open is given up at once."""
        self.close()
        self._pages = self._open_pages(capture)
        self._is_busy = True
        opening = _Opening(self, self._pages)
        self._runner.run(opening.work, opening.on_done, opening.on_error)

    def want(self, wishes: Sequence[PageWish]) -> None:
        """Draw these pages, the first one first; what was wanted before and is not begun is left."""
        self._wishes = list(wishes)
        self._go_on()

    def close(self) -> None:
        """End the process; nobody waits for its answers any more."""
        pages, self._pages = self._pages, None
        self._wishes = []
        self._is_busy = False
        if pages is not None:
            pages.stop()
            self._runner.run(_Closing(pages).work, _forget)

    def finish(self) -> None:
        """End the process and wait for it to be gone; called when the project or the window closes."""
        self.close()
        self._runner.finish()

    def is_open_with(self, pages: PageImages) -> bool:
        """Whether answers of these pages are still waited for."""
        return pages is self._pages

    def tell(self, announce: Callable[[], None]) -> None:
        """Announce an answer, then go on with the next wish."""
        self._is_busy = False
        announce()
        self._go_on()

    def _go_on(self) -> None:
        if self._pages is not None and self._wishes and not self._is_busy:
            self._is_busy = True
            drawing = _Drawing(self, self._pages, self._wishes.pop(0))
            self._runner.run(drawing.work, drawing.on_done, drawing.on_error)


class _Opening:
    """The first piece of work: the sizes of all pages."""

    def __init__(self, loader: PageLoader, pages: PageImages) -> None:
        self._loader = loader
        self._pages = pages

    def work(self, _progress: Progress) -> tuple[PageSize, ...]:
        return self._pages.sizes()

    def on_done(self, sizes: tuple[PageSize, ...]) -> None:
        if self._loader.is_open_with(self._pages):
            self._loader.tell(lambda: self._loader.pages_opened.emit(sizes))

    def on_error(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        if self._loader.is_open_with(self._pages):
            self._loader.tell(lambda: self._loader.open_failed.emit(error))


class _Drawing:
    """One page."""

    def __init__(self, loader: PageLoader, pages: PageImages, wish: PageWish) -> None:
        self._loader = loader
        self._pages = pages
        self._wish = wish

    def work(self, _progress: Progress) -> tuple[QImage, PageImage]:
        drawn = self._pages.draw(self._wish)
        line = drawn.width * BYTES_A_PIXEL
        # A copy: an image made of bytes that belong to Python is only as good as they last.
        return QImage(drawn.pixels, drawn.width, drawn.height, line, QImage.Format.Format_RGB32).copy(), drawn

    def on_done(self, answer: tuple[QImage, PageImage]) -> None:
        if self._loader.is_open_with(self._pages):
            image, drawn = answer
            self._loader.tell(lambda: self._loader.page_drawn.emit(self._wish, image, drawn.marks))

    def on_error(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        if self._loader.is_open_with(self._pages):
            self._loader.tell(lambda: self._loader.page_failed.emit(self._wish, error))


class _Closing:
    """Waits for a killed process on the worker thread."""

    def __init__(self, pages: PageImages) -> None:
        self._pages = pages

    def work(self, _progress: Progress) -> None:
        self._pages.close()


def _forget(_nothing: None) -> None:
    """Nobody waits for the end of a process."""
