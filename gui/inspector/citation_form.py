"""The fields of a citation: stance, locator, quote, the date that the source gives, note, and where its mark goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from dates import UNDATED, UncertainDate
from gui.fields.date_field import DateField
from gui.fields.patch_field import FieldRow, mark_problem
from gui.fields.quiet_combo_box import QuietComboBox
from gui.fields.suggest_field import LineEdit
from gui.fields.text_field import GrowingText
from gui.fonts import Role
from gui.inspector.stance_cards import StanceCards
from gui.style import GAP_8, GAP_12, HEIGHT_FIELD
from gui.texts import locator_text
from models.enums import LocatorLabel
from models.snapshots import CitationLine


class CitationForm(QWidget):
    """Holds text only; the dialog makes drafts of it. `quote_edited` when the words were typed in by hand."""

    quote_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = list(LocatorLabel)
        self._auto_locator = ""
        self._auto_stated = UNDATED
        self._is_filling = False
        self.stance = StanceCards(self)
        self.label = QuietComboBox(self)
        self.label.setAccessibleName(self.tr("Kind of locator"))
        self.label.setFixedHeight(HEIGHT_FIELD)
        self.label.addItems([locator_text(label) for label in self._labels])
        self.locator = LineEdit(self.tr("Locator"), self)
        self.locator.setPlaceholderText(self.tr("3, 12–14, 00:41:07…"))
        self.quote = self._make_text(self.tr("Quote"), Role.QUOTE, 84, 240)
        self.quote.setPlaceholderText(self.tr("The words of the source, verbatim"))
        self.stated = DateField(self.tr("Date that the source gives"), self)
        self.stated.edit.setPlaceholderText(self.tr("Where the source gives one"))
        self.note = self._make_text(self.tr("Note on this citation"), Role.UI, 44, 140)
        self.note.setPlaceholderText(self.tr("For the desk; not part of the quote"))
        self.at_cursor = QRadioButton(self.tr("At the cursor in the text"), self)
        self.at_end = QRadioButton(self.tr("At the end"), self)
        self.at_cursor.setChecked(True)
        self._place = QWidget(self)
        self.quote.textChanged.connect(self._on_quote_changed)
        self._lay_out()

    def show_line(self, line: CitationLine) -> None:
        """Show a stored citation."""
        self.stance.choose(line.stance)
        self.label.setCurrentIndex(self._labels.index(line.locator_label))
        self.locator.show_text(line.locator)
        self.fill_quote(line.quote)
        self.note.show_text(line.note)
        self.stated.set_date(line.stated)

    def set_read_only(self) -> None:
        """Let everything be read and nothing be changed."""
        for choice in (self.stance, self.label):
            choice.setEnabled(False)
        self.locator.setReadOnly(True)
        self.quote.setReadOnly(True)
        self.note.setReadOnly(True)
        self.stated.set_read_only(True)

    def show_placement(self, shown: bool) -> None:  # one plain word, as Qt's own setters
        """Ask where the mark goes, or not."""
        self._placement.setVisible(shown)

    def fill_quote(self, text: str) -> None:
        """Put words into the quote that nobody typed."""
        self._is_filling = True
        self.quote.show_text(text)
        self._is_filling = False

    def suggest_paragraph(self, number: int) -> None:
        """Fill in the paragraph, unless a locator was typed by hand."""
        if self.locator.text() in {"", self._auto_locator}:
            self._auto_locator = str(number)
            self.label.setCurrentIndex(self._labels.index(LocatorLabel.PARAGRAPH))
            self.locator.show_text(self._auto_locator)

    def suggest_stated(self, date: UncertainDate) -> None:
        """Fill in a date of the quoted words, unless one was typed by hand."""
        if self.stated.date() in {UNDATED, self._auto_stated}:
            self._auto_stated = date
            self.stated.set_date(date)

    def values(self) -> dict[str, object]:
        """The fields by their draft names; `stated` is missing while its text is not understood."""
        stated = self.stated.date()
        return {
            "stance": self.stance.stance(),
            "locator_label": self._labels[self.label.currentIndex()],
            "locator": self.locator.text(),
            "quote": self.quote.toPlainText(),
            "note": self.note.toPlainText(),
        } | ({} if stated is None else {"stated": stated})

    def show_problem(self, field: str, text: str) -> None:
        """Mark a field as wrong; "" takes it back from all."""
        for name, widget in (("locator", self.locator), ("quote", self.quote), ("note", self.note)):
            mark_problem(widget, text if name == field else "")

    def _make_text(self, name: str, role: Role, least: int, most: int) -> GrowingText:
        made = GrowingText(name, role, 20.0, one_line=False, parent=self)
        made.setProperty("kind", "field")
        made.set_limits(least, most)
        return made

    def _lay_out(self) -> None:
        where = QWidget(self)
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_8)
        row.addWidget(self.label, 2)
        row.addWidget(self.locator, 3)
        places = QHBoxLayout(self._place)
        places.setContentsMargins(0, 6, 0, 6)
        places.setSpacing(GAP_12)
        places.addWidget(self.at_cursor)
        places.addWidget(self.at_end)
        places.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_12)
        column.addWidget(self.stance)
        rows = (
            (self.tr("Where"), where, self.locator),
            (self.tr("Quote"), self.quote, self.quote),
            (self.tr("Date"), self.stated, self.stated.edit),
            (self.tr("Note"), self.note, self.note),
        )
        for caption, field, buddy in rows:
            column.addWidget(FieldRow(caption, field, buddy, self))
        self._placement = FieldRow(self.tr("Mark"), self._place, self.at_cursor, self)
        column.addWidget(self._placement)
        column.addStretch()

    def _on_quote_changed(self) -> None:
        if not self._is_filling:
            self.quote_edited.emit()
