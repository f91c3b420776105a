"""The names of a source, in their order."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.fields.patch_field import NoteLine, PatchField
from gui.overriding import override
from gui.sources.creator_row import CreatorRow
from gui.sources.csl_fields import roles_for
from gui.sources.tab_order import insert_stops
from gui.style import GAP_4
from models.drafts import CreatorDraft
from models.enums import SourceType
from models.errors import InvalidDraftError
from models.snapshots import CreatorLine

_MAX_ROWS = 200


class CreatorsField(PatchField):
    """Rows that can be added, removed and moved."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._type = SourceType.ARTICLE_NEWSPAPER
        self._rows: list[CreatorRow] = []
        self._anchor: QWidget | None = None
        self._add = QPushButton(self.tr("+ Add a name"), self)
        self._add.setProperty("kind", "flat")
        self._add.setAccessibleName(self.tr("Add a name"))
        self._add.setToolTip(self.tr("Author, editor, interviewer…"))
        self._add.clicked.connect(self._on_add_clicked)
        self._note = NoteLine(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP_4)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._list)
        layout.addWidget(self._note)
        layout.addLayout(foot)

    def set_type(self, source_type: SourceType) -> None:
        """Which roles new rows offer first."""
        self._type = source_type

    @override
    def show_value(self, value: object) -> None:
        """Show these names; rows stay (with cursor and focus) where the names are the same already."""
        wanted = tuple(as_draft(creator) for creator in value) if isinstance(value, tuple) else ()
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
            return wanted == self.value() and len(wanted) == len(self._rows)
        except InvalidDraftError:
            return False

    @override
    def value(self) -> tuple[CreatorDraft, ...]:
        """The names that are typed; empty rows are none. Raises InvalidDraftError."""
        found = (row.creator() for row in self._rows)
        return tuple(creator for creator in found if creator is not None)

    @override
    def show_problem(self, text: str) -> None:
        self._note.say_problem(text)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

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
        self._order_tabs()
        self._add.setEnabled(len(self._rows) < _MAX_ROWS)

    def _on_add_clicked(self) -> None:
        row = self._append()
        row.show()
        self._mark_ends()
        row.focus_name()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_move_requested(self, row: CreatorRow, delta: int) -> None:
        place = self._rows.index(row) + delta
        if not 0 <= place < len(self._rows):
            return
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._list.removeWidget(row)
        self._list.insertWidget(place, row)
        self._mark_ends()
        self.chosen.emit()

    def _on_remove_requested(self, row: CreatorRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        self._drop(row)
        self._mark_ends()
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].focus_name()
        else:
            self._add.setFocus()
        self.chosen.emit()

    def set_anchor(self, anchor: QWidget) -> None:
        """What Tab leaves before it comes to the names."""
        self._anchor = anchor

    def last_stop(self) -> QWidget:
        """Where Tab stops last in this field."""
        return self._add

    def _order_tabs(self) -> None:
        insert_stops(self._anchor, [stop for row in self._rows for stop in row.stops()])


def as_draft(creator: CreatorDraft | CreatorLine) -> CreatorDraft:
    """A stored name as it would be typed."""
    if isinstance(creator, CreatorDraft):
        return creator
    return CreatorDraft(
        role=creator.role, family=creator.family, given_name=creator.given_name, literal=creator.literal
    )
