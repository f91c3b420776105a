"""The sheet of all keys, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.actions import Actions, Menu, say
from gui.controls import plain_label
from gui.key_cap import KeyCap
from gui.style import GAP_4, GAP_8, GAP_16, GAP_24

_COLUMNS = (
    (Menu.EDIT, Menu.INCIDENT, Menu.TIMELINE),
    (Menu.READER, Menu.PROJECT),
    (Menu.GO, Menu.VIEW, Menu.HELP),
)


class KeysSheet(QDialog):
    """Every action that has a key, in three columns."""

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
            for menu in menus:
                column.addWidget(plain_label(say(menu.value), "strong", inside))
                column.addLayout(self._make_group(actions, menu, inside))
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

    def _make_group(self, actions: Actions, menu: Menu, inside: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_8)
        grid.setVerticalSpacing(GAP_4 + 2)
        grid.setColumnStretch(0, 1)
        for action in actions.of_menu(menu):
            keys = [shortcut.toString(shortcut.SequenceFormat.NativeText) for shortcut in action.shortcuts()]
            if not keys:
                continue
            row = grid.rowCount()
            grid.addWidget(plain_label(actions.name_of(action), "body", inside), row, 0)
            caps = QHBoxLayout()
            caps.setSpacing(GAP_4)
            caps.addStretch(1)
            for text in keys:
                cap = KeyCap(text, inside)
                cap.setAccessibleName(text)
                caps.addWidget(cap)
            grid.addLayout(caps, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid
