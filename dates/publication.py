"""The day of publication: what "today" and "Sunday" in a text are reckoned from."""

import datetime as dt

from dates.edtf import Mark, Point
from dates.reading import Precision
from dates.value import UncertainDate


def publication_day(date: UncertainDate) -> dt.date | dt.datetime | None:
    """The day, or the moment by the clock of the place, where it is certain; None for anything less precise.

    A month or an interval is no anchor: dates reckoned from a guessed day would look as sure as the others.
    """
    tree = date.reading.tree
    if not isinstance(tree, Point) or tree.all_marks != Mark.NONE or date.precision < Precision.DAY:
        return None
    try:
        if date.precision > Precision.DAY:
            return dt.datetime.fromisoformat(date.edtf)
        return dt.date.fromisoformat(date.edtf)
    except ValueError:
        return None  # years before 1 and after 9999 are no dates of Python's
