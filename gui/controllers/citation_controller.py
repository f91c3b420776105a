"""Answers wishes about the citations of an incident, through their dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dates import DateKind, UncertainDate
from gui.controllers.project_reader import ProjectReader
from gui.controllers.session import Session
from gui.inspector.citation_editor import CitationEditor
from gui.inspector.incident_inspector import IncidentInspector
from gui.sources.source_dialog import SourceDialog
from models.drafts import CaptureDraft, CitationDraft, CitationPatch, IncidentPatch, SourceDraft
from models.snapshots import IncidentCard
from services.citations import add_citation, edit_citation, move_citation, remove_citations
from services.incident_cards import get_incident
from services.incidents import edit_incident
from services.settling import Settling, settle_date
from services.sources import add_source, find_similar_sources


class CitationController(QObject):
    """Opens one dialog at a time over the window."""

    source_requested = Signal(int)

    def __init__(self, session: Session, inspector: IncidentInspector, reader: ProjectReader) -> None:
        super().__init__(session)
        self._session = session
        self._window: QWidget = session.window
        self._inspector = inspector
        self._reader = reader
        self._editor: CitationEditor | None = None
        self._new_source: SourceDialog | None = None
        inspector.add_citation_requested.connect(self.cite)
        inspector.edit_citation_requested.connect(self._edit_citation)
        inspector.remove_citations_requested.connect(self._remove_citations)
        inspector.move_citation_requested.connect(self._move_citation)
        inspector.settle_requested.connect(self._settle)
        inspector.source_requested.connect(self.source_requested)

    def cite(self, incident_id: int, offset: object = None) -> None:
        """Ask which source says so, and where; the mark goes to `offset` of the body, or to its end."""
        if self._session.is_writable:
            self._session.flush()
            place = offset if isinstance(offset, int) else None
            card = self._session.find(lambda project: get_incident(project, incident_id))
            undated = card is not None and card.date.kind is DateKind.UNDATED
            loaders = self._reader.citation_loaders()
            self._open(CitationEditor(incident_id, loaders, offset=place, undated=undated, parent=self._window))

    def _edit_citation(self, citation_id: int) -> None:
        self._session.flush()
        card = self._shown()
        line = next((line for line in card.citations if line.id == citation_id), None) if card else None
        if line is not None:
            editor = CitationEditor(line.incident_id, self._reader.citation_loaders(), line=line, parent=self._window)
            if not self._session.is_writable:
                editor.set_read_only()
            self._open(editor)

    def _open(self, editor: CitationEditor) -> None:
        editor.citation_drafted.connect(self._on_citation_drafted)
        editor.citation_patched.connect(self._on_citation_patched)
        editor.incident_dated.connect(self._on_incident_dated)
        editor.new_source_requested.connect(self._on_new_source_requested)
        editor.destroyed.connect(self._on_editor_destroyed)
        self._editor = editor
        editor.open()

    def _on_editor_destroyed(self) -> None:
        self._editor = None

    def _shown(self) -> IncidentCard | None:
        shown = self._inspector.incident_id()
        return None if shown is None else self._session.find(lambda project: get_incident(project, shown))

    def _on_citation_drafted(self, incident_id: int, draft: CitationDraft, placed_at: object) -> None:
        place = placed_at if isinstance(placed_at, int) else None
        stored = self._session.change(
            lambda project: add_citation(project, incident_id, draft, placed_at=place, initiator=self), draft=draft
        )
        self._keep_refused(stored)

    def _on_citation_patched(self, citation_id: int, version: int, patch: CitationPatch) -> None:
        stored = self._session.change(
            lambda project: edit_citation(project, citation_id, patch, version=version, initiator=self), draft=patch
        )
        self._keep_refused(stored)

    def _on_incident_dated(self, incident_id: int, date: UncertainDate) -> None:
        patch = IncidentPatch(date=date)
        self._session.change(lambda project: edit_incident(project, incident_id, patch, initiator=self), draft=patch)

    def _keep_refused(self, stored: int | None) -> None:
        if stored is None and self._editor is not None:
            self._editor.refuse()

    def _on_new_source_requested(self) -> None:
        parent = self._editor or self._window
        self._new_source = SourceDialog(self._reader.source_loaders(), self._session.notices, parent)
        self._new_source.create_requested.connect(self._on_create_requested)
        self._new_source.similar_requested.connect(self._on_similar_requested)
        self._new_source.source_chosen.connect(self._on_source_chosen)
        self._new_source.destroyed.connect(self._on_new_source_destroyed)
        self._new_source.open()

    def _on_new_source_destroyed(self) -> None:
        self._new_source = None

    def _on_create_requested(self, draft: SourceDraft, capture: object) -> None:
        kept = capture if isinstance(capture, CaptureDraft) else None
        source_id = self._session.change(
            lambda project: add_source(project, draft, capture=kept, initiator=self), draft=draft
        )
        if source_id is not None:
            self._on_source_chosen(source_id)
        elif self._new_source is not None:
            self._new_source.mark_failed()

    def _on_similar_requested(self, draft: SourceDraft) -> None:
        if self._new_source is not None:
            self._new_source.show_similar(
                self._session.read(lambda project: find_similar_sources(project, draft)) or ()
            )

    def _on_source_chosen(self, source_id: int) -> None:
        """The new one, or one of the similar ones that were there already."""
        if self._editor is not None:
            self._editor.choose_source(source_id)
        if self._new_source is not None:
            self._new_source.accept()

    def _remove_citations(self, ids: Sequence[int]) -> None:
        self._session.flush()
        self._session.change(lambda project: remove_citations(project, ids, initiator=self))

    def _move_citation(self, citation_id: int, up: bool) -> None:
        self._session.change(lambda project: move_citation(project, citation_id, up=up, initiator=self))

    def _settle(self, citation_id: int, way: Settling) -> None:
        self._session.flush()
        self._session.change(lambda project: settle_date(project, citation_id, way, initiator=self))
