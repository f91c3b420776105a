"""What passes between the program and a worker that shows pages: heading lines of JSON, each followed by bytes.

The worker gets the file once and tells the sizes of its pages; then it draws one page a wish. It may have been taken over by
the file it reads, so every number it sends is checked.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO, Protocol

from importers.answers import no_nonsense, refusal_of
from models.enums import ImportFault
from models.errors import UserFacingError

MAX_PAGES = 5_000
MAX_PIXELS = 12_000_000
MAX_HEADING = 4_000_000
BYTES_A_PIXEL = 4
MAX_RECTANGLES = 200
# Pages are drawn as wide as they are shown: one that is a thread or a ribbon is shown as one of this shape.
_FLATTEST, _TALLEST = 0.02, 50.0
_A4 = (595.0, 842.0)

Rectangle = tuple[float, float, float, float]
"""Left, top, width and height in parts of the page: 0 to 1."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height, in points or in pixels of a picture."""

    width: float
    height: float

    @property
    def shape(self) -> float:
        """The height in widths, within bounds."""
        return min(max(self.height / self.width, _FLATTEST), _TALLEST)


@dataclass(frozen=True, slots=True)
class PageQuote:
    """Cited words of a page; `before`: how many letters and digits of the page's text stand before them."""

    citation_id: int
    words: str
    before: int


@dataclass(frozen=True, slots=True)
class PageWish:
    """A page to draw, counted from 1, so many pixels wide, and the words to be found on it."""

    page: int
    width: int
    quotes: tuple[PageQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page: rows of pixels from the top, each blue, green, red and one byte without meaning.

    `marks`: where the words of a citation stand, a rectangle for each line; a citation whose words were not found is missing.
    """

    width: int
    height: int
    pixels: bytes
    marks: Mapping[int, tuple[Rectangle, ...]]


class Pages(Protocol):
    """An opened file in the worker."""

    def sizes(self) -> Sequence[PageSize]:
        """One for each page, at most MAX_PAGES."""

    def draw(self, wish: PageWish) -> PageImage:
        """Raises UserFacingError where the page cannot be shown."""


def serve(incoming: BinaryIO, outgoing: BinaryIO, open_pages: Callable[[bytearray], Pages]) -> None:
    """The worker's side: open the file that comes first, then answer wishes until there are no more."""
    data = bytearray(json.loads(incoming.readline())["size"])
    _fill(incoming, data)
    try:
        pages = open_pages(data)
        sizes = [[size.width, size.height] for size in pages.sizes()[:MAX_PAGES]]
    except UserFacingError as error:
        _send(outgoing, _refusal(error))
        return
    del data  # whoever needs it longer holds it
    _send(outgoing, {"sizes": sizes})
    while line := incoming.readline():
        try:
            image = pages.draw(_wish_of(json.loads(line)))
        except UserFacingError as error:
            _send(outgoing, _refusal(error))
        else:
            marks = list(image.marks.items())
            _send(outgoing, {"width": image.width, "height": image.height, "marks": marks}, image.pixels)


def opening_of(data: bytes) -> bytes:
    """The line that goes before the file."""
    return json.dumps({"size": len(data)}).encode() + b"\n"


def heading_of(wish: PageWish) -> bytes:
    """The line that asks for a page."""
    return json.dumps(asdict(wish)).encode() + b"\n"


def read_sizes(incoming: BinaryIO) -> tuple[PageSize, ...]:
    """What the worker tells of the file. Raises what it raised, NoAnswerError, and EOFError where it has gone."""
    answer = _read_heading(incoming)
    with no_nonsense():
        return tuple(_size_of(*pair) for pair in answer["sizes"][:MAX_PAGES])


def read_image(incoming: BinaryIO) -> PageImage:
    """A drawn page. Raises as `read_sizes` does."""
    answer = _read_heading(incoming)
    with no_nonsense():
        width, height = int(answer["width"]), int(answer["height"])
        marks = {int(citation_id): _rectangles_of(found) for citation_id, found in answer["marks"]}
        if width < 1 or height < 1 or width * height > MAX_PIXELS:
            raise ValueError("size")
    pixels = bytearray(width * height * BYTES_A_PIXEL)
    _fill(incoming, pixels)
    return PageImage(width, height, bytes(pixels), marks)


def fitted(size: PageSize, width: int) -> tuple[int, int]:
    """Width and height in pixels of a page that is asked for so wide, within what may be sent."""
    wide = min(max(width, 1), math.isqrt(round(MAX_PIXELS / size.shape)))
    return wide, min(max(round(wide * size.shape), 1), MAX_PIXELS // wide)


def _read_heading(incoming: BinaryIO) -> dict[str, Any]:
    line = incoming.readline(MAX_HEADING)
    if not line.endswith(b"\n"):
        raise EOFError("the worker has gone")
    with no_nonsense():
        answer: dict[str, Any] = json.loads(line)
        if "error" in answer:
            raise refusal_of(answer["error"], answer)
    return answer


def _size_of(width: float, height: float) -> PageSize:
    """A size that can be divided by: a page of none is shown as a sheet of A4."""
    whole = math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0
    return PageSize(float(width), float(height)) if whole else PageSize(*_A4)


def _rectangles_of(found: Sequence[Sequence[float]]) -> tuple[Rectangle, ...]:
    """Those that lie on the page."""
    placed = []
    for left, top, width, height in found[:MAX_RECTANGLES]:
        if 0 <= left <= 1 and 0 <= top <= 1 and 0 < width <= 1 and 0 < height <= 1:
            placed.append((float(left), float(top), float(width), float(height)))
    return tuple(placed)


def _wish_of(values: dict[str, Any]) -> PageWish:
    return PageWish(values["page"], values["width"], tuple(PageQuote(**quote) for quote in values["quotes"]))


def _refusal(error: UserFacingError) -> dict[str, Any]:
    return {"error": error.problem.value, "reason": error.details.get("reason", ImportFault.MALFORMED)}


def _send(outgoing: BinaryIO, heading: dict[str, Any], content: bytes = b"") -> None:
    outgoing.write(json.dumps(heading).encode() + b"\n")
    outgoing.write(content)
    outgoing.flush()


def _fill(incoming: BinaryIO, target: bytearray) -> None:
    """Read until `target` is full, without a second copy of it."""
    view, at = memoryview(target), 0
    while at < len(target):
        got = incoming.readinto(view[at:])  # type: ignore[attr-defined]  # every buffered reader has it
        if not got:
            raise EOFError("the other side has gone")
        at += got
