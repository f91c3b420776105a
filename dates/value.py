"""The date value: an EDTF text, the wording of the source, a time zone."""

from dataclasses import dataclass

from dates.bounds import tree_wall_span, wall_span
from dates.calendar import DAY_SECONDS, days_in_month, weekday_of
from dates.edtf import Mark, Point
from dates.reading import DateKind, Precision, Reading, read_date, read_tree
from dates.zones import check_zone


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as far as it is known.

    `edtf` is canonical EDTF level 2, "" for undated; `as_written` the source's own wording, never changed;
    `time_zone` an IANA name or "+03:00", "" where it is not known. The constructor validates and raises DateError.
    """

    edtf: str = ""
    as_written: str = ""
    time_zone: str = ""

    def __post_init__(self) -> None:
        if self.edtf and not is_plain_day(self.edtf):
            canonical = read_tree(self.edtf)[1]
            if canonical != self.edtf:
                object.__setattr__(self, "edtf", canonical)
        if self.time_zone:
            check_zone(self.time_zone)

    @classmethod
    def stored(cls, edtf: str, as_written: str = "", time_zone: str = "") -> "UncertainDate":
        """A value that was validated before it was stored: nothing is read until a derived property is asked for."""
        value = object.__new__(cls)
        put = object.__setattr__
        put(value, "edtf", edtf)
        put(value, "as_written", as_written)
        put(value, "time_zone", time_zone)
        return value

    @property
    def reading(self) -> Reading:
        """The parsed form, for this package."""
        return read_date(self.edtf, self.time_zone)

    @property
    def kind(self) -> DateKind:
        return self.reading.kind

    @property
    def precision(self) -> Precision:
        """Of the date that gives the place in the list."""
        return self.reading.precision

    @property
    def approximate(self) -> bool:
        return bool(self.reading.marks & Mark.APPROXIMATE)

    @property
    def uncertain(self) -> bool:
        return bool(self.reading.marks & Mark.UNCERTAIN)

    @property
    def earliest(self) -> int:
        """First possible second since 1970-01-01T00:00Z; the lower clamp where open."""
        return self.reading.earliest

    @property
    def latest(self) -> int:
        """Last possible second since 1970-01-01T00:00Z; the upper clamp where open."""
        return self.reading.latest

    @property
    def wall_span(self) -> tuple[int | None, int | None]:
        """First and last possible second by the clock of the place, counted from 1970-01-01T00:00 there; None: open or unknown."""
        tree = self.reading.tree
        return (None, None) if tree is None else tree_wall_span(tree)

    @property
    def sort_at(self) -> int:
        """First sort key: seconds by the clock of the place."""
        return self.reading.sort_at

    @property
    def sort_rank(self) -> int:
        """Second sort key, for values with the same `sort_at`."""
        return self.reading.sort_rank

    @property
    def month_group(self) -> str:
        """EDTF key of the heading in a list by month."""
        return self.reading.month_group

    @property
    def year_group(self) -> str:
        """EDTF key of the heading in a list by year."""
        return self.reading.year_group

    @property
    def weekday(self) -> int | None:
        """0 = Monday … 6 = Sunday for a single whole day, else None."""
        tree = self.reading.tree
        if not isinstance(tree, Point) or self.precision < Precision.DAY:
            return None
        return weekday_of(wall_span(tree)[0] // DAY_SECONDS)


def is_plain_day(edtf: str) -> bool:
    """Whether this is a day of the calendar such as "2024-01-23", which is canonical. Most dates are: a microsecond's look."""
    year, month, day = edtf[:4], edtf[5:7], edtf[8:]
    if len(edtf) != 10 or edtf[4] + edtf[7] != "--" or not (year + month + day).isdecimal() or not edtf.isascii():
        return False
    return "01" <= month <= "12" and 1 <= int(day) <= days_in_month(int(year), int(month))


UNDATED = UncertainDate()


def period_bounds(key: str) -> tuple[int, int]:
    """(earliest, latest) second of a heading's key by the clock of the place. Raises DateError."""
    reading = read_date(key, "")
    return reading.earliest, reading.latest
