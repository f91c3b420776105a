"""A proposal that contradicts an incident is attached to it, and settled in the inspector."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.inspector.citation_list import CitationRow
from models.enums import Stance
from models.snapshots import IncidentCard
from services.incident_cards import get_incident
from tests.driver import Driver
from tests.reading_desk import ReadingDesk, make_harbour

OpenWindow = Callable[..., Driver]
FLOOD = "Sea water floods the switch house"


@pytest.fixture
def desk(open_window: OpenWindow, tmp_path: Path) -> ReadingDesk:
    return ReadingDesk(open_window(make_harbour(tmp_path / "harbour.dateline")))


def flood_of(desk: ReadingDesk) -> IncidentCard:
    return get_incident(desk.project, desk.incident_id(FLOOD))


def test_contradicting_proposal_is_settled_and_opened_again_by_undo(desk: ReadingDesk) -> None:
    desk.read("Cranes stop")
    desk.proposals.focus_pane()
    desk.driver.press(Qt.Key.Key_J)
    assert desk.proposals.card.bar.attach.text() == "Attach as contradicting"
    desk.driver.press(Qt.Key.Key_A)
    assert [line.stance for line in flood_of(desk).citations] == [Stance.CONTRADICTS]
    desk.driver.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    desk.chronology.select(desk.incident_id(FLOOD))
    rows = [row for row in desk.driver.window.findChildren(CitationRow) if row.isVisible()]
    assert "says 21 January 2024, the incident 20 January 2024" in rows[0].accessibleName()
    rows[0].setFocus()
    desk.driver.press(Qt.Key.Key_D)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_U)
    settled = flood_of(desk)
    assert (settled.date.edtf, [line.stance for line in settled.citations]) == ("2024-01-21", [Stance.SUPPORTS])
    desk.project.undo()
    assert (flood_of(desk).date.edtf, flood_of(desk).citations[0].stance) == ("2024-01-20", Stance.CONTRADICTS)
