"""Answers wishes about links between incidents, through their dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.controllers.project_reader import ProjectReader
from gui.controllers.session import Session
from gui.inspector.incident_inspector import IncidentInspector
from gui.inspector.link_editor import LinkEditor
from models.drafts import LinkDraft
from models.enums import LinkKind
from models.snapshots import IncidentCard, LinkLine
from services.incident_cards import get_incident
from services.links import add_link, edit_link, remove_links


class LinkController(QObject):
    """A link is made from the incident that is shown to another one."""

    def __init__(self, session: Session, inspector: IncidentInspector, reader: ProjectReader) -> None:
        super().__init__(session)
        self._session = session
        self._inspector = inspector
        self._reader = reader
        self._editor: LinkEditor | None = None
        inspector.add_link_requested.connect(self.link)
        inspector.edit_link_requested.connect(self._edit_link)
        inspector.remove_links_requested.connect(self._remove_links)

    def link(self, incident_id: int) -> None:
        """Ask which other incident this one is linked to, and how."""
        self._session.flush()
        card = self._session.find(lambda project: get_incident(project, incident_id))
        if card is not None and self._session.is_writable:
            self._open_link(card, None)

    def _edit_link(self, link_id: int) -> None:
        shown = self._inspector.incident_id()
        card = None if shown is None else self._session.find(lambda project: get_incident(project, shown))
        line = next((line for line in card.links if line.id == link_id), None) if card else None
        if card is not None and line is not None:
            self._open_link(card, line)

    def _open_link(self, card: IncidentCard, line: LinkLine | None) -> None:
        editor = LinkEditor(card, self._reader.find_incidents, line=line, parent=self._session.window)
        editor.link_drafted.connect(self._on_link_drafted)
        editor.link_edited.connect(self._on_link_edited)
        editor.destroyed.connect(self._on_editor_destroyed)
        self._editor = editor
        editor.open()

    def _on_editor_destroyed(self) -> None:
        self._editor = None

    def _on_link_drafted(self, draft: LinkDraft) -> None:
        self._keep_refused(self._session.change(lambda project: add_link(project, draft, initiator=self), draft=draft))

    def _on_link_edited(self, link_id: int, kind: LinkKind, note: str) -> None:
        self._keep_refused(
            self._session.change(lambda project: edit_link(project, link_id, kind=kind, note=note, initiator=self))
        )

    def _keep_refused(self, stored: int | None) -> None:
        if stored is None and self._editor is not None:
            self._editor.refuse()

    def _remove_links(self, ids: Sequence[int]) -> None:
        self._session.change(lambda project: remove_links(project, ids, initiator=self))
