"""The whole window on real files, with a private home; a message box that nobody expected fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from services.sample import create_sample
from tests.driver import Driver, no_unexpected_modal, open_window

__all__ = ["no_unexpected_modal", "open_window"]


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Iterator[Driver]:
    """The window on the sample; menus that a test leaves open are closed."""
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    yield open_window(path)
    for menu in QApplication.topLevelWidgets():
        if isinstance(menu, QMenu):
            menu.close()
