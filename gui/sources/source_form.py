"""Every field of a source, one below the other, and what each of them holds."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import FieldProblemError, PatchField
from gui.fields.text_field import TextField
from gui.fonts import Role
from gui.sources.creators_field import CreatorsField, as_draft
from gui.sources.csl_fields import OWN_FIELDS
from gui.sources.labelled_field import LabelledField
from gui.sources.loaders import SourceLoaders
from gui.sources.protection_box import ProtectionBox
from gui.sources.republishes_field import RepublishesField
from gui.sources.source_fields import LanguageField, NoteField, SourceDateField, TypeField
from gui.sources.type_fields import TypeFields
from gui.sources.url_field import UrlField
from gui.style import GAP_8, GAP_12
from gui.texts import field_text
from models.drafts import SourceDraft
from models.enums import SourceType
from models.errors import InvalidDraftError
from models.snapshots import SourceCard

_TITLE_LINE = 27.0
_DATES = ("published", "accessed", "archived")
_URLS = ("url", "archive_url")
# What the form edits; which fields wait to be looked at is not typed.
FORM_FIELDS = frozenset(SourceDraft.model_fields) - {"unconfirmed"}
_TYPE_PARTS = ("container_title", "publisher", "fields")
_PROTECTION_PARTS = ("protected", "cover_name")


class SourceForm(QWidget):
    """Facts: field_edited (save after a pause) and field_chosen (save now), with the draft's name of the field."""

    field_edited = Signal(str)
    field_chosen = Signal(str)
    open_requested = Signal(str)
    source_requested = Signal(int)
    type_chosen = Signal(object)
    unconfirmed_changed = Signal(int)
    """Payload: how many fields wait to be looked at."""

    def __init__(self, loaders: SourceLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextField("title", field_text("title"), Role.TITLE, _TITLE_LINE, one_line=True, parent=self)
        self._title.edit.setPlaceholderText(self.tr("Title of the source"))
        self._type = TypeField("type", self)
        self._creators = CreatorsField("creators", self)
        self._details = TypeFields(self)
        self._dates = [SourceDateField(name, field_text(name), self) for name in _DATES]
        self._urls = [UrlField(name, field_text(name), self) for name in _URLS]
        self._language = LanguageField("language", field_text("language"), self)
        self._republishes = RepublishesField("republishes_id", loaders, self)
        self._title_mark = plain_label(self.tr("Title from the file"), "hint", self)
        self._title_mark.hide()
        self._rows: dict[str, LabelledField] = {}
        self._unconfirmed: frozenset[str] = frozenset()
        self._protection = ProtectionBox(self)
        self._note = NoteField("note", field_text("note"), self)
        single = (self._title, self._type, self._creators, *self._dates, *self._urls, self._language)
        self._fields: dict[str, PatchField] = {f.name: f for f in (*single, self._republishes, self._note)}
        self._creators.set_anchor(self._type.combo)
        self._details.set_anchor(self._creators.last_stop())
        self._lay_out()
        self._connect()
        self.show_values(None, blank_values())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_8)
        layout.addWidget(self._title)
        layout.addWidget(self._title_mark)
        layout.addSpacing(GAP_8)
        layout.addWidget(self._row(self._type))
        layout.addWidget(self._row(self._creators))
        layout.addWidget(self._details)
        for field in (*self._dates, *self._urls, self._language, self._republishes):
            layout.addWidget(self._row(field))
        layout.addSpacing(GAP_12 - GAP_8)
        layout.addWidget(self._protection)
        layout.addSpacing(GAP_12 - GAP_8)
        layout.addWidget(self._row(self._note))

    def _row(self, field: PatchField) -> LabelledField:
        self._rows[field.name] = LabelledField(field_text(field.name), field, self)
        return self._rows[field.name]

    def _connect(self) -> None:
        for fact in (self.field_edited, self.field_chosen):
            fact.connect(self._confirm)
        for field in self._fields.values():
            field.edited.connect(self._on_field_edited)
            field.chosen.connect(self._on_field_chosen)
        for url in self._urls:
            url.open_requested.connect(self.open_requested)
        for part in (self._details, self._protection):
            part.field_edited.connect(self.field_edited)
        self._protection.field_chosen.connect(self.field_chosen)
        self._republishes.source_requested.connect(self.source_requested)

    def show_values(
        self, own_id: int | None, values: Mapping[str, object], *, but: frozenset[str] = frozenset()
    ) -> None:
        """Show the values of a source by the draft's names, except of fields that are being typed in (`but`)."""
        self._republishes.set_own_id(own_id)
        for name, field in self._fields.items():
            if name not in but:
                if not _holds(field, values[name]):
                    field.show_value(values[name])
                field.show_problem("")
        self._show_type(SourceType(str(values["type"])))
        if but.isdisjoint(_TYPE_PARTS):
            self._show_details(values)
        if but.isdisjoint(_PROTECTION_PARTS):
            self._protection.show_protection(bool(values["protected"]), str(values["cover_name"]))

    def value_of(self, name: str) -> object:
        """What a field holds; raises FieldProblemError or InvalidDraftError where that is no value."""
        if name in _TYPE_PARTS:
            return self._details.value_of(name)
        if name in _PROTECTION_PARTS:
            return self._protection.is_protected() if name == "protected" else self._protection.cover_name()
        return self._fields[name].value()

    def show_problem(self, name: str, text: str) -> None:
        """Say what is wrong with a field; `name` may lead into it ("fields.DOI", "creators.0.family")."""
        outer = name.partition(".")[0]
        if outer in _TYPE_PARTS:
            self._details.show_problem(name, text)
        elif outer in _PROTECTION_PARTS:
            self._protection.show_problem(text)
        else:
            self._fields[outer].show_problem(text)

    def show_unconfirmed(self, names: Collection[str]) -> None:
        """Mark the fields that were read from a file and that nobody has looked at yet."""
        self._unconfirmed = frozenset(names) & FORM_FIELDS
        self._title_mark.setVisible("title" in self._unconfirmed)
        for name, row in self._rows.items():
            row.set_unconfirmed(name in self._unconfirmed)
        self._details.show_unconfirmed(self._unconfirmed)
        self.unconfirmed_changed.emit(len(self._unconfirmed))

    def _confirm(self, name: str) -> None:
        # Who writes the field has looked at it; the project says so too as soon as it is stored.
        if name in self._unconfirmed:
            self.show_unconfirmed(self._unconfirmed - {name})

    def set_read_only(self, read_only: bool) -> None:
        """Keep every field from being changed."""
        for field in self._fields.values():
            field.set_read_only(read_only)
        self._details.set_read_only(read_only)
        self._protection.set_read_only(read_only)

    def focus_title(self) -> None:
        self._title.focus_in()

    def source_type(self) -> SourceType:
        return self._type.value()

    def _show_details(self, values: Mapping[str, object]) -> None:
        further = values["fields"]
        shown = {str(k): str(v) for k, v in further.items()} if isinstance(further, dict) else {}
        own = {variable: str(values[name]) for variable, name in OWN_FIELDS.items() if values[name]}
        self._details.show_values(self.source_type(), shown | own)

    def _show_type(self, source_type: SourceType) -> None:
        self._creators.set_type(source_type)
        self._details.show_type(source_type)

    def _on_field_edited(self) -> None:
        self.field_edited.emit(_sender_name(self.sender()))

    def _on_field_chosen(self) -> None:
        name = _sender_name(self.sender())
        if name == "type":
            self._show_type(self.source_type())
            self.type_chosen.emit(self.source_type())
        self.field_chosen.emit(name)


def _holds(field: PatchField, value: object) -> bool:
    # A field that shows the value already keeps its cursor and its own undo steps; so does one in which a blank was
    # typed last, which is not stored: what is typed next would stand before everything else.
    try:
        held = field.value()
    except (FieldProblemError, InvalidDraftError):
        return False
    return held == value or (isinstance(held, str) and isinstance(value, str) and held.strip() == value.strip())


def _sender_name(sender: object) -> str:
    if not isinstance(sender, PatchField):
        raise TypeError(type(sender))
    return sender.name


def blank_values() -> dict[str, object]:
    """What the form shows for a source that does not exist yet."""
    # A title is required of a draft, but not of a form that waits for one.
    return draft_values(SourceDraft(title="-")) | {"title": ""}


def draft_values(draft: SourceDraft) -> dict[str, object]:
    """Every field of a draft by its name."""
    return {name: getattr(draft, name) for name in FORM_FIELDS}


def card_values(card: SourceCard) -> dict[str, object]:
    """The fields of a stored source by the draft's names."""
    return {name: getattr(card, name) for name in FORM_FIELDS}


def stored_values(card: SourceCard) -> dict[str, object]:
    """The fields of a stored source as drafts hold them, to see whether an edit changes anything."""
    return card_values(card) | {"creators": tuple(as_draft(creator) for creator in card.creators)}
