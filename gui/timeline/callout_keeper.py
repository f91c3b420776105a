"""Keeps the callout beside its incident: away while the view moves, back when it rests, gone with its incident."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal

from gui.timeline.callout import Callout
from gui.timeline.canvas import TimelineCanvas
from models.snapshots import IncidentCard


class CalloutKeeper(QObject):
    """The card is made when it is first shown, in the window that the canvas is in by then."""

    open_requested = Signal(int)
    link_requested = Signal(int)

    def __init__(
        self, canvas: TimelineCanvas, load: Callable[[int], IncidentCard | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._load = canvas, load
        self._callout: Callout | None = None
        self._incident_id: int | None = None
        self._read_only = False
        self.is_needed: Callable[[], bool] = _always
        """Whether nothing else on screen says what the card says."""
        canvas.pointer.callout_requested.connect(self.show_for)
        canvas.keys.callout_requested.connect(self.show_for)
        for dismissed in (canvas.pointer.callout_dismissed, canvas.keys.callout_dismissed):
            dismissed.connect(self.dismiss)
        for opened in (canvas.pointer.incident_opened, canvas.keys.incident_opened, self.open_requested):
            opened.connect(self.dismiss)
        canvas.camera.scale_changed.connect(self._hide)
        canvas.camera.settled.connect(self._show)
        canvas.bar.valueChanged.connect(self._follow)
        canvas.size_changed.connect(self._follow)
        canvas.board.selection_changed.connect(self._on_selection_changed)

    @property
    def callout(self) -> Callout | None:
        """The card while it is on screen."""
        return self._callout if self._callout is not None and self._callout.isVisible() else None

    def set_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the project."""
        self._read_only = read_only
        if self._callout is not None:
            self._callout.set_read_only(read_only=read_only)

    def show_for(self, incident_id: int) -> None:
        """Show the card of an incident, as soon as nothing moves."""
        if not self.is_needed():
            return
        self._incident_id = incident_id
        self._canvas.keys.has_callout = True
        if self._canvas.camera.target == self._canvas.camera.scale:
            self._show()

    def refresh(self) -> None:
        """Words or dates have changed: read the card anew."""
        if self._callout is not None and self._callout.isVisible():
            self._show()

    def dismiss(self) -> None:
        """Close the card."""
        self._incident_id = None
        self._canvas.keys.has_callout = False
        self._hide()

    def _on_selection_changed(self) -> None:
        if self._incident_id is not None and self._canvas.board.current != self._incident_id:
            self.dismiss()

    def _hide(self) -> None:
        if self._callout is not None:
            self._callout.hide()

    def _follow(self, _what: object = None) -> None:
        self._hide()
        if self._incident_id is not None and not self.is_needed():
            self.dismiss()  # the inspector has come
        self._show()

    def _show(self) -> None:
        if self._incident_id is None or not self._canvas.isVisible():
            return
        rect, card = self._canvas.rect_of(self._incident_id), self._load(self._incident_id)
        if card is None or rect is None:
            self._hide()
            return
        window = self._canvas.window()
        if self._callout is None or self._callout.parent() is not window:
            self._callout = Callout(window)
            self._callout.set_read_only(read_only=self._read_only)
            self._callout.open_requested.connect(self.open_requested)
            self._callout.link_requested.connect(self.link_requested)
            self._callout.dismissed.connect(self.dismiss)
        # Beside mark and words, wherever these have found room.
        words = self._canvas.source.words_rect(self._canvas.scene(), self._incident_id)
        if words.isValid():
            rect.setLeft(min(rect.left(), words.left()))
            rect.setRight(max(rect.right(), words.right()))
        origin = self._canvas.mapTo(window, self._canvas.rect().topLeft())
        self._callout.show_card(card, rect.translated(origin), QRect(origin, self._canvas.size()))


def _always() -> bool:
    return True
