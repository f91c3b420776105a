"""The chronology list: selection, keys, and what stays in place when the listing changes."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.chronology.drop_view import DropView
from gui.chronology.keeping import restore_anchor, selection_of, take_anchor
from gui.chronology.sticky_heading import StickyHeading
from gui.grouped_rows import ModelIndex
from gui.overriding import override

if TYPE_CHECKING:
    from services.chronology import Listing

_Flag = QItemSelectionModel.SelectionFlag
_Action = DropView.CursorAction
_MOVES = {
    Qt.Key.Key_Up: _Action.MoveUp,
    Qt.Key.Key_Down: _Action.MoveDown,
    Qt.Key.Key_Home: _Action.MoveHome,
    Qt.Key.Key_End: _Action.MoveEnd,
    Qt.Key.Key_PageUp: _Action.MovePageUp,
    Qt.Key.Key_PageDown: _Action.MovePageDown,
}


class ChronologyView(DropView):
    """Facts: which incident is shown (`incident_selected`, None for none) and which are chosen. All else are wishes."""

    incident_selected = Signal(object)
    selection_changed = Signal(list)
    edit_requested = Signal(int)
    delete_incidents_requested = Signal(list)
    cite_requested = Signal(int)
    words_requested = Signal(int)
    link_requested = Signal(int)
    tag_requested = Signal(list)
    mark_requested = Signal(list)
    menu_requested = Signal(int, QPoint)

    def __init__(self, model: ChronologyItemModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._sticky = StickyHeading(self)
        self._shown: int | None = None
        self._chosen: list[int] = []
        self._restoring = False
        self.setAccessibleName(self.tr("Chronology"))
        self.setTabKeyNavigation(False)
        self.delegate.cite_requested.connect(self.cite_requested)
        self.delegate.link_requested.connect(self.link_requested)
        self.delegate.menu_requested.connect(self.menu_requested)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)

    def set_listing(self, listing: "Listing", *, keep_rows: bool = False) -> None:
        """Show another listing. Selection and scroll position stay with their incidents; a neighbour replaces the
        shown incident when it is gone."""
        anchor = take_anchor(self)
        place = self.rows.place_of_id(self._shown) if self._shown is not None else None
        self._restoring = True
        self.rows.set_listing(listing, keep_rows=keep_rows)
        self.relayout()
        rows = self.rows.rows_of(self._chosen)
        if not rows and place is not None and listing.ids:
            rows = [self.rows.row_map.row_of(min(place, len(listing.ids) - 1))]
        self._choose(rows, self.rows.row_of(self._shown) if self._shown is not None else None)
        restore_anchor(self, anchor)
        self._restoring = False
        self._tell()
        self._sticky.follow()

    def set_compact(self, compact: bool) -> None:
        """Compact rows, or comfortable ones; the shown incident stays in view."""
        self.delegate.set_compact(compact)
        self.relayout()
        self.scrollTo(self.currentIndex())
        self._sticky.follow()

    def select_incident(self, incident_id: int | None) -> bool:
        """Select one incident and show it; False (and nothing selected) when the listing does not hold it."""
        row = self.rows.row_of(incident_id) if incident_id is not None else None
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        self.selectionModel().setCurrentIndex(self.rows.index(row), _Flag.ClearAndSelect)
        self.scrollTo(self.rows.index(row))
        return True

    def select_incidents(self, ids: Iterable[int], current: int | None) -> None:
        """Select several incidents, those that are listed; `current` is the one that is shown."""
        rows = self.rows.rows_of(ids)
        self._restoring = True  # of thousands it takes long to say which they are: once is enough
        self._choose(rows, self.rows.row_of(current) if current is not None else None)
        self._restoring = False
        if rows:
            self.scrollTo(self.currentIndex())
        self._tell()

    def current_id(self) -> int | None:
        """The incident that is shown, None when none is."""
        return self._shown

    def selected_ids(self) -> list[int]:
        """The chosen incidents, in the order of the list."""
        parts = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return [found for top, bottom in parts for found in self.rows.ids_between(top, bottom)]

    def step(self, delta: int) -> None:
        """Select the next (1) or previous (-1) incident."""
        action = self.CursorAction.MoveDown if delta > 0 else self.CursorAction.MoveUp
        self.selectionModel().setCurrentIndex(
            self.moveCursor(action, Qt.KeyboardModifier.NoModifier), _Flag.ClearAndSelect
        )

    def step_group(self, delta: int = 1) -> None:
        """Select the first incident of the next (1) or previous (-1) period."""
        headings = self.rows.row_map.heading_rows
        if not headings:
            return
        current = self.currentIndex()
        started = current.isValid() and self.selectionModel().hasSelection()
        group = self.rows.row_map.group_of(current.row()) + delta if started else 0
        row = headings[min(max(group, 0), len(headings) - 1)] + 1
        self.selectionModel().setCurrentIndex(self.rows.index(row), _Flag.ClearAndSelect)
        self.scrollTo(self.rows.index(row), self.ScrollHint.PositionAtTop)

    def _choose(self, rows: list[int], current: int | None) -> None:
        row = current if current is not None and current in rows else rows[0] if rows else None
        model = self.selectionModel()
        model.setCurrentIndex(QModelIndex() if row is None else self.rows.index(row), _Flag.NoUpdate)
        model.select(selection_of(self.rows, rows), _Flag.ClearAndSelect)

    def _tell(self, *_selections: QItemSelection) -> None:
        """Announce what changed since the last time."""
        if self._restoring:
            return
        chosen = self.selected_ids()
        index = self.currentIndex()
        current = self.rows.incident_id_at(index.row()) if index.isValid() else None
        shown = current if current in chosen else chosen[0] if chosen else None
        chosen_before, shown_before = self._chosen, self._shown
        self._chosen, self._shown = chosen, shown
        if shown != shown_before:
            self.viewport().update()
            self._sticky.update()
            self.incident_selected.emit(shown)
        if chosen != chosen_before:
            self.selection_changed.emit(list(chosen))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.delegate.by_keyboard = True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        command = self._commands().get((Qt.Key(event.key()), modifiers))
        if command is not None:
            command()
        elif event.key() in _MOVES and not (modifiers or self.selectionModel().hasSelection()):
            # Qt moves only from one row to another, so that Home would not select the row that is current already.
            target = self.moveCursor(_MOVES[Qt.Key(event.key())], Qt.KeyboardModifier.NoModifier)
            self.selectionModel().setCurrentIndex(target, _Flag.ClearAndSelect)
        else:
            super().keyPressEvent(event)

    def _commands(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]:
        key, none = Qt.Key, Qt.KeyboardModifier.NoModifier
        shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
        wishes = KeyWishes(self)
        return {
            (key.Key_J, none): wishes.go_next,
            (key.Key_K, none): wishes.go_previous,
            (key.Key_J, shift): wishes.go_next_group,
            (key.Key_K, shift): wishes.go_previous_group,
            **dict.fromkeys([(k, none) for k in (key.Key_Return, key.Key_Enter, key.Key_E, key.Key_F2)], wishes.edit),
            **dict.fromkeys([(k, none) for k in (key.Key_Delete, key.Key_Backspace)], wishes.delete),
            (key.Key_C, none): wishes.cite,
            (key.Key_L, none): wishes.link,
            (key.Key_Space, none): wishes.show_words,
            (key.Key_T, none): wishes.tag,
            (key.Key_M, none): wishes.mark,
            (key.Key_Up, alt): wishes.move_up,
            (key.Key_Down, alt): wishes.move_down,
        }

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; typing to find belongs to the search field."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.delegate.by_keyboard = False
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.row_at(event.pos().y())
            wanted = None if row is None else self.rows.incident_id_at(row)
            where = event.globalPos()
        else:
            wanted = self._shown
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if wanted is not None:
            self.menu_requested.emit(wanted, where)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sticky.follow()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._sticky.follow()

    @override
    def currentChanged(self, current: ModelIndex, previous: ModelIndex) -> None:
        super().currentChanged(current, previous)
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            # QListView finds no row of its own layout and would announce the whole list.
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def _open(self, index: QModelIndex) -> None:
        incident_id = self.rows.incident_id_at(index.row())
        if incident_id is not None:
            self.edit_requested.emit(incident_id)


class KeyWishes:
    """What the keys of the list ask for."""

    def __init__(self, view: ChronologyView) -> None:
        self._view = view

    def go_next(self) -> None:
        self._view.step(1)

    def go_previous(self) -> None:
        self._view.step(-1)

    def go_next_group(self) -> None:
        self._view.step_group(1)

    def go_previous_group(self) -> None:
        self._view.step_group(-1)

    def edit(self) -> None:
        self._wish_one(self._view.edit_requested)

    def cite(self) -> None:
        self._wish_one(self._view.cite_requested, writes=True)

    def show_words(self) -> None:
        self._wish_one(self._view.words_requested)

    def link(self) -> None:
        self._wish_one(self._view.link_requested, writes=True)

    def delete(self) -> None:
        self._wish_all(self._view.delete_incidents_requested)

    def tag(self) -> None:
        self._wish_all(self._view.tag_requested)

    def mark(self) -> None:
        self._wish_all(self._view.mark_requested)

    def move_up(self) -> None:
        self._move(up=True)

    def move_down(self) -> None:
        self._move(up=False)

    def _move(self, *, up: bool) -> None:
        current = self._view.current_id()
        if current is not None and not self._view.delegate.read_only:
            self._view.move_requested.emit(current, up)

    def _wish_one(self, signal: SignalInstance, *, writes: bool = False) -> None:
        current = self._view.current_id()
        if current is not None and not (writes and self._view.delegate.read_only):
            signal.emit(current)

    def _wish_all(self, signal: SignalInstance) -> None:
        ids = self._view.selected_ids()
        if ids and not self._view.delegate.read_only:
            signal.emit(ids)
