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

    @property
    def shows_incidents(self) -> bool:
        """Whether the filter narrows what this page shows."""
        return self in {Page.CHRONOLOGY, Page.TIMELINE, Page.CALENDAR}

    @property
    def selects_incidents(self) -> bool:
        """Whether incidents are selected on this page, so that keys act on them."""
        return self.shows_incidents
