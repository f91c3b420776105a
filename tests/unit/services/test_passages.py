"""Passages are found again in a changed text, or not at all: never at other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.enums import LocatorLabel
from services.passages import closest_passage, find_passage, locator_at, make_passage, page_at, paragraph_at

TEXT = (
    "The ferry left the quay at nine. It was seen off the cape at noon.\n\n"
    "On Sunday the coast guard gave up the search. The harbour office had said so on Friday.\n\n"
    "On Sunday the coast guard was thanked. Nobody else was named."
)
WORDS = st.sampled_from(("harbour", "ferry", "on", "Sunday", "the", "guard", "cape", ".", ",", "\n\n"))
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


def _found(text: str, exact: str, old: str = TEXT) -> tuple[int, int] | None:
    start = old.index(exact)
    passage = make_passage(old, 1, start, start + len(exact))
    return find_passage(text, exact, start, passage.prefix, passage.suffix)


def test_words_that_stand_where_they_stood_are_found_there() -> None:
    start = TEXT.index("gave up")
    assert _found(TEXT, "gave up the search") == (start, start + len("gave up the search"))


def test_words_behind_a_new_paragraph_are_found_further_on() -> None:
    new = "A headline that was not there.\n\n" + TEXT
    span = _found(new, "seen off the cape")
    assert span is not None
    assert new[slice(*span)] == "seen off the cape"


def test_words_that_stand_twice_are_told_apart_by_what_stands_around_them() -> None:
    second = TEXT.rindex("On Sunday the coast guard")
    passage = make_passage(TEXT, 1, second, second + 25)
    new = "Updated.\n\n" + TEXT
    assert find_passage(new, TEXT[second : second + 25], second, passage.prefix, passage.suffix) == (
        second + 10,
        second + 35,
    )


def test_words_that_stand_twice_alike_are_not_guessed() -> None:
    assert find_passage("It rang. It rang. It rang.", "It rang.", 40, "", "") is None
    assert find_passage("one two. one two. one two. ", "two", 100, "one ", ". one") is None


def test_changed_words_are_not_found() -> None:
    assert _found(TEXT.replace("gave up", "called off"), "gave up the search") is None


def test_short_words_in_other_surroundings_are_not_taken_for_the_same() -> None:
    assert _found("Quite another text, made on Friday by nobody.", "on Friday") is None


def test_long_words_are_found_in_other_surroundings() -> None:
    long = "On Sunday the coast guard gave up the search. The harbour office had said so"
    assert _found(f"Elsewhere: {long}, we hear.", long) == (11, 11 + len(long))


def test_other_blanks_around_the_words_do_not_matter() -> None:
    new = TEXT.replace("\n\n", "\n").replace("guard gave", "guard gave")
    span = _found(new, "gave up the search")
    assert span is not None
    assert new[slice(*span)] == "gave up the search"


@given(before=TEXTS, exact=TEXTS.filter(str.strip), after=TEXTS, new=TEXTS)
def test_what_is_found_is_always_the_very_words(before: str, exact: str, after: str, new: str) -> None:
    old = before + exact + after
    passage = make_passage(old, 1, len(before), len(before) + len(exact))
    for text in (new, new + exact + after, before + exact + new, old):
        span = find_passage(text, exact, len(before), passage.prefix, passage.suffix)
        if span is not None:
            assert text[slice(*span)] == exact
    assert find_passage(old, exact, len(before), passage.prefix, passage.suffix) in (
        None,
        (len(before), len(before) + len(exact)),
    )


@given(inserted=TEXTS)
def test_a_new_beginning_moves_every_passage_by_its_length(inserted: str) -> None:
    for exact in ("left the quay at nine", "gave up the search", "Nobody else was named"):
        start = TEXT.index(exact) + len(inserted) + 2
        assert _found(f"{inserted}\n\n{TEXT}", exact) == (start, start + len(exact))


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("gave up  the search", "gave up the search"),
        ("Gave up — the search", "gave up the search"),
        ("the coast guard finally gave up the search", "the coast guard gave up the search"),
    ],
)
def test_closest_words_are_suggested(exact: str, found: str) -> None:
    span = closest_passage(TEXT, exact)
    assert span is not None
    assert found in TEXT[slice(*span)] or TEXT[slice(*span)] in found


@pytest.mark.parametrize("exact", ["", " – ", "an aeroplane over distant mountains"])
def test_nothing_is_suggested_where_nothing_is_like_it(exact: str) -> None:
    assert closest_passage(TEXT, exact) is None


def test_locator_is_the_paragraph_of_a_text_and_the_page_of_one_with_pages() -> None:
    assert locator_at(TEXT, 0) == (LocatorLabel.PARAGRAPH, "1")
    assert locator_at(TEXT, TEXT.index("gave up")) == (LocatorLabel.PARAGRAPH, "2")
    pages = "First.\n\n\fSecond.\n\nStill second.\n\n\fThird."
    assert [page_at(pages, pages.index(word)) for word in ("First", "Second", "Still", "Third")] == [1, 2, 2, 3]
    assert locator_at(pages, pages.index("Third")) == (LocatorLabel.PAGE, "3")
    assert paragraph_at("one line\nanother\n", 12) == 2
