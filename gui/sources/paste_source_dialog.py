"""Pasted or dropped words become a source: a title proposed from the first line, the words kept as they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls import plain_label
from gui.fields.line_field import LineField
from gui.fields.patch_field import FieldProblemError
from gui.fields.text_area import TextArea
from gui.sources.labelled_field import LabelledField
from gui.sources.pasted_text import capture_from_text, is_web_address, source_from_text, title_from_text
from gui.sources.source_fields import SourceDateField
from gui.sources.text_dialogs import TextDialog
from gui.texts import field_problem_text
from models.drafts import SourceDraft
from models.enums import CaptureMethod
from models.errors import InvalidDraftError

# A QPlainTextEdit lays out a million characters at once; more is kept whole but shown in part.
_MAX_EDITED = 1_000_000


class PasteSourceDialog(TextDialog):
    """Fact: source_pasted(SourceDraft, CaptureDraft or None). An address alone becomes a web page without a copy."""

    source_pasted = Signal(object, object)

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, method: CaptureMethod = CaptureMethod.PASTE
    ) -> None:
        super().__init__(self.tr("New source from text"), parent)
        self._given = text
        self._method = method
        self._title_typed = False
        self._title = LineField("title", self.tr("Title"), self)
        # Asked for here: the dates that the text mentions are counted from it.
        self._published = SourceDateField("published", self.tr("Published"), self)
        self._area = TextArea(self.tr("Text of the source"), self)
        self._area.setPlaceholderText(self.tr("Paste the text of an article, a statement, an e-mail…"))
        self._words = plain_label("", "hint", self)
        self._words.setWordWrap(True)
        self._show_given(text)
        self.body.addWidget(LabelledField(self.tr("Title"), self._title, self))
        self.body.addWidget(LabelledField(self.tr("Published"), self._published, self))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._words)
        self.add_cancel(self.tr("Add nothing (Esc)"))
        self._add = self.add_primary(self.tr("Add source"))
        for line in (self._title.line, self._published.field.edit):
            line.returnPressed.connect(self._add.click)
        self._title.edited.connect(self._on_title_edited)
        self._area.textChanged.connect(self._on_text_changed)
        self._add.clicked.connect(self._on_add_clicked)
        self._judge()
        (self._title if text else self._area).setFocus()

    def _show_given(self, text: str) -> None:
        self._title.show_value(title_from_text(text))
        self._area.show_text(text[:_MAX_EDITED])
        self._area.document().setModified(False)
        self._area.setReadOnly(len(text) > _MAX_EDITED)

    def text(self) -> str:
        """The words to keep: as they came, unless they were edited here."""
        return self._area.whole_text() if self._area.document().isModified() else self._given

    def _on_title_edited(self) -> None:
        self._title_typed = True
        self._judge()

    def _on_text_changed(self) -> None:
        if not self._title_typed:
            self._title.show_value(title_from_text(self.text()))
        self._judge()

    def _judge(self) -> None:
        text = self.text()
        self._add.setEnabled(bool(self._title.value().strip()))
        self._title.show_problem("")
        if is_web_address(text):
            self._words.setText(self.tr("An address: nothing is fetched from it. Add the page's text as a copy later."))
        elif text.strip():
            words = self.tr("{count} characters are kept unchanged, with their SHA-256 and the time.")
            self._words.setText(words.format(count=f"{len(text):,}"))
        else:
            self._words.setText(self.tr("Without a text only the title is kept."))

    def _draft(self) -> SourceDraft:
        proposed = source_from_text(self.text() if self.text().strip() else self._title.value())
        return SourceDraft(**{**proposed.given(), "title": self._title.value(), "published": self._published.value()})

    def _on_add_clicked(self) -> None:
        try:
            draft = self._draft()
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            self._title.show_problem(field_problem_text(field, code))
            return
        except FieldProblemError:
            self._published.field.edit.setFocus()  # the field says itself what is wrong with the date
            return
        text = self.text()
        keeps = bool(text.strip()) and not is_web_address(text)
        self.source_pasted.emit(draft, capture_from_text(text, self._method) if keeps else None)
        self.accept()
