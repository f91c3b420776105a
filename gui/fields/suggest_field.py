"""A line of text that suggests what is known already; free words are welcome."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate, QWidget

from gui.icons import icon
from gui.overriding import override
from gui.theme import theme_of

# More than any draft takes, so that what is too long is refused in words and never cut in silence.
MAX_TYPED = 200_000


class LineEdit(QLineEdit):
    """A one-line field for text of any length, with icons that follow the theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        # Qt may announce a palette while it constructs a widget, so what `changeEvent` reads is there first.
        self._icons: list[tuple[QAction, str]] = []
        self._buttons: list[QAction] = []
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(MAX_TYPED)

    def add_icon(self, name: str, position: QLineEdit.ActionPosition, text: str = "") -> QAction:
        """An icon inside the field; with `text` it is a button, which rests while the field is read-only."""
        action = QAction(text or self.accessibleName(), self)
        if text:
            self._buttons.append(action)
        self._icons.append((action, name))
        action.setIcon(icon(name, theme_of(self), "ink3"))
        self.addAction(action, position)
        return action

    @override
    def setReadOnly(self, arg__1: bool) -> None:
        super().setReadOnly(arg__1)
        for action in self._buttons:
            action.setEnabled(not arg__1)

    def show_text(self, text: str) -> None:
        """Set the text where it differs, and show its beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        kept = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if arg__1.reason() not in kept:
            self.setCursorPosition(0)  # a long text is read from its beginning

    @override
    def changeEvent(self, arg__1: QEvent) -> None:
        super().changeEvent(arg__1)
        if arg__1.type() == QEvent.Type.PaletteChange:
            for action, name in self._icons:
                action.setIcon(icon(name, theme_of(self), "ink3"))


class SuggestField(LineEdit):
    """Suggests choices that contain what is typed; Alt+Down or the arrow shows all of them.

    `suggestion_taken` tells that one of them was chosen. Fields that suggest the same share their `choices`.
    """

    suggestion_taken = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        icon_name: str = "",
        arrow: bool = False,
        choices: QStringListModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._choices = choices or QStringListModel(self)
        self._completer = QCompleter(self._choices, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(9)
        self._completer.activated.connect(self.suggestion_taken)
        shown_list = QListView()
        self._completer.setPopup(shown_list)
        self.setCompleter(self._completer)
        shown_list.setProperty("surface", "suggestions")
        # Else every list measures every name whenever the theme changes, also while it is hidden.
        shown_list.setUniformItemSizes(True)
        shown_list.setItemDelegate(QStyledItemDelegate(self))  # its own one ignores the style sheet
        if icon_name:
            self.add_icon(icon_name, QLineEdit.ActionPosition.LeadingPosition)
        if arrow:
            shown = self.add_icon("chevron-down", QLineEdit.ActionPosition.TrailingPosition, self.tr("Show all"))
            shown.triggered.connect(self.show_all)

    def set_choices(self, choices: Sequence[str]) -> None:
        """What is suggested, in this order."""
        if self._choices.stringList() != list(choices):
            self._choices.setStringList(list(choices))

    def choices(self) -> list[str]:
        """What is suggested."""
        return self._choices.stringList()

    def show_all(self) -> None:
        """Open the list of everything that is known."""
        if not self.isReadOnly():
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            self._completer.setCompletionPrefix("")
            self._completer.complete()

    def hide_suggestions(self) -> None:
        """Close the list: what was typed is taken as it is."""
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        wants_list = arg__1.key() == Qt.Key.Key_Down and (
            not self.text() or arg__1.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if wants_list:
            self.show_all()
        else:
            super().keyPressEvent(arg__1)
