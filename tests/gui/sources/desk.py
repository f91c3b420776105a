"""A small desk: answers the wishes of the source editor with the real services, as the shell does."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.sources.loaders import SourceLoaders
from gui.sources.source_editor import SourceEditor
from models.drafts import CaptureDraft, SourceDraft, SourcePatch
from models.errors import UserFacingError
from models.snapshots import SourceCard, SourceOrder, SourceRow
from services.captures import add_capture, remove_capture
from services.project import Project
from services.sources import add_source, edit_source, find_similar_sources, get_source, get_source_rows, list_source_ids


class ProjectLoaders:
    """Reads from one project and counts how often rows were asked for."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.fetches = 0

    def fetch_rows(self, ids: Sequence[int]) -> tuple[SourceRow, ...]:
        self.fetches += 1
        return get_source_rows(self._project, ids)

    def list_ids(self, text: str, order: SourceOrder) -> "array[int]":
        return list_source_ids(self._project, text=text, order=order)

    def loaders(self) -> SourceLoaders:
        return SourceLoaders(self.fetch_rows, self.list_ids)


class Desk(QObject):
    """Keeps the patches it stored; `refuses` makes it fail."""

    def __init__(self, project: Project, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._project = project
        self._editor = editor
        self.refuses = False
        self.patches: list[SourcePatch] = []
        self.drafts: list[SourceDraft] = []
        editor.patch_requested.connect(self._on_patch_requested)
        editor.create_requested.connect(self._on_create_requested)
        editor.similar_requested.connect(self._on_similar_requested)
        editor.add_capture_requested.connect(self._on_add_capture_requested)
        editor.remove_capture_requested.connect(self._on_remove_capture_requested)

    def card(self) -> SourceCard:
        """The source in the editor as it is stored."""
        source_id = self._editor.source_id()
        assert source_id is not None
        return get_source(self._project, source_id)

    def _on_patch_requested(self, source_id: int, version: int, patch: SourcePatch, burst: str) -> None:
        if self.refuses:
            self._editor.mark_failed()
            return
        try:
            stored = edit_source(self._project, source_id, patch, version=version, burst=burst)
        except UserFacingError:
            self._editor.mark_failed()
            raise
        self.patches.append(patch)
        self._editor.mark_saved(stored)

    def _on_create_requested(self, draft: SourceDraft, capture: CaptureDraft | None) -> None:
        if self.refuses:
            self._editor.mark_failed()
            return
        self.drafts.append(draft)
        self._editor.load(get_source(self._project, add_source(self._project, draft, capture=capture)))

    def _on_similar_requested(self, draft: SourceDraft) -> None:
        self._editor.show_similar(find_similar_sources(self._project, draft))

    def _on_add_capture_requested(self, source_id: int, capture: CaptureDraft) -> None:
        add_capture(self._project, source_id, capture)
        self._editor.load(get_source(self._project, source_id))

    def _on_remove_capture_requested(self, capture_id: int) -> None:
        remove_capture(self._project, capture_id)
        self._editor.load(self.card())
