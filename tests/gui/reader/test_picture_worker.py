"""Pictures as the worker draws them, those among them that mean harm."""

import struct
import zlib

import pytest

from gui.picture_worker import PICTURE_WORKER
from importers.page_channel import PageSize, PageWish
from models.enums import ProblemCode
from models.errors import UserFacingError
from services.page_images import PageImages
from tests.gui.reader.pictures import picture


def open_picture(opened: list[PageImages], data: bytes) -> PageImages:
    opened.append(PageImages(PICTURE_WORKER, lambda: data))
    return opened[-1]


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_bomb(side: int) -> bytes:
    """A small file that says it is `side` × `side` pixels (PNG, ISO/IEC 15948, chapter 11)."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")


def turned_jpeg() -> bytes:
    """A JPEG whose EXIF says that it lies on its side (orientation 6)."""
    plain = picture("JPG")
    tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    content = b"Exif\0\0" + tiff
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content + plain[2:]


# Two frames, red and then blue, of one pixel (GIF89a).
MOVING_GIF = (
    b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\xff!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    b"!\xf9\x04\0\x01\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0!\xf9\x04\0\x01\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02L\x01\0;"
)


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP", "WEBP", "TIFF"])
def test_draws_a_picture_no_larger_than_it_is(kind: str, opened: list[PageImages]) -> None:
    pages = open_picture(opened, picture(kind))
    assert pages.sizes() == (PageSize(300, 200),)
    image = pages.draw(PageWish(1, 9_000))
    assert (image.width, image.height) == (300, 200)
    small = pages.draw(PageWish(1, 30))
    assert (small.width, small.height) == (30, 20)
    blue, green, red, _ = small.pixels[:4]
    assert red > 250
    assert max(blue, green) < 5


def test_puts_a_picture_that_can_be_seen_through_on_white(opened: list[PageImages]) -> None:
    image = open_picture(opened, picture("PNG", "#00000000")).draw(PageWish(1, 30))
    assert image.pixels[:3] == b"\xff\xff\xff"


def test_turns_a_photo_as_its_exif_says(opened: list[PageImages]) -> None:
    pages = open_picture(opened, turned_jpeg())
    assert pages.sizes() == (PageSize(200, 300),)
    image = pages.draw(PageWish(1, 100))
    assert (image.width, image.height) == (100, 150)


def test_draws_the_first_frame_of_a_moving_picture(opened: list[PageImages]) -> None:
    pages = open_picture(opened, MOVING_GIF)
    assert len(pages.sizes()) == 1
    assert pages.draw(PageWish(1, 1)).pixels[:3] == b"\x00\x00\xff"


HOSTILE = {
    "empty": b"",
    "text": b"not a picture",
    "cut short": picture("PNG")[:60],
    "no pixels": picture("JPG")[:120],
    "huge": png_bomb(60_000),
    "drawing with a link": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='x.png'/></svg>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refuses_what_is_no_sound_picture(name: str, opened: list[PageImages]) -> None:
    with pytest.raises(UserFacingError) as caught:
        open_picture(opened, HOSTILE[name]).draw(PageWish(1, 100))
    is_large = name == "huge"
    assert caught.value.problem is (ProblemCode.IMPORT_TOO_LARGE if is_large else ProblemCode.IMPORT_UNREADABLE)
