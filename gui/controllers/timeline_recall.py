"""Remembers how the timeline of each project was left, and shows it so again."""

from PySide6.QtCore import QObject

from gui.controllers.lanes_keeper import LanesKeeper
from gui.controllers.session import Session
from gui.controllers.timeline_note import TimelineNote, note_from_text, note_to_text
from gui.timeline.board import Arrangement
from gui.timeline.time_scale import ROOM
from gui.timeline.timeline_page import TimelinePage
from gui.window_state import TIMELINE, WindowState
from services.timeline_lanes import LaneBy


class TimelineRecall(QObject):
    """What makes the lanes, how they are arranged, and the stretch of time in view."""

    def __init__(self, session: Session, page: TimelinePage, lanes: LanesKeeper, state: WindowState) -> None:
        super().__init__(session)
        self._session = session
        self._page = page
        self._lanes = lanes
        self._state = state
        self._note = TimelineNote()
        self._is_fresh = False
        session.project_opened.connect(self._on_project_opened)
        session.project_closing.connect(self._keep)
        lanes.lanes_changed.connect(self._on_lanes_changed)
        page.lanes_by_changed.connect(self._on_lanes_by_changed)
        page.colour_by_changed.connect(self._on_colour_by_changed)

    def _on_project_opened(self) -> None:
        self._note = note_from_text(self._state.note_of(self._session.project.path, TIMELINE))
        self._is_fresh = True
        self._page.arrange(self._note.arrangement)
        self._choose(self._note.by, self._note.colour_by)

    def _on_lanes_changed(self, _lanes: object) -> None:
        if self._is_fresh:
            self._is_fresh = False
            if self._note.span is not None:
                self._page.show_span(*self._note.span)

    def _on_lanes_by_changed(self, by: LaneBy) -> None:
        # Lanes of another kind stand in an order of their own.
        known = self._page.board.arrangement
        if known.order or known.collapsed:
            self._page.arrange(Arrangement(links=known.links))
        self._choose(by, self._lanes.colour_by)

    def _on_colour_by_changed(self, colour_by: LaneBy) -> None:
        self._choose(self._lanes.by, colour_by)

    def _choose(self, by: LaneBy, colour_by: LaneBy) -> None:
        self._page.header.lanes.show_choice(by, colour_by)
        self._lanes.choose(by, colour_by)

    def _keep(self) -> None:
        # A timeline that was not looked at is left as it was.
        span = self._note.span if self._is_fresh else _without_room(self._page.visible_span())
        note = TimelineNote(self._lanes.by, self._lanes.colour_by, self._page.board.arrangement, span)
        self._state.keep_note_of(self._session.project.path, TIMELINE, note_to_text(note))


def _without_room(span: tuple[int, int]) -> tuple[int, int]:
    """What is in view without the room that is left free beside a stretch that is shown."""
    room = round((span[1] - span[0]) * ROOM)
    return span[0] + room, span[1] - room
