"""A field of one line, with what is wrong with it below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.patch_field import NoteLine, PatchField, mark_problem
from gui.fields.suggest_field import LineEdit
from gui.overriding import override


class LineField(PatchField):
    """One line of text; `row` takes what stands beside it."""

    def __init__(self, name: str, caption: str, parent: QWidget | None = None, *, hands_focus_on: bool = True) -> None:
        super().__init__(name, parent)
        self.line = self.make_line(caption)
        self.note = NoteLine(self)
        self.row = QHBoxLayout()
        self.row.setSpacing(0)
        self.row.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.row)
        layout.addWidget(self.note)
        if hands_focus_on:
            self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_text_edited)

    def make_line(self, caption: str) -> LineEdit:
        """The line itself; a field that needs another kind of it overrides this."""
        return LineEdit(caption, self)

    def _on_text_edited(self) -> None:
        self.edited.emit()

    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def show_value(self, value: object) -> None:
        self.line.show_text(str(value))

    @override
    def show_problem(self, text: str) -> None:
        self.note.say_problem(text)
        mark_problem(self.line, text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
