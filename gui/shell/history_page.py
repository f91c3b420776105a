"""The history: every change with its time; any of them can be gone back to."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from gui.shell.line_list import Line
from gui.shell.list_page import ListPage
from gui.texts import operation_text
from models.changes import ChangeRecord
from models.enums import ChangeState

_ICONS = {
    "create": "file-plus",
    "add": "plus",
    "edit": "pencil",
    "delete": "trash-2",
    "remove": "minus",
    "restore": "undo-2",
    "move": "arrow-down-up",
    "import": "download",
    "empty": "trash",
}


class HistoryPage(ListPage):
    """Newest first, under the days; what was undone is faint and can be gone forward to."""

    jump_requested = Signal(int)
    """Payload: the change whose state is wanted; 0 is the state before the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("HistoryPage", "History")
        super().__init__(title, QCoreApplication.translate("HistoryPage", "Nothing was changed yet."), parent)
        self._go = self.add_button(self.tr("Go back to here"), self.tr("Undo everything after this change (Enter)"))
        self._go.clicked.connect(self._jump)
        self.list.line_opened.connect(self._on_line_opened)
        self.list.selection_changed.connect(self._follow)
        self._is_writable = True

    def set_read_only(self, is_read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._is_writable = not is_read_only
        self._follow()

    def show_history(self, records: Sequence[ChangeRecord]) -> None:
        """Show the changes, which come oldest first; abandoned ones cannot be gone to and are left out."""
        kept = [record for record in records if record.state is not ChangeState.ABANDONED]
        newest = _now(kept)
        lines: list[Line] = []
        day = ""
        for record in reversed(kept):
            at = datetime.fromisoformat(record.at).astimezone()
            said = QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.LongFormat)
            if said != day:
                lines.append(Line(0, said, is_heading=True))
                day = said
            lines.append(self._line(record, at, is_current=record.id == newest))
        undone = sum(record.state is ChangeState.UNDONE for record in kept)
        self.caption.setText(self._caption(len(kept), undone))
        self.list.show_lines(lines)
        self.show_empty(not kept)
        self._follow()

    def _caption(self, changes: int, undone: int) -> str:
        words = self.tr("1 change") if changes == 1 else self.tr("{count} changes").replace("{count}", f"{changes:,}")
        return f"{words} · " + self.tr("{count} undone").replace("{count}", f"{undone:,}") if undone else words

    def _line(self, record: ChangeRecord, at: datetime, *, is_current: bool) -> Line:
        is_undone = record.state is ChangeState.UNDONE
        right = f"{at:%H:%M}"
        if is_undone:
            right = self.tr("undone") + f" · {right}"
        elif is_current:
            right = self.tr("now") + f" · {right}"
        icon = _ICONS[record.operation.value.split("-")[0]]
        return Line(record.id, operation_text(record), icon, right=right, is_faint=is_undone, is_current=is_current)

    def _follow(self) -> None:
        line = self.list.current()
        self._go.setEnabled(self._is_writable and line is not None and not line.is_current)
        self._go.setText(self.tr("Redo up to here") if line and line.is_faint else self.tr("Go back to here"))

    def _jump(self) -> None:
        line = self.list.current()
        if line is not None:
            self._on_line_opened(line)

    def _on_line_opened(self, line: Line) -> None:
        if self._is_writable and not line.is_current:
            self.jump_requested.emit(line.key)


def _now(records: Sequence[ChangeRecord]) -> int:
    """The change whose state is on screen: the newest in force. One that cannot be undone stays in force, but what was
    undone before it has led on from there."""
    undone = [record.id for record in records if record.state is ChangeState.UNDONE]
    in_force = (ChangeState.APPLIED, ChangeState.FINAL)
    return max((r.id for r in records if r.state in in_force and r.id < min(undone, default=r.id + 1)), default=0)
