"""Words inside the drawing of a timeline: silent stretches, links, the axis."""

from PySide6.QtCore import QCoreApplication

from gui.texts.lengths import length_text
from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import LinkKind

_LINKS = {
    LinkKind.PRECEDES: QT_TRANSLATE_NOOP("scene", "before"),
    LinkKind.CAUSED_BY: QT_TRANSLATE_NOOP("scene", "caused by"),
    LinkKind.RESPONSE_TO: QT_TRANSLATE_NOOP("scene", "response to"),
    LinkKind.PART_OF: QT_TRANSLATE_NOOP("scene", "part of"),
    LinkKind.SAME_AS: QT_TRANSLATE_NOOP("scene", "same as"),
    LinkKind.CONTRADICTS: QT_TRANSLATE_NOOP("scene", "contradicts"),
    LinkKind.SEE_ALSO: QT_TRANSLATE_NOOP("scene", "see also"),
}
_SILENT = QT_TRANSLATE_NOOP("scene", "nothing recorded · {length}")
_MONTH_TITLE = QT_TRANSLATE_NOOP("scene", "{month} {year}")
_DAY_TITLE = QT_TRANSLATE_NOOP("scene", "{weekday} {day} {month} {year}")
_BC = QT_TRANSLATE_NOOP("scene", "{year} BC")
_MILLION = QT_TRANSLATE_NOOP("scene", "{number} million")
_BILLION = QT_TRANSLATE_NOOP("scene", "{number} billion")


def _say(text: str) -> str:
    return QCoreApplication.translate("scene", text)


def silence_text(first: int, last: int) -> str:
    """ "nothing recorded · 6 days"."""
    return _say(_SILENT).format(length=length_text(first, last))


def arrow_text(kind: LinkKind) -> str:
    """The word on the arrow that leads from an incident to what it has to do with."""
    return _say(_LINKS[kind])


def axis_patterns() -> dict[str, str]:
    """How the axis puts dates together, by the field of `CalendarWords`."""
    return {
        "month_title": _say(_MONTH_TITLE),
        "day_title": _say(_DAY_TITLE),
        "before_christ": _say(_BC),
        "million": _say(_MILLION),
        "billion": _say(_BILLION),
    }
