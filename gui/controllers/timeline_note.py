"""How a person left the timeline of a project, as a short text for the window's memory: kinds, ids and moments only."""

import json
from dataclasses import dataclass, field
from typing import Any

from dates import LIMIT
from gui.timeline.board import Arrangement
from gui.timeline.scene import LinksShown
from services.timeline_lanes import LaneBy, LaneKey

_MOST_LANES = 500


@dataclass(frozen=True, slots=True)
class TimelineNote:
    """`span` is the first and the last second in view, None where everything is."""

    by: LaneBy = LaneBy.PLACE
    colour_by: LaneBy = LaneBy.NONE
    arrangement: Arrangement = field(default_factory=Arrangement)
    span: tuple[int, int] | None = None


def note_to_text(note: TimelineNote) -> str:
    """What `note_from_text` reads."""
    arrangement = note.arrangement
    return json.dumps(
        {
            "by": note.by,
            "colour": note.colour_by,
            "links": arrangement.links.name,
            "order": [_plain(key) for key in arrangement.order[:_MOST_LANES]],
            "collapsed": sorted(map(_plain, arrangement.collapsed))[:_MOST_LANES],
            "span": note.span,
        }
    )


def note_from_text(text: str) -> TimelineNote:
    """How the timeline was left; what cannot be read is as it is at first."""
    try:
        given = json.loads(text)
        return TimelineNote(
            LaneBy(given["by"]),
            LaneBy(given["colour"]),
            Arrangement(
                tuple(map(_key, given["order"])), frozenset(map(_key, given["collapsed"])), LinksShown[given["links"]]
            ),
            _span(given["span"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        return TimelineNote()


def _plain(key: LaneKey) -> tuple[str, int]:
    return key.by.value, key.id


def _key(given: Any) -> LaneKey:
    by, lane = given
    return LaneKey(LaneBy(by), int(lane))


def _span(given: Any) -> tuple[int, int] | None:
    if given is None:
        return None
    first, last = map(int, given)
    if not -LIMIT <= first < last <= LIMIT:
        raise ValueError("span")
    return first, last
