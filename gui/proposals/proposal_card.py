"""The current proposal: its words, what may be the same, and what can be done with it."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.controls import pop_up
from gui.fields.patch_field import NoteLine
from gui.glyphs import stance_icon
from gui.proposals.action_bar import ActionBar
from gui.proposals.card_frame import CardFrame
from gui.proposals.edit_form import EditForm
from gui.proposals.incident_finder import IncidentFinder
from gui.proposals.loaders import ProposalLoaders, Scope
from gui.proposals.match_box import MOST_MATCHES, MatchBox
from gui.proposals.proposal_text import ProposalText
from gui.texts import problem_text, stance_text
from gui.texts.proposals import describe_line
from gui.theme import theme_of
from models.drafts import IncidentDraft
from models.enums import Stance
from models.errors import UserFacingError
from models.proposals import IncidentMatch, ProposedIncident


class CardMode(Enum):
    """What the card is used for."""

    READING = "reading"
    EDITING = "editing"
    FINDING = "finding"


class ProposalCard(CardFrame):
    """Shows one proposal; the pane hands it the keys.

    `accepted(IncidentDraft)`, `attached(IncidentMatch, Stance or None)`, `skipped()`: what somebody decided.
    """

    accepted = Signal(object)
    attached = Signal(object, object)
    skipped = Signal()
    incident_requested = Signal(int)
    source_requested = Signal(int)

    def __init__(self, loaders: ProposalLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaders = loaders
        self._proposed: ProposedIncident | None = None
        self._draft: IncidentDraft | None = None
        self._is_read_only = False
        self.mode = CardMode.READING
        self.text = ProposalText(self)
        self.matches = MatchBox(self)
        self.bar = ActionBar(self)
        self.form = EditForm(self)
        self.finder = IncidentFinder(loaders.find_incidents, self)
        self._problem = NoteLine(self)
        self._lay_out()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_proposal(self, proposed: ProposedIncident, scope: Scope) -> None:
        """Show a proposal; the same one again is not disturbed while it is edited."""
        is_same = self._proposed is not None and self._proposed.key == proposed.key
        if is_same and self.mode is not CardMode.READING:
            return
        if is_same and self._proposed == proposed:
            self.show_matches(follows=True)
            return
        self._proposed = proposed
        self.setAccessibleName(describe_line(proposed))
        self._load_draft(proposed)
        self.text.show_proposal(proposed, self._draft, scope)
        self.show_matches()

    def show_matches(self, *, follows: bool = False) -> None:
        """Ask anew which incidents may be the same; `follows`: the project was changed, the choice stays."""
        if self._proposed is None:
            return
        found: Sequence[IncidentMatch] = ()
        try:
            found = () if self._is_read_only else self._loaders.find_matches(self._proposed)[:MOST_MATCHES]
        except UserFacingError as error:
            self._problem.say_problem(problem_text(error).title)
        if follows:
            self.matches.follow(found)
        else:
            self.matches.show_matches(found)
        self._show_choice()
        self._set_mode(CardMode.READING)

    def set_read_only(self, read_only: bool) -> None:
        """Let proposals be read and nothing be decided."""
        self._is_read_only = read_only
        self.show_matches()

    def accept(self) -> None:
        """Accept the proposal as it stands."""
        if self._draft is not None and not self._is_read_only:
            self.accepted.emit(self._draft)

    def edit(self) -> None:
        """Change title, date, place or names before it is accepted."""
        if self._proposed is not None and self._draft is not None and not self._is_read_only:
            self._set_mode(CardMode.EDITING)
            self.form.show_proposal(self._proposed, self._draft)

    def attach(self) -> None:
        """Attach to the chosen incident; where there is none, look for it."""
        match = self.matches.chosen()
        if self._is_read_only or self._proposed is None:
            return
        if match is None:
            self.look_up()
        else:
            self.attached.emit(match, None)

    def look_up(self) -> None:
        """Look for the incident that it belongs to."""
        if self._proposed is not None and not self._is_read_only:
            self._set_mode(CardMode.FINDING)
            self.finder.open_for(self._proposed.proposal.date)

    def choose_stance(self) -> None:
        """Attach to the chosen incident with a stance that is asked for."""
        if self.matches.chosen() is None:
            self.attach()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for stance in Stance:
            entry = menu.addAction(stance_icon(stance, theme_of(self)), f"&{stance_text(stance)}")
            entry.setData(stance.value)
        menu.triggered.connect(self._on_stance_chosen)
        pop_up(menu, self.bar.attach.mapToGlobal(QPoint(0, self.bar.attach.height() + 2)), by_key=True)

    def leave(self) -> bool:
        """Back from editing or finding; False where there is nothing to go back from."""
        if self.mode is CardMode.READING:
            return False
        self._set_mode(CardMode.READING)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False where it stands for nothing."""
        if self.mode is not CardMode.READING or event.isAutoRepeat():
            return False
        by_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if by_shift and event.key() == Qt.Key.Key_A:
            self.choose_stance()
            return True
        wish = {
            Qt.Key.Key_Return: self.accept,
            Qt.Key.Key_Enter: self.accept,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_A: self.attach,
            Qt.Key.Key_S: self.skip,
            Qt.Key.Key_O: self.look_up,
        }.get(Qt.Key(event.key()))
        if by_shift or wish is None:
            return not by_shift and self.matches.choose(event.key() - Qt.Key.Key_0)
        wish()
        return True

    def skip(self) -> None:
        """Leave the proposal out."""
        if self._proposed is not None and not self._is_read_only:
            self.skipped.emit()

    def _load_draft(self, proposed: ProposedIncident) -> None:
        self._draft = None
        self._problem.say("")
        try:
            self._draft = self._loaders.draft_of(proposed)
        except UserFacingError as error:
            self._problem.say_problem(problem_text(error).title)

    def _show_choice(self, _chosen: object = None) -> None:
        match = self.matches.chosen()
        self.bar.show_choice(has_match=match is not None, contradicts=match is not None and match.dates_differ)

    def _set_mode(self, mode: CardMode) -> None:
        self.mode = mode
        is_reading = mode is CardMode.READING
        self.text.show_title(is_reading)
        self.matches.setVisible(is_reading and not self.matches.is_empty())
        self.bar.setVisible(is_reading and not self._is_read_only)
        self.form.setVisible(mode is CardMode.EDITING)
        self.finder.setVisible(mode is CardMode.FINDING)

    def _on_incident_found(self, match: IncidentMatch) -> None:
        self.matches.show_matches((match,), picked=True)
        self._show_choice()
        self.leave()

    def _on_stance_chosen(self, entry: QAction) -> None:
        match = self.matches.chosen()
        if match is not None:
            self.attached.emit(match, Stance(entry.data()))

    def _connect(self) -> None:
        self.text.source_requested.connect(self.source_requested)
        self.matches.match_chosen.connect(self._show_choice)
        self.matches.other_requested.connect(self.look_up)
        self.matches.incident_requested.connect(self.incident_requested)
        self.bar.accept_requested.connect(self.accept)
        self.bar.edit_requested.connect(self.edit)
        self.bar.attach_requested.connect(self.attach)
        self.bar.skip_requested.connect(self.skip)
        self.form.accepted.connect(self.accepted)
        self.form.left.connect(self.leave)
        self.finder.incident_found.connect(self._on_incident_found)
        self.finder.left.connect(self.leave)

    def _lay_out(self) -> None:
        for part in (self.text, self._problem, self.matches, self.bar, self.form, self.finder):
            self.column.addWidget(part)
