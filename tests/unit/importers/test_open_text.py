"""OpenDocument texts as sources."""

import pytest

from dates import UncertainDate
from importers.found import Found
from importers.open_text import read_open_text
from models.drafts import CreatorDraft
from models.enums import CaptureMethod, DoubtCode, ProblemCode, SourceType
from models.errors import UserFacingError
from tests.office_files import open_file, open_part, zipped

PICTURE = '<draw:frame><draw:image xlink:href="https://example.org/a.png"/><svg:title>alt</svg:title></draw:frame>'


def found_in(data: bytes, name: str = "report.odt") -> Found:
    return read_open_text(data, name=name, method=CaptureMethod.FILE)


def text_of(body: str, *, styles: str = "") -> str:
    return found_in(open_file(body, styles=styles)).sources[0].capture.text


def meta(inner: str) -> dict[str, str | bytes]:
    return {"meta.xml": open_part("office:document-meta", f"<office:meta>{inner}</office:meta>")}


def cell(text: str) -> str:
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def test_headings_paragraphs_and_lists_are_read_in_their_order() -> None:
    body = (
        '<text:h text:outline-level="1">What happened</text:h>'
        "<text:section><text:p>The bridge\n   closed<text:s text:c='3'/>on<text:tab/>4 May.<text:line-break/>Then rain."
        "</text:p></text:section><text:list><text:list-item><text:p>one</text:p><text:list><text:list-item>"
        "<text:p>inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p/></text:list-item>"
        "<text:list-item><text:p>two</text:p><text:alphabetical-index-source/></text:list-item></text:list><text:list><text:list-item>"
        f"<text:h>Numbered heading</text:h><table:table><table:table-row>{cell('a')}{cell('b')}</table:table-row>"
        "</table:table></text:list-item></text:list>"
        "<text:p>A<text:line-break/><text:line-break/>B</text:p>"
    )
    assert text_of(body) == (
        "What happened\n\nThe bridge closed on 4 May. Then rain.\n\n• one\n• inner\n• two\n\nNumbered heading\n\na | b\n\nA\n\nB"
    )


def test_notes_stand_at_the_end_with_their_marks_in_the_text() -> None:
    def note(words: str) -> str:
        return (
            f"<text:note><text:note-citation>i</text:note-citation><text:note-body>{words}</text:note-body></text:note>"
        )

    inner = note("<text:p>Deeper</text:p>")
    body = (
        f"<text:p>One{note(f'<text:p>Foot{inner}</text:p><text:p>more</text:p>')}, two{note('<text:p/>')}.</text:p>"
        "<text:p>Three<text:note><text:note-citation>9</text:note-citation></text:note></text:p>"
    )
    assert text_of(body) == "One[1], two[2].\n\nThree\n\n[1] Foot[3]\n\nmore\n\n[2]\n\n[3] Deeper"


def test_tables_are_rows_and_frames_of_one_column_are_paragraphs() -> None:
    nested = f"<table:table><table:table-row>{cell('in')}{cell('out')}</table:table-row></table:table>"
    body = (
        f"<table:table><table:table-header-rows><table:table-row>{cell('Day')}{cell('Place')}</table:table-row>"
        f"</table:table-header-rows><table:table-row>{cell('4 May')}<table:table-cell>{nested}</table:table-cell>"
        '<table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        f"<table:table><table:table-row>{cell('second')}{cell('table')}</table:table-row></table:table>"
        f"<table:table><table:table-row>{cell('Boxed')}</table:table-row></table:table>"
    )
    assert text_of(body) == "Day | Place\n4 May | in | out\n\nsecond | table\n\nBoxed"


def test_deletions_comments_and_hidden_words_are_left_out() -> None:
    styles = (
        '<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Kept<text:change text:change-id="c1"/><office:annotation><dc:creator>Eve</dc:creator>'
        '<text:p>Remark</text:p></office:annotation> <text:span text:style-name="T9">secret</text:span>'
        '<text:span text:style-name="T1">words</text:span></text:p>'
        '<text:section text:display="none"><text:p>hidden</text:p></text:section>'
    )
    assert text_of(body, styles=styles) == "Kept words"


def test_words_in_boxes_fields_and_links_are_kept_and_pictures_are_not() -> None:
    body = (
        f"<text:p>Before<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>{PICTURE}, "
        '<text:a xlink:href="file:///etc/passwd">a link</text:a> of <text:title>The bridge</text:title></text:p>'
        "<text:p>After</text:p>"
    )
    assert text_of(body) == "Before, a link of The bridge\n\nBoxed\n\nAfter"


def test_properties_are_taken_and_days_of_saving_are_not() -> None:
    said = (
        "<dc:title>The  bridge\n report</dc:title><meta:initial-creator>Anna Berg</meta:initial-creator>"
        "<dc:creator>Last Saver</dc:creator><dc:language>de-CH</dc:language><dc:date>2019-01-02T00:00:00</dc:date>"
        "<meta:creation-date>2018-01-02T00:00:00</meta:creation-date>"
    )
    (source,) = found_in(open_file("<text:p>Words</text:p>", meta(said))).sources
    assert (source.draft.title, source.draft.language) == ("The bridge report", "de-CH")
    assert source.draft.creators == (CreatorDraft(family="Berg", given_name="Anna"),)
    assert (source.draft.published.edtf, source.draft.type) == ("", SourceType.DOCUMENT)
    assert source.capture.extractor.startswith("lxml ")


def test_last_saver_counts_as_author_where_no_other_is_named() -> None:
    found = found_in(open_file("<text:p>Words</text:p>", meta("<dc:creator>Li Wei</dc:creator>")))
    assert found.sources[0].draft.creators == (CreatorDraft(family="Wei", given_name="Li"),)


def test_caller_says_when_it_was_published() -> None:
    data = open_file("<text:p>Words</text:p>")
    found = read_open_text(data, name="a.odt", method=CaptureMethod.DROP, published=UncertainDate("2024-01-23"))
    assert (found.sources[0].draft.published.edtf, found.sources[0].draft.title) == ("2024-01-23", "Words")
    assert found.sources[0].capture.data == data


@pytest.mark.parametrize("body", ["", "<text:p/>" * 1000, f"<text:p>{PICTURE}</text:p>"])
def test_document_without_words_is_kept_with_a_doubt(body: str) -> None:
    found = found_in(open_file(body), "scan of May.odt")
    assert (found.sources[0].draft.title, found.sources[0].capture.text) == ("scan of May", "")
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_TEXT]


@pytest.mark.parametrize(
    "parts",
    [
        {"encrypted-package": b"\0"},
        {
            "META-INF/manifest.xml": open_part(
                "manifest:manifest",
                '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
            )
        },
    ],
)
def test_document_with_a_password_is_refused(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(UserFacingError) as caught:
        found_in(open_file("<text:p>Words</text:p>", parts))
    assert (caught.value.problem, caught.value.details["reason"]) == (ProblemCode.IMPORT_UNREADABLE, "encrypted")


def test_manifest_without_a_password_is_no_hindrance() -> None:
    manifest = open_part("manifest:manifest", '<manifest:file-entry manifest:full-path="content.xml"/>')
    found = found_in(open_file("<text:p>Words</text:p>", {"META-INF/manifest.xml": manifest}))
    assert found.sources[0].capture.text == "Words"


def test_spreadsheet_by_the_name_of_a_text_is_refused() -> None:
    body = "<office:body><office:spreadsheet/></office:body>"
    with pytest.raises(UserFacingError) as caught:
        found_in(zipped({"content.xml": open_part("office:document-content", body)}))
    assert caught.value.details["reason"] == "malformed"
