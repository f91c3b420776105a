"""Choose how the chronology leaves the house, and see it before it does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from exporters.document import Document
from gui.controls import IconButton, plain_label, press_by_enter
from gui.elided_line import ElidedLine
from gui.export.export_footer import ExportFooter
from gui.export.options_pane import OptionsPane
from gui.export.page_preview import PagePreview
from gui.export.scrim import Scrim
from gui.export.subject import ExportSubject, file_stem
from gui.fields.segment_bar import Segment, SegmentBar
from gui.fonts import Role
from gui.hairline import Hairline
from gui.notices import Notices
from gui.overriding import override
from gui.style import GAP_12, PAD_BOARD
from gui.texts import incidents_text
from models.errors import UserFacingError
from services.exporting import ExportFormat, ExportOptions

_SIZE = QSize(1140, 792)
_LEAST = QSize(820, 520)
_HEADER = 52
_SEEN, _WHOLE = "seen", "whole"
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ExportDialog(QDialog):
    """Wish: export_requested(Path, ExportOptions). The dialog closes itself after it; Escape closes it without.

    `build_preview` makes the document of the first entries for some options; it may raise UserFacingError. `load_whole`
    counts the whole chronology where `subject` is a part of it; None: it could not be counted.
    """

    export_requested = Signal(Path, object)

    def __init__(
        self,
        subject: ExportSubject,
        build_preview: Callable[[ExportOptions], Document],
        notices: Notices,
        parent: QWidget | None = None,
        *,
        options: ExportOptions | None = None,
        load_whole: Callable[[], ExportSubject | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self._subject = subject
        self._seen, self._whole = subject, None if load_whole else subject
        self._load_whole = load_whole
        self._build_preview = build_preview
        self._notices = notices
        self._pane = OptionsPane(subject, self)
        self._preview = PagePreview(self)
        self._footer = ExportFooter(subject.disagreements, self)
        self._scrim: Scrim | None = None
        self._confirmed: Path | None = None
        self._refresh = QTimer(self, singleShot=True, interval=0)
        if options is not None:
            self._pane.show_options(replace(options, wanted=subject.wanted))
        self._target = subject.folder / f"{file_stem(subject.title)}.{self._pane.options().format.value}"
        self._lay_out()
        self._refresh.timeout.connect(self._show_preview)
        self._pane.options_changed.connect(self._on_options_changed)
        self._footer.change_requested.connect(self._on_change_requested)
        self._footer.cancel_requested.connect(self.reject)
        self._footer.export_requested.connect(self._on_export_requested)
        self._on_options_changed()

    def _lay_out(self) -> None:
        self.setMinimumSize(_LEAST)
        parent = self.parentWidget()
        room = parent.window().size() - QSize(60, 60) if parent else _SIZE
        self.resize(_SIZE.boundedTo(room).expandedTo(_LEAST))
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._pane)
        halves.addWidget(self._preview)
        halves.setSizes([558, 582])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(Hairline(self, horizontal=True))
        layout.addWidget(halves, 1)
        layout.addWidget(Hairline(self, horizontal=True))
        layout.addWidget(self._footer)

    def _make_header(self) -> QWidget:
        header = QFrame(self)
        header.setProperty("surface", "bg")
        header.setFixedHeight(_HEADER)
        close = IconButton("x", self.tr("Close"), header, key="Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout(header)
        row.setContentsMargins(PAD_BOARD, 0, PAD_BOARD - 8, 0)
        row.setSpacing(GAP_12)
        row.addWidget(plain_label(self.tr("Export"), "dialog-title", header))
        self._about = ElidedLine(Role.UI, "ink2", header)
        row.addWidget(self._about, 1)
        if self._load_whole is not None:
            row.addWidget(self._make_scope(header))
        row.addWidget(close)
        self._show_subject()
        return header

    def _make_scope(self, header: QWidget) -> QWidget:
        self._scope = SegmentBar(
            self.tr("What to export"),
            (Segment(_SEEN, self.tr("What I see")), Segment(_WHOLE, self.tr("Whole chronology"))),
            header,
        )
        self._scope.choice_made.connect(self._on_scope_chosen)
        return self._scope

    def _on_scope_chosen(self, scope: str) -> None:
        if self._whole is None and self._load_whole is not None:
            self._whole = self._load_whole()
        wanted = self._seen if scope == _SEEN else self._whole
        if wanted is None:
            self._scope.choose(_SEEN)
            return
        self._subject = wanted
        self._pane.show_subject(wanted)
        self._footer.show_disagreements(wanted.disagreements)
        self._show_subject()
        self._on_options_changed()

    def _show_subject(self) -> None:
        self._about.show_text(self._subject_text())
        self._about.setToolTip(self._subject.view_name)

    def _subject_text(self) -> str:
        subject = self._subject
        count = incidents_text(subject.incidents)
        if subject.view_name:
            return f"{count} · {subject.view_name}"
        return self.tr("{count}, the whole chronology").format(count=count)

    def options(self) -> ExportOptions:
        """What is chosen now."""
        return self._pane.options()

    def target(self) -> Path:
        """Where the file will be written."""
        return self._target

    def _exported(self, options: ExportOptions) -> int:
        return self._subject.incidents - (0 if options.include_uncited else self._subject.uncited)

    def _on_options_changed(self) -> None:
        options = self._pane.options()
        if self._target.suffix != f".{options.format.value}":
            self._target = self._target.with_suffix(f".{options.format.value}")
        self._footer.show_target(self._target, options.format, self._exported(options))
        self._refresh.start()

    def _show_preview(self) -> None:
        options = self._pane.options()
        try:
            document = self._build_preview(options)
        except UserFacingError as error:
            self._notices.show_problem(self, error)
            return
        self._preview.show_document(document, options.format, self._exported(options))
        self._pane.show_sample(document)

    def _on_change_requested(self) -> None:
        wanted = self._pane.options().format
        is_word = wanted is ExportFormat.DOCX
        filters = self.tr("Word document (*.docx)") if is_word else self.tr("Web page (*.html)")
        chosen = self._notices.ask_save(self, self.tr("Export to"), self._target, filters)
        if chosen is not None:
            suffix = f".{wanted.value}"
            self._target = chosen if chosen.suffix.lower() == suffix else chosen.with_name(chosen.name + suffix)
            self._confirmed = self._target
            self._on_options_changed()

    def _on_export_requested(self) -> None:
        if self._may_write():
            self.export_requested.emit(self._target, self._pane.options())
            self.accept()

    def _may_write(self) -> bool:
        # The file dialog asks by itself; here only a proposed name can meet a file that is there already.
        if self._target == self._confirmed or not self._target.exists():
            return True
        title = self.tr("Replace “{name}”?").format(name=self._target.name)
        words = self.tr("A file of this name is there already. What is in it now will be lost.")
        return self._notices.confirm(self, title, words, self.tr("Replace"))

    @override
    def showEvent(self, arg__1: QShowEvent) -> None:
        super().showEvent(arg__1)
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(parent.window())
        self._pane.focus_first()

    @override
    def hideEvent(self, arg__1: QHideEvent) -> None:
        super().hideEvent(arg__1)
        if self._scrim is not None:
            self._scrim.close()
            self._scrim.deleteLater()
            self._scrim = None

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in _ENTER and arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._footer.press_export()
        elif not press_by_enter(arg__1):
            super().keyPressEvent(arg__1)
