"""A field for a date as people write it, which says at every key how it was understood."""

import datetime as dt
import html
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from dates import UNDATED, DateError, Precision, UncertainDate, format_date, format_entry, parse_entry
from gui.fields.patch_field import NoteLine, mark_problem
from gui.fields.suggest_field import LineEdit
from gui.overriding import override
from gui.texts.dates import date_problem_text, understood_text
from gui.theme import theme_of


def local_today() -> dt.date:
    """The day on this computer's calendar; "yesterday" counts from it."""
    return dt.datetime.now().astimezone().date()


class CalendarPopup(QFrame):
    """A month to choose a day from; Enter chooses, Escape closes."""

    day_chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("surface", "card")
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(self.tr("Calendar"))
        self._calendar.setMinimumDate(QDate(1, 1, 1))
        self._calendar.setMaximumDate(QDate(9999, 12, 31))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            weekend = self._calendar.weekdayTextFormat(day)
            weekend.setForeground(theme_of(parent).ink)
            self._calendar.setWeekdayTextFormat(day, weekend)
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._calendar)
        self._calendar.setFocus()

    def select(self, day: QDate) -> None:
        """Show the month of `day`, with it selected."""
        self._calendar.setSelectedDate(day)

    def _choose(self, day: QDate) -> None:
        self.day_chosen.emit(day)
        self.close()


class DateField(QWidget):
    """The typed text, a calendar (Alt+Down), and one line that says what was understood.

    `edited` at every key, `chosen` when a day was picked. Wording and time zone of a date that was set stay with it.
    """

    edited = Signal()
    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, today: Callable[[], dt.date] = local_today) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._is_built = False
        super().__init__(parent)
        self._today = today
        self._base = UNDATED
        self.edit = LineEdit(name, self)
        self.edit.setPlaceholderText(self.tr("20 Jan 2024, mid-October 2023, between…"))
        self.edit.setToolTip(self.tr("A day, a month, a span, “around May 2019”… (Alt+Down: calendar)"))
        shown = self.edit.add_icon("calendar", QLineEdit.ActionPosition.TrailingPosition, self.tr("Choose a day"))
        shown.triggered.connect(self.show_calendar)
        self.note = NoteLine(self)
        self.note.label.setTextFormat(Qt.TextFormat.RichText)
        self.edit.textEdited.connect(self._on_text_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit)
        layout.addWidget(self.note)
        self.setFocusProxy(self.edit)
        self._is_built = True

    def set_date(self, date: UncertainDate) -> None:
        """Show a date; a text that already means it stays as it was typed."""
        current = self.date()
        self._base = date
        if current is None or current.edtf != date.edtf:
            self.edit.show_text(format_entry(date))
        self._explain()

    def date(self) -> UncertainDate | None:
        """The date as understood; None where the text is not understood."""
        try:
            return self._read()
        except DateError:
            return None

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text into the field as if it had been typed; emits nothing."""
        self.edit.show_text(text)
        self._explain()

    def problem(self) -> str:
        """Why the text is not understood, "" where it is."""
        try:
            self._read()
        except DateError as error:
            return date_problem_text(error)
        return ""

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text from being changed."""
        self.edit.setReadOnly(read_only)

    def show_calendar(self) -> None:
        """Open the calendar at the day in the field, or at today."""
        if self.edit.isReadOnly():
            return
        popup = CalendarPopup(self)
        popup.day_chosen.connect(self._on_day_chosen)
        popup.select(self._calendar_day())
        popup.adjustSize()
        popup.move(self.edit.mapToGlobal(QPoint(max(0, self.edit.width() - popup.width()), self.edit.height() + 2)))
        popup.show()

    def _calendar_day(self) -> QDate:
        date = self.date()
        # EDTF begins with the day where there is one; years before 1 and after 9999 are not in the calendar.
        day = QDate.fromString(date.edtf[:10], Qt.DateFormat.ISODate) if date else QDate()
        if not day.isValid() and date and date.precision >= Precision.YEAR:
            day = QDate.fromString(f"{date.edtf[:7]}-01", Qt.DateFormat.ISODate)
        today = self._today()
        return day if day.isValid() else QDate(today.year, today.month, today.day)

    def _read(self) -> UncertainDate:
        read = parse_entry(self.edit.text(), today=self._today())
        zone = read.time_zone or self._base.time_zone
        return replace(read, as_written=self._base.as_written, time_zone=zone)

    def _on_text_edited(self) -> None:
        self._explain()
        self.edited.emit()

    def _on_day_chosen(self, day: QDate) -> None:
        self.edit.setText(format_entry(UncertainDate(day.toString(Qt.DateFormat.ISODate))))
        self._explain()
        self.edit.setFocus(Qt.FocusReason.PopupFocusReason)
        self.chosen.emit()

    def _explain(self) -> None:
        try:
            date = self._read()
        except DateError as error:
            problem = date_problem_text(error)
            mark_problem(self.edit, problem)
            self.note.say(html.escape(problem), "circle-alert", "error", "bad")
            return
        mark_problem(self.edit, "")
        said = html.escape(understood_text(date))
        shown = html.escape(format_date(date))
        # The label is rich text so that the date can stand out; every word in it is escaped.
        strong = f'<span style="color:{theme_of(self).ink.name()}; font-weight:500">{shown}</span>'
        self.note.say(said.replace(shown, strong, 1) if date.edtf else "", "check", "hint", "ok")
        self.edit.setAccessibleDescription(understood_text(date))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_built:
            self._explain()  # the words in ink take the new theme's ink

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
        else:
            super().keyPressEvent(event)
