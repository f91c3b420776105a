"""Makes citations and incidents of the words that are selected in the reader."""

from PySide6.QtCore import QObject

from gui.controllers.incident_controller import IncidentController
from gui.controllers.project_reader import ProjectReader
from gui.controllers.reader_controller import ReaderController
from gui.controllers.session import Session
from gui.fields.incident_dialog import IncidentDialog
from gui.reader.reader_pane import ReaderPane
from gui.reader.selection import ReaderSelection
from gui.shell.status_line import StatusLine
from gui.shell.status_notice import UNDO
from gui.texts.changes import shorten
from models.drafts import CitationDraft, IncidentDraft
from models.enums import Status
from services.citations import add_citation
from services.cited_words import add_cited_incident
from services.incident_cards import get_incident

SHOW = "show-quoted"
_TITLE = 60


class QuoteController(QObject):
    """Words are cited in the incident that was used last: selected, made, accepted, or attached to."""

    def __init__(
        self,
        session: Session,
        pane: ReaderPane,
        reader: ReaderController,
        incidents: IncidentController,
        loaders: ProjectReader,
        status: StatusLine,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._reader = reader
        self._incidents = incidents
        self._loaders = loaders
        self._status = status
        self._target: int | None = None
        self._waiting: ReaderSelection | None = None
        self._quoted: int | None = None
        session.project_closed.connect(self._on_project_closed)
        pane.cite_requested.connect(self.cite)
        pane.new_incident_requested.connect(self.make_incident)
        status.notice_pressed.connect(self._on_notice_pressed)

    def use(self, incident_id: int) -> None:
        """Words are cited in this incident from now on."""
        self._target = incident_id

    def cite_selected(self) -> None:
        """Cite the words that are selected, or say how that is done."""
        selected = self._pane.selection()
        if selected is None:
            self._status.show_notice(self.tr("Select words of the text, then press C."))
        else:
            self.cite(selected)

    def take_selected(self) -> bool:
        """Make an incident of the words that are selected; False where there are none."""
        selected = self._pane.selection() if self._reader.is_reading else None
        if selected is not None:
            self.make_incident(selected)
        return selected is not None

    def cite(self, selected: ReaderSelection) -> None:
        """Cite words in the incident that was used last; ask where there is none."""
        if not self._session.is_writable or self._draft(selected) is None:
            return
        target = self._target
        card = None if target is None else self._session.find(lambda project: get_incident(project, target))
        if card is not None and card.deleted_at is None:
            self._cite_in(card.id, selected)
            return
        self._waiting = selected
        dialog = IncidentDialog(self.tr("Cite in which incident?"), self._loaders.find_incidents, self._session.window)
        dialog.incident_chosen.connect(self._on_incident_chosen)
        dialog.open()

    def _on_incident_chosen(self, incident_id: int) -> None:
        selected, self._waiting = self._waiting, None
        if selected is not None and self._session.is_writable:
            self._cite_in(incident_id, selected)

    def _cite_in(self, incident_id: int, selected: ReaderSelection) -> None:
        draft = self._draft(selected)
        self._session.flush()
        if draft is None or not self._session.succeeds(
            lambda project: add_citation(project, incident_id, draft, initiator=self)
        ):
            return
        self.use(incident_id)
        self._tell(incident_id, self.tr("Cited in “{title}”."))

    def make_incident(self, selected: ReaderSelection) -> None:
        """Make an incident of words, which cites them."""
        citation = self._draft(selected)
        if not self._session.is_writable or citation is None:
            return
        draft = IncidentDraft(title=selected.title, date=selected.date, status=Status.REPORTED)
        self._session.flush()
        new_id = self._session.change(
            lambda project: add_cited_incident(project, draft, citation, initiator=self), draft=draft
        )
        if new_id is not None:
            self.use(new_id)
            self._tell(new_id, self.tr("New incident “{title}”."))

    def _draft(self, selected: ReaderSelection) -> CitationDraft | None:
        """The citation of words that stand in the text on screen."""
        reading = self._reader.reading
        if reading is None or reading.capture.id != selected.passage.capture_id:
            return None
        return CitationDraft(
            source_id=reading.source.id,
            locator_label=selected.label,
            locator=selected.locator,
            quote=selected.quote,
            passage=selected.passage,
        )

    def _tell(self, incident_id: int, words: str) -> None:
        card = self._session.find(lambda project: get_incident(project, incident_id))
        if card is not None:
            self._quoted = incident_id
            said = words.replace("{title}", shorten(card.title, _TITLE))
            self._status.show_notice(said, (UNDO, self.tr("Undo")), (SHOW, self.tr("Show")))

    def _on_notice_pressed(self, key: str) -> None:
        if key == SHOW and self._quoted is not None and self._session.is_open:
            self._incidents.reveal(self._quoted)

    def _on_project_closed(self) -> None:
        self._target = self._quoted = self._waiting = None
