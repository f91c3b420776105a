"""Quotes whose words are no longer in the copy: told in a line, mended one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.controls import plain_label, press_by_enter
from gui.overriding import override
from gui.style import GAP_4, GAP_8, GAP_12
from gui.task_runner import Progress, TaskRunner
from gui.texts import shorten
from gui.texts.reading import lost_text, passage_date
from models.reading import CitedPassage
from services.passages import closest_passage

Span = tuple[int, int]
_LONGEST = 200


class _LostQuote(QWidget):
    """One quote: its words, what cites them, and the two ways on."""

    match_wanted = Signal(object)
    repair_requested = Signal(int, int, int)
    kept = Signal(int)

    def __init__(self, passage: CitedPassage, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.passage = passage
        self._found: Span | None = None
        quote = plain_label(f"“{shorten(' '.join(passage.quote.split()), _LONGEST)}”", "", self)
        quote.setWordWrap(True)
        title = shorten(" ".join(passage.incident_title.split()), 80)
        whose = plain_label(f"{passage_date(passage)} · {title}", "caption", self)
        whose.setWordWrap(True)
        self._said = plain_label("", "caption", self)
        self._said.setWordWrap(True)
        self._said.hide()
        self.find_button = QPushButton(self.tr("Find closest match"), self)
        self.find_button.setToolTip(self.tr("Look for the words that are most like it"))
        self.take = QPushButton(self.tr("Use these words"), self)
        self.take.setToolTip(self.tr("The quote becomes the words that are marked in the text"))
        self.take.hide()
        self.keep = QPushButton(self.tr("Keep as typed"), self)
        self.keep.setToolTip(self.tr("Leave the quote as it is, and say no more of it now"))
        self._read_only = read_only
        self.find_button.clicked.connect(self._on_find_clicked)
        self.take.clicked.connect(self._on_take_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        row = QHBoxLayout()
        row.setSpacing(GAP_8)
        for button in (self.take, self.find_button, self.keep):
            button.setProperty("kind", "small")
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_4, 0, GAP_4)
        column.setSpacing(GAP_4)
        for part in (quote, whose, self._said):
            column.addWidget(part)
        column.addLayout(row)

    def show_match(self, found: Span | None) -> None:
        """Offer what was found, which is marked in the text."""
        self._found = found
        self.find_button.setEnabled(True)
        none, some = self.tr("Nothing in this copy is like it."), self.tr("The closest words are marked in the text.")
        self._said.setText(none if found is None else some)
        self._said.show()
        self.find_button.hide()
        self.take.setVisible(found is not None and not self._read_only)
        (self.keep if found is None or self._read_only else self.take).setFocus()

    def _on_find_clicked(self) -> None:
        self.find_button.setEnabled(False)  # until the answer is there
        self.match_wanted.emit(self)

    def _on_take_clicked(self) -> None:
        if self._found is not None:
            self.repair_requested.emit(self.passage.citation_id, *self._found)

    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.passage.citation_id)


class _Search:
    """One piece of work: half a second for a book."""

    def __init__(self, text: str, quote: str) -> None:
        self._text = text
        self._quote = quote

    def find(self, _progress: Progress) -> Span | None:
        return closest_passage(self._text, self._quote)


class LostLine(QFrame):
    """ "2 quotes are no longer in this copy. Show". Facts: match_found(start, end), closed."""

    repair_requested = Signal(int, int, int)
    match_found = Signal(int, int)

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "warning-line")
        self._runner = runner
        self._asking: list[_LostQuote] = []
        self._text = ""
        self._kept: set[int] = set()
        self._lost: list[CitedPassage] = []
        self.quotes: list[_LostQuote] = []
        self._read_only = False
        self._words = plain_label("", "warning", self)
        self.show_button = QPushButton(self)
        self.show_button.setProperty("kind", "flat")
        self.show_button.setCheckable(True)
        self.show_button.setToolTip(self.tr("Show or hide the quotes (Space)"))
        self.show_button.toggled.connect(self._on_toggled)
        head = QHBoxLayout()
        head.addWidget(self._words)
        head.addWidget(self.show_button)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP_12 + GAP_4, 6, GAP_12, 6)
        self._column.setSpacing(GAP_4)
        self._column.addLayout(head)
        self.hide()

    def show_lost(self, lost: Sequence[CitedPassage], text: str, *, is_new: bool) -> None:
        """Tell of quotes that are not in a text; `is_new`: the text of another copy."""
        if is_new:
            self._kept.clear()
            self.show_button.setChecked(False)
        self._text = text
        shown = [passage for passage in lost if passage.citation_id not in self._kept]
        if shown != self._lost:
            self._lost = shown
            self._fill()
        self.setVisible(bool(shown))

    def set_read_only(self, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._read_only = read_only
        self._fill()

    def _fill(self) -> None:
        for quote in self.quotes:
            self._column.removeWidget(quote)
            quote.hide()
            quote.deleteLater()
        self.quotes = []
        self._words.setText(lost_text(len(self._lost)))
        is_open = self.show_button.isChecked()
        self.show_button.setText(self.tr("Hide") if is_open else self.tr("Show"))
        self.show_button.setAccessibleName(f"{self._words.text()} {self.show_button.text()}")
        for passage in self._lost if is_open else ():
            quote = _LostQuote(passage, self, read_only=self._read_only)
            quote.match_wanted.connect(self._on_match_wanted)
            quote.repair_requested.connect(self.repair_requested)
            quote.kept.connect(self._on_kept)
            self.quotes.append(quote)
            self._column.addWidget(quote)

    def _on_toggled(self) -> None:
        self._fill()

    def _on_match_wanted(self, quote: _LostQuote) -> None:
        self._asking.append(quote)
        self._runner.run(_Search(self._text, quote.passage.quote).find, self._on_match_found)

    def _on_match_found(self, found: Span | None) -> None:
        quote = self._asking.pop(0)
        if quote in self.quotes:
            quote.show_match(found)
            if found is not None:
                self.match_found.emit(*found)

    def _on_kept(self, citation_id: int) -> None:
        self._kept.add(citation_id)
        self.show_lost(self._lost, self._text, is_new=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(event):
            super().keyPressEvent(event)
