"""Names of lanes and of colours in the legend of a timeline."""

from gui.texts.mark import QT_TRANSLATE_NOOP
from gui.texts.timeline import say_timeline
from gui.texts.words import status_text
from services.incident_index import STATUSES
from services.timeline_lanes import NOT_KNOWN, OTHERS, SEVERAL, LaneBy, LaneKey, LegendEntry

_NONE = {
    LaneBy.NONE: QT_TRANSLATE_NOOP("timeline", "All incidents"),
    LaneBy.PLACE: QT_TRANSLATE_NOOP("timeline", "Place not known"),
    LaneBy.PERSON: QT_TRANSLATE_NOOP("timeline", "No person named"),
    LaneBy.ORGANISATION: QT_TRANSLATE_NOOP("timeline", "No organisation named"),
    LaneBy.TAG: QT_TRANSLATE_NOOP("timeline", "No tag"),
    LaneBy.STATUS: QT_TRANSLATE_NOOP("timeline", "No status"),
    LaneBy.SOURCE: QT_TRANSLATE_NOOP("timeline", "No citation"),
}
_OTHERS = {
    LaneBy.PLACE: QT_TRANSLATE_NOOP("timeline", "Other places"),
    LaneBy.PERSON: QT_TRANSLATE_NOOP("timeline", "Other people"),
    LaneBy.ORGANISATION: QT_TRANSLATE_NOOP("timeline", "Other organisations"),
    LaneBy.TAG: QT_TRANSLATE_NOOP("timeline", "Other tags"),
    LaneBy.SOURCE: QT_TRANSLATE_NOOP("timeline", "Other sources"),
}
_SEVERAL = QT_TRANSLATE_NOOP("timeline", "Several places")


def lane_text(key: LaneKey, title: str) -> str:
    """What a lane is called: its name in the project, else by what its key says."""
    if title:
        return title
    if key.id == SEVERAL:
        return say_timeline(_SEVERAL)
    if key.id == OTHERS:
        return say_timeline(_OTHERS[key.by])
    if key.by is LaneBy.STATUS and key.id != NOT_KNOWN:
        return status_text(STATUSES[key.id - 1])
    return say_timeline(_NONE[key.by])


def legend_text(entry: LegendEntry) -> str:
    """What a colour of the legend stands for."""
    return lane_text(entry.key, entry.title)
