"""Scenes for widgets: builder and painter with the words, the calendar and the clock of this computer."""

import datetime as dt
from collections.abc import Collection

from PySide6.QtCore import QLocale, QObject, QRect, QRectF, Signal

from dates import DateStyle, Precision, format_date
from dates.calendar import DAY_SECONDS, to_days
from dates.moving import date_at
from gui.texts import incidents_text
from gui.texts.timeline import say_timeline, span_text
from gui.texts.words import link_text
from gui.timeline.board import Board
from gui.timeline.hit_index import hit
from gui.timeline.loaders import CaptionCache
from gui.timeline.scene import Cluster, Hit, LaneBox, Scene, View
from gui.timeline.scene_builder import SceneBuilder
from gui.timeline.scene_painter import ScenePainter
from gui.timeline.scene_texts import SceneFonts, calendar_words, scene_words
from gui.timeline.time_scale import TimeScale

_AROUND = 16


class SceneSource(QObject):
    """`captions_changed`: words were forgotten, what is drawn is old."""

    captions_changed = Signal()

    def __init__(self, captions: CaptionCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        fonts = SceneFonts()
        self.captions = captions
        self.calendar = calendar_words(QLocale())
        self.words = scene_words()
        self.painter = ScenePainter(fonts)
        self._builder = SceneBuilder(captions, fonts.measure, self.words, self.calendar)

    def now(self) -> int:
        """This moment by the clock on the wall, in seconds of the axis."""
        now = dt.datetime.now()  # noqa: DTZ005 - the wall clock is meant
        return to_days(now.year, now.month, now.day) * DAY_SECONDS + now.hour * 3600 + now.minute * 60 + now.second

    def _view(self, board: Board, scale: TimeScale, boxes: tuple[LaneBox, ...], height: int) -> View:
        return View(
            board.lanes,
            scale,
            boxes,
            height,
            self.now(),
            selected=board.chosen_ids,
            links=board.arrangement.links,
            plan=board.plan.boxes,
        )

    def scene(self, board: Board, scale: TimeScale, boxes: tuple[LaneBox, ...], height: int) -> Scene:
        """What is in view."""
        return self._builder.build(self._view(board, scale, boxes, height))

    def hit(self, scene: Scene, x: float, y: float) -> Hit:
        """What lies there."""
        return hit(scene, x, y)

    def cluster_ids(self, board: Board, scene: Scene, cluster: Cluster) -> list[int]:
        """The incidents behind a ring."""
        return self._builder.cluster_ids(self._view(board, scene.scale, scene.lanes, scene.height), scene, cluster)

    def forget(self, ids: Collection[int]) -> None:
        """Words of these have changed."""
        self.captions.forget(ids)
        self.captions_changed.emit()

    def rect_of(self, board: Board, scene: Scene, incident_id: int) -> QRect | None:
        """Where an incident, or the ring that counts it, is drawn; None where neither is in view."""
        for mark in scene.marks:
            if mark.id == incident_id:
                inside = 0 <= mark.x <= scene.width and 0 <= mark.y <= scene.height
                return QRectF(mark.x - _AROUND, mark.y - _AROUND, 2 * _AROUND, 2 * _AROUND).toRect() if inside else None
        spot = board.spot(incident_id)
        if spot is None:
            return None
        for ring in scene.clusters:
            if ring.lane == spot.lane and ring.first <= spot.first <= ring.last and 0 <= ring.x <= scene.width:
                return QRectF(ring.x - _AROUND, ring.y - _AROUND, 2 * _AROUND, 2 * _AROUND).toRect()
        return None

    def words_rect(self, scene: Scene, incident_id: int) -> QRect:
        """Where the words of an incident are written; empty where they are not."""
        label = next((label for label in scene.labels if label.id == incident_id), None)
        if label is None:
            return QRect()
        return QRectF(label.x, label.y - label.height / 2, label.width, label.height).toRect()

    def ids_in(self, board: Board, scene: Scene, band: QRectF) -> list[int]:
        """Incidents whose glyph, or ring, lies in a rubber band; by time."""
        found = [(mark.first, mark.id) for mark in scene.marks if band.contains(mark.x, mark.y)]
        for ring in scene.clusters:
            if band.contains(ring.x, ring.y):
                found += [(ring.first, each) for each in self.cluster_ids(board, scene, ring)]
        return list(dict.fromkeys(each for _, each in sorted(found)))

    def tip(self, found: Hit) -> str:
        """What a tooltip says of something."""
        if found.mark is not None:
            caption = self.captions((found.id,)).get(found.id)
            return "" if caption is None else f"{caption.title}\n{format_date(caption.date)}"
        if found.cluster is not None:
            ring = found.cluster
            if ring.is_before:
                begun = format_date(date_at(ring.last, Precision.DAY), DateStyle.LONG)
                return f"{incidents_text(ring.count)}\n{say_timeline('begun by {day}').replace('{day}', begun)}"
            return f"{incidents_text(ring.count)}\n{span_text(ring.first, ring.last)}"
        if found.arrow is not None:
            ends = self.captions((found.arrow.from_id, found.arrow.to_id))
            names = [ends[each].title for each in (found.arrow.from_id, found.arrow.to_id) if each in ends]
            return f" {link_text(found.arrow.kind, outgoing=True)} ".join(names) if len(names) == 2 else ""
        if found.silence is not None and not found.silence.words:
            return self.words.silence(found.silence.first, found.silence.last)
        return ""
