"""Dialogs that ask for a name: of a saved view, a tag (with its colour), a person or place."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from gui.overriding import override
from gui.shell.short_form_dialog import ShortFormDialog
from gui.style import GAP_4
from gui.theme import theme_of

COLOURS = 6


class NameDialog(ShortFormDialog):
    """Asks for one name; it is not empty."""

    name_given = Signal(str)

    def __init__(self, title: str, verb: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, verb, parent)
        self.name_field = QLineEdit(name, self)
        self.name_field.selectAll()
        self.name_field.textChanged.connect(self._follow)
        self.add_field(self.tr("Name"), self.name_field)
        self.name_field.setFocus()
        self._follow()

    def _follow(self) -> None:
        self.verb_button.setEnabled(bool(self.name_field.text().strip()))

    def submit(self) -> None:
        """Hand over the name where there is one."""
        name = self.name_field.text().strip()
        if name:
            self.accept()
            self.name_given.emit(name)


class ColourButton(QRadioButton):
    """One of the six colours of tags."""

    def __init__(self, index: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.setAccessibleName(text)
        self.setToolTip(text)

    @override
    def sizeHint(self) -> QSize:
        return QSize(30, 28)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tags[self._index])
        painter.drawRoundedRect(QRectF(middle.x() - 8, middle.y() - 8, 16, 16), 4, 4)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent if self.hasFocus() else theme.ink2, 2))
            painter.drawRoundedRect(QRectF(middle.x() - 11, middle.y() - 11, 22, 22), 6, 6)


class TagDialog(NameDialog):
    """Asks for a tag's name and colour."""

    tag_given = Signal(str, int)

    def __init__(self, title: str, verb: str, name: str = "", colour: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(title, verb, name, parent)
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP_4)
        self.colours = QButtonGroup(self)
        words = (
            *(self.tr("Brick red"), self.tr("Blue"), self.tr("Plum")),
            *(self.tr("Olive"), self.tr("Ochre"), self.tr("Slate")),
        )
        for index, text in enumerate(words):
            button = ColourButton(index, text, row)
            self.colours.addButton(button, index)
            box.addWidget(button)
        box.addStretch(1)
        self.colours.button(colour % COLOURS).setChecked(True)
        self.add_field(self.tr("Colour"), row)
        self.name_given.connect(self._on_name_given)

    def _on_name_given(self, name: str) -> None:
        self.tag_given.emit(name, self.colours.checkedId())
