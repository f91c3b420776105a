"""What has been told so far while a text is dated."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dates.mention import Basis, Cue, Direction
from dates.prose.cues import Cues
from dates.prose.language import Language
from dates.prose.meaning import Fixed, Found, Origin
from dates.prose.mode import Mode, mode_of
from dates.prose.points import Point
from dates.prose.story_years import StoryYears
from dates.prose.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Dated:
    """What became of a meaning: a point or a fixed value, and how."""

    point: Point | None = None
    fixed: Fixed | None = None
    basis: Basis = Basis.WORDS
    direction: Direction = Direction.NONE
    cue: Cue = Cue.NONE
    base: Point | None = None


class Telling:
    """One text on its way: its mentions, its day of publication, whether it is news or a story, the date told last."""

    def __init__(
        self, tokens: Tokens, language: Language, found: Sequence[Found], anchor: dt.date | dt.datetime | None
    ) -> None:
        self.tokens = tokens
        self.found = found
        self.cues = Cues(tokens, language)
        self.today = None if anchor is None else Point(year=anchor.year, month=anchor.month, day=anchor.day)
        self.moment = anchor if isinstance(anchor, dt.datetime) else None
        self.mode = mode_of(found, self.today)
        self.years = StoryYears(found, tokens, language) if self.mode is Mode.STORY else None
        self.last: Point | None = None if self.mode is Mode.STORY else self.today
        self.told = False
        self.last_token = 0
        self.number = 0

    @property
    def mention(self) -> Found:
        """The one that is being dated."""
        return self.found[self.number]

    def tell(self, point: Point) -> None:
        """Go on from this date."""
        self.last, self.told, self.last_token = point, True, self.mention.last

    def origin(self, origin: Origin) -> tuple[Point | None, Basis]:
        if origin is Origin.PUBLICATION and not (self.mode is Mode.STORY and self.told):
            return self.today, Basis.PUBLICATION
        if self.told or self.last is None:
            return self.last, Basis.PREVIOUS
        return self.last, Basis.PUBLICATION
