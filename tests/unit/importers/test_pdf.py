"""Reading PDF files as sources."""

import pytest

from dates import UncertainDate
from importers.found import Doubt, Found
from importers.pdf import read_pdf
from models.enums import CaptureMethod, DoubtCode, SourceType
from tests.pdf_files import Placed, column, drawn, extra_number, paged, stream_of

STORY = """The bridge at Lower Harbour was closed on Tuesday after an in-
spection found cracks in two of its piers, the river authority said
on 12 March 2024.

A second inspection is due in April. Lorries are sent over the old
bridge until then."""
STORY_TEXT = (
    "The bridge at Lower Harbour was closed on Tuesday after an inspection found cracks in two of its piers, the river"
    " authority said on 12 March 2024.\n\nA second inspection is due in April. Lorries are sent over the old bridge until then."
)


def read(data: bytes, name: str = "bridge.pdf", published: str = "") -> Found:
    return read_pdf(
        data, name=name, method=CaptureMethod.FILE, media_type="application/pdf", published=UncertainDate(published)
    )


def text(data: bytes) -> str:
    return read(data).sources[0].capture.text


def title(data: bytes, name: str = "bridge.pdf") -> str:
    return read(data, name).sources[0].draft.title


def test_read_pdf_makes_a_source_of_a_page() -> None:
    data = paged(drawn(column(STORY)))
    found = read(data)
    source = found.sources[0]
    assert (source.capture.text, found.doubts) == (STORY_TEXT, ())
    assert (source.capture.data, source.capture.original_name) == (data, "bridge.pdf")
    assert source.capture.extractor.startswith("pypdfium2 5.")
    assert (source.draft.type, source.draft.fields) == (SourceType.DOCUMENT, {"number-of-pages": "1"})


def test_read_pdf_begins_each_page_but_the_first_with_a_form_feed() -> None:
    assert text(paged(drawn([Placed("One.")]), drawn([Placed("Two.")]))) == "One.\n\n\fTwo."


@pytest.mark.parametrize(
    ("end", "beginning", "gap"),
    [
        ("The bridge was closed on", "12 March, and", "\n\n\f"),
        ("The bridge was closed", "on 12 March.", "\n\f"),
        ("It was closed on Tuesday,", "12 March.", "\n\f"),
        ("The bridge was closed.", "on 12 March.", "\n\n\f"),
        ("The bridge", "• on 12 March.", "\n\n\f"),
    ],
)
def test_read_pdf_tells_a_paragraph_that_goes_on_over_a_page_end(end: str, beginning: str, gap: str) -> None:
    assert text(paged(drawn([Placed(end)]), drawn([Placed(beginning)]))) == end + gap + beginning


def test_read_pdf_keeps_small_letters_at_the_foot_apart() -> None:
    pages = paged(drawn([Placed("It was closed"), Placed("page 1 of 2", y=40, size=7)]), drawn([Placed("on Tuesday.")]))
    assert text(pages) == "It was closed\n\npage 1 of 2\n\n\fon Tuesday."


def test_read_pdf_keeps_the_place_of_a_blank_page() -> None:
    found = read(paged(drawn([Placed("One.")]), b"", drawn([Placed("Three.")])))
    assert found.sources[0].capture.text == "One.\n\n\f\n\n\fThree."
    assert found.doubts == ()


def test_read_pdf_reads_what_the_file_says_of_itself() -> None:
    info = {
        "Title": "Bridges of\nthe “Lower” Harbour",
        "Author": "Anna Berg; River Authority",
        "CreationDate": "D:20240313",
    }
    found = read(paged(drawn(column(STORY)), info=info, catalog=b"/Lang(en-GB)"))
    draft = found.sources[0].draft
    assert (draft.title, draft.language) == ("Bridges of the “Lower” Harbour", "en-GB")
    assert [(c.family, c.given_name, c.literal) for c in draft.creators] == [
        ("Berg", "Anna", ""),
        ("", "", "River Authority"),
    ]


def test_read_pdf_never_takes_the_day_of_the_file_for_the_day_of_publication() -> None:
    data = paged(drawn(column(STORY)), info={"CreationDate": "D:20240313101500+01'00'"})
    found = read(data)
    assert found.sources[0].draft.published == UncertainDate()
    assert found.doubts == (Doubt(DoubtCode.DAY_OF_FILE, value="13 March 2024"),)
    known = read(data, published="2024-03-14")
    assert (known.sources[0].draft.published.edtf, known.doubts) == ("2024-03-14", ())


@pytest.mark.parametrize("made", ["D:19700101000000", "D:20241350", "D:99990101", "yesterday", ""])
def test_read_pdf_says_nothing_of_a_day_that_makes_no_sense(made: str) -> None:
    assert read(paged(drawn(column(STORY)), info={"CreationDate": made, "Title": "x"})).doubts == ()


@pytest.mark.parametrize(
    "said", ["", "Untitled", "untitled-1", "Microsoft Word - bridge_v3.docx", "Document1", "Scan 12", "---"]
)
def test_read_pdf_takes_the_heading_where_a_program_made_the_title_up(said: str) -> None:
    page = [Placed("River Times", y=760, size=9), Placed("Cracks close bridge", y=730, size=24), *column(STORY)]
    assert title(paged(drawn(page), info={"Title": said})) == "Cracks close bridge"


def test_read_pdf_keeps_a_title_behind_the_name_of_the_program() -> None:
    assert (
        title(paged(drawn(column(STORY)), info={"Title": "Microsoft Word - Cracks in bridges"})) == "Cracks in bridges"
    )


def test_read_pdf_takes_the_first_words_or_the_name_for_a_title() -> None:
    assert title(paged(b"", drawn([Placed("A letter to the mayor.")]))) == "A letter to the mayor."
    assert title(paged(b""), "old/letter of May.pdf") == "letter of May"


@pytest.mark.parametrize("said", [b"(not a language)", b"()", b"12", b"<FEFFD800>"])
def test_read_pdf_leaves_out_a_language_that_is_none(said: bytes) -> None:
    assert read(paged(drawn(column(STORY)), catalog=b"/Lang" + said)).sources[0].draft.language == ""


def test_read_pdf_keeps_a_scan_without_text() -> None:
    image = stream_of(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    scan = b"q 612 0 0 792 0 0 cm /Im Do Q"
    found = read(paged(scan, scan, extra=[image], resources=b"/XObject<</Im %d 0 R>>" % extra_number(2)))
    source = found.sources[0]
    assert (source.capture.text, source.draft.title) == ("", "bridge")
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_TEXT]


def test_read_pdf_names_the_pages_without_text_among_others() -> None:
    box = b"0 0 m 9 9 l S"
    found = read(paged(drawn([Placed("One.")]), box, b"", box, box))
    assert found.doubts == (Doubt(DoubtCode.TEXTLESS_PAGES, value="2, 4–5"),)


def test_read_pdf_reads_pages_whose_lines_run_upwards() -> None:
    lines = [Placed("The bridge was closed on", x=100, y=72), Placed("Tuesday at noon.", x=114.4, y=72)]
    assert text(paged(drawn(lines, turned="0 1 -1 0"))) == "The bridge was closed on Tuesday at noon."


def test_read_pdf_leaves_scripts_and_enclosed_files_alone() -> None:
    catalog = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a.txt)%d 0 R]>>>>"
    enclosed = b"<</Type/Filespec/F(../../a.txt)/EF<</F %d 0 R>>>>" % extra_number(1, 1)
    data = paged(drawn([Placed("One.")]), catalog=catalog % extra_number(1), extra=[enclosed, stream_of(b"secret")])
    assert len(read(data).sources) == 1
    assert text(data) == "One."
