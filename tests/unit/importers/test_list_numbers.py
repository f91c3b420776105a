"""The numbers before list items of Word and OpenDocument files, which count them only when they show them."""

import pytest

from importers.list_numbers import NumberForm, written
from importers.open_text import read_open_text
from importers.word import read_word
from models.enums import CaptureMethod
from tests.office_files import open_file, open_part, paragraph, word_file, word_part


def level(at: int, form: str, label: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/>{more}</w:lvl>'


def kind(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def list_of(number: int, kind_number: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind_number}"/>{more}</w:num>'


def item(text: str, list_number: int = 1, at: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_number}"/></w:numPr>')


def word_text(body: str, *numbering: str, styles: str = "") -> str:
    parts: dict[str, str | bytes] = {"word/numbering.xml": word_part("numbering", "".join(numbering))}
    if styles:
        parts["word/styles.xml"] = word_part("styles", styles)
    found = read_word(word_file(body, parts), name="a.docx", method=CaptureMethod.FILE)
    return found.sources[0].capture.text


DECIMAL = level(0, "decimal", "%1.")


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (12, NumberForm.FIGURES, "12"),
        (3, NumberForm.TWO_FIGURES, "03"),
        (28, NumberForm.LETTERS, "bb"),
        (26, NumberForm.CAPITALS, "Z"),
        (10**8, NumberForm.LETTERS, "100000000"),
        (1994, NumberForm.ROMAN, "mcmxciv"),
        (4, NumberForm.ROMAN_CAPITALS, "IV"),
        (0, NumberForm.ROMAN, "0"),
        (10**8, NumberForm.ROMAN, "100000000"),
    ],
)
def test_writes_numbers_in_every_form(number: int, form: NumberForm, text: str) -> None:
    assert written(number, form) == text


def test_word_items_have_the_numbers_that_their_levels_state() -> None:
    levels = (DECIMAL, level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%1.%2.%3"))
    body = (
        item("one") + item("inner", at=1) + item("more", at=1) + item("deep", at=2) + item("two") + item("anew", at=1)
    )
    expected = "1. one\na) inner\nb) more\n1.b.i deep\n2. two\na) anew"
    assert word_text(body, kind(0, *levels), list_of(1, 0)) == expected


def test_word_lists_go_on_restart_and_begin_where_they_say() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        kind(0, DECIMAL),
        kind(1, level(0, "upperRoman", "Article %1:", '<w:start w:val="4"/>')),
        list_of(1, 0),
        list_of(2, 0),
        list_of(3, 0, restart),
        list_of(4, 1),
    )
    body = item("a") + paragraph("Between") + item("b") + item("c", 2) + item("d", 3) + item("e", 3) + item("f", 4)
    assert word_text(body, *numbering) == "1. a\n\nBetween\n\n2. b\n3. c\n1. d\n2. e\nArticle IV: f"


def test_word_bullets_forms_without_signs_and_empty_items_get_no_number() -> None:
    odd = kind(1, level(0, "chineseCounting", "%1."))
    body = item("one") + item(" ") + item("three") + item("odd", 2) + item("lost", 9)
    text = word_text(body, kind(0, DECIMAL), odd, list_of(1, 0), list_of(2, 1))
    assert text == "1. one\n3. three\n• odd\n\nlost"


def test_word_numbers_come_from_styles_too_and_stand_before_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Num"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    numbering = (
        kind(0, level(0, "decimal", "%1", '<w:pStyle w:val="Kop1"/>')),
        kind(1, level(0, "lowerLetter", "(%1)")),
        list_of(1, 0),
        list_of(2, 1),
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (
            ("Finding", "Kop1"),
            ("first", "Num"),
            ("second", "Own"),
            ("plain", "Loop"),
            ("End", "Kop1"),
        )
    )
    assert word_text(body, *numbering, styles=styles) == "1 Finding\n\n(a) first\n(b) second\n\nplain\n\n2 End"


def test_word_numbers_that_make_no_sense_are_withstood() -> None:
    wild = kind(0, level(0, "lowerRoman", "%9%1" * 50, '<w:start w:val="99999999999"/>'), level(77, "decimal", "%1."))
    body = item("one") + item("two", at=-3) + item("three", at=77)
    assert all(word in word_text(body, wild, list_of(1, 0), list_of(1, 5)) for word in ("one", "two", "three"))


def number_level(at: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" {more}/>'


def open_text(body: str, *levels: str, at_styles: bool = False) -> str:
    style = f'<text:list-style style:name="L1">{"".join(levels)}</text:list-style>'
    parts: dict[str, str | bytes] = {}
    if at_styles:
        parts["styles.xml"] = open_part("office:document-styles", f"<office:styles>{style}</office:styles>")
    data = open_file(body, parts, styles="" if at_styles else style)
    return read_open_text(data, name="a.odt", method=CaptureMethod.FILE).sources[0].capture.text


def listed(*items: str, attributes: str = "") -> str:
    inner = "".join(f"<text:list-item>{each}</text:list-item>" for each in items)
    return f'<text:list text:style-name="L1" {attributes}>{inner}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize("at_styles", [False, True])
def test_open_items_have_the_numbers_that_their_levels_state(at_styles: bool) -> None:
    inner = "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in ("in", "ner"))
    inner = f"<text:list>{inner}</text:list>"
    levels = (
        number_level(1, "1", 'style:num-suffix="."'),
        number_level(2, "a", 'style:num-suffix=")" text:display-levels="2"'),
    )
    text = open_text(listed(p("one") + inner, p("two") + inner), *levels, at_styles=at_styles)
    assert text == "1. one\n1.a) in\n1.b) ner\n2. two\n2.a) in\n2.b) ner"


def test_open_lists_go_on_begin_anew_and_begin_where_they_say() -> None:
    body = (
        listed(p("a"), p("b"))
        + p("Between")
        + listed(p("c"), attributes='text:continue-numbering="true"')
        + p("Then")
        + listed(p("d"))
        + p("Last")
        + '<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>e</text:p></text:list-item></text:list>'
        + "<text:list><text:list-item><text:number>§ 9</text:number><text:p>f</text:p></text:list-item></text:list>"
    )
    level = number_level(1, "I", 'style:num-prefix="(" style:num-suffix=")" text:start-value="3"')
    assert open_text(body, level) == (
        "(III) a\n(IV) b\n\nBetween\n\n(V) c\n\nThen\n\n(III) d\n\nLast\n\n(VII) e\n§ 9 f"
    )


def test_open_bullets_and_numbers_that_are_not_shown_stay_bullets() -> None:
    assert open_text(listed(p("a")), number_level(1, "")) == "• a"
    assert open_text(listed(p("a")), '<text:list-level-style-bullet text:level="1"/>') == "• a"
