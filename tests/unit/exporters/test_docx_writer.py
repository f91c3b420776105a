"""The Word document: valid, read back, the same bytes every time, nothing of the machine in it."""

import getpass
import io
import socket
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from exporters.document import NoteKind, Paragraph, ParagraphKind, Run
from exporters.docx_writer import write_docx
from tests.unit.exporters.docx_reading import (
    W,
    note_texts,
    paragraph_texts,
    parse_part,
    read_parts,
    render,
    schema_errors,
)
from tests.unit.exporters.golden import check_golden, pretty_xml
from tests.unit.exporters.samples import full_document, make_document, make_entry

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.mark.parametrize("kind", list(NoteKind))
def test_writing_every_kind_of_part_satisfies_the_schemas(kind: NoteKind) -> None:
    assert schema_errors(render(replace(full_document(), note_kind=kind))) == []


def test_writing_an_empty_chronology_satisfies_the_schemas() -> None:
    assert schema_errors(render(make_document(sections=()))) == []


@pytest.mark.parametrize(
    "part",
    ["document.xml", "footnotes.xml", "endnotes.xml", "numbering.xml", "styles.xml", "header1.xml", "footer1.xml"],
)
def test_writing_the_full_sample_gives_the_golden_part(part: str, request: pytest.FixtureRequest) -> None:
    found = pretty_xml(read_parts(render(full_document()))[f"word/{part}"])
    check_golden(f"docx/{part}", found, request)


def test_reading_back_finds_every_footnote_in_order() -> None:
    texts = note_texts(render(full_document()))
    assert len(texts) == 7
    assert texts[0] == "Harbour Authority, Daily log, p. 4."
    assert texts[5] == "No source yet; kept at the editor’s request."


def test_reading_back_finds_a_mark_for_every_footnote() -> None:
    root = parse_part(render(full_document()), "word/document.xml")
    marks = [mark.get(f"{W}id") for mark in root.iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, 8)]


def test_choosing_endnotes_moves_all_notes_and_marks() -> None:
    data = render(replace(full_document(), note_kind=NoteKind.ENDNOTES))
    root = parse_part(data, "word/document.xml")
    assert (len(note_texts(data, "endnote")), len(note_texts(data))) == (7, 0)
    assert len(list(root.iter(f"{W}endnoteReference"))) == 7
    assert not list(root.iter(f"{W}footnoteReference"))


def test_opening_with_python_docx_finds_headings_and_text() -> None:
    opened = docx.Document(io.BytesIO(render(full_document())))
    styles = [paragraph.style.name if paragraph.style else "" for paragraph in opened.paragraphs]
    assert styles[:3] == ["Dateline Title", "Dateline Subtitle", "Dateline Counts"]
    assert styles.count("Dateline Year") == 2
    texts = [p.text for p in opened.paragraphs]
    assert [text for text, style in zip(texts, styles, strict=True) if style == "Dateline Section"] == [
        "Where sources differ",
        "Bibliography",
        "How to read the dates",
    ]
    page = opened.sections[0]
    assert page.page_width is not None
    assert page.left_margin is not None
    assert page.page_width.mm == pytest.approx(210, abs=0.1)
    assert page.left_margin.mm == pytest.approx(25, abs=0.1)
    assert opened.core_properties.title == full_document().title


def test_setting_an_entry_uses_a_hanging_indent_and_a_tab() -> None:
    root = parse_part(render(make_document()), "word/document.xml")
    assert not list(root.iter(f"{W}tbl"))
    entry = next(p for p in root.iter(f"{W}p") if p.find(f".//{W}pStyle").get(f"{W}val") == "DatelineEntry")
    assert [child.tag for run in entry.iter(f"{W}r") for child in run if child.tag in (f"{W}t", f"{W}tab")] == [
        f"{W}t",
        f"{W}tab",
        f"{W}t",
    ]


def test_linking_from_a_note_uses_the_relationships_of_the_notes_part() -> None:
    data = render(full_document())
    notes = parse_part(data, "word/footnotes.xml")
    links = [link.get(f"{R}id") for link in notes.iter(f"{W}hyperlink")]
    targets = {rel.get("Id"): rel.get("Target") for rel in parse_part(data, "word/_rels/footnotes.xml.rels")}
    assert [targets[link] for link in links] == ["https://example.org/n"]
    outer = {rel.get("Target") for rel in parse_part(data, "word/_rels/document.xml.rels")}
    assert "https://courier.example/a?b=1&c=2" in outer
    assert "https://example.org/n" not in outer


def test_linking_to_another_entry_meets_a_bookmark() -> None:
    root = parse_part(render(full_document()), "word/document.xml")
    anchors = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} - {None}
    names = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    assert anchors == names == {"entry-1"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x", "\\\\host\\x"]
)
def test_linking_to_anything_but_the_web_writes_plain_text(address: str) -> None:
    entry = make_entry(paragraphs=(Paragraph((Run("click", href=address),)),))
    data = render(make_document(entry))
    assert not list(parse_part(data, "word/document.xml").iter(f"{W}hyperlink"))
    assert address.encode() not in b"".join(read_parts(data).values())


def test_writing_a_long_date_puts_it_on_a_line_of_its_own() -> None:
    texts = paragraph_texts(render(full_document()))
    assert "from mid-December 2023 to about the first days of January 2024, local time" in texts


def test_writing_a_date_of_two_lines_keeps_sources_differ() -> None:
    entry = make_entry(date_text="between 14 and 19 September", date_hint="sources differ")
    assert any(text.startswith("sources differ") for text in paragraph_texts(render(make_document(entry))))


def test_numbering_restarts_with_each_list() -> None:
    def item(ordinal: int) -> Paragraph:
        return Paragraph((Run("x"),), ParagraphKind.NUMBERED, 0, ordinal)

    entries = (make_entry(paragraphs=(item(1), item(2))), make_entry(2, paragraphs=(item(1),), notes=()))
    root = parse_part(render(make_document(*entries)), "word/document.xml")
    assert [number.get(f"{W}val") for number in root.iter(f"{W}numId")] == ["2", "2", "3"]


def test_writing_right_to_left_text_marks_its_runs() -> None:
    root = parse_part(render(full_document()), "word/document.xml")
    marked = ["".join(run.itertext()) for run in root.iter(f"{W}r") if run.find(f".//{W}rtl") is not None]
    assert "רשות הנמל מאשרת" in marked


def test_writing_in_arabic_turns_the_page_round() -> None:
    data = render(make_document(language="ar"))
    assert parse_part(data, "word/document.xml").find(f".//{W}sectPr/{W}bidi") is not None
    assert schema_errors(data) == []


def test_writing_twice_gives_the_same_bytes() -> None:
    assert render(full_document()) == render(full_document())


def test_writing_dates_every_part_1980_and_names_no_system() -> None:
    with zipfile.ZipFile(io.BytesIO(render(full_document()))) as package:
        assert {(info.date_time, info.create_system) for info in package.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_writing_leaves_no_trace_of_the_machine_or_its_user(tmp_path: Path) -> None:
    parts = read_parts(render(full_document()))
    everything = b"\n".join(parts.values()).decode().lower()
    traces = {
        socket.gethostname(),
        getpass.getuser(),
        str(Path.home()),
        str(tmp_path),
        "tmp/",
        "home/",
        "python",
        "docx",
    }
    assert not {trace for trace in traces if len(trace) > 3 and trace.lower() in everything}
    assert not {name for name in parts if "app.xml" in name or "custom" in name or "thumbnail" in name}
    core = parts["docProps/core.xml"].decode()
    assert "creator" not in core
    assert "modified" not in core
    assert "rsid" not in everything


def test_counting_entries_while_writing_tells_the_progress() -> None:
    told: list[int] = []
    stream = io.BytesIO()
    write_docx(full_document(), stream, tick=told.append)
    assert told == [3, 5]
