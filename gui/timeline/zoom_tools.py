"""The right end of the timeline's header: what is in view, and how near."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.controls import IconButton, plain_label
from gui.fields.segment_bar import Segment, SegmentBar
from gui.style import GAP_8
from gui.timeline.camera import TimelineCamera, ZoomLevel, level_of, per_px_at, place_of
from gui.timeline.zoom_slider import STEPS, ZoomSlider

_STEP = 1.6
_WORDS, _GAP = 250, 10


class ZoomTools(QWidget):
    """Moves the camera itself; only what to fit is asked of others."""

    fit_requested = Signal()

    def __init__(self, camera: TimelineCamera, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = camera
        self._span: tuple[int, int] | None = None
        self._room = 2000
        self.in_view = plain_label("", "caption", self)
        self.in_view.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # As wide as most that is said: what follows should not wander while one looks around.
        self.in_view.setMinimumWidth(_WORDS)
        levels = (
            Segment(ZoomLevel.YEARS, self.tr("Years"), "Alt+1"),
            Segment(ZoomLevel.MONTHS, self.tr("Months"), "Alt+2"),
            Segment(ZoomLevel.DAYS, self.tr("Days"), "Alt+3"),
            Segment(ZoomLevel.HOURS, self.tr("Hours"), "Alt+4"),
        )
        self.levels = SegmentBar(self.tr("Zoom to"), levels, self)
        self._out = IconButton("zoom-out", self.tr("Zoom out"), self, key="−")
        self.slider = ZoomSlider(self.tr("Zoom"), self.tr("Zoom (Ctrl + wheel)"), self)
        self._in = IconButton("zoom-in", self.tr("Zoom in"), self, key="+")
        self.fit = QPushButton(self.tr("Fit"), self)
        self.fit.setProperty("kind", "small")
        self.fit.setToolTip(self.tr("Fit all into view (0)"))
        self.fit.setAccessibleName(self.tr("Fit all into view"))
        self._lay_out()
        self.levels.choice_made.connect(self._on_level_chosen)
        self._out.clicked.connect(self.zoom_out)
        self._in.clicked.connect(self.zoom_in)
        self.fit.clicked.connect(self.fit_requested)
        self.slider.actionTriggered.connect(self._on_slid)
        self.slider.sliderMoved.connect(self._on_slid)
        camera.scale_changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_8, 0, GAP_8, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.in_view)
        row.addWidget(self.levels)
        row.addWidget(self._out)
        row.addWidget(self.slider)
        row.addWidget(self._in)
        row.addWidget(self.fit)

    def set_span(self, span: tuple[int, int] | None) -> None:
        """All there is; without incidents there is nothing to zoom."""
        self._span = span
        for part in (self.levels, self._out, self.slider, self._in, self.fit):
            part.setEnabled(span is not None)
        self._follow()

    def show_words(self, words: str) -> None:
        """What is in view, in words."""
        if words != self.in_view.text():
            self.in_view.setText(words)
            self.fit_into(self._room)

    def fit_into(self, room: int) -> None:
        """Leave out what has no room: the words, then the slider, then the four words."""
        self._room = room
        needed = 2 * GAP_8 + self.fit.sizeHint().width()
        for part in (self._out, self._in, self.levels, self.slider, self.in_view):
            needed += max(part.sizeHint().width(), part.minimumWidth()) + _GAP
            part.setVisible(needed <= room)

    def zoom_in(self) -> None:
        self._camera.glide_zoom(_STEP, self._camera.width / 2)

    def zoom_out(self) -> None:
        self._camera.glide_zoom(1 / _STEP, self._camera.width / 2)

    def show_level(self, level: ZoomLevel) -> None:
        """Zoom to years, months, days or hours, about the middle."""
        self._camera.show_level(level, self._camera.width / 2)

    def _on_level_chosen(self, value: str) -> None:
        self.show_level(ZoomLevel(value))

    def _on_slid(self, _what: int) -> None:
        wanted = per_px_at(self.slider.sliderPosition() / STEPS, self._span, self._camera.width)
        self._camera.zoom(self._camera.scale.seconds_per_px / wanted, self._camera.width / 2)

    def _follow(self) -> None:
        level = level_of(self._camera.scale)
        if level != self.levels.value():
            self.levels.choose(level)
        if not self.slider.isSliderDown():
            self.slider.setValue(round(place_of(self._camera.scale, self._span) * STEPS))
