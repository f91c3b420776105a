"""When a source that is being edited is saved, and what of it."""

import uuid
from collections.abc import Set

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gui.fields.auto_save import AutoSave
from gui.fields.patch_field import FieldProblemError
from gui.sources.source_form import FORM_FIELDS, SourceForm, blank_values, card_values, draft_values, stored_values
from gui.texts import field_problem_text
from models.drafts import SourceDraft, SourcePatch
from models.errors import InvalidDraftError
from models.snapshots import SourceCard

_NOTHING = object()
_IDENTITY = {"title", "url"}


class SourceSaver(QObject):
    """Collects edits of the form and wishes them stored, one field a time; what is refused stays in its field.

    Wishes: patch_requested(id, version, SourcePatch, burst). Facts: draft_completed(SourceDraft) for a source that
    does not exist yet, identity_edited(SourceDraft) when title or address changed.
    """

    patch_requested = Signal(int, int, object, str)
    draft_completed = Signal(object)
    identity_edited = Signal(object)

    def __init__(self, form: SourceForm) -> None:
        super().__init__(form)
        self._form = form
        self._auto_save = AutoSave(self)
        self._version = 0
        self._stored: dict[str, object] = {}
        self._dirty: set[str] = set()
        self._in_flight: set[str] = set()
        self._burst = ""
        self._burst_field = ""
        self._awaits_id = False
        self._saves_itself = True
        self._asked = False
        self._is_loaded = False
        self.source_id: int | None = None
        form.field_edited.connect(self._on_field_edited)
        form.field_chosen.connect(self._on_field_chosen)
        self._auto_save.save_due.connect(self._save)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def is_new(self) -> bool:
        """True while a source is shown that does not exist yet."""
        return self._is_loaded and self.source_id is None

    def load(self, card: SourceCard) -> None:
        """Show a stored source; fields with unsaved text keep it where it is the same source."""
        is_same = card.id == self.source_id or (self.is_new and self._awaits_id)
        if not is_same:
            self._forget()
        self.source_id, self._version = card.id, card.version
        self._is_loaded, self._awaits_id = True, False
        self._in_flight.clear()
        self._stored = stored_values(card)
        self._form.show_values(card.id, card_values(card), but=frozenset(self._dirty) if is_same else frozenset())

    def load_blank(self, draft: SourceDraft | None, *, saves_itself: bool = True) -> None:
        """Show a source that does not exist yet, with what is known of it."""
        self.unload()
        self._saves_itself = saves_itself
        self._is_loaded = True
        self._form.show_values(None, draft_values(draft) if draft else blank_values())
        if draft is not None:
            self._on_field_edited("title")

    def unload(self) -> None:
        """Show no source."""
        self._forget()
        self.source_id, self._version = None, 0
        self._is_loaded = self._awaits_id = False

    def _forget(self) -> None:
        self._auto_save.cancel()
        self._dirty.clear()
        self._in_flight.clear()
        self._burst_field = ""

    def touch_blank(self) -> None:
        """Something beside the fields changed on a source that does not exist yet."""
        if self.is_new:
            self._on_field_edited("title")

    def flush(self) -> None:
        self._auto_save.flush()

    def complete(self) -> None:
        """Wish the new source made now; what keeps it from being made is said at its field."""
        self._auto_save.cancel()
        if self.is_new:
            self._asked = True
            self._complete_draft()
            self._asked = False

    def mark_saved(self, version: int) -> None:
        """The last patch was stored as this version."""
        self._version = version
        self._in_flight.clear()

    def mark_failed(self) -> None:
        """The last wish was not granted: its fields wait to be saved again."""
        self._dirty |= self._in_flight
        for name in self._in_flight:
            self._stored.pop(name, None)
        self._in_flight.clear()
        self._awaits_id = False

    def _on_focus_changed(self) -> None:
        # What is typed on the next visit to a field is another undo step.
        self.flush()
        self._burst_field = ""

    def _on_field_edited(self, name: str) -> None:
        if not self._is_loaded:
            return
        if self._burst_field != name:
            self.flush()
            self._burst, self._burst_field = uuid.uuid4().hex, name
        self._dirty.add(name)
        self._auto_save.touch()

    def _on_field_chosen(self, name: str) -> None:
        self._on_field_edited(name)
        self.flush()
        # The next choice is an undo step of its own.
        self._burst_field = ""

    def _save(self) -> None:
        if self.is_new:
            if self._saves_itself:
                self._complete_draft()
            else:
                self._announce_identity()
            return
        if self.source_id is None:
            return
        values = self._valid_values(self._dirty)
        self._dirty -= set(values)
        values = {name: value for name, value in values.items() if value != self._stored.get(name, _NOTHING)}
        if values:
            self._stored |= values
            self._in_flight = set(values)
            self.patch_requested.emit(self.source_id, self._version, SourcePatch(**values), self._burst)
            if _IDENTITY & set(values):
                self._announce_identity()

    def _complete_draft(self) -> None:
        names = FORM_FIELDS
        values = self._valid_values(names)
        # What was asked for is made whole or not at all; what saves itself is made with what is right so far.
        if self._awaits_id or "title" not in values or (self._asked and set(values) != names):
            return
        self._in_flight = set(values)
        self._dirty -= self._in_flight
        self._awaits_id = True
        draft = SourceDraft(**values)
        self.draft_completed.emit(draft)
        self.identity_edited.emit(draft)

    def _announce_identity(self) -> None:
        values = self._valid_values(_IDENTITY)
        if "title" in values:
            self.identity_edited.emit(SourceDraft(**values))

    def _valid_values(self, names: Set[str]) -> dict[str, object]:
        """The values that can be stored; what is wrong with the others is said at their fields."""
        valid: dict[str, object] = {}
        for name in sorted(names):
            try:
                value = self._form.value_of(name)
                value = getattr(SourcePatch(**{name: value}), name)
            except FieldProblemError as problem:
                self._form.show_problem(name, str(problem))
            except InvalidDraftError as error:
                self._say_refused(name, error)
            else:
                self._form.show_problem(name, "")
                valid[name] = value
        return valid

    def _say_refused(self, name: str, error: InvalidDraftError) -> None:
        field, code = next(iter(error.fields.items()))
        # The names of a creator are checked on their own, before they are part of a source.
        said = field if field.partition(".")[0] == name else name
        # A new source is not blamed for the title that nobody has typed yet, unless it is to be made now.
        if self.is_new and not self._asked and name == "title" and code == "missing":
            return
        self._form.show_problem(said, field_problem_text(said, code, self._form.source_type()))
