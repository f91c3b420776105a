"""The date of an incident: the field, and disclosed below it the source's own wording and the time zone."""

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dates import DateError, UncertainDate
from gui.controls import IconButton, plain_label
from gui.fields.date_field import DateField
from gui.fields.patch_field import FieldProblemError, NoteLine, PatchField, mark_problem
from gui.fields.suggest_field import LineEdit, SuggestField
from gui.inspector.date_suggestions import DateSuggestions
from gui.overriding import override
from gui.style import GAP_4
from gui.texts.changes import shorten
from gui.texts.dates import date_problem_text


class DateDetails(QWidget):
    """The two lines that few dates need."""

    edited = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = LineEdit(self.tr("Date as written in the source"), self)
        self.wording.setPlaceholderText(self.tr("“on Saturday evening”"))
        self.zone = SuggestField(self.tr("Time zone"), parent=self)
        self.zone.setPlaceholderText(self.tr("Europe/Berlin or +03:00"))
        self.note = NoteLine(self)
        self.wording.textEdited.connect(self._on_edited)
        self.zone.textEdited.connect(self._on_edited)
        self.zone.suggestion_taken.connect(self._on_taken)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GAP_4, 0, GAP_4)
        grid.setVerticalSpacing(GAP_4)
        for row, (caption, edit) in enumerate(((self.tr("As written"), self.wording), (self.tr("Zone"), self.zone))):
            label = plain_label(caption, "caption", self)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        grid.addWidget(self.note, 2, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # The names are read from disk, so only when somebody looks.
        if not self.zone.choices():
            self.zone.set_choices(sorted(available_timezones()))
        super().showEvent(event)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_taken(self, _zone: str) -> None:
        self.chosen.emit()


class DateSection(PatchField):
    """A DateField with its details; the value is one UncertainDate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("date", parent)
        self.field = DateField(self.tr("Date"), self)
        self._details = DateDetails(self)
        self._toggle = IconButton("chevron-down", self.tr("Wording and time zone"), self)
        self._toggle.setFixedSize(24, 24)
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._on_toggled)
        self._details.hide()
        self._summary = NoteLine(self)
        self.suggestions = DateSuggestions(self._details.zone, self)
        self.suggestions.taken.connect(self._on_taken)
        QWidget.setTabOrder(self.field.edit, self._toggle)
        QWidget.setTabOrder(self._toggle, self._details.wording)
        QWidget.setTabOrder(self._details.wording, self._details.zone)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.field.note, 1)
        row.addStretch()
        row.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.field)
        layout.addLayout(row)
        layout.addWidget(self._summary)
        layout.addWidget(self._details)
        layout.addWidget(self.suggestions)
        self.setFocusProxy(self.field)
        for part in (self.field, self._details):
            part.edited.connect(self.edited)
            part.chosen.connect(self.chosen)
        self.edited.connect(self._on_date_changed)
        self.chosen.connect(self._on_date_changed)

    @override
    def value(self) -> UncertainDate:
        date = self.field.date()
        if date is None:
            raise FieldProblemError(self.field.problem())
        wording, zone = self._details.wording.text().strip(), self._details.zone.text().strip()
        try:
            return replace(date, as_written=wording, time_zone=zone or date.time_zone)
        except DateError as error:
            raise FieldProblemError(date_problem_text(error)) from error

    @override
    def show_value(self, value: object) -> None:
        if isinstance(value, UncertainDate):
            self._details.wording.show_text(value.as_written)
            self._details.zone.show_text(value.time_zone)
            self.field.set_date(replace(value, time_zone=""))
            self.show_problem("")
            self._summarise()
            self._on_date_changed()

    @override
    def text(self) -> tuple[str, str, str]:
        return self.field.text(), self._details.wording.text(), self._details.zone.text()

    @override
    def restore(self, text: object) -> None:
        if isinstance(text, tuple):
            self.field.set_text(text[0])
            self._details.wording.show_text(text[1])
            self._details.zone.show_text(text[2])

    @override
    def show_problem(self, text: str) -> None:
        """The date says itself what is wrong with it; here only the time zone can be meant."""
        meant = text if text and not self.field.problem() else ""
        mark_problem(self._details.zone, meant)
        self._details.note.say_problem(meant)
        if meant:
            self._toggle.setChecked(True)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.field.set_read_only(read_only)
        self._details.wording.setReadOnly(read_only)
        self._details.zone.setReadOnly(read_only)

    @override
    def focus_in(self) -> None:
        self.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def _on_toggled(self, shown: bool) -> None:  # Qt's signature
        self._toggle.set_icon_name("chevron-up" if shown else "chevron-down")
        self._details.setVisible(shown)
        self._summarise()

    def _on_taken(self, date: UncertainDate) -> None:
        self.show_value(date)
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that had it is gone
        self.chosen.emit()

    def _on_date_changed(self) -> None:
        date = self.field.date()
        self.suggestions.reconsider(date and replace(date, as_written=self._details.wording.text().strip()))

    def _summarise(self) -> None:
        """While the details are closed, one line tells what is in them."""
        wording, zone = self._details.wording.text().strip(), self._details.zone.text().strip()
        parts = [self.tr("As written: “{wording}”").replace("{wording}", shorten(wording, 80)) if wording else "", zone]
        said = "" if self._toggle.isChecked() else " · ".join(part for part in parts if part)
        self._summary.say(said, "quote")
