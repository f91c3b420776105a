"""Everything about one incident, from its title to its times, in one column of real widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.patch_field import FieldRow, PatchField
from gui.fields.text_field import TextField
from gui.fonts import Role
from gui.inspector.action_row import ROW_INSET
from gui.inspector.body_editor import BodyEditor
from gui.inspector.chip_field import ChipField
from gui.inspector.citation_list import CitationSection
from gui.inspector.date_section import DateSection
from gui.inspector.link_list import LinkSection
from gui.inspector.note_section import NoteSection
from gui.inspector.role_rows import RolesField
from gui.inspector.section import Section
from gui.inspector.simple_fields import ChoiceField, PlaceField
from gui.overriding import override
from gui.style import GAP_8, GAP_16, PAD_PANE
from models.enums import Confidence, Status
from models.snapshots import EntityCard, IncidentCard


class IncidentForm(QFrame):
    """The widgets and their order; what is done with them is decided in incident_inspector.py."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Opaque for Qt, which a ground of the style sheet is not: nothing below is painted with what changes here.
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.title = TextField("title", self.tr("Title"), Role.TITLE, 27.0, one_line=True, parent=self)
        self.title.edit.setPlaceholderText(self.tr("What happened, in one line"))
        self.date = DateSection(self)
        self.place = PlaceField(self)
        self.status = ChoiceField("status", self.tr("Status"), list(Status), self)
        self.confidence = ChoiceField("confidence", self.tr("Confidence"), [None, *Confidence], self)
        self.tags = ChipField("tags", self.tr("Tags"), self.tr("Add a tag"), self)
        self.body = BodyEditor(self)
        self.citations = CitationSection(self)
        self.links = LinkSection(self)
        self.roles = RolesField(self)
        self.people = Section(self.tr("People and organisations"), self.tr("Add"), parent=self)
        self.people.body.addSpacing(GAP_8)
        self.people.body.addWidget(self.roles)
        self.note = NoteSection(self)
        self._times = plain_label("", "hint", self)
        self._times.setWordWrap(True)
        self._times.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.roles.set_tab_after(self.people.add_button)
        self.people.add_button.clicked.connect(self.roles.add_row)
        self.roles.count_changed.connect(self.people.show_count)
        self.title.left_by_enter.connect(self.date.focus_in)
        self.date.edited.connect(self._on_date_changed)
        self.date.chosen.connect(self._on_date_changed)

    @property
    def fields(self) -> list[PatchField]:
        """The fields in the order in which they are walked through."""
        return [
            self.title,
            self.date,
            self.place,
            self.status,
            self.confidence,
            self.tags,
            self.body,
            self.roles,
            self.note,
        ]

    def show_lines(self, card: IncidentCard | None, *, read_only: bool) -> None:
        """Show what is not a field: citations, links, times; None for an incident that is not stored yet."""
        for part in (self.citations, self.links, self._times):
            part.setVisible(card is not None)
        self.date.suggestions.show_card(None if read_only else card)
        if card is None:
            self.body.set_citations(())
            return
        self.body.set_citations(card.citations)
        self.citations.show_lines(card.citations, card.date, card.independent_sources, read_only=read_only)
        self.links.show_lines(card.links, read_only=read_only)
        self._times.setText(self._times_text(card))

    def set_names(self, places: Sequence[str], entities: Sequence[EntityCard]) -> None:
        """What the fields suggest of places, people and the rest."""
        self.place.edit.set_choices(places)
        self.roles.set_entities(entities)

    def set_read_only(self, read_only: bool) -> None:
        """Keep everything from being changed."""
        for field in self.fields:
            field.set_read_only(read_only)
        for section in (self.citations, self.links, self.people):
            section.set_read_only(read_only)

    def _on_date_changed(self) -> None:
        date = self.date.field.date()
        if date is not None:
            self.citations.show_date(date)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        # Sections reach a little beyond the column; everything else is set in by as much.
        column.setContentsMargins(PAD_PANE - ROW_INSET, 16, PAD_PANE - ROW_INSET, PAD_PANE)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(10)
        rows = (
            (self.tr("Date"), self.date, self.date.field.edit),
            (self.tr("Place"), self.place, self.place.edit),
            (self.tr("Status"), self.status, self.status.box),
            (self.tr("Confidence"), self.confidence, self.confidence.box),
            (self.tr("Tags"), self.tags, self.tags.box.edit),
        )
        for caption, field, buddy in rows:
            row = FieldRow(caption, field, buddy, self)
            row.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
            column.addWidget(row)
            column.addSpacing(6)
        column.addSpacing(8)
        for part in (self.body, self.citations, self.links, self.people, self.note, self._times):
            column.addWidget(part)
            column.addSpacing(GAP_16 if part is not self.body else 10)
        column.addStretch()
        for inner in (self.title, self.body, self.roles, self.note, self._times):
            inner.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)

    def _times_text(self, card: IncidentCard) -> str:
        created, changed = _time_text(card.created_at), _time_text(card.updated_at)
        said = self.tr("Created {created}").replace("{created}", created)
        return said if created == changed else f"{said} · {self.tr('changed')} {changed}"

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, super().minimumSizeHint().height())


def _time_text(stamp: str) -> str:
    """A stored moment (ISO 8601, UTC) on the clock of this computer."""
    moment = QDateTime.fromString(stamp, Qt.DateFormat.ISODateWithMs)
    return QLocale().toString(moment.toLocalTime(), "d MMM yyyy, HH:mm") if moment.isValid() else stamp
