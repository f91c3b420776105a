"""The open window's inside: panels and controllers, made once after the first paint and wired here."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from gui.actions import ActionId, Actions
from gui.calendar.calendar_page import CalendarPage
from gui.chronology.panel import ChronologyPanel
from gui.controllers.calendar_controller import CalendarController
from gui.controllers.calendar_ways import CalendarWays
from gui.controllers.caption_reader import CaptionReader
from gui.controllers.capture_controller import CaptureController
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.citation_controller import CitationController
from gui.controllers.command_controller import CommandController
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.date_suggester import DateSuggester
from gui.controllers.day_order import DayOrder
from gui.controllers.export_controller import ExportController
from gui.controllers.file_checker import FileChecker
from gui.controllers.filter_controller import FilterController
from gui.controllers.find_keys import FindKeys
from gui.controllers.history_controller import HistoryController
from gui.controllers.hit_opener import HitOpener
from gui.controllers.import_controller import ImportController
from gui.controllers.incident_actions import IncidentActions
from gui.controllers.incident_controller import IncidentController
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.link_controller import LinkController
from gui.controllers.long_work import LongWork
from gui.controllers.pages_controller import PagesController
from gui.controllers.picture_controller import PictureController
from gui.controllers.project_controller import ProjectController
from gui.controllers.project_reader import ProjectReader
from gui.controllers.reading_room import Panes, ReadingRoom, Runners
from gui.controllers.recent_controller import RecentController
from gui.controllers.refused_edits import RefusedEdits
from gui.controllers.rescue import rescue_folder
from gui.controllers.row_menus import RowMenus
from gui.controllers.search_controller import SearchController
from gui.controllers.session import Session
from gui.controllers.sidebar_controller import SidebarController
from gui.controllers.source_controller import SourceController
from gui.controllers.spot_controller import SpotController
from gui.controllers.start_controller import StartController
from gui.controllers.timeline_actions import TimelineActions
from gui.controllers.timeline_room import Neighbours, TimelineRoom
from gui.error_report import ErrorReport
from gui.fields.date_reader import DateReader
from gui.inspector.incident_inspector import IncidentInspector
from gui.main_window import MainWindow
from gui.notices import Notices
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.page_loader import PageLoader
from gui.reader.pages_pane import PagesPane
from gui.reader.reader_pane import ReaderPane
from gui.shell.bin_page import BinPage
from gui.shell.entities_page import EntitiesPage
from gui.shell.history_page import HistoryPage
from gui.shell.page import Page
from gui.shell.status_notice import UNDO
from gui.sources.sources_panel import SourcesPanel
from gui.style import ThemeKeeper
from gui.task_runner import TaskRunner
from gui.timeline.loaders import TimelineLoaders
from gui.timeline.timeline_page import TimelinePage
from gui.window_state import WindowState
from models.snapshots import IncidentFilter

# The key of the way on from an export: open what was written.
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is there before the first paint."""

    window: MainWindow
    actions: Actions
    state: WindowState
    themes: ThemeKeeper


class Desk(QObject):
    """Holds the parts and connects siblings; answers only wishes that two of them share."""

    def __init__(self, frame: Frame, notices: Notices, report: ErrorReport) -> None:
        super().__init__(frame.window)
        self._window = frame.window
        self._workbench = frame.window.workbench
        self._status = self._workbench.status_line
        self._actions = frame.actions
        self.session = Session(notices, frame.window, rescue_folder())
        self.runner = TaskRunner(report.report, self)
        self._long_work = LongWork(self.session, TaskRunner(report.report, self))
        # A worker of its own: dates are read while a file is imported or exported, and neither waits for the other.
        self.dates = DateReader(TaskRunner(report.report, self), parent=self)
        self._reader = ProjectReader(self.session, self.dates)
        self._runners = Runners(self.runner, TaskRunner(report.report, self))
        self._counter = TaskRunner(report.report, self)
        self._searcher = TaskRunner(report.report, self)
        self._captions = CaptionReader(self.session)
        self._lane_runner = TaskRunner(report.report, self)
        self._page_loader = PageLoader(TaskRunner(report.report, self), self._reader.page_images, self)
        self._pages = PagesPane(self._page_loader)
        self._build_panels(frame.state)
        self._build_controllers(frame)
        self._connect_session()
        self._connect_siblings()
        frame.actions.tint(frame.themes.theme)

    def _build_panels(self, state: WindowState) -> None:
        self.chronology = ChronologyPanel(self._reader.incident_rows, self._reader.filter_loaders())
        self.chronology.show_words_by(self._reader.row_excerpts)
        self.timeline = TimelinePage(
            TimelineLoaders(self._captions.captions, self._captions.card), self._reader.filter_loaders()
        )
        self.calendar = CalendarPage(self._reader.incident_rows, self._reader.filter_loaders())
        self.inspector = IncidentInspector()
        self.sources = SourcesPanel(self._reader.source_loaders(), self.session.notices)
        self.text = ReaderPane(self.dates)
        self.text.add_pages(self._pages)
        self.proposals = ProposalsPane(self._reader.proposal_loaders())
        self.sources.add_reading(self.text, self.proposals)
        self.entities = EntitiesPage()
        self._history = HistoryPage()
        self._bin = BinPage()
        bench = self._workbench
        bench.add_page(Page.CHRONOLOGY, self.chronology, self.chronology.focus_list)
        bench.add_page(Page.TIMELINE, self.timeline, self.timeline.focus_canvas)
        bench.add_page(Page.CALENDAR, self.calendar, self.calendar.focus_view, self.calendar.panes)
        bench.add_page(Page.SOURCES, self.sources, self.sources.focus_list, self.sources.panes)
        bench.add_page(Page.ENTITIES, self.entities, self.entities.setFocus)
        bench.add_page(Page.HISTORY, self._history, self._history.setFocus)
        bench.add_page(Page.BIN, self._bin, self._bin.setFocus)
        self._workbench.set_inspector(self.inspector)
        self.sources.restore_layout(state)
        self._state = state

    def _build_controllers(self, frame: Frame) -> None:
        session, actions, state = self.session, frame.actions, frame.state
        # Order matters: who is made first hears of a change first. The index, numbers, then the list, then what it selects.
        self._index = IndexKeeper(session, self._counter)
        self._checker = FileChecker(session, self._counter)
        self._counts = CountsKeeper(session, self._index, self._counter)
        self._chronology = ChronologyController(session, self.chronology, self._index, self._counts, actions, state)
        self._incidents = IncidentController(
            session, self.chronology, self.inspector, self._chronology, self._counts, actions, self._long_work
        )
        self._order = DayOrder(session, self.chronology, self._long_work)
        self._refused = RefusedEdits(session, self.inspector)
        self._suggester = DateSuggester(session, self.inspector.form.date.suggestions, self.dates)
        self._citations = CitationController(session, self.inspector, self._reader)
        self._links = LinkController(session, self.inspector, self._reader)
        self.timelines = TimelineRoom(session, self.timeline, self._workbench, self._lane_runner)
        self.timelines.build(
            self.chronology, Neighbours(self._index, self._chronology, self._incidents, self._links), state
        )
        self._calendar = CalendarController(
            session, self.calendar, self._workbench, self._index, self._chronology, state
        )
        self._ways = CalendarWays(self.calendar, self._calendar, self.chronology, self._workbench)
        self._sources = SourceController(session, self.sources, self._counts, self._long_work)
        self._build_desk(frame)

    def _build_desk(self, frame: Frame) -> None:
        """What stands around the incidents and their sources."""
        session, window, actions, state = self.session, frame.window, frame.actions, frame.state
        panes = Panes(self.chronology, self.inspector, self.sources, self.text, self.proposals)
        self.reading = ReadingRoom(session, panes, self._workbench, actions, state, self._runners)
        self.reading.build(self._sources, self._incidents, self._reader)
        self._captures = CaptureController(session, self.sources, self.runner, state, self._long_work)
        self.imports = ImportController(session, actions, self._sources, self.runner, self._status, state)
        self._spots = SpotController(session, window, actions, self._counts, self._chronology, self._long_work)
        self._filters = FilterController(session, self._workbench, actions, self._chronology, self._spots)
        for bar in (self.chronology.filter_bar, self.timeline.filter_bar, self.calendar.filter_bar):
            self._filters.attach(bar)
        self._sidebar = SidebarController(session, window, self._counts, self._chronology)
        self._changes = HistoryController(session, window, self._history, actions, self._long_work)
        self.pages = PagesController(session, window, self._bin, self.entities, actions, self._long_work)
        self._commands = CommandController(
            session, window, actions, state, frame.themes, self._reader, self.reading.way
        )
        self._projects = ProjectController(session, window, actions, state, self._long_work)
        self._pictures = PictureController(
            session, actions, self.timeline, self._index, self._chronology, self.timelines.lanes, self.runner
        )
        self._pictures.picture_saved.connect(self._on_picture_saved)
        self.exports = ExportController(session, actions, self._chronology, self._pictures, self.runner)
        self._recent = RecentController(window, actions, state)
        self._start = StartController(
            session, actions, self._projects, self._incidents, self._sources, self.imports, self.reading.quotes
        )
        self._search = SearchController(session, window, self._chronology, self._commands, self._searcher)
        self._find_keys = FindKeys(window, actions, self.sources, self.text, self.entities)
        self._opener = HitOpener(self._workbench, self._incidents, self.inspector, self._sources, self.reading.words)
        self._search.panel.hit_opened.connect(self._opener.open)
        self._keys = IncidentActions(
            self._workbench, actions, self._incidents, self._citations, self._links, self._sources, self.reading.quotes
        )
        self._keys.attach(self.chronology, self.timeline, self.inspector, self.sources)
        self._time_keys = TimelineActions(actions, self.timeline, self._workbench)
        self._ways.connect_to(self._incidents, self._counts, self.timelines, actions, self.reading.way)
        self._menus = RowMenus(self.chronology, self.sources.source_list, actions)

    def _connect_session(self) -> None:
        self.session.project_opened.connect(self._on_project_opened)
        self.session.project_closing.connect(self.runner.finish)
        self.session.project_closing.connect(self._page_loader.finish)
        self.session.flush_requested.connect(self._pages.keep_words)
        self.session.project_closed.connect(self._on_project_closed)
        self.session.change_saved.connect(self._on_change_saved)
        self.session.save_failed.connect(self._on_save_failed)
        self._status.retry_requested.connect(self.session.flush)
        self.runner.work_started.connect(self._status.start_work)
        self.runner.work_progressed.connect(self._status.show_progress)
        self.runner.work_ended.connect(self._status.hide_work)
        self._status.cancel_requested.connect(self.runner.cancel)
        self._window.close_requested.connect(self._on_close_requested)
        for taken in (self._window.files_dropped, self._window.files_pasted, self.sources.source_list.files_dropped):
            taken.connect(self._start.take_files)

    def _connect_siblings(self) -> None:
        self.timeline.menu_requested.connect(self._menus.show_incident_menu)
        self.timeline.words_requested.connect(self.reading.words.show_incident)
        self.calendar.pane.list.menu_requested.connect(self._menus.show_incident_menu)
        self.calendar.pane.list.words_requested.connect(self.reading.words.show_incident)
        self._incidents.incident_shown.connect(self._show_chronology)
        self._sources.source_shown.connect(self._show_sources)
        self._citations.source_requested.connect(self.reading.show_cited_source)
        self._commands.incident_requested.connect(self._incidents.reveal)
        self._commands.source_requested.connect(self._sources.reveal)
        self._sidebar.page_requested.connect(self._commands.show_page)
        self.pages.filter_requested.connect(self._on_filter_requested)
        self._recent.project_requested.connect(self._projects.open)
        self._incidents.incidents_deleted.connect(self._on_deleted)
        self._sources.sources_deleted.connect(self._on_deleted)
        self._spots.removed.connect(self._on_removed)
        self._status.notice_pressed.connect(self._on_notice_pressed)
        self.exports.export_written.connect(self._on_export_written)
        self.sources.editor.incident_requested.connect(self._incidents.reveal)
        self.chronology.files_dropped.connect(self._start.take_files)
        for dropped in (self.chronology.text_dropped, self.sources.source_list.text_dropped):
            dropped.connect(self.imports.add_text)
        self.sources.source_list.text_paste_requested.connect(self.imports.paste_text)
        self.sources.source_list.import_requested.connect(self.imports.ask_files)
        self._actions[ActionId.CONFIRM_SOURCE].triggered.connect(self._sources.confirm)
        self.imports.details_requested.connect(self.reading.ways_in.show_details)
        self.imports.source_imported.connect(self.reading.ways_in.read_new)
        self.imports.proposals_requested.connect(self.reading.read_proposals_of)
        self.chronology.inspector_toggle_requested.connect(self._workbench.toggle_inspector)
        self.chronology.new_incident_requested.connect(self._incidents.start_new)

    def open(self, path: Path) -> bool:
        """Open the project that the command line or the last run names."""
        return self._projects.open(path)

    def _on_project_opened(self) -> None:
        writable = self.session.is_writable
        self._actions.update_needs(project=True, writable=writable, incident=False)
        if writable:
            self._status.show_saved("")
        else:
            self._status.show_read_only()
        self._workbench.show_page(Page.CHRONOLOGY)
        self._workbench.focus_page()

    def _on_project_closed(self) -> None:
        self._actions.update_needs(project=False, writable=True, incident=False)
        self._status.hide_notice()

    def _on_change_saved(self, time_of_day: str) -> None:
        self._status.show_saved(time_of_day)
        # What "Undo" would take back is another change from now on.
        self._status.hide_notice(UNDO)

    def _on_save_failed(self) -> None:
        self._status.show_not_saved(can_retry=True)

    def _show_chronology(self) -> None:
        if not self._workbench.page.selects_incidents:
            self._workbench.show_page(Page.CHRONOLOGY)
        self._workbench.show_inspector()

    def _show_sources(self) -> None:
        self._workbench.show_page(Page.SOURCES)

    def _on_filter_requested(self, wanted: IncidentFilter) -> None:
        self._workbench.show_page(Page.CHRONOLOGY)
        self._chronology.show_filter(wanted)
        self._workbench.focus_page()

    def _on_deleted(self, count: int) -> None:
        moved = self.tr("Moved to the bin.")
        many = self.tr("{count} moved to the bin.").replace("{count}", f"{count:,}")
        self._status.show_notice(moved if count == 1 else many, (UNDO, self.tr("Undo")))

    def _on_removed(self, name: str) -> None:
        self._status.show_notice(self.tr("“{name}” was removed.").replace("{name}", name), (UNDO, self.tr("Undo")))

    def _on_export_written(self, name: str) -> None:
        words = self.tr("Exported {name}.").replace("{name}", name)
        self._status.show_notice(words, (OPEN, self.tr("Open")))

    def _on_picture_saved(self, target: Path) -> None:
        self.exports.note_written(target)
        self._on_export_written(target.name)

    def _on_notice_pressed(self, key: str) -> None:
        if key == UNDO:
            self._changes.undo()
        elif key == OPEN:
            self.exports.open_written()

    def _on_close_requested(self, event: QCloseEvent) -> None:
        if not self._projects.leave():
            event.ignore()
            return
        self.sources.keep_layout(self._state)
