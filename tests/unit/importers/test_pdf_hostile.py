"""PDF files that are damaged, locked or made to harm."""

import random

import pytest

from importers import pdf, pdf_layout
from importers.found import Found
from importers.pdf import read_pdf
from models.enums import CaptureMethod, DoubtCode, ProblemCode
from models.errors import UserFacingError
from tests.pdf_files import FONT, Placed, column, drawn, extra_number, paged, pdf_of, stream_of

WORDS = drawn([Placed("Hello world.")])


def read(data: bytes) -> Found:
    return read_pdf(data, name="letter.pdf", method=CaptureMethod.FILE, media_type="application/pdf")


def reason(data: bytes) -> object:
    with pytest.raises(UserFacingError) as caught:
        read(data)
    assert (caught.value.problem, caught.value.details["file"]) == (ProblemCode.IMPORT_UNREADABLE, "letter.pdf")
    return caught.value.details["reason"]


def outcome(data: bytes) -> object:
    try:
        found = read(data)
    except UserFacingError as error:
        return error.details["reason"]
    return "unmended" if pdf_layout.HYPHEN in found.sources[0].capture.text else "read"


def in_tree(tree: bytes, *more: bytes, catalog: bytes = b"") -> bytes:
    """A file of one page, number 4, with a tree of pages of one's own; `more` are numbered from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
    return pdf_of([b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog, tree, FONT, page, stream_of(WORDS), *more])


@pytest.mark.parametrize(
    "filter_of_lock", [b"/Standard/V 1/R 2/O<%b>/U<%b>/P -4" % (b"00" * 32, b"11" * 32), b"/Unheard.of"]
)
def test_read_pdf_refuses_a_file_that_asks_for_a_password(filter_of_lock: bytes) -> None:
    lock = b"<</Filter%b>>" % filter_of_lock
    assert reason(paged(WORDS, extra=[lock], trailer=b"/Encrypt %d 0 R/ID[<00><00>]" % extra_number(1))) == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        b"Hello.",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\0" * 5000,
        paged(WORDS)[:200],
        pdf_of([b"<</Type/Catalog>>"]),
        in_tree(b"<</Type/Pages/Kids[9 0 R]/Count 1>>"),
        in_tree(b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    ],
    ids=["text", "head", "zeros", "cut short", "no tree", "no page", "loop"],
)
def test_read_pdf_refuses_what_has_no_page_to_read(data: bytes) -> None:
    assert reason(data) == "malformed"


def test_read_pdf_finds_the_pages_where_the_table_of_objects_is_wrong() -> None:
    whole = paged(WORDS)
    found = read(whole[: whole.rindex(b"xref\n0")] + b"xref\n0 1\ntrailer\n<</Root 1 0 R>>\nstartxref\n99999\n%%EOF")
    assert found.sources[0].capture.text == "Hello world."


def test_read_pdf_names_the_pages_that_it_cannot_read() -> None:
    found = read(in_tree(b"<</Type/Pages/Kids[4 0 R 9 0 R 2 0 R]/Count 3>>"))
    assert found.sources[0].capture.text.startswith("Hello world.\n\n\f")
    assert [(doubt.code, doubt.value) for doubt in found.doubts] == [(DoubtCode.UNREADABLE_PAGES, "2–3")]


def test_read_pdf_does_not_believe_a_number_of_pages() -> None:
    source = read(in_tree(b"<</Type/Pages/Kids[4 0 R]/Count 2000000000>>")).sources[0]
    assert (source.capture.text, source.draft.fields) == ("Hello world.", {"number-of-pages": "1"})


def test_read_pdf_reads_no_more_pages_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    found = read(in_tree(b"<</Type/Pages/Kids[%b]/Count 5>>" % (b"4 0 R " * 5)))
    assert found.sources[0].capture.text == "Hello world.\n\n\fHello world."
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.TEXT_CUT]


@pytest.mark.parametrize(("bound", "value"), [("MAX_TEXT", 5), ("BASE_SECONDS", -1000.0)])
def test_read_pdf_stops_after_too_much_text_or_time(monkeypatch: pytest.MonkeyPatch, bound: str, value: float) -> None:
    monkeypatch.setattr(pdf, bound, value)
    found = read(in_tree(b"<</Type/Pages/Kids[4 0 R 4 0 R]/Count 2>>"))
    assert found.sources[0].capture.text == "Hello world."
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.TEXT_CUT]


def test_read_pdf_takes_the_beginning_of_an_endless_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGE_TEXT", 5)
    found = read(paged(WORDS))
    assert found.sources[0].capture.text == "Hello"
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.TEXT_CUT]


@pytest.mark.parametrize("box", [b"0 0 9e9 9e9", b"0 0 0 0", b"-1e30 -1e30 1e30 1e30", b"0 0 nan x"])
def test_read_pdf_minds_no_size_of_a_page(box: bytes) -> None:
    assert read(paged(WORDS, box=box)).sources[0].capture.text == "Hello world."


@pytest.mark.parametrize("matrix", ["0 0 0 0", "1e30 0 0 1e30", "-1 0 0 -1", "1e-30 0 0 1e-30"])
def test_read_pdf_minds_no_turn_of_letters(matrix: str) -> None:
    read(paged(drawn([Placed("Hello"), Placed("world", y=680)], turned=matrix)))


def test_read_pdf_withstands_deep_nesting() -> None:
    deep = b"[" * 200_000 + b"]" * 200_000
    found = read(in_tree(b"<</Type/Pages/Kids[4 0 R]/Count 1>>", catalog=b"/X " + deep))
    assert found.sources[0].capture.text == "Hello world."
    read(paged(b"[" * 200_000 + b"/A <</B" * 200_000 + b"q " * 200_000 + WORDS))
    levels = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (at + 1, at - 1) for at in range(6, 4000)]
    assert reason(in_tree(b"<</Type/Pages/Kids[6 0 R]/Count 1>>", *levels)) == "malformed"


def test_read_pdf_withstands_a_form_that_draws_itself() -> None:
    form = stream_of(
        b"/A Do " + WORDS, b"/Type/XObject/Subtype/Form/BBox[0 0 600 600]/Resources<</XObject<</A %d 0 R>>>>" % 6
    )
    read(paged(b"/A Do " + WORDS, extra=[form], resources=b"/XObject<</A %d 0 R>>" % extra_number(1)))


def test_read_pdf_stores_nothing_that_no_format_carries() -> None:
    mapped = b"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00><ff> endcodespacerange\n"
    mapped += b"4 beginbfchar <41><0000> <42><d83dde00> <43><d800> <44><ffff> endbfchar endcmap end"
    font = FONT.replace(b">>", b"/ToUnicode %d 0 R>>" % extra_number(1, 1))
    data = paged(b"BT /F2 12 Tf 72 700 Td (xABCDx) Tj ET", extra=[font, stream_of(mapped)])
    data = data.replace(b"/F1 3 0 R>>", b"/F2 %d 0 R>>" % extra_number(1))
    text = read(data).sources[0].capture.text
    assert text.encode("utf-8")
    assert not set(text) & set("\0\x02\uffff")


def test_read_pdf_says_what_it_found_or_what_is_wrong_for_any_damage() -> None:
    whole, chance = paged(drawn(column("One two.\nThree.")), WORDS, info={"Title": "A letter"}), random.Random(4)
    for _ in range(200):
        harmed = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
        assert outcome(bytes(harmed[: chance.randint(len(harmed) // 2, len(harmed))])) in {
            "read",
            "malformed",
            "encrypted",
        }
