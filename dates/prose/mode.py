"""Whether a text is news, told from its day of publication, or a story that carries its own dates along."""

from collections.abc import Sequence
from enum import StrEnum

from dates.mention import MentionKind
from dates.prose.meaning import Calendar, Found, Holiday, Origin, Shift, Unit, Weekday
from dates.prose.points import Point

_FAR = 2
_ENOUGH = 4
_OPENING = 120
"""Tokens: news say early when they happened, from the day of publication."""


class Mode(StrEnum):
    NEWS = "news"
    STORY = "story"


def mode_of(found: Sequence[Found], anchor: Point | None) -> Mode:
    """STORY where most years said lie well before the day of publication and little is said from that day."""
    if anchor is None or anchor.year is None:
        return Mode.STORY
    far = near = from_today = references = 0
    first: int | None = None
    for mention in found:
        if mention.only:
            from_today += mention.only == Mode.NEWS and isinstance(mention.meaning, Unit)
            continue
        if isinstance(mention.meaning, Calendar):
            year = mention.meaning.point.year
            if first is None:
                first = mention.meaning.point.first_year() if mention.meaning.point.has_year else anchor.year
            far += year is not None and year <= anchor.year - _FAR
            near += year is not None and year > anchor.year - _FAR
        elif _is_from_today(mention):
            if mention.first < _OPENING:
                return Mode.NEWS
            from_today += 1
        elif mention.kind is MentionKind.REFERENCE:
            references += 1
    if far < _ENOUGH:
        told_from_then = first is not None and first <= anchor.year - _FAR and not near + from_today + references
        return Mode.STORY if told_from_then else Mode.NEWS
    return Mode.STORY if far > near + 2 * from_today else Mode.NEWS


def _is_from_today(mention: Found) -> bool:
    meaning = mention.meaning
    if isinstance(meaning, Unit | Shift) and meaning.origin is Origin.PUBLICATION:
        return mention.kind is not MentionKind.SAME
    return isinstance(meaning, Weekday | Holiday) or mention.kind is MentionKind.RELATIVE_DAY
