"""The panes of an open project in windows of every width."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.style import WIDTH_INSPECTOR_MIN
from gui.window_state import WindowState


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Workbench:
    made = Workbench(Actions(), WindowState(tmp_path / "window.ini"))
    page = QWidget()
    made.add_page(Page.CHRONOLOGY, page, page.setFocus)
    made.set_inspector(QWidget())
    qtbot.addWidget(made)
    made.resize(1440, 800)
    made.show()
    return made


def test_panes_do_not_overlap_in_the_smallest_window(bench: Workbench) -> None:
    bench.resize(820, 500)
    page, inspector = bench.panes()[1:]
    assert bench.sidebar.is_rail
    assert inspector.width() >= WIDTH_INSPECTOR_MIN
    assert page.mapTo(bench, page.rect().topRight()).x() < inspector.mapTo(bench, inspector.rect().topLeft()).x()
    assert bench.width() == 820


def test_sidebar_comes_back_with_the_room_as_it_was_wanted(bench: Workbench) -> None:
    bench.resize(820, 500)
    bench.resize(1440, 800)
    assert not bench.sidebar.is_rail
    bench.toggle_sidebar()
    bench.resize(820, 500)
    bench.resize(1440, 800)
    assert bench.sidebar.is_rail
