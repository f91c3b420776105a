"""The incidents that may be the same as a proposal, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.elided_line import ElidedLine
from gui.fonts import Role
from gui.overriding import override
from gui.proposals.card_button import CardButton
from gui.proposals.match_row import MatchRow
from gui.style import GAP_8, RADIUS
from gui.theme import theme_of
from models.proposals import IncidentMatch

MOST_MATCHES = 3


class MatchBox(QWidget):
    """`match_chosen(IncidentMatch)`; `other_requested` to look for another incident; `incident_requested(id)` to see one."""

    match_chosen = Signal(object)
    other_requested = Signal()
    incident_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_picked = False
        self._heading = ElidedLine(Role.CAPTION_MEDIUM, "warn", self, mark="copy")
        # Always the same ones: what is made later is the last stop of Tab in its window.
        self.rows = [MatchRow(self) for _ in range(MOST_MATCHES)]
        self.other = CardButton(self.tr("Another incident…"), "O", "quiet", self)
        self.other.clicked.connect(self.other_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, GAP_8, 8, 6)
        column.setSpacing(0)
        column.addWidget(self._heading)
        for row in self.rows:
            row.chosen.connect(self.match_chosen)
            row.incident_requested.connect(self.incident_requested)
            column.addWidget(row)
        column.addWidget(self.other)
        self.hide()

    def show_matches(self, matches: Sequence[IncidentMatch], *, picked: bool = False) -> None:
        """Show these, the first one chosen; `picked` where somebody looked it up. None hides the box."""
        self._is_picked = picked
        is_one = len(matches) == 1
        for number, row in enumerate(self.rows, start=1):
            match = matches[number - 1] if number <= len(matches) else None
            row.show_match(match, "" if is_one else str(number))
        self.rows[0].setChecked(True)
        self._heading.show_text(self._words(len(matches), picked=picked))
        self.setAccessibleName(self._words(len(matches), picked=picked))
        self.setVisible(bool(matches))

    def follow(self, matches: Sequence[IncidentMatch]) -> None:
        """Show what the project has now, the chosen incident still chosen; what somebody looked up stays."""
        if self._is_picked or tuple(matches) == self.matches():
            return
        chosen = self.chosen()
        self.show_matches(matches)
        for row in self.rows:
            if chosen is not None and row.match is not None and row.match.incident_id == chosen.incident_id:
                row.setChecked(True)

    def matches(self) -> tuple[IncidentMatch, ...]:
        """Those that are shown."""
        return tuple(row.match for row in self.rows if row.match is not None)

    def chosen(self) -> IncidentMatch | None:
        """The incident that Attach goes to."""
        return next((row.match for row in self.rows if row.isChecked()), None)

    def is_empty(self) -> bool:
        """Whether there is no incident to attach to."""
        return self.rows[0].match is None

    def choose(self, number: int) -> bool:
        """Choose by place, from 1; False where there is no such."""
        is_several = self.rows[1].match is not None
        if not (is_several and 1 <= number <= len(self.rows)) or self.rows[number - 1].match is None:
            return False
        self.rows[number - 1].click()
        return True

    def _words(self, count: int, *, picked: bool) -> str:
        if picked:
            return self.tr("Attach to the incident that you chose")
        return self.tr("Looks like an incident you already have") if count == 1 else self.tr("Looks like one of these")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_of(self).warn_soft)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
