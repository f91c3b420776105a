"""The menus of rows: by the right button, by "More", and the keys they show."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from gui.actions import ActionId
from gui.chronology.chronology_delegate import RowAction
from gui.chronology.chronology_view import ChronologyView
from gui.filters.choice_popup import ChoicePopup
from gui.shell.list_page import ListPage
from gui.sources.source_view import SourceView
from services.sample import create_sample
from services.sources import list_source_ids
from tests.driver import Driver

OpenWindow = Callable[..., Driver]


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    return open_window(path)


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def click_right(view: ChronologyView, row: int) -> None:
    place = view.row_rect(row).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    where = view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))


def test_right_button_on_a_row_selects_it_and_offers_what_the_keys_do(driver: Driver) -> None:
    view = driver.desk.chronology.view
    click_right(view, 1)
    menu = popup()
    assert view.selected_ids() == [view.rows.incident_id_at(1)]
    assert names(menu)[0] == ActionId.EDIT.value
    assert ActionId.DELETE.value in names(menu)
    menu.close()


def test_more_on_a_row_opens_its_menu(driver: Driver) -> None:
    view = driver.desk.chronology.view
    place = view.delegate.action_rects(view.row_rect(1))[RowAction.MORE].center()
    QTest.mouseMove(view.viewport(), place - QPoint(40, 0))
    view.set_hovered(1)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    menu = popup()
    assert ActionId.CITE.value in names(menu)
    menu.close()


def test_menu_of_several_rows_keeps_them_and_leaves_out_what_is_about_one(driver: Driver) -> None:
    view = driver.desk.chronology.view
    driver.desk.chronology.focus_list()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = view.selected_ids()
    click_right(view, 1)
    menu = popup()
    assert view.selected_ids() == chosen
    assert names(menu) == [ActionId.TAG.value, ActionId.MARK.value, ActionId.DELETE.value]
    menu.close()


def test_tag_key_with_several_rows_offers_tags_for_all_of_them(driver: Driver) -> None:
    view = driver.desk.chronology.view
    driver.desk.chronology.focus_list()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_T)
    offered = QApplication.activePopupWidget()
    assert isinstance(offered, ChoicePopup)
    offered.close()


def test_bin_and_history_offer_their_buttons_as_a_menu(driver: Driver) -> None:
    driver.desk.chronology.delete_requested.emit([1])
    for key, words in ((Qt.Key.Key_7, "Restore"), (Qt.Key.Key_6, "Go back to here")):
        driver.press(key, Qt.KeyboardModifier.ControlModifier)
        page = driver.window.workbench._stack.currentWidget()
        assert isinstance(page, ListPage)
        page.list.select_row(0)
        page.list.customContextMenuRequested.emit(page.list.visualRect(page.list.currentIndex()).center())
        menu = popup()
        assert [action.text() for action in menu.actions()] == [words]
        menu.close()


def test_right_button_on_a_source_offers_to_read_edit_and_delete_it(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    source_list = driver.desk.sources.source_list
    view = source_list.findChild(SourceView)
    assert isinstance(view, SourceView)
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    where = view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))
    menu = popup()
    assert names(menu) == [ActionId.READ.value, ActionId.EDIT.value, ActionId.DELETE.value]
    chosen = source_list.selected_ids()
    next(action for action in menu.actions() if action.objectName() == ActionId.DELETE.value).trigger()
    menu.close()
    assert chosen[0] not in list_source_ids(driver.desk.session.project)


def test_bulk_bar_leaves_words_out_where_they_do_not_fit(driver: Driver) -> None:
    panel = driver.desk.chronology
    panel.focus_list()
    QTest.keyClick(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    buttons = panel.bulk_bar.findChildren(QPushButton)

    def shows_words(*, wanted: bool) -> bool:
        fits = all(button.width() >= button.sizeHint().width() for button in buttons)
        return fits and all(bool(button.text()) is wanted for button in buttons)

    driver.window.resize(1440, 700)
    driver.qtbot.waitUntil(lambda: shows_words(wanted=True))
    driver.window.resize(1100, 700)
    driver.qtbot.waitUntil(lambda: shows_words(wanted=False))
    assert all(button.accessibleName() for button in buttons)
