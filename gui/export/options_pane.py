"""The left half of the export dialog: format, audience, protection, and what goes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from exporters.document import Document, NoteKind
from gui.controls import plain_label
from gui.export.choice_cards import Choice, ChoiceRow
from gui.export.note_sample import NoteSample
from gui.export.protection_card import ProtectionCard
from gui.export.subject import ExportSubject
from gui.fields.segments import Segments
from gui.style import GAP_8, GAP_12, GAP_16, PAD_BOARD
from services.chronology import Grouping
from services.exporting import Audience, ExportFormat, ExportOptions

_FORMAT_HEIGHT = 60
_AUDIENCE_HEIGHT = 68


class OptionsPane(QScrollArea):
    """Every choice of an export. Fact: options_changed."""

    options_changed = Signal()

    def __init__(self, subject: ExportSubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QFrame()
        inside.setProperty("surface", "bg")
        self._make_choices(inside)
        self._make_audience(inside)
        self._make_checks(inside)
        self._lay_out(inside)
        self.setWidget(inside)
        self.setMinimumWidth(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        for row in (self._format, self._audience, self._notes, self._headings):
            row.choice_made.connect(self._on_choice_made)
        self._protection.protection_changed.connect(self._on_choice_made)
        for check in (self._differ, self._quotes, self._uncited, self._timeline):
            check.toggled.connect(self._on_choice_made)
        self.show_options(ExportOptions())

    def _make_choices(self, inside: QWidget) -> None:
        self._format = ChoiceRow(
            self.tr("Format"),
            (
                Choice(ExportFormat.DOCX.value, self.tr("Word"), self.tr("Real footnotes"), "file-text"),
                Choice(ExportFormat.HTML.value, self.tr("HTML"), self.tr("One file, offline"), "globe"),
            ),
            _FORMAT_HEIGHT,
            inside,
        )
        self._notes = Segments(
            self.tr("Notes"),
            {
                NoteKind.FOOTNOTES.value: self.tr("Footnotes"),
                NoteKind.ENDNOTES.value: self.tr("Endnotes"),
            },
            inside,
        )
        self._headings = Segments(
            self.tr("Headings"),
            {Grouping.YEAR.value: self.tr("Years"), Grouping.MONTH.value: self.tr("Months")},
            inside,
        )
        self._sample = NoteSample(inside)
        self._protection = ProtectionCard(self._subject, inside)

    def _make_audience(self, inside: QWidget) -> None:
        self._audience = ChoiceRow(
            self.tr("Who is it for?"),
            (
                Choice(
                    Audience.READER.value,
                    self.tr("Reader’s copy"),
                    self.tr("Clean text, notes, bibliography. Notes to self left out."),
                ),
                Choice(
                    Audience.CHECKER.value,
                    self.tr("Checker’s copy"),
                    self.tr("Adds quotes, stances, open checks and reasons."),
                ),
            ),
            _AUDIENCE_HEIGHT,
            inside,
            gap=0,
        )

    def _make_checks(self, inside: QWidget) -> None:
        self._differ = QCheckBox(self.tr("Tell readers where sources differ"), inside)
        self._quotes = QCheckBox(self.tr("Quote the sources in the notes"), inside)
        self._uncited = QCheckBox(inside)
        self._differ.setToolTip(self.tr("A section that sets what each source says side by side"))
        self._quotes.setToolTip(self.tr("The exact words behind each citation"))
        self._uncited.setToolTip(self.tr("Their notes say that there is no source yet"))
        self._name_uncited()
        self._timeline = QCheckBox(self.tr("Show a picture of the timeline"), inside)
        self._timeline.setToolTip(self.tr("These incidents in their lanes, as the timeline draws them, above the text"))
        for check in (self._differ, self._quotes, self._uncited, self._timeline):
            check.setAccessibleName(check.text())

    def _lay_out(self, inside: QWidget) -> None:
        details = QHBoxLayout()
        details.setSpacing(GAP_16)
        details.addWidget(self._notes)
        details.addWidget(self._headings)
        details.addStretch(1)
        checks = QGridLayout()
        checks.setHorizontalSpacing(GAP_16)
        checks.setVerticalSpacing(GAP_8)
        checks.addWidget(self._differ, 0, 0)
        checks.addWidget(self._uncited, 0, 1)
        checks.addWidget(self._quotes, 1, 0)
        checks.addWidget(self._timeline, 1, 1)
        checks.setColumnStretch(1, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAD_BOARD, GAP_16, PAD_BOARD, GAP_16)
        column.setSpacing(GAP_8)
        column.addWidget(plain_label(self.tr("Format"), "strong", inside))
        column.addWidget(self._format)
        column.addLayout(details)
        column.addSpacing(GAP_12)
        column.addWidget(plain_label(self.tr("Citation form"), "strong", inside))
        column.addWidget(self._sample)
        column.addSpacing(GAP_12)
        column.addWidget(plain_label(self.tr("Who is it for?"), "strong", inside))
        column.addWidget(self._audience)
        column.addSpacing(GAP_12)
        column.addWidget(self._protection)
        column.addSpacing(GAP_12)
        column.addLayout(checks)
        column.addStretch(1)

    def show_subject(self, subject: ExportSubject) -> None:
        """Let the choices be about other incidents; announces nothing."""
        self._subject = subject
        self._name_uncited()
        self._protection.show_subject(subject)

    def _name_uncited(self) -> None:
        count = self._subject.uncited
        keep = self.tr("Keep 1 uncited incident") if count == 1 else self.tr("Keep {count} uncited incidents")
        self._uncited.setText(keep.format(count=f"{count:,}"))
        self._uncited.setAccessibleName(self._uncited.text())
        self._uncited.setVisible(count > 0)

    def show_options(self, options: ExportOptions) -> None:
        """Show these choices; announces nothing."""
        self._wants_quotes = options.quotes
        self._format.choose(options.format.value)
        self._notes.choose(options.notes.value)
        self._headings.choose(options.grouping.value)
        self._audience.choose(options.audience.value)
        for check, wanted in (
            (self._differ, options.show_disagreements),
            (self._uncited, options.include_uncited),
            (self._timeline, options.timeline),
        ):
            _tick(check, wanted)
        self._protection.show_protection(options.protect)
        self._adapt()

    def options(self) -> ExportOptions:
        """What is chosen, for the incidents of the subject."""
        return ExportOptions(
            format=ExportFormat(self._format.value()),
            notes=NoteKind(self._notes.value()),
            quotes=self._wants_quotes,
            include_uncited=self._uncited.isChecked(),
            show_disagreements=self._differ.isChecked(),
            protect=self._protection.is_protecting(),
            audience=Audience(self._audience.value()),
            wanted=self._subject.wanted,
            grouping=Grouping(self._headings.value()),
            timeline=self._timeline.isChecked(),
        )

    def focus_first(self) -> None:
        """Put the keyboard where choosing begins."""
        self._format.focus_chosen()

    def show_sample(self, document: Document) -> None:
        """Show the first note of the document that will be written."""
        self._sample.show_note(next(document.notes(), None))

    def _adapt(self) -> None:
        # A web page has its notes beside the text; a checker's copy always quotes.
        self._notes.setVisible(self._format.value() == ExportFormat.DOCX.value)
        for_checker = self._audience.value() == Audience.CHECKER.value
        self._quotes.setEnabled(not for_checker)
        _tick(self._quotes, for_checker or self._wants_quotes)
        words = (
            self.tr("A checker’s copy always quotes") if for_checker else self.tr("The exact words of each citation")
        )
        self._quotes.setToolTip(words)

    def _on_choice_made(self) -> None:
        if self._quotes.isEnabled():
            self._wants_quotes = self._quotes.isChecked()
        self._adapt()
        self.options_changed.emit()


def _tick(check: QCheckBox, wanted: bool) -> None:
    """Set a check box without announcing it."""
    was_blocked = check.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    check.setChecked(wanted)
    check.blockSignals(was_blocked)
