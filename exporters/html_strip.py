"""The time line at the head of a web page: SVG in per cent of the width, so it fits any window without a script.

Day = status glyph · span = solid bar · between = brackets · by, after = hatched bar that fades on the unknown side ·
about = hatched bar that fades on both · many at one place = a ring with their number.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from markupsafe import Markup, escape

from exporters.document import Document, Entry, Reach, TimeMark
from exporters.labels import Labels
from exporters.strip_scale import DAY, Gap, Scale, make_scale, read_ticks

_AXIS = 28
_LANE = 20
_MOST_ROWS = 3
_MOST_BARS = 30
_MOST_LANES = 3
_CLOSE = 1.9  # per cent: nearer glyphs become a heap
_FADE = 8.0
_OPEN = 8 * 10**18
_WIDE = 100 * DAY
_LEAST_WIDTH = {Reach.AROUND: 6.0, Reach.BETWEEN: 3.0}

_DEFS = """<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<line class="fadeline" x1="1" y1="0" x2="1" y2="5"/></pattern>
<pattern id="gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<line class="gapline" x1="1" y1="0" x2="1" y2="7"/></pattern>
<linearGradient id="rise"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#fff"/></linearGradient>
<linearGradient id="fall"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
<linearGradient id="hill"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".5" stop-color="#fff"/>\
<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
<mask id="m-rise" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#rise)"/></mask>
<mask id="m-fall" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#fall)"/></mask>
<mask id="m-hill" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#hill)"/></mask>
</defs>
"""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry between two positions of the scale."""

    entry: Entry
    left: float
    right: float
    reach: Reach


def draw_strip(document: Document) -> Markup:
    """The time line of all dated entries; nothing where fewer than two are dated."""
    entries = [(entry, entry.time) for entry in document.entries() if entry.time]
    if len(entries) < 2:
        return Markup("")
    scale = make_scale([moment for _, time in entries for moment in _moments(time)])
    rows = _rows([(entry, time) for entry, time in entries], document.labels)
    top = _AXIS + 6
    body: list[str] = []
    for name, members in rows:
        placed = [_place(entry, time, scale) for entry, time in members]
        lanes = _draw_row(placed, top, body)
        if name:
            body.append(f'<text class="end wide" x="100%" y="{top + 14}">{escape(_clip(name))}</text>')
        top += lanes * _LANE + 4
    axis = _draw_axis(scale, top, document.labels)
    label = escape(document.labels.timeline)
    count = document.labels.count_entries(len(entries))
    return Markup(  # noqa: S704  # numbers, fixed tags and escaped text
        f'<svg class="strip" width="100%" height="{top + 4}" role="img" aria-label="{label}: {escape(count)}">\n'
        f"{_DEFS}{axis}{''.join(body)}</svg>"
    )


def _moments(time: TimeMark) -> list[int]:
    """The ends that are known; a wide uncertain date counts by its middle, or its limits would stretch the scale."""
    if time.reach in (Reach.AROUND, Reach.BETWEEN) and time.last - time.first > _WIDE:
        return [(time.first + time.last) // 2]
    return [moment for moment in (time.first, time.last) if -_OPEN < moment < _OPEN]


def _rows(entries: list[tuple[Entry, TimeMark]], labels: Labels) -> list[tuple[str, list[tuple[Entry, TimeMark]]]]:
    """The most frequent places, each a row, and the rest in the last row."""
    counts = Counter(entry.place for entry, _ in entries if entry.place)
    common = sorted(counts, key=lambda place: (-counts[place], place))
    fits = len(common) <= _MOST_ROWS and all(entry.place for entry, _ in entries)
    named = common if fits else common[: _MOST_ROWS - 1]
    members: defaultdict[str, list[tuple[Entry, TimeMark]]] = defaultdict(list)
    for entry, time in entries:
        members[entry.place if entry.place in named else ""].append((entry, time))
    rows = [(name, members[name]) for name in named]
    return [*rows, (labels.elsewhere if rows else "", members[""])] if members[""] else rows


def _place(entry: Entry, time: TimeMark, scale: Scale) -> _Placed:
    if time.reach is Reach.OPEN_START:
        at = scale.at(time.last)
        return _Placed(entry, max(at - _FADE, 0.0), at, time.reach)
    if time.reach is Reach.OPEN_END:
        at = scale.at(time.first)
        return _Placed(entry, at, min(at + _FADE, 92.0), time.reach)
    if time.reach is Reach.POINT:
        at = scale.at((time.first + time.last) / 2)
        return _Placed(entry, at, at, time.reach)
    left, right = scale.at(time.first), scale.at(time.last)
    least = _LEAST_WIDTH.get(time.reach, 0.7)
    if right - left < least:
        middle = (left + right) / 2
        left, right = max(middle - least / 2, 0.0), middle + least / 2
    return _Placed(entry, left, right, time.reach)


def _draw_row(placed: list[_Placed], top: int, body: list[str]) -> int:
    """Draw one row below `top`, return how many lanes it took."""
    bars = [item for item in placed if item.reach is not Reach.POINT]
    shown = bars if len(bars) <= _MOST_BARS else []
    glyphs = [item for item in placed if item.reach is Reach.POINT] if shown else placed
    lanes: list[float] = []
    if glyphs:
        lanes.append(_draw_glyphs(glyphs, top + _LANE // 2, body))
    for item in shown:
        lane = next((i for i, end in enumerate(lanes) if end + 1.0 < item.left), len(lanes))
        if lane >= _MOST_LANES:
            lane = min(range(_MOST_LANES), key=lanes.__getitem__)
        if lane == len(lanes):
            lanes.append(item.right)
        lanes[lane] = max(lanes[lane], item.right)
        body.append(_draw_bar(item, top + lane * _LANE + _LANE // 2))
    return max(len(lanes), 1)


def _draw_glyphs(items: list[_Placed], middle: int, body: list[str]) -> float:
    """Draw status glyphs, near ones as a heap; return where the last one ends."""
    heap: list[_Placed] = []
    ordered = sorted(items, key=lambda item: item.left + item.right)
    for item in [*ordered, None]:
        if item is not None and (not heap or _middle(item) - _middle(heap[0]) < _CLOSE):
            heap.append(item)
            continue
        body.append(_draw_heap(heap, middle))
        if item is not None:
            heap = [item]
    return _middle(ordered[-1])


def _draw_heap(heap: list[_Placed], middle: int) -> str:
    first = heap[0]
    if len(heap) == 1:
        return _link(first.entry, _glyph(first.entry, _middle(first), middle))
    at = sum(_middle(item) for item in heap) / len(heap)
    ring = f'<circle class="heap" r="{8 if len(heap) < 100 else 11}"/><text class="count" y="3.7">{len(heap)}</text>'
    inner = f'<svg x="{at:.2f}%" y="{middle}" overflow="visible">{ring}</svg>'
    return f'<a href="#e{first.entry.number}" tabindex="-1">{inner}</a>'


def _draw_bar(item: _Placed, middle: int) -> str:
    width = item.right - item.left
    box = f'x="{item.left:.2f}%" y="{middle - 5}" width="{width:.2f}%" height="10"'
    if item.reach is Reach.SPAN:
        drawn = f'<rect class="bar" {box} rx="2"/>'
    elif item.reach is Reach.BETWEEN:
        drawn = _bracket(item.left, middle, 5) + _bracket(item.right, middle, -5)
        drawn += _glyph(item.entry, _middle(item), middle)
    else:
        mask = {Reach.OPEN_START: "rise", Reach.OPEN_END: "fall"}.get(item.reach, "hill")
        drawn = f'<rect class="fade" {box} mask="url(#m-{mask})"/>'
        if item.reach is not Reach.AROUND:
            edge = item.right if item.reach is Reach.OPEN_START else item.left
            drawn += f'<line class="known" x1="{edge:.2f}%" x2="{edge:.2f}%" y1="{middle - 7}" y2="{middle + 7}"/>'
    return _link(item.entry, drawn)


def _bracket(at: float, middle: int, turn: int) -> str:
    path = f"M{turn} -7H0V7H{turn}"
    return f'<svg x="{at:.2f}%" y="{middle}" overflow="visible"><path class="bracket" d="{path}"/></svg>'


def _glyph(entry: Entry, at: float, middle: int) -> str:
    name = entry.status.value
    use = f'<use class="{name}" href="#g-{name}" x="-7.5" y="-7.5" width="15" height="15"/>'
    return f'<svg x="{at:.2f}%" y="{middle}" overflow="visible">{use}</svg>'


def _link(entry: Entry, drawn: str) -> str:
    title = escape(f"{entry.date_text}: {entry.title}")
    return f'<a href="#e{entry.number}" tabindex="-1"><title>{title}</title>{drawn}</a>'


def _draw_axis(scale: Scale, bottom: int, labels: Labels) -> str:
    drawn = [f'<line class="rule" x1="0" x2="100%" y1="{_AXIS}" y2="{_AXIS}"/>']
    drawn += [_draw_gap(gap, bottom, labels) for gap in scale.gaps]
    for cluster in scale.clusters:
        for tick in read_ticks(cluster):
            x = f"{tick.at:.2f}%"
            if tick.is_main:
                drawn.append(f'<text class="period wide" x="{x}" y="18">{escape(tick.text)}</text>')
                drawn.append(f'<text class="period slim" x="{x}" y="18">{escape(tick.short)}</text>')
            else:
                drawn.append(f'<line class="rule" x1="{x}" x2="{x}" y1="{_AXIS}" y2="{bottom}"/>')
                drawn.append(f'<text class="wide" x="{x}" y="18" dx="3">{escape(tick.text)}</text>')
    return "".join(drawn)


def _draw_gap(gap: Gap, bottom: int, labels: Labels) -> str:
    days = gap.seconds // DAY
    if days >= 2 * 365:
        text = labels.gap_years.format(number=f"{days // 365:,}")
    elif days >= 21:
        text = labels.gap_weeks.format(number=days // 7)
    else:
        text = labels.gap_days.format(number=days)
    width = gap.right - gap.left
    middle = f"{gap.left + width / 2:.2f}%"
    box = f'<rect class="gap" x="{gap.left:.2f}%" y="{_AXIS}" width="{width:.2f}%" height="{bottom - _AXIS}"/>'
    return f'{box}<text class="wide middle" x="{middle}" y="18">{escape(text)}</text>'


def _middle(item: _Placed) -> float:
    return (item.left + item.right) / 2


def _clip(name: str) -> str:
    return name if len(name) <= 18 else name[:17].rstrip() + "…"
