"""What a screen reader says of what is chosen on the timeline: all that the drawing shows of it."""

from collections.abc import Iterator

from dates import format_date
from gui.texts import incidents_text
from gui.texts.lanes import lane_text
from gui.texts.timeline import say_timeline
from gui.texts.words import status_text
from gui.timeline.board import Board
from gui.timeline.scene import Titles
from services.incident_flags import Flag
from services.incident_index import STATUSES
from services.timeline_lanes import LaneBy


def chosen_sentence(board: Board, titles: Titles) -> str:
    """ "Missiles hit the base, 20 January 2024. Disputed. Al-Asad air base. 2 links."; of several the one that is shown."""
    current = board.current
    caption = None if current is None else titles((current,)).get(current)
    if current is None or caption is None:
        return say_timeline("Nothing selected")
    count = len(board.chosen)
    several = say_timeline("{incidents} selected").replace("{incidents}", incidents_text(count)) if count > 1 else ""
    parts = several, f"{caption.title}, {format_date(caption.date)}", *_drawn(board, current)
    return " ".join(f"{part}." for part in parts if part)


def _drawn(board: Board, incident_id: int) -> Iterator[str]:
    """What glyph, lane, arrows and signs say."""
    spot, lanes = board.spot(incident_id), board.lanes
    if spot is None:
        return
    lane = lanes.lanes[spot.lane]
    yield status_text(STATUSES[lane.marks.statuses[spot.place]])
    if lane.key.by not in {LaneBy.NONE, LaneBy.STATUS}:
        yield lane_text(lane.key, lane.title)
    if count := lanes.links.from_ids.count(incident_id) + lanes.links.to_ids.count(incident_id):
        yield say_timeline("1 link") if count == 1 else say_timeline("{n} links").replace("{n}", f"{count:,}")
    flags = lane.marks.flags[spot.place]
    if flags & Flag.UNCITED:
        yield say_timeline("No citation")
    if flags & Flag.MARKED:
        yield say_timeline("Marked as key")
