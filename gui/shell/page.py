"""The places of the window."""

from enum import StrEnum


class Page(StrEnum):
    """What the middle of the window shows."""

    CHRONOLOGY = "chronology"
    TIMELINE = "timeline"
    CALENDAR = "calendar"
    SOURCES = "sources"
    ENTITIES = "entities"
    HISTORY = "history"
    BIN = "bin"
