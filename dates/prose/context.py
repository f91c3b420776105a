"""What a mention is dated from: the day of publication, the sort of text, and what it has told so far."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dates.mention import Basis, MentionKind
from dates.prose.cues import Cues
from dates.prose.dateline import day_of_dateline
from dates.prose.headings import Headings
from dates.prose.language import Language
from dates.prose.meaning import Calendar, Found, Origin
from dates.prose.mode import Mode, mode_of
from dates.prose.points import Point
from dates.prose.quotes import enclosing_quote
from dates.prose.sentences import REACH
from dates.prose.story_years import StoryYears
from dates.prose.tokens import PARAGRAPH, Tokens

_NEEDS_DAY = frozenset(("D", "TH", "TM", "TS"))
"""Units that can only be counted from a day."""
_REACH_OF_DAY = 3
"""So many coarser dates may have been told since the day that "the next day" hangs on."""
_SENTENCES_OF_DAY = 2
"""So many sentences a day is remembered whatever else is told."""
_LONGEST_HEADING = 12
"""Tokens from a date to the end of its line."""


class Context:
    """One text while its mentions are dated in turn.

    `number` is the place of the mention at hand, `today` the day of publication (or of the dateline), `moment` the same where
    it was given with its time, `mode` news or a story, `years` the years of a story, `last` the date told last: at first
    that of publication in news, none in a story. `told` says whether any was told, `last_token` where its words ended.
    """

    def __init__(
        self, tokens: Tokens, language: Language, found: Sequence[Found], anchor: dt.date | dt.datetime | None
    ) -> None:
        self.tokens = tokens
        self.language = language
        self.found = found
        self.cues = Cues(tokens, language)
        self._sentence_end = language.phrases["sentence end"]
        self.today = None if anchor is None else Point(year=anchor.year, month=anchor.month, day=anchor.day)
        self.moment = anchor if isinstance(anchor, dt.datetime) else None
        self.today = day_of_dateline(found, tokens, language, self.today) or self.today
        self.mode = mode_of(found, self.today)
        self.years = StoryYears(found, tokens, language, self.today) if self.mode is Mode.STORY else None
        self.last: Point | None = None if self.mode is Mode.STORY else self.today
        self.told = False
        self.last_token = 0
        self.measured = False
        """Whether the date told last only measures: "since Monday"."""
        self.number = 0
        self._course: Point | None = None
        self._day: Point | None = None
        self._since_day = 0
        self._day_token = 0
        self._month: Point | None = None
        self._month_token = 0
        self._is_of_report = False
        """Whether the date told last is a weekday or yesterday, on which news were given out."""
        self._in_heading = False
        self.quarter: Point | None = None
        """The quarter told last."""
        self.headings = Headings(tokens)
        self.years_told: dict[tuple[int | None, int | None], int] = {}
        """The year of each day told so far, by month and day, and of each quarter told with its year: 0 and its number."""

    @property
    def mention(self) -> Found:
        """The one that is being dated."""
        return self.found[self.number]

    @contextmanager
    def said_on(self, day: Point | None) -> Iterator[None]:
        """Take another day for today for a while; None changes nothing."""
        today = self.today
        self.today = day or today
        yield
        self.today = today

    def goes_on_from(self, point: Point, basis: Basis) -> bool:
        """Whether later words can hang on this date; news only measure by "the first since 1990"."""
        if not point.has_year or (self.mode is Mode.STORY and basis is Basis.PUBLICATION):
            return False
        if self.mode is Mode.STORY or self.today is None or point.first_year() == self.today.first_year():
            return True
        return not self.cues.compares(self.mention)

    @property
    def zone(self) -> str:
        """UTC offset of the moment of publication: "Z", "+03:00", "" where it is not said."""
        offset = self.moment.utcoffset() if self.moment is not None else None
        if offset is None:
            return ""
        minutes = round(offset.total_seconds() / 60)
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"

    def tell(self, point: Point) -> None:
        """Go on from this date, unless it only says which event was meant: "four days after the quake of 11 March"."""
        if self.told and self._names_event():
            return
        self.last, self.told, self.last_token = point, True, self.mention.last
        if point.is_day and point.year is not None:
            self.years_told[point.month, point.day] = point.year
        if point.quarter is not None and point.year is not None:
            self.quarter = point
            if isinstance(self.mention.meaning, Calendar) and self.mention.meaning.point.year is not None:
                self.years_told[0, point.quarter] = point.year
        self.measured = self.cues.compares(self.mention)
        self.headings.tell(self.mention, point, self.today)
        self._in_heading = self._is_heading()
        self._is_of_report = self.mention.kind in (MentionKind.WEEKDAY, MentionKind.RELATIVE_DAY)
        if point.year is None or (self.years is not None and self.years.is_aside(self.number, point.year)):
            return
        self._course = point
        if point.grain == "M":
            self._month, self._month_token = point, self.mention.last
        if point.is_day and not self._in_heading:
            self._day, self._day_token, self._since_day = point, self.mention.last, 0
        else:
            self._since_day += 1

    @property
    def course(self) -> Point | None:
        """The date told last on the way of the story, no aside."""
        return self._course or self.last

    def base(self, unit: str) -> Point | None:
        """The date told before that so many units are counted from: an aside holds for its own sentence only."""
        last = self.last
        if self._course is not None and last is not self._course and not self._is_near():
            last = self._course
        if unit == "M" and self._is_of_report and self._month and not self._sentences_since(self._month_token):
            return self._month
        if last is None or unit not in _NEEDS_DAY or (last.is_day and not self._in_heading):
            return last
        day = self._day
        if day is None:
            return last
        goes_back = not last.has_year or last.day_number() <= day.day_number()
        if self._sentences_since(self._day_token) <= _SENTENCES_OF_DAY and (goes_back or self._in_heading):
            return day
        if self._since_day > _REACH_OF_DAY or last.year != day.year:
            return last
        return day if last.month in (None, day.month) and last.grain in ("M", "Y", "W") else last

    def is_quoted(self) -> bool:
        """Whether the mention stands in quotation marks."""
        return enclosing_quote(self.tokens, self.mention.first, self.mention.last) is not None

    def _is_near(self) -> bool:
        """Whether the date told last stands in this sentence or the one before."""
        return self._sentences_since(self.last_token) <= 1

    def sentences_since_last(self) -> int:
        """How many sentences ended since the date told last."""
        return self._sentences_since(self.last_token)

    def _sentences_since(self, token: int) -> int:
        first = self.mention.first
        if first - token > REACH * 2:
            return REACH
        ends = self._sentence_end.finditer(self.tokens.symbols, token, first)
        return sum(self.tokens.words[end.start()][0] != PARAGRAPH for end in ends)

    def _names_event(self) -> bool:
        first = self.mention.first
        if self.last_token >= first or self._sentences_since(self.last_token):
            return False
        return self.language.phrase_at("of an event", self.tokens.symbols, first - 1, first) is not None

    def _is_heading(self) -> bool:
        """Whether the line of the mention ends without a stop."""
        last = self.mention.last
        end = self._sentence_end.search(self.tokens.symbols, last, last + _LONGEST_HEADING)
        return end is not None and self.tokens.words[end.start()][0] == PARAGRAPH

    def origin(self, origin: Origin, unit: str = "", *, away: bool = False) -> tuple[Point | None, Basis]:
        """What so many units are counted from; `away`: not the unit of the origin itself."""
        if origin is Origin.PUBLICATION and not (self.mode is Mode.STORY and self.told):
            return self.today, Basis.PUBLICATION
        if origin is Origin.PUBLICATION and away and not self.is_quoted():
            return self.today, Basis.PUBLICATION
        base = self.base(unit)
        return base, Basis.PREVIOUS if self.told or base is None else Basis.PUBLICATION
