"""The menu of a text: what can be done with the words that are selected or pointed at."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.reader.reader_text import ReaderText, passages_at
from gui.texts import shorten

_LONGEST = 60


class ReaderMenu(QObject):
    """Opens by the right button and by the menu key, then at the caret."""

    passage_opened = Signal(int)

    def __init__(self, text: ReaderText) -> None:
        super().__init__(text)
        self._text = text
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        text.customContextMenuRequested.connect(self.open)

    def open(self, spot: QPoint) -> None:
        """Show the menu for a point of the text."""
        self.make_menu(spot).popup(self._text.viewport().mapToGlobal(spot))

    def make_menu(self, spot: QPoint) -> QMenu:
        """What can be done at a point."""
        menu = QMenu(self._text)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_selection = self._text.textCursor().hasSelection()
        for words, key, wish in (
            (self.tr("Cite"), "C", self._text.cite_wanted),
            (self.tr("New incident"), "N", self._text.incident_wanted),
        ):
            action = menu.addAction(f"{words}\t{key}")
            action.setEnabled(has_selection and self._text.can_cite)
            action.triggered.connect(wish)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy") + "\tCtrl+C")
        copy.setEnabled(has_selection)
        copy.triggered.connect(self._text.copy)
        menu.addAction(self.tr("Select all") + "\tCtrl+A").triggered.connect(self._text.selectAll)
        passages = passages_at(self._text, spot)
        if passages:
            menu.addSeparator()
        for passage in passages:
            title = shorten(" ".join(passage.incident_title.split()), _LONGEST)
            shown = menu.addAction(self.tr("Show “{title}”").replace("{title}", title).replace("&", "&&"))
            shown.setData(passage.citation_id)
        menu.triggered.connect(self._on_triggered)
        return menu

    def _on_triggered(self, action: QAction) -> None:
        citation_id = action.data()
        if isinstance(citation_id, int):
            self.passage_opened.emit(citation_id)
