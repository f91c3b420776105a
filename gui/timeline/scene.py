"""One frame of the timeline as plain values in pixels of the canvas' body; made by `scene_builder`, drawn by painters.

x = 0 is the left edge of the body (right of the lanes' names), y = 0 its top; lanes are already scrolled.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from gui.timeline.time_scale import TimeScale
from models.enums import LinkKind, Status
from services.captions import Caption
from services.timeline_lanes import LaneKey, Lanes

Titles = Callable[[Sequence[int]], Mapping[int, Caption]]
"""Captions by incident id; ids without one are left out and have no label for now."""


LABEL_LINE = 16.0
WARNING = 14.0
HALF_GLYPH, HALF_SELECTED = 11.0, 18.0
"""Half a glyph with what arrows and the pointer leave around it; of a selected one, with its ring."""


class Shape(Enum):
    """How a date is drawn."""

    POINT = auto()  # the status glyph alone
    BAR = auto()  # from-to, both ends known
    BRACKET = auto()  # some time between: brackets, dots, the glyph in the middle
    FADING = auto()  # by, after, about, open: hatched, fading where the end is not known


class LinksShown(Enum):
    ALL = auto()
    SELECTED = auto()
    HIDDEN = auto()


class Weight(Enum):
    """The fonts that labels are measured and drawn in."""

    STRONG = auto()
    PLAIN = auto()


Measure = Callable[[str, Weight], float]
"""The width of a text in px."""


@dataclass(frozen=True, slots=True)
class SceneWords:
    """Words that stand in a scene; `silence` takes the first and the last silent second."""

    silence: Callable[[int, int], str]
    link: Callable[[LinkKind], str]


class LaneBox(NamedTuple):
    """Where a lane lies. `place` is its place in `Lanes.lanes`."""

    place: int
    key: LaneKey
    top: int
    height: int
    collapsed: bool = False

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Mark(NamedTuple):
    """One incident. `x` is the middle of its glyph, `left` and `right` the ends of its bar, which may be out of view.

    `fade_left` and `fade_right` are px over which a hatched bar fades; 0 is a hard edge. `role` is the theme's colour.
    `has_begun` is a glyph at the left edge for what began before the view and has no row for its bar.
    """

    id: int
    lane: int
    shape: Shape
    x: float
    y: float
    left: float
    right: float
    first: int
    last: int
    status: Status
    role: str
    fade_left: float = 0.0
    fade_right: float = 0.0
    is_uncertain: bool = False
    is_uncited: bool = False
    is_marked: bool = False
    is_selected: bool = False
    has_begun: bool = False


class Label(NamedTuple):
    """The words beside a mark, `LABEL_LINE` px a line around `y`: the title, then the date after its last line.

    `when_x` is the left edge of the date's words, `star_x` of the star of a key incident and `warning_x` of the sign of
    an uncited one, counted from `x`; `is_backed` where a bar runs behind the words.
    """

    id: int
    lane: int
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    when: str = ""
    when_x: float = 0.0
    star_x: float | None = None
    warning_x: float | None = None
    is_backed: bool = False

    @property
    def height(self) -> float:
        return LABEL_LINE * len(self.lines)


@dataclass(slots=True)
class Cluster:
    """Several incidents as one ring. `first` and `last` are the seconds of the cell that they begin in.

    `is_before` counts those that began before the window and still last: it stands at the left edge.
    """

    lane: int
    x: float
    y: float
    count: int
    first: int
    last: int
    is_before: bool = False
    is_selected: bool = False
    share: float = 1.0
    """How large its count is beside the largest of the frame, as an area: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link from one mark to another, to a ring or to the edge of the view: corners of its path, and the pill with its word
    around `pill_x`, `pill_y`. `away_id` is the incident at the end that a ring counts or that is out of view."""

    link_id: int
    from_id: int
    to_id: int
    kind: LinkKind
    points: tuple[tuple[float, float], ...]
    word: str
    pill_x: float
    pill_y: float
    pill_width: float
    is_selected: bool = False
    away_id: int | None = None


@dataclass(frozen=True, slots=True)
class SilentStretch:
    """A stretch without incidents; `words` are empty where they have no room."""

    left: float
    right: float
    first: int
    last: int
    words: str
    words_x: float
    words_y: float
    words_width: float


@dataclass(frozen=True, slots=True)
class Band:
    """A vertical stretch of the ground, weekends for example."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Density:
    """How many incidents begin when, as columns (left, width, height) on the ground of a crowded lane."""

    lane: int
    bottom: int
    columns: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: the visible boxes (already scrolled) at a scale. `today` is now by the clock on the wall; `plan`
    holds all lanes from the top to the bottom, for what leads out of view."""

    lanes: Lanes
    scale: TimeScale
    boxes: tuple[LaneBox, ...]
    height: int
    today: int
    selected: frozenset[int] = frozenset()
    links: LinksShown = LinksShown.ALL
    plan: tuple[LaneBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything in view. `window` is the stretch of seconds in which every incident is counted once per lane."""

    scale: TimeScale
    width: int
    height: int
    window: tuple[int, int]
    lanes: tuple[LaneBox, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: tuple[Label, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    silences: tuple[SilentStretch, ...] = ()
    densities: tuple[Density, ...] = ()
    bands: tuple[Band, ...] = ()
    lines: tuple[float, ...] = ()
    today_x: float | None = None
    shown: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """Lane place → ids drawn as marks of their own."""


class Target(Enum):
    """What lies under the pointer; START and END are ends of a bar that can be dragged."""

    MARK = auto()
    START = auto()
    END = auto()
    CLUSTER = auto()
    ARROW = auto()
    SILENCE = auto()
    LANE = auto()
    EMPTY = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """`id` is the incident's or the link's, 0 elsewhere; `lane` the place in `Lanes.lanes`, -1 below them all."""

    kind: Target
    lane: int
    second: int
    id: int = 0
    mark: Mark | None = None
    cluster: Cluster | None = None
    arrow: Arrow | None = None
    silence: SilentStretch | None = None
