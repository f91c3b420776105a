"""Proposals out of texts that nobody wrote: whatever comes, the words of each stand where it says."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from dates import read_dates
from services.proposals import propose

DAY = dt.date(2024, 1, 25)
NAMES = ("the President", "Lindholm", "😀", "a(b", "İ")
PIECES = (
    *("On 23 January 2024 the ferry stopped.", "yesterday", "last Monday", "2023", "’90s", "1944–45", "3 May 2023.\nIt was"),
    *("May 3\n2023", "4 May 2018: ", "23. Januar 2022", "am Montag", "9 a.m.", "between 3 and 5 May 2021", "٢٠٢٤", "２０２４"),
    *("the President", "said", "was killed", "who died in", "Jan. 4", "LIMA, Jan. 20 (Wire) — ", "Ltd.", "A.", "Lindholm"),
    *(" ", "\t", "\n", "\n\n", "\r", "\r\n", "\f", "\x85", "\u2028", "\xa0", "\u200b", "\u202e", "\x00", "\ud800", "😀", "e\u0301"),
    *("“", "”", "(", ")", "—", "- ", "• ", "1) ", "|", "…", "!!!", "?", "<b>", "&amp;", "ﬁ", "ß", "İ", "a" * 50, "X" * 300),
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


@given(text=texts | st.text())
def test_words_of_a_proposal_stand_where_it_says(text: str) -> None:
    mentions = read_dates(text, DAY)
    found = propose(text, mentions, published=DAY, known=NAMES)
    for one in found:
        assert text[one.start : one.end] == one.quote == one.quote.strip() != ""
        assert text[one.mention.start : one.mention.end] == one.mention.text
        assert one.start <= one.mention.start <= one.mention.end <= one.end
        assert 0 < len(one.title) <= 82
        assert one.title == " ".join(one.title.split())
    keys = [(one.start, one.end, one.date.edtf) for one in found]
    assert len(set(keys)) == len(keys)
    assert [key[:2] for key in keys] == sorted(key[:2] for key in keys)


def test_title_that_begins_with_a_ligature_is_written_as_words_are() -> None:
    text = "ﬁve cows were found on 23 January 2024 by the river."
    (one,) = propose(text, read_dates(text, DAY), published=DAY)
    assert one.title == "Five cows were found by the river"


def test_sentence_without_an_end_is_cut_without_blanks() -> None:
    text = f"On 23 January 2024 the ferry was stopped{' and stopped' * 80}\t \t and then {'and gone ' * 40}"
    found = propose(text, read_dates(text, DAY), published=DAY)
    assert [one.quote for one in found] == [one.quote.strip() for one in found] != []
