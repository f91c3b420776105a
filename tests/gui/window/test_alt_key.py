"""Alt alone shows the menu bar; with another key it does what the two say together, however let go. F10 opens the menu."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from services.periods import Unit
from tests.driver import Driver

_ALT = Qt.KeyboardModifier.AltModifier


def test_alt_alone_shows_the_menu_bar_and_hides_it(driver: Driver) -> None:
    bar = driver.window.menuBar()
    for is_shown in (True, False):
        QTest.keyPress(driver.window.windowHandle(), Qt.Key.Key_Alt, _ALT)
        QTest.keyRelease(driver.window.windowHandle(), Qt.Key.Key_Alt)
        assert bar.isVisible() is is_shown


def test_alt_let_go_before_its_digit_leaves_the_menu_bar_alone(driver: Driver) -> None:
    driver.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    QTest.keyPress(driver.window.windowHandle(), Qt.Key.Key_Alt, _ALT)
    QTest.keyPress(driver.window.windowHandle(), Qt.Key.Key_2, _ALT)
    QTest.keyRelease(driver.window.windowHandle(), Qt.Key.Key_Alt)
    QTest.keyRelease(driver.window.windowHandle(), Qt.Key.Key_2)
    assert driver.desk.calendar.unit is Unit.MONTH
    assert not driver.window.menuBar().isVisible()


def test_main_menu_opened_by_its_key_begins_with_its_first_line(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    first = menu.actions()[0]
    assert menu.activeAction() is first
    assert not any(part.isVisible() for part in menu.findChildren(QMenu))
