"""A citation that gives its incident another date: what its row says and offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.inspector.citation_list import CitationRow
from gui.inspector.incident_inspector import IncidentInspector
from gui.inspector.stated_line import StatedLine
from models.drafts import CitationDraft, IncidentDraft, SourceDraft
from models.enums import Stance
from models.snapshots import IncidentCard
from services.citations import add_citation
from services.incident_cards import get_incident
from services.incidents import add_incident
from services.project import Project
from services.settling import Settling
from services.sources import add_source


def card_of(project: Project, date: str, stated: str, stance: Stance = Stance.CONTRADICTS) -> IncidentCard:
    source = add_source(project, SourceDraft(title="Wire"))
    incident = add_incident(project, IncidentDraft(title="Base hit", date=UncertainDate(date)))
    add_citation(project, incident, CitationDraft(source_id=source, stated=UncertainDate(stated), stance=stance))
    return get_incident(project, incident)


def row_of(pane: IncidentInspector) -> CitationRow:
    return next(row for row in pane.form.citations.findChildren(CitationRow) if row.isVisible())


def stated_of(row: CitationRow) -> StatedLine:
    assert row.stated is not None
    return row.stated


def test_a_contradicting_date_is_told_with_both(inspector: IncidentInspector, project: Project) -> None:
    inspector.load(card_of(project, "2024-01-20", "2024-01-21"), (1, 1))
    row = row_of(inspector)
    assert "Contradicts" in row.accessibleName()
    assert "says 21 January 2024, the incident 20 January 2024" in row.accessibleName()
    assert stated_of(row).button.text() == "Settle…"


@pytest.mark.parametrize(
    ("letter", "way"), [("U", Settling.USE_STATED), ("K", Settling.KEEP), ("B", Settling.KEEP_BOTH)]
)
def test_d_asks_which_date_holds(
    inspector: IncidentInspector, project: Project, qtbot: QtBot, letter: str, way: Settling
) -> None:
    card = card_of(project, "2024-01-20", "2024-01-21")
    inspector.load(card, (1, 1))
    row = row_of(inspector)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_D)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    with qtbot.waitSignal(inspector.settle_requested) as caught:
        QTest.keyClick(menu, Qt.Key(ord(letter)))
    assert caught.args == [card.citations[0].id, way]


def test_a_finer_date_is_taken_by_one_press(inspector: IncidentInspector, project: Project, qtbot: QtBot) -> None:
    inspector.load(card_of(project, "2024-01", "2024-01-21", Stance.SUPPORTS), (1, 1))
    row = row_of(inspector)
    assert stated_of(row).button.text() == "Use this date"
    with qtbot.waitSignal(inspector.settle_requested) as caught:
        stated_of(row).button.click()
    assert caught.args[1] is Settling.USE_STATED


@pytest.mark.parametrize(("date", "stance"), [("2024-01-20", Stance.QUALIFIES), ("2024-01-21", Stance.SUPPORTS)])
def test_what_is_settled_or_agreed_offers_nothing(
    inspector: IncidentInspector, project: Project, date: str, stance: Stance
) -> None:
    inspector.load(card_of(project, date, "2024-01-21", stance), (1, 1))
    row = row_of(inspector)
    assert row.stated is None or not row.stated.button.isVisible()
    assert ("says" in row.accessibleName()) == (date != "2024-01-21")


def test_the_row_follows_the_date_that_is_typed(inspector: IncidentInspector, project: Project) -> None:
    inspector.load(card_of(project, "2024-01-20", "2024-01-21"), (1, 1))
    edit = inspector.form.date.field.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "21 Jan 2024")
    assert "says" not in row_of(inspector).accessibleName()


def test_nothing_is_offered_in_a_project_that_is_read_only(inspector: IncidentInspector, project: Project) -> None:
    inspector.set_read_only(True)
    inspector.load(card_of(project, "2024-01-20", "2024-01-21"), (1, 1))
    row = row_of(inspector)
    assert "the incident 20 January 2024" in row.accessibleName()
    assert not stated_of(row).button.isVisible()
