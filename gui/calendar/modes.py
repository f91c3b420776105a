"""What the calendar can be, and the steps of its zoom."""

from enum import StrEnum

from services.periods import Unit


class Mode(StrEnum):
    """How the rhythm of the incidents is shown."""

    CALENDAR = "calendar"
    BARS = "bars"
    GAPS = "gaps"


UNITS = (Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY)
"""From far away to close, the order of Alt+1 to Alt+4 as on the timeline."""


def zoomed_unit(unit: Unit, way: int) -> Unit:
    """The unit one step closer or further away; the same at the ends."""
    place = UNITS.index(unit) + way
    return UNITS[max(0, min(len(UNITS) - 1, place))]
