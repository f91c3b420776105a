"""In the citation editor: the incident has no date, the selected words give one."""

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from dates import UncertainDate, format_date
from gui.controls import plain_label
from gui.inspector.date_choice import QuotedDate
from gui.texts.changes import shorten
from gui.texts.mentions import reason_text

_INDENT = 24
_LONGEST = 40


class DateOffer(QWidget):
    """A box to tick, and why it is that date. Shown only while there is something to offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quoted: QuotedDate | None = None
        self.box = QCheckBox(self)
        self._reason = plain_label("", "hint", self)
        self._reason.setWordWrap(True)
        self._reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._reason.setIndent(_INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self._reason)
        self.hide()

    def offer(self, quoted: QuotedDate | None) -> None:
        """Offer a date, unticked; None offers nothing."""
        if quoted == self._quoted:
            return
        self._quoted = quoted
        self.box.setChecked(False)
        if quoted is not None:
            words = self.tr("Date the incident {date}").replace("{date}", format_date(quoted.date))
            self.box.setText(words)
            self.box.setAccessibleName(words)
            self.box.setToolTip(self.tr("It has no date yet; this one comes from the words that you selected"))
            self._reason.setText(f"“{shorten(quoted.words, _LONGEST)}”: {_lower(reason_text(quoted.mention))}")
            self.box.setAccessibleDescription(self._reason.text())
        self.setVisible(quoted is not None)

    def date(self) -> UncertainDate | None:
        """The date that is ticked."""
        return self._quoted.date if self._quoted is not None and self.box.isChecked() else None


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
