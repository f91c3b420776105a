"""What the fields of incidents and sources have in common, and the row that labels one."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from gui.controls import plain_label
from gui.icons import pixmap
from gui.overriding import override
from gui.style import GAP_4, HEIGHT_FIELD
from gui.theme import theme_of

LABEL_WIDTH = 68


class FieldProblemError(ValueError):
    """What is wrong with the text of a field, in words for people."""


class PatchField(QWidget):
    """One field of a draft. `name` is the draft's own name for it.

    `edited`: something was typed, save after a pause. `chosen`: something was chosen, save now. `held`: something was
    typed that only counts once the field is left.
    """

    edited = Signal()
    chosen = Signal()
    held = Signal()
    is_quick_to_read = True
    """False where `value` takes too long to be asked at every key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name

    def value(self) -> object:
        """The value for the draft; raises FieldProblemError where the text is none."""
        raise AssertionError(self.name)

    def show_value(self, value: object) -> None:
        """Show a stored value; emits nothing."""
        raise AssertionError(self.name, value)

    def text(self) -> object:
        """What stands in the field, valid or not, for `restore`."""
        return self.value()

    def restore(self, text: object) -> None:
        """Show what stood there before, valid or not."""
        self.show_value(text)

    def show_problem(self, text: str) -> None:
        """Say what is wrong below the field; "" takes it back."""
        raise AssertionError(self.name, text)

    def set_read_only(self, read_only: bool) -> None:
        """Keep the field from being changed; its text can still be selected where that helps."""
        self.setEnabled(not read_only)

    def finish(self) -> None:
        """The field is about to be left: what is half typed counts now."""

    def focus_in(self) -> None:
        """Put the keyboard focus where typing starts."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)


class NoteLine(QWidget):
    """An icon and a line of words below a field: how it was understood, or what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._icon_name, self._role = "", ""
        super().__init__(parent)
        self._icon = QLabel(self)
        self._icon.setFixedSize(QSize(14, 18))
        self.label = plain_label("", "hint", self)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(40)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 2, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.label, 0, 1)
        grid.setColumnStretch(1, 1)
        self.hide()

    def say(self, text: str, icon: str = "", role: str = "hint", icon_role: str = "ink3") -> None:
        """Show `text` (nothing hides the line) in a label role, with an icon in a colour role."""
        is_same_icon = (icon, icon_role) == (self._icon_name, self._role)
        self._icon_name, self._role = icon, icon_role
        if self.label.property("role") != role:
            self.label.setProperty("role", role)
            self.label.style().polish(self.label)
        self.label.setText(text)
        self._icon.setVisible(bool(icon))
        if not is_same_icon:  # Qt lays out and paints anew for the same picture, too
            self._tint()
        self.setVisible(bool(text))

    def say_problem(self, text: str) -> None:
        """Show what is wrong; "" hides the line."""
        self.say(text, "circle-alert", "error", "bad")

    def _tint(self) -> None:
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(pixmap(self._icon_name, theme_of(self), self._role, size=14, ratio=ratio))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


class FieldRow(QWidget):
    """A caption at the left, a field at the right, both columns aligned over all rows."""

    def __init__(
        self,
        caption: str,
        field: QWidget,
        buddy: QWidget,
        parent: QWidget | None = None,
        *,
        label_width: int = LABEL_WIDTH,
    ) -> None:
        super().__init__(parent)
        label = plain_label(caption, "caption", self)
        label.setFixedSize(label_width, HEIGHT_FIELD)
        label.setBuddy(buddy)
        if not buddy.accessibleName():
            buddy.setAccessibleName(caption)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_4)
        grid.setVerticalSpacing(GAP_4)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, 0, 1)
        grid.setColumnStretch(1, 1)


def mark_problem(widget: QWidget, text: str) -> None:
    """Give a field the red border of a problem, and say it to screen readers; "" takes it back."""
    if bool(widget.property("problem")) != bool(text):
        widget.setProperty("problem", bool(text))
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.setAccessibleDescription(text)
