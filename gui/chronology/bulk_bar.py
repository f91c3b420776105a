"""What can be done to several selected incidents at once."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from gui.chronology.words import say
from gui.controls import IconButton, plain_label
from gui.filters.choice_popup import ChoicePopup
from gui.filters.choices import Choice, Choices, RecordChoices, choices_of
from gui.filters.filter_kinds import FilterKind
from gui.filters.loaders import FilterLoaders
from gui.icons import icon
from gui.overriding import override
from gui.style import BAR_HEADER, GAP_4, GAP_12, PAD_PANE
from gui.theme import theme_of
from models.drafts import IncidentPatch
from models.enums import Status


class BulkPart(Enum):
    """What a button of the bar sets: its icon."""

    STATUS = "circle-dot"
    ADD_TAG = "tag"
    REMOVE_TAG = "tag-x"
    PLACE = "map-pin"


class BulkBar(QFrame):
    """`edit_incidents_requested` carries all selected ids and one patch for them."""

    edit_incidents_requested = Signal(list, object)
    mark_requested = Signal(list)
    delete_incidents_requested = Signal(list)
    deselect_requested = Signal()

    def __init__(self, loaders: FilterLoaders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._loaders = loaders
        self.setProperty("surface", "tray")
        self.setFixedHeight(BAR_HEADER)
        self._count = plain_label("", "strong")
        self._buttons: dict[QPushButton, str] = {}
        # Text and whole width of each button, known once the bar is dressed.
        self._words: dict[QPushButton, tuple[str, int]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PANE, 0, GAP_12, 0)
        row.setSpacing(GAP_4)
        row.addWidget(self._count)
        row.addSpacing(GAP_12)
        for text, name, slot in (
            (say("Status…"), BulkPart.STATUS.value, self.open_status),
            (say("Tag…"), BulkPart.ADD_TAG.value, self.open_tag),
            (say("Untag…"), BulkPart.REMOVE_TAG.value, self.open_untag),
            (say("Place…"), BulkPart.PLACE.value, self.open_place),
            (say("Key"), "star", self._mark),
            (say("Delete"), "trash-2", self._delete),
        ):
            button = QPushButton(f"\u2009{text}")
            button.setProperty("kind", "bulk")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(slot)
            self._buttons[button] = name
            row.addWidget(button)
        row.addStretch(1)
        self._close = IconButton("x", say("Select only the current incident"), key="Esc")
        self._close.clicked.connect(self.deselect_requested)
        row.addWidget(self._close)
        self._add_tips()
        self._tint()

    def _add_tips(self) -> None:
        tips = {
            "star": say("Mark or unmark all selected as key (M)"),
            "trash-2": say("Move all selected to the bin (Del)"),
            BulkPart.STATUS.value: say("Give all selected a status"),
            BulkPart.ADD_TAG.value: say("Add a tag to all selected (T)"),
            BulkPart.REMOVE_TAG.value: say("Take a tag away from all selected"),
            BulkPart.PLACE.value: say("Give all selected a place"),
        }
        for button, name in self._buttons.items():
            button.setToolTip(tips[name])
            button.setAccessibleName(tips[name])

    def _fit(self) -> None:
        """Leave the words of the buttons out where there is no room for all of them; their tooltips say them."""
        if not self._words:
            self._words = {button: (button.text(), button.sizeHint().width()) for button in self._buttons}
        number = f"{len(self._ids):,}"
        self._count.setText(say("{n} selected").format(n=number))
        room = self.width() - 2 * PAD_PANE - GAP_12 - GAP_4 * (len(self._words) + 1) - self._close.width()
        room -= self._count.sizeHint().width()
        has_room = room >= sum(width for _, width in self._words.values())
        for button, (text, _) in self._words.items():
            button.setText(text if has_room else "")
        if room < sum(button.sizeHint().width() for button in self._words):
            self._count.setText(number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_selection(self, ids: list[int]) -> None:
        """Act on `ids`; hidden while there are fewer than two."""
        self._ids = ids
        self.setVisible(len(ids) > 1)
        if ids:
            self._fit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Nothing can be done to incidents of a project that cannot be changed."""
        for button in self._buttons:
            button.setEnabled(not read_only)

    def open_status(self) -> None:
        """Choose a status."""
        self._open(BulkPart.STATUS, say("Status"), choices_of(FilterKind.STATUS, self._loaders, theme_of(self)))

    def open_tag(self) -> None:
        """Choose a tag to add, or type a new one."""
        self._open(BulkPart.ADD_TAG, say("Add tag"), self._records(FilterKind.TAG), say("New tag “{text}”"))

    def open_untag(self) -> None:
        """Choose a tag to remove."""
        self._open(BulkPart.REMOVE_TAG, say("Remove tag"), self._records(FilterKind.TAG))

    def open_place(self) -> None:
        """Choose a place, or type a new one."""
        places = self._records(FilterKind.PLACE, Choice("", say("No place")))
        self._open(BulkPart.PLACE, say("Place"), places, say("New place “{text}”"))

    def _records(self, kind: FilterKind, *leading: Choice) -> Choices:
        return RecordChoices(kind, self._loaders, theme_of(self), leading=leading)

    def _open(self, part: BulkPart, title: str, choices: Choices, free_text: str = "") -> None:
        popup = ChoicePopup(part, title, self, single=True, free_text=free_text)
        popup.choice_made.connect(self._apply)
        popup.offer(choices)
        anchor = next(button for button, name in self._buttons.items() if name == part.value)
        popup.open_under(anchor)

    def _apply(self, part: BulkPart, value: object) -> None:
        if part is BulkPart.STATUS and isinstance(value, Status):
            patch = IncidentPatch(status=value)
        elif part is BulkPart.PLACE:
            patch = IncidentPatch(place=self._name(FilterKind.PLACE, value))
        elif part is BulkPart.ADD_TAG:
            patch = IncidentPatch(add_tags=(self._name(FilterKind.TAG, value),))
        else:
            patch = IncidentPatch(remove_tags=(self._name(FilterKind.TAG, value),))
        self.edit_incidents_requested.emit(list(self._ids), patch)

    def _name(self, kind: FilterKind, value: object) -> str:
        """The name of a record that was chosen, or what was typed."""
        return self._loaders.name(kind, [value])[value].text if isinstance(value, int) else str(value)

    def _mark(self) -> None:
        self.mark_requested.emit(list(self._ids))

    def _delete(self) -> None:
        self.delete_incidents_requested.emit(list(self._ids))

    def _tint(self) -> None:
        theme = theme_of(self)
        for button, name in self._buttons.items():
            button.setIcon(icon(name, theme))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
