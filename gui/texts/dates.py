"""How a date field answers: what it understood, or why it did not."""

from PySide6.QtCore import QCoreApplication

from dates import DateError, DateProblem, UncertainDate, describe_precision, format_date
from gui.texts.changes import shorten
from gui.texts.mark import QT_TRANSLATE_NOOP

PROBLEMS = {
    DateProblem.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP("dates", "“{text}” was not understood as a date."),
    DateProblem.NOT_A_DAY: QT_TRANSLATE_NOOP("dates", "“{text}” is not a day."),
    DateProblem.NOT_A_MONTH: QT_TRANSLATE_NOOP("dates", "“{text}” names no month."),
    DateProblem.NOT_A_TIME: QT_TRANSLATE_NOOP("dates", "“{text}” names no time of day."),
    DateProblem.AMBIGUOUS: QT_TRANSLATE_NOOP("dates", "“{text}” can be read as two days."),
    DateProblem.ENDS_BEFORE_START: QT_TRANSLATE_NOOP("dates", "“{text}” ends before it starts."),
    DateProblem.WEEKDAY_DIFFERS: QT_TRANSLATE_NOOP("dates", "“{text}” was another day of the week."),
    DateProblem.TOO_LONG: QT_TRANSLATE_NOOP("dates", "This is too long for a date."),
    DateProblem.UNKNOWN_TIME_ZONE: QT_TRANSLATE_NOOP("dates", "“{text}” is no known time zone."),
}
TRY = QT_TRANSLATE_NOOP("dates", "Try {suggestion}.")
TRY_MONTH = QT_TRANSLATE_NOOP("dates", "Try {suggestion}, or {month} if the day is not known.")
EXAMPLES = QT_TRANSLATE_NOOP("dates", "Try “20 Jan 2024”, “mid-October 2023” or “between 4 and 9 January 2024”.")
TRY_ZONE = QT_TRANSLATE_NOOP("dates", "Try “Europe/Berlin” or “+03:00”.")
UNDERSTOOD = QT_TRANSLATE_NOOP("dates", "Understood as: {date} ({precision})")
_LONGEST = 60


STATED = QT_TRANSLATE_NOOP("dates", "says {stated}")
STATED_BESIDE = QT_TRANSLATE_NOOP("dates", "says {stated}, the incident {date}")


def _say(text: str) -> str:
    return QCoreApplication.translate("dates", text)


def understood_text(date: UncertainDate) -> str:
    """“Understood as: 20 January 2024 (day)”; "" for an undated incident."""
    if not date.edtf:
        return ""
    precision = describe_precision(date)
    said = _say(UNDERSTOOD).replace("{date}", format_date(date))
    return said.replace("{precision}", precision) if precision else said.replace(" ({precision})", "")


def stated_text(stated: UncertainDate, date: UncertainDate) -> str:
    """The date that a source gives, beside that of the incident: "says 21 January 2024, the incident 20 January 2024"."""
    said = _say(STATED_BESIDE if date.edtf else STATED).replace("{stated}", format_date(stated))
    return said.replace("{date}", format_date(date))


def date_problem_text(error: DateError) -> str:
    """What is wrong with a typed date, and what to try instead."""
    said = _say(PROBLEMS[error.problem]).replace("{text}", shorten(error.text, _LONGEST))
    return f"{said} {_advice(error)}".strip()


def _advice(error: DateError) -> str:
    if error.problem is DateProblem.UNKNOWN_TIME_ZONE:
        return _say(TRY_ZONE)
    if not error.suggestion:
        return _say(EXAMPLES) if error.problem in {DateProblem.NOT_UNDERSTOOD, DateProblem.TOO_LONG} else ""
    parts = error.suggestion.split()
    if error.problem is DateProblem.NOT_A_DAY and len(parts) == 3 and parts[0].isdigit():
        return _say(TRY_MONTH).replace("{suggestion}", error.suggestion).replace("{month}", " ".join(parts[1:]))
    return _say(TRY).replace("{suggestion}", error.suggestion)
