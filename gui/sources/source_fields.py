"""The fields of a source that are neither plain lines nor particular to its type."""

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dates import UncertainDate
from gui.fields.date_field import DateField
from gui.fields.line_field import LineField
from gui.fields.patch_field import FieldProblemError, NoteLine, PatchField, mark_problem
from gui.fields.text_area import TextArea
from gui.overriding import override
from gui.sources.type_combo import TypeCombo
from models.enums import SourceType

_NOTE_HEIGHT = 72


class SourceDateField(PatchField):
    """One of the dates of a source, understood while it is typed."""

    def __init__(self, name: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.field = DateField(caption, self)
        self.field.edit.setPlaceholderText(self.tr("23 Jan 2024"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.edited.connect(self.edited)
        self.field.chosen.connect(self.chosen)

    @override
    def value(self) -> UncertainDate:
        date = self.field.date()
        if date is None:
            raise FieldProblemError(self.field.problem())
        return date

    @override
    def show_value(self, value: object) -> None:
        if isinstance(value, UncertainDate):
            self.field.set_date(value)

    @override
    def show_problem(self, text: str) -> None:
        """The field says itself, at every key, what is wrong with it."""

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.field.set_read_only(read_only)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # The words in ink take the new theme's ink.
            self.field.set_text(self.field.text())


class TypeField(PatchField):
    """What kind of source it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.combo = TypeCombo(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.type_chosen.connect(self._on_type_chosen)

    def _on_type_chosen(self) -> None:
        self.chosen.emit()

    @override
    def value(self) -> SourceType:
        return self.combo.source_type()

    @override
    def show_value(self, value: object) -> None:
        self.combo.show_type(SourceType(str(value)))

    @override
    def show_problem(self, text: str) -> None:
        """A type chosen from the list is never wrong."""


class LanguageField(LineField):
    """A language by its code (BCP 47), named below while it is typed."""

    def __init__(self, name: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(name, caption, parent)
        self.line.setPlaceholderText(self.tr("en, de, ar…"))
        self.line.setToolTip(self.tr("Language of the source, as a code"))
        self.line.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self, text: str) -> None:
        code = text.strip()
        language = QLocale.codeToLanguage(code.split("-")[0].split("_")[0]) if code else QLocale.Language.AnyLanguage
        known = language not in {QLocale.Language.AnyLanguage, QLocale.Language.C}
        self.note.say(QLocale.languageToString(language) if known and len(code) < 36 else "")


class NoteField(PatchField):
    """A note to self, as plain text."""

    def __init__(self, name: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._area = TextArea(caption, self)
        self._area.setFixedHeight(_NOTE_HEIGHT)
        self._area.setPlaceholderText(self.tr("For the desk only; never in a reader’s copy"))
        self._note = NoteLine(self)
        self._is_shown = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area)
        layout.addWidget(self._note)
        self.setFocusProxy(self._area)
        self._area.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self) -> None:
        if not self._is_shown:
            self.edited.emit()

    @override
    def value(self) -> str:
        return self._area.whole_text()

    @override
    def show_value(self, value: object) -> None:
        if str(value) != self.value():
            self._is_shown = True
            self._area.show_text(str(value))
            self._is_shown = False

    @override
    def show_problem(self, text: str) -> None:
        self._note.say_problem(text)
        mark_problem(self._area, text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._area.setReadOnly(read_only)
