"""Sidebar, status line, start page, search field and window state, each on its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.main_window import MainWindow
from gui.shell.page import Page
from gui.shell.search_field import SearchField
from gui.shell.sidebar import Sidebar
from gui.shell.sidebar_section import SidebarSpot
from gui.shell.start_page import RecentRow, StartPage
from gui.shell.status_line import StatusLine
from gui.shell.tool_bar import ToolBar
from gui.style import WIDTH_RAIL
from gui.window_state import WindowState


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    made = Sidebar(Actions())
    made.tags.show_spots([SidebarSpot("tag:1", "tag0", "Port", 3), SidebarSpot("tag:2", "tag1", "Fire")])
    qtbot.addWidget(made)
    made.resize(220, 700)
    made.show()
    return made


def row(sidebar: Sidebar, name: str) -> QAbstractButton:
    found = sidebar.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def test_sidebar_asks_for_pages_and_tags(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.page_requested) as page:
        row(sidebar, "sources").click()
    assert page.args == [Page.SOURCES]
    with qtbot.waitSignal(sidebar.spot_requested) as spot:
        row(sidebar, "tag:2").click()
    assert spot.args == ["tag:2"]


def test_sidebar_rows_are_walked_by_arrows(sidebar: Sidebar) -> None:
    sidebar.focus_first()
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row(sidebar, "tag:1")


def test_tab_goes_down_the_sidebar_also_through_rows_that_came_later(sidebar: Sidebar) -> None:
    spots = [
        SidebarSpot("tag:3", "tag2", "Alarm"),
        SidebarSpot("tag:1", "tag0", "Port"),
        SidebarSpot("tag:2", "tag1", "X"),
    ]
    sidebar.tags.show_spots(spots)
    sidebar.views.show_spots([SidebarSpot("view:1", "bookmark", "Mine")])
    QApplication.processEvents()  # the layout shows the new ones
    sidebar.project_button.setFocus()
    reached: list[str] = []
    for _ in range(13):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not None
        reached.append(after.objectName() or after.accessibleName())
    places = ["chronology", "timeline", "calendar", "sources", "entities"]
    sections = ["Save this view", "view:1", "New tag", "tag:3", "tag:1", "tag:2"]
    assert reached == [*places, *sections, "history", "bin"]


def test_tab_goes_through_the_tool_bar_from_left_to_right(qtbot: QtBot) -> None:
    actions = Actions()
    actions.update_needs(project=True, undo=True, redo=True)
    bar = ToolBar(actions)
    qtbot.addWidget(bar)
    bar.resize(1200, 48)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.menu_button.setFocus()
    lefts: list[int] = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        lefts.append(focused.mapTo(bar, QPoint(0, 0)).x())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert lefts == sorted(set(lefts))


def test_sidebar_says_counts_to_screen_readers(sidebar: Sidebar) -> None:
    assert row(sidebar, "tag:1").accessibleName() == "Port, 3"
    sidebar.tags.show_spots([SidebarSpot("tag:2", "tag1", "Fire", 1)])
    assert [spot.objectName() for spot in sidebar.tags.rows()] == ["tag:2"]


def test_sidebar_collapses_to_icons(sidebar: Sidebar) -> None:
    sidebar.set_rail(is_rail=True)
    assert sidebar.width() == WIDTH_RAIL
    assert not sidebar.tags.isVisible()
    assert row(sidebar, "sources").toolTip() == "Sources (Ctrl+4)"


def test_status_line_counts_with_nouns(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_counts(1, 62, 3)
    words = [label.text() for label in line.findChildren(type(line._counts))]
    assert "1 incident · 62 sources ·" in words
    with qtbot.waitSignal(line.uncited_requested):
        line._uncited.click()


def test_status_line_says_not_saved_and_offers_another_try(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_not_saved(can_retry=True)
    assert line._saved.text() == "NOT saved"
    with qtbot.waitSignal(line.retry_requested):
        line._retry.click()
    line.show_saved("14:03")
    assert line._saved.text() == "Saved 14:03"
    assert not line._retry.isVisible()


def test_notice_offers_its_way_back_once(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_notice("Cited.", ("undo", "Undo"), ("show", "Show"))
    undo, show = line.notice.links()
    assert (undo.text(), show.text()) == ("Undo", "Show")
    with qtbot.waitSignal(line.notice_pressed) as pressed:
        show.click()
    assert pressed.args == ["show"]
    assert not line.notice.isVisible()


def test_notice_goes_with_its_way_only(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.show_notice("Cited.", ("undo", "Undo"), ("show", "Show"))
    line.hide_notice("open")
    assert line.notice.isVisible()
    line.hide_notice("undo")
    assert not line.notice.isVisible()


def test_start_page_lists_and_forgets_projects(qtbot: QtBot, tmp_path: Path) -> None:
    page = StartPage(Actions())
    qtbot.addWidget(page)
    page.show_recent([tmp_path / "Harbour.dateline", tmp_path / "Depot.dateline"])
    page.show()
    first, second = page.findChildren(RecentRow)
    with qtbot.waitSignal(page.project_requested) as opened:
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert opened.args == [tmp_path / "Harbour.dateline"]
    with qtbot.waitSignal(page.forget_project_requested):
        QTest.keyClick(second, Qt.Key.Key_Delete)


def test_search_is_announced_at_every_key(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.search_changed.connect(told.append)
    QTest.keyClicks(field, "fire")
    assert told == ["f", "fi", "fir", "fire"]
    with qtbot.waitSignal(field.search_changed) as cleared:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert cleared.args == [""]


def test_text_set_elsewhere_is_not_announced(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.search_changed):
        field.show_text("fire")
    assert field.text() == "fire"


def test_state_survives_and_can_forget(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    state.add_recent(tmp_path / "a.dateline")
    state.add_recent(tmp_path / "b.dateline")
    state.theme = "dark"
    state.keep_flag("compact", True)
    state.last_project = tmp_path / "b.dateline"
    again = WindowState(tmp_path / "window.ini")
    assert again.recent() == (tmp_path / "b.dateline", tmp_path / "a.dateline")
    assert (again.theme, again.flag("compact"), again.last_project) == ("dark", True, tmp_path / "b.dateline")
    again.keeps_recent = False
    again.add_recent(tmp_path / "c.dateline")
    assert again.recent() == ()
    assert again.last_project is None


def test_dropped_files_are_handed_on(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Actions(), WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.dateline"))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.files_dropped) as dropped:
        window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), actions, data, buttons, keys))
    assert dropped.args == [[tmp_path / "a.dateline"]]
