"""The way back by Esc: from words of a source to the citation one came from, from an incident to its words, and from a
stretch of time to the calendar."""

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from gui.chronology.panel import ChronologyPanel
from gui.controllers.session import Session
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.sources.sources_panel import Mode, SourcesPanel

_FURTHEST = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody was: a page, what was selected on it, and what had the keyboard."""

    page: Page
    mode: Mode
    selected: int | None
    focused: QWidget | None


class WayBack(QObject):
    """Places that were left by a jump, the newest last. Going anywhere by oneself forgets them."""

    def __init__(
        self, session: Session, workbench: Workbench, chronology: ChronologyPanel, sources: SourcesPanel
    ) -> None:
        super().__init__(session)
        self._workbench = workbench
        self._chronology = chronology
        self._sources = sources
        self._places: list[_Place] = []
        session.project_closed.connect(self.forget)

    def remember(self) -> None:
        """Note where somebody is, right before a jump."""
        page = self._workbench.page
        selected = None
        if page.selects_incidents:
            selected = self._chronology.current_id()
        elif page is Page.SOURCES:
            selected = self._sources.source_list.current_id()
        place = _Place(page, self._sources.mode, selected, QApplication.focusWidget())
        self._places = [*self._places[1 - _FURTHEST :], place]

    def forget(self) -> None:
        """There is nowhere to go back to."""
        self._places = []

    def go(self) -> bool:
        """Go back one place; False where there is none, or where Esc leaves a field first."""
        if not self._places or _is_typing():
            return False
        place = self._places.pop()
        self._workbench.show_page(place.page)
        if place.page is Page.SOURCES:
            self._sources.set_mode(place.mode)
        self._select(place)
        focused = place.focused
        if focused is not None and shiboken6.isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._workbench.focus_page()
        return True

    def _select(self, place: _Place) -> None:
        if place.selected is None:
            return
        if place.page.selects_incidents and self._chronology.current_id() != place.selected:
            self._chronology.select(place.selected)
        elif place.page is Page.SOURCES and self._sources.source_list.current_id() != place.selected:
            self._sources.source_list.select(place.selected)


def _is_typing() -> bool:
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
        return not focused.isReadOnly()
    return isinstance(focused, QComboBox | QAbstractSpinBox)
