"""Every kind of row and card is painted, in both themes and from right to left; Qt's warnings fail the test."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.proposals.loaders import Scope
from gui.style import dress
from gui.theme import DARK, LIGHT
from models.proposals import NearDuplicate, ProposalState, ProposedIncident, Rank
from tests.gui.proposals.conftest import ShowMatches
from tests.gui.proposals.making import match, propose_day


@pytest.fixture(params=["light", "dark", "right-to-left"])
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    dress(qapp, DARK if request.param == "dark" else LIGHT)
    if request.param == "right-to-left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield str(request.param)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    dress(qapp, LIGHT)


def every_kind() -> list[ProposedIncident]:
    said = propose_day("Sunday", rank=Rank.REPORTED)
    return [
        replace(said, copies=(propose_day("Monday", capture=4).origin,)),
        propose_day("Monday"),
        propose_day("Tuesday", state=ProposalState.TAKEN),
        propose_day("Tuesday", capture=2, state=ProposalState.SKIPPED),
    ]


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("width", [360, 448])
def test_cards_and_rows_are_painted(pane_with: ShowMatches, look: str, scope: Scope, width: int) -> None:
    pane = pane_with([match(5), match(6, differs=True)])
    pane.show_proposals(every_kind(), scope=scope)
    pane.show_duplicates([NearDuplicate(2, "Wire", 1, "Post", 0.9)])
    pane.resize(width, 700)
    for key in (None, Qt.Key.Key_E, Qt.Key.Key_Escape, Qt.Key.Key_O, Qt.Key.Key_Escape, Qt.Key.Key_S, Qt.Key.Key_S):
        if key is not None:
            QTest.keyClick(pane.card, key)
        assert not pane.grab().isNull(), look
    assert pane.current() is None
