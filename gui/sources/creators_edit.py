"""The names of a source, in their order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.sources.creator_row import CreatorRow
from gui.sources.csl_fields import roles_for
from gui.style import GAP_4
from models.drafts import CreatorDraft
from models.enums import SourceType
from models.errors import InvalidDraftError
from models.snapshots import CreatorLine

_MAX_ROWS = 200


class CreatorsEdit(QWidget):
    """Rows that can be added, removed and moved. Fact: creators_edited."""

    creators_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type = SourceType.ARTICLE_NEWSPAPER
        self._rows: list[CreatorRow] = []
        self._add = QPushButton(self.tr("+ Add a name"), self)
        self._add.setProperty("kind", "flat")
        self._add.setAccessibleName(self.tr("Add a name"))
        self._add.setToolTip(self.tr("Author, editor, interviewer…"))
        self._add.clicked.connect(self._on_add_clicked)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_4)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._list)
        layout.addLayout(foot)

    def set_type(self, source_type: SourceType) -> None:
        """Which roles new rows offer first."""
        self._type = source_type

    def show_creators(self, creators: Sequence[CreatorDraft | CreatorLine]) -> None:
        """Show these names; rows stay (with cursor and focus) where the names are the same already."""
        wanted = tuple(_as_draft(creator) for creator in creators)
        if self._shows(wanted):
            return
        for row in self._rows:
            self._drop(row)
        self._rows = []
        for creator in wanted:
            self._append().show_creator(creator)
        self._mark_ends()

    def _shows(self, wanted: tuple[CreatorDraft, ...]) -> bool:
        try:
            return wanted == self.creators() and len(wanted) == len(self._rows)
        except InvalidDraftError:
            return False

    def creators(self) -> tuple[CreatorDraft, ...]:
        """The names that are typed; empty rows are none. Raises InvalidDraftError."""
        found = (row.creator() for row in self._rows)
        return tuple(creator for creator in found if creator is not None)

    def _append(self) -> CreatorRow:
        row = CreatorRow(roles_for(self._type), self)
        row.creator_edited.connect(self._on_edited)
        row.move_requested.connect(self._on_move_requested)
        row.remove_requested.connect(self._on_remove_requested)
        self._rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: CreatorRow) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _mark_ends(self) -> None:
        for place, row in enumerate(self._rows):
            row.set_ends(is_first=place == 0, is_last=place == len(self._rows) - 1)
        self._add.setEnabled(len(self._rows) < _MAX_ROWS)

    def _on_add_clicked(self) -> None:
        row = self._append()
        row.show()
        self._mark_ends()
        row.focus_name()

    def _on_edited(self) -> None:
        self.creators_edited.emit()

    def _on_move_requested(self, row: CreatorRow, delta: int) -> None:
        place = self._rows.index(row) + delta
        if not 0 <= place < len(self._rows):
            return
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._list.removeWidget(row)
        self._list.insertWidget(place, row)
        self._order_tabs()
        self._mark_ends()
        self.creators_edited.emit()

    def _on_remove_requested(self, row: CreatorRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        self._drop(row)
        self._mark_ends()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].focus_name()
        else:
            self._add.setFocus()
        self.creators_edited.emit()

    def _order_tabs(self) -> None:
        stops = [stop for row in self._rows for stop in row.stops()]
        for before, after in pairwise((*stops, self._add)):
            QWidget.setTabOrder(before, after)


def _as_draft(creator: CreatorDraft | CreatorLine) -> CreatorDraft:
    if isinstance(creator, CreatorDraft):
        return creator
    return CreatorDraft(
        role=creator.role, family=creator.family, given_name=creator.given_name, literal=creator.literal
    )
