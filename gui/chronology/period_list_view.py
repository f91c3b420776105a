"""The chronology's headings and incidents as a list."""

from PySide6.QtWidgets import QWidget

from gui.chronology.chronology_delegate import ChronologyDelegate
from gui.chronology.chronology_item_model import ChronologyItemModel
from gui.grouped_list_view import GroupedListView
from gui.style import BAR_GROUP


class PeriodListView(GroupedListView):
    """A heading stays pinned at the top while its rows pass below it."""

    def __init__(self, model: ChronologyItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, pinned=BAR_GROUP)
        self.rows = model
        self.delegate = ChronologyDelegate(self, model)
        self.arrange(model, self.delegate)
