"""Marks a text of a table for translation; it is translated when it is used."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """`text` itself. lupdate finds the call by its name; PySide6's own is typed to return an object."""
    del context
    return text
