"""Sentences about pages of a preserved copy that are shown as images."""

from PySide6.QtCore import QCoreApplication, QLocale

from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


def place_text(page: int, count: int) -> str:
    """ "Page 3 of 12"."""
    words = _tr("Page {page} of {count}")
    return words.replace("{page}", QLocale().toString(page)).replace("{count}", QLocale().toString(count))


def zoom_text(zoom: float) -> str:
    """ "125 %"."""
    return _tr("{percent} %").replace("{percent}", QLocale().toString(round(100 * zoom)))


def copy_problem_text(error: UserFacingError) -> str:
    """Why no page of a copy can be shown, and what is safe."""
    kept = _tr("The preserved copy itself is unchanged.")
    return f"{_fact(error)} {kept}"


def page_problem_text(error: UserFacingError) -> str:
    """Why one page cannot be shown."""
    if error.problem is ProblemCode.IMPORT_TIMED_OUT:
        return _tr("Drawing this page took too long and was stopped.")
    if error.problem is ProblemCode.IMPORT_TOO_LARGE:
        return _tr("This page needs more memory than it may have.")
    return _tr("This page cannot be drawn.")


def _fact(error: UserFacingError) -> str:
    if error.problem is ProblemCode.IMPORT_TIMED_OUT:
        return _tr("Opening the preserved copy took too long and was stopped.")
    if error.problem is ProblemCode.IMPORT_TOO_LARGE:
        return _tr("Showing the preserved copy needs more memory than it may have.")
    if error.problem is ProblemCode.DAMAGED:
        return _tr("The bytes of this copy are no longer those that were preserved, so it is not shown.")
    if error.problem is not ProblemCode.IMPORT_UNREADABLE:
        return _tr("The preserved copy could not be read from the project.")
    if error.details.get("reason") == ImportFault.ENCRYPTED:
        return _tr("The file asks for a password, so its pages cannot be shown.")
    return _tr("The file is damaged, or not of the kind that its name says. It cannot be shown.")
