"""The newsroom form: full once, short later, nothing of a protected source."""

from dataclasses import fields, replace

import pytest

from dates import UncertainDate
from exporters.citation_form import (
    CitedLocator,
    CitedName,
    CitedSource,
    Position,
    close_sentence,
    format_bibliography_item,
    format_citation,
    quote_text,
    shorten_title,
)
from exporters.document import Run
from exporters.labels import Labels
from models.enums import CreatorRole, LocatorLabel, SourceType

LABELS = Labels()
ARTICLE = CitedSource(
    SourceType.ARTICLE_NEWSPAPER,
    "Bridge shut after a crack is found in the north pier",
    creators=(CitedName(CreatorRole.AUTHOR, "Reyes", "Ana"), CitedName(CreatorRole.AUTHOR, "Doe", "Jo")),
    container_title="Port Courier",
    publisher="Port Press",
    published=UncertainDate("2024-01-23"),
    accessed=UncertainDate("2024-02-01"),
    url="https://courier.example/1",
    archive_url="https://archive.example/1",
)


def show(runs: tuple[Run, ...]) -> str:
    """Italic as *…*, links as <…>, no-break spaces as plain ones."""
    text = "".join(f"*{run.text}*" if run.italic else f"<{run.text}>" if run.href else run.text for run in runs)
    return text.replace("\u00a0", " ")


def cite(source: CitedSource, locator: str = "", position: Position = Position.FIRST) -> str:
    label = CitedLocator(LocatorLabel.PARAGRAPH, locator)
    return show(close_sentence(format_citation(source, label, position, labels=LABELS), LABELS))


def list_item(source: CitedSource) -> str:
    return show(format_bibliography_item(source, labels=LABELS))


def test_citing_the_first_time_gives_every_part_in_order() -> None:
    assert cite(ARTICLE, "4") == (
        "Ana Reyes and Jo Doe, “Bridge shut after a crack is found in the north pier,” *Port Courier*, Port Press, "
        "23 January 2024, par. 4, <https://courier.example/1>, archived at <https://archive.example/1>."
    )


def test_citing_again_gives_names_short_title_and_locator() -> None:
    assert cite(ARTICLE, "4–6", Position.SUBSEQUENT) == "Reyes and Doe, “Bridge shut after a crack,” pars. 4–6."


def test_citing_again_prefers_the_short_title_of_the_source() -> None:
    source = replace(ARTICLE, fields=(("title-short", "Bridge shut"),))
    assert cite(source, "", Position.SUBSEQUENT) == "Reyes and Doe, “Bridge shut.”"


def test_listing_inverts_the_first_author_and_closes_each_part() -> None:
    assert list_item(ARTICLE) == (
        "Reyes, Ana, and Jo Doe. “Bridge shut after a crack is found in the north pier.” *Port Courier*, Port Press, "
        "23 January 2024. <https://courier.example/1>. Archived at <https://archive.example/1>."
    )


@pytest.mark.parametrize("position", list(Position))
@pytest.mark.parametrize("cover", ["", "A harbour pilot"])
def test_citing_a_protected_source_says_its_cover_and_nothing_else(position: Position, cover: str) -> None:
    hidden = replace(ARTICLE, protected=True, cover_name=cover)
    expected = f"{cover or 'A person familiar with the matter'} (name withheld)."
    assert cite(hidden, "4", position) == expected
    assert list_item(hidden) == f"{cover or 'A person familiar with the matter'}. Name and date withheld."


def test_citing_a_protected_source_reads_none_of_its_facts() -> None:
    bare = CitedSource(SourceType.DOCUMENT, "", protected=True)
    full = replace(ARTICLE, protected=True)
    assert {field.name for field in fields(full)} >= {"title", "url"}
    assert cite(bare, "9") == cite(full, "4")


def test_citing_a_book_sets_its_title_in_italics_and_its_publisher_upright() -> None:
    book = CitedSource(SourceType.BOOK, "Piers", publisher="Port Press", published=UncertainDate("1998"))
    assert cite(book) == "*Piers*, Port Press, 1998."


def test_citing_a_page_without_container_sets_the_publisher_in_italics() -> None:
    page = CitedSource(SourceType.WEBPAGE, "Notice", publisher="Harbour Authority")
    assert cite(page) == "“Notice,” *Harbour Authority*."


def test_citing_an_undated_page_says_when_it_was_read() -> None:
    page = CitedSource(SourceType.WEBPAGE, "Notice", url="https://port.example", accessed=UncertainDate("2024-02-01"))
    assert cite(page) == "“Notice,” <https://port.example>, accessed 1 February 2024."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Who closed it?", "“Who closed it?” *Port Courier*."),
        ("He said “no” to it", "“He said ‘no’ to it,” *Port Courier*."),
        ('The "second" crack', "“The ‘second’ crack,” *Port Courier*."),
    ],
)
def test_citing_a_title_with_marks_of_its_own_adds_no_second_mark(title: str, expected: str) -> None:
    source = CitedSource(SourceType.WEBPAGE, title, container_title="Port Courier")
    assert cite(source) == expected


def test_citing_an_edited_volume_names_editors_volume_and_issue() -> None:
    source = CitedSource(
        SourceType.ARTICLE_JOURNAL,
        "Piers",
        creators=(CitedName(CreatorRole.EDITOR, literal="Port Board"),),
        container_title="Harbour Studies",
        fields=(("issue", "2"), ("volume", "7")),
    )
    assert cite(source) == "“Piers,” *Harbour Studies*, ed. Port Board, vol. 7, no. 2."


@pytest.mark.parametrize(("count", "expected"), [(1, "A0"), (2, "A0 and A1"), (3, "A0, A1, and A2"), (4, "A0 et al.")])
def test_naming_several_authors_shortens_from_the_fourth(count: int, expected: str) -> None:
    names = tuple(CitedName(CreatorRole.AUTHOR, literal=f"A{number}") for number in range(count))
    assert cite(CitedSource(SourceType.BOOK, "T", creators=names)) == f"{expected}, *T*."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Short one", "Short one"),
        ("Main part: and what follows it here", "Main part"),
        ("The port closes after the storm of May", "The port closes"),
        ("One two three, four five six", "One two three, four five"),
    ],
)
def test_shortening_a_title_ends_on_a_word_that_can_end(title: str, expected: str) -> None:
    assert shorten_title(title) == expected


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("Plain"),), "Plain."),
        ((Run("Done!"),), "Done!"),
        ((Run("“Quoted”"),), "“Quoted.”"),
        ((Run("a"), Run("Port", italic=True)), "a*Port*."),
        ((Run("x", href="https://x.example"),), "<x>."),
        ((), ""),
    ],
)
def test_closing_a_sentence_adds_one_full_stop_where_it_belongs(runs: tuple[Run, ...], expected: str) -> None:
    assert show(close_sentence(runs, LABELS)) == expected


def test_quoting_turns_inner_double_marks_into_single_ones() -> None:
    assert quote_text(' He said "no" and “never” ', LABELS) == "“He said ‘no’ and ‘never’”"
