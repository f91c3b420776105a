"""What the session promises: saved only after a commit, nothing typed is lost, one message per failure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.controllers.rescue import write_rescue
from gui.controllers.session import Session
from models.drafts import IncidentDraft, IncidentPatch
from models.enums import ProblemCode
from models.errors import BugError, UserFacingError
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project import Project
from services.project_files import create_project
from tests.fakes import FakeNotices


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    window = QWidget()
    qtbot.addWidget(window)
    session = Session(FakeNotices(window), window, tmp_path / "rescue")
    session.open(create_project(tmp_path / "a.dateline", title="A"))
    yield session
    session.close()


def told(session: Session) -> list[str]:
    assert isinstance(session.notices, FakeNotices)
    return [message.title for message in session.notices.told]


def refuse(_project: Project) -> int:
    raise UserFacingError(ProblemCode.DISK_FULL)


def test_saved_is_said_after_a_commit(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.change_saved) as saved:
        session.change(lambda project: add_incident(project, IncidentDraft(title="First")))
    assert saved.args is not None
    assert len(saved.args[0]) == len("14:03")


def test_failed_save_keeps_the_text_and_tells_once(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    draft = IncidentPatch(title="Typed words", note="More of them")
    with qtbot.waitSignal(session.save_failed):
        assert session.change(refuse, draft=draft) is None
    session.change(refuse, draft=draft)
    assert session.has_unsaved
    assert told(session) == ["Could not save: the disk is full."]
    rescued = next((tmp_path / "rescue").iterdir())
    assert "Typed words" in rescued.read_text(encoding="utf-8")
    assert rescued.stat().st_mode & 0o077 == 0


def test_later_success_ends_the_failure(session: Session) -> None:
    session.change(refuse)
    session.change(lambda project: add_incident(project, IncidentDraft(title="First")))
    assert not session.has_unsaved


def test_refused_input_is_told_and_nothing_is_unsaved(session: Session) -> None:
    assert session.change(lambda project: add_incident(project, IncidentDraft(title=" "))) is None
    assert told(session) == ["Title is missing."]
    assert not session.has_unsaved


def test_find_passes_over_what_is_gone(session: Session) -> None:
    assert session.find(lambda project: get_incident(project, 99)) is None
    assert told(session) == []
    assert session.read(lambda project: get_incident(project, 99)) is None
    assert told(session) == ["This is no longer in the project."]


def test_work_that_ends_after_closing_is_told_or_raised_as_it_is(session: Session) -> None:
    session.close()
    with pytest.raises(KeyError):
        session.tell(KeyError("a bug"))
    session.tell(UserFacingError(ProblemCode.DISK_FULL))
    assert len(told(session)) == 1


def test_closing_flushes_first(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.flush_requested, session.project_closing, session.project_closed], order="strict"):
        session.close()
    with pytest.raises(BugError):
        _ = session.project


def test_opening_closes_the_one_before(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    other = create_project(tmp_path / "b.dateline", title="B")
    with qtbot.waitSignals([session.project_closed, session.project_opened], order="strict"):
        session.open(other)
    assert session.project is other


def test_rescue_into_a_folder_that_cannot_be_made_gives_none(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert write_rescue("A", IncidentPatch(title="x"), blocked / "rescue") is None
