"""Answers wishes about incidents: select, write, edit, mark, order, delete, one or many at once."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from gui.actions import Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.edits import FieldEdit
from gui.controllers.long_work import LongWork
from gui.controllers.place_keeper import PlaceKeeper
from gui.controllers.session import Session
from gui.inspector.incident_inspector import IncidentInspector
from models.changes import ChangeSet, RecordKind
from models.drafts import IncidentDraft, IncidentPatch, RoleDraft
from models.enums import Status
from models.snapshots import IncidentCard, ProjectCounts
from services.chronology import get_rows
from services.entities import list_names
from services.incident_cards import get_incident
from services.incidents import add_incident, delete_incidents, edit_incident, edit_incidents
from services.progress import WorkProgress
from services.project import Project

# What a card names besides its own record; a change to any of them may be on screen.
_ON_CARD = (RecordKind.CITATION, RecordKind.LINK, RecordKind.SOURCE, RecordKind.TAG, RecordKind.ENTITY)
MARK = re.compile(r"\[\^\d+\]")


class IncidentController(QObject):
    """Joins the list and the inspector."""

    incident_shown = Signal()
    """The chronology is wanted on screen, with its inspector."""
    incident_revealed = Signal(int)
    """Payload: the incident that is wanted in view, on whatever page shows incidents."""
    incidents_deleted = Signal(int)
    """Payload: how many went to the bin."""

    def __init__(
        self,
        session: Session,
        panel: ChronologyPanel,
        inspector: IncidentInspector,
        chronology: ChronologyController,
        counts: CountsKeeper,
        actions: Actions,
        long_work: LongWork,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._panel = panel
        self._inspector = inspector
        self._chronology = chronology
        self._counts = counts
        self._actions = actions
        self._places = PlaceKeeper(panel, inspector, chronology)
        self._tags: dict[str, int] = {}
        self._is_adding = False
        self._connect_session()
        self._connect_panes()

    def _connect_session(self) -> None:
        self._session.project_opened.connect(self._on_project_opened)
        # While the file is still there: what could not be stored is tried a last time.
        self._session.project_closing.connect(self._inspector.load_none)
        self._session.project_changed.connect(self._on_project_changed)
        self._session.flush_requested.connect(self._inspector.flush)
        self._counts.counts_changed.connect(self._on_counts_changed)

    def _connect_panes(self) -> None:
        self._panel.selection_changed.connect(self._on_selection_changed)
        self._panel.delete_requested.connect(self.delete)
        self._panel.edit_incidents_requested.connect(self.edit_many)
        self._panel.mark_requested.connect(self.mark)
        self._inspector.incident_patched.connect(self._on_incident_patched)
        self._inspector.incident_drafted.connect(self._on_incident_drafted)
        self._inspector.incidents_patched.connect(self._on_incidents_patched)
        self._inspector.incident_requested.connect(self.reveal)
        self._inspector.delete_requested.connect(self._on_delete_requested)
        self._inspector.duplicate_requested.connect(self._on_duplicate_requested)

    def start_new(self) -> None:
        """Show a blank incident with the focus in its title; it is stored as soon as it has one."""
        self.start_with({})

    def start_with(self, given: Mapping[str, object]) -> None:
        """The same with fields that are known already, by their names in the draft."""
        if not self._session.is_writable:
            return
        self._session.flush()
        self.incident_shown.emit()
        self._is_adding = True
        self._panel.select(None)
        self._inspector.load_blank(given)
        self._is_adding = False

    def reveal(self, incident_id: int) -> None:
        """Select an incident and show it."""
        self._session.flush()
        self.incident_shown.emit()
        self._chronology.reveal(incident_id)
        self.incident_revealed.emit(incident_id)

    def _on_project_opened(self) -> None:
        self._inspector.set_read_only(not self._session.is_writable)
        self._refresh_names()
        self._on_counts_changed(self._counts.counts)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.ENTITY):
            self._refresh_names()
        shown = self._inspector.incident_id()
        if shown is None or isinstance(changes.initiator, FieldEdit):
            return
        if shown in changes.ids(RecordKind.INCIDENT) or changes.touches(*_ON_CARD):
            self._show(shown)

    def _refresh_names(self) -> None:
        self._inspector.pages.set_names(self._session.read(list_names) or ())

    def _on_counts_changed(self, counts: ProjectCounts) -> None:
        tags = {tag.name: tag.colour for tag in counts.tags}
        if tags != self._tags:  # most changes only change how many incidents carry each
            self._tags = tags
            self._inspector.pages.set_tags(tags)
        self._actions.update_needs(incident=self._inspector.incident_id() is not None)

    def _on_selection_changed(self, ids: Sequence[int]) -> None:
        if self._is_adding:
            return
        if len(ids) == 1:
            self._show(ids[0])
        elif ids:
            self._session.flush()
            self._inspector.load_many(len(ids))
        else:
            self._session.flush()
            self._inspector.load_none()
        self._actions.update_needs(incident=bool(ids))

    def _show(self, incident_id: int) -> None:
        if self._inspector.incident_id() != incident_id:
            self._session.flush()
        card = self._session.find(lambda project: get_incident(project, incident_id))
        if card is not None and card.deleted_at is None:
            self._inspector.load(card, self._places.of(incident_id))

    def _on_incident_drafted(self, draft: IncidentDraft) -> None:
        new_id = self._session.change(lambda project: add_incident(project, draft, initiator=self), draft=draft)
        if new_id is None:
            self._inspector.mark_failed()
            return
        self._show(new_id)
        self._chronology.reveal(new_id)
        self.incident_revealed.emit(new_id)

    def _on_incident_patched(self, incident_id: int, version: int, patch: IncidentPatch, burst: str) -> None:
        edit = FieldEdit(frozenset(patch.given()))
        new_version = self._session.change(
            lambda project: edit_incident(project, incident_id, patch, version=version, burst=burst, initiator=edit),
            draft=patch,
        )
        if new_version is not None:
            self._inspector.mark_saved(new_version)
        elif self._session.has_unsaved:
            self._inspector.mark_failed()
        else:
            self._show(incident_id)

    def _on_incidents_patched(self, patch: IncidentPatch) -> None:
        self.edit_many(self._panel.selected_ids(), patch)

    def edit_many(self, ids: Sequence[int], patch: IncidentPatch) -> None:
        """Change several incidents as one change."""
        if ids:

            def edit(project: Project, progress: WorkProgress) -> None:
                edit_incidents(project, ids, patch, initiator=self, progress=progress)

            title = self.tr("Changing {count} incidents").replace("{count}", f"{len(ids):,}")
            self._long_work.change(len(ids), edit, title=title, draft=patch)

    def mark(self, ids: Sequence[int]) -> None:
        """Mark these as key, or unmark them where all are marked."""
        rows = self._session.read(lambda project: get_rows(project, ids)) or ()
        if rows:
            self.edit_many(ids, IncidentPatch(marked=not all(row.marked for row in rows)))

    def delete(self, ids: Sequence[int]) -> None:
        """Move incidents to the bin."""
        if ids and self._session.is_writable:

            def delete(project: Project, progress: WorkProgress) -> None:
                delete_incidents(project, ids, initiator=self, progress=progress)

            def tell() -> None:
                self.incidents_deleted.emit(len(ids))

            title = self.tr("Moving {count} incidents to the bin").replace("{count}", f"{len(ids):,}")
            self._long_work.change(len(ids), delete, tell, title=title)

    def _on_delete_requested(self, incident_id: int) -> None:
        self.delete([incident_id])

    def _on_duplicate_requested(self, incident_id: int) -> None:
        card = self._session.read(lambda project: get_incident(project, incident_id))
        if card is not None:
            draft = duplicate_of(card)
            new_id = self._session.change(lambda project: add_incident(project, draft, initiator=self))
            if new_id is not None:
                self.reveal(new_id)


def duplicate_of(card: IncidentCard) -> IncidentDraft:
    """A new incident like this one, without its citations and links: those say that a source was read."""
    return IncidentDraft(
        title=card.title,
        body=MARK.sub("", card.body),
        note=card.note,
        date=card.date,
        status=Status.UNVERIFIED,
        place=card.place,
        tags=tuple(tag.name for tag in card.tags),
        roles=tuple(RoleDraft(kind=line.kind, name=line.name, role=line.role) for line in card.roles),
    )
