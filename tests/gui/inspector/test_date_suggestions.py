"""Dates that the quotes of an incident give, offered below its date."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.controllers.date_suggester import DateSuggester
from gui.controllers.session import Session
from gui.fields.date_reader import DateReader
from gui.inspector.date_suggestions import SuggestionRow
from gui.inspector.incident_inspector import IncidentInspector
from models.drafts import IncidentPatch, PassageDraft
from services.incident_cards import get_incident
from services.incidents import edit_incident
from services.project import Project
from tests import factories
from tests.fakes import FakeNotices

TEXT = "They met on Monday.\r\n\r\nThe gate jammed on Sunday, the keeper said.\r\n\r\nIt was oiled on Friday."
QUOTE = "The gate jammed on Sunday"


class Bench:
    """An inspector over an open project, with what answers it."""

    def __init__(self, project: Project, window: QWidget, notices: FakeNotices, reader: DateReader) -> None:
        self.project = project
        self.session = Session(notices, window, project.path.parent)
        self.inspector = IncidentInspector(window)
        self.inspector.resize(408, 900)
        self.inspector.incident_patched.connect(self._store)
        self.session.flush_requested.connect(self.inspector.flush)
        self.suggester = DateSuggester(self.session, self.inspector.form.date.suggestions, reader)
        self.session.open(project)
        self.source = factories.add_source(project, "Gate log", published=UncertainDate("2024-01-23"))
        self.capture = factories.add_capture(project, self.source, TEXT)

    def _store(self, incident_id: int, version: int, patch: IncidentPatch, burst: str) -> None:
        self.inspector.mark_saved(edit_incident(self.project, incident_id, patch, version=version, burst=burst))

    def show(self, incident_id: int) -> None:
        self.inspector.load(get_incident(self.project, incident_id), (1, 1))

    def incident(self, edtf: str = "", quote: str = QUOTE) -> int:
        made = factories.add_incident(self.project, "The gate jams", edtf)
        factories.add_citation(self.project, made, self.source, quote=quote)
        return made

    def rows(self) -> list[SuggestionRow]:
        return [row for row in self.inspector.form.date.suggestions.rows if row.isVisible()]

    def date(self, incident_id: int) -> UncertainDate:
        return get_incident(self.project, incident_id).date


@pytest.fixture
def bench(qtbot: QtBot, project: Project, date_reader: DateReader) -> Iterator[Bench]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(408, 900)
    notices = FakeNotices(window)
    made = Bench(project, window, notices, date_reader)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    made.inspector.flush()


def test_undated_incident_is_offered_the_date_of_its_quote(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.incident())
    qtbot.waitUntil(lambda: len(bench.rows()) == 1)
    (row,) = bench.rows()
    assert row.use.accessibleName() == "Use 21 January 2024 as the date"
    assert any("last Sunday before 23 January 2024" in label.text() for label in row.findChildren(QLabel))


def test_using_it_dates_the_incident_in_one_step_that_can_be_undone(qtbot: QtBot, bench: Bench) -> None:
    shown = bench.incident()
    bench.show(shown)
    qtbot.waitUntil(lambda: len(bench.rows()) == 1)
    QTest.keyClick(bench.rows()[0].use, Qt.Key.Key_Space)
    assert bench.date(shown) == UncertainDate("2024-01-21", as_written="Sunday")
    assert bench.inspector.form.date.field.text() == "21 Jan 2024"
    assert bench.rows() == []
    assert bench.inspector.form.date.field.edit.hasFocus()
    bench.project.undo()
    assert bench.date(shown) == UncertainDate()
    bench.show(shown)
    qtbot.waitUntil(lambda: len(bench.rows()) == 1)


def test_tab_goes_from_the_date_to_its_suggestion(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.incident())
    qtbot.waitUntil(lambda: len(bench.rows()) == 1)
    bench.inspector.focus_field("date")
    stops = []
    for _key in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[1] is bench.rows()[0].use
    assert stops[2] is not None
    assert stops[2].accessibleName() == "Place"


def test_date_is_found_in_the_words_that_the_citation_is_tied_to(qtbot: QtBot, bench: Bench) -> None:
    shown = factories.add_incident(bench.project, "The gate jams", "")
    start = TEXT.index(QUOTE)
    passage = PassageDraft(capture_id=bench.capture, start=start, end=start + len(QUOTE))
    factories.add_citation(bench.project, shown, bench.source, quote=QUOTE, passage=passage)
    bench.show(shown)
    qtbot.waitUntil(lambda: bool(bench.rows()))
    assert [row.quoted.words for row in bench.rows()] == ["Sunday"]


def test_incident_with_its_date_is_left_in_peace(qtbot: QtBot, bench: Bench, date_reader: DateReader) -> None:
    with qtbot.waitSignal(date_reader.dates_read):
        bench.show(bench.incident("2024-01-21"))
    assert bench.rows() == []


def test_typing_a_date_takes_the_offer_back(qtbot: QtBot, bench: Bench) -> None:
    bench.show(bench.incident())
    qtbot.waitUntil(lambda: bool(bench.rows()))
    field = bench.inspector.form.date.field.edit
    field.setFocus()
    QTest.keyClicks(field, "2")
    assert bench.rows() == []
    field.clear()
    QTest.keyClicks(field, " ")
    assert len(bench.rows()) == 1


def test_nothing_is_offered_where_the_day_of_publication_is_not_known(
    qtbot: QtBot, bench: Bench, date_reader: DateReader
) -> None:
    shown = factories.add_incident(bench.project, "The gate jams", "")
    undated = factories.add_source(bench.project, "A letter", published=UncertainDate("2024-01"))
    factories.add_citation(bench.project, shown, undated, quote=QUOTE)
    with qtbot.waitSignal(date_reader.dates_read):
        bench.show(shown)
    assert bench.rows() == []


def test_next_incident_shows_nothing_of_the_one_before(qtbot: QtBot, bench: Bench, date_reader: DateReader) -> None:
    first, second = bench.incident(), bench.incident(quote="It was oiled.")
    bench.show(first)
    qtbot.waitUntil(lambda: bool(bench.rows()))
    bench.show(second)
    assert bench.rows() == []
    with qtbot.waitSignal(date_reader.dates_read):
        bench.show(second)
    assert bench.rows() == []
    bench.inspector.load_blank()
    assert bench.rows() == []


def test_read_only_project_is_offered_nothing(qtbot: QtBot, bench: Bench) -> None:
    bench.inspector.set_read_only(True)
    with qtbot.assertNotEmitted(bench.inspector.form.date.suggestions.dates_requested, wait=300):
        bench.show(bench.incident())
    assert bench.rows() == []


def test_answer_after_the_project_was_closed_is_dropped(qtbot: QtBot, bench: Bench, date_reader: DateReader) -> None:
    suggestions = bench.inspector.form.date.suggestions
    with qtbot.waitSignal(suggestions.dates_requested):
        bench.show(bench.incident())
    bench.inspector.load_none()
    bench.session.close()
    with qtbot.waitSignal(date_reader.dates_read):
        date_reader.read([])
    assert bench.rows() == []
