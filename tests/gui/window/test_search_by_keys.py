"""Searching in the whole window: the list narrows with every key, finds are opened where they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.search.search_panel import SearchPanel
from gui.shell.page import Page
from services.incident_words import Matches
from services.project_files import create_project
from services.searching import HitKind
from tests import factories
from tests.driver import Driver

_TEXT = "Nothing is said. " * 40 + "At nine the drawbridge was shut by the ferryman. " + "Nothing is said. " * 40


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    """Three incidents, a source with a preserved copy, and the keyboard in the search field."""
    path = tmp_path / "harbour.dateline"
    project = create_project(path, title="Harbour")
    ferry = factories.add_incident(project, "Ferry inspected", "2024-01-20", body="The crew waited.")
    factories.add_incident(project, "Audit begins", "2024-01-21", body="Long ago the old ferry had sunk.")
    factories.add_incident(project, "Mayor resigns", "2024-01-22")
    source = factories.add_source(project, "Port log")
    factories.add_capture(project, source, _TEXT)
    factories.add_citation(project, ferry, source, quote="a lamp was burning")
    project.close()
    driver = open_window(path)
    driver.press(Qt.Key.Key_Slash)
    return driver


def _panel(driver: Driver) -> SearchPanel:
    found = driver.window.findChild(SearchPanel)
    assert isinstance(found, SearchPanel)
    return found


def _page(driver: Driver) -> Page:
    return driver.window.workbench.page


def _search(driver: Driver, text: str) -> SearchPanel:
    """Type, and wait for the finds."""
    panel = _panel(driver)
    driver.write(text)
    driver.qtbot.waitUntil(lambda: panel.isVisible() and driver.desk.chronology.filter().text == text)
    return panel


def _choose(panel: SearchPanel, driver: Driver, kind: HitKind) -> None:
    for _ in range(panel.list.hits.count):
        driver.press(Qt.Key.Key_Down)
        hit = panel.current()
        if hit is not None and hit.kind is kind:
            return
    pytest.fail(f"no {kind}")


def test_letters_typed_while_an_answer_comes_are_never_lost(driver: Driver) -> None:
    field = driver.window.tool_bar.search
    told: list[Matches] = []
    driver.desk._search._words.matches_found.connect(told.append)
    for letter in "ferry insp":
        QTest.keyClick(field, letter)  # type: ignore[call-overload]
        driver.application.processEvents()
    driver.qtbot.waitUntil(lambda: driver.desk.chronology.filter().text == "ferry insp")
    assert field.text() == "ferry insp"
    assert [matches.text for matches in told] == sorted((m.text for m in told), key=len)
    assert driver.desk.chronology.model.row_map.line_count == 1


def test_filter_set_meanwhile_keeps_the_letters(driver: Driver) -> None:
    _search(driver, "ferr")
    field = driver.window.tool_bar.search
    QTest.keyClick(field, "y")  # type: ignore[call-overload]
    driver.desk._chronology.filter_changed.emit(driver.desk._chronology.filter)
    assert field.text() == "ferry"
    driver.desk._chronology.clear_filters()
    assert field.text() == ""


def test_incident_is_opened_from_another_page(driver: Driver) -> None:
    driver.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    driver.press(Qt.Key.Key_Slash)
    panel = _search(driver, "audit")
    assert _page(driver) is Page.SOURCES
    _choose(panel, driver, HitKind.INCIDENT)
    driver.press(Qt.Key.Key_Return)
    assert _page(driver) is Page.CHRONOLOGY
    assert not panel.isVisible()
    shown = driver.desk.chronology.current_id()
    assert shown is not None
    assert driver.desk.chronology.model.row_of(shown) is not None


def test_quote_is_opened_at_its_citation(driver: Driver) -> None:
    panel = _search(driver, "lamp")
    _choose(panel, driver, HitKind.QUOTE)
    hit = panel.current()
    assert hit is not None
    driver.press(Qt.Key.Key_Return)
    assert driver.desk.chronology.current_id() == hit.owner_id
    row = driver.desk.inspector.form.citations.row_of(hit.id)
    assert driver.focus() is row


def test_source_is_opened_in_the_list_of_sources(driver: Driver) -> None:
    panel = _search(driver, "port log")
    _choose(panel, driver, HitKind.SOURCE)
    driver.press(Qt.Key.Key_Return)
    assert _page(driver) is Page.SOURCES
    assert driver.desk.sources.source_list.current_id() is not None


def test_copy_is_opened_at_the_words_and_escape_leads_back(driver: Driver) -> None:
    panel = _search(driver, "ferryman")
    _choose(panel, driver, HitKind.COPY)
    driver.press(Qt.Key.Key_Return)
    assert _page(driver) is Page.SOURCES
    shown = driver.desk.text.text
    assert shown.toPlainText()[shown.textCursor().position() :].startswith("ferryman.")
    assert driver.focus() is shown
    assert shown.coloured("shown")
    driver.press(Qt.Key.Key_Escape)
    assert _page(driver) is Page.CHRONOLOGY


def test_enter_without_a_choice_goes_to_the_list(driver: Driver) -> None:
    panel = _search(driver, "ferry")
    driver.press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert driver.focus() is driver.desk.chronology.view
    assert driver.desk.chronology.model.row_map.line_count == 2


def test_edit_with_finds_on_screen_shows_them_anew(driver: Driver) -> None:
    panel = _search(driver, "ferry")
    before = panel.list.hits.count
    factories.add_incident(driver.desk.session.project, "Ferry sold", "2024-02-01")
    driver.qtbot.waitUntil(lambda: panel.list.hits.count == before + 1)
    assert driver.window.tool_bar.search.text() == "ferry"


def test_panel_goes_with_the_keyboard_and_comes_back_by_the_arrow(driver: Driver) -> None:
    panel = _search(driver, "ferry")
    driver.desk.chronology.focus_list()
    assert not panel.isVisible()
    driver.press(Qt.Key.Key_Slash)
    assert not panel.isVisible()
    driver.press(Qt.Key.Key_Down)
    assert panel.isVisible()
    assert panel.current() is not None


def test_row_shows_the_piece_that_has_the_words(driver: Driver) -> None:
    _search(driver, "sunk")
    view = driver.desk.chronology.view
    row = driver.desk.chronology.model.incident_at(1)
    assert row is not None
    lines = view.delegate.excerpts.lines(row, 1, with_summary=True)
    assert [lines.summary[start:end] for start, end in lines.summary_spans] == ["sunk"]
    assert lines.title == "Audit begins"


@pytest.mark.parametrize("before", ["", "ferr"])
def test_incident_added_while_words_are_looked_for_is_found(driver: Driver, before: str) -> None:
    desk = driver.desk
    if before:
        _search(driver, before)
    driver.window.tool_bar.search.setText("ferry")
    desk._searcher._pool.waitForDone()  # its answer, which nobody has heard yet, is older than the incident
    added = factories.add_incident(desk.session.project, "Ferry sinks", "2024-01-23")
    driver.qtbot.waitUntil(lambda: desk.chronology.filter().text == "ferry" and not desk._searcher.is_busy)
    assert desk.chronology.model.place_of_id(added) == 2


def test_words_that_nobody_looked_for_yet_do_not_follow_to_the_next_project(driver: Driver, tmp_path: Path) -> None:
    create_project(tmp_path / "next.dateline", title="Next").close()
    driver.write("ferry")
    driver.desk.open(tmp_path / "next.dateline")
    assert driver.window.tool_bar.search.text() == ""
    driver.qtbot.waitUntil(lambda: not driver.desk._searcher.is_busy)
    assert driver.desk.chronology.filter().text == ""
