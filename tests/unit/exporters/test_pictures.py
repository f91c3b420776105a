"""The timeline's drawing inside exported documents: found again, described, and never anything but a drawing."""

import io
import struct
import zlib
from dataclasses import replace

import docx
import pytest

from exporters.document import Picture
from exporters.html_writer import write_html
from models.errors import BugError
from tests.unit.exporters.docx_reading import parse_part, read_parts, render, schema_errors
from tests.unit.exporters.samples import full_document

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWN = '<g><text x="4" y="9">A "style=" of &lt;script&gt;</text><rect fill="url(#g1)"/></g>'


def one_pixel() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def make_picture(drawn: str = _DRAWN, width: int = 760, height: int = 300) -> Picture:
    svg = f'<?xml version="1.0"?>\n<svg width="201mm" viewBox="0 0 9 9"><title>T</title>{drawn}</svg>\n'
    return Picture(svg, one_pixel(), width, height, "18 incidents & what lies between")


def page_of(picture: Picture) -> str:
    stream = io.BytesIO()
    write_html(replace(full_document(), picture=picture), stream)
    return stream.getvalue().decode()


def test_word_document_holds_the_picture_with_its_words() -> None:
    data = render(replace(full_document(), picture=make_picture()))
    assert read_parts(data)["word/media/timeline.png"] == one_pixel()
    shape = docx.Document(io.BytesIO(data)).inline_shapes[0]
    assert shape.width == 5_760_720  # the text is 160 mm wide
    assert shape.height == round(300 * 9_525 * 5_760_720 / (760 * 9_525))
    described = parse_part(data, "word/document.xml").find(f".//{_WP}docPr")
    assert described is not None
    assert described.get("descr") == "18 incidents & what lies between"


def test_word_document_with_a_picture_satisfies_the_schemas() -> None:
    assert schema_errors(render(replace(full_document(), picture=make_picture()))) == []


@pytest.mark.parametrize(("size", "wide"), [((400, 200), 3_810_000), ((500, 4_000), 945_000)])
def test_picture_is_never_larger_than_drawn_nor_than_the_page(size: tuple[int, int], wide: int) -> None:
    data = render(replace(full_document(), picture=make_picture(width=size[0], height=size[1])))
    assert docx.Document(io.BytesIO(data)).inline_shapes[0].width == wide


def test_document_without_a_picture_has_no_trace_of_one() -> None:
    parts = read_parts(render(full_document()))
    assert not any("media" in name for name in parts)
    assert b"png" not in parts["[Content_Types].xml"]


def test_page_holds_the_drawing_itself_with_its_words() -> None:
    page = page_of(make_picture())
    assert _DRAWN in page
    assert 'viewBox="0 0 760 300" role="img" aria-label="18 incidents &amp; what lies between"' in page
    assert "<?xml" not in page


@pytest.mark.parametrize(
    "drawn",
    [
        "<script>1</script>",
        '<a href="https://example.org">x</a>',
        '<image xlink:href="data:image/png;base64,AA"/>',
        '<g style="fill:red"/>',
        '<g onload="x()"/>',
        "<style>*{}</style>",
        '<rect fill="url(https://example.org/a)"/>',
    ],
)
def test_page_refuses_what_is_more_than_a_drawing(drawn: str) -> None:
    with pytest.raises(BugError):
        page_of(make_picture(drawn))
