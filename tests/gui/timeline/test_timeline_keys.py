"""The timeline by keyboard alone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.timeline.camera import ZoomLevel, level_of
from gui.timeline.timeline_page import TimelinePage
from tests.gui.timeline.boards import JANUARY, make_page

_K, _M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    made = make_page(undated=(8, 9))
    qtbot.addWidget(made)
    made.focus_canvas()
    return made


def press(page: TimelinePage, key: Qt.Key, modifiers: Qt.KeyboardModifier = _M.NoModifier) -> None:
    QTest.keyClick(page.canvas, key, modifiers)


def test_brackets_walk_through_all_lanes_in_time(page: TimelinePage) -> None:
    walked = []
    for _ in range(8):
        press(page, _K.Key_BracketRight)
        walked.append(page.board.current)
    assert walked == [1, 4, 2, 5, 3, 7, 6, 6]
    press(page, _K.Key_BracketLeft)
    assert page.board.current == 7


def test_brackets_bring_a_far_incident_into_view(page: TimelinePage) -> None:
    page.board.select([7], 7)
    press(page, _K.Key_BracketRight)
    assert page.board.current == 6
    assert page.canvas.rect_of(6) is not None
    assert has_card(page)


@pytest.mark.parametrize("part", ["minimap", "header"])
def test_keys_of_the_tooltips_count_anywhere_on_the_page(page: TimelinePage, part: str) -> None:
    page.fit_all()
    fitted = page.visible_span()
    widget = page.minimap if part == "minimap" else page.header.tools.fit
    QTest.keyClick(widget, _K.Key_3, _M.AltModifier)
    assert level_of(page.camera.scale) is ZoomLevel.DAYS
    QTest.keyClick(widget, _K.Key_0)
    assert page.visible_span() == fitted


def test_walking_to_either_end_leaves_what_was_fitted_alone(page: TimelinePage) -> None:
    page.fit_all()
    fitted = page.visible_span()
    for key in (_K.Key_BracketRight,) * 7 + (_K.Key_BracketLeft,) * 7:
        press(page, key)
        assert page.visible_span() == fitted


def test_incidents_of_one_second_are_all_walked_through(qtbot: QtBot) -> None:
    page = make_page({"A": [(1, "2024-01-05"), (2, "2024-01-05")], "B": [(3, "2024-01-05"), (2, "2024-01-05")]})
    qtbot.addWidget(page)
    walked = []
    for _ in range(4):
        press(page, _K.Key_BracketRight)
        walked.append(page.board.current)
    assert walked == [1, 2, 3, 3]


def test_up_and_down_choose_the_nearest_in_the_next_lane(page: TimelinePage) -> None:
    page.board.select([2], 2)
    press(page, _K.Key_Down)
    assert page.board.current == 5
    press(page, _K.Key_Down)
    assert page.board.current == 7
    press(page, _K.Key_Up)
    assert page.board.current == 5


def test_arrows_pages_and_ends_move_the_view(page: TimelinePage) -> None:
    start = page.camera.scale.start
    press(page, _K.Key_Right)
    assert page.camera.scale.start > start
    press(page, _K.Key_Left)
    assert page.camera.scale.start == start
    press(page, _K.Key_PageDown)
    assert page.camera.scale.start > start + 20 * 86_400
    press(page, _K.Key_Home)
    first, last = page.visible_span()
    assert first <= JANUARY + 4 * 86_400 <= last


def test_plus_and_minus_zoom_about_the_chosen_incident(page: TimelinePage) -> None:
    page.board.select([2], 2)
    middle = JANUARY + 11 * 86_400 + 43_200
    x = page.camera.scale.x_of(middle)
    for key in (_K.Key_Plus, _K.Key_Plus, _K.Key_Minus):
        press(page, key)
    assert page.camera.scale.x_of(middle) == pytest.approx(x, abs=2)
    assert page.camera.scale.seconds_per_px < 31 * 86_400 / page.canvas.width()


@pytest.mark.parametrize(
    ("key", "level"),
    [
        (_K.Key_1, ZoomLevel.YEARS),
        (_K.Key_2, ZoomLevel.MONTHS),
        (_K.Key_3, ZoomLevel.DAYS),
        (_K.Key_4, ZoomLevel.HOURS),
    ],
)
def test_alt_and_a_digit_zoom_to_a_level(page: TimelinePage, key: Qt.Key, level: ZoomLevel) -> None:
    press(page, key, _M.AltModifier)
    assert level_of(page.camera.scale) is level
    assert page.header.tools.levels.value() == level


def test_zero_fits_all_and_with_shift_what_is_chosen(page: TimelinePage) -> None:
    press(page, _K.Key_0)
    first, last = page.visible_span()
    assert first <= JANUARY + 4 * 86_400
    assert last >= JANUARY + 40 * 86_400
    page.board.select([2, 5], 2)
    press(page, _K.Key_ParenRight, _M.ShiftModifier)
    first, last = page.visible_span()
    assert JANUARY + 10 * 86_400 < first < JANUARY + 11 * 86_400
    assert JANUARY + 17 * 86_400 < last < JANUARY + 18 * 86_400


def test_enter_opens_and_space_asks_for_the_words(page: TimelinePage, qtbot: QtBot) -> None:
    page.board.select([2], 2)
    with qtbot.waitSignal(page.incident_opened) as opened:
        press(page, _K.Key_Return)
    with qtbot.waitSignal(page.words_requested) as asked:
        press(page, _K.Key_Space)
    assert (opened.args, asked.args) == ([2], [2])


def test_alt_arrows_move_the_date_and_with_shift_its_end(page: TimelinePage, qtbot: QtBot) -> None:
    page.board.select([5], 5)
    with qtbot.waitSignal(page.date_stepped) as moved:
        press(page, _K.Key_Right, _M.AltModifier)
    with qtbot.waitSignal(page.date_stepped) as longer:
        press(page, _K.Key_Right, _M.AltModifier | _M.ShiftModifier)
    assert moved.args == [5, UncertainDate("2024-01-15/2024-01-18")]
    assert longer.args == [5, UncertainDate("2024-01-14/2024-01-18")]


def test_alt_arrows_change_nothing_in_a_read_only_project(page: TimelinePage, qtbot: QtBot) -> None:
    page.set_read_only(True)
    page.board.select([5], 5)
    with qtbot.assertNotEmitted(page.date_stepped):
        press(page, _K.Key_Right, _M.AltModifier)


def test_escape_closes_the_card_and_then_belongs_to_the_window(page: TimelinePage) -> None:
    press(page, _K.Key_BracketRight)
    assert has_card(page)
    assert wants(page, _K.Key_Escape)
    press(page, _K.Key_Escape)
    assert not has_card(page)
    assert page.board.current == 1
    assert not wants(page, _K.Key_Escape)


def test_card_goes_when_the_inspector_comes(page: TimelinePage) -> None:
    press(page, _K.Key_BracketRight)
    assert has_card(page)
    page.callouts.is_needed = bool
    page.resize(page.width() - 300, page.height())
    assert not has_card(page)
    assert not wants(page, _K.Key_Escape)


def test_escape_drops_a_choice_of_several_before_it_leaves_the_page(page: TimelinePage) -> None:
    page.board.select([1, 5], 5)
    assert wants(page, _K.Key_Escape)
    press(page, _K.Key_Escape)
    assert not page.board.chosen
    assert not wants(page, _K.Key_Escape)


def test_keys_of_other_actions_are_left_to_the_window(page: TimelinePage) -> None:
    assert wants(page, _K.Key_Left, _M.AltModifier)
    assert wants(page, _K.Key_0)
    for key in (_K.Key_N, _K.Key_C, _K.Key_Delete, _K.Key_F6):
        assert not wants(page, key)


def test_brackets_are_known_by_their_sign(page: TimelinePage) -> None:
    """On a German keyboard AltGr makes them."""
    event = QKeyEvent(QEvent.Type.KeyPress, _K.Key_BracketRight, _M.ControlModifier | _M.AltModifier, "]")
    QApplication.sendEvent(page.canvas, event)
    assert page.board.current == 1


def test_arrows_on_the_shelf_choose_undated_incidents(page: TimelinePage, qtbot: QtBot) -> None:
    page.shelf.setFocus()
    QTest.keyClick(page.shelf, _K.Key_Right)
    assert page.board.current == 8
    QTest.keyClick(page.shelf, _K.Key_Right)
    assert page.board.current == 9
    with qtbot.waitSignal(page.incident_opened) as opened:
        QTest.keyClick(page.shelf, _K.Key_Return)
    assert opened.args == [9]


def wants(page: TimelinePage, key: Qt.Key, modifiers: Qt.KeyboardModifier = _M.NoModifier) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(page.canvas, event)
    return event.isAccepted()


def has_card(page: TimelinePage) -> bool:
    return page.callouts.callout is not None
