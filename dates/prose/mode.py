"""Whether a text is news, told from its day of publication, or a story that carries its own dates along."""

from collections.abc import Sequence
from enum import StrEnum

from dates.mention import MentionKind
from dates.prose.meaning import Calendar, Found, Holiday, Origin, Shift, Unit, Weekday
from dates.prose.points import Point

_FAR, _OLD = 2, 30
"""Years before the day of publication: a date so far back tells of the past, one so old does even without its month."""
_ENOUGH = 8
"""Marks for a story: two for a far date with its month or an old year, one for a year alone."""
_NEAR, _TODAY, _EARLY = 2, 6, 10
"""Marks against it: a year alone near the day of publication, words said from that day, such words at the beginning."""
_FRESH = 7
"""Days before publication of which a full date is news."""
_OPENING = 120
"""Tokens: news say early when they happened, from the day of publication."""


class Mode(StrEnum):
    """What sort of text it is: the two are dated by different rules."""

    NEWS = "news"
    STORY = "story"


def mode_of(found: Sequence[Found], anchor: Point | None) -> Mode:
    """STORY where most years said lie well before the day of publication and little is said from that day."""
    if anchor is None or anchor.year is None:
        return Mode.STORY
    marks = against = 0
    begins_far = False
    is_first, only_then = True, True
    for mention in found:
        mark = _mark(mention, anchor)
        marks += max(mark, 0)
        against -= min(mark, 0)
        only_then = only_then and mark >= 0 and _is_of_then(mention, anchor.year)
        if is_first and isinstance(mention.meaning, Calendar):
            point, is_first = mention.meaning.point, False
            begins_far = point.has_year and point.first_year() <= anchor.year - _FAR
    if marks < _ENOUGH:
        return Mode.STORY if begins_far and only_then else Mode.NEWS
    return Mode.STORY if marks > against else Mode.NEWS


def _mark(mention: Found, anchor: Point) -> int:
    """What a mention speaks for: above 0 for a story, below for news."""
    published = anchor.first_year()
    if mention.only:
        return -_TODAY if mention.only == Mode.NEWS and isinstance(mention.meaning, Unit) else 0
    if isinstance(mention.meaning, Holiday):
        return 2 * (mention.meaning.year is not None and mention.meaning.year <= published - _FAR)
    if isinstance(mention.meaning, Calendar):
        year = mention.meaning.point.year
        if year is None:
            return 0
        if _is_fresh(mention.meaning.point, anchor):
            return -_TODAY - _EARLY * (mention.first < _OPENING)
        is_alone = mention.meaning.point.grain == "Y"
        if year <= published - _FAR:
            return 1 if is_alone and year > published - _OLD else 2
        return -_NEAR if is_alone else 0
    if _is_from_today(mention):
        return -_TODAY - _EARLY * (mention.first < _OPENING)
    return 0


def _is_fresh(point: Point, anchor: Point) -> bool:
    """Whether it is a full date of the days before publication: "On Monday, 15.04.2019"."""
    return point.is_day and anchor.is_day and 0 <= anchor.day_number() - point.day_number() <= _FRESH


def _is_of_then(mention: Found, published: int) -> bool:
    """Whether it may stand in a short tale of long ago: no word of the present, no feast without a year, no year of late."""
    if isinstance(mention.meaning, Calendar):
        return mention.meaning.point.year is None or mention.meaning.point.year <= published - _FAR
    if isinstance(mention.meaning, Holiday):
        return mention.meaning.year is not None and mention.meaning.year <= published - _FAR
    return mention.kind is not MentionKind.REFERENCE or bool(mention.only)


def _is_from_today(mention: Found) -> bool:
    meaning = mention.meaning
    if isinstance(meaning, Unit | Shift) and meaning.origin is Origin.PUBLICATION:
        return mention.kind is not MentionKind.SAME
    return isinstance(meaning, Weekday) or mention.kind is MentionKind.RELATIVE_DAY
