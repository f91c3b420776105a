"""A dialog whose words could not be stored stays, with the words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.inspector.citation_editor import CitationEditor
from gui.inspector.link_editor import LinkEditor
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.incident_cards import get_incident
from services.project import Project
from services.sample import create_sample
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def driver(open_window: OpenWindow, tmp_path: Path) -> Driver:
    path = tmp_path / "sample.dateline"
    create_sample(path).close()
    driver = open_window(path)
    driver.desk.chronology.select(1)
    driver.desk.chronology.focus_list()
    return driver


def refuse(*_args: object, **_named: object) -> None:
    raise UserFacingError(ProblemCode.DISK_FULL)


def test_citation_that_could_not_be_stored_stays_open_and_is_stored_later(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(get_incident(driver.desk.session.project, 1).citations)
    driver.press(Qt.Key.Key_C)
    editor = driver.dialog(CitationEditor)
    assert isinstance(editor, CitationEditor)
    driver.press(Qt.Key.Key_Return)
    editor.form.quote.setPlainText("words that took an hour")
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        driver.press(Qt.Key.Key_Return, CTRL)
    assert editor.isVisible()
    assert editor.form.quote.toPlainText() == "words that took an hour"
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait_for_window()
    citations = get_incident(driver.desk.session.project, 1).citations
    assert len(citations) == before + 1
    assert citations[-1].quote == "words that took an hour"


def test_link_that_could_not_be_stored_stays_open_and_is_stored_later(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = get_incident(driver.desk.session.project, 1).links
    driver.press(Qt.Key.Key_L)
    editor = driver.dialog(LinkEditor)
    assert isinstance(editor, LinkEditor)
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return)
    editor.note.setPlainText("because of the date")
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        driver.press(Qt.Key.Key_Return, CTRL)
    assert editor.isVisible()
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait_for_window()
    made = set(get_incident(driver.desk.session.project, 1).links) - set(links)
    assert [line.note for line in made] == ["because of the date"]


def test_edited_link_is_stored_and_its_dialog_closed(driver: Driver) -> None:
    linked = next(i for i in range(1, 19) if get_incident(driver.desk.session.project, i).links)
    driver.desk.chronology.select(linked)
    line = get_incident(driver.desk.session.project, linked).links[0]
    driver.desk.inspector.edit_link_requested.emit(line.id)
    editor = driver.dialog(LinkEditor)
    assert isinstance(editor, LinkEditor)
    editor.note.setPlainText("said twice")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.wait_for_window()
    assert get_incident(driver.desk.session.project, linked).links[0].note == "said twice"


def test_text_that_was_refused_is_there_again_and_stored_with_the_next_change(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = driver.desk.inspector.form.title.edit
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        title.setPlainText("Typed while the disk was full")
        driver.desk.chronology.select(2)
        assert driver.desk.inspector.incident_id() == 2
        driver.desk.chronology.select(1)
        assert title.toPlainText() == "Typed while the disk was full"
        driver.desk.chronology.select(2)
    driver.desk.chronology.mark_requested.emit([2])
    assert get_incident(driver.desk.session.project, 1).title == "Typed while the disk was full"
    assert get_incident(driver.desk.session.project, 2).marked
    assert not driver.desk.session.has_unsaved


def test_refused_text_does_not_follow_into_the_next_project(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.dateline"
    create_sample(other).close()
    title = driver.desk.inspector.form.title.edit
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        title.setPlainText("Typed while the disk was full")
        driver.desk.session.flush()
        driver.notices.answers.choices.append("yes")
        assert driver.desk.open(other)
    driver.desk.chronology.select(1)
    assert title.toPlainText() == get_incident(driver.desk.session.project, 1).title
    assert title.toPlainText() != "Typed while the disk was full"


def test_source_that_was_refused_does_not_stop_the_next_project(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other.dateline"
    create_sample(other).close()
    driver.press(Qt.Key.Key_4, CTRL)
    driver.desk.sources.source_list.select(1)
    with monkeypatch.context() as patch:
        patch.setattr(Project, "change", refuse)
        driver.press(Qt.Key.Key_E)
        driver.write("Typed while the disk was full")
        driver.desk.session.flush()
        assert driver.desk.session.has_unsaved
        driver.notices.answers.choices.append("yes")
        assert driver.desk.open(other)
    assert driver.desk.session.project.path == other
