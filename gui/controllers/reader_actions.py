"""Lets the keys of the reader be chosen by name: in the palette and in the menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.actions import ActionId, Actions
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane

_A = ActionId
_ON_CARD = {
    _A.ACCEPT_PROPOSAL: Qt.Key.Key_Return,
    _A.EDIT_PROPOSAL: Qt.Key.Key_E,
    _A.ATTACH_PROPOSAL: Qt.Key.Key_A,
    _A.SKIP_PROPOSAL: Qt.Key.Key_S,
    _A.UNDO_DECISION: Qt.Key.Key_U,
}


class ReaderActions(QObject):
    """An action does what its key does in the pane that it belongs to."""

    def __init__(self, actions: Actions, text: ReaderPane, proposals: ProposalsPane) -> None:
        super().__init__(proposals)
        self._actions = actions
        self._proposals = proposals
        keys, header = text.keys, text.header
        slots: dict[ActionId, Callable[[], object]] = {
            _A.NEXT_DATE: keys.next_date,
            _A.PREVIOUS_DATE: keys.previous_date,
            _A.NEXT_CITED: keys.next_cited,
            _A.PREVIOUS_CITED: keys.previous_cited,
            _A.LARGER_TEXT: keys.enlarge,
            _A.SMALLER_TEXT: keys.shrink,
            _A.CHANGE_TODAY: header.open_today,
            _A.SHOW_PAGES: header.switch_way,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(slot)
        for action_id in _ON_CARD:
            actions[action_id].triggered.connect(self._press)
        proposals.proposal_shown.connect(self._on_proposal_shown)

    def _press(self) -> None:
        key = _ON_CARD[ActionId(self.sender().objectName())]
        self._proposals.focus_pane()
        focused = QApplication.focusWidget()
        if focused is not None:
            no_keys = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, key, no_keys))

    def _on_proposal_shown(self, proposed: object) -> None:
        self._actions.update_needs(proposal=proposed is not None)
