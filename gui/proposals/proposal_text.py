"""The words of a card: the date and why, the suggested title, the sentence, and where it stands too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dates import format_hint
from gui.controls import button_text, plain_label
from gui.fields.patch_field import NoteLine
from gui.fonts import Role, font
from gui.proposals.date_line import DateLine
from gui.proposals.loaders import Scope
from gui.proposals.quote_label import QuoteLabel
from gui.proposals.quoting import quoted
from gui.style import GAP_4, GAP_8
from gui.texts.changes import shorten
from gui.texts.mentions import reason_text
from gui.texts.proposals import copies_hint, copies_text, rank_note, resolved_text
from models.drafts import IncidentDraft
from models.proposals import ProposedIncident

_LONGEST_LABEL = 60


class ProposalText(QWidget):
    """`source_requested(id)` when the source's name was pressed; it is shown where proposals of all documents are."""

    source_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source_id = 0
        self._source = QPushButton(self)
        self._source.setProperty("kind", "word")
        self._source.setStyleSheet("QPushButton { padding: 1px 2px 0 0; }")  # in line with the date below it
        self._source.setAutoDefault(False)
        self._source.clicked.connect(self._on_source_clicked)
        self.date = DateLine(self)
        self.reason = plain_label("", "hint", self)
        self.title = plain_label("", "", self)
        self.title.setFont(font(Role.UI_STRONG))
        for label in (self.reason, self.title):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._doubt, self._known, self._copies = NoteLine(self), NoteLine(self), NoteLine(self)
        self.quote = QuoteLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.date)
        column.addWidget(self.reason)
        column.addWidget(self._doubt)
        column.addSpacing(GAP_8)
        column.addWidget(self.title)
        column.addWidget(self._known)
        column.addSpacing(GAP_4)
        column.addWidget(self.quote)
        column.addWidget(self._copies)

    def show_proposal(self, proposed: ProposedIncident, draft: IncidentDraft | None, scope: Scope) -> None:
        """Show a proposal, and of `draft` what accepting it would write."""
        proposal, found = proposed.proposal, quoted(proposed.proposal)
        label, self._source_id = proposed.origin.source_label, proposed.origin.source_id
        self._source.setVisible(scope is Scope.ALL)
        self._source.setText(button_text(shorten(label, _LONGEST_LABEL)))
        self._source.setAccessibleName(self.tr("Source: {name}").replace("{name}", label))
        self._source.setToolTip(self.tr("Go to the source: {name}").replace("{name}", label))
        self.date.show_date(resolved_text(proposed), format_hint(proposal.date), found.words)
        self.reason.setText(reason_text(proposal.mention))
        self._doubt.say(rank_note(proposal.rank), "triangle-alert", "warning", "warn")
        self.title.setText(draft.title if draft else proposal.title)
        known = [draft.place, *(role.name for role in draft.roles)] if draft else []
        self._known.say(
            " · ".join(name for name in known if name), "map-pin" if draft and draft.place else "users-round"
        )
        self.quote.show_quoted(found)
        self._copies.say(copies_text(proposed), "copy")
        self._copies.setToolTip(copies_hint(proposed))

    def show_title(self, shown: bool) -> None:  # one plain word, as Qt's own setters
        """Show what would be written, or only the date and the sentence."""
        for part in (self.reason, self.title):
            part.setVisible(shown)
        self._known.setVisible(shown and bool(self._known.label.text()))

    def _on_source_clicked(self) -> None:
        self.source_requested.emit(self._source_id)
