"""Only what an edit touched is painted: the pixels on screen are those of a window that was painted anew."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from dates import UncertainDate
from gui.chronology.chronology_view import ChronologyView
from models.drafts import IncidentDraft, IncidentPatch, SourceDraft
from models.enums import Status
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentFilter
from services.incidents import add_incidents, edit_incident, edit_incidents
from services.project import Project
from services.project_files import create_project
from services.sources import add_source
from tests.driver import Driver
from tests.gui.window.walking import Drawn, compare_pixels, edits_of, settle


class DrawnFromScreen(Drawn):
    """Incidents are mostly those that are seen."""

    def __init__(self, project: Project, pick: random.Random, view: ChronologyView) -> None:
        super().__init__(project, pick)
        self._view = view

    def ids(self, table: str, where: str = "1", *, most: int = 1) -> list[int]:
        ends = (self._view.row_at(0), self._view.row_at(self._view.viewport().height() - 1))
        if table != "incident" or where != "1" or None in ends or self.pick.random() < 0.2:
            return super().ids(table, where, most=most)
        seen = self._view.rows.ids_between(ends[0] or 0, ends[1] or 0)
        return self.pick.sample(list(seen), min(len(seen), most)) or [1]


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    project = create_project(tmp_path / "seen.dateline", title="Seen")
    add_source(project, SourceDraft(title="The dam log"))
    project.close()
    driver = open_window(project.path)
    driver.window.resize(1_440, 900)
    return driver


@pytest.mark.parametrize("seed", range(3))
def test_an_edit_paints_all_that_it_changes(driver: Driver, seed: int) -> None:
    view, chronology, pick = driver.desk.chronology.view, driver.desk._chronology, random.Random(seed)
    drawn = DrawnFromScreen(driver.desk.session.project, pick, view)
    add_incidents(driver.desk.session.project, [drawn.incident() for _ in range(60)])
    acts = edits_of(driver.desk.session.project, drawn)
    for step in range(60):
        if step % 6 == 0:
            chronology.show_filter(pick.choice((IncidentFilter(), drawn.filter())))
            view.verticalScrollBar().setValue(pick.choice((0, 300, 900)))
            view.select_incident(pick.choice(drawn.ids("incident")))
        settle(driver)
        with suppress(UserFacingError, InvalidDraftError):
            pick.choice(acts)()
        settle(driver)
        compare_pixels(driver)


def test_heading_shows_the_day_of_the_current_incident_once_it_is_not_known(driver: Driver) -> None:
    project, view = driver.desk.session.project, driver.desk.chronology.view
    ids = add_incidents(project, [IncidentDraft(title="Flood", date=UncertainDate("2024-01-20")) for _ in range(40)])
    view.select_incident(ids[30])
    for edtf in ("2024-01-2X", "2024-01-20"):
        settle(driver)
        edit_incident(project, ids[30], IncidentPatch(date=UncertainDate(edtf)))
        settle(driver)
        compare_pixels(driver)


def test_many_edited_rows_are_painted_again(driver: Driver) -> None:
    project = driver.desk.session.project
    ids = add_incidents(project, [IncidentDraft(title="Flood", date=UncertainDate("2024-01-20")) for _ in range(90)])
    settle(driver)
    edit_incidents(project, ids, IncidentPatch(status=Status.DISPUTED))
    settle(driver)
    compare_pixels(driver)
