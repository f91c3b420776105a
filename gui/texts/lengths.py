"""How long a stretch of time is, in words."""

from PySide6.QtCore import QCoreApplication

from dates.calendar import DAY_SECONDS
from gui.texts.mark import QT_TRANSLATE_NOOP

_MINUTES = QT_TRANSLATE_NOOP("lengths", "{n} minutes")
_UNITS = (
    (DAY_SECONDS * 365.2425, 5, QT_TRANSLATE_NOOP("lengths", "{n} years")),
    (DAY_SECONDS * 30.436875, 3, QT_TRANSLATE_NOOP("lengths", "{n} months")),
    (DAY_SECONDS, 1, QT_TRANSLATE_NOOP("lengths", "{n} days")),
    (3600, 1, QT_TRANSLATE_NOOP("lengths", "{n} hours")),
    (60, 1, _MINUTES),
)
"""Seconds of a unit, from how many of them on it is used, and its words."""
_NEARLY = 0.1
_ONE = {
    "{n} days": QT_TRANSLATE_NOOP("lengths", "1 day"),
    "{n} hours": QT_TRANSLATE_NOOP("lengths", "1 hour"),
    "{n} minutes": QT_TRANSLATE_NOOP("lengths", "1 minute"),
}


def length_text(first: int, last: int) -> str:
    """ "6 days", "25 months"; both seconds are in the stretch."""
    seconds = last + 1 - first
    for unit, least, words in _UNITS:
        # A month that has not quite passed is none, but a February is one.
        count = int(seconds / unit + _NEARLY)
        if count >= least:
            return _say(_ONE[words]) if count == 1 else _say(words).format(n=f"{count:,}")
    return _say(_ONE[_MINUTES])


def _say(text: str) -> str:
    return QCoreApplication.translate("lengths", text)
