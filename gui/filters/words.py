"""Words of the filters."""

from PySide6.QtCore import QCoreApplication


def say(text: str) -> str:
    """`text` in the language of the user."""
    return QCoreApplication.translate("filters", text)
