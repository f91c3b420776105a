"""Makes, renames, recolours and removes saved views and tags."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.counts_keeper import CountsKeeper
from gui.controllers.filter_reader import FilterReader
from gui.controllers.long_work import LongWork
from gui.controllers.session import Session
from gui.controllers.spot_keys import tag_of, view_of
from gui.filters.filter_values import view_name
from gui.main_window import MainWindow
from gui.shell.name_dialogs import COLOURS, NameDialog, TagDialog
from models.drafts import TagDraft
from models.snapshots import SavedViewCard, TagCard
from services import saved_views, tags
from services.progress import WorkProgress
from services.project import Project


class SpotController(QObject):
    """Answers the sidebar's context menus and its two plus buttons. `removed(name)`: a view or a tag is gone."""

    removed = Signal(str)

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        actions: Actions,
        counts: CountsKeeper,
        chronology: ChronologyController,
        long_work: LongWork,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._long_work = long_work
        self._window = window
        self._counts = counts
        self._chronology = chronology
        self._reader = FilterReader(session)
        self._key = ""
        sidebar = window.workbench.sidebar
        sidebar.spot_menu_requested.connect(self._show_menu)
        sidebar.spot_move_requested.connect(self._move)
        sidebar.spot_remove_requested.connect(self._remove)
        sidebar.add_tag_requested.connect(self.add_tag)
        sidebar.save_view_requested.connect(self.save_view)
        actions[ActionId.ADD_TAG].triggered.connect(self.add_tag)
        actions[ActionId.SAVE_VIEW].triggered.connect(self.save_view)

    def _view(self) -> SavedViewCard | None:
        return view_of(self._counts.counts, self._key)

    def _tag(self) -> TagCard | None:
        return tag_of(self._counts.counts, self._key)

    def _show_menu(self, key: str, place: QPoint) -> None:
        self._key = key
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._view() is not None:
            menu.addAction(self.tr("Rename…")).triggered.connect(self._rename_view)
            menu.addAction(self.tr("Replace by what is shown now")).triggered.connect(self._replace_view)
            menu.addSeparator()
            self._add(menu, self.tr("Move up"), "Alt+Up", self._move_up)
            self._add(menu, self.tr("Move down"), "Alt+Down", self._move_down)
            menu.addSeparator()
            self._add(menu, self.tr("Remove this view"), "Del", self._remove_view)
        elif self._tag() is not None:
            menu.addAction(self.tr("Edit name and colour…")).triggered.connect(self._edit_tag)
            menu.addAction(self.tr("Remove this tag")).triggered.connect(self._remove_tag)
        for action in menu.actions():
            action.setEnabled(self._session.is_writable)
        if menu.actions():
            menu.popup(place)
        else:
            menu.deleteLater()

    def _add(self, menu: QMenu, words: str, key: str, slot: Callable[[], None]) -> None:
        action = menu.addAction(words)
        action.setShortcut(key)  # shown here; the row itself answers the key
        action.triggered.connect(slot)

    def _move_up(self) -> None:
        self._move(self._key, -1)

    def _move_down(self) -> None:
        self._move(self._key, 1)

    def _move(self, key: str, step: int) -> None:
        """Put a saved view so many places down (negative: up); tags stand by name."""
        self._key = key
        view = self._view()
        if view is not None and self._session.is_writable:
            self._session.change(lambda project: saved_views.move_view(project, view.id, step, initiator=self))

    def save_view(self) -> None:
        """Ask for a name and keep the filter that is on."""
        if not self._session.is_writable:
            return
        wanted = self._chronology.filter
        name = view_name(wanted, self._reader.chosen(wanted))
        dialog = NameDialog(self.tr("Save this view"), self.tr("Save"), name, self._window)
        dialog.name_given.connect(self._on_view_named)
        dialog.open()

    def _on_view_named(self, name: str) -> None:
        wanted = self._chronology.filter
        self._session.change(lambda project: saved_views.add_view(project, name, wanted, initiator=self))

    def _rename_view(self) -> None:
        view = self._view()
        if view is not None:
            dialog = NameDialog(self.tr("Rename the view"), self.tr("Rename"), view.name, self._window)
            dialog.name_given.connect(self._on_view_renamed)
            dialog.open()

    def _on_view_renamed(self, name: str) -> None:
        view = self._view()
        if view is not None:
            self._session.change(lambda project: saved_views.edit_view(project, view.id, name=name, initiator=self))

    def _replace_view(self) -> None:
        view, wanted = self._view(), self._chronology.filter
        if view is not None:
            self._session.change(lambda project: saved_views.edit_view(project, view.id, wanted=wanted, initiator=self))

    def _remove(self, key: str) -> None:
        """Remove a saved view; a tag is on incidents and goes by its menu only."""
        self._key = key
        if self._session.is_writable:
            self._remove_view()

    def _remove_view(self) -> None:
        view = self._view()
        if view is not None and self._session.succeeds(
            lambda project: saved_views.remove_views(project, [view.id], initiator=self)
        ):
            self.removed.emit(view.name)

    def add_tag(self) -> None:
        """Ask for a name and a colour, then make a tag."""
        if not self._session.is_writable:
            return
        colour = len(self._counts.counts.tags) % COLOURS
        dialog = TagDialog(self.tr("New tag"), self.tr("Add"), colour=colour, parent=self._window)
        dialog.tag_given.connect(self._on_tag_given)
        dialog.open()

    def _on_tag_given(self, name: str, colour: int) -> None:
        self._session.change(lambda project: tags.add_tag(project, TagDraft(name=name, colour=colour), initiator=self))

    def _edit_tag(self) -> None:
        tag = self._tag()
        if tag is not None:
            dialog = TagDialog(self.tr("Edit the tag"), self.tr("Save"), tag.name, tag.colour, self._window)
            dialog.tag_given.connect(self._on_tag_edited)
            dialog.open()

    def _on_tag_edited(self, name: str, colour: int) -> None:
        tag = self._tag()
        if tag is not None:
            self._session.change(
                lambda project: tags.edit_tag(project, tag.id, TagDraft(name=name, colour=colour), initiator=self)
            )

    def _remove_tag(self) -> None:
        tag = self._tag()
        if tag is None:
            return
        rows = self._session.read(lambda project: tags.count_rows_of(project, [tag.id]))

        def remove(project: Project, progress: WorkProgress) -> None:
            tags.remove_tags(project, [tag.id], initiator=self, progress=progress)

        def tell() -> None:
            self.removed.emit(tag.name)

        if rows is not None:
            self._long_work.change(rows, remove, tell, title=self.tr("Removing a tag"))
