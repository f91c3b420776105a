"""The proleptic Gregorian calendar in whole numbers: any year, year 0 = 1 BC. `datetime` ends at years 1 and 9999."""

LIMIT = 9 * 10**18
"""Seconds. Every instant is clamped to ±LIMIT so that it fits a signed 64-bit column."""
DAY_SECONDS = 86_400
_ERA_DAYS = 146_097  # days in 400 years
_EPOCH_SHIFT = 719_468  # days from 0000-03-01 to 1970-01-01
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def to_days(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01. Counts years from March so that the leap day comes last."""
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _ERA_DAYS + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _EPOCH_SHIFT


def from_days(days: int) -> tuple[int, int, int]:
    """(year, month, day) of a number of days since 1970-01-01."""
    era, of_era = divmod(days + _EPOCH_SHIFT, _ERA_DAYS)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def weekday_of(days: int) -> int:
    """0 = Monday … 6 = Sunday."""
    return (days + 3) % 7


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    years, index = divmod(month - 1 + count, 12)
    return year + years, index + 1


def clamp(seconds: int) -> int:
    return max(-LIMIT, min(LIMIT, seconds))
