"""Word documents as sources."""

import gc
import io

import docx
import pytest

from dates import UncertainDate
from importers import word_parts
from importers.found import Found
from importers.word import read_word
from models.drafts import CreatorDraft
from models.enums import CaptureMethod, DoubtCode, ProblemCode, SourceType
from models.errors import UserFacingError
from tests.office_files import STRICT_WORD, paragraph, relations, word_file, word_part

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>The  bridge\n report</dc:title><dc:creator>Anna Berg;Relief Agency</dc:creator>"
    "<dc:language>en-GB</dc:language><dcterms:created>2019-01-02T00:00:00Z</dcterms:created></cp:coreProperties>"
)
BULLETS = word_part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>',
)


def found_in(data: bytes, name: str = "report.docx") -> Found:
    return read_word(data, name=name, method=CaptureMethod.FILE)


def text_of(body: str, parts: dict[str, str | bytes] | None = None) -> str:
    return found_in(word_file(body, parts)).sources[0].capture.text


def note(kind: str, number: int, inner: str) -> str:
    return f'<w:{kind} w:id="{number}">{inner}</w:{kind}>'


def item(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_document_of_another_program_is_read_in_its_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Crossing closed"
    document.core_properties.author = "Berg, Anna"
    document.add_heading("What happened", level=1)
    document.add_paragraph("The bridge closed on 4 May 2021.")
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(("Day", "Place", "4 May", "Pier")):
        table.cell(place // 2, place % 2).text = words
    document.add_paragraph("An end.")
    held = io.BytesIO()
    document.save(held)
    found = found_in(held.getvalue())
    (source,) = found.sources
    assert source.capture.text == (
        "What happened\n\nThe bridge closed on 4 May 2021.\n\n• first\n1. second\n\nDay | Place\n4 May | Pier\n\nAn end."
    )
    assert (source.draft.title, source.draft.type) == ("Crossing closed", SourceType.DOCUMENT)
    assert source.draft.creators == (CreatorDraft(family="Berg", given_name="Anna"),)
    assert source.capture.data == held.getvalue()
    assert source.capture.extractor.startswith("mammoth 1.")
    assert found.doubts == ()


def test_properties_are_taken_and_days_of_saving_are_not() -> None:
    (source,) = found_in(word_file(paragraph("Words"), {"docProps/core.xml": CORE})).sources
    assert (source.draft.title, source.draft.language) == ("The bridge report", "en-GB")
    assert source.draft.creators == (
        CreatorDraft(family="Berg", given_name="Anna"),
        CreatorDraft(literal="Relief Agency"),
    )
    assert not source.draft.published.edtf


def test_caller_says_when_it_was_published() -> None:
    found = read_word(
        word_file(paragraph("Words")), name="a.docx", method=CaptureMethod.DROP, published=UncertainDate("2024-01-23")
    )
    assert (found.sources[0].draft.published.edtf, found.sources[0].draft.title) == ("2024-01-23", "Words")


def test_notes_stand_at_the_end_with_their_marks_in_the_text() -> None:
    body = (
        '<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="2"/><w:t>, two</w:t></w:r>'
        '<w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
        '<w:p><w:r><w:t>Three</w:t><w:footnoteReference w:id="99"/></w:r></w:p>'
    )
    inner = paragraph("Foot") + '<w:p><w:r><w:t>more</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    parts = {
        "word/footnotes.xml": word_part("footnotes", note("footnote", 2, inner)),
        "word/endnotes.xml": word_part("endnotes", note("endnote", 1, "<w:p/>")),
    }
    assert text_of(body, {**parts}) == "One[1], two[2]\n\nThree\n\n[1] Foot\n\nmore\n\n[2]"


def test_deletions_comments_and_hidden_words_are_left_out() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        '<w:commentRangeStart w:id="1"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, seen</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Half </w:t></w:r></w:p>"
        + paragraph("whole")
        + "<w:tbl><w:tr>"
        f"{cell('a')}{cell('b', '<w:cellDel/>')}{cell('c')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}</w:tr></w:tbl>"
    )
    comments = word_part("comments", f'<w:comment w:id="1" w:author="Eve">{paragraph("Remark")}</w:comment>')
    assert text_of(body, {"word/comments.xml": comments}) == "Kept new, seen\n\nHalf whole\n\na | c"


def test_paragraph_whose_end_was_deleted_runs_on_or_stays() -> None:
    def endless(text: str) -> str:
        return paragraph(text, "<w:rPr><w:del/></w:rPr>")

    table = f"<w:tbl><w:tr><w:tc>{endless('in ')}{endless('a cell')}</w:tc></w:tr></w:tbl>"
    body = endless("One ") + endless("two ") + paragraph("three.", "<w:jc/>") + endless("Four") + table + endless("End")
    assert text_of(body) == "One two three.\n\nFour\n\nin a cell\n\nEnd"


def test_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    gc.disable()
    try:
        assert text_of(paragraph("Words")) == "Words"
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_lists_are_one_item_a_line_and_numbered_headings_are_headings() -> None:
    styles = word_part("styles", '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>')
    body = (
        paragraph("Finding", f'<w:pStyle w:val="Kop1"/>{item(1)}')
        + paragraph("one", item(0))
        + paragraph("inner", item(1))
        + paragraph(" ", item(0))
        + paragraph("After")
    )
    parts = {"word/numbering.xml": BULLETS, "word/styles.xml": styles}
    assert text_of(body, {**parts}) == "Finding\n\n• one\n• inner\n\nAfter"


def test_tables_are_rows_and_frames_of_one_column_are_paragraphs() -> None:
    wide = cell("Wide", '<w:gridSpan w:val="2"/>')
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{wide}</w:tr>"
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('in')}</w:tc><w:tc>{paragraph('out')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:tbl>{head}<w:tr>{cell('a')}<w:tc>{paragraph('b')}{nested}</w:tc></w:tr><w:tr>{cell('')}{cell('')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('second')}{cell('table')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr><w:tc>{paragraph('Boxed')}{paragraph('story')}</w:tc></w:tr></w:tbl>"
    )
    assert text_of(body) == "Wide\na | b in | out\n\nsecond | table\n\nBoxed\n\nstory"


def test_words_in_fields_boxes_links_and_equations_are_kept() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed')}</w:txbxContent>"
    drawn = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{box}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    twice = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{drawn}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>4 May</w:t></w:r></w:fldSimple><w:r><w:tab/></w:r>'
        '<w:hyperlink r:id="rId404"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
        '<w:bdo w:val="rtl"><w:r><w:t>جسر</w:t></w:r></w:bdo><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>'
        f"<w:r>{twice}<w:br/><w:t>line</w:t><w:br/><w:br/><w:t>next</w:t></w:r></w:p>"
    )
    assert text_of(body) == "4 May linkجسرx+1 line\n\nnext\n\nBoxed"


def test_strict_form_and_parts_of_other_names_are_read() -> None:
    strict = word_file(paragraph("Strict words"), space=STRICT_WORD)
    assert found_in(strict).sources[0].capture.text == "Strict words"
    parts = {
        "_rels/.rels": relations(("officeDocument", "/text/main.xml")),
        "text/_rels/main.xml.rels": relations(("footnotes", "../text/./feet.xml")),
        "text/main.xml": word_part(
            "document", '<w:body><w:p><w:r><w:t>Main</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:body>'
        ),
        "text/feet.xml": word_part("footnotes", note("footnote", 2, paragraph("Foot"))),
    }
    assert text_of(paragraph("decoy"), {**parts}) == "Main[1]\n\n[1] Foot"


def test_package_of_another_kind_is_refused() -> None:
    parts = {"_rels/.rels": relations(("officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<workbook/>"}
    with pytest.raises(UserFacingError) as caught:
        found_in(word_file("", {**parts}))
    assert caught.value.details["reason"] == "malformed"


def test_alternative_without_a_drawing_is_left_to_mammoth() -> None:
    ways = "<mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>"
    assert text_of(f"<w:p><w:r><mc:AlternateContent>{ways}</mc:AlternateContent></w:r></w:p>") == "old"


def test_equation_on_its_own_line_is_kept_and_one_outside_a_paragraph_is_not() -> None:
    equation = "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    assert text_of(f"<w:p><m:oMathPara>{equation}{equation}</m:oMathPara></w:p>{equation}") == "a=ba=b"


def test_words_outside_a_paragraph_are_one() -> None:
    loose = "<w:r><w:t>Loose</w:t><w:br/><w:t>words</w:t></w:r>"
    assert text_of(f"{loose}{paragraph('Bound')}<w:r><w:t>end</w:t></w:r>") == "Loose words\n\nBound\n\nend"


def test_split_words_come_together() -> None:
    runs = "".join(
        f'<w:r w:rsidR="0{number}"><w:t>{part}</w:t></w:r>' for number, part in enumerate(("Br", "id", "ge"))
    )
    assert text_of(f"<w:p>{runs}</w:p>") == "Bridge"


@pytest.mark.parametrize("body", ["", "<w:p/>" * 1000, "<w:p><w:r><w:drawing/></w:r></w:p>"])
def test_document_without_words_is_kept_with_a_doubt(body: str) -> None:
    found = found_in(word_file(body), "scan of May.docx")
    assert (found.sources[0].draft.title, found.sources[0].capture.text) == ("scan of May", "")
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_TEXT]


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_parts, "MAX_ELEMENTS", 50)
    with pytest.raises(UserFacingError) as caught:
        found_in(word_file(paragraph("word") * 20))
    assert caught.value.problem is ProblemCode.IMPORT_TOO_LARGE
