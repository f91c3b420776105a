"""English text for a date value: intervals, sets, headings."""

from dates.bounds import points_of
from dates.edtf import PLAIN, DateSet, Edge, Interval, Mark, Point, Run, read_edtf
from dates.reading import FAR_FUTURE, FAR_PAST
from dates.value import UncertainDate
from dates.words import (
    PARTS_OF_YEAR,
    DateStyle,
    can_drop_year,
    core_words,
    join_part,
    point_words,
    time_words,
    year_words,
    zone_words,
)


def format_date(date: UncertainDate, style: DateStyle = DateStyle.LONG) -> str:
    """The date in words. LONG "between 4 and 9 January 2024", SHORT with short months, BARE without its year."""
    tree = date.reading.tree
    anchor = date.reading.anchor
    if tree is None or anchor is None:
        return "undated"
    writer = _Writer(style, anchor.year.text if style is DateStyle.BARE else "", date.time_zone)
    if not isinstance(tree, Point) and all(_is_just_uncertain(point) for point in points_of(tree)):
        return writer.write_doubt(tree)
    return writer.write(tree)


def format_group(key: str) -> str:
    """The heading of a key from `month_group` or `year_group`: "October 2023", "2020s", "Undated"."""
    if not key:
        return "Undated"
    if key in (FAR_FUTURE, FAR_PAST):
        return "Distant future" if key == FAR_FUTURE else "Distant past"
    point = read_edtf(key)
    if not isinstance(point, Point):
        return key
    if point.season in PARTS_OF_YEAR:
        text = join_part(PARTS_OF_YEAR[point.season], year_words(point.year))
    else:
        text = core_words(point, DateStyle.LONG).removeprefix("the ")
    return text[0].upper() + text[1:]


class _Writer:
    """Writes one value. `known_year` is the year the reader sees above it."""

    def __init__(self, style: DateStyle, known_year: str, zone: str) -> None:
        self.style = style
        self.known_year = known_year
        self.zone = zone

    def write(self, tree: Point | Interval | DateSet) -> str:
        if isinstance(tree, Point):
            return self.point(tree)
        if isinstance(tree, Interval):
            return self._interval(tree)
        return self._every(tree) if tree.every else self._one_of(tree)

    def write_doubt(self, tree: Interval | DateSet) -> str:
        """A tree whose every date is uncertain: the doubt is said once."""
        if self.style is DateStyle.SHORT and isinstance(tree, Interval):
            return self.write(tree)  # the arrow stands after the sign
        text = self.write(_without_marks(tree))
        if self.style is DateStyle.SHORT:
            return f"{text} ?"
        if self.style is DateStyle.BARE:
            return text
        if isinstance(tree, Interval) and not text.startswith(("from ", "until ")):
            return f"perhaps from {text}"
        return f"perhaps either {text}" if isinstance(tree, DateSet) and len(tree.members) > 1 else f"perhaps {text}"

    def point(self, point: Point, *, year: bool = True, zone: bool = True) -> str:
        drop = can_drop_year(point) and (not year or point.year.text == self.known_year)
        text = point_words(point, self.style, year=not drop)
        where = zone_words(point, self.zone) if zone and self.style is not DateStyle.SHORT else ""
        return f"{text} ({where})" if where else text

    def _interval(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        short = self.style is DateStyle.SHORT
        if isinstance(start, Edge) or isinstance(end, Edge):
            if isinstance(start, Point):
                return f"{self.point(start)} →" if short else f"from {self.point(start)}"
            return f"until {self.point(end)}" if isinstance(end, Point) else ""
        if not short:
            return self._joined(start, end, " to ")
        if self._same_day(start, end) and start.time and end.time:
            return f"{self.point(start)} → {time_words(end.time)}"
        return f"{self.point(start)} → {self.point(end, year=start.year != end.year)}"

    def _one_of(self, dates: DateSet) -> str:
        only = dates.members[0]
        if len(dates.members) > 1:
            return self._listed(dates, "or")
        if isinstance(only, Run) and only.start is not None and only.end is not None:
            return f"between {self._joined(only.start, only.end, ' and ')}"
        return self._member(only)

    def _every(self, dates: DateSet) -> str:
        if len(dates.members) > 1:
            return self._listed(dates, "and")
        only = dates.members[0]
        if not isinstance(only, Run):
            return self.point(only)
        if only.start is not None and only.end is not None:
            return f"throughout {self._joined(only.start, only.end, ' to ')}"
        if only.start is not None:
            return f"{self.point(only.start)} and later"
        return f"{self.point(only.end)} and earlier" if only.end is not None else ""

    def _listed(self, dates: DateSet, word: str) -> str:
        points = [member for member in dates.members if isinstance(member, Point)]
        last = points[-1] if points else None
        if (
            last is not None
            and len(points) == len(dates.members)
            and all(self._shares_month(one, last) for one in points)
        ):
            names = [str(int(point.day)) for point in points[:-1]] + [self.point(last)]
        else:
            names = [self._member(member) for member in dates.members]
            if len(points) == len(names) and all(self._shares_year(one, points[-1]) for one in points):
                names = [self.point(point, year=False) for point in points[:-1]] + names[-1:]
        return f"{', '.join(names[:-1])} {word} {names[-1]}"

    def _member(self, member: Point | Run) -> str:
        if isinstance(member, Point):
            return self.point(member)
        if member.start is None:
            return f"by {self.point(member.end)}" if member.end is not None else ""
        if member.end is None:
            return f"{self.point(member.start)} or later"
        return self._joined(member.start, member.end, " to ")

    def _joined(self, start: Point, end: Point, word: str) -> str:
        """Two dates; what they share is said once."""
        if start.time and end.time and self._same_day(start, end):
            where = zone_words(end, self.zone) if self.style is not DateStyle.SHORT else ""
            text = f"{self.point(start, zone=False)}{word}{time_words(end.time)}"
            return f"{text} ({where})" if where else text
        if self._shares_month(start, end):
            return f"{int(start.day)}{word}{self.point(end)}"
        return f"{self.point(start, year=not self._shares_year(start, end))}{word}{self.point(end)}"

    @staticmethod
    def _same_day(start: Point, end: Point) -> bool:
        same = (start.year, start.month, start.day, start.offset) == (end.year, end.month, end.day, end.offset)
        return same and not (start.all_marks or end.all_marks)

    @staticmethod
    def _shares_year(start: Point, end: Point) -> bool:
        """Whether the year behind `end` can stand for both."""
        same = start.year == end.year and can_drop_year(start) and can_drop_year(end)
        return same and not (start.time or end.time or end.all_marks & Mark.UNCERTAIN)

    @staticmethod
    def _shares_month(start: Point, end: Point) -> bool:
        """Whether `start` can be written as the number of its day alone."""
        same = start.year == end.year and start.month == end.month and not start.year.is_open
        plain = not (start.all_marks or end.all_marks or start.time or end.time)
        return same and plain and start.month.isdigit() and start.day.isdigit() and end.day.isdigit()


def _is_just_uncertain(point: Point) -> bool:
    parts = [part for part in (point.year.text, point.month, point.day) if part]
    return all(mark == Mark.UNCERTAIN for mark in point.marks[: len(parts)])


def _without_marks(tree: Interval | DateSet) -> Interval | DateSet:
    if isinstance(tree, Interval):
        start, end = (
            side._replace(marks=PLAIN) if isinstance(side, Point) else side for side in (tree.start, tree.end)
        )
        return Interval(start, end)
    return DateSet(tuple(_member_without_marks(member) for member in tree.members), every=tree.every)


def _member_without_marks(member: Point | Run) -> Point | Run:
    if isinstance(member, Point):
        return member._replace(marks=PLAIN)
    start, end = (side._replace(marks=PLAIN) if side is not None else None for side in (member.start, member.end))
    return Run(start, end)
