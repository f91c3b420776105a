"""The places of the window."""

from enum import StrEnum


class Page(StrEnum):
    """What the middle of the window shows."""

    CHRONOLOGY = "chronology"
    SOURCES = "sources"
    ENTITIES = "entities"
    HISTORY = "history"
    BIN = "bin"
