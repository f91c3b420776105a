"""Connects the actions of the Incident and Go menus to the list, the inspector and their controllers."""

from PySide6.QtCore import QObject

from gui.actions import ActionId, Actions
from gui.chronology.panel import ChronologyPanel
from gui.controllers.citation_controller import CitationController
from gui.controllers.incident_controller import IncidentController
from gui.controllers.link_controller import LinkController
from gui.controllers.quote_controller import QuoteController
from gui.controllers.source_controller import SourceController
from gui.inspector.incident_inspector import IncidentInspector
from gui.shell.page import Page
from gui.shell.workbench import Workbench
from gui.sources.sources_panel import Mode, SourcesPanel
from gui.timeline.timeline_page import TimelinePage


class IncidentActions(QObject):
    """Keys act on what the page that is shown has selected."""

    def __init__(
        self,
        workbench: Workbench,
        actions: Actions,
        incidents: IncidentController,
        citations: CitationController,
        links: LinkController,
        sources: SourceController,
        quotes: QuoteController,
    ) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._incidents = incidents
        self._citations = citations
        self._links = links
        self._source_controller = sources
        self._quotes = quotes
        self._actions = actions
        slots = {
            ActionId.EDIT: self._edit,
            ActionId.EDIT_DATE: self._edit_date,
            ActionId.CITE: self._cite,
            ActionId.LINK: self._link,
            ActionId.TAG: self._tag,
            ActionId.MARK: self._mark,
            ActionId.MOVE_UP: self._move_up,
            ActionId.MOVE_DOWN: self._move_down,
            ActionId.DELETE: self._delete,
            ActionId.SELECT_NEXT: self._next,
            ActionId.SELECT_PREVIOUS: self._previous,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(slot)

    def attach(
        self, panel: ChronologyPanel, timeline: TimelinePage, inspector: IncidentInspector, sources: SourcesPanel
    ) -> None:
        """Take over the panes, and their own wishes of the same kind."""
        self._panel = panel
        self._timeline = timeline
        self._inspector = inspector
        self._sources = sources
        panel.incident_opened.connect(self._edit)
        timeline.incident_opened.connect(self._edit)
        panel.cite_requested.connect(self._on_cite_requested)
        panel.link_requested.connect(self._links.link)
        panel.tag_requested.connect(self._tag)
        inspector.previous_requested.connect(self._previous)
        inspector.next_requested.connect(self._next)
        inspector.close_requested.connect(self._workbench.focus_page)
        panel.selection_changed.connect(self._follow_selection)
        sources.source_list.selection_changed.connect(self._follow_selection)
        self._workbench.page_shown.connect(self._follow_selection)

    def _follow_selection(self, _what: object = None) -> None:
        if self._workbench.page is Page.SOURCES:
            is_selected = bool(self._sources.source_list.selected_ids())
        else:
            is_selected = self._is_on_incidents and self._panel.current_id() is not None
        self._actions.update_needs(selection=is_selected)

    @property
    def _is_on_incidents(self) -> bool:
        return self._workbench.page.selects_incidents

    def _focus(self, field: str) -> None:
        if self._is_on_incidents:
            self._workbench.show_inspector()
            self._inspector.focus_field(field)

    def _edit(self, _incident_id: object = None) -> None:
        if self._workbench.page is Page.SOURCES:
            self._sources.set_mode(Mode.DETAILS)
            self._sources.editor.focus_title()
        else:
            self._focus("title")

    def _edit_date(self) -> None:
        self._focus("date")

    def _tag(self, _ids: object = None) -> None:
        are_several = len(self._panel.selected_ids()) > 1
        if self._workbench.page is Page.CHRONOLOGY and are_several:
            self._panel.bulk_bar.open_tag()
        elif self._is_on_incidents and are_several:
            self._workbench.show_inspector()
            self._inspector.pages.bulk.added.edit.setFocus()
        else:
            self._focus("tags")

    def _cite(self) -> None:
        shown = self._panel.current_id()
        if shown is not None and self._is_on_incidents:
            self._citations.cite(shown, self._inspector.cursor_offset())
        elif self._workbench.page is Page.SOURCES and self._sources.mode is Mode.READ:
            self._quotes.cite_selected()

    def _on_cite_requested(self, incident_id: int) -> None:
        self._citations.cite(incident_id)

    def _link(self) -> None:
        shown = self._panel.current_id()
        if shown is not None and self._is_on_incidents:
            self._links.link(shown)

    def _mark(self) -> None:
        if self._is_on_incidents:
            self._incidents.mark(self._panel.selected_ids())

    def _move_up(self) -> None:
        self._move(up=True)

    def _move_down(self) -> None:
        self._move(up=False)

    def _move(self, *, up: bool) -> None:
        shown = self._panel.current_id()
        if shown is not None and self._is_on_incidents:
            self._panel.move_in_day_requested.emit(shown, up)

    def _delete(self) -> None:
        if self._is_on_incidents:
            self._incidents.delete(self._panel.selected_ids())
        elif self._workbench.page is Page.SOURCES:
            self._source_controller.delete(self._sources.source_list.selected_ids())

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, delta: int) -> None:
        if self._workbench.page in {Page.CHRONOLOGY, Page.CALENDAR}:
            self._panel.step(delta)
        elif self._workbench.page is Page.TIMELINE:
            self._timeline.step(delta)
        elif self._workbench.page is Page.SOURCES:
            self._sources.source_list.step(delta)
