"""Watches fields and hands out what was changed, field by field, as validated drafts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from gui.fields.auto_save import AutoSave
from gui.fields.focus_watch import FocusWatch
from gui.fields.patch_field import FieldProblemError, PatchField
from gui.texts import field_problem_text
from models.drafts import IncidentDraft, IncidentPatch
from models.errors import InvalidDraftError


class _Watched(QObject):
    """One field, the value that is stored for it, and its focus session."""

    edited = Signal(object)
    chosen = Signal(object)
    held = Signal(object)
    left = Signal()

    def __init__(self, field: PatchField, parent: QObject) -> None:
        super().__init__(parent)
        self.field = field
        self.stored: object = None
        self.is_pending = False
        self.session = 0
        self._focus = FocusWatch(field)
        self._focus.entered.connect(self.renew)
        self._focus.left.connect(self.left)
        field.edited.connect(self._on_edited)
        field.chosen.connect(self._on_chosen)
        field.held.connect(self._on_held)

    def renew(self) -> None:
        """Start a new undo step for what is typed from now on."""
        self.session += 1

    def clean_value(self) -> object:
        """The field's value as a draft keeps it; raises FieldProblemError."""
        try:
            return getattr(IncidentPatch(**{self.field.name: self.field.value()}), self.field.name)
        except InvalidDraftError as error:
            raise FieldProblemError(field_problem_text(self.field.name, next(iter(error.fields.values())))) from error

    def read(self) -> tuple[bool, object]:
        """Whether the field holds a value, and which; where it does not, it says what is wrong."""
        try:
            value = self.clean_value()
        except FieldProblemError as problem:
            self.field.show_problem(str(problem))
            return False, None
        self.field.show_problem("")
        return True, value

    def check(self) -> bool:
        """True when the field holds a value; otherwise it says what is wrong."""
        return self.read()[0]

    def _on_edited(self) -> None:
        self.edited.emit(self)

    def _on_chosen(self) -> None:
        self.chosen.emit(self)

    def _on_held(self) -> None:
        self.held.emit(self)


class PatchCollector(QObject):
    """Emits `patch_made(IncidentPatch, burst)` for one field at a time, or `draft_made(IncidentDraft)` for a new one.

    Typing waits for a pause (AutoSave), choices and leaving a field do not. A field that is not valid keeps its text,
    says so, and is left out. `burst` is the same for all patches of one visit to one field.
    """

    patch_made = Signal(object, str)
    draft_made = Signal(object)

    def __init__(self, fields: Sequence[PatchField], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched = {field.name: _Watched(field, self) for field in fields}
        self._visit = 0
        self._is_new = self._is_drafted = False
        self._handed_out: set[str] = set()
        self.auto_save = AutoSave(self)
        self.auto_save.save_due.connect(self.flush)
        for watched in self._watched.values():
            watched.edited.connect(self._on_edited)
            watched.chosen.connect(self._on_chosen)
            watched.held.connect(self._on_held)
            watched.left.connect(self._on_left)

    def load(self, values: Mapping[str, object], *, is_new: bool = False) -> None:
        """Show another record; what was pending is given up (flush first). Unsaved ones are kept until they have a title."""
        self.forget()
        self._visit += 1
        self._is_new = is_new
        for name, watched in self._watched.items():
            watched.stored = values[name]
            watched.renew()
            watched.field.show_value(values[name])

    def forget(self) -> None:
        """The record is left, and another one will be loaded: nothing is pending any more."""
        self._handed_out.clear()
        self._is_new = self._is_drafted = False
        self.auto_save.cancel()
        for watched in self._watched.values():
            watched.is_pending = False

    def refresh(self, values: Mapping[str, object]) -> None:
        """The same record after a change: fields that hold unsaved text keep it, all others show what is stored."""
        was_drafted = self._is_drafted
        self._is_new = self._is_drafted = False
        for name, watched in self._watched.items():
            is_shown = not watched.is_pending and not was_drafted and watched.stored == values[name]
            is_same = is_shown or self._holds(watched, values[name])
            if was_drafted and not is_same:
                watched.is_pending = True
            if not watched.is_pending and not is_same:
                watched.renew()
                watched.field.show_value(values[name])
            watched.stored = values[name]
        if any(watched.is_pending for watched in self._watched.values()):
            self.auto_save.touch()

    def flush(self) -> None:
        """Hand out now everything that is pending and valid."""
        self.auto_save.cancel()
        if self._is_new:
            self._flush_draft()
            return
        for watched in self._watched.values():
            is_valid, value = watched.read() if watched.is_pending else (False, None)
            if is_valid:
                watched.is_pending = False
                if value != watched.stored:
                    watched.stored = value
                    self._handed_out.add(watched.field.name)
                    burst = f"{self._visit}.{watched.session}.{watched.field.name}"
                    self.patch_made.emit(IncidentPatch(**{watched.field.name: value}), burst)

    def finish(self) -> None:
        """The record is about to be left: take half typed words too, and hand out everything."""
        for watched in self._watched.values():
            watched.field.finish()
        self.flush()

    def mark_saved(self) -> None:
        """What was handed out is stored."""
        self._handed_out.clear()

    def mark_failed(self) -> None:
        """What was handed out could not be stored: it is pending again, and goes out with the next flush."""
        self._is_drafted = False
        for name in self._handed_out:
            self._watched[name].is_pending = True
            self._watched[name].stored = None
        self._handed_out.clear()

    def drafted_title(self) -> str | None:
        """The title of the draft that was handed out and waits to be stored; None where there is none."""
        title = self._watched["title"].stored
        return str(title) if self._is_new and self._is_drafted else None

    def unsaved(self) -> dict[str, object]:
        """The texts that are not stored and were not handed out, by field name, to be kept for `restore`."""
        if self._is_new and not self._is_drafted:
            return {name: w.field.text() for name, w in self._watched.items() if not self._holds(w, w.stored)}
        return {name: w.field.text() for name, w in self._watched.items() if w.is_pending}

    def refused(self) -> IncidentPatch | None:
        """What is valid and still pending right after `finish`: the store would not take it."""
        read = {name: w.read() for name, w in self._watched.items() if w.is_pending and not self._is_new}
        values = {name: value for name, (is_valid, value) in read.items() if is_valid}
        return IncidentPatch(**values) if values else None

    def restore(self, texts: Mapping[str, object]) -> None:
        """Put texts back that could not be stored when the record was left."""
        for name, text in texts.items():
            watched = self._watched[name]
            watched.field.restore(text)
            watched.is_pending = True
            if not self._is_new and watched.check():
                self.auto_save.touch()

    def field(self, name: str) -> PatchField | None:
        """The field of that name."""
        watched = self._watched.get(name)
        return watched.field if watched else None

    def _flush_draft(self) -> None:
        if self._is_drafted:
            return
        values: dict[str, object] = {}
        for name, watched in self._watched.items():
            try:
                values[name] = watched.clean_value()
            except FieldProblemError as problem:
                # An empty title is no mistake yet; a wrong date is said, and goes out when it is right.
                watched.field.show_problem("" if name == "title" and not watched.field.value() else str(problem))
        if values.get("title"):
            self._is_drafted = True
            self._watched["title"].stored = values["title"]
            self.draft_made.emit(IncidentDraft(**values))

    def _holds(self, watched: _Watched, value: object) -> bool:
        try:
            return watched.clean_value() == value
        except FieldProblemError:
            return False

    def _on_edited(self, watched: _Watched) -> None:
        watched.is_pending = True
        if not self._is_new and watched.field.is_quick_to_read:
            watched.check()
        self.auto_save.touch()

    def _on_chosen(self, watched: _Watched) -> None:
        watched.is_pending = True
        self.flush()
        watched.renew()

    def _on_held(self, watched: _Watched) -> None:
        watched.is_pending = True

    def _on_left(self) -> None:
        self.flush()
