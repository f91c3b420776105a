"""Answers the pages of the bin and of people and places."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from gui.actions import ActionId, Actions
from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from gui.main_window import MainWindow
from gui.shell.bin_page import BinPage
from gui.shell.entities_page import EntitiesPage
from gui.shell.name_dialogs import NameDialog
from gui.shell.page import Page
from models.changes import ChangeSet, RecordKind
from models.drafts import EntityPatch
from models.snapshots import IncidentFilter
from services.bin import empty_bin, list_bin
from services.entities import count_rows_of, edit_entity, list_entities, merge_entities, remove_entities
from services.incident_index import count_incidents
from services.incidents import restore_incidents
from services.progress import WorkProgress
from services.project import Project
from services.sources import restore_sources


class PagesController(QObject):
    """Fills a page when it is shown, and after each change while it is on screen."""

    filter_requested = Signal(object)
    """Payload: the IncidentFilter whose incidents are wanted on screen."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        bin_page: BinPage,
        entities: EntitiesPage,
        actions: Actions,
        long_work: LongWork,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._window = window
        self._bin = bin_page
        self._entities = entities
        self._renamed = 0
        session.project_opened.connect(self._on_project_opened)
        session.project_changed.connect(self._on_project_changed)
        window.workbench.page_shown.connect(self._fill)
        bin_page.restore_requested.connect(self._restore)
        bin_page.empty_requested.connect(self.empty)
        actions[ActionId.EMPTY_BIN].triggered.connect(self.empty)
        entities.incidents_requested.connect(self._on_incidents_requested)
        entities.rename_requested.connect(self._ask_rename)
        entities.merge_requested.connect(self._merge)
        entities.remove_requested.connect(self._remove)
        entities.search_changed.connect(self._on_search_changed)

    def _on_project_opened(self) -> None:
        self._bin.set_read_only(not self._session.is_writable)
        self._entities.set_read_only(not self._session.is_writable)
        self._fill(self._window.workbench.page)

    def _on_project_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.INCIDENT, RecordKind.SOURCE, RecordKind.ENTITY, RecordKind.ROLE):
            self._fill(self._window.workbench.page)

    def _fill(self, page: Page) -> None:
        if not self._session.is_open:
            return
        if page is Page.BIN:
            self._bin.show_rows(self._session.read(list_bin) or ())
        elif page is Page.ENTITIES:
            text = self._entities.search.text().strip()
            self._entities.show_entities(self._session.read(lambda project: list_entities(project, text=text)) or ())

    def _on_search_changed(self, _text: str) -> None:
        self._fill(Page.ENTITIES)

    def _restore(self, chosen: Sequence[tuple[str, int]]) -> None:
        incidents = [key for kind, key in chosen if kind == "incident"]
        sources = [key for kind, key in chosen if kind == "source"]

        def restore(project: Project, progress: WorkProgress) -> None:
            if incidents:
                restore_incidents(project, incidents, initiator=self, progress=progress)
            if sources:
                restore_sources(project, sources, initiator=self, progress=progress)

        title = self.tr("Taking {count} items out of the bin").replace("{count}", f"{len(chosen):,}")
        # Of two changes the first is stored before the second could be cancelled.
        can_cancel = not (incidents and sources)
        self._long_work.change(len(chosen), restore, title=title, can_cancel=can_cancel)

    def empty(self) -> None:
        """Remove everything in the bin for good, after a question: this alone cannot be undone."""
        rows = self._session.read(list_bin) or ()
        if not rows:
            return
        title = self.tr("Remove {count} items for good?").replace("{count}", f"{len(rows):,}")
        if len(rows) == 1:
            title = self.tr("Remove “{title}” for good?").replace("{title}", rows[0].title)
        text = self.tr("It is erased from this file and from its history, and cannot be undone. Backups still hold it.")
        if self._session.notices.confirm(self._window, title, text, self.tr("Empty the bin")):
            self._empty(len(rows))

    def _empty(self, count: int) -> None:
        def empty(project: Project, _progress: WorkProgress) -> None:
            empty_bin(project, initiator=self)

        # Nothing of them is left anywhere: the words of all others are indexed anew, and the file is written anew.
        rows = count + (self._session.read(count_incidents) or 0)
        title = self.tr("Emptying the bin")
        self._long_work.change(rows, empty, self._on_emptied, title=title, can_cancel=False)

    def _on_emptied(self) -> None:
        self._fill(self._window.workbench.page)

    def _on_incidents_requested(self, entity_id: int) -> None:
        self.filter_requested.emit(IncidentFilter(entity_ids=frozenset({entity_id})))

    def _ask_rename(self, entity_id: int) -> None:
        cards = self._session.read(list_entities) or ()
        card = next((card for card in cards if card.id == entity_id), None)
        if card is not None:
            self._renamed = entity_id
            dialog = NameDialog(self.tr("Rename"), self.tr("Rename"), card.name, self._window)
            dialog.name_given.connect(self._on_name_given)
            dialog.open()

    def _on_name_given(self, name: str) -> None:
        patch = EntityPatch(name=name)
        self._session.change(lambda project: edit_entity(project, self._renamed, patch, initiator=self))

    def _merge(self, ids: Sequence[int]) -> None:
        def merge(project: Project, progress: WorkProgress) -> None:
            merge_entities(project, ids[0], ids[1:], initiator=self, progress=progress)

        self._take_away(ids[1:], merge, self.tr("Merging names"))

    def _remove(self, ids: Sequence[int]) -> None:
        def remove(project: Project, progress: WorkProgress) -> None:
            remove_entities(project, ids, initiator=self, progress=progress)

        self._take_away(ids, remove, self.tr("Removing names"))

    def _take_away(self, ids: Sequence[int], work: Callable[[Project, WorkProgress], None], title: str) -> None:
        rows = self._session.read(lambda project: count_rows_of(project, ids))
        if rows is not None:
            self._long_work.change(rows, work, title=title)
