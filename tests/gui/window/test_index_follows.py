"""The index of a large project: read on a worker, and true whatever happens meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.controllers import counts_keeper, index_keeper
from gui.controllers.index_keeper import IndexKeeper
from models.drafts import IncidentDraft, IncidentPatch, SourceDraft
from models.enums import Status
from models.snapshots import IncidentFilter
from services.chronology import list_incidents
from services.incident_index import read_columns
from services.incidents import add_incident, add_incidents, delete_incidents, edit_incident
from services.saved_views import add_view
from services.sources import add_source
from tests.driver import PATIENCE_MS, Driver
from tests.reading_desk import make_harbour

OpenWindow = Callable[..., Driver]
VERIFIED = IncidentFilter(statuses=frozenset({Status.VERIFIED}))


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A window that takes every project for a large one, with none open."""
    monkeypatch.setattr(index_keeper, "AT_ONCE", 0)
    monkeypatch.setattr(counts_keeper, "PAUSE_MS", 0)
    make_harbour(tmp_path / "harbour.dateline")
    return open_window()


def keeper_of(driver: Driver) -> IndexKeeper:
    return driver.desk._index


def wait_for_index(driver: Driver) -> None:
    driver.qtbot.waitUntil(lambda: keeper_of(driver).index is not None, timeout=PATIENCE_MS)


def assert_true(driver: Driver) -> None:
    """Index and list say what the file says."""
    index, project = keeper_of(driver).index, driver.desk.session.project
    assert index is not None
    fresh = read_columns(project)
    assert [index.columns.at(i) for i in range(len(index.columns))] == [fresh.at(i) for i in range(len(fresh))]
    wanted = driver.desk._chronology.filter
    assert driver.desk.chronology.model.ids == list_incidents(project, wanted).ids


def test_changes_while_the_index_is_read_are_followed(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    project, keeper = driver.desk.session.project, keeper_of(driver)
    keeper._soon.stop()
    keeper._read_beside()
    added = [add_incident(project, IncidentDraft(title=f"Lamp {number} goes out")) for number in range(3)]
    delete_incidents(project, added[:1])
    assert keeper.index is None
    wait_for_index(driver)
    assert_true(driver)


def test_list_is_there_before_the_index(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    assert keeper_of(driver).index is None
    assert len(driver.desk.chronology.model.ids) == 2
    new_id = add_incident(driver.desk.session.project, IncidentDraft(title="Lamps go out"))
    driver.desk._chronology.reveal(new_id)
    assert driver.desk.chronology.current_id() == new_id
    wait_for_index(driver)
    assert driver.desk.chronology.current_id() == new_id


def test_filter_that_was_chosen_before_the_index_is_shown_with_it(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    driver.desk._chronology.show_filter(VERIFIED)
    wait_for_index(driver)
    assert len(driver.desk.chronology.model.ids) == 0
    assert_true(driver)


def test_great_change_is_read_on_a_worker(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    wait_for_index(driver)
    add_incidents(driver.desk.session.project, [IncidentDraft(title=f"Row {n}") for n in range(300)])
    driver.qtbot.waitUntil(lambda: len(driver.desk.chronology.model.ids) == 302, timeout=PATIENCE_MS)
    assert_true(driver)


def test_row_that_is_edited_in_the_inspector_stays_though_the_filter_hides_it(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    wait_for_index(driver)
    project = driver.desk.session.project
    first = driver.desk.chronology.model.ids[0]
    edit_incident(project, first, IncidentPatch(status=Status.VERIFIED))
    driver.desk._chronology.show_filter(VERIFIED)
    assert driver.desk.chronology.select(first)
    driver.desk._incidents._on_incident_patched(
        first, driver.desk.inspector._version, IncidentPatch(status=Status.DISPUTED), "burst"
    )
    assert list(driver.desk.chronology.model.ids) == [first]
    edit_incident(project, first, IncidentPatch(title="Edited elsewhere"))
    assert len(driver.desk.chronology.model.ids) == 0


def test_numbers_of_a_new_view_follow(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    wait_for_index(driver)
    project, counts = driver.desk.session.project, driver.desk._counts
    driver.qtbot.waitUntil(lambda: counts._live is not None, timeout=PATIENCE_MS)
    add_view(project, "Lamps", IncidentFilter(text="lamp"))
    added = add_incident(project, IncidentDraft(title="Lamps go out"))
    assert [view.incident_count for view in counts.counts.views] == [1]
    edit_incident(project, added, IncidentPatch(title="Lights go out"))
    assert [view.incident_count for view in counts.counts.views] == [0]


def test_sources_are_listed_when_their_page_is_shown(driver: Driver, tmp_path: Path) -> None:
    driver.desk.open(tmp_path / "harbour.dateline")
    add_source(driver.desk.session.project, SourceDraft(title="A letter"))
    assert driver.desk.sources.source_list._model.rowCount() == 0
    driver.desk._show_sources()
    assert driver.desk.sources.source_list._model.rowCount() == 4
