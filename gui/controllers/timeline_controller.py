"""Answers the wishes of the timeline and shows it what changed."""

from PySide6.QtCore import QElapsedTimer, QObject

from dates import DateStyle, UncertainDate, format_date
from gui.controllers.incident_controller import IncidentController
from gui.controllers.lanes_keeper import LanesKeeper
from gui.controllers.link_controller import LinkController
from gui.controllers.session import Session
from gui.shell.status_line import StatusLine
from gui.shell.status_notice import UNDO
from gui.timeline.timeline_page import TimelinePage
from models.changes import ChangeSet, RecordKind
from models.drafts import IncidentPatch, RoleDraft
from models.enums import EntityKind
from services.incident_index import STATUSES
from services.incidents import edit_incident
from services.timeline_lanes import NOT_KNOWN, LaneBy, LaneKey, Lanes

# Presses of a key that move one incident and follow each other this quickly are taken back together.
_ONE_STEP_MS = 1500
_KINDS = {LaneBy.PERSON: EntityKind.PERSON, LaneBy.ORGANISATION: EntityKind.ORGANISATION}


class TimelineController(QObject):
    """Lanes and dates. The selection is `TimelineSelection`'s, what is remembered `TimelineRecall`'s."""

    def __init__(
        self,
        session: Session,
        page: TimelinePage,
        lanes: LanesKeeper,
        incidents: IncidentController,
        links: LinkController,
        status: StatusLine,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._page = page
        self._lanes = lanes
        self._incidents = incidents
        self._status = status
        self._moved: int | None = None
        self._moves = 0
        self._since_move = QElapsedTimer()
        session.project_opened.connect(self._on_project_opened)
        session.project_closed.connect(page.start_over)
        session.project_changed.connect(self._on_project_changed)
        lanes.lanes_changed.connect(self._on_lanes_changed)
        page.date_changed.connect(self._on_date_changed)
        page.date_stepped.connect(self._on_date_stepped)
        page.new_incident_requested.connect(self._on_new_incident_requested)
        page.link_requested.connect(links.link)

    def _on_project_opened(self) -> None:
        self._page.start_over()
        self._page.set_read_only(not self._session.is_writable)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if touched := changes.ids(RecordKind.INCIDENT):
            self._page.forget_captions(touched)

    def _on_lanes_changed(self, lanes: Lanes) -> None:
        self._page.show_lanes(lanes)
        self._page.show_empty(self._lanes.total)

    def _on_date_changed(self, incident_id: int, date: UncertainDate) -> None:
        """What a hand lets go is taken back alone, however quickly the next follows."""
        self._moved = None
        self._on_date_stepped(incident_id, date)
        self._moved = None

    def _on_date_stepped(self, incident_id: int, date: UncertainDate) -> None:
        self._session.flush()
        if incident_id != self._moved or self._since_move.elapsed() > _ONE_STEP_MS:
            self._moves += 1
        self._moved = incident_id
        burst = f"timeline.{incident_id}.{self._moves}"
        patch = IncidentPatch(date=date)
        if self._session.succeeds(
            lambda project: edit_incident(project, incident_id, patch, burst=burst, initiator=self)
        ):
            words = self.tr("Dated {date}.").replace("{date}", format_date(date, DateStyle.LONG))
            self._status.show_notice(words, (UNDO, self.tr("Undo")))
        self._since_move.start()

    def _on_new_incident_requested(self, date: UncertainDate | None, key: LaneKey | None) -> None:
        given: dict[str, object] = {} if date is None else {"date": date}
        self._incidents.start_with(given if key is None else given | self._value_of(key))

    def _value_of(self, key: LaneKey) -> dict[str, object]:
        """What an incident must be given to stand in a lane; a source is cited, not given."""
        lanes = self._lanes.lanes.lanes if self._lanes.lanes is not None else ()
        title = next((lane.title for lane in lanes if lane.key == key), "")
        if key.by is LaneBy.STATUS and key.id > NOT_KNOWN:
            return {"status": STATUSES[key.id - 1]}
        if not title:
            return {}
        if key.by is LaneBy.PLACE:
            return {"place": title}
        if key.by is LaneBy.TAG:
            return {"tags": (title,)}
        return {"roles": (RoleDraft(kind=_KINDS[key.by], name=title),)} if key.by in _KINDS else {}
