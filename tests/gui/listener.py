"""Stands for a screen reader, where none runs."""

from PySide6.QtGui import QAccessibleAnnouncementEvent, QAccessibleEvent


class Listener:
    """Takes the place of QAccessible in a module; `heard` are the announcements."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:
        return True

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        self.heard.append(event.message())
