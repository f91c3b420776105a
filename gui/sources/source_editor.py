"""The right pane for one source: its fields, preserved copies and the incidents that cite it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.notices import Notices
from gui.sources.captures_section import CapturesSection
from gui.sources.cited_by_section import CitedBySection
from gui.sources.confirm_box import ConfirmBox
from gui.sources.editor_header import EditorHeader, EditorNote
from gui.sources.link_opener import LinkOpener
from gui.sources.loaders import SourceLoaders
from gui.sources.similar_box import SimilarBox
from gui.sources.source_form import SourceForm
from gui.sources.source_saver import SourceSaver
from gui.style import GAP_16, PAD_PANE
from models.drafts import CaptureDraft, SourceDraft
from models.snapshots import SourceCard, SourceRow


class SourceEditor(QFrame):
    """Loads a card, saves by itself.

    Wishes: patch_requested(id, version, SourcePatch, burst), create_requested(SourceDraft, CaptureDraft or None),
    similar_requested(SourceDraft), add_capture_requested(id, CaptureDraft), add_file_requested(id or None),
    save_capture_requested(capture), remove_capture_requested(capture), read_requested(capture or None),
    take_text_requested(capture), confirm_requested,
    incident_requested, words_requested(citation), source_requested, delete_requested(ids), close_requested.
    """

    patch_requested = Signal(int, int, object, str)
    create_requested = Signal(object, object)
    similar_requested = Signal(object)
    add_capture_requested = Signal(int, object)
    add_file_requested = Signal(object)
    save_capture_requested = Signal(int)
    remove_capture_requested = Signal(int)
    confirm_requested = Signal()
    take_text_requested = Signal(int)
    read_requested = Signal(object)
    incident_requested = Signal(int)
    words_requested = Signal(int)
    source_requested = Signal(int)
    delete_requested = Signal(list)
    close_requested = Signal()

    def __init__(self, loaders: SourceLoaders, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._opener = LinkOpener(notices, self)
        self._held: CaptureDraft | None = None
        self._header = EditorHeader(self)
        self._similar = SimilarBox(self)
        self._confirm = ConfirmBox(self)
        self._form = SourceForm(loaders, self)
        self._saver = SourceSaver(self._form)
        self._captures = CapturesSection(self)
        self._cited_by = CitedBySection(self)
        self._build()
        self._connect()
        self.show_nothing()

    def _build(self) -> None:
        inside = QFrame()
        inside.setProperty("surface", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(PAD_PANE, GAP_16, PAD_PANE, PAD_PANE)
        column.setSpacing(GAP_16)
        for part in (self._similar, self._confirm, self._form, self._captures, self._cited_by):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._note = EditorNote(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        saver, captures = self._saver, self._captures
        saver.patch_requested.connect(self.patch_requested)
        saver.draft_completed.connect(self._on_draft_completed)
        saver.identity_edited.connect(self.similar_requested)
        self._form.unconfirmed_changed.connect(self._confirm.show_count)
        self._confirm.confirm_requested.connect(self.confirm_requested)
        self._form.type_chosen.connect(self._header.show_type)
        self._form.open_requested.connect(self._opener.ask_and_open)
        self._form.source_requested.connect(self.source_requested)
        self._similar.source_requested.connect(self.source_requested)
        captures.capture_pasted.connect(self._on_capture_pasted)
        captures.file_requested.connect(self._on_file_requested)
        captures.save_requested.connect(self.save_capture_requested)
        captures.remove_requested.connect(self.remove_capture_requested)
        captures.take_text_requested.connect(self.take_text_requested)
        captures.read_requested.connect(self.read_requested)
        self._header.read_requested.connect(self.read_requested)
        self._cited_by.words_requested.connect(self.words_requested)
        self._cited_by.incident_requested.connect(self.incident_requested)
        for box in (self._similar, self._confirm):
            box.set_anchor(self._header.last_stop())
        self._header.delete_requested.connect(self.delete_requested)
        self._header.close_requested.connect(self.close_requested)

    def load(self, card: SourceCard) -> None:
        """Show a source. The one that is shown already keeps what is being typed; the one just made does too."""
        if card.id != self._saver.source_id:
            if not self._saver.is_new:
                self._similar.show_similar(())
                self._scroll.verticalScrollBar().setValue(0)
            self._held = None
        self._saver.load(card)
        self._form.show_unconfirmed(card.unconfirmed)
        self._captures.show_captures(card.captures)
        self._cited_by.show_lines(card.cited_by)
        self._cited_by.show()
        self._header.show_source(card)
        self._stack.setCurrentWidget(self._scroll)

    def load_blank(
        self, draft: SourceDraft | None = None, capture: CaptureDraft | None = None, *, saves_itself: bool = True
    ) -> None:
        """Show a source that does not exist yet; it is made as soon as it has a title, or by `complete`."""
        self._saver.load_blank(draft, saves_itself=saves_itself)
        self._form.show_unconfirmed(())
        self._held = capture
        self._similar.show_similar(())
        self._captures.show_captures((), capture)
        self._cited_by.show_lines(())
        self._cited_by.hide()
        self._header.show_new(saves_itself=saves_itself)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._scroll)
        self.focus_title()

    def hold_capture(self, capture: CaptureDraft) -> None:
        """Keep a copy for the new source that has no title yet."""
        self._held = capture
        self._captures.show_captures((), capture)
        self._saver.touch_blank()

    def show_nothing(self, selected: int = 0) -> None:
        """Show no source; say how many are selected, where they are several."""
        many = self.tr("{count} sources selected. Del moves them to the bin.").format(count=selected)
        self._saver.unload()
        self._held = None
        self._note.say(many if selected else self.tr("Select a source to see it here."))
        self._header.show_nothing()
        self._stack.setCurrentWidget(self._note)

    def source_id(self) -> int | None:
        """The source that is shown; None for none and for one that does not exist yet."""
        return self._saver.source_id

    def show_similar(self, rows: Sequence[SourceRow]) -> None:
        """Name the other sources that look like this one."""
        own = self.source_id()
        self._similar.show_similar([row for row in rows if row.id != own])

    def names_similar(self) -> bool:
        """Whether sources that look like this one are named."""
        return self.source_id() is not None and not self._similar.isHidden()

    def flush(self) -> None:
        """Save now what waits to be saved."""
        self._saver.flush()

    def complete(self) -> None:
        """Wish the new source made, or say what it still needs."""
        self._saver.complete()

    def mark_saved(self, version: int) -> None:
        """The last patch was stored."""
        self._saver.mark_saved(version)

    def mark_failed(self) -> None:
        """The last patch or draft was not stored; it stays to be saved again."""
        self._saver.mark_failed()

    def set_read_only(self, read_only: bool) -> None:
        self._form.set_read_only(read_only)
        self._confirm.set_read_only(read_only)
        self._captures.set_read_only(read_only)
        self._header.set_read_only(read_only)

    def focus_title(self) -> None:
        self._form.focus_title()
        self._scroll.ensureWidgetVisible(self._form.focusWidget() or self._form)

    def _on_draft_completed(self, draft: SourceDraft) -> None:
        self.create_requested.emit(draft, self._held)

    def _on_capture_pasted(self, capture: CaptureDraft) -> None:
        self._saver.flush()
        source_id = self.source_id()
        if source_id is None:
            self.hold_capture(capture)
        else:
            self.add_capture_requested.emit(source_id, capture)

    def _on_file_requested(self) -> None:
        self._saver.flush()
        self.add_file_requested.emit(self.source_id())
