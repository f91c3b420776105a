"""The whole window on real files, as a person at the keyboard: for end-to-end tests and those of the wiring."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.app import Opener, build
from gui.desk import Desk
from gui.main_window import MainWindow
from tests.fakes import FakeNotices

PATIENCE_MS = 20_000


class Driver:
    """A person at the window: types, presses keys, and looks."""

    def __init__(self, qtbot: QtBot, application: QApplication, window: MainWindow, notices: FakeNotices) -> None:
        self.qtbot = qtbot
        self.application = application
        self.window = window
        self.notices = notices

    @property
    def opener(self) -> Opener:
        found = self.window.findChild(Opener)
        assert isinstance(found, Opener)
        return found

    @property
    def desk(self) -> Desk:
        assert self.opener.desk is not None
        return self.opener.desk

    def focus(self) -> QWidget:
        focused = self.application.focusWidget()
        return focused if focused is not None else self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)

    def drop(self, path: Path) -> None:
        """Let a file go over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        self.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, data, buttons, keys))

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The open dialog of this class, once it has the keyboard."""
        self.qtbot.waitUntil(lambda: isinstance(self.application.activeWindow(), kind), timeout=PATIENCE_MS)
        found = self.application.activeWindow()
        assert isinstance(found, kind)
        self.qtbot.waitUntil(lambda: found.isAncestorOf(self.focus()), timeout=PATIENCE_MS)
        return found

    def wait_for_window(self) -> None:
        """Until the main window has the keyboard again, which offscreen has no window manager to give it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(lambda: self.application.activeWindow() is self.window, timeout=PATIENCE_MS)

    def leave(self) -> None:
        """Close the window as its frame does, and be done with it."""
        if shiboken6.isValid(self.window):
            self.window.close()
            shiboken6.delete(self.window)


@pytest.fixture(autouse=True)
def no_unexpected_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever would stop and wait for a person fails instead."""

    def refuse(*_args: object, **_named: object) -> None:
        pytest.fail("a modal window was opened")

    for kind in (QDialog, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Driver]]:
    """Opens the window as `main.py` does; several may follow one another."""
    drivers: list[Driver] = []

    def start(path: Path | None = None) -> Driver:
        notices = FakeNotices()
        application, window = build(["dateline", *([str(path)] if path else [])], notices=notices)
        driver = Driver(qtbot, application, window, notices)
        drivers.append(driver)
        with qtbot.waitSignal(driver.opener.desk_opened, timeout=PATIENCE_MS):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
        return driver

    yield start
    for driver in drivers:
        driver.leave()
    qapp.processEvents()
    # Each window sets what is there aside from the collector; the next test would keep this one's window for good.
    gc.unfreeze()
