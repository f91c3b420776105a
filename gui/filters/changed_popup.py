"""Since when a change counts: a span that moves on with the clock, or a day."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dates import DateKind, Precision
from gui.controls import plain_label
from gui.filters.choice_item_model import ChoiceItemModel
from gui.filters.choice_list import ChoiceList
from gui.filters.choices import Choice, FixedChoices
from gui.filters.day_line import DayLine
from gui.filters.filter_values import changed_day
from gui.filters.popup import Popup
from gui.filters.popup_buttons import PopupButtons
from gui.icons import icon
from gui.overriding import override
from gui.style import GAP_4, GAP_8, GAP_12
from gui.theme import theme_of
from models.enums import ChangedWithin

_WIDTH = 260
_DAY_LENGTH = len("2024-01-23")


class ChangedPopup(Popup):
    """`since_chosen` carries what `IncidentFilter.changed_since` holds."""

    since_chosen = Signal(str)

    def __init__(self, since: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        column.setSpacing(GAP_4)
        self._spans = ChoiceList(self.tr("Changed"))
        tick = icon("check", theme_of(parent), "accent")
        lines = [
            Choice(span, words, tick if since == span else None)
            for span, words in (
                (ChangedWithin.TODAY, self.tr("Today")),
                (ChangedWithin.WEEK, self.tr("In the last 7 days")),
                (ChangedWithin.MONTH, self.tr("In the last 30 days")),
            )
        ]
        self._model = ChoiceItemModel(FixedChoices(lines), (), self, checkable=False)
        self._model.narrow("")
        self._spans.setModel(self._model)
        self._spans.fit(_WIDTH - 2 * GAP_12, len(lines))
        self._spans.step_to(next((row for row, line in enumerate(lines) if line.icon), 0))
        self._spans.line_taken.connect(self._take_span)
        column.addWidget(self._spans)
        day = changed_day(since)
        self._day = DayLine(self.tr("Since a day"), self.tr("a day, such as 3 March"), day.edtf if day else "")
        self._day.typed.connect(self._check)
        self._day.entered.connect(self._take_day)
        column.addSpacing(GAP_8)
        column.addWidget(plain_label(self.tr("Since a day"), "caption"))
        column.addWidget(self._day)
        self._buttons = PopupButtons(self.tr("Show since this day"))
        self._buttons.show.clicked.connect(self._take_day)
        self._buttons.clear.clicked.connect(self._clear)
        column.addLayout(self._buttons)
        self._check()

    @override
    def first_field(self) -> QWidget:
        return self._day.field if self._day.field.text() else self._spans

    def _day_typed(self) -> str:
        typed = self._day.date()
        if typed is None or typed.kind is not DateKind.ON or typed.precision is not Precision.DAY:
            return ""
        return typed.edtf[:_DAY_LENGTH]

    def _check(self) -> None:
        self._buttons.show.setEnabled(bool(self._day_typed()))

    def _take_span(self, place: QModelIndex) -> None:
        self.since_chosen.emit(str(self._model.value_at(place.row())))
        self.close()

    def _take_day(self) -> None:
        if self._day_typed():
            self.since_chosen.emit(self._day_typed())
            self.close()

    def _clear(self) -> None:
        self.since_chosen.emit("")
        self.close()
