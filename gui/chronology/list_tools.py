"""The right end of the filter bar: how many are shown, grouping, density, inspector."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.chronology.words import say
from gui.controls import IconButton, plain_label
from gui.style import GAP_4, GAP_8
from gui.texts import incidents_text
from services.chronology import Grouping


class ListTools(QWidget):
    """Facts: the grouping or the density was changed here."""

    grouping_changed = Signal(object)
    density_changed = Signal(bool)
    inspector_toggle_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grouping = Grouping.MONTH
        self._compact = False
        self._count = plain_label("", "caption")
        self._by = QPushButton()
        self._by.setProperty("kind", "word")
        self._by.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._by.clicked.connect(self._toggle_grouping)
        self._density = IconButton("rows-3", "")
        self._density.clicked.connect(self._toggle_density)
        self._inspector = IconButton("panel-right", say("Inspector"), key="Ctrl+\\")
        self._inspector.clicked.connect(self.inspector_toggle_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._count)
        row.addWidget(self._by)
        row.addSpacing(GAP_4)
        row.addWidget(self._density)
        row.addSpacing(GAP_4)
        row.addWidget(self._inspector)
        self.set_grouping(Grouping.MONTH)
        self.set_compact(compact=False)

    def show_counts(self, shown: int, total: int, *, filtered: bool) -> None:
        """ "11 of 148 shown", or "148 incidents" when nothing is hidden."""
        some = say("{shown} of {total} shown").format(shown=f"{shown:,}", total=f"{total:,}")
        text = some if filtered else incidents_text(total)
        self._count.setText(say("{count} · by").format(count=text))

    def set_grouping(self, grouping: Grouping) -> None:
        """Show by what the list is grouped; emits nothing."""
        self._grouping = grouping
        by_month = grouping is Grouping.MONTH
        self._by.setText(say("month") if by_month else say("year"))
        other = say("Group by year") if by_month else say("Group by month")
        self._by.setToolTip(f"{other} (Ctrl+Shift+Y)")
        self._by.setAccessibleName(other)

    def set_compact(self, *, compact: bool) -> None:
        """Show which density the list has; emits nothing."""
        self._compact = compact
        self._density.set_icon_name("rows-4" if compact else "rows-2")
        self._density.set_words(say("Comfortable rows") if compact else say("Compact rows"), "Ctrl+Shift+C")

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the words where there is little room."""
        self._count.setVisible(not narrow)
        self._by.setVisible(not narrow)

    def _toggle_grouping(self) -> None:
        self.set_grouping(Grouping.YEAR if self._grouping is Grouping.MONTH else Grouping.MONTH)
        self.grouping_changed.emit(self._grouping)

    def _toggle_density(self) -> None:
        self.set_compact(compact=not self._compact)
        self.density_changed.emit(self._compact)
