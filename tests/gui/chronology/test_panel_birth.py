"""The list's page while it is made."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.chronology.panel import ChronologyPanel
from gui.filters.loaders import FilterLoaders
from gui.overriding import override


class Shown(QObject):
    """Notes the windows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window(qtbot: QtBot, qapp: QApplication) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    panel = ChronologyPanel(lambda _ids: (), FilterLoaders())
    qapp.removeEventFilter(shown)
    qtbot.addWidget(panel)
    assert shown.names == []
