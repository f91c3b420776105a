"""Near-duplicate documents: wire copies are found and named by one origin, shared boilerplate is not enough."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from dates import UNDATED, UncertainDate
from models.proposals import NearDuplicate
from services.near_duplicates import LEAST, SketchedDocument, find_duplicates, sketch

WIRE = """A freight train carrying timber left the rails outside Ostrava Mills late on Tuesday, closing the main line in both
directions for at least three days. Nobody was hurt. The driver told investigators that the brakes of the fourth wagon
had failed on the long descent, and that he had reported the fault twice in the spring.

The rail office sent two cranes from the capital. Its head, Ilona Prest, said that the wagons were overdue for inspection
and that she had asked for money in every budget since the line was opened again. The ministry did not answer questions.

Passengers were carried by bus. The miller's union said that its plant would run out of logs by Friday and that four hundred
people might be sent home. Prices at the timber exchange rose by a tenth before noon and then fell back.

It was the third accident on the descent in two years. In the first, a signal box was destroyed; in the second, a repair
crew escaped because the foreman had forgotten his gloves and called them back to the hut.
"""
LOCAL = "Readers in our own valley will remember the old viaduct. The parish choir has put off its outing to the mill. "
BOILERPLATE = """Jana Holm covers courts and councils for the Valley Courier. She joined the paper after ten years at the regional
radio and may be reached at the newsroom. Support independent reporting in the valley: subscribe to our letter, which comes every
Friday and costs nothing. The Valley Courier follows the code of the press council; complaints go to the ombudsman."""


def words(seed: int, count: int) -> str:
    """Invented prose that shares nothing with other seeds."""
    pick = random.Random(seed)
    return " ".join("".join(pick.choices("bcdfgklmnprst", k=2)) + pick.choice("aeiou") * 2 for _ in range(count))


def document(number: int, text: str, published: str = "", republishes: int | None = None) -> SketchedDocument:
    date = UncertainDate(published) if published else UNDATED
    return SketchedDocument(number, f"Source {number}", sketch(text), date, number, republishes)


def pairs(found: Sequence[NearDuplicate]) -> set[tuple[int, int]]:
    return {(one.source_id, one.origin_id) for one in found}


def test_find_duplicates_of_cut_and_extended_wire_copies_names_the_earliest() -> None:
    paragraphs = WIRE.split("\n\n")
    cut = "Train derails near mills\n\n" + "\n\n".join(paragraphs[:2])
    local = "Valley line shut\n\n" + LOCAL + "\n\n" + "\n\n".join(paragraphs[:3])
    found = find_duplicates(
        [
            document(1, words(5, 200), "2024-03-01"),
            document(2, cut, "2024-03-07"),
            document(3, WIRE, "2024-03-06"),
            document(4, local, "2024-03-08"),
        ]
    )
    assert pairs(found) == {(2, 3), (4, 3)}
    assert all(one.overlap >= LEAST for one in found)


def test_find_duplicates_with_shared_boilerplate_finds_none() -> None:
    texts = [words(seed, 150) + "\n\n" + BOILERPLATE for seed in range(6)]
    assert find_duplicates(document(number, text) for number, text in enumerate(texts)) == ()


def test_find_duplicates_of_short_notes_with_a_longer_footer_finds_none() -> None:
    notes = [words(20, 45) + "\n\n" + BOILERPLATE, words(21, 40) + "\n\n" + BOILERPLATE]
    assert find_duplicates(document(number, text) for number, text in enumerate(notes)) == ()


def test_find_duplicates_without_days_takes_the_fuller_text_as_origin() -> None:
    cut = "\n\n".join(WIRE.split("\n\n")[:1])
    assert pairs(find_duplicates([document(1, cut), document(2, WIRE)])) == {(1, 2)}


def test_find_duplicates_of_a_source_that_republishes_offers_others_its_origin() -> None:
    found = find_duplicates([document(1, words(3, 150)), document(2, WIRE, republishes=1), document(3, WIRE)])
    assert pairs(found) == {(3, 1)}


def test_find_duplicates_of_empty_and_tiny_texts_finds_none() -> None:
    assert (
        find_duplicates([document(1, ""), document(2, ""), document(3, "No text."), document(4, "Nothing here.")]) == ()
    )


@given(st.lists(st.integers(0, 6), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_find_duplicates_of_exact_copies_in_any_order_names_one_origin_each(
    seeds: list[int], pick: random.Random
) -> None:
    documents = [document(number, words(seed, 60)) for number, seed in enumerate(seeds)]
    shuffled = documents.copy()
    pick.shuffle(shuffled)
    expected = {(number, seeds.index(seed)) for number, seed in enumerate(seeds) if seeds.index(seed) != number}
    assert pairs(find_duplicates(shuffled)) == expected


@given(st.text(max_size=3_000), st.text(max_size=400))
def test_sketch_of_any_text_is_small_and_an_origin_is_no_copy(text: str, more: str) -> None:
    made = sketch(text + more)
    assert len(made.marks) <= 192
    found = find_duplicates([document(1, text), document(2, text + more), document(3, more)])
    assert not {one.origin_id for one in found} & {one.source_id for one in found}
    assert all(0.0 <= one.overlap <= 1.0 and one.source_id != one.origin_id for one in found)
