"""From a citation to its words in the text, and from words to their incident; Esc goes back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.incident_controller import IncidentController
from gui.controllers.reader_controller import ReaderController
from gui.controllers.session import Session
from gui.controllers.way_back import WayBack
from gui.reader.reader_pane import ReaderPane
from gui.shell.status_line import StatusLine
from gui.shell.workbench import Workbench
from models.proposals import ProposedIncident
from models.reading import PassageState, Reading
from services.cited_words import CitedWords, get_cited_words, list_cited_words

NEXT = "next-words"


class WordsController(QObject):
    """Jumps between incidents and texts."""

    def __init__(
        self,
        session: Session,
        pane: ReaderPane,
        reader: ReaderController,
        incidents: IncidentController,
        way: WayBack,
        workbench: Workbench,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._pane = pane
        self._reader = reader
        self._incidents = incidents
        self._way = way
        self._workbench = workbench
        self._status: StatusLine = workbench.status_line
        self._places: Sequence[CitedWords] = ()
        self._place = 0
        pane.passage_opened.connect(self._on_passage_opened)
        self._status.notice_pressed.connect(self._on_notice_pressed)

    def attach(self, panel: ChronologyPanel, actions: Actions) -> None:
        """Answer Space in the chronology, and the action of the same name."""
        self._panel = panel
        panel.words_requested.connect(self.show_incident)
        actions[ActionId.SHOW_WORDS].triggered.connect(self._show_selected)

    def _show_selected(self) -> None:
        shown = self._panel.current_id()
        if shown is not None and self._workbench.page.selects_incidents:
            self.show_incident(shown)

    def show_incident(self, incident_id: int) -> None:
        """Show the words of an incident's citations, one after the other; first those that are marked in a text."""
        found = self._session.read(lambda project: list_cited_words(project, incident_id)) or ()
        self._places = sorted(found, key=lambda words: words.capture_id is None)
        if not self._places:
            self._status.show_notice(self.tr("This incident has no citation yet. C adds one."))
            return
        self._place = 0
        self._jump(self._places[0])

    def show_citation(self, citation_id: int) -> None:
        """Show the words of one citation."""
        words = self._session.find(lambda project: get_cited_words(project, citation_id))
        if words is not None:
            self._places = ()
            self._jump(words)

    def show_proposal(self, proposed: ProposedIncident) -> None:
        """Show the words of a proposed incident."""
        origin = proposed.origin
        self._way.remember()
        self._reader.read(origin.source_id, origin.capture_id)
        self._pane.show_span(origin.start, origin.end)

    def show_place(self, source_id: int, capture_id: int, start: int, end: int) -> None:
        """Show words of a preserved copy."""
        self._way.remember()
        self._reader.read(source_id, capture_id)
        self._pane.show_span(start, end)

    def show_incident_of(self, incident_id: int) -> None:
        """Show an incident, so that Esc leads back to the text."""
        self._way.remember()
        self._incidents.reveal(incident_id)
        self._workbench.focus_page()

    def _jump(self, words: CitedWords) -> None:
        self._way.remember()
        self._show(words)

    def _show(self, words: CitedWords) -> None:
        self._reader.read(words.source_id, words.capture_id)
        self._tell(words)
        if words.start is not None and words.end is not None and self._is_in_place(words):
            self._pane.show_span(words.start, words.end)

    def _is_in_place(self, words: CitedWords) -> bool:
        reading: Reading | None = self._reader.reading
        passages = reading.passages if reading is not None else ()
        return any(one.citation_id == words.citation_id and one.state is PassageState.IN_PLACE for one in passages)

    def _tell(self, words: CitedWords) -> None:
        said = []
        if len(self._places) > 1:
            place = self.tr("Citation {number} of {count}.").replace("{number}", str(self._place + 1))
            said.append(place.replace("{count}", str(len(self._places))))
        if words.capture_id is None:
            said.append(self.tr("It marks no words of a preserved copy."))
        elif not self._is_in_place(words):
            said.append(self.tr("Its words are no longer in the saved copy."))
        ways = ((NEXT, self.tr("Next")),) if len(self._places) > 1 else ()
        if said:
            self._status.show_notice(" ".join(said), *ways)

    def _on_notice_pressed(self, key: str) -> None:
        if key == NEXT and self._places and self._session.is_open:
            self._place = (self._place + 1) % len(self._places)
            self._show(self._places[self._place])

    def _on_passage_opened(self, citation_id: int) -> None:
        words = self._session.find(lambda project: get_cited_words(project, citation_id))
        if words is not None:
            self.show_incident_of(words.incident_id)
