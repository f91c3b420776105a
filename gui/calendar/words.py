"""Words of the calendar: periods, counts, and how exactly dates are known."""

from PySide6.QtCore import QCoreApplication, QLocale

from dates import DateStyle, UncertainDate, format_date, format_group
from dates.calendar import weekday_of
from gui.texts import incidents_text
from services.periods import Period, Unit
from services.rhythm import Fit, Rhythm

_NARROW, _SHORT = QLocale.FormatType.NarrowFormat, QLocale.FormatType.ShortFormat
_WEEKDAYS = 7


def say(text: str) -> str:
    """`text` in the language of the user."""
    return QCoreApplication.translate("calendar", text)


def period_title(period: Period) -> str:
    """ "20 January 2024", "15 to 21 January 2024", "January 2024", "2024"."""
    return format_date(UncertainDate.stored(period.edtf), DateStyle.LONG)


def incidents(count: int) -> str:
    """ "no incidents", "1 incident", "1,204 incidents"."""
    return incidents_text(count) if count else say("no incidents")


def count_on(period: Period, count: int) -> str:
    """ "3 incidents on 20 January 2024", "no incident in January 2024"."""
    forms = {
        Unit.DAY: say("{incidents} on {period}"),
        Unit.WEEK: say("{incidents} in the week from {period}"),
        Unit.MONTH: say("{incidents} in {period}"),
        Unit.YEAR: say("{incidents} in {period}"),
    }
    counted = incidents(count) if count else say("No incident")
    return forms[period.unit].format(incidents=counted, period=period_title(period))


def tip_of(rhythm: Rhythm, period: Period) -> str:
    """What a square, a bar or a label says: how many, and how many are known only to the month or year around it."""
    if period.unit is rhythm.unit:
        lines = [count_on(period, rhythm.count_of(period))]
        if period.unit is Unit.DAY:
            lines[0] = say("{count}, a {weekday}").format(count=lines[0], weekday=weekday(period.number))
        return "\n".join(lines)
    lines = [count_on(period, rhythm.total_of(period))]
    if only := rhythm.count_of(period):
        lines.append(inexact(period.unit, rhythm.unit, only))
    return "\n".join(lines)


def inexact(level: Unit, unit: Unit, count: int) -> str:
    """ "7 of them not dated to the day": what is known to lie in a month or year, and in no smaller period."""
    if level is Unit.YEAR:
        words = say("{n} of them not dated to the month")
    else:
        words = (
            say("{n} of them not dated to the day") if unit is Unit.DAY else say("{n} of them not dated to the week")
        )
    return words.format(n=f"{count:,}")


def weekday(day: int) -> str:
    """The name of a day's weekday."""
    return QLocale().dayName(weekday_of(day) + 1)


def week_start() -> int:
    """The first day of a week where the person lives, 0 = Monday."""
    return QLocale().firstDayOfWeek().value - 1


def weekday_letters() -> list[str]:
    """The letters of a week, from its first day on."""
    start = week_start()
    return [QLocale().standaloneDayName((start + place) % _WEEKDAYS + 1, _NARROW) for place in range(_WEEKDAYS)]


def month_name(month: int, *, short: bool = True) -> str:
    """The name of a month, 0 = January."""
    return QLocale().standaloneMonthName(month + 1, _SHORT if short else QLocale.FormatType.LongFormat)


def month_letter(month: int) -> str:
    return QLocale().standaloneMonthName(month + 1, _NARROW)


def year_title(year: int) -> str:
    """ "2024", "44 BC"."""
    return format_group(Period(Unit.YEAR, year).edtf)


def decade_title(first: int) -> str:
    """ "1990s"; before our era its two ends."""
    if first > 0:
        return say("{year}s").format(year=first)
    return f"{year_title(first)} –"


def fit_title(fit: Fit, period: Period, unit: Unit) -> str:
    """The heading over incidents that fit a period in one way, where they are counted by a unit."""
    exactly = {
        Unit.DAY: say("On this day"),
        Unit.WEEK: say("In this week"),
        Unit.MONTH: say("In this month"),
        Unit.YEAR: say("In this year"),
    }
    in_month = (
        say("In the month, not dated to the day") if unit is Unit.DAY else say("In the month, not dated to the week")
    )
    in_year = say("In the year, not dated to the month")
    if fit is Fit.COUNTED and period.unit is not unit:
        return in_month if period.unit is Unit.MONTH else in_year
    return {
        Fit.COUNTED: exactly[period.unit],
        Fit.INSIDE: say("Dated more exactly"),
        Fit.LASTING: say("Still going on"),
        Fit.OF_MONTH: in_month,
        Fit.OF_YEAR: in_year,
        Fit.MAYBE: say("Perhaps then: before, after or within years"),
    }[fit]


def length_words(unit: Unit, count: int) -> str:
    """ "25 months": how long an empty stretch is."""
    forms = {
        Unit.DAY: (say("1 day"), say("{n} days")),
        Unit.WEEK: (say("1 week"), say("{n} weeks")),
        Unit.MONTH: (say("1 month"), say("{n} months")),
        Unit.YEAR: (say("1 year"), say("{n} years")),
    }
    one, many = forms[unit]
    return one if count == 1 else many.format(n=f"{count:,}")


def rest_words(rhythm: Rhythm) -> str:
    """What has no place on the calendar: "Without a place here: 2 within several years, 4 undated"."""
    named = _placeless(rhythm)
    return say("Without a place here: {what}").format(what=named) if named else ""


def none_counted(unit: Unit) -> str:
    """Over a page without a single square or bar."""
    return {
        Unit.DAY: say("None is dated to the day."),
        Unit.WEEK: say("None is dated to the week."),
        Unit.MONTH: say("None is dated to the month."),
        Unit.YEAR: say("None is dated to the year."),
    }[unit]


def inexact_words(rhythm: Rhythm) -> str:
    """How exactly those without a square or bar are dated: "1 to the month, 3 to the year, 1 within several years"."""
    parts = (
        (sum(rhythm.by_month.values()), say("{n} to the month")),
        (sum(rhythm.by_year.values()), say("{n} to the year")),
    )
    named = [words.format(n=f"{count:,}") for count, words in parts if count]
    return ", ".join([*named, *filter(None, [_placeless(rhythm)])]) + "."


def _placeless(rhythm: Rhythm) -> str:
    parts = (
        (rhythm.longer, say("{n} within several years")),
        (rhythm.open, say("{n} only before or after a date")),
        (rhythm.undated, say("{n} undated")),
    )
    return ", ".join(words.format(n=f"{count:,}") for count, words in parts if count)
