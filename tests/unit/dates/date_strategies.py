"""Hypothesis strategies for EDTF texts of every level."""

from hypothesis import strategies as st

from dates import DateError, UncertainDate
from dates.bounds import utc_span
from dates.edtf import read_point

ZONES = ("", "", "Asia/Baghdad", "America/New_York", "Africa/Monrovia", "+03:00", "-11:30", "Z")
SIGNS = st.sampled_from(("", "", "", "?", "~", "%"))


def _years() -> st.SearchStrategy[str]:
    plain = st.integers(-9999, 9999).map(lambda year: f"-{-year:04}" if year < 0 else f"{year:04}")
    near = st.integers(2019, 2024).map(str)
    masked = st.tuples(st.sampled_from(("", "", "-")), st.from_regex(r"[0-9X]{4}", fullmatch=True)).map("".join)
    prefixed = st.from_regex(r"Y-?[1-9][0-9]{4,13}", fullmatch=True)
    powers = st.from_regex(r"Y-?[1-9][0-9]{0,3}E[0-9]{1,2}", fullmatch=True)
    return st.one_of(near, near, plain, masked, prefixed, powers)


def _months() -> st.SearchStrategy[str]:
    return st.one_of(st.integers(1, 12).map(lambda month: f"{month:02}"), st.sampled_from(("0X", "1X", "X2", "XX")))


def _days() -> st.SearchStrategy[str]:
    return st.one_of(
        st.integers(1, 31).map(lambda day: f"{day:02}"),
        st.sampled_from(("01", "31", "0X", "1X", "2X", "3X", "X9", "XX")),
    )


def _times() -> st.SearchStrategy[str]:
    clock = st.sampled_from(("T00", "T08", "T23", "T00:00", "T18:30", "T23:59:59", "T01:02:03", "T23:59:60"))
    return st.tuples(clock, st.sampled_from(("", "", "Z", "+03:00", "-05:30", "+04"))).map("".join)


@st.composite
def point_texts(draw: st.DrawFn) -> str:
    """One date that exists."""
    year, shape = draw(_years()), draw(st.integers(0, 6))
    signs = [draw(SIGNS) for _ in range(3)]
    if shape == 0:
        significance = draw(st.sampled_from(("", "S1", "S2", "S4")))
        text = year + significance + signs[0]
    elif shape == 1:
        text = f"{year}-{draw(st.integers(21, 41))}{signs[1]}"
    elif shape == 2:
        text = f"{year}{signs[0]}-{signs[1]}{draw(_months())}"
    elif shape == 3:
        text = f"{year}-{draw(_months())}-{draw(_days())}{draw(_times())}"
    elif shape == 4:
        text = f"{signs[0]}{year}-{signs[1]}{draw(_months())}-{signs[2]}{draw(_days())}"
    else:
        text = f"{year}-{draw(_months())}-{draw(_days())}{signs[2]}"
    try:
        UncertainDate(text)
    except DateError:
        return draw(st.sampled_from(("2023-10-1X~", "2019-37~", "199X", "2024-01-20", "2023?", "2023-12-31", "1950S2")))
    return text


def _first_second(text: str) -> int:
    """Not clamped: two years beyond the clamps still have an order."""
    return utc_span(read_point(text), "")[0]


@st.composite
def edtf_texts(draw: st.DrawFn) -> str:
    """Any EDTF text: a date, an interval, a set."""
    shape = draw(st.integers(0, 8))
    if shape <= 2:
        return draw(point_texts())
    start, end = sorted((draw(point_texts()), draw(point_texts())), key=_first_second)
    forms = (
        f"{start}/{end}",
        draw(st.sampled_from((f"{start}/..", f"{start}/", f"../{end}", f"/{end}"))),
        draw(st.sampled_from((f"[..{end}]", f"[{start}..]"))),
        f"[{start}..{end}]",
        draw(st.sampled_from((f"[{start},{end}]", f"{{{start},{end}}}", f"[{end},{start},{end}]"))),
        draw(st.sampled_from((f"{{{start}..{end}}}", f"{{..{end}}}", f"[..{start},{end}]", f"[{start},{end}..]"))),
    )
    return forms[shape - 3]


@st.composite
def uncertain_dates(draw: st.DrawFn) -> UncertainDate:
    """Any value, undated ones too."""
    text = draw(st.one_of(edtf_texts(), edtf_texts(), edtf_texts(), st.just("")))
    return UncertainDate(text, "", draw(st.sampled_from(ZONES)))
