"""The timeline in the window: one selection and one filter with the list, dates moved by hand, lanes that follow edits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dates import UncertainDate
from gui.controllers import lanes_keeper, timeline_controller
from gui.shell.page import Page
from gui.timeline.board import Arrangement
from gui.timeline.timeline_page import TimelinePage
from models.drafts import EntityPatch, IncidentPatch
from models.enums import Status
from models.snapshots import IncidentCard, IncidentFilter
from services.entities import edit_entity, list_entities
from services.incident_cards import get_incident
from services.incidents import delete_incidents, edit_incident
from services.project import Project
from services.project_files import create_project
from services.timeline_lanes import LaneBy, LaneKey, Lanes
from tests.driver import PATIENCE_MS, Driver
from tests.factories import add_incident

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


def make_valley(path: Path) -> Path:
    """Three incidents at two places, one without, one undated; their ids are 1 to 5."""
    project = create_project(path, title="Valley")
    add_incident(project, "The dam is closed", "2024-01-20", place="Dam", tags=("water",))
    add_incident(project, "The dam is opened", "2024-01-23", place="Dam", status=Status.REPORTED)
    add_incident(project, "The mill stands still", "2024-01-21/2024-01-24", place="Mill")
    add_incident(project, "A letter is sent", "2024-02-01")
    add_incident(project, "The miller complains", "")
    project.close()
    return path


class Valley:
    """The window on it, with the timeline on screen."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        driver.press(Qt.Key.Key_2, CTRL)
        self.wait_for(lambda: self.driver.desk.timelines.lanes.lanes is not None)

    @property
    def page(self) -> TimelinePage:
        return self.driver.desk.timeline

    @property
    def project(self) -> Project:
        return self.driver.desk.session.project

    @property
    def lanes(self) -> Lanes:
        return self.page.board.lanes

    def wait_for(self, holds: Callable[[], bool]) -> None:
        self.driver.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def shows(self, *lanes: tuple[str, list[int]]) -> None:
        """Wait until these lanes, with these incidents, are what is drawn."""

        def is_drawn() -> bool:
            return [(lane.title, list(lane.marks.ids)) for lane in self.lanes.lanes] == list(lanes)

        self.wait_for(is_drawn)

    def card(self, incident_id: int) -> IncidentCard:
        return get_incident(self.project, incident_id)


@pytest.fixture(params=[5_000, 1], ids=["at once", "by a worker"])
def valley(
    request: pytest.FixtureRequest, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Valley]:
    monkeypatch.setattr(lanes_keeper, "AT_ONCE", request.param)
    yield Valley(open_window(make_valley(tmp_path / "valley.dateline")))
    for popup in QApplication.topLevelWidgets():
        if popup.isVisible() and popup.windowType() is Qt.WindowType.Popup:
            popup.close()


DAM, MILL, NOWHERE = ("Dam", [1, 2]), ("Mill", [3]), ("", [4])


def test_timeline_shows_what_the_filter_shows(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    assert list(valley.lanes.undated) == [5]
    valley.driver.desk._chronology.show_filter(IncidentFilter(statuses=frozenset({Status.REPORTED})))
    valley.shows(("Dam", [2]))
    valley.page.filter_bar.clear_all()
    valley.shows(DAM, MILL, NOWHERE)


def test_selection_goes_both_ways(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    panel = valley.driver.desk.chronology
    panel.select(2)
    assert valley.page.board.chosen == (2,)
    valley.page.board.select([1, 3], 3)
    assert panel.selected_ids() == [1, 3]
    assert panel.current_id() == 3
    valley.page.board.select([4], 4)
    assert valley.driver.desk.inspector.incident_id() == 4


def test_selection_made_in_the_list_is_there_when_the_timeline_is_shown(valley: Valley) -> None:
    valley.driver.press(Qt.Key.Key_1, CTRL)
    valley.driver.desk.chronology.select(3)
    valley.driver.press(Qt.Key.Key_2, CTRL)
    valley.wait_for(lambda: valley.page.board.chosen == (3,))


def test_incident_chosen_elsewhere_comes_into_view_and_no_other(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    panel = valley.driver.desk.chronology
    valley.page.show_span(0, 1_000_000)
    valley.driver.press(Qt.Key.Key_1, CTRL)
    panel.select_many([1, 4], 4)
    valley.driver.press(Qt.Key.Key_4, CTRL)
    valley.driver.press(Qt.Key.Key_2, CTRL)
    first, last = valley.page.visible_span()
    assert first < 1_706_745_600 < last
    assert set(valley.page.board.chosen) == {1, 4}
    valley.page.show_span(0, 1_000_000)
    span = valley.page.visible_span()
    valley.driver.press(Qt.Key.Key_1, CTRL)
    valley.driver.press(Qt.Key.Key_2, CTRL)
    assert valley.page.visible_span() == span


def test_moved_date_is_stored_as_one_change_that_can_be_undone(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    before = valley.lanes
    valley.page.date_changed.emit(1, UncertainDate("2024-01-25"))
    valley.shows(("Dam", [2, 1]), MILL, NOWHERE)
    assert valley.card(1).date.edtf == "2024-01-25"
    assert valley.lanes.lanes[1] is before.lanes[1]
    assert "25 January 2024" in valley.driver.window.workbench.status_line.notice._words.text()
    valley.driver.press(Qt.Key.Key_Z, CTRL)
    valley.shows(DAM, MILL, NOWHERE)


def test_steps_that_follow_each_other_are_undone_together(valley: Valley, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_controller, "_ONE_STEP_MS", 10**8)
    for day in ("2024-01-21", "2024-01-22", "2024-01-23"):
        valley.page.date_stepped.emit(1, UncertainDate(day))
    valley.page.date_stepped.emit(4, UncertainDate("2024-03"))
    valley.project.undo()
    assert valley.card(1).date.edtf == "2024-01-23"
    valley.project.undo()
    assert valley.card(1).date.edtf == "2024-01-20"


def test_each_drag_is_undone_alone(valley: Valley, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_controller, "_ONE_STEP_MS", 10**8)
    valley.page.date_changed.emit(1, UncertainDate("2024-01-22"))
    valley.page.date_changed.emit(1, UncertainDate("2024-01-25"))
    valley.page.date_stepped.emit(1, UncertainDate("2024-01-26"))
    for day in ("2024-01-25", "2024-01-22", "2024-01-20"):
        valley.project.undo()
        assert valley.card(1).date.edtf == day


def test_new_incident_has_the_date_and_the_value_of_its_lane(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    valley.page.new_incident_requested.emit(UncertainDate("2024-01-22"), valley.lanes.lanes[1].key)
    assert valley.driver.desk._workbench.page is Page.TIMELINE
    valley.driver.write("The mill turns")
    valley.driver.press(Qt.Key.Key_Return, CTRL)
    valley.driver.desk.session.flush()
    valley.shows(DAM, ("Mill", [3, 6]), NOWHERE)
    card = valley.card(6)
    assert (card.title, card.place, card.date.edtf) == ("The mill turns", "Mill", "2024-01-22")
    assert valley.page.board.chosen == (6,)


@pytest.mark.parametrize("by", [LaneBy.TAG, LaneBy.STATUS])
def test_new_incident_in_lanes_of_another_kind_has_their_value(valley: Valley, by: LaneBy) -> None:
    valley.page.lanes_by_changed.emit(by)
    valley.wait_for(lambda: valley.lanes.by is by)
    key = next(lane.key for lane in valley.lanes.lanes if list(lane.marks.ids) == ([1] if by is LaneBy.TAG else [2]))
    valley.page.new_incident_requested.emit(UncertainDate("2024-01-22"), key)
    valley.driver.write("The mill turns")
    valley.driver.desk.session.flush()
    valley.wait_for(lambda: key.id in valley.lanes.lanes_of.get(6, ()))
    card = valley.card(6)
    assert ([tag.name for tag in card.tags] == ["water"]) is (by is LaneBy.TAG)
    assert (card.status is Status.REPORTED) is (by is LaneBy.STATUS)


def test_edits_made_while_the_list_is_shown_are_caught_up_with(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    valley.driver.press(Qt.Key.Key_1, CTRL)
    before = valley.lanes
    edit_incident(valley.project, 4, IncidentPatch(place="Mill"))
    edit_incident(valley.project, 5, IncidentPatch(date=UncertainDate("2024-01-02"), place="Quay"))
    assert valley.lanes is before
    valley.driver.press(Qt.Key.Key_2, CTRL)
    valley.shows(DAM, ("Mill", [3, 4]), ("Quay", [5]))


def test_renamed_place_renames_its_lane(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    mill = next(card for card in list_entities(valley.project) if card.name == "Mill")
    edit_entity(valley.project, mill.id, EntityPatch(name="Old mill"))
    valley.shows(DAM, ("Old mill", [3]), NOWHERE)


def test_keys_act_on_what_is_selected_here(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    valley.page.board.select([2], 2)
    valley.driver.press(Qt.Key.Key_M)
    assert valley.card(2).marked
    valley.driver.press(Qt.Key.Key_J)
    assert valley.page.board.chosen == (4,)
    valley.driver.press(Qt.Key.Key_K)
    valley.driver.press(Qt.Key.Key_Delete)
    valley.shows(("Dam", [1]), MILL, NOWHERE)


def test_opened_incident_is_edited_beside_the_timeline(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    valley.page.board.select([3], 3)
    valley.driver.press(Qt.Key.Key_Return)
    inspector = valley.driver.desk.inspector
    assert valley.driver.desk._workbench.page is Page.TIMELINE
    assert inspector.isVisible()
    assert inspector.form.title.isAncestorOf(valley.driver.focus())


def test_lanes_colours_and_stretch_are_remembered_per_project(
    open_window: OpenWindow, tmp_path: Path, valley: Valley
) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    path = valley.project.path
    valley.page.lanes_by_changed.emit(LaneBy.STATUS)
    valley.page.colour_by_changed.emit(LaneBy.TAG)
    key = LaneKey(LaneBy.STATUS, 1)
    valley.page.arrange(Arrangement(order=(LaneKey(LaneBy.STATUS, 2), key), collapsed=frozenset({key})))
    valley.wait_for(lambda: (valley.lanes.by, valley.lanes.colour_by) == (LaneBy.STATUS, LaneBy.TAG))
    valley.page.show_span(1_706_000_000, 1_707_000_000)
    span = valley.page.visible_span()
    other = create_project(tmp_path / "other.dateline", title="Other")
    other.close()
    valley.driver.desk.open(other.path)
    assert valley.page.board.arrangement == Arrangement()
    assert not valley.lanes.count
    valley.driver.desk.open(path)
    again = Valley(valley.driver)
    again.wait_for(lambda: (again.lanes.by, again.lanes.colour_by) == (LaneBy.STATUS, LaneBy.TAG))
    assert again.page.board.arrangement.collapsed == {key}
    assert all(
        abs(one - other) < 0.02 * (span[1] - span[0])
        for one, other in zip(again.page.visible_span(), span, strict=True)
    )


def test_tags_of_several_are_added_beside_the_timeline(valley: Valley) -> None:
    valley.shows(DAM, MILL, NOWHERE)
    valley.page.board.select([1, 2], 2)
    valley.driver.press(Qt.Key.Key_T)
    assert valley.driver.focus() is valley.driver.desk.inspector.pages.bulk.added.edit


def test_edits_and_filters_that_come_while_lanes_are_gathered_are_all_followed(valley: Valley) -> None:
    chronology = valley.driver.desk._chronology
    for number in range(6):
        chronology.show_filter(IncidentFilter(statuses=frozenset({Status.REPORTED})))
        edit_incident(valley.project, 4, IncidentPatch(place=f"Place {number}"))
        chronology.clear_filters()
        edit_incident(valley.project, 5, IncidentPatch(date=UncertainDate(f"2024-03-0{number + 1}")))
        valley.page.lanes_by_changed.emit(LaneBy.TAG if number % 2 else LaneBy.PLACE)
        QApplication.processEvents()
    valley.page.lanes_by_changed.emit(LaneBy.PLACE)
    valley.shows(DAM, MILL, ("Place 5", [4]), ("", [5]))
    assert not valley.lanes.undated


def test_card_goes_with_its_page(valley: Valley) -> None:
    valley.page.fit_all()
    valley.driver.press(Qt.Key.Key_BracketRight)
    valley.wait_for(lambda: valley.page.callouts.callout is not None)
    valley.driver.press(Qt.Key.Key_1, CTRL)
    assert valley.page.callouts.callout is None
    valley.driver.press(Qt.Key.Key_2, CTRL)
    assert valley.page.callouts.callout is None


def test_first_incidents_of_all_give_the_lanes_their_order(valley: Valley) -> None:
    add_incident(valley.project, "The mill burns", "2024-02-02", place="Mill")
    add_incident(valley.project, "The mill is rebuilt", "2024-02-03", place="Mill")
    valley.shows(DAM, ("Mill", [3, 6, 7]), NOWHERE)
    delete_incidents(valley.project, range(1, 8))
    valley.shows()
    valley.project.undo()
    valley.shows(("Mill", [3, 6, 7]), DAM, NOWHERE)
