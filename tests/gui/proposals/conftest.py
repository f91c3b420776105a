"""A pane of proposals in a window of its own."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.proposals.loaders import ProposalLoaders, Scope
from gui.proposals.proposals_pane import ProposalsPane
from models.enums import Status
from models.proposals import IncidentMatch, ProposedIncident
from models.snapshots import IncidentRow
from tests.gui.proposals.making import draft_of, propose_all

ShowMatches = Callable[[Sequence[IncidentMatch]], ProposalsPane]


def find_incidents(text: str) -> Sequence[IncidentRow]:
    """Two incidents, by their titles."""
    rows = [
        IncidentRow(number, 1, title, "", UncertainDate(date), Status.VERIFIED, False, "", (), 1, 0)
        for number, title, date in ((8, "Lock shut", "2024-01-04"), (9, "Pumps fail", "2024-01-21"))
    ]
    return [row for row in rows if text.lower() in row.title.lower()]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(448, 820)
    return made


@pytest.fixture
def pane_with(window: QMainWindow, qtbot: QtBot) -> ShowMatches:
    """A pane with three proposals, each of which looks like these incidents."""

    def make(matches: Sequence[IncidentMatch]) -> ProposalsPane:
        def find_matches(_proposed: ProposedIncident) -> Sequence[IncidentMatch]:
            return matches

        pane = ProposalsPane(ProposalLoaders(find_matches, find_incidents, draft_of), window)
        window.setCentralWidget(pane)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        pane.show_proposals(propose_all(), scope=Scope.DOCUMENT)
        pane.focus_pane()
        return pane

    return make


@pytest.fixture
def pane(pane_with: ShowMatches) -> ProposalsPane:
    return pane_with(())
