"""The calendar in the whole window: shared filter and selection, ways to the list and the timeline, edits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from dates import UncertainDate
from gui.calendar.calendar_page import CalendarPage
from gui.calendar.modes import Mode
from gui.shell.page import Page
from models.drafts import IncidentDraft, IncidentPatch
from models.enums import Status
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.incident_cards import get_incident
from services.incidents import add_incidents, edit_incident
from services.periods import Period, Unit
from services.project import Project
from services.project_files import create_project
from services.timeline_lanes import LaneBy
from tests.counts import count_all
from tests.driver import Driver
from tests.gui.calendar.conftest import plain_locale
from tests.gui.calendar.counting import day

__all__ = ["plain_locale"]

OpenWindow = Callable[..., Driver]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DATES = ("2023-03-01", "2024-01", "2024-01-20", "2024-01-20", "2024-01-21", "2024-06-02", "2024", "")


@pytest.fixture
def driver(plain_locale: None, open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "a.dateline"
    project = create_project(path, title="Quay")
    statuses = [Status.VERIFIED, Status.REPORTED]
    add_incidents(
        project,
        [
            IncidentDraft(title=f"Boat {number}", date=UncertainDate(edtf), status=statuses[number % 2], place="Quay")
            for number, edtf in enumerate(DATES)
        ],
    )
    project.close()
    driver = open_window(path)
    driver.press(Qt.Key.Key_3, CTRL)
    return driver


def page_of(driver: Driver) -> CalendarPage:
    return driver.desk.calendar


def project_of(driver: Driver) -> Project:
    return driver.desk.session.project


def test_page_counts_what_the_filter_shows(driver: Driver) -> None:
    page = page_of(driver)
    assert driver.window.workbench.page is Page.CALENDAR
    assert page.heat.rhythm.total == len(DATES)
    page.filter_bar.filter_changed.emit(IncidentFilter(statuses=frozenset({Status.VERIFIED})))
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.total == 4)
    assert driver.desk.chronology.filter_bar.wanted == page.filter_bar.wanted
    page.filter_bar.filter_changed.emit(IncidentFilter(until="1999"))
    driver.qtbot.waitUntil(page.empty.isVisible)
    page.empty.clear_requested.emit()
    driver.qtbot.waitUntil(page.heat.isVisible)


def test_day_leads_to_its_incidents_in_the_list(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-20"))
    assert page.pane.title.text() == "20 January 2024"
    assert page.pane.list.incidents.row_map.line_count == 4
    driver.press(Qt.Key.Key_Return)
    assert driver.window.workbench.page is Page.CHRONOLOGY
    wanted = driver.desk.chronology.filter_bar.wanted
    assert (wanted.since, wanted.until) == ("2024-01-20", "2024-01-20")
    assert driver.desk.chronology.model.row_map.line_count == 4


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_3, CTRL)])
def test_way_back_from_a_day_leads_to_the_whole_calendar(
    driver: Driver, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    page = page_of(driver)
    page.filter_bar.filter_changed.emit(IncidentFilter(since="2024"))
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.total < len(DATES))
    total = page.heat.rhythm.total
    page.heat.setFocus()
    page.heat.select(day("2024-01-20"))
    driver.press(Qt.Key.Key_Return)
    driver.press(key, held)
    assert driver.window.workbench.page is Page.CALENDAR
    wanted = driver.desk.chronology.filter_bar.wanted
    assert (wanted.since, wanted.until) == ("2024", "")
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.total == total)
    assert page.chosen == day("2024-01-20")
    assert driver.focus() is page.heat


def test_dates_chosen_by_hand_stay_on_the_way_back_to_the_calendar(driver: Driver) -> None:
    page = page_of(driver)
    page.list_requested.emit(day("2024-01-20"))
    driver.desk.chronology.filter_bar.filter_changed.emit(IncidentFilter(since="2023", until="2024-01"))
    driver.press(Qt.Key.Key_3, CTRL)
    assert page.filter_bar.wanted == IncidentFilter(since="2023", until="2024-01")
    driver.press(Qt.Key.Key_1, CTRL)
    driver.press(Qt.Key.Key_3, CTRL)
    assert page.filter_bar.wanted == IncidentFilter(since="2023", until="2024-01")


def test_esc_on_the_timeline_leads_back_to_the_calendar(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.setFocus()
    page.heat.select(Period(Unit.MONTH, 2024 * 12))
    driver.press(Qt.Key.Key_Return, SHIFT)
    driver.press(Qt.Key.Key_Escape)
    assert driver.window.workbench.page is Page.CALENDAR
    assert driver.focus() is page.heat


def test_week_and_gap_lead_to_their_stretch_of_time(driver: Driver) -> None:
    page = page_of(driver)
    driver.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    week = Period(Unit.WEEK, day("2024-01-15").number)
    page.heat.select(week)
    assert page.pane.title.text() == "15 to 21 January 2024"
    page.list_requested.emit(week)
    assert driver.desk.chronology.filter_bar.wanted.until == "2024-01-21"
    driver.press(Qt.Key.Key_3, CTRL)
    page.filter_bar.clear_all()
    driver.press(Qt.Key.Key_PageUp, CTRL)
    driver.qtbot.waitUntil(page.gaps.isVisible)
    driver.press(Qt.Key.Key_Down)
    assert page.pane.title.text() == "10 months without an incident"
    driver.press(Qt.Key.Key_Return)
    wanted = driver.desk.chronology.filter_bar.wanted
    assert (wanted.since, wanted.until) == ("2023-03-01", "2024-01-01")


def test_month_is_shown_on_the_timeline(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(Period(Unit.MONTH, 2024 * 12))
    driver.press(Qt.Key.Key_Return, SHIFT)
    assert driver.window.workbench.page is Page.TIMELINE
    first, last = driver.desk.timeline.visible_span()
    starts, ends = Period(Unit.MONTH, 2024 * 12).seconds
    assert first <= starts
    assert last >= ends
    assert last - first < 3 * (ends - starts)


def test_selection_is_shared_with_list_and_inspector(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-21"))
    page.pane.list.setFocus()
    driver.press(Qt.Key.Key_Down)
    shown = driver.desk.chronology.current_id()
    assert shown is not None
    assert get_incident(project_of(driver), shown).title == "Boat 4"
    driver.press(Qt.Key.Key_Return)
    assert driver.desk.inspector.isVisible()
    assert driver.desk.inspector.incident_id() == shown


def test_next_incident_brings_its_day(driver: Driver) -> None:
    page = page_of(driver)
    driver.press(Qt.Key.Key_J)
    assert page.chosen == day("2023-03-01")
    for _ in range(3):
        driver.press(Qt.Key.Key_J)
    shown = driver.desk.chronology.current_id()
    assert shown is not None
    assert page.pane.lists(shown)
    assert page.pane.list.selected_id() == shown


def test_hidden_incident_is_not_deleted(driver: Driver) -> None:
    driver.press(Qt.Key.Key_1, CTRL)
    driver.press(Qt.Key.Key_J)
    assert driver.desk.chronology.selected_ids()
    driver.press(Qt.Key.Key_3, CTRL)
    driver.press(Qt.Key.Key_Delete)
    assert count_all(project_of(driver)).binned == 0
    add_incidents(project_of(driver), [IncidentDraft(title="One more")])
    driver.qtbot.waitUntil(lambda: page_of(driver).heat.rhythm.total == len(DATES) + 1)
    driver.press(Qt.Key.Key_Delete)
    driver.press(Qt.Key.Key_M)
    assert count_all(project_of(driver)).binned == 0
    assert not list_incidents(project_of(driver), IncidentFilter(marked=True)).ids


def test_seen_incident_is_deleted_and_brought_back(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-21"))
    page.pane.list.setFocus()
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Delete)
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.total == len(DATES) - 1)
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.total == len(DATES))


def test_edit_moves_what_is_counted(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-20"))
    (_, moved) = page.pane.list.incidents.id_at(1), page.pane.list.incidents.id_at(2)
    assert moved is not None
    edit_incident(project_of(driver), moved, IncidentPatch(date=UncertainDate("2024-02-11")))
    driver.qtbot.waitUntil(lambda: page.heat.rhythm.count_of(day("2024-02-11")) == 1)
    assert page.heat.rhythm.count_of(day("2024-01-20")) == 1
    assert page.pane.caption.accessibleName().startswith("1 incident")


def test_bars_are_parted_by_status_and_place(driver: Driver) -> None:
    page = page_of(driver)
    driver.press(Qt.Key.Key_PageDown, CTRL)
    assert page.mode is Mode.BARS
    january = page.bars.rhythm.stacks[day("2024-01-20").number]
    assert sorted(january) == [0, 0, 0, 1, 1] or sorted(january) == [1, 1]
    page.set_view(Mode.BARS, Unit.MONTH, LaneBy.PLACE)
    page.view_changed.emit()
    assert page.legend.parts.accessibleName() == "Quay"


def test_view_is_remembered_for_the_project(driver: Driver, tmp_path: Path) -> None:
    driver.press(Qt.Key.Key_PageDown, CTRL)
    driver.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    driver.press(Qt.Key.Key_W, CTRL)
    page_of(driver).set_view(Mode.CALENDAR, Unit.DAY, LaneBy.STATUS)
    assert driver.desk.open(tmp_path / "a.dateline")
    assert (page_of(driver).mode, page_of(driver).unit) == (Mode.BARS, Unit.MONTH)


def test_f6_goes_from_the_calendar_to_its_list_and_space_to_the_words(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-21"))
    driver.press(Qt.Key.Key_F6)
    assert driver.focus() is page.pane.list
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Space)
    notice = driver.window.workbench.status_line.notice
    assert notice.isVisible()


def test_menu_of_an_incident_acts_on_it(driver: Driver) -> None:
    page = page_of(driver)
    page.heat.select(day("2024-01-21"))
    rows = page.pane.list
    place = rows.row_rect(1).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(rows.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "mark").trigger()
    menu.close()
    (marked,) = list_incidents(project_of(driver), IncidentFilter(marked=True)).ids
    assert get_incident(project_of(driver), marked).title == "Boat 4"
