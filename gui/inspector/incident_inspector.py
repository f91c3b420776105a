"""The pane that edits one incident, offers bulk changes for several, and keeps a new one until it has a title."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.inspector.inspector_pages import InspectorPages
from gui.inspector.kept_texts import NEW, KeptTexts
from gui.inspector.patch_collector import PatchCollector
from gui.style import WIDTH_INSPECTOR_MIN
from models.drafts import IncidentDraft, RoleDraft
from models.snapshots import IncidentCard
from services.settling import Settling

BLANK: dict[str, object] = {
    name: field.get_default() for name, field in IncidentDraft.model_fields.items() if name != "title"
} | {"title": ""}


def values_of(card: IncidentCard) -> dict[str, object]:
    """The fields of a stored incident, as a draft would hold them."""
    return {
        "title": card.title,
        "body": card.body,
        "note": card.note,
        "date": card.date,
        "status": card.status,
        "confidence": card.confidence,
        "marked": card.marked,
        "place": card.place,
        "tags": tuple(tag.name for tag in card.tags),
        "roles": tuple(RoleDraft(kind=role.kind, name=role.name, role=role.role) for role in card.roles),
    }


class IncidentInspector(QWidget):
    """Loads snapshots, emits patches and wishes.

    Facts: `incident_patched(id, version, IncidentPatch, burst)`, `incident_drafted(IncidentDraft)`,
    `incidents_patched(IncidentPatch)` for all that are selected. Wishes end in `_requested`.
    """

    incident_patched = Signal(int, int, object, str)
    incident_drafted = Signal(object)
    incidents_patched = Signal(object)
    add_citation_requested = Signal(int, object)
    edit_citation_requested = Signal(int)
    remove_citations_requested = Signal(list)
    move_citation_requested = Signal(int, bool)
    source_requested = Signal(int)
    words_requested = Signal(int)
    settle_requested = Signal(int, Settling)
    add_link_requested = Signal(int)
    edit_link_requested = Signal(int)
    remove_links_requested = Signal(list)
    incident_requested = Signal(int)
    previous_requested = Signal()
    next_requested = Signal()
    delete_requested = Signal(int)
    duplicate_requested = Signal(int)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(WIDTH_INSPECTOR_MIN)
        self.setAccessibleName(self.tr("Incident"))
        self._card: IncidentCard | None = None
        self._version = 0
        self._is_blank = self._is_read_only = False
        self.kept = KeptTexts()
        self.pages = InspectorPages(self)
        self.form = self.pages.form
        self._collector = PatchCollector([*self.form.fields, self.pages.header.mark], self)
        self._collector.patch_made.connect(self._on_patch_made)
        self._collector.draft_made.connect(self.incident_drafted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._connect_wishes()
        self.load_none()

    def incident_id(self) -> int | None:
        """The stored incident that is shown; None for a new one, for several, for none."""
        return self._card.id if self._card else None

    def load(self, card: IncidentCard, position: tuple[int, int]) -> None:
        """Show an incident and its place in the list (131, 148); the same id refreshes without disturbing typing."""
        is_same = self._card is not None and self._card.id == card.id
        is_stored_now = self._is_blank and self._collector.drafted_title() == card.title
        if not is_same and not is_stored_now:
            self._leave()
        self._card, self._version, self._is_blank = card, card.version, False
        self.pages.show_form(position, is_stored=True, read_only=self._is_read_only)
        self.form.show_lines(card, read_only=self._is_read_only)
        if is_same or is_stored_now:
            self._collector.refresh(values_of(card))
        else:
            self._collector.load(values_of(card))
            self._collector.restore(self.kept.take(card.id))
            self.pages.scroll_to_top()
        self.pages.settle()

    def load_blank(self, given: Mapping[str, object] | None = None) -> None:
        """Show a new incident that is stored as soon as it has a title; `given` are fields that are known already."""
        self._leave()
        self._card, self._is_blank = None, True
        self.pages.show_form((0, 0), is_stored=False, read_only=self._is_read_only)
        self.form.show_lines(None, read_only=self._is_read_only)
        known = dict(given or {})
        self._collector.load(BLANK | known, is_new=True)
        self._collector.restore({name: text for name, text in self.kept.take(NEW).items() if name not in known})
        self.pages.settle()
        self.pages.scroll_to_top()
        self.form.title.focus_in()

    def load_none(self) -> None:
        """Show that nothing is selected."""
        self._leave()
        self._collector.load(BLANK)
        self.pages.show_none()

    def load_many(self, count: int) -> None:
        """Offer changes for all that are selected."""
        self._leave()
        self._collector.load(BLANK)
        self.pages.show_many(count, read_only=self._is_read_only)

    def set_read_only(self, read_only: bool) -> None:  # one plain word, as Qt's own setters
        """Keep everything from being changed."""
        self._is_read_only = read_only
        self.form.set_read_only(read_only)
        self.pages.header.mark.setEnabled(not read_only)

    def focus_field(self, name: str) -> None:
        """Start typing in a field, by its name in the draft."""
        field = self._collector.field(name)
        if field is not None and self.pages.shows_form():
            field.focus_in()
            self.pages.reveal(field)

    def flush(self) -> None:
        """Emit now what is pending; called before undo, export, close."""
        self._collector.finish()

    def mark_saved(self, version: int) -> None:
        """The last patch is stored; the row has this version now."""
        self._version = version
        self._collector.mark_saved()

    def mark_failed(self) -> None:
        """The last patch or draft could not be stored: its text stays, and goes out with the next flush or key."""
        self._collector.mark_failed()

    def cursor_offset(self) -> int | None:
        """Where in the body's Markdown a new citation's mark belongs; None stands for its end."""
        return self.form.body.cursor_offset()

    def _leave(self) -> None:
        self._collector.finish()
        if self._card is not None or self._is_blank:
            kept_as = self._card.id if self._card else NEW
            self.kept.keep(kept_as, self._collector.unsaved(), self._collector.refused())
        self._card, self._is_blank = None, False
        self._collector.forget()

    def _connect_wishes(self) -> None:
        form, header = self.form, self.pages.header
        form.citations.add_button.clicked.connect(self._ask_citation)
        form.citations.edit_requested.connect(self.edit_citation_requested)
        form.body.citation_activated.connect(self.edit_citation_requested)
        form.citations.place_requested.connect(form.body.place_mark)
        form.citations.move_requested.connect(self.move_citation_requested)
        form.citations.remove_requested.connect(self.remove_citations_requested)
        form.citations.source_requested.connect(self.source_requested)
        form.citations.words_requested.connect(self.words_requested)
        form.citations.settle_requested.connect(self.settle_requested)
        form.links.add_button.clicked.connect(self._ask_link)
        form.links.incident_requested.connect(self.incident_requested)
        form.links.edit_requested.connect(self.edit_link_requested)
        form.links.remove_requested.connect(self.remove_links_requested)
        header.previous_requested.connect(self.previous_requested)
        header.next_requested.connect(self.next_requested)
        header.delete_requested.connect(self._ask_delete)
        header.duplicate_requested.connect(self._ask_duplicate)
        header.close_requested.connect(self.close_requested)
        self.pages.bulk.patch_made.connect(self.incidents_patched)

    def _on_patch_made(self, patch: object, burst: str) -> None:
        if self._card is not None:
            self.incident_patched.emit(self._card.id, self._version, patch, burst)

    def _ask_citation(self) -> None:
        self.flush()
        if self._card is not None:
            self.add_citation_requested.emit(self._card.id, self.cursor_offset())

    def _ask_link(self) -> None:
        self.flush()
        if self._card is not None:
            self.add_link_requested.emit(self._card.id)

    def _ask_delete(self) -> None:
        if self._card is not None:
            self.delete_requested.emit(self._card.id)

    def _ask_duplicate(self) -> None:
        self.flush()
        if self._card is not None:
            self.duplicate_requested.emit(self._card.id)
