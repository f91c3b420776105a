"""Labels of the source editor, and its plain lines of text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import NoteLine, PatchField, mark_problem
from gui.fields.suggest_field import LineEdit
from gui.overriding import override
from gui.style import GAP_8, HEIGHT_FIELD

# Wider than in the incident's inspector: fields of a source have longer names.
LABEL_WIDTH = 86


class LabelledField(QWidget):
    """A caption at the left, a field at the right."""

    def __init__(self, caption: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(caption, "caption", self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setMinimumHeight(HEIGHT_FIELD)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._label.setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_8)
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        grid.setColumnStretch(1, 1)

    def set_caption(self, text: str) -> None:
        self._label.setText(text)


class LineField(PatchField):
    """One line of text; what is wrong with it stands below."""

    def __init__(self, name: str, caption: str, parent: QWidget | None = None, *, hands_focus_on: bool = True) -> None:
        super().__init__(name, parent)
        self.line = LineEdit(caption, self)
        self.note = NoteLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self.note)
        if hands_focus_on:
            self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_text_edited)

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
