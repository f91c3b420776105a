"""The last line of a popup."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gui.filters.words import say


class PopupButtons(QHBoxLayout):
    """`clear` at the left; at the right `show`, which applies what was typed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.clear = QPushButton(say("Clear"))
        self.show = QPushButton(words)
        self.show.setProperty("kind", "primary")
        self.addWidget(self.clear)
        self.addStretch(1)
        self.addWidget(self.show)
