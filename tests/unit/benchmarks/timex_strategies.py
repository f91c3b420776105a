"""Random articles with gold and read expressions, of the traps that a scorer meets: overlaps, nests and repeats."""

from hypothesis import strategies as st

from benchmarks.timeml import Article, Timex

WORDS = "The ferry left on Monday and came back two days later in May of that year, as ever. "
VALUES = st.sampled_from(("2024-01-22", "2024-05", "2024", "P2D", "PRESENT_REF", "BC0490", "2024-01-22TMO", ""))
TYPES = st.sampled_from(("DATE", "TIME", "DURATION", "SET"))


def make_timex(start: int, length: int, value: str, timex_type: str) -> Timex:
    return Timex(start, min(start + length, len(WORDS)), value, timex_type)


timexes = st.builds(make_timex, st.integers(0, len(WORDS) - 2), st.integers(1, 30), VALUES, TYPES)


def is_solid(timex: Timex) -> bool:
    words = WORDS[timex.start : timex.end]
    return words == words.strip() and bool(words)


gold_lists = st.lists(timexes.filter(is_solid), max_size=8, unique=True).map(sorted)
articles = gold_lists.map(lambda gold: Article("ferry", "2024-01-23", WORDS, tuple(gold)))
readings = st.lists(timexes, max_size=8)
