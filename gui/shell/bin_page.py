"""The bin: incidents and sources that were deleted, to restore or to remove for good."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from gui.shell.line_list import Line
from gui.shell.list_page import ListPage
from models.snapshots import BinRow


class BinPage(ListPage):
    """Newest first. `restore_requested` carries the rows' kinds and ids."""

    restore_requested = Signal(list)
    """Payload: pairs of kind ("incident", "source") and id."""
    empty_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("BinPage", "Bin")
        empty = QCoreApplication.translate(
            "BinPage", "The bin is empty. What you delete waits here until you empty it."
        )
        super().__init__(title, empty, parent, several=True)
        self._restore = self.add_button(self.tr("Restore"), self.tr("Put the selected back where they were (Enter)"))
        self._restore.clicked.connect(self._ask_restore)
        self._empty_button = self.add_button(
            self.tr("Empty the bin…"), self.tr("Remove everything here for good"), for_lines=False
        )
        self._empty_button.clicked.connect(self.empty_requested)
        self.list.line_opened.connect(self._ask_restore)
        self._is_writable = True

    def show_rows(self, rows: Sequence[BinRow]) -> None:
        """Show what waits in the bin."""
        self.list.show_lines([self._line(row) for row in rows])
        words = self.tr("1 item") if len(rows) == 1 else self.tr("{count} items").replace("{count}", f"{len(rows):,}")
        self.caption.setText(words if rows else "")
        self.show_empty(not rows)
        self._restore.setEnabled(bool(rows) and self._is_writable)
        self._empty_button.setEnabled(bool(rows) and self._is_writable)

    def set_read_only(self, is_read_only: bool) -> None:
        self._is_writable = not is_read_only

    def _line(self, row: BinRow) -> Line:
        at = datetime.fromisoformat(row.deleted_at).astimezone()
        day = QLocale().toString(QDate(at.year, at.month, at.day), "d MMM yyyy")
        is_source = row.kind == "source"
        parts = [self.tr("Source") if is_source else self.tr("Incident")]
        if row.citation_count:
            one, many = self.tr("1 citation"), self.tr("{count} citations")
            parts.append(one if row.citation_count == 1 else many.replace("{count}", f"{row.citation_count:,}"))
        icon = "book-open-text" if is_source else "list-tree"
        return Line(row.id, row.title, icon, " · ".join(parts), f"{day}, {at:%H:%M}", kind=row.kind)

    def _ask_restore(self) -> None:
        chosen = [(line.kind, line.key) for line in self.list.selected()]
        if chosen and self._is_writable:
            self.restore_requested.emit(chosen)
