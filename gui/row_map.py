"""Where the rows of a grouped list are: row ↔ line by number, and row ↔ pixel, each in O(log groups)."""

from bisect import bisect_right
from collections.abc import Sequence


class RowMap:
    """A list of groups, each a heading row followed by as many lines as it counts (incidents, finds, proposals)."""

    def __init__(self, counts: Sequence[int]) -> None:
        self.heading_rows: list[int] = []
        self._firsts: list[int] = []
        first = 0
        for group, count in enumerate(counts):
            self.heading_rows.append(first + group)
            self._firsts.append(first)
            first += count
        self.line_count = first
        self.row_count = first + len(counts)

    def group_of(self, row: int) -> int:
        """The group that `row` belongs to, as heading or as line."""
        return bisect_right(self.heading_rows, row) - 1

    def heading_of(self, row: int) -> int:
        """The row of the heading that `row` stands under, itself where it is one."""
        return self.heading_rows[self.group_of(row)]

    def is_heading(self, row: int) -> bool:
        """True when `row` is a group's heading."""
        group = self.group_of(row)
        return group >= 0 and self.heading_rows[group] == row

    def place_of(self, row: int) -> int | None:
        """The 0-based number of the line in `row`, None for a heading or outside of the list."""
        group = self.group_of(row)
        outside = group < 0 or row >= self.row_count
        return None if outside or self.heading_rows[group] == row else row - group - 1

    def row_of(self, place: int) -> int:
        """The row of the line with the 0-based number `place`."""
        return place + bisect_right(self._firsts, place)

    def places_between(self, top: int, bottom: int) -> tuple[int, int]:
        """The lines in the rows `top`…`bottom` (inclusive) as a half-open range of numbers."""
        return top - self.group_of(top - 1) - 1, bottom - self.group_of(bottom)


class RowGeometry:
    """Pixel positions of a RowMap whose headings and lines each have one height."""

    def __init__(self, rows: RowMap, heading_height: int, line_height: int) -> None:
        self._rows = rows
        self._heading = heading_height
        self._line = line_height
        self._tops = [
            group * heading_height + (row - group) * line_height for group, row in enumerate(rows.heading_rows)
        ]
        self.total = len(self._tops) * heading_height + rows.line_count * line_height

    def top_of(self, row: int) -> int:
        """The y of the upper edge of `row` in the whole list."""
        group = self._rows.group_of(row)
        below = row - self._rows.heading_rows[group]
        return self._tops[group] + (self._heading + (below - 1) * self._line if below else 0)

    def height_of(self, row: int) -> int:
        """The height of `row`."""
        return self._heading if self._rows.is_heading(row) else self._line

    def row_at(self, y: int) -> int | None:
        """The row that covers `y`, None above the first and below the last."""
        if not 0 <= y < self.total:
            return None
        group = bisect_right(self._tops, y) - 1
        below = y - self._tops[group] - self._heading
        return self._rows.heading_rows[group] + (0 if below < 0 else 1 + below // self._line)
