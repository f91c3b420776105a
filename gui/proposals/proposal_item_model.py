"""The other proposals as a list: those that come next, those before, and those that are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, Qt

from gui.grouped_rows import GroupedItemModel, ModelIndex
from gui.overriding import override
from gui.proposals.loaders import Scope
from gui.row_map import RowMap
from gui.texts.proposals import day_key, describe_line
from models.proposals import ProposedIncident


class GroupKind(Enum):
    """What a heading stands over."""

    NEXT = "next"
    BEFORE = "before"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and how many lines it has; `day` is the date that they share, "" where they stand as in the text."""

    kind: GroupKind
    count: int
    day: str = ""
    is_first: bool = False


class ProposalItemModel(GroupedItemModel):
    """Rows are headings and proposals; nothing is worded before it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scope = Scope.DOCUMENT
        self._groups: list[Group] = []
        self._lines: list[ProposedIncident] = []

    def show_lines(
        self,
        after: Sequence[ProposedIncident],
        before: Sequence[ProposedIncident],
        done: Sequence[ProposedIncident],
        scope: Scope,
    ) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.scope = scope
        self._lines = [*after, *before, *done]
        self._groups = [
            *_groups(GroupKind.NEXT, after, scope),
            *_groups(GroupKind.BEFORE, before, scope),
            *_groups(GroupKind.DONE, done, Scope.DOCUMENT),
        ]
        self.row_map = RowMap([group.count for group in self._groups])
        self.endResetModel()

    def group_at(self, row: int) -> Group:
        """The group that a row belongs to."""
        return self._groups[self.row_map.group_of(row)]

    def line_at(self, row: int) -> ProposedIncident | None:
        """The proposal of a row, None for a heading."""
        place = self.row_map.place_of(row)
        return None if place is None else self._lines[place]

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self.line_at(index.row())
        return describe_line(line) if line is not None else None


def _groups(kind: GroupKind, lines: Sequence[ProposedIncident], scope: Scope) -> list[Group]:
    if scope is Scope.DOCUMENT:
        return [Group(kind, len(lines), is_first=True)] if lines else []
    days = [(day, len(list(same))) for day, same in groupby(day_key(line.proposal.date) for line in lines)]
    return [Group(kind, count, day, is_first=place == 0) for place, (day, count) in enumerate(days)]
