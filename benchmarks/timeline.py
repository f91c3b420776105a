"""Frames of the timeline, offscreen at 1200 × 700: overview, pan and zoom.

    python -m benchmarks.timeline [100000] [PROJECT]

Projects of 1,000, 10,000 and as many incidents as named are made with everything in them (`benchmarks.rich`), or the given
file is taken for the largest. A frame is laying out and painting, with titles read from the file where they are not known
yet, in lanes by place and in one lane: milliseconds of the clock, slowest but 5 %, with CPU time beside it. The floor is an
empty widget of the same size; the peer a QGraphicsView over a scene that holds the same incidents, a rectangle and a text
each. At last an edit of one incident: the lane made ready anew, and the frame.
"""

import gc
import os
import sys
import time
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from benchmarks.measure import Measurement
from benchmarks.rich import rich_project
from benchmarks.table import median, print_table
from gui.dateline_style import use_dateline_style
from gui.overriding import override
from gui.style import dress
from gui.theme import LIGHT
from gui.timeline.axis_painter import AxisPainter
from gui.timeline.lane_layout import arrange_lanes
from gui.timeline.scene import View
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.scene_painter import ScenePainter
from gui.timeline.scene_texts import SceneFonts, calendar_words, scene_words
from gui.timeline.ticks import make_axis
from gui.timeline.time_scale import TimeScale, fitted
from models.snapshots import IncidentFilter
from services.captions import Caption, read_captions
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.project import Project
from services.project_files import open_project
from services.timeline_gathering import gather_lanes
from services.timeline_lanes import LaneBy, Lanes

SIZES = (1_000, 10_000)
WIDTH, HEIGHT, AXIS = 1200, 700, 52
TARGET_MS, TARGET_GROWTH = 10.0, 1.5
_PAN_PX, _ZOOM = 19, 1.09
_PEER_FRAMES = 12


class Frame(NamedTuple):
    """Milliseconds of the clock and of the processor."""

    wall: float
    cpu: float


class Canvas(QWidget):
    """The drawing of the timeline in a widget of its own, without the tools around it."""

    def __init__(self, project: Project, lanes: Lanes) -> None:
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._project, self.lanes = project, lanes
        self._known: dict[int, Caption] = {}
        fonts = SceneFonts()
        self._calendar = calendar_words()
        self._builder = SceneBuilder(self._captions, fonts.measure, scene_words(), self._calendar)
        self._painter, self._axis = ScenePainter(fonts), AxisPainter()
        plan = arrange_lanes(lanes.lanes, order=range(len(lanes.lanes)), collapsed=(), view_height=HEIGHT - AXIS)
        self._boxes = plan.visible(0, HEIGHT - AXIS)
        self.scale = self.whole = fitted(*(lanes.span or (0, 0)), WIDTH)

    def _captions(self, ids: Sequence[int]) -> Mapping[int, Caption]:
        missing = [each for each in ids if each not in self._known]
        if missing:
            self._known.update(read_captions(self._project, missing))
        return self._known

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        today = self.whole.t_at(WIDTH / 2)
        scene = self._builder.build(View(self.lanes, self.scale, self._boxes, HEIGHT - AXIS, today))
        painter = QPainter(self)
        painter.fillRect(self.rect(), LIGHT.bg)
        self._axis.paint(painter, QRectF(0, 0, WIDTH, AXIS), make_axis(self.scale, self._calendar), LIGHT, today=today)
        painter.translate(0, AXIS)
        self._painter.paint(painter, scene, LIGHT)
        painter.end()

    def show_scale(self, scale: TimeScale) -> Frame:
        """What the painted frame takes."""
        self.scale = scale
        return repainted(self)


def run(size: int = 100_000, path: Path | None = None) -> list[Measurement]:
    """Frames at each size, and what they grow by from 10,000 to the largest."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    dress(app, LIGHT)
    use_dateline_style(app)
    floor = empty_frames()
    found: list[Measurement] = []
    worst: list[float] = []
    sizes = (*(small for small in SIZES if small < size), size)
    for count in sizes:
        with rich_project(count, path if count == size else None) as target:
            measured, most = measure(target, floor, count, is_last=count == size)
        found += measured
        worst.append(most)
    if len(worst) > 1:
        name = f"worst p95 of {size:,}, CPU"
        growth = worst[-1] / worst[-2]
        found.append(Measurement(name, worst[-1], "ms", f"{worst[-2]:.1f} ms at {sizes[-2]:,}", growth, TARGET_GROWTH))
    return found


def measure(path: Path, floor: float, size: int, *, is_last: bool) -> tuple[list[Measurement], float]:
    """The measurements of one project, and the worst CPU time of a p95 frame."""
    project = open_project(path)
    index = IncidentIndex(read_columns(project))
    selection = select_incidents(project, index, IncidentFilter())
    found: list[Measurement] = []
    worst = 0.0
    for by, lanes_name in ((LaneBy.PLACE, "lanes by place"), (LaneBy.NONE, "one lane")):
        lanes = gather_lanes(project, index, selection, by)
        canvas = Canvas(project, lanes)
        shown(canvas)
        gc.freeze()  # as the window does with what lives long
        for name, frames in frames_of(canvas):
            wall, cpu = p95([frame.wall for frame in frames]), p95([frame.cpu for frame in frames])
            worst = max(worst, cpu)
            label = f"{size:,}, {lanes_name}: {name}, p95"
            found.append(Measurement(label, wall, "ms", target=TARGET_MS if is_last else 0))
            found.append(Measurement("  CPU", cpu, "ms", f"empty widget, {floor:.2f} ms", cpu / floor))
        if by is LaneBy.NONE:
            found.append(Measurement(f"{size:,}, one lane: an edit, median", median(edit_frames(canvas)), "ms"))
            peer = p95(peer_frames(lanes, canvas.whole))
            overview = p95([canvas.show_scale(canvas.whole.panned(step)).wall for step in range(_PEER_FRAMES)])
            found.append(
                Measurement(f"{size:,}: overview", overview, "ms", f"QGraphicsView, {peer:.0f} ms", overview / peer)
            )
        canvas.close()
    project.close()
    return found, worst


def frames_of(canvas: Canvas) -> Iterator[tuple[str, list[Frame]]]:
    """Frames by what is done; the first ones, which make indexes and texts ready, among them."""
    whole = canvas.whole
    yield "overview", [canvas.show_scale(whole.panned(step)) for step in range(60)]
    months, days = whole.zoomed(24, WIDTH / 2), whole.zoomed(150, WIDTH / 3)
    pan = [canvas.show_scale(months.panned(_PAN_PX * step)) for step in range(200)]
    yield "pan", pan + [canvas.show_scale(days.panned(-_PAN_PX * step)) for step in range(200)]
    zoom = []
    scale = whole
    while scale.seconds_per_px > 5:
        scale = scale.zoomed(_ZOOM, WIDTH * 0.4)
        zoom.append(canvas.show_scale(scale))
    while scale.seconds_per_px < whole.seconds_per_px:
        scale = scale.zoomed(1 / _ZOOM, WIDTH * 0.7)
        zoom.append(canvas.show_scale(scale))
    yield "zoom", zoom


def edit_frames(canvas: Canvas) -> list[float]:
    """Milliseconds from an edit's lanes to the painted frame: each time another incident has another status."""
    taken = []
    for number in range(9):
        lane = canvas.lanes.lanes[0]
        statuses = bytearray(lane.marks.statuses)
        place = (number + 1) * len(statuses) // 11
        statuses[place] = (statuses[place] + 1) % 5
        # Other columns with the same numbers, as after every edit.
        ids, first, last = (array("q", column) for column in (lane.marks.ids, lane.marks.first, lane.marks.last))
        marks = replace(lane.marks, statuses=bytes(statuses), ids=ids, first=first, last=last)
        canvas.lanes = replace(canvas.lanes, lanes=(replace(lane, marks=marks), *canvas.lanes.lanes[1:]))
        taken.append(canvas.show_scale(canvas.whole).wall)
    return taken


def peer_frames(lanes: Lanes, scale: TimeScale) -> list[float]:
    """Milliseconds of frames of a QGraphicsView that pans over the same incidents."""
    scene = QGraphicsScene()
    # No index: everything is in view all the time, so that looking for what is would only cost.
    scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
    for number, lane in enumerate(lanes.lanes):
        for place, first in enumerate(lane.marks.first):
            x, right = scale.x_of(first), scale.x_of(lane.marks.last[place])
            y = number * 100 + place % 40 * 16
            scene.addRect(QRectF(x, y, max(4.0, right - x), 12))
            scene.addSimpleText(f"Incident {lane.marks.ids[place]}").setPos(x + 8, y)
    view = QGraphicsView(scene)
    view.resize(WIDTH, HEIGHT)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown(view)
    frames = []
    for step in range(_PEER_FRAMES):
        view.setSceneRect(step, 0, WIDTH, HEIGHT)
        frames.append(repainted(view.viewport()).wall)
    view.close()
    return frames


def empty_frames() -> float:
    """CPU milliseconds of an empty widget of the same size, p95."""
    empty = QWidget()
    empty.resize(WIDTH, HEIGHT)
    shown(empty)
    return p95([repainted(empty).cpu for _ in range(200)])


def shown(widget: QWidget) -> None:
    """On the screen, so that it paints when it is told to."""
    widget.show()
    while not widget.window().windowHandle().isExposed():
        QApplication.processEvents()
    QApplication.processEvents()


def repainted(widget: QWidget) -> Frame:
    """What a widget takes to paint itself."""
    wall, cpu = time.perf_counter(), time.process_time()
    widget.repaint()
    return Frame((time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def main(words: Sequence[str]) -> int:
    """The exit code: 1 where a target is missed."""
    size = int(words[0]) if words else 100_000
    return print_table(run(size, Path(words[1]) if len(words) > 1 else None))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
