"""Names, tags, copies and orders of thousands of incidents: they are changed beside the window too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.controllers import long_work
from models.drafts import EntityDraft, IncidentDraft, PassageDraft, RoleDraft
from models.enums import EntityKind
from services import entities
from services.checks import check_project
from services.entities import add_entity, list_entities
from services.incidents import add_incidents
from services.source_cards import get_source
from tests import factories
from tests.driver import PATIENCE_MS, Driver
from tests.gui.window.large import COUNT, dialog_of, gate_before, ids_of, make_large, wait_until_through

OpenWindow = Callable[..., Driver]


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Driver:
    monkeypatch.setattr(long_work, "QUICK_ROWS", COUNT - 1)
    return open_window(make_large(tmp_path / "harbour.dateline"))


def add_ships(driver: Driver, **given: object) -> list[int]:
    """As many as are too many at once."""
    named = [IncidentDraft.model_validate({"title": f"Boat {number}", **given}) for number in range(COUNT)]
    return add_incidents(driver.desk.session.project, named)


def is_busy(driver: Driver) -> bool:
    return driver.desk._long_work.is_busy


def names(driver: Driver) -> dict[str, int]:
    """How many incidents each name has."""
    return {card.name: card.incident_count for card in list_entities(driver.desk.session.project)}


def test_names_of_many_incidents_are_merged_and_removed_beside_the_window(driver: Driver) -> None:
    project = driver.desk.session.project
    owner = RoleDraft(kind=EntityKind.PERSON, name="Ida Korn", role="owner")
    add_ships(driver, roles=(owner,))
    kept = add_entity(project, EntityDraft(kind=EntityKind.PERSON, name="I. Korn"))
    (other,) = (card.id for card in list_entities(project, text="Ida"))
    driver.desk.entities.merge_requested.emit([kept, other])
    assert is_busy(driver)
    wait_until_through(driver)
    assert names(driver) == {"I. Korn": COUNT}
    driver.desk.entities.remove_requested.emit([kept])
    assert is_busy(driver)
    wait_until_through(driver)
    assert names(driver) == {}
    project.undo()
    project.undo()
    assert names(driver) == {"I. Korn": 0, "Ida Korn": COUNT}
    assert not check_project(project).damage


def test_many_names_are_removed_beside_the_window_and_cancel_leaves_them(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = driver.desk.session.project
    places = [add_entity(project, EntityDraft(kind=EntityKind.PLACE, name=f"Quay {n}")) for n in range(COUNT)]
    before, gate = (project.history(), names(driver)), gate_before(monkeypatch, entities, "_take_away")
    driver.desk.entities.remove_requested.emit(places)
    driver.qtbot.waitUntil(gate.entered.is_set, timeout=PATIENCE_MS)
    QTest.keyClick(dialog_of(driver), Qt.Key.Key_Escape)
    gate.opened.set()
    wait_until_through(driver)
    assert (project.history(), names(driver)) == before


def test_names_of_few_incidents_are_removed_at_once(driver: Driver) -> None:
    quay = add_entity(driver.desk.session.project, EntityDraft(kind=EntityKind.PLACE, name="Quay"))
    driver.desk.entities.remove_requested.emit([quay])
    assert not is_busy(driver)
    assert names(driver) == {}


def test_tag_of_many_incidents_is_removed_beside_the_window(driver: Driver) -> None:
    add_ships(driver, tags=("seen",))
    driver.qtbot.waitUntil(lambda: bool(driver.desk._counts.counts.tags), timeout=PATIENCE_MS)
    (tag,) = driver.desk._counts.counts.tags
    driver.desk._spots._key = f"tag:{tag.id}"
    driver.desk._spots._remove_tag()
    assert is_busy(driver)
    wait_until_through(driver)
    driver.qtbot.waitUntil(lambda: not driver.desk._counts.counts.tags, timeout=PATIENCE_MS)


def test_many_incidents_without_a_date_are_put_in_order_beside_the_window_once(driver: Driver) -> None:
    first, second, *_others, last = ids = ids_of(driver)
    place = driver.desk.chronology.place_in_day_requested.emit
    place(last, first, False)  # all of them are numbered, for nobody did so yet
    assert is_busy(driver)
    wait_until_through(driver)
    assert ids_of(driver) == [last, *ids[:-1]]
    driver.desk.chronology.move_in_day_requested.emit(first, False)
    assert not is_busy(driver)
    assert ids_of(driver)[:3] == [last, second, first]
    place(last, ids[-2], True)
    assert is_busy(driver)
    wait_until_through(driver)
    assert ids_of(driver) == [second, first, *ids[2:]]


def test_copy_that_is_cited_often_is_removed_beside_the_window(driver: Driver) -> None:
    project = driver.desk.session.project
    source = factories.add_source(project)
    capture = factories.add_capture(project, source)
    passage = PassageDraft(capture_id=capture, start=0, end=2)
    for incident_id in ids_of(driver):
        factories.add_citation(project, incident_id, source, passage=passage)
    driver.desk.sources.editor.remove_capture_requested.emit(capture)
    assert is_busy(driver)
    wait_until_through(driver)
    assert not get_source(project, source).captures
    project.undo()
    assert len(get_source(project, source).captures) == 1
    assert not check_project(project).damage
