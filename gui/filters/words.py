"""Words of the filters."""

from PySide6.QtCore import QCoreApplication


def say(text: str, count: int = -1) -> str:
    """`text` in the language of the user, %n replaced by `count`."""
    return QCoreApplication.translate("filters", text, "", count)
