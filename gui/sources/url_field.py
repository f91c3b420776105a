"""A web address: typed, copied, opened only after a question, and never fetched."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.controls import IconButton
from gui.sources.labelled_field import LineField
from gui.style import GAP_4

_SCHEMES = {"http", "https"}


def openable(text: str) -> QUrl | None:
    """The address if it is a whole http or https one without a password in it, else None."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme().lower() in _SCHEMES and bool(url.host())
    return url if is_web and not url.userInfo() else None


class UrlField(QWidget):
    """Fact: url_edited. Wish: open_requested(address), only for addresses that `openable` takes."""

    url_edited = Signal()
    open_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = LineField(name, self)
        self._field.setPlaceholderText("https://")
        self._copy = IconButton("copy", self.tr("Copy address"), self)
        self._open = IconButton("external-link", self.tr("Open in the browser…"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_4)
        row.addWidget(self._field, 1)
        row.addWidget(self._copy)
        row.addWidget(self._open)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.textEdited.connect(self._on_text_edited)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._on_text_changed("")

    def field(self) -> LineField:
        return self._field

    def url(self) -> str:
        return self._field.text().strip()

    def _on_text_changed(self, text: str) -> None:
        self._copy.setEnabled(bool(text.strip()))
        self._open.setEnabled(openable(text) is not None)

    def _on_text_edited(self) -> None:
        self.url_edited.emit()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.url())

    def _on_open_clicked(self) -> None:
        self.open_requested.emit(self.url())
