"""Keeps the lanes of the timeline true while it is on screen: at once where that is quick, else on a worker."""

import gc

from PySide6.QtCore import QObject, Signal

from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.index_keeper import AT_ONCE, IndexKeeper
from gui.controllers.questions import Questions
from gui.controllers.session import Session
from gui.task_runner import TaskRunner
from models.changes import ChangeSet, RecordKind
from services.incident_index import IncidentIndex, IndexUpdate
from services.incident_selection import Selection
from services.timeline_following import FEW, follow_lanes
from services.timeline_gathering import gather_lanes, members_of
from services.timeline_lanes import LaneBy, Lanes
from services.timeline_members import Members

_NAMED_BY = {
    LaneBy.PLACE: RecordKind.ENTITY,
    LaneBy.PERSON: RecordKind.ENTITY,
    LaneBy.ORGANISATION: RecordKind.ENTITY,
    LaneBy.TAG: RecordKind.TAG,
    LaneBy.SOURCE: RecordKind.SOURCE,
}


class LanesKeeper(QObject):
    """`lanes` are those shown last, None before the first. While they are not wanted nothing is read; edits are caught up
    with when they are again."""

    lanes_changed = Signal(object)
    """Payload: the Lanes."""

    def __init__(
        self, session: Session, index: IndexKeeper, chronology: ChronologyController, runner: TaskRunner
    ) -> None:
        super().__init__(session)
        self._session = session
        self._index = index
        self._chronology = chronology
        self._runner = runner
        self._questions = Questions(runner, self)
        self.by = LaneBy.PLACE
        self.colour_by = LaneBy.NONE
        self.lanes: Lanes | None = None
        self._is_wanted = False
        self._is_stale = True
        self._has_new_names = False
        self._missed = IndexUpdate()
        self._questions.answered.connect(self._on_gathered)
        self._questions.failed.connect(self._on_failed)
        session.project_closing.connect(self._on_project_closing)
        session.project_changed.connect(self._on_project_changed)
        chronology.shown_changed.connect(self._on_shown_changed)

    @property
    def is_gathering(self) -> bool:
        """Whether a worker is at it."""
        return self._questions.is_waiting

    @property
    def _is_current(self) -> bool:
        return not (self._is_stale or self._missed.steps or self.is_gathering)

    @property
    def total(self) -> int:
        """How many incidents the project has, whatever the filter."""
        return 0 if self._index.index is None else len(self._index.index.columns)

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Say whether the lanes are on screen."""
        self._is_wanted = is_wanted
        self._catch_up()

    def choose(self, by: LaneBy, colour_by: LaneBy) -> None:
        """Make lanes and colours by these from now on."""
        if (by, colour_by) != (self.by, self.colour_by):
            self.by, self.colour_by = by, colour_by
            self._is_stale = True
            self._catch_up()

    def gather_for(self, selection: Selection) -> Lanes | None:
        """The lanes of another selection, as these are made; None where they cannot be read."""
        index = self._index.index
        if index is None:
            return None
        if selection is self._chronology.selection and self._is_current:
            return self.lanes
        known = self._known(index)
        return self._session.read(
            lambda project: gather_lanes(project, index, selection, self.by, self.colour_by, known)
        )

    def _on_gathered(self, lanes: Lanes) -> None:
        if not self._is_stale:
            gc.freeze()  # thousands of lanes live long: going over them again and again would stop the window
            self._take_gathered(lanes)
        self._catch_up()

    def _on_failed(self, error: Exception) -> None:
        self._is_stale = True
        self._session.tell(error)

    def _on_shown_changed(self, update: IndexUpdate) -> None:
        self._missed = IndexUpdate(self._missed.steps + update.steps)
        # The first incidents of all give the lanes their order.
        is_first = self.lanes is not None and not self.lanes.count
        if update.whole or is_first or len(self._missed.steps) > FEW:
            self._is_stale = True
        self._catch_up()

    def _on_project_changed(self, changes: ChangeSet) -> None:
        """A lane may have another name, or be gone. What is new is read when the first incident has it."""
        kinds = {_NAMED_BY[by] for by in (self.by, self.colour_by) if by in _NAMED_BY}
        if not kinds.isdisjoint((*changes.changed, *changes.removed)) and not _is_only_cited(changes):
            self._has_new_names = self._is_stale = True
            self._catch_up()

    def _on_project_closing(self) -> None:
        self._questions.finish()
        self.lanes = None
        self._missed = IndexUpdate()
        self._is_stale = True

    def _catch_up(self) -> None:
        index, selection = self._index.index, self._chronology.selection
        if not self._is_wanted or index is None or selection is None:
            return
        if self._is_stale:
            self._gather(index, selection)
        elif self._missed.steps and self.lanes is not None and not self.is_gathering:
            missed, lanes = self._missed, self.lanes
            self._missed = IndexUpdate()
            found = self._session.read(lambda project: follow_lanes(project, index, selection, lanes, missed))
            self._is_stale = found is None
            if found is not None:
                self._take(found)

    def _gather(self, index: IncidentIndex, selection: Selection) -> None:
        by, colour_by, known = self.by, self.colour_by, self._known(index)
        self._is_stale = False
        self._missed = IndexUpdate()
        if len(index.columns) <= AT_ONCE:
            found = self._session.read(lambda project: gather_lanes(project, index, selection, by, colour_by, known))
            if found is not None:
                self._take_gathered(found)
            return
        self._runner.cancel()  # what is gathered now would be old
        project, still = self._session.project, index.still()
        self._questions.ask(
            lambda progress: gather_lanes(project, still, selection, by, colour_by, known, progress.check)
        )

    def _known(self, index: IncidentIndex) -> tuple[Members, ...]:
        """Members that are true still: another filter asks nothing of the file."""
        if self.lanes is None or self._has_new_names or self.lanes.revision != index.revision:
            return ()
        return members_of(self.lanes)

    def _take_gathered(self, lanes: Lanes) -> None:
        self._has_new_names = False
        self._take(lanes)

    def _take(self, lanes: Lanes) -> None:
        self.lanes = lanes
        self.lanes_changed.emit(lanes)


def _is_only_cited(changes: ChangeSet) -> bool:
    """Whether sources are named because of their citations, which are followed with the incidents."""
    return changes.touches(RecordKind.CITATION) and not changes.touches(RecordKind.ENTITY, RecordKind.TAG)
