"""The frame of the inspector: its head, and below it the form, the bulk changes, or a word of advice."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.inspector.bulk_panel import BulkPanel
from gui.inspector.header import InspectorHeader
from gui.inspector.incident_form import IncidentForm
from gui.layouts import settle_layouts
from models.enums import EntityKind
from models.snapshots import EntityCard


class InspectorPages(QFrame):
    """Shows one page at a time and keeps what is typed in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self._place = (False, False)  # of the form: is it of a stored incident, is it read-only
        self.header = InspectorHeader(self)
        self.form = IncidentForm(self)
        self.bulk = BulkPanel(self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self.form)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._nothing = plain_label(self.tr("Choose an incident, or press N for a new one."), "hint", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        for page in (self._scroll, self.bulk, self._nothing):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.form.body.cursor_moved.connect(self._follow_cursor)

    def show_form(self, position: tuple[int, int], *, is_stored: bool, read_only: bool) -> None:
        """Show the form of an incident that is stored, or is not yet; position (0, n): not in the list."""
        self._place = (is_stored, read_only)
        place, total = position
        text = self.tr("Incident {place} of {total}").replace("{place}", f"{place:,}").replace("{total}", f"{total:,}")
        if not is_stored:
            text = self.tr("New incident")
        elif not place:
            text = self.tr("Incident, hidden by the filter")
        self.header.show_place(text, place=place, total=total, is_stored=is_stored, read_only=read_only)
        self._stack.setCurrentWidget(self._scroll)

    def show_position(self, position: tuple[int, int]) -> None:
        """Say where in the list the stored incident that is shown is now."""
        is_stored, read_only = self._place
        if is_stored and self.shows_form():
            self.show_form(position, is_stored=True, read_only=read_only)

    def show_many(self, count: int, *, read_only: bool) -> None:
        """Show the bulk changes."""
        text = self.tr("{count} incidents").replace("{count}", f"{count:,}")
        self.header.show_place(text, is_stored=False, read_only=read_only)
        self.bulk.setEnabled(not read_only)
        self.bulk.show_count(count)
        self._stack.setCurrentWidget(self.bulk)

    def show_none(self) -> None:
        """Show that nothing is selected."""
        self.header.show_place(self.tr("No incident selected"), is_stored=False, read_only=True)
        self._stack.setCurrentWidget(self._nothing)

    def set_names(self, entities: Sequence[EntityCard]) -> None:
        """What the fields suggest of places, people and the rest."""
        places = [card.name for card in entities if card.kind is EntityKind.PLACE]
        self.form.set_names(places, entities)
        self.bulk.set_places(places)

    def set_tags(self, tags: Mapping[str, int]) -> None:
        """What tags the fields suggest, and the colour of each."""
        self.form.tags.box.set_choices(tags)
        self.bulk.set_tags(tags)

    def settle(self) -> None:
        """Lay out what was shown in the form since then, before it is painted."""
        settle_layouts(self._scroll)

    def shows_form(self) -> bool:
        """True while an incident can be edited here."""
        return self._stack.currentWidget() is self._scroll

    def scroll_to_top(self) -> None:
        """Show the title."""
        self._scroll.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget is in sight."""
        self._scroll.ensureWidgetVisible(widget, 0, 40)

    def show_citation(self, citation_id: int) -> None:
        """Show a citation of the incident that is shown, with the keyboard on it."""
        row = self.form.citations.row_of(citation_id)
        if row is not None:
            row.setFocus()
            # Rows that were just made have their places after they are laid out.
            QTimer.singleShot(0, self._reveal_focus)

    def _reveal_focus(self) -> None:
        focused = self.form.focusWidget()
        if focused is not None and self.shows_form():
            self.reveal(focused)

    def _follow_cursor(self) -> None:
        text = self.form.body.text_field
        if text.hasFocus():
            place: QRect = text.cursorRect()
            point = text.mapTo(self.form, QPoint(place.x(), place.center().y()))
            self._scroll.ensureVisible(point.x(), point.y(), 0, 48)
