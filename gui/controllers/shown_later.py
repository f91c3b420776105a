"""Work for a widget that is done when somebody can see it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gui.overriding import override


class ShownLater(QObject):
    """Thousands of rows are not read for a page that is not on screen."""

    def __init__(self, widget: QWidget, work: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._work = work
        self._is_due = False
        widget.installEventFilter(self)

    def ask(self) -> None:
        """Do the work now, or when the widget is shown."""
        self._is_due = not self._widget.isVisible()
        if not self._is_due:
            self._work()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._is_due:
            self._is_due = False
            self._work()
        return False
