"""Fills the sidebar and the status line's numbers, and shows what a saved view or tag stands for."""

from PySide6.QtCore import QObject, Signal

from dates import format_group
from gui.controllers.builtin_views import builtin_filters, builtin_words
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.session import Session
from gui.controllers.spot_keys import tag_key, tag_of, view_key, view_of
from gui.main_window import MainWindow
from gui.shell.page import Page
from gui.shell.sidebar_section import SidebarSpot
from models.snapshots import IncidentFilter, ProjectCounts
from services.properties import get_project_card


class SidebarController(QObject):
    """Keys of rows: a built-in view's name, `view:7`, `tag:3`."""

    page_requested = Signal(object)
    """Payload: the Page that a chosen row needs."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        counts: CountsKeeper,
        chronology: ChronologyController,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._window = window
        self._sidebar = window.workbench.sidebar
        self._status = window.workbench.status_line
        self._counts = counts
        self._chronology = chronology
        self._keys: dict[IncidentFilter, str] = {}
        session.project_opened.connect(self._on_project_opened)
        counts.counts_changed.connect(self._show_counts)
        chronology.filter_changed.connect(self._on_filter_changed)
        window.workbench.page_shown.connect(self._on_page_shown)
        self._sidebar.spot_requested.connect(self.show_spot)
        self._status.uncited_requested.connect(self._show_uncited)

    def _on_project_opened(self) -> None:
        self._sidebar.set_read_only(not self._session.is_writable)

    def _show_counts(self, counts: ProjectCounts) -> None:
        card = self._session.read(get_project_card)
        if card is not None:
            self._sidebar.project_button.show_project(card.title, span_text(counts))
        self._sidebar.set_count(Page.CHRONOLOGY, counts.incidents)
        self._sidebar.set_count(Page.SOURCES, counts.sources)
        self._sidebar.set_count(Page.ENTITIES, counts.entities)
        self._sidebar.set_count(Page.BIN, counts.binned)
        self._status.show_counts(counts.incidents, counts.sources, counts.uncited)
        is_movable = self._session.is_writable
        own = [
            SidebarSpot(view_key(view), "bookmark", view.name, view.incident_count, is_movable=is_movable)
            for view in counts.views
        ]
        self._sidebar.views.show_spots([*self._builtin_spots(), *own])
        self._sidebar.tags.show_spots(
            [SidebarSpot(tag_key(tag), f"tag{tag.colour}", tag.name, tag.incident_count) for tag in counts.tags]
        )
        self._note_filters(counts)
        self._on_filter_changed(self._chronology.filter)

    def _note_filters(self, counts: ProjectCounts) -> None:
        """Which row stands for which filter; where two do, the first."""
        filters = [
            *((wanted, key) for key, wanted in builtin_filters().items()),
            *((view.filter, view_key(view)) for view in counts.views),
            *((IncidentFilter(tag_ids=frozenset({tag.id})), tag_key(tag)) for tag in counts.tags),
        ]
        self._keys = dict(reversed(filters))

    def _builtin_spots(self) -> list[SidebarSpot]:
        filters = builtin_filters().items()
        return [SidebarSpot(key, *builtin_words(key), self._counts.count_of(wanted)) for key, wanted in filters]

    def filter_of(self, key: str) -> IncidentFilter | None:
        """The filter behind a row; None where the row is gone."""
        view, tag = view_of(self._counts.counts, key), tag_of(self._counts.counts, key)
        if view is not None:
            return view.filter
        if tag is not None:
            return IncidentFilter(tag_ids=frozenset({tag.id}))
        return builtin_filters().get(key)

    def _on_filter_changed(self, wanted: IncidentFilter) -> None:
        is_in_force = self._window.workbench.page.shows_incidents and not wanted.is_empty
        self._sidebar.show_spot(self._keys.get(wanted, "") if is_in_force else "")

    def _on_page_shown(self, _page: Page) -> None:
        self._on_filter_changed(self._chronology.filter)

    def show_spot(self, key: str) -> None:
        """Narrow the page on screen to a saved view or tag; a second press shows everything again."""
        wanted = self.filter_of(key)
        if wanted is None:
            return
        was_shown = self._window.workbench.page.shows_incidents
        self._show_incidents()
        if was_shown and wanted == self._chronology.filter:
            self._chronology.clear_filters()
        else:
            self._chronology.show_filter(wanted)
        self._on_filter_changed(self._chronology.filter)

    def _show_incidents(self) -> None:
        """Lead to the list, unless list, timeline or calendar is on screen."""
        if not self._window.workbench.page.shows_incidents:
            self.page_requested.emit(Page.CHRONOLOGY)

    def _show_uncited(self) -> None:
        self._show_incidents()
        self._chronology.show_filter(IncidentFilter(uncited=True))


def span_text(counts: ProjectCounts) -> str:
    """The span of a project's dates: "Jul 2021 – Jan 2024"; "" while nothing is dated."""
    if counts.earliest is None or counts.latest is None:
        return ""
    first, last = (short_group(date.month_group) for date in (counts.earliest, counts.latest))
    return first if first == last else f"{first} – {last}"


def short_group(key: str) -> str:
    """The words of a list heading, a month's name cut to three letters."""
    words = format_group(key).split(" ")
    if "01" <= key[-2:] <= "12" and key[-3:-2] == "-":
        words[0] = words[0][:3]
    return " ".join(words)
