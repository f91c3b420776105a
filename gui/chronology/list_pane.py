"""The part of the chronology pane that speaks for its list."""

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QFrame, QWidget

from gui.chronology.chronology_item_model import ChronologyItemModel, FetchRows
from gui.chronology.chronology_view import ChronologyView
from gui.chronology.row_excerpts import FetchExcerpts


class ListPane(QFrame):
    """Holds the item model and the view; what others may ask them goes through here."""

    def __init__(self, fetch_rows: FetchRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChronologyItemModel(fetch_rows, self)
        self.view = ChronologyView(self.model)

    def refresh_rows(self, ids: Collection[int]) -> None:
        """Read these rows anew when they are next shown."""
        self.model.invalidate(ids)

    def show_words_by(self, fetch: FetchExcerpts) -> None:
        """Where the pieces come from that show the words of a search."""
        self.view.delegate.excerpts.attach(fetch)

    def select(self, incident_id: int | None) -> bool:
        """Select one incident and show it; False when the list does not hold it."""
        return self.view.select_incident(incident_id)

    def select_many(self, ids: Iterable[int], current: int | None) -> None:
        """Select several incidents; `current` is the one of them that is shown."""
        self.view.select_incidents(ids, current)

    def current_id(self) -> int | None:
        """The incident that is shown, None when none is."""
        return self.view.current_id()

    def selected_ids(self) -> list[int]:
        """The chosen incidents, in the order of the list."""
        return self.view.selected_ids()

    def position_of(self, incident_id: int) -> int | None:
        """The 1-based number of an incident in the list, None when it is not shown."""
        place = self.model.place_of_id(incident_id)
        return None if place is None else place + 1

    def focus_list(self) -> None:
        """Give the list the keyboard."""
        self.view.setFocus()

    def step(self, delta: int) -> None:
        """Select the next (1) or previous (-1) incident."""
        self.view.step(delta)

    def step_group(self) -> None:
        """Select the first incident of the next period. (Takes no argument, so that an action can be connected.)"""
        self.view.step_group(1)

    def keep_current_only(self) -> None:
        """Reduce a selection of several to the shown incident."""
        self.view.select_incident(self.view.current_id())
        self.view.setFocus()
