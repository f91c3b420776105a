"""A web address: typed, copied, opened only after a question, and never fetched."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.controls import IconButton
from gui.fields.line_field import LineField
from gui.overriding import override
from gui.sources.pasted_text import WEB_SCHEMES


def openable(text: str) -> QUrl | None:
    """The address if it is a whole http or https one without a name or password in it, else None."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme().lower() in WEB_SCHEMES and bool(url.host())
    return url if is_web and not url.userInfo() else None


class UrlField(LineField):
    """Wish: open_requested(address), only for addresses that `openable` takes."""

    open_requested = Signal(str)

    def __init__(self, name: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(name, caption, parent)
        self.line.setPlaceholderText("https://")
        self._copy = IconButton("copy", self.tr("Copy {field}").format(field=caption), self)
        self._open = IconButton("external-link", self.tr("Open {field} in the browser…").format(field=caption), self)
        for button in (self._copy, self._open):
            button.setFixedWidth(24)
            self.row.addWidget(button)
        self.line.textChanged.connect(self._on_text_changed)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._on_text_changed("")

    @override
    def value(self) -> str:
        return self.line.text().strip()

    def _on_text_changed(self, text: str) -> None:
        self._copy.setEnabled(bool(text.strip()))
        self._open.setEnabled(openable(text) is not None)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.value())

    def _on_open_clicked(self) -> None:
        self.open_requested.emit(self.value())
