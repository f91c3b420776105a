"""Passes the keys of the proposals on, where they are pressed in the text that the proposals are read from."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.overriding import override
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane

_KEYS = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_U),
        *(Qt.Key.Key_J, Qt.Key.Key_K),
    }
)


class KeyRelay(QObject):
    """Enter in the text, or on its pages, accepts the proposal on the card, as it does on the card itself.

    Where somebody went to cited words by key, it shows their incident, as the card there says.
    """

    def __init__(self, reader: ReaderPane, pane: ProposalsPane) -> None:
        super().__init__(pane)
        self._text = reader.text
        self._pages = reader.stack.pages.view if reader.stack.pages is not None else None
        self._pane = pane
        self._text.installEventFilter(self)
        if self._pages is not None:
            self._pages.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if Qt.Key(event.key()) not in _KEYS or self._pane.current() is None:
            return False
        if self._is_at_cited_words(watched) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        self._pane.focus_pane()
        target = QApplication.focusWidget()
        if target is not None and target is not watched:
            QApplication.sendEvent(target, event)
        return True

    def _is_at_cited_words(self, watched: QObject) -> bool:
        if self._pages is not None and watched is self._pages:
            return bool(self._pages.framed)
        return bool(self._text.walked)
