"""Where the date words of a text stand in Qt's document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from dates.mention import DateMention
from gui.fields.capture_text import CaptureText


@dataclass(frozen=True, slots=True)
class DateMark:
    """A mention between two positions of Qt's document."""

    start: int
    end: int
    mention: DateMention


class DateMarks:
    """Marks in the order of the text; they do not overlap. Looking one up takes no longer in a long text."""

    def __init__(self, marks: Sequence[DateMark] = ()) -> None:
        self._marks = tuple(marks)
        self._starts = [mark.start for mark in self._marks]

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[DateMark]:
        return iter(self._marks)

    def within(self, first: int, last: int) -> Sequence[DateMark]:
        """The marks of which a part lies between two positions."""
        begin = bisect_right(self._starts, first)
        if begin and self._marks[begin - 1].end > first:
            begin -= 1
        return self._marks[begin : bisect_left(self._starts, last)]

    def at(self, position: int) -> DateMark | None:
        """The mark that a position is in, its end included."""
        index = bisect_right(self._starts, position) - 1
        return self._marks[index] if index >= 0 and position <= self._marks[index].end else None

    def after(self, position: int) -> DateMark | None:
        """The first mark that starts behind a position; behind the last one comes the first again."""
        if not self._marks:
            return None
        return self._marks[bisect_right(self._starts, position) % len(self._marks)]

    def before(self, position: int) -> DateMark | None:
        """The last mark that starts ahead of a position; ahead of the first one comes the last again."""
        return self._marks[bisect_left(self._starts, position) - 1] if self._marks else None


def marks_of(capture: CaptureText, found: Iterable[DateMention]) -> DateMarks:
    """Mentions of the stored text as marks of the shown one; what overlaps or is not shown is left out."""
    mentions: list[DateMention] = []
    for mention in sorted(found, key=attrgetter("start")):
        if not mentions or mention.start >= mentions[-1].end:
            mentions.append(mention)
    ends = capture.positions(offset for mention in mentions for offset in (mention.start, mention.end))
    pairs = zip(ends[::2], ends[1::2], mentions, strict=True)
    return DateMarks([DateMark(start, end, mention) for start, end, mention in pairs if start < end])
