"""Passages are found again in a changed text, or not at all: never at other words."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.enums import LocatorLabel
from services.passages import (
    closest_passage,
    find_passage,
    follow_passages,
    locator_at,
    locators_at,
    make_passage,
    paragraph_at,
)

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
            assert text[slice(*span)].split() == exact.split()  # the blanks between them may be others
    assert find_passage(old, exact, len(before), passage.prefix, passage.suffix) in (
        None,
        (len(before), len(before) + len(exact)),
    )


@given(inserted=TEXTS)
def test_a_new_beginning_moves_every_passage_by_its_length(inserted: str) -> None:
    for exact in ("left the quay at nine", "gave up the search", "Nobody else was named"):
        start = TEXT.index(exact) + len(inserted) + 2
        assert _found(f"{inserted}\n\n{TEXT}", exact) == (start, start + len(exact))


def test_words_with_other_blanks_between_them_are_the_same_words() -> None:
    new = TEXT.replace("the coast guard gave up", "the coast\nguard  gave up")
    span = _found(new, "the coast guard gave up the search")
    assert span is not None
    assert new[slice(*span)] == "the coast\nguard  gave up the search"


def _follow(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    return follow_passages(old, new, [(start, end)])[0]


def test_words_are_not_moved_to_where_the_same_words_stood_before() -> None:
    refrain = "The ministry did not answer our questions on the matter."
    old = f"First story.\n\n{refrain}\n\nSecond story, quite another one.\n\n{refrain}\n\nThe end."
    new = old.replace(refrain, "", 1).replace("The end.", "It ends here.")
    start = old.index(refrain)
    assert _follow(old, new, start, start + len(refrain)) is None
    start = old.rindex(refrain)
    moved = new.index(refrain)
    assert _follow(old, new, start, start + len(refrain)) == (moved, moved + len(refrain))


def test_one_of_two_places_with_the_same_surroundings_is_not_guessed() -> None:
    verse = "and the bell rang, as it rang each night before the war, "
    old = f"Begin: {verse * 3}end."
    new = f"Start: {verse * 2}end!"
    second = old.index(verse) + len(verse)
    assert _follow(old, new, second, second + len("and the bell rang")) is None


@given(
    before=TEXTS,
    after=TEXTS,
    words=st.integers(0, 999),
    start=st.integers(0, 40),
    inserted=TEXTS,
    cut=st.integers(0, 60),
)
def test_one_edit_elsewhere_never_loses_a_passage(
    before: str, after: str, words: int, start: int, inserted: str, cut: int
) -> None:
    exact = f"harbour {words}"
    old = f"{before} {exact} {after}"
    assume(exact not in f"{before} {after}")
    place = len(before) + 1, len(before) + 1 + len(exact)
    for at in (min(start, len(before)), place[1] + min(start, len(after))):
        stop = min(at + cut, place[0] if at <= place[0] else len(old))
        new = old[:at] + inserted + old[stop:]
        if new.count(exact) == 1:
            assert _follow(old, new, *place) == (new.index(exact), new.index(exact) + len(exact))


EDITS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30), TEXTS), max_size=6)


@given(paragraphs=st.lists(TEXTS, min_size=3, max_size=12), edits=EDITS, picked=st.integers(0, 11))
def test_many_edits_elsewhere_never_move_a_passage_to_other_words(
    paragraphs: list[str], edits: list[tuple[int, int, str]], picked: int
) -> None:
    """Each paragraph carries a number, so that its place in the new text is known."""
    numbered = [f"{words} <{number}>the ferry left<{number}> {words}" for number, words in enumerate(paragraphs)]
    old = "\n\n".join(numbered)
    number = picked % len(numbered)
    start = old.index(f"<{number}>") + len(f"<{number}>")
    end = start + len("the ferry left")
    new = old
    for at, cut, inserted in edits:
        new = new[:at] + inserted + new[at + cut :]
    span = _follow(old, new, start, end)
    if span is not None:
        assert new[slice(*span)] == "the ferry left"
        marks = [f"<{n}>the ferry left<{n}>" for n in range(len(numbered))]
        own = new.find(marks[number])
        assert own in (-1, span[0] - len(f"<{number}>"))
        others = {new.find(mark) + mark.index("the") for mark in marks if mark in new and mark != marks[number]}
        assert span[0] not in others


@given(paragraphs=st.lists(st.uuids(), min_size=5, max_size=20), data=st.data())
def test_passages_of_a_text_whose_paragraphs_change_places_are_found(
    paragraphs: list[object], data: st.DataObject
) -> None:
    old = "\n\n".join(f"It says {words} and no more" for words in paragraphs)
    new = "\n\n".join(f"It says {words} and no more" for words in data.draw(st.permutations(paragraphs)))
    places = [(old.index(str(words)), old.index(str(words)) + 36) for words in paragraphs]
    for (start, end), span in zip(places, follow_passages(old, new, places), strict=True):
        assert span is not None
        assert new[slice(*span)] == old[start:end]


@given(text=TEXTS, offsets=st.lists(st.integers(0, 200), max_size=5))
def test_places_are_numbered_alike_one_by_one_and_together(text: str, offsets: list[int]) -> None:
    assert locators_at(text, offsets) == [locator_at(text, offset) for offset in offsets]


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("gave up  the search", "gave up the search"),
        ("Gave up — the search", "gave up the search"),
        ("the coast guard finally gave up the search", "the coast guard gave up the search"),
        ("On Sunday, coast guards gave up the long search", "gave up the search"),
    ],
)
def test_closest_words_are_suggested(exact: str, found: str) -> None:
    span = closest_passage(TEXT, exact)
    assert span is not None
    assert found in TEXT[slice(*span)] or TEXT[slice(*span)] in found


def test_long_quote_with_changed_words_is_suggested_whole() -> None:
    words = [f"word{n}" for n in range(400)]
    text = " ".join(["before", *words, "after"])
    for at in (20, 130, 260):
        words[at] = "changed"
    span = closest_passage(text, " ".join(words[:280]))
    assert span == (len("before "), text.index(" word280"))


@pytest.mark.parametrize(("exact", "unit"), [("a b " * 150, "a a b b "), ("____ ____", "_"), ("the " * 300, "the of ")])
def test_words_that_stand_everywhere_suggest_nothing(exact: str, unit: str) -> None:
    assert closest_passage(unit * 20_000, exact) is None


@pytest.mark.parametrize("exact", ["", " – ", "an aeroplane over distant mountains"])
def test_nothing_is_suggested_where_nothing_is_like_it(exact: str) -> None:
    assert closest_passage(TEXT, exact) is None


def test_locator_is_the_paragraph_of_a_text_and_the_page_of_one_with_pages() -> None:
    assert locator_at(TEXT, 0) == (LocatorLabel.PARAGRAPH, "1")
    assert locator_at(TEXT, TEXT.index("gave up")) == (LocatorLabel.PARAGRAPH, "2")
    pages = "First.\n\n\fSecond.\n\nStill second.\n\n\fThird."
    places = [pages.index(word) for word in ("First", "Second", "Still", "Third")]
    assert locators_at(pages, places) == [(LocatorLabel.PAGE, number) for number in ("1", "2", "2", "3")]
    assert locator_at(pages, pages.index("\f")) == (LocatorLabel.PAGE, "2")
    assert paragraph_at("one line\nanother\n", 12) == 2
