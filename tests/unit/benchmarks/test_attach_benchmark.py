"""The pairs of accounts are read as they are written, and the right incident is offered for the unseen ones."""

import pytest

from benchmarks.attach import ACCOUNTS, HALVES, OTHERS, compare, proposal_of, read_pairs


@pytest.mark.parametrize("name", [*HALVES, *OTHERS])
def test_read_pairs_reads_every_block(name: str) -> None:
    pairs = read_pairs(ACCOUNTS / f"{name}.txt")
    written = (ACCOUNTS / f"{name}.txt").read_text(encoding="utf-8")
    assert len(pairs) == written.count("\nhave:") == written.count("\ntold ")
    assert sum(len(pair.near) for pair in pairs) == written.count("\nnear:")


def test_halves_have_sixty_pairs_or_more_and_nothing_in_common() -> None:
    dev, held_out = (read_pairs(ACCOUNTS / f"{name}.txt") for name in HALVES)
    assert min(len(dev), len(held_out)) >= 60
    assert not {pair.told for pair in dev} & {pair.told for pair in held_out}


def test_every_account_of_the_last_file_gives_a_proposal() -> None:
    assert all(proposal_of(pair) for pair in read_pairs(ACCOUNTS / "later.txt"))


def test_compare_finds_the_right_incident_among_three_in_nine_of_ten() -> None:
    pairs = read_pairs(ACCOUNTS / "later.txt")
    result = compare(pairs, pairs)
    for places in (result.places, result.crowded):
        assert sum(place > 0 for place in places) >= 0.9 * len(pairs)
