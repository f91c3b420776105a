"""Makes small PDF files for tests, byte by byte (ISO 32000-2, chapter 7)."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOG, TREE, HELVETICA, FIRST_FREE = 1, 2, 3, 4


@dataclass(frozen=True)
class Placed:
    """A line of text and where its first letter stands, in points from the lower left."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 12


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects; the first is its catalogue."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(made), len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return bytes(made) + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def stream_of(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object, compressed where `packed`."""
    if packed:
        content, entries = zlib.compress(content, 9), entries + b"/Filter/FlateDecode"
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), entries, content)


def drawn(lines: Sequence[Placed], *, turned: str = "1 0 0 1") -> bytes:
    """The content of a page that shows the lines."""
    return b"".join(
        f"BT /F1 {line.size} Tf {turned} {line.x} {line.y} Tm ({_escaped(line.text)}) Tj ET\n".encode("cp1252")
        for line in lines
    )


def column(text: str, *, x: float = 72, y: float = 700, size: float = 12, leading: float = 1.2) -> list[Placed]:
    """The lines of a text one below the other; an empty line leaves its room."""
    lines = text.split("\n")
    return [Placed(line, x, y - at * leading * size, size) for at, line in enumerate(lines) if line]


def paged(
    *contents: bytes,
    info: Mapping[str, str] | None = None,
    catalog: bytes = b"",
    extra: Sequence[bytes] = (),
    resources: bytes = b"",
    trailer: bytes = b"",
    box: bytes = b"0 0 612 792",
    packed: bool = False,
) -> bytes:
    """A file with a page for each content. `extra` objects are numbered after the pages, see `extra_number`."""
    kids, objects = [], []
    for at, content in enumerate(contents):
        number = FIRST_FREE + 2 * at
        kids.append(b"%d 0 R" % number)
        own = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>%b>>>>"
        objects += [own % (box, number + 1, resources), stream_of(content, packed=packed)]
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b" ".join(kids), len(kids))
    all_objects = [b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog, tree, FONT, *objects, *extra]
    if info:
        said = b"".join(
            b"/%b<FEFF%b>" % (key.encode(), value.encode("utf-16-be").hex().encode()) for key, value in info.items()
        )
        all_objects.append(b"<<%b>>" % said)
        trailer += b"/Info %d 0 R" % len(all_objects)
    return pdf_of(all_objects, trailer)


def extra_number(pages: int, at: int = 0) -> int:
    """The number of the object `extra[at]` of a file with so many pages."""
    return FIRST_FREE + 2 * pages + at


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
