"""Whether a text is news, told from its day of publication, or a story that carries its own dates along."""

from collections.abc import Sequence
from enum import StrEnum

from dates.mention import MentionKind
from dates.prose.meaning import Calendar, Found, Origin, Unit, Weekday
from dates.prose.points import Point

_FAR = 2
_ENOUGH = 4


class Mode(StrEnum):
    NEWS = "news"
    STORY = "story"


def mode_of(found: Sequence[Found], anchor: Point | None) -> Mode:
    """STORY where most years said lie well before the day of publication and little is said from that day."""
    if anchor is None or anchor.year is None:
        return Mode.STORY
    far = near = said_from_today = 0
    for mention in found:
        meaning = mention.meaning
        if isinstance(meaning, Calendar) and meaning.point.year is not None:
            if meaning.point.year <= anchor.year - _FAR:
                far += 1
            else:
                near += 1
        elif (
            isinstance(meaning, Weekday)
            or mention.kind is MentionKind.RELATIVE_DAY
            or (isinstance(meaning, Unit) and meaning.origin is Origin.PUBLICATION)
        ):
            said_from_today += 1
    return Mode.STORY if far >= _ENOUGH and far > near + 2 * said_from_today else Mode.NEWS
