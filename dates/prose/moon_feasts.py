"""Days of the Islamic calendar, whose months follow the moon. They may be kept a day off: they are said as approximate."""

from dates.calendar import from_days, to_days

_EPOCH = to_days(622, 7, 19)
"""1 Muharram of the year 1 (16 July 622 of the Julian calendar)."""
_FIRST = 1410
_EARLIER = {
    (9, 1): "10011110110110100001000001010000010000000",
    (10, 1): "11011121110111100101101001111010011010111",
    (12, 10): "21011121110111100001111001121110011110100",
}
"""Days by which the Umm al-Qura calendar, which most news follow, is before the reckoned one, in the years from 1410."""


def moon_day(month: int, day: int, year: int) -> int:
    """Day number (days since 1970-01-01) of the first such day of an Islamic month in a year of ours."""
    islamic = (year - 622) * 33 // 32 - 1
    while from_days(_day_number(islamic, month, day))[0] < year:
        islamic += 1
    return _day_number(islamic, month, day)


def moon_month(month: int, year: int) -> tuple[int, int]:
    """Day numbers of the first and the last day of the first such month to begin in a year of ours."""
    first = moon_day(month, 1, year)
    last = moon_day(month + 1, 1, year) - 1
    return first, last if last > first else moon_day(month + 1, 1, year + 1) - 1


def _day_number(islamic: int, month: int, day: int) -> int:
    """By the arithmetic calendar (30 and 29 days in turn, eleven leap days in thirty years), mended where it is known."""
    leaps = (3 + 11 * islamic) // 30
    reckoned = _EPOCH + (islamic - 1) * 354 + leaps + (59 * (month - 1) + 1) // 2 + day - 1
    known = _EARLIER.get((month, day), "")
    place = islamic - _FIRST
    return reckoned - int(known[place]) if 0 <= place < len(known) else reckoned
