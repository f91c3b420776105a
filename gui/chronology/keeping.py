"""What stays in place when a listing is replaced: the scroll position by an incident, the selection by rows."""

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection

from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.chronology.period_list_view import PeriodListView


@dataclass(frozen=True, slots=True)
class Anchor:
    """An incident that was on screen, and the y of its row."""

    incident_id: int
    top: int


def take_anchor(view: PeriodListView) -> Anchor | None:
    """The current incident if it is on screen, else the uppermost one; None in an empty list."""
    room = view.viewport().height()
    current = view.currentIndex()
    if current.isValid() and -view.delegate.row_height < view.row_rect(current.row()).top() < room:
        row: int | None = current.row()
    else:
        row = view.row_at(0)
        row = None if row is None else row + view.rows.row_map.is_heading(row)
    found = None if row is None else view.rows.incident_id_at(row)
    return None if row is None or found is None else Anchor(found, view.row_rect(row).top())


def restore_anchor(view: PeriodListView, anchor: Anchor | None) -> None:
    """Scroll so that the incident stands where it stood; nothing when it is gone."""
    row = None if anchor is None else view.rows.row_of(anchor.incident_id)
    if anchor is not None and row is not None:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + view.row_rect(row).top() - anchor.top)


def selection_of(model: ChronologyItemModel, rows: list[int]) -> QItemSelection:
    """`rows` (ascending) as a selection of unbroken runs."""
    selection = QItemSelection()
    start = 0
    for end, row in enumerate(rows):
        if end + 1 == len(rows) or rows[end + 1] != row + 1:
            selection.select(model.index(rows[start]), model.index(row))
            start = end + 1
    return selection
