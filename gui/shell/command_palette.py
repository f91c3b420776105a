"""One field from which every action, incident and source can be reached."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from gui.actions import keys_text
from gui.controls import plain_label
from gui.hairline import Hairline
from gui.overriding import override
from gui.shell.fuzzy import fuzzy_score
from gui.shell.line_list import Line, LineList
from gui.style import GAP_8, GAP_12, HEIGHT_FIELD
from gui.theme import theme_of

WIDTH, HEIGHT = 620, 440
MAX_ACTIONS = 40
MAX_JUMPS = 8
PAUSE_MS = 120
ACTION, INCIDENT, SOURCE = "action", "incident", "source"


@dataclass(frozen=True, slots=True)
class Jump:
    """An incident or a source to go to."""

    kind: str
    id: int
    title: str
    right: str


FindJumps = Callable[[str, int], Sequence[Jump]]


class CommandPalette(QDialog):
    """Enter does what is chosen; the arrow keys move while typing goes on."""

    action_chosen = Signal(QAction)
    jump_chosen = Signal(str, int)
    """Payload: "incident" or "source", and the id."""

    def __init__(self, actions: Sequence[QAction], find_jumps: FindJumps, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.resize(WIDTH, HEIGHT)
        self._actions = [action for action in actions if action.isEnabled()]
        self._find_jumps = find_jumps
        self._jumps: Sequence[Jump] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type a command, or the title of an incident or source"))
        self.field.setAccessibleName(self.tr("Command or title"))
        self.field.setToolTip(self.tr("Type a command, or the title of an incident or source"))
        self.field.setFixedHeight(HEIGHT_FIELD + 4)
        self.field.installEventFilter(self)
        self.list = LineList(self.tr("What fits"), self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.is_led = True
        self.list.clicked.connect(self._choose)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        self.field.textChanged.connect(self._on_text_changed)
        self._build()
        self._fill()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        top = QFrame(self)
        top.setProperty("surface", "surface")
        inner = QVBoxLayout(top)
        inner.setContentsMargins(GAP_12, GAP_12, GAP_12, GAP_12)
        inner.addWidget(self.field)
        box.addWidget(top)
        box.addWidget(Hairline(self, horizontal=True))
        box.addWidget(self.list, 1)
        box.addWidget(Hairline(self, horizontal=True))
        foot = plain_label(self.tr("↑ ↓ choose · Enter do it · Esc close"), "caption", self)
        foot.setContentsMargins(GAP_12 + GAP_8, GAP_8, GAP_12, GAP_8)
        box.addWidget(foot)
        self.field.setFocus()

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of the window."""
        left = (window.width() - WIDTH) // 2
        self.move(window.mapToGlobal(QPoint(max(0, left), min(90, window.height() // 8))))
        self.open()

    def _on_text_changed(self, _text: str) -> None:
        self._jumps = ()
        self._fill()
        self._pause.start()

    def _look_up(self) -> None:
        text = self.field.text().strip()
        self._jumps = self._find_jumps(text, MAX_JUMPS) if text else ()
        self._fill()

    def _fill(self) -> None:
        text = self.field.text()
        scored = []
        for index, action in enumerate(self._actions):
            score = fuzzy_score(text, action.text())
            if score is not None:
                scored.append((-score, index))
        lines = [self._action_line(index) for _score, index in sorted(scored)[:MAX_ACTIONS]]
        jumps = [
            Line(
                jump.id,
                jump.title,
                "list-tree" if jump.kind == INCIDENT else "book-open-text",
                "",
                jump.right,
                jump.kind,
            )
            for jump in self._jumps
        ]
        self.list.show_lines([*lines, *jumps])
        self.list.select_row(0)

    def _action_line(self, index: int) -> Line:
        action = self._actions[index]
        name = action.text().replace("&", "").rstrip("…")
        return Line(index, name, right=keys_text(action), kind=ACTION)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme_of(self).field)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in step:
                self._move(step[Qt.Key(event.key())])
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pause.stop()
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        rows = self.list.model().rowCount()
        if rows:
            self.list.select_row(max(0, min(self.list.currentIndex().row() + step, rows - 1)))

    def _choose(self) -> None:
        line = self.list.current()
        if line is None:
            return
        self.accept()
        if line.kind == ACTION:
            self.action_chosen.emit(self._actions[line.key])
        else:
            self.jump_chosen.emit(line.kind, line.key)
