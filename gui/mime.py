"""What a drop or the clipboard holds for us. Nothing is opened and nothing is fetched."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> list[Path]:
    """The local files, in their order; addresses of the web are not files."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def is_welcome(mime: QMimeData) -> bool:
    """True for local files and for any text."""
    return bool(dropped_files(mime)) or mime.hasText()
