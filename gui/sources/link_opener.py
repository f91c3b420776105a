"""Opens a web address in the browser, after a question."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gui.notices import Notices
from gui.sources.url_field import openable

_MAX_SHOWN = 500


class LinkOpener(QObject):
    """Asks first: the site sees that somebody visits it. Anything but http and https is left alone."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._notices = notices
        self._parent = parent

    def ask_and_open(self, address: str) -> None:
        url = openable(address)
        if url is None:
            return
        title = self.tr("Open this address in your browser?")
        shown = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)[:_MAX_SHOWN]
        words = self.tr("The site will see that somebody on this computer visits it.")
        if self._notices.confirm(self._parent, title, f"{shown}\n\n{words}", self.tr("Open")):
            QDesktopServices.openUrl(url)
