"""The card beside a date word: which date it is, and why."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dates import UncertainDate
from dates.mention import DateMention
from gui.controls import plain_label
from gui.fields.float_card import FloatCard
from gui.fields.patch_field import NoteLine
from gui.style import GAP_8
from gui.texts.mentions import mention_hint, mention_sentence, mention_title, missing_text, reason_shown


class DateCard(FloatCard):
    """Says date, weekday and reason."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(self.tr("Date"), window)
        self._title = plain_label("", "heading", self)
        self._hint = plain_label("", "caption", self)
        self._reason = plain_label("", "body", self)
        self._missing = NoteLine(self)
        for label in (self._title, self._reason):
            label.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(GAP_8)
        head.addWidget(self._title)
        head.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignBaseline)
        head.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._missing)

    def show_mention(self, mention: DateMention, published: UncertainDate, word: QRect, text: QRect) -> None:
        """Show what a mention means, beside `word`."""
        self._title.setText(mention_title(mention))
        self._hint.setText(mention_hint(mention))
        self._missing.say(missing_text(mention, published), "calendar-x-2", "warning", "warn")
        reason = reason_shown(mention, published)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.setAccessibleDescription(mention_sentence(mention, published))
        self.show_beside(word, text)
