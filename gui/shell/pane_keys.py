"""Keys that only the timeline or the calendar hears and that are no actions: the sheet of keys tells them."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP as _NOOP

TIMELINE, CALENDAR = "Timeline", "Calendar"
"""Headings: words of the table of actions."""


class KeyLine(NamedTuple):
    """What some keys do; they are portable key texts."""

    text: object
    keys: tuple[str, ...]


PANE_KEYS: Mapping[str, tuple[KeyLine, ...]] = {
    TIMELINE: (
        KeyLine(_NOOP("actions", "Move on"), ("Left", "Right")),
        KeyLine(_NOOP("actions", "Move on by a page"), ("PgUp", "PgDown")),
        KeyLine(_NOOP("actions", "Beginning, end"), ("Home", "End")),
        KeyLine(_NOOP("actions", "Lane above, below"), ("Up", "Down")),
        KeyLine(_NOOP("actions", "Open the incident"), ("Enter",)),
        KeyLine(_NOOP("actions", "On its name: move a lane"), ("Alt+Up", "Alt+Down")),
        KeyLine(_NOOP("actions", "Close it, open it"), ("Left", "Right")),
    ),
    CALENDAR: (
        KeyLine(_NOOP("actions", "Squares, bars, gaps"), ("Ctrl+PgDown",)),
        KeyLine(_NOOP("actions", "The other way round"), ("Ctrl+PgUp",)),
        KeyLine(_NOOP("actions", "By year, by month"), ("Alt+1", "Alt+2")),
        KeyLine(_NOOP("actions", "By week, by day"), ("Alt+3", "Alt+4")),
        KeyLine(_NOOP("actions", "Larger, smaller, all"), ("+", "-", "0")),
        KeyLine(_NOOP("actions", "To the left, to the right"), ("Left", "Right")),
        KeyLine(_NOOP("actions", "Up, down"), ("Up", "Down")),
        KeyLine(_NOOP("actions", "Previous, next with incidents"), ("[", "]")),
        KeyLine(_NOOP("actions", "First, last with incidents"), ("Home", "End")),
        KeyLine(_NOOP("actions", "Scroll"), ("PgUp", "PgDown")),
        KeyLine(_NOOP("actions", "Show in the chronology"), ("Enter",)),
        KeyLine(_NOOP("actions", "Show on the timeline"), ("Shift+Enter",)),
    ),
}
"""By the heading that they stand under."""
