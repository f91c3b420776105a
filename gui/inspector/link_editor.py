"""The dialog that links one incident to another, or edits a link."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dates import format_date
from gui.fields.form_dialog import FormDialog
from gui.fields.patch_field import FieldRow, NoteLine, mark_problem
from gui.fields.quiet_combo_box import QuietComboBox
from gui.fields.record_picker import PickerItem, RecordPicker, incident_item
from gui.fields.text_field import GrowingText
from gui.fonts import Role
from gui.overriding import override
from gui.style import HEIGHT_FIELD
from gui.texts import field_problem_text, link_text, problem_text
from gui.texts.changes import shorten
from gui.theme import theme_of
from models.drafts import LinkDraft
from models.enums import LinkKind
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import IncidentCard, IncidentRow, LinkLine

_SYMMETRIC = {LinkKind.SAME_AS, LinkKind.SEE_ALSO}


class LinkEditor(FormDialog):
    """Emits `link_drafted(LinkDraft)`, or `link_edited(link_id, LinkKind, note)` for one that exists.

    Every kind can be read from either end ("response to", "answered by"); the draft runs in the right direction.
    """

    link_drafted = Signal(object)
    link_edited = Signal(int, object, str)

    def __init__(
        self,
        incident: IncidentCard,
        find_incidents: Callable[[str], Sequence[IncidentRow]],
        *,
        line: LinkLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(
            self.tr("Edit link") if line else self.tr("Add link"), self.tr("Save") if line else self.tr("Add")
        )
        self._incident, self._find_incidents, self._line = incident, find_incidents, line
        self._readings = self._make_readings(line)
        self.kind = QuietComboBox(self)
        self.kind.setFixedHeight(HEIGHT_FIELD)
        self.kind.setAccessibleName(self.tr("Kind of link"))
        self.kind.addItems([link_text(kind, outgoing) for kind, outgoing in self._readings])
        self.kind.setMaxVisibleItems(14)
        self.picker = RecordPicker(self.tr("Incident"), self.tr("Search incidents by title or text"), self._find, self)
        self.note = GrowingText(self.tr("Note on this link"), Role.UI, 20.0, one_line=False, parent=self)
        self.note.setProperty("kind", "field")
        self.note.set_limits(44, 140)
        self._sentence = NoteLine(self)
        self._lay_out(line)
        self.kind.currentIndexChanged.connect(self._explain)
        self.picker.record_picked.connect(self._on_picked)
        self.picker.changing.connect(self._on_changing)
        if line is not None:
            self._show_line(line)
        self._initial = self._state()
        self._explain()
        self._fit()

    @override
    def is_changed(self) -> bool:
        return self._state() != self._initial

    @override
    def save(self) -> bool:
        if self.picker.take_current():
            return False  # the first Ctrl+Enter chooses what is highlighted, the next one adds it
        item = self.picker.item()
        kind, outgoing = self._readings[self.kind.currentIndex()]
        if item is None or self.picker.is_searching():
            self.problem.say_problem(self.tr("Choose the incident to link to."))
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        ends = (self._incident.id, item.id) if outgoing else (item.id, self._incident.id)
        try:
            draft = LinkDraft(from_id=ends[0], to_id=ends[1], kind=kind, note=self.note.toPlainText())
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            self.problem.say_problem(field_problem_text(field, code))
            mark_problem(self.note, field_problem_text(field, code))
            return False
        if self._line is None:
            self.link_drafted.emit(draft)
        elif self.is_changed():
            self.link_edited.emit(self._line.id, kind, draft.note)
        return True

    def _make_readings(self, line: LinkLine | None) -> list[tuple[LinkKind, bool]]:
        if line is not None:
            return [(kind, line.outgoing) for kind in LinkKind]
        ways = [(kind, outgoing) for kind in LinkKind for outgoing in (True, False)]
        return [(kind, outgoing) for kind, outgoing in ways if outgoing or kind not in _SYMMETRIC]

    def _lay_out(self, line: LinkLine | None) -> None:
        self.body.addWidget(FieldRow(self.tr("Kind"), self.kind, self.kind, self))
        self.body.addWidget(self.picker, 0 if line else 1)
        self.body.addWidget(self._sentence)
        self.body.addWidget(FieldRow(self.tr("Note"), self.note, self.note, self))
        self.setTabOrder(self.kind, self.picker.search)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_line(self, line: LinkLine) -> None:
        self.kind.setCurrentIndex(self._readings.index((line.kind, line.outgoing)))
        self.picker.pick(PickerItem(line.other_id, line.other_title, format_date(line.other_date)))
        self.picker.set_fixed()
        self.note.show_text(line.note)

    def _find(self, text: str) -> Sequence[PickerItem]:
        try:
            rows = self._find_incidents(text)
        except UserFacingError as error:
            self.problem.say_problem(problem_text(error).title)
            return []
        theme = theme_of(self)
        return [incident_item(row, theme) for row in rows if row.id != self._incident.id]

    def _on_picked(self, _incident_id: int) -> None:
        self._explain()
        self._fit()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changing(self) -> None:
        self._explain()
        self._fit()

    def _fit(self) -> None:
        self.fit(480, 560 if self.picker.is_searching() else 340)

    def _explain(self) -> None:
        item = self.picker.item()
        if item is None or self.picker.is_searching():
            self._sentence.say("")
            return
        word = link_text(*self._readings[self.kind.currentIndex()])
        said = f"“{shorten(self._incident.title, 60)}” {word} “{shorten(item.title, 60)}”"
        self._sentence.say(said, "link-2")

    def _state(self) -> tuple[object, ...]:
        item = self.picker.item()
        return item.id if item else 0, self.kind.currentIndex(), self.note.toPlainText()
