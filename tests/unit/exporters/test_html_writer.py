"""The web page: closed to the outside, escaped, complete without script, the same bytes every time."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from exporters.document import Document, Paragraph, ParagraphKind, Run
from exporters.html_writer import choose_places, write_html
from exporters.labels import Labels
from models.enums import Status
from tests.unit.exporters.golden import check_golden
from tests.unit.exporters.samples import full_document, make_document, make_entry


def render(document: Document) -> str:
    stream = io.BytesIO()
    write_html(document, stream)
    return stream.getvalue().decode("utf-8")


def read(document: Document) -> etree._Element:
    return html.document_fromstring(render(document))


def test_writing_the_full_sample_gives_the_golden_page(request: pytest.FixtureRequest) -> None:
    check_golden("html/full.html", render(full_document()), request)


def test_writing_twice_gives_the_same_bytes() -> None:
    assert render(full_document()) == render(full_document())


def test_forbidding_everything_allows_one_style_and_one_script_by_hash() -> None:
    page = read(full_document())
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; ")
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (element,) = page.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_writing_asks_nobody_for_anything() -> None:
    page = read(full_document())
    assert not page.xpath(
        "//link | //img | //iframe | //object | //embed | //base | //form | //@src | //@srcset | //@style"
    )
    assert not re.search(r"url\((?!#)|@import|https?:", page.xpath("string(//style)"))
    assert not re.search(r"fetch|XMLHttp|import|https?:|innerHTML", page.xpath("string(//script)"))
    assert all(link.get("href").startswith(("#", "https://", "http://")) for link in page.xpath("//a[@href]"))


def test_linking_outside_gives_away_no_referrer() -> None:
    outside = read(full_document()).xpath("//a[starts-with(@href, 'http')]")
    assert len(outside) == 3
    assert {link.get("rel") for link in outside} == {"noopener noreferrer"}


def test_reading_without_script_shows_all_entries_notes_and_sections() -> None:
    page = read(full_document())
    assert len(page.xpath("//article[@class='entry'][not(@hidden)]")) == 5
    assert len(page.xpath("//div[@class='notes']/p")) == 7
    assert page.xpath("//h2/text()") == [
        "2023",
        "2024",
        "Where sources differ",
        "Bibliography",
        "How to read the dates",
        "Notes",
    ]
    assert page.xpath("//div[@class='filters']/@hidden")


def test_marking_notes_links_there_and_back() -> None:
    page = read(full_document())
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= ids
    assert page.xpath("//a[@role='doc-noteref']/@href") == [f"#n{number}" for number in range(1, 8)]


def test_filtering_offers_buttons_with_a_pressed_state() -> None:
    buttons = read(full_document()).xpath("//div[@class='filters']/button")
    assert [button.get("aria-pressed") for button in buttons][:2] == ["true", "false"]
    assert [button.text_content() for button in buttons][:4] == ["All", "Old Quay", "North pier", "Elsewhere"]
    assert {button.get("data-value") for button in buttons if button.get("data-kind") == "status"} == set(Status)


def test_choosing_places_gathers_the_rare_ones_elsewhere() -> None:
    entries = [make_entry(number, place=f"Place {number % 9}", notes=()) for number in range(1, 40)]
    places = choose_places(make_document(*entries))
    assert len(places) == 6
    assert places[-1].name == Labels().elsewhere


def test_printing_lists_the_notes_once_more_without_links() -> None:
    notes = read(full_document()).xpath("//section[contains(@class, 'print-notes')]")[0]
    assert next(p.text_content() for p in notes.xpath("./p")) == "1.Harbour Authority, Daily log, p. 4."
    assert not notes.xpath(".//a")


def test_nesting_lists_keeps_items_inside_their_list() -> None:
    page = read(full_document())
    assert page.xpath("count(//div[@class='text']/ul/li)") == 2
    assert page.xpath("//div[@class='text']/ul/li/ol/li/text()") == ["first the east side", "then the west side"]


def test_changing_the_kind_of_list_starts_another_one() -> None:
    items = (
        Paragraph((Run("a"),), ParagraphKind.BULLET),
        Paragraph((Run("b"),), ParagraphKind.NUMBERED, 0, 4),
        Paragraph((Run("c"),), ParagraphKind.BULLET, 2),
    )
    page = read(make_document(make_entry(paragraphs=items)))
    assert page.xpath("//div[@class='text']/ol/@start") == ["4"]
    assert page.xpath("//div[@class='text']//ul/li/ul/li/text()") == ["c"]


def test_writing_a_right_to_left_language_turns_the_page() -> None:
    assert read(make_document(language="he")).get("dir") == "rtl"


def test_writing_one_dated_entry_draws_no_time_line() -> None:
    assert not read(make_document()).xpath("//svg[@class='strip']")


def test_drawing_the_time_line_shows_every_reach() -> None:
    strip = read(full_document()).xpath("//svg[contains(@class, 'strip')]")[0]
    assert len(strip.xpath(".//*[@class='bracket']")) == 2
    assert len(strip.xpath(".//*[@class='bar']")) == 1
    assert len(strip.xpath(".//*[@class='fade']")) == 2
    assert len(strip.xpath(".//*[@class='known']")) == 1
    assert strip.get("aria-label") == "Time line: five entries"


def test_writing_leaves_no_trace_of_the_machine(tmp_path: Path) -> None:
    page = render(full_document()).lower()
    traces = (str(Path.home()), str(tmp_path), "tmp/", "generator", "jinja")
    assert not {trace for trace in traces if trace.lower() in page}


def test_escaping_attributes_survives_a_hostile_label() -> None:
    labels = replace(Labels(), note='x" onclick="alert(1)', timeline="<b>", elsewhere="<i>")
    page = read(replace(full_document(), labels=labels))
    assert not page.xpath("//@onclick")
