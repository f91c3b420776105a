"""The pane of proposed incidents: one card to decide on, the others below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.overriding import override
from gui.proposals.agenda import Agenda, Decision, Key
from gui.proposals.card_area import CardArea
from gui.proposals.keyed_frame import KeyedFrame
from gui.proposals.loaders import ProposalLoaders, Scope
from gui.proposals.pane_header import PaneHeader
from gui.proposals.proposal_card import CardMode, ProposalCard
from gui.proposals.proposal_list import ProposalList
from gui.proposals.strips import SIDE, DoneLine, DuplicateBanner, ReadingStrip
from models.drafts import IncidentDraft
from models.enums import Stance
from models.proposals import IncidentMatch, NearDuplicate, ProposalState, ProposedIncident

_FOOTER, _LEAST_LIST = 36, 40
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
_OWN_KEYS = {*_STEPS, Qt.Key.Key_U, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter} | {
    Qt.Key.Key_E,
    Qt.Key.Key_A,
    Qt.Key.Key_S,
    Qt.Key.Key_O,
}


class ProposalsPane(KeyedFrame):
    """Decisions count here at once: show the lines again after each, as the project has them then.

    `unskip_requested(list of ProposedIncident)` brings back what was skipped, `words_requested(ProposedIncident)` shows
    its words in the reader. Undo takes back the last decision of this pane.
    """

    accept_requested = Signal(object, object)
    attach_requested = Signal(object, int, object)
    skip_requested = Signal(list)
    unskip_requested = Signal(list)
    undo_requested = Signal()
    proposal_shown = Signal(object)
    words_requested = Signal(object)
    incident_requested = Signal(int)
    source_requested = Signal(int)
    scope_changed = Signal(Scope)
    republishes_requested = Signal(int, int)
    duplicate_dismissed = Signal(int, int)
    cancel_requested = Signal()

    def __init__(self, loaders: ProposalLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bg")
        self.setAccessibleName(self.tr("Proposed incidents"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._agenda = Agenda()
        self._scope, self._is_read_only = Scope.DOCUMENT, False
        self._shown: Key | None = None
        self.header = PaneHeader(self)
        self.reading = ReadingStrip(self)
        self.duplicates = DuplicateBanner(self)
        self.done_line = DoneLine(self)
        self.card = ProposalCard(loaders, self)
        self.area = CardArea(self.card, self)
        self.list = ProposalList(self)
        self._nothing = plain_label("", "body", self)
        self._lay_out()
        self._connect()
        self.show_nothing("")

    def show_proposals(self, lines: Sequence[ProposedIncident], *, scope: Scope) -> None:
        """Show proposals in the order in which they are to be gone through; the current one stays where it is open."""
        self.reading.end()
        self._scope = scope
        self.header.show_scope(scope)
        self._agenda.load(lines)
        self._refresh()

    def show_duplicates(self, pairs: Sequence[NearDuplicate]) -> None:
        """Offer sources as copies of others."""
        self.duplicates.show_pairs(() if self._is_read_only else pairs)

    def show_reading(self, done: int, total: int) -> None:
        """Documents are being read; ends with the next proposals, or with words instead of them."""
        self.reading.show_progress(done, total)

    def show_nothing(self, words: str) -> None:
        """There are no proposals, and why."""
        self.reading.end()
        self._agenda.load(())
        self._refresh()
        self._nothing.setText(words)

    def set_read_only(self, read_only: bool) -> None:  # one plain word, as Qt's own setters
        """Let everything be read and nothing be decided."""
        self._is_read_only = read_only
        self.card.set_read_only(read_only)
        self.done_line.undo.setVisible(not read_only)
        if read_only:
            self.duplicates.show_pairs(())

    def current(self) -> ProposedIncident | None:
        """The proposal on the card."""
        return self._agenda.current

    def select(self, key: Key) -> bool:
        """Put an open proposal on the card; False where there is none with this key."""
        found = self._agenda.select(key)
        if found:
            self._refresh()
        return found

    def focus_pane(self) -> None:
        """Take the keys."""
        target = self.card if self.current() is not None else self.list if self._agenda.lines else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would go past the header with one.
        if self._agenda.lines:
            self.focus_pane()

    def _refresh(self, *, unless_shown: bool = False) -> None:
        line, had_keys = self._agenda.current, _has_keys(self)
        key = line.key if line else None
        is_same = key == self._shown
        if is_same and unless_shown:
            return
        self.header.show_progress(self._agenda.done_count, len(self._agenda.lines))
        self.done_line.show_decided(self._agenda.last_decided)
        self.list.lines.show_lines(*self._agenda.waiting(), self._agenda.done(), self._scope)
        self.list.relayout_from_top(keep_place=is_same)
        if line is not None:
            self.card.show_proposal(line, self._scope)
        if had_keys and not self._agenda.lines:
            self.focus_pane()  # before what has the keys is hidden, and they go elsewhere
        self.area.setVisible(line is not None)
        self.list.setVisible(bool(self._agenda.lines))
        self._nothing.setText(self.tr("All proposals are done.") if self._agenda.lines else "")
        self._nothing.setVisible(line is None)
        if not is_same:
            self._shown = key
            self.proposal_shown.emit(line)
        if had_keys and not is_same:
            self.focus_pane()

    def _on_accepted(self, draft: IncidentDraft) -> None:
        line = self._agenda.current
        if line is not None:
            self.card.leave()
            self._agenda.decide(Decision.ACCEPTED, draft.title)
            self.accept_requested.emit(line, draft)
            self._refresh(unless_shown=True)

    def _on_attached(self, match: IncidentMatch, stance: Stance | None) -> None:
        line = self._agenda.current
        if line is not None:
            self._agenda.decide(Decision.ATTACHED, match.title, match.incident_id)
            self.attach_requested.emit(line, match.incident_id, stance)
            self._refresh(unless_shown=True)

    def _on_skipped(self) -> None:
        line = self._agenda.current
        if line is not None:
            self._agenda.decide(Decision.SKIPPED, line.proposal.title)
            self.skip_requested.emit([line])
            self._refresh(unless_shown=True)

    def _on_line_opened(self, line: ProposedIncident) -> None:
        if line.state is ProposalState.OPEN:
            self.card.leave()
            self.select(line.key)
            self.focus_pane()
        elif line.state is ProposalState.SKIPPED:
            if not self._is_read_only:
                self.unskip_requested.emit([line])
        elif line.incident_id is not None:
            self.incident_requested.emit(line.incident_id)

    def _on_scope_chosen(self, scope: Scope) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys go to the card, once there is one
        self.scope_changed.emit(scope)

    @override
    def owns_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.card.mode is not CardMode.READING:
            is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            return key == Qt.Key.Key_Escape or (is_enter and modifiers == Qt.KeyboardModifier.ControlModifier)
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            return key == Qt.Key.Key_A
        return not modifiers and (key in _OWN_KEYS or Qt.Key.Key_1 <= key <= Qt.Key.Key_3)

    @override
    def take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self.card.leave()
        if press_by_enter(event):
            return True
        if not self.owns_key(event) or self.card.mode is not CardMode.READING:
            return False
        line = self._agenda.current
        if event.key() in _STEPS:
            self._agenda.step(_STEPS[Qt.Key(event.key())])
            self._refresh()
        elif event.key() == Qt.Key.Key_U:
            if self.done_line.undo.isVisible() and not event.isAutoRepeat():
                self.undo_requested.emit()
        elif event.key() == Qt.Key.Key_Space:
            if line is not None:
                self.words_requested.emit(line)
        else:
            return line is not None and self.card.take_key(event)
        return True

    def _connect(self) -> None:
        self.header.scope_changed.connect(self._on_scope_chosen)
        self.reading.cancel_requested.connect(self.cancel_requested)
        self.duplicates.republishes_requested.connect(self.republishes_requested)
        self.duplicates.duplicate_dismissed.connect(self.duplicate_dismissed)
        self.done_line.undo_requested.connect(self.undo_requested)
        self.card.accepted.connect(self._on_accepted)
        self.card.attached.connect(self._on_attached)
        self.card.skipped.connect(self._on_skipped)
        self.card.incident_requested.connect(self.incident_requested)
        self.card.source_requested.connect(self.source_requested)
        self.list.line_opened.connect(self._on_line_opened)

    def _lay_out(self) -> None:
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(SIDE)
        footer = QFrame(self)
        footer.setProperty("surface", "pane-footer")
        footer.setFixedHeight(_FOOTER)
        line = QHBoxLayout(footer)
        line.setContentsMargins(SIDE, 0, SIDE, 0)
        words = self.tr("Found on this computer by rules, nothing is added until you accept.")
        promise = plain_label(words, "hint", footer)
        promise.setWordWrap(True)
        promise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(promise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.reading, self.duplicates, self.done_line, self.area, self._nothing):
            column.addWidget(part)
        self.list.setMinimumHeight(_LEAST_LIST)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(footer)


def _has_keys(pane: ProposalsPane) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane.area.isAncestorOf(focused) or focused in (pane.list, pane))
