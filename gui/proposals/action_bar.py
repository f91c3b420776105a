"""What can be done with the current proposal: one line of buttons, two where they do not fit."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.overriding import override
from gui.proposals.card_button import CardButton
from gui.style import HEIGHT_PILL

_GAP = 5


class ActionBar(QWidget):
    """Accept is the first choice, Attach where a likely match exists."""

    accept_requested = Signal()
    edit_requested = Signal()
    attach_requested = Signal()
    skip_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accept = CardButton(self.tr("Accept"), "Enter", "primary", self)
        self.edit = CardButton(self.tr("Edit"), "E", "plain", self)
        self.attach = CardButton(self.tr("Attach to existing"), "A", "plain", self)
        self.skip = CardButton(self.tr("Skip"), "S", "quiet", self)
        self.accept.clicked.connect(self.accept_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.attach.clicked.connect(self.attach_requested)
        self.skip.clicked.connect(self.skip_requested)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_choice(has_match=False, contradicts=False)

    def show_choice(self, *, has_match: bool, contradicts: bool) -> None:
        """Put forward what is likely meant; `contradicts` where the dates of the two cannot both be right."""
        self.accept.dress(
            self.tr("Accept"),
            "plain" if has_match else "primary",
            self.tr("Becomes an incident of its own, with this citation"),
        )
        self.edit.dress(self.tr("Edit"), "plain", self.tr("Change title, date, place or names first"))
        tip = self.tr("Cites these words in the incident. Shift+A: choose how")
        if contradicts:
            tip = self.tr("Cites these words in the incident, as saying another date. Shift+A: choose how")
        elif not has_match:
            tip = self.tr("Look for the incident that says the same")
        text = self.tr("Attach as contradicting") if contradicts else self.tr("Attach to existing")
        self.attach.dress(text, "primary" if has_match else "plain", tip)
        self.skip.dress(self.tr("Skip"), "quiet", self.tr("Not an incident of this chronology"))
        self._arrange()

    def _arrange(self) -> None:
        rows = [[self.accept, self.edit, self.attach, self.skip]]
        if sum(button.sizeHint().width() + _GAP for button in rows[0]) - _GAP > self.width():
            rows = [[self.accept, self.attach], [self.edit, self.skip]]
        for number, row in enumerate(rows):
            left = 0
            for button in row:
                size = button.sizeHint()
                button.setGeometry(left, number * (HEIGHT_PILL + _GAP), size.width(), size.height())
                left += size.width() + _GAP
        height = len(rows) * (HEIGHT_PILL + _GAP) - _GAP
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
