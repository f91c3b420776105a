"""The dialog that cites a source for an incident, or edits a citation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dates import UNDATED
from gui.controls import plain_label
from gui.fields.date_reader import DateReader
from gui.fields.form_dialog import FormDialog
from gui.fields.patch_field import NoteLine
from gui.fields.record_picker import PickerItem, RecordPicker
from gui.inspector.citation_form import CitationForm
from gui.inspector.date_choice import choose_dates, quoted_dates
from gui.inspector.date_offer import DateOffer
from gui.inspector.passage_pane import PassagePane
from gui.overriding import override
from gui.style import GAP_12, GAP_16
from gui.texts import field_problem_text, problem_text
from gui.texts.sources import byline
from models.drafts import CitationDraft, CitationPatch, PassageDraft, clean_text
from models.errors import InvalidDraftError, UserFacingError
from models.snapshots import CaptureLine, CitationLine, PassageLine, SourceCard, SourceRow

_FORM_WIDTH, _PANE_WIDTH, _HEIGHT, _HEIGHT_ALONE = 524, 476, 640, 556


@dataclass(frozen=True, slots=True)
class CitationLoaders:
    """Reading that the dialog needs: sources that match a text (the latest first), one source, a capture's text, dates."""

    find_sources: Callable[[str], Sequence[SourceRow]]
    get_source: Callable[[int], SourceCard]
    read_text: Callable[[int], str]
    dates: DateReader


class CitationEditor(FormDialog):
    """Emits `citation_drafted(incident_id, CitationDraft, placed_at)` or `citation_patched(id, version, CitationPatch)`.

    `placed_at` is the offset in the body where the mark goes, None for the end. After it `incident_dated(incident_id,
    UncertainDate)` where the incident was `undated` and the date of the selected words is to be its own.
    """

    citation_drafted = Signal(int, object, object)
    citation_patched = Signal(int, int, object)
    incident_dated = Signal(int, object)
    new_source_requested = Signal()

    def __init__(
        self,
        incident_id: int,
        loaders: CitationLoaders,
        *,
        line: CitationLine | None = None,
        offset: int | None = None,
        undated: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.set_words(
            self.tr("Edit citation") if line else self.tr("Add citation"), self.tr("Save") if line else self.tr("Add")
        )
        self._incident_id, self._loaders, self._line, self._offset = incident_id, loaders, line, offset
        self._passage: PassageDraft | None = None
        self._quoted, self._is_undated = "", undated
        self.picker = RecordPicker(
            self.tr("Source"), self.tr("Search sources by title, name or publisher"), self._find, self
        )
        self.new_source = QPushButton(self.tr("New source…"), self)
        self.form = CitationForm(self)
        self._passage_note = NoteLine(self)
        self.dating = DateOffer(self)
        self.pane = PassagePane(loaders.dates, self)
        self.pane.hide()
        self._lay_out()
        self.picker.record_picked.connect(self.choose_source)
        self.picker.changing.connect(self._on_changing)
        self.new_source.clicked.connect(self.new_source_requested)
        self.form.quote_edited.connect(self._on_quote_edited)
        self.pane.words_selected.connect(self._on_words_selected)
        self.form.show_placement(line is None and offset is not None)
        if line is not None:
            self._show_line(line)
        else:
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._initial = self._state()
        self._fit()

    def choose_source(self, source_id: int) -> None:
        """Cite this source; its preserved copy, where it has text, is shown beside the form."""
        try:
            card = self._loaders.get_source(source_id)
            capture = self._pick_capture(card)
            text = self._loaders.read_text(capture.id) if capture else ""
        except UserFacingError as error:
            self.problem.say_problem(problem_text(error).title)
            return
        self.problem.say("")
        self.picker.pick(_item_of_card(card))
        self._set_passage(None)
        self.pane.setVisible(bool(text))
        if capture and text:
            name = capture.original_name or self.tr("Preserved copy")
            self.pane.show_capture(capture.id, name, text, card.published, card.language)
        self.form.setEnabled(True)
        self._fit()
        self.form.stance.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def set_read_only(self) -> None:
        super().set_read_only()
        self.set_words(self.tr("Citation"), "")
        self.form.set_read_only()
        self.picker.set_fixed()
        self.new_source.hide()
        self.pane.words_selected.disconnect(self._on_words_selected)

    @override
    def is_changed(self) -> bool:
        return self._state() != self._initial

    @override
    def save(self) -> bool:
        if self.picker.take_current():
            return False  # the first Ctrl+Enter chooses what is highlighted, the next one adds it
        item = self.picker.item()
        if item is None or self.picker.is_searching():
            self.problem.say_problem(self.tr("Choose the source that you cite, or add a new one."))
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.form.stated.date() is None:
            self.form.stated.setFocus(Qt.FocusReason.OtherFocusReason)  # its own line says what is wrong
            return False
        values = {"source_id": item.id, **self.form.values(), "passage": self._passage}
        try:
            draft = CitationDraft(**values)
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            self.problem.say_problem(field_problem_text(field, code))
            self.form.show_problem(field, field_problem_text(field, code))
            return False
        if self._line is None:
            at_cursor = self._offset is not None and self.form.at_cursor.isChecked()
            self.citation_drafted.emit(self._incident_id, draft, self._offset if at_cursor else None)
        else:
            self._emit_patch(self._line, draft)
        date = self.dating.date()
        if date is not None and not self._is_refused:
            self.incident_dated.emit(self._incident_id, date)
        return True

    def _emit_patch(self, line: CitationLine, draft: CitationDraft) -> None:
        names = ("source_id", "stance", "locator_label", "locator", "quote", "note", "stated")
        changed = {name: getattr(draft, name) for name in names if getattr(draft, name) != getattr(line, name)}
        if draft.passage != _draft_of(line.passage):
            changed["passage"] = draft.passage
        if changed:
            self.citation_patched.emit(line.id, line.version, CitationPatch(**changed))

    def _find(self, text: str) -> Sequence[PickerItem]:
        try:
            return [PickerItem(row.id, row.title, byline(row)) for row in self._loaders.find_sources(text)]
        except UserFacingError as error:
            self.problem.say_problem(problem_text(error).title)
            return []

    def _pick_capture(self, card: SourceCard) -> CaptureLine | None:
        readable = [capture for capture in card.captures if capture.text_length]
        wanted = self._line.passage.capture_id if self._line and self._line.passage else None
        return next((capture for capture in readable if capture.id == wanted), readable[-1] if readable else None)

    def _show_line(self, line: CitationLine) -> None:
        self.choose_source(line.source_id)
        self.form.show_line(line)
        if line.passage is not None:
            self._set_passage(_draft_of(line.passage), line.quote)
            self.pane.reveal(line.passage)

    def _state(self) -> tuple[object, ...]:
        item = self.picker.item()
        return item.id if item else 0, *self.form.values().values(), self._passage, self.dating.date()

    def _set_passage(self, passage: PassageDraft | None, quote: str = "") -> None:
        self._passage, self._quoted = passage, clean_text(quote)
        self.dating.offer(None)
        self.pane.mark(passage)
        said = self.tr("These words are tied to their place in the preserved copy.") if passage else ""
        self._passage_note.say(said, "link-2", "hint", "ok")

    def _on_words_selected(self, text: str, passage: PassageDraft, paragraph: int) -> None:
        self.form.fill_quote(clean_text(text))
        self._set_passage(passage, text)
        self.form.suggest_paragraph(paragraph)
        mentions = self.pane.mentions_within(passage)
        found = quoted_dates(mentions, self.pane.view.capture.stored, self.form.stance.stance())
        chosen = next(iter(choose_dates(found, UNDATED)), None)
        self.form.suggest_stated(chosen.date if chosen else UNDATED)
        if self._is_undated:
            self.dating.offer(chosen)

    def _on_quote_edited(self) -> None:
        if self._passage is not None and self.form.quote.toPlainText() != self._quoted:
            self._set_passage(None)
            self._passage_note.say(self.tr("Typed by hand: no longer tied to the preserved copy."), "link-2-off")

    def _on_changing(self) -> None:
        self.pane.hide()
        self._fit()

    def _lay_out(self) -> None:
        self.new_source.setProperty("kind", "quiet")
        self.new_source.setAutoDefault(False)
        self.new_source.setAccessibleName(self.new_source.text())
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("Source"), "strong", self))
        head.addStretch()
        head.addWidget(self.new_source)
        left = QWidget(self)
        left.setMinimumWidth(_FORM_WIDTH - 48)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_12 - 4)
        column.addLayout(head)
        column.addWidget(self.picker, 1)
        column.addWidget(self.form, 1)
        column.addWidget(self._passage_note)
        column.addWidget(self.dating)
        columns = QHBoxLayout()
        columns.setSpacing(GAP_16 + 4)
        columns.addWidget(left, 5)
        columns.addWidget(self.pane, 5)
        self.body.addLayout(columns, 1)

    def _fit(self) -> None:
        self.form.setVisible(self.picker.item() is not None and not self.picker.is_searching())
        if self.pane.isVisibleTo(self):
            self.fit(_FORM_WIDTH + _PANE_WIDTH, _HEIGHT)
        else:
            self.fit(_FORM_WIDTH, _HEIGHT if self.picker.is_searching() else _HEIGHT_ALONE)


def _draft_of(passage: PassageLine | None) -> PassageDraft | None:
    if passage is None:
        return None
    return PassageDraft(
        capture_id=passage.capture_id,
        start=passage.start,
        end=passage.end,
        prefix=passage.prefix,
        suffix=passage.suffix,
    )


def _item_of_card(card: SourceCard) -> PickerItem:
    names = ", ".join(creator.literal or f"{creator.given_name} {creator.family}".strip() for creator in card.creators)
    row = SourceRow(
        id=card.id,
        version=card.version,
        type=card.type,
        title=card.title,
        creators=names,
        container_title=card.container_title,
        publisher=card.publisher,
        published=card.published,
        protected=card.protected,
        capture_count=len(card.captures),
        citation_count=len(card.cited_by),
    )
    return PickerItem(card.id, card.title, byline(row))
