"""Answers wishes about sources: list, write, edit, delete."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.edits import FieldEdit
from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from gui.controllers.shown_later import ShownLater
from gui.sources.sources_panel import Mode, SourcesPanel
from models.changes import ChangeSet, RecordKind
from models.drafts import CaptureDraft, SourceDraft, SourcePatch
from services.progress import WorkProgress
from services.project import Project
from services.source_cards import get_source
from services.sources import (
    add_source,
    confirm_source,
    delete_sources,
    edit_source,
    find_similar_sources,
    list_source_ids,
)

_ON_CARD = (RecordKind.SOURCE, RecordKind.CREATOR, RecordKind.CAPTURE, RecordKind.CITATION, RecordKind.INCIDENT)


class SourceController(QObject):
    """Joins the list of sources and the editor beside it."""

    source_shown = Signal()
    """The sources are wanted on screen."""
    sources_deleted = Signal(int)
    """Payload: how many went to the bin."""

    def __init__(self, session: Session, panel: SourcesPanel, counts: CountsKeeper, long_work: LongWork) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._panel = panel
        self._list = panel.source_list
        self._editor = panel.editor
        self._counts = counts
        self._listing = ShownLater(panel, self._relist)
        session.project_opened.connect(self._on_project_opened)
        session.project_closed.connect(self._on_project_closed)
        session.project_closing.connect(self._editor.show_nothing)
        session.project_changed.connect(self._on_project_changed)
        session.flush_requested.connect(self._editor.flush)
        self._connect_list()
        self._connect_editor()

    def _connect_list(self) -> None:
        self._list.source_selected.connect(self._on_source_selected)
        self._list.selection_changed.connect(self._on_selection_changed)
        self._list.source_opened.connect(self._on_source_opened)
        self._list.new_source_requested.connect(self.start_new)
        self._list.delete_requested.connect(self.delete)
        self._list.search_changed.connect(self._relist)
        self._list.order_changed.connect(self._relist)

    def _connect_editor(self) -> None:
        self._editor.patch_requested.connect(self._on_patch_requested)
        self._editor.create_requested.connect(self._on_create_requested)
        self._editor.similar_requested.connect(self._on_similar_requested)
        self._editor.source_requested.connect(self.reveal)
        self._editor.confirm_requested.connect(self.confirm)
        self._editor.delete_requested.connect(self.delete)
        self._editor.close_requested.connect(self._list.focus_list)

    def start_new(self) -> None:
        """Show a blank source with the focus in its title; it is stored as soon as it has one."""
        if self._session.is_writable:
            self._session.flush()
            self._panel.set_mode(Mode.DETAILS)
            self.source_shown.emit()
            self._list.select(None)
            self._editor.load_blank()

    def reveal(self, source_id: int) -> None:
        """Select a source and show it."""
        self._session.flush()
        self.source_shown.emit()
        self._list.select(source_id)
        if self._list.current_id() != source_id:
            self._list.clear_filter()
            self._relist()
            self._list.select(source_id)
        if self._editor.source_id() != source_id:
            self._show(source_id)

    def add(self, draft: SourceDraft, capture: CaptureDraft | None) -> int | None:
        """Store a source that is complete already, and show it; its id, None where it was refused."""
        new_id = self._session.change(
            lambda project: add_source(project, draft, capture=capture, initiator=self), draft=draft
        )
        if new_id is not None:
            self.reveal(new_id)
            self._on_similar_requested(draft)
        return new_id

    def confirm(self) -> None:
        """Say that somebody has looked at every field that was read from a file."""
        self._session.flush()
        shown = self._editor.source_id()
        if shown is not None and self._session.is_writable:
            self._session.change(lambda project: confirm_source(project, shown, initiator=self))

    def _on_project_opened(self) -> None:
        self._list.set_read_only(not self._session.is_writable)
        self._editor.set_read_only(not self._session.is_writable)
        self._editor.show_nothing()
        self._listing.ask()

    def _on_project_closed(self) -> None:
        self._list.show_ids((), total=0)

    def _relist(self, _what: object = None) -> None:
        if not self._session.is_open:
            return
        text, order = self._list.text(), self._list.order()
        ids = self._session.read(lambda project: list_source_ids(project, text=text, order=order))
        if ids is not None:
            self._list.show_ids(ids, total=self._counts.counts.sources)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*_ON_CARD):
            return
        if changes.touches(RecordKind.SOURCE):
            self._listing.ask()
        self._list.refresh_rows(changes.ids(RecordKind.SOURCE))
        shown = self._editor.source_id()
        if shown is not None and not isinstance(changes.initiator, FieldEdit):
            self._show(shown)

    def _on_source_selected(self, source_id: object) -> None:
        self._session.flush()
        if isinstance(source_id, int):
            self._show(source_id)
        elif self._editor.source_id() is not None:
            self._editor.show_nothing()

    def _on_selection_changed(self, ids: Sequence[int]) -> None:
        if len(ids) > 1:
            self._session.flush()
            self._editor.show_nothing(len(ids))

    def _on_source_opened(self, source_id: int) -> None:
        self._panel.set_mode(Mode.DETAILS)
        self._show(source_id)
        self._editor.focus_title()

    def _show(self, source_id: int) -> None:
        card = self._session.find(lambda project: get_source(project, source_id))
        if card is not None and card.deleted_at is None:
            self._editor.load(card)
        else:
            self._editor.show_nothing()

    def _on_create_requested(self, draft: SourceDraft, capture: object) -> None:
        kept = capture if isinstance(capture, CaptureDraft) else None
        new_id = self._session.change(
            lambda project: add_source(project, draft, capture=kept, initiator=self), draft=draft
        )
        if new_id is None:
            self._editor.mark_failed()
            return
        self._show(new_id)
        self._list.select(new_id)

    def _on_patch_requested(self, source_id: int, version: int, patch: SourcePatch, burst: str) -> None:
        edit = FieldEdit(frozenset(patch.given()))
        new_version = self._session.change(
            lambda project: edit_source(project, source_id, patch, version=version, burst=burst, initiator=edit),
            draft=patch,
        )
        if new_version is not None:
            self._editor.mark_saved(new_version)
        elif self._session.has_unsaved:
            self._editor.mark_failed()
        else:
            self._show(source_id)

    def _on_similar_requested(self, draft: SourceDraft) -> None:
        self._editor.show_similar(self._session.read(lambda project: find_similar_sources(project, draft)) or ())

    def delete(self, ids: Sequence[int]) -> None:
        """Move sources to the bin."""
        if ids and self._session.is_writable:

            def delete(project: Project, progress: WorkProgress) -> None:
                delete_sources(project, ids, initiator=self, progress=progress)

            def tell() -> None:
                self.sources_deleted.emit(len(ids))

            title = self.tr("Moving {count} sources to the bin").replace("{count}", f"{len(ids):,}")
            self._long_work.change(len(ids), delete, tell, title=title)
