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


def builtin_filters() -> dict[str, IncidentFilter]:
    """What each of them shows, by its key and in their order."""
    return {
        NEEDS_CITATION: IncidentFilter(uncited=True),
        DISAGREE: IncidentFilter(disputed_by_sources=True),
        UNVERIFIED: IncidentFilter(statuses=frozenset({Status.UNVERIFIED})),
        CHANGED: IncidentFilter(changed_since=ChangedWithin.WEEK),
    }


def builtin_words(key: str) -> tuple[str, str]:
    """Icon and name of a built-in view."""
    icon_name, words = _WORDS[key]
    return icon_name, QCoreApplication.translate("views", words)
