"""The button "Filter": how many parts of the filter found no room beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gui.controls import claim_key
from gui.filters.pill_button import CLEARS
from gui.filters.words import say
from gui.icons import icon
from gui.overriding import override
from gui.theme import theme_of


class FilterButton(QPushButton):
    """Set off while it stands for filters that are on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hidden = 0
        self.setProperty("kind", "pill")
        self.setToolTip(say("Filters, and saving them as a view (F)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_hidden(0)
        self._tint()

    def show_hidden(self, count: int) -> None:
        """Say how many pills found no room."""
        text = say("Filter · {n}").format(n=count) if count else say("Filter")
        self.setText(f"\u2009{text}")  # The thin space keeps the word off the icon.
        self.setAccessibleName(text)
        was_active, self._hidden = bool(self._hidden), count
        if was_active != bool(count):
            self.setProperty("active", bool(count))
            self.style().polish(self)
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon("list-filter", theme_of(self), "accent" if self._hidden else "ink2"))

    @override
    def event(self, event: QEvent) -> bool:
        # The keyboard comes here when the last pill is cleared: the same key once more must not delete an incident.
        return claim_key(event, lambda key: key.key() in CLEARS) or super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
