"""A field that holds short words as chips: type, Enter or comma adds; Backspace takes the last one away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.controls import claim_key
from gui.fields.flow_layout import FlowLayout
from gui.fields.focus_watch import FocusWatch
from gui.fields.patch_field import NoteLine, PatchField
from gui.fields.suggest_field import SuggestField
from gui.fonts import Role, font
from gui.icons import paint_icon
from gui.overriding import override
from gui.painting import paint_button_frame
from gui.style import HEIGHT_FIELD
from gui.theme import theme_of

_CHIP_HEIGHT = 22
_CROSS = 18
_CLEARS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Chip(QWidget):
    """One word with its tag square and a cross; Delete or Backspace removes it while it has the focus."""

    removed = Signal(str)
    step_requested = Signal(str, int)

    def __init__(self, text: str, colour: int | None, remove_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = text
        self._colour = colour
        self.setAccessibleName(text)
        self.setAccessibleDescription(remove_text)
        self.setToolTip(remove_text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: int) -> None:
        """Show another tag colour."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    @override
    def sizeHint(self) -> QSize:
        square = 0 if self._colour is None else 12
        width = QFontMetricsF(font(Role.CAPTION)).horizontalAdvance(self.text)
        return QSize(int(min(width, 240)) + square + _CROSS + 12, _CHIP_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(48, _CHIP_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        left = 9.0
        if self._colour is not None:
            painter.fillRect(QRectF(left, self.height() / 2 - 3.5, 7, 7), theme.tags[self._colour % len(theme.tags)])
            left += 12
        painter.setFont(font(Role.CAPTION))
        painter.setPen(theme.ink)
        room = self.width() - left - (_CROSS if self.isEnabled() else 8)
        shown = QFontMetricsF(font(Role.CAPTION)).elidedText(self.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.isEnabled():
            paint_icon(painter, QRectF(self.width() - _CROSS, self.height() / 2 - 6, 12, 12), "x", theme.ink3)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= self.width() - _CROSS - 2 and self.rect().contains(event.position().toPoint()):
            self.removed.emit(self.text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLEARS:
            self.removed.emit(self.text)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step_requested.emit(self.text, -1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        # "Del" here is not the window's "Del".
        return claim_key(event, lambda key: key.key() in _CLEARS) or super().event(event)


class _ChipEdit(SuggestField):
    """The typing end of a chip field."""

    word_finished = Signal()
    emptied_backwards = Signal()
    left_backwards = Signal()

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if arg__1.text() == "," or (arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip()):
            self.word_finished.emit()
        elif arg__1.key() == Qt.Key.Key_Backspace and at_start:
            self.emptied_backwards.emit()
        elif arg__1.key() == Qt.Key.Key_Left and at_start:
            self.left_backwards.emit()
        else:
            super().keyPressEvent(arg__1)


class ChipBox(QWidget):
    """The framed box of chips; `changed` after every added or removed one."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._colours: dict[str, int] = {}
        self.edit = _ChipEdit(name, parent=self)
        self.edit.setProperty("kind", "bare")
        self.edit.setMinimumWidth(72)
        self.edit.setFixedHeight(_CHIP_HEIGHT)
        self.edit.setStyleSheet("QLineEdit { min-height: 20px; padding: 0 3px; border: 0; background: transparent; }")
        self._flow = FlowLayout(self, 4)
        self._flow.setContentsMargins(6, (HEIGHT_FIELD - _CHIP_HEIGHT) // 2, 6, (HEIGHT_FIELD - _CHIP_HEIGHT) // 2)
        self._flow.addWidget(self.edit)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.edit)
        self.edit.word_finished.connect(self.take_word)
        self.edit.editingFinished.connect(self.take_word)
        self.edit.suggestion_taken.connect(self._on_suggestion_taken)
        self.edit.emptied_backwards.connect(self._remove_last)
        self.edit.left_backwards.connect(self._focus_last)
        self._focus = FocusWatch(self)
        self._focus.entered.connect(self.update)
        self._focus.left.connect(self.update)

    def words(self) -> tuple[str, ...]:
        """The words, in the order in which they stand."""
        return tuple(chip.text for chip in self._chips)

    def set_words(self, words: Sequence[str]) -> None:
        """Show these words; emits nothing."""
        known = {chip.text: chip for chip in self._chips}
        for word, chip in known.items():
            if word not in words:
                self._drop(chip)
        self._chips = [known.get(word) or self._make(word) for word in words]
        for place, chip in enumerate(self._chips):
            self._flow.insert_widget(place, chip)
            chip.show()

    def set_choices(self, colours: Mapping[str, int]) -> None:
        """The known words, and the tag colour of each."""
        self._colours = dict(colours)
        self.edit.set_choices(sorted(colours, key=str.casefold))
        for chip in self._chips:
            chip.set_colour(self._colours.get(chip.text, 5))

    def take_word(self) -> None:
        """Make a chip of what is typed; a word that is there already is not added again."""
        added = False
        for part in self.edit.text().split(","):
            word = " ".join(part.split())
            known = next((name for name in self._colours if name.casefold() == word.casefold()), word)
            if word and known.casefold() not in {chip.text.casefold() for chip in self._chips}:
                self.set_words((*self.words(), known))
                added = True
        self.edit.clear()
        self.edit.hide_suggestions()  # it does not close by itself when a whole known word was typed
        if added:
            self.changed.emit()

    def _make(self, word: str) -> Chip:
        chip = Chip(word, self._colours.get(word, 5), self.tr("Remove “{word}”").replace("{word}", word), self)
        chip.removed.connect(self._remove)
        chip.step_requested.connect(self._step)
        return chip

    def _drop(self, chip: Chip) -> None:
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _remove(self, word: str) -> None:
        index = self.words().index(word)
        self._drop(self._chips.pop(index))
        self._focus_at(index)
        self.changed.emit()

    def _remove_last(self) -> None:
        if self._chips:
            self._remove(self._chips[-1].text)

    def _focus_last(self) -> None:
        if self._chips:
            self._chips[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, word: str, by: int) -> None:
        self._focus_at(max(0, self.words().index(word) + by))

    def _focus_at(self, index: int) -> None:
        target = self._chips[index] if index < len(self._chips) else self.edit
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_suggestion_taken(self, word: str) -> None:
        self.edit.setText(word)
        self.take_word()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border, edge = (theme.accent, 2) if self._focus.has_focus else (theme.field, 1)
        paint_button_frame(painter, QRectF(self.rect()), theme.surface, border, edge)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)


class ChipField(PatchField):
    """Tags of an incident, as chips. Free new ones are welcome."""

    def __init__(self, name: str, caption: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.box = ChipBox(caption, self)
        self.box.edit.setPlaceholderText(placeholder)
        self.box.changed.connect(self.chosen)
        self._note = NoteLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self._note)
        self.setFocusProxy(self.box)

    @override
    def value(self) -> tuple[str, ...]:
        return self.box.words()

    @override
    def show_value(self, value: object) -> None:
        if isinstance(value, tuple) and value != self.box.words():
            self.box.set_words(value)
        self.show_problem("")

    @override
    def finish(self) -> None:
        self.box.take_word()

    @override
    def show_problem(self, text: str) -> None:
        self._note.say_problem(text)
