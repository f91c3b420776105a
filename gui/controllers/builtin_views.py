"""The saved views that every project has."""

from PySide6.QtCore import QCoreApplication

from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import ChangedWithin, Status
from models.snapshots import IncidentFilter

NEEDS_CITATION, DISAGREE, UNVERIFIED, CHANGED = "needs-citation", "disagree", "unverified", "changed-this-week"
_WORDS = {
    NEEDS_CITATION: ("triangle-alert", QT_TRANSLATE_NOOP("views", "Needs a citation")),
    DISAGREE: ("split", QT_TRANSLATE_NOOP("views", "Sources disagree")),
    UNVERIFIED: ("circle-dashed", QT_TRANSLATE_NOOP("views", "Unverified")),
    CHANGED: ("history", QT_TRANSLATE_NOOP("views", "Changed this week")),
}


def builtin_keys() -> tuple[str, ...]:
    """The keys in their order."""
    return tuple(_WORDS)


def builtin_words(key: str) -> tuple[str, str]:
    """Icon and name of a built-in view."""
    icon_name, words = _WORDS[key]
    return icon_name, QCoreApplication.translate("views", words)


def builtin_filter(key: str) -> IncidentFilter | None:
    """The filter of a built-in view; None for another key."""
    if key == NEEDS_CITATION:
        return IncidentFilter(uncited=True)
    if key == DISAGREE:
        return IncidentFilter(disputed_by_sources=True)
    if key == UNVERIFIED:
        return IncidentFilter(statuses=frozenset({Status.UNVERIFIED}))
    if key == CHANGED:
        return IncidentFilter(changed_since=ChangedWithin.WEEK)
    return None
