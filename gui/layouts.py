"""Layouts of many nested widgets, settled before they are painted."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QScrollArea

_ROUNDS = 8


def settle_layouts(area: QScrollArea) -> None:
    """Lay out what an area scrolls, down to its last part, now.

    Qt hands the news of a changed size up by one parent for each turn of its event loop, and paints in between: a row deep in
    the page would move everything below it, in sight, several times.
    """
    page = area.widget()
    if page is None or not page.isVisible():
        return
    for _ in range(_ROUNDS):
        changed = [layout.activate() for layout in reversed(page.findChildren(QLayout))]
        # Only the area itself resizes the page.
        QCoreApplication.sendPostedEvents(area.viewport(), QEvent.Type.LayoutRequest.value)
        if not any(changed):
            break
