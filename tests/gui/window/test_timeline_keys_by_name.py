"""The keys of the timeline chosen by name, in menu and palette: they need the timeline on screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.actions import TABLE, ActionId
from gui.shell.fuzzy import fuzzy_score
from gui.timeline.camera import ZoomLevel, level_of
from gui.timeline.timeline_page import TimelinePage
from services.incident_cards import get_incident
from services.project_files import create_project
from tests.driver import PATIENCE_MS, Driver
from tests.factories import add_incident

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "dam.dateline"
    project = create_project(path, title="Dam")
    add_incident(project, "The dam is closed", "2024-01-20")
    add_incident(project, "The dam is opened", "2024-01-23/2024-01-25")
    project.close()
    return open_window(path)


def show_timeline(driver: Driver) -> TimelinePage:
    driver.press(Qt.Key.Key_2, CTRL)
    page = driver.desk.timeline
    driver.qtbot.waitUntil(lambda: page.board.lanes.span is not None, timeout=PATIENCE_MS)
    return page


def test_keys_of_the_timeline_are_offered_while_it_is_shown(driver: Driver) -> None:
    action = driver.window._actions[ActionId.FIT_ALL]
    assert not action.isEnabled()
    assert "Show the timeline first" in action.toolTip()
    show_timeline(driver)
    assert action.isEnabled()
    driver.press(Qt.Key.Key_1, CTRL)
    assert not action.isEnabled()


def test_fitting_is_found_by_the_word_on_its_button(driver: Driver) -> None:
    page = show_timeline(driver)
    button, actions = page.header.tools.fit, driver.window._actions
    assert button.accessibleName().startswith(button.text())
    fitting = {ActionId.FIT_ALL, ActionId.FIT_SELECTION}
    scores = {spec.id: fuzzy_score(button.text(), actions[spec.id].text()) or 0 for spec in TABLE}
    assert set(sorted(scores, key=lambda each: -scores[each])[:2]) == fitting


def test_actions_do_what_their_keys_do(driver: Driver) -> None:
    page = show_timeline(driver)
    actions = driver.window._actions
    actions[ActionId.ZOOM_HOURS].trigger()
    assert level_of(page.camera.scale) is ZoomLevel.HOURS
    actions[ActionId.FIT_ALL].trigger()
    actions[ActionId.NEXT_IN_TIME].trigger()
    actions[ActionId.NEXT_IN_TIME].trigger()
    assert page.board.current == 2
    actions[ActionId.PREVIOUS_IN_TIME].trigger()
    assert page.board.current == 1
    near = page.camera.scale.seconds_per_px
    actions[ActionId.ZOOM_IN].trigger()
    assert page.camera.scale.seconds_per_px < near
    actions[ActionId.ZOOM_OUT].trigger()
    actions[ActionId.FIT_SELECTION].trigger()
    assert page.camera.scale.seconds_per_px < near


def test_dates_move_by_name_and_are_undone(driver: Driver) -> None:
    page = show_timeline(driver)
    actions = driver.window._actions
    page.board.select([2], 2)
    actions[ActionId.DATE_LATER].trigger()
    actions[ActionId.END_LATER].trigger()
    project = driver.desk.session.project
    assert get_incident(project, 2).date.edtf == "2024-01-24/2024-01-27"
    driver.press(Qt.Key.Key_Z, CTRL)
    assert get_incident(project, 2).date.edtf != "2024-01-24/2024-01-27"
