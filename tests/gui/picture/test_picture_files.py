"""Pictures read back: SVG, PDF and PNG of the same drawing, the same bytes each time, nothing of the machine in them."""

import getpass
import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from lxml import etree
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from exporters.document import Picture
from exporters.html_picture import picture_html
from gui.picture.picture_files import MOST_PIXELS, fitting_dpi, write_pdf, write_png, write_svg
from gui.picture.sheets import PictureSubject, lay_sheets
from gui.picture.wish import Extent, Paper, PictureFormat, PictureWish
from gui.timeline.board import Arrangement
from services.project import Project
from tests.factories import add_incident
from tests.gui.picture.conftest import subject_of

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(subject: PictureSubject, wish: PictureWish | None = None) -> bytes:
    sheets = lay_sheets(subject, wish or PictureWish())
    return write_svg(sheets.pages[0], sheets.size, sheets.title, sheets.words)


def texts_of(svg: bytes) -> str:
    return " ".join("".join(node.itertext()) for node in etree.fromstring(svg).iter(f"{SVG}text"))


def pdf_of(subject: PictureSubject, wish: PictureWish) -> bytes:
    sheets = lay_sheets(subject, wish)
    return write_pdf(sheets.pages, sheets.size, sheets.title)


def test_svg_holds_the_words_as_text(subject: PictureSubject) -> None:
    words = texts_of(svg_of(subject))
    for wanted in ("The valley", "Upper valley", "The dam is closed", "The <sluice> & gate open", "2023"):
        assert wanted in words
    assert "An order is given" not in words  # it has no date


def test_few_incidents_of_one_day_all_stand_with_their_words(project: Project) -> None:
    """On paper nobody can open a ring."""
    days = ["2021-07-07", *["2024-01-21"] * 6]
    for number, edtf in enumerate(days):
        add_incident(project, f"Order number {number}", edtf)
    words = texts_of(svg_of(subject_of(project)))
    assert all(f"Order number {number}" in words for number in range(len(days)))


def test_svg_is_drawn_of_nothing_but_lines_and_text(subject: PictureSubject) -> None:
    svg = svg_of(subject)
    assert b"<image" not in svg
    assert picture_html(Picture(svg.decode(), b"", 1600, 400, "A timeline")).startswith("<figure")
    assert re.search(rb"\bhttps?://(?!www\.w3\.org/)", svg) is None


def test_svg_names_fonts_for_machines_that_lack_ours_and_fits_words_to_their_width(subject: PictureSubject) -> None:
    svg = svg_of(subject)
    assert b"font-family=\"Inter, 'Segoe UI'" in svg
    assert b"font-family=\"'Source Serif 4', Georgia" in svg
    assert b'"Source Serif 4' not in svg
    widths = [node.get("textLength") for node in etree.fromstring(svg).iter(f"{SVG}text")]
    assert all(width is not None and float(width) > 0 for width in widths)


@pytest.mark.parametrize("wish", [PictureWish(), PictureWish(format=PictureFormat.PDF, paper=Paper.A4, pages=2)])
def test_same_wish_gives_the_same_bytes(subject: PictureSubject, wish: PictureWish) -> None:
    assert svg_of(subject) == svg_of(subject)
    assert pdf_of(subject, wish) == pdf_of(subject, wish)


def test_pdf_tells_nothing_of_machine_and_time(subject: PictureSubject) -> None:
    pdf = pdf_of(subject, PictureWish(format=PictureFormat.PDF))
    for telltale in (b"CreationDate", b"ModDate", b"Producer", getpass.getuser().encode(), b"uuid:"):
        assert telltale not in pdf


def test_one_sheet_is_as_wide_as_wanted(subject: PictureSubject) -> None:
    document = pypdfium2.PdfDocument(pdf_of(subject, PictureWish(format=PictureFormat.PDF, width=1200)))
    assert len(document) == 1
    assert document[0].get_width() == pytest.approx(900, abs=1)
    assert "The dam is closed" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_pages_share_out_the_time_and_are_numbered(subject: PictureSubject) -> None:
    wish = PictureWish(format=PictureFormat.PDF, paper=Paper.A4, pages=3)
    document = pypdfium2.PdfDocument(pdf_of(subject, wish))
    assert len(document) == 3
    assert document[0].get_width() == pytest.approx(297 / 25.4 * 72, abs=1)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert all("The valley" in text and "Upper valley" in text for text in texts)
    assert ["1 / 3" in texts[0], "3 / 3" in texts[2]] == [True, True]
    assert "sluice" in texts[0] + texts[1]
    assert "The dam is closed" not in texts[0]


def test_many_lanes_go_on_to_further_pages(subject: PictureSubject) -> None:
    lanes = subject.lanes
    many = replace(subject, lanes=replace(lanes, lanes=lanes.lanes * 12))
    wish = PictureWish(format=PictureFormat.PDF, paper=Paper.A4, pages=1)
    assert len(lay_sheets(many, wish).pages) > 1


def test_png_has_the_resolution_that_was_asked_for(subject: PictureSubject) -> None:
    sheets = lay_sheets(subject, PictureWish(width=800))
    image = QImage.fromData(write_png(sheets.pages[0], sheets.size, 192, ground=sheets.ground))
    assert (image.width(), image.height()) == (1600, 2 * sheets.size.height())
    assert image.dotsPerMeterX() == round(192 * 1000 / 25.4)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1600, 7) for y in range(0, image.height(), 7)}
    assert "#ffffff" in colours
    assert len(colours) > 5


def test_png_refuses_what_no_memory_holds(subject: PictureSubject) -> None:
    sheets = lay_sheets(subject, PictureWish(width=20_000))
    with pytest.raises(ValueError, match="pixels"):
        write_png(sheets.pages[0], sheets.size, 2_400, ground=QColor("white"))


@pytest.mark.parametrize(("wide", "high"), [(860, 400), (860, 200_000), (19_999, 7_777), (860, 3_000_000)])
def test_resolution_is_lowered_to_what_fits(wide: int, high: int) -> None:
    dpi = fitting_dpi(QSize(wide, high), 288)
    assert 1 <= dpi <= 288
    assert round(wide * dpi / 96) * round(high * dpi / 96) <= MOST_PIXELS
    assert (dpi == 288) is (high == 400)


def test_what_is_on_screen_is_drawn_alone(subject: PictureSubject) -> None:
    january = (1_704_067_200, 1_706_745_599)
    seen = replace(subject, seen=january)
    words = texts_of(svg_of(seen, PictureWish(extent=Extent.SEEN)))
    assert "The dam is closed" in words
    assert "sluice" not in words
    assert "January 2024" in words


def test_picture_of_a_part_says_which_and_of_how_many(subject: PictureSubject) -> None:
    wish = PictureWish(extent=Extent.SEEN)
    seen = replace(subject, seen=(1_704_067_200, 1_706_745_599))
    assert "1 – 31 January 2024 · 2 of 4 incidents" in texts_of(svg_of(seen, wish))
    assert lay_sheets(seen, wish).words.startswith("A timeline of 2 incidents in")
    assert "4 incidents" in texts_of(svg_of(subject))


def test_collapsed_lanes_stay_collapsed(subject: PictureSubject) -> None:
    shut = frozenset(lane.key for lane in subject.lanes.lanes)
    small = lay_sheets(replace(subject, arrangement=Arrangement(collapsed=shut)), PictureWish())
    assert small.size.height() < lay_sheets(subject, PictureWish()).size.height()


def test_nothing_dated_gives_an_empty_sheet(subject: PictureSubject) -> None:
    nothing = replace(subject, lanes=replace(subject.lanes, lanes=(), span=None, silences=(), count=0))
    sheets = lay_sheets(nothing, PictureWish())
    image = QImage(sheets.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheets.pages[0](painter)
    painter.end()
    assert BytesIO(write_svg(sheets.pages[0], sheets.size, "t", "w")).read().count(b"<text") >= 2


def test_pdf_page_is_never_longer_than_programs_open(subject: PictureSubject) -> None:
    sheets = lay_sheets(subject, PictureWish(width=1_000))
    tall = QSize(1_000, 40_000)
    document = pypdfium2.PdfDocument(write_pdf(sheets.pages, tall, sheets.title))
    assert document[0].get_height() == pytest.approx(14_400, abs=1)
    assert document[0].get_width() == pytest.approx(360, abs=1)
    assert "The valley" in document[0].get_textpage().get_text_bounded()
    document.close()
