"""The fields of a proposal before it becomes an incident: title, date, place, names."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import button_text, press_by_enter
from gui.fields.date_field import DateField
from gui.fields.flow_layout import FlowLayout
from gui.fields.patch_field import FieldRow, NoteLine
from gui.fields.suggest_field import SuggestField
from gui.fields.text_field import TextField
from gui.fonts import Role
from gui.overriding import override
from gui.proposals.card_button import CardButton
from gui.proposals.name_chips import NameChips
from gui.style import GAP_4, GAP_8
from gui.texts import field_problem_text
from gui.texts.changes import shorten
from models.drafts import IncidentDraft
from models.errors import InvalidDraftError
from models.proposals import ProposedIncident

_LABEL = 52
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EditForm(QWidget):
    """`accepted(IncidentDraft)` by Enter, `left` by Cancel; Esc is the pane's."""

    accepted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: IncidentDraft | None = None
        self._pills: list[QPushButton] = []
        self.title = TextField("title", self.tr("Title"), Role.UI, 20.0, one_line=True, parent=self)
        self.title.edit.setProperty("kind", "field")
        self.title.edit.set_limits(32, 76)
        self.date = DateField(self.tr("Date"), self)
        self.place = SuggestField(self.tr("Place"), icon_name="map-pin", parent=self)
        self._places = QWidget(self)
        self._place_flow = FlowLayout(self._places, GAP_4)
        self._place_flow.setContentsMargins(0, 0, 0, 0)
        self.names = NameChips(self)
        self._problem = NoteLine(self)
        self.accept = CardButton(self.tr("Accept"), "Enter", "primary", self)
        self.cancel = CardButton(self.tr("Cancel"), "Esc", "plain", self)
        self.accept.clicked.connect(self._take)
        self.cancel.clicked.connect(self.left)
        self.title.left_by_enter.connect(self._take)
        self._lay_out()

    def show_proposal(self, proposed: ProposedIncident, draft: IncidentDraft) -> None:
        """Start with what accepting would write, the title selected."""
        self._draft = draft
        self.title.show_value(draft.title)
        self.date.set_date(draft.date)
        self.place.show_text(draft.place)
        self._offer_places([name for name in proposed.proposal.places if name.casefold() != draft.place.casefold()])
        self.names.show_names(draft.roles, proposed.proposal.names)
        self._names_row.setVisible(bool(self.names.chips))
        # Qt puts every new widget at the end of its window's chain.
        for first, second in pairwise((self.place, *self._pills, *self.names.chips, self.accept, self.cancel)):
            QWidget.setTabOrder(first, second)
        self._problem.say("")
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.edit.selectAll()

    def _take(self) -> None:
        date = self.date.date()
        if self._draft is None:
            return
        if date is None:
            self.date.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # its own line says what is wrong
            return
        values = {"title": self.title.value(), "date": date, "place": self.place.text(), "roles": self.names.roles()}
        try:
            draft = IncidentDraft(**(self._draft.given() | values))
        except InvalidDraftError as error:
            field, code = next(iter(error.fields.items()))
            said = field_problem_text(field, code)
            is_title = field == "title"
            self.title.show_problem(said if is_title else "")
            self._problem.say_problem("" if is_title else said)
            (self.title.edit if is_title else self.place).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accepted.emit(draft)

    def _offer_places(self, names: list[str]) -> None:
        self.place.set_choices(names)
        for pill in self._pills:
            self._place_flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = []
        for name in names:
            pill = QPushButton(button_text(shorten(name, 40)), self._places)
            pill.setProperty("kind", "pill")
            pill.setProperty("place", name)
            pill.setAutoDefault(False)
            pill.setAccessibleName(self.tr("Place: {name}").replace("{name}", name))
            pill.setToolTip(self.tr("Take as the place"))
            pill.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            pill.clicked.connect(self._on_place_clicked)
            self._place_flow.addWidget(pill)
            self._pills.append(pill)
            pill.show()
        self._places.setVisible(bool(names))

    def _on_place_clicked(self) -> None:
        pill = self.sender()
        if isinstance(pill, QPushButton):
            self.place.show_text(str(pill.property("place")))
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._places.setSizePolicy(policy)
        place = QWidget(self)
        inner = QVBoxLayout(place)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP_4)
        inner.addWidget(self.place)
        inner.addWidget(self._places)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_8)
        rows = ((self.tr("Title"), self.title, self.title.edit), (self.tr("Date"), self.date, self.date.edit))
        for caption, field, buddy in (*rows, (self.tr("Place"), place, self.place)):
            column.addWidget(FieldRow(caption, field, buddy, self, label_width=_LABEL))
        self._names_row = FieldRow(self.tr("Names"), self.names, self.names, self, label_width=_LABEL)
        column.addWidget(self._names_row)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        column.addLayout(buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_by_enter(event):
            return
        if event.key() in _ENTER:
            self._take()
        else:
            super().keyPressEvent(event)
