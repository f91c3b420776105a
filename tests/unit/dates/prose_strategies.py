"""Hypothesis strategies for prose: texts glued together from the words that the tables of a language know."""

import datetime as dt
from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st

from dates.prose.pattern import names_in
from dates.prose.tables import read_table, texts_of

NUMBERS = (
    "4", "9", "8", "12", "14", "16", "29", "30", "31", "60", "99", "007", "1,200", "2.5", "0300", "2400", "23rd", "4th", "31st",
    "8:30", "23:59:60", "24:00", "8am", "10-12", "9/11", "23.1.", "9.30",
)  # fmt: skip
YEARS = (
    "2014", "1999", "2024", "1000", "2199", "1990s", "30s", "'82", "'90s", "2024-01-23", "2023-02-29", "1/23/24", "23.1.2024",
    "2024-01-23T08:15:00+03:00", "2024-01-23T24:00:00Z", "0001-01-01", "9999-12-31", "499", "44",
)  # fmt: skip
SIGNS = (*",.-–—/():;$%#&“”é§\u00a0\n", "'s", "’s", "\n\n")
STRANGE = ("people", "said", "Baghdad", "xylophone", "visited", "Zzyx", "COVID-19", "A320", "ınci")
FAR = (dt.date(1, 1, 1), dt.date(1, 1, 3), dt.date(9999, 12, 31), dt.date(9999, 12, 28), dt.date(2024, 2, 29))
NEAR = dt.date(2024, 1, 23)
_CASES: tuple[Callable[[str], str], ...] = (str.strip, str.strip, str.strip, str.capitalize, str.upper)
_DATED = frozenset(["century", "centuries", "millennium", "millennia", "decade", "decades"])
_YEAR_CLASSES = frozenset(("ERA", "ADMARK", "TENSDECADE"))


@cache
def known_words(language: str = "en") -> tuple[str, ...]:
    """Every word of the tables."""
    table = read_table(language)
    texts = [
        *table["macros"].values(),
        *(text for line in [*table["rule"], *table["phrase"]] for text in texts_of(line)),
    ]
    words = {word for members in table["classes"].values() for word in members}
    named = {name[1:] for text in texts for name in names_in(text) if name.startswith("=")}
    return tuple(sorted(words | named))


@cache
def yearless_words(language: str = "en") -> tuple[str, ...]:
    """The words that name no year, nor anything that holds years."""
    classes = read_table(language)["classes"]
    years = _DATED.union(*(classes[name] for name in _YEAR_CLASSES if name in classes))
    return tuple(word for word in known_words(language) if word not in years and not word[-1].isdecimal())


def anchors() -> st.SearchStrategy[dt.date | dt.datetime | None]:
    """Days of publication, near and as far away as Python has them, moments with and without a zone, and none."""
    zones = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-11.5))])
    moments = st.datetimes(timezones=st.just(None)).flatmap(
        lambda one: zones.map(lambda zone: one.replace(tzinfo=zone))
    )
    return st.one_of(st.just(NEAR), st.sampled_from(FAR), st.dates(), moments, st.none())


def _glued(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    glue = st.sampled_from((" ", " ", " ", " ", " ", "", "-", ", ", "  ", "\n"))
    piece = st.tuples(words, st.sampled_from(_CASES), glue).map(lambda parts: parts[1](parts[0]) + parts[2])
    return st.lists(piece, max_size=24).map("".join)


def texts(language: str = "en") -> st.SearchStrategy[str]:
    """Word salad with plenty of dates in it."""
    known = st.sampled_from(known_words(language))
    months = st.sampled_from(
        ("January", "Feb.", "March", "May", "Sunday", "Tuesday", "to", "and", "between", "from", "the")
    )
    other = st.sampled_from((*SIGNS, *STRANGE))
    numbers = st.sampled_from((*NUMBERS, *YEARS))
    return _glued(st.one_of(known, known, months, numbers, numbers, other))


def yearless_texts(language: str = "en") -> st.SearchStrategy[str]:
    """The same without any word for a year."""
    known = st.sampled_from(yearless_words(language))
    return _glued(
        st.one_of(
            known, known, st.sampled_from((*NUMBERS[:12], "8:30", "8am")), st.sampled_from((*SIGNS, *STRANGE[:6]))
        )
    )
