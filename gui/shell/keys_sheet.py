"""The sheet of all keys, made from the table of actions and that of the keys that are no actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.actions import Actions, Menu, say
from gui.controls import plain_label
from gui.key_cap import KeyCap
from gui.shell.pane_keys import CALENDAR, PANE_KEYS
from gui.style import GAP_4, GAP_8, GAP_16, GAP_24

_COLUMNS = (
    (Menu.EDIT, Menu.INCIDENT, Menu.TIMELINE),
    (Menu.READER, Menu.PROJECT, CALENDAR),
    (Menu.GO, Menu.VIEW, Menu.HELP),
)


class KeysSheet(QDialog):
    """Every action that has a key, and what keys do on the timeline and the calendar alone, in three columns."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All keys"))
        self.resize(980, 680)
        inside = QFrame()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(GAP_24, GAP_8, GAP_24, GAP_8)
        columns.setSpacing(GAP_24 + GAP_16)
        for menus in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(GAP_8)
            for heading in map(str, menus):
                column.addWidget(plain_label(say(heading), "strong", inside))
                column.addLayout(self._make_group(actions, heading, inside))
                column.addSpacing(GAP_16)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._lay_out(inside)

    def _lay_out(self, inside: QWidget) -> None:
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("All keys"))
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = QPushButton(self.tr("Close"), self)
        close.setAccessibleName(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.clicked.connect(self.accept)
        head = QVBoxLayout()
        head.setContentsMargins(GAP_24, GAP_24, GAP_24, GAP_8)
        head.addWidget(plain_label(self.tr("All keys"), "dialog-title", self))
        hint = self.tr("Single letters act only outside text fields; they can be turned off in the menu under Help.")
        head.addWidget(plain_label(hint, "caption", self))
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP_24, GAP_8, GAP_24, GAP_16)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(scroll, 1)
        box.addLayout(foot)
        close.setFocus()

    def _make_group(self, actions: Actions, heading: str, inside: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(GAP_4 + 2)
        grid.setColumnStretch(0, 1)
        own = actions.of_menu(Menu(heading)) if heading in set(Menu) else ()
        lines = [(actions.name_of(action), action.shortcuts()) for action in own]
        lines += [(say(line.text), [QKeySequence(key) for key in line.keys]) for line in PANE_KEYS.get(heading, ())]
        for words, keys in lines:
            if keys:
                row = grid.rowCount()
                grid.addWidget(plain_label(words, "body", inside), row, 0)
                grid.addLayout(_caps(keys, inside), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _caps(keys: Sequence[QKeySequence], inside: QWidget) -> QHBoxLayout:
    caps = QHBoxLayout()
    caps.setSpacing(GAP_4)
    caps.addStretch(1)
    for key in keys:
        text = key.toString(QKeySequence.SequenceFormat.NativeText)
        cap = KeyCap(text, inside)
        cap.setAccessibleName(text)
        caps.addWidget(cap)
    return caps
