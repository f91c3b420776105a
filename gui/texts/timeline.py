"""Words around the timeline: what is in view, what lanes and links are chosen by, its legend and its keys."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dates import DateError, DateStyle, Precision, UncertainDate, format_date
from dates.calendar import DAY_SECONDS
from dates.moving import date_at
from services.timeline_lanes import LaneBy

_BY = {
    LaneBy.NONE: QT_TRANSLATE_NOOP("timeline", "none"),
    LaneBy.PLACE: QT_TRANSLATE_NOOP("timeline", "place"),
    LaneBy.PERSON: QT_TRANSLATE_NOOP("timeline", "person"),
    LaneBy.ORGANISATION: QT_TRANSLATE_NOOP("timeline", "organisation"),
    LaneBy.TAG: QT_TRANSLATE_NOOP("timeline", "tag"),
    LaneBy.STATUS: QT_TRANSLATE_NOOP("timeline", "status"),
    LaneBy.SOURCE: QT_TRANSLATE_NOOP("timeline", "source"),
}
_HOUR = 3600  # seconds
_LEAST_IN_HOURS = 4 * _HOUR
_SHORTEST_IN_DAYS, _LONGEST_IN_DAYS, _LONGEST_IN_MONTHS = 3, 500, 12_000  # days


def say_timeline(text: object) -> str:
    """`text` in the person's language."""
    return QCoreApplication.translate("timeline", str(text))


def lane_by_text(by: LaneBy) -> str:
    """ "place"."""
    return say_timeline(_BY[by])


def lane_by_names() -> dict[LaneBy, str]:
    """ "Place" and the others, as a menu lists them."""
    names = {by: lane_by_text(by) for by in LaneBy}
    return {by: name[:1].upper() + name[1:] for by, name in names.items()}


def span_text(first: int, last: int) -> str:
    """What is in view: "1 – 28 January 2024", "July 2021 – January 2024", "1990 – 2024"; hours and minutes as the axis has
    them, "1 Jan 2024, 22:00 – 2 Jan, 03:00"."""
    days = (last - first) / DAY_SECONDS
    style = DateStyle.LONG
    if days < _SHORTEST_IN_DAYS:
        precision, style = Precision.MINUTE, DateStyle.SHORT  # two days and their hours have no room in full
        if last - first >= _LEAST_IN_HOURS:
            first, last = first - first % _HOUR, last - last % _HOUR
    elif days < _LONGEST_IN_DAYS:
        precision = Precision.DAY
    else:
        precision = Precision.MONTH if days < _LONGEST_IN_MONTHS else Precision.YEAR
    start, end = date_at(first, precision), date_at(last, precision)
    try:
        stretch = start if start == end else UncertainDate(f"{start.edtf}/{end.edtf}")
    except DateError:
        stretch = start
    return format_date(stretch, style).replace(" to ", " – ").replace(" → ", " – ")
