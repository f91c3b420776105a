"""Why a mention has its value: one line that a reporter understands at once."""

import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import UncertainDate, read_dates
from dates.explain import explain_mention
from dates.mention import Basis, Cue, DateMention, DateRange, Direction, MentionKind, Reason, TimexType
from tests.unit.dates.prose_cases import load_cases

PUBLISHED = UncertainDate("2024-01-23")
VALUES = (
    *("2024-01-21", "2024-01-23", "2023-05", "2019", "198", "18", "BC0490", "2024-W03", "2024-W04-WE", "2023-SU"),
    *("2023-Q4", "2024-H1", "2024-01-23T08:00", "2024-01-23TNI", "XXXX-01-23", "XXXX-05", "XXXX-WXX-7", "XXXX-WXX"),
    *(
        "XXXX-XX-XXT08:00",
        "T08:00",
        "XXXX-SU",
        "PXD",
        "P5Y",
        "PT24H",
        "XXXX-WXX-1",
        "PRESENT_REF",
        "PAST_REF",
        "FUTURE_REF",
    ),
    *("9999-12-31", "0000", "2024-13-45", "2024-W99", "", "nonsense"),
)
ORIGINS = (
    "2024-01-23",
    "2024-01-23T15:00Z",
    "2024-01",
    "2023",
    "198X",
    "2023-22",
    "2023-10-1X~",
    "[2014..2016]",
    "-0489",
)
CODES = re.compile(r"_|\bXX|PRESENT|PAST\b|FUTURE\b|None|[{}]|rule-name|(?!UTC)[A-Z]{3}")


def mention_of(
    kind: MentionKind,
    value: str,
    basis: Basis,
    direction: Direction = Direction.NONE,
    cue: Cue = Cue.NONE,
    origin: UncertainDate | None = PUBLISHED,
) -> DateMention:
    reason = Reason(kind, "rule-name", basis, direction, cue, origin)
    return DateMention(0, 4, "word", TimexType.DATE, value, None, reason)


def assert_readable(line: str) -> None:
    assert not CODES.search(line)
    assert line == " ".join(line.split())
    assert 10 < len(line) <= 160
    assert line[-1] not in ",:;"


@pytest.mark.parametrize("kind", MentionKind)
def test_explain_gives_a_readable_line_for_every_reason(kind: MentionKind) -> None:
    for basis, direction, cue in product(Basis, Direction, Cue):
        for value in ("2024-01-21", "2023-05", "XXXX-WXX-7"):
            assert_readable(explain_mention(mention_of(kind, value, basis, direction, cue)))


@given(
    kind=st.sampled_from(MentionKind),
    value=st.sampled_from(VALUES),
    basis=st.sampled_from(Basis),
    direction=st.sampled_from(Direction),
    cue=st.sampled_from(Cue),
    origin=st.one_of(st.none(), st.sampled_from(ORIGINS).map(UncertainDate)),
)
def test_explain_gives_a_readable_line_for_every_value(
    kind: MentionKind, value: str, basis: Basis, direction: Direction, cue: Cue, origin: UncertainDate | None
) -> None:
    assert_readable(explain_mention(mention_of(kind, value, basis, direction, cue, origin)))


K, P, B = MentionKind, Basis.PUBLICATION, Direction.BEFORE


@pytest.mark.parametrize(
    ("mention", "line"),
    [
        (
            mention_of(K.WEEKDAY, "2024-01-21", P, B, Cue.PAST_TENSE),
            "weekday in the past tense: last Sunday before 23 January 2024",
        ),
        (
            mention_of(K.WEEKDAY, "2024-01-26", P, Direction.AFTER, Cue.FUTURE_TENSE),
            "weekday in a sentence about the future: next Friday after 23 January 2024",
        ),
        (
            mention_of(K.WEEKDAY, "2024-01-21", P, B, Cue.CUSTOM),
            "weekday, past or future not said (news look back): last Sunday before 23 January 2024",
        ),
        (
            mention_of(K.WEEKDAY, "2024-01-23", P, Direction.SAME, Cue.PAST_TENSE),
            "weekday in the past tense: the day of publication, itself a Tuesday",
        ),
        (
            mention_of(K.WEEKDAY, "2024-01-25", P, Direction.SAME, Cue.WORD),
            "weekday: same week as 23 January 2024",
        ),
        (
            mention_of(K.WEEKDAY, "2024-01-14", P, B, Cue.WORD),
            "weekday: nine days before 23 January 2024",
        ),
        (
            mention_of(K.PARTIAL, "2023-05", P, B, Cue.NEAREST),
            "month without a year: the nearest, looking back from 23 January 2024",
        ),
        (
            mention_of(K.PARTIAL, "2024-01-21", P, B, Cue.PAST_TENSE),
            "day without a year, in the past tense: last 21 January before 23 January 2024",
        ),
        (mention_of(K.RELATIVE_DAY, "2024-01-22", P, B, Cue.WORD), "the day before 23 January 2024"),
        (mention_of(K.RELATIVE_DAY, "2024-01-23TNI", P, Direction.SAME), "23 January 2024, the day of publication"),
        (mention_of(K.RELATIVE_DAY, "2024-01-22", P, B, origin=None), "reckoned back from the day of publication"),
        (mention_of(K.THIS_UNIT, "2023-12", P, B, Cue.WORD), "the month before January 2024"),
        (mention_of(K.THIS_UNIT, "2024-W03", P, B, Cue.WORD), "the week before that of 23 January 2024"),
        (mention_of(K.THIS_UNIT, "2024", P, Direction.SAME), "the year of 23 January 2024"),
        (mention_of(K.THIS_UNIT, "2023-SU", P, B), "the summer before 23 January 2024"),
        (mention_of(K.THIS_UNIT, "2019-SU", P, B), "reckoned back from 23 January 2024"),
        (mention_of(K.OFFSET, "2021", P, B), "three years before 2024"),
        (mention_of(K.OFFSET, "2023-11-23", P, B), "61 days before 23 January 2024"),
        (mention_of(K.OFFSET, "18", P, B), "two centuries before the 21st century"),
        (mention_of(K.CALENDAR, "2024-01-23", Basis.WORDS), "written in full"),
        (mention_of(K.CALENDAR, "2019", Basis.WORDS), "year as written"),
        (mention_of(K.DURATION, "P3D", Basis.WORDS), "a length of time, not a date"),
        (mention_of(K.DURATION, "P5Y", P, B), "a length of time up to 23 January 2024, not a date"),
        (mention_of(K.REFERENCE, "PAST_REF", P), "some time in the past, not said when"),
        (mention_of(K.SAME, "PAST_REF", Basis.WORDS), "some time in the past, not said when"),
        (mention_of(K.SET, "XXXX-WXX-1", Basis.WORDS), "something that repeats, not one date"),
        (mention_of(K.SEASON, "2023-SU", P, B), "season without a year: last summer before 23 January 2024"),
        (mention_of(K.DECADE, "201", P, B, Cue.WORD), "the decade before the 2020s"),
        (
            mention_of(K.CLOCK, "2024-01-23T08:00", P, Direction.SAME),
            "time of day: 23 January 2024, the day of publication",
        ),
    ],
)
def test_explain_tells_what_was_counted_and_from_where(mention: DateMention, line: str) -> None:
    assert explain_mention(mention) == line


@pytest.mark.parametrize(
    ("origin", "value", "kind", "line"),
    [
        ("2024-01-04", "2024-01-06", K.OFFSET, "two days after 4 January 2024, the date mentioned before"),
        ("2023", "2024", K.THIS_UNIT, "the year after 2023, the date mentioned before"),
        ("1942-01-0X~", "1943", K.THIS_UNIT, "the year after 1942, the date mentioned before"),
        ("-0511", "BC0511", K.THIS_UNIT, "the year after 512 BC, the date mentioned before"),
        (
            "[1918-08-19..1918-08-25]",
            "1918-W35",
            K.THIS_UNIT,
            "the week after that of 19 to 25 August 1918, the date mentioned before",
        ),
        ("1861-07", "1861-07-25", K.SAME, "within July 1861, the date mentioned before"),
        ("1972", "1972-XX-XXTNI", K.SAME, "1972, the date mentioned before"),
        ("1918", "1918-10", K.SAME, "within 1918, the date mentioned before"),
        (
            "-0403",
            "BC0396",
            K.CALENDAR,
            "number read as a year: near 404 BC, the date mentioned before",
        ),
        ("2024-03", "2024-XX-XX", K.OFFSET, "day not known: counted from March 2024, the date mentioned before"),
        ("2019", "2019-WXX", K.THIS_UNIT, "week not known: counted from 2019, the date mentioned before"),
        ("-0489", "XXXX", K.DECADE, "reckoned ahead from 490 BC, the date mentioned before"),
        ("2024-01", "2024-01-05", K.OFFSET, "reckoned ahead from January 2024, the date mentioned before"),
        (
            "2003-05",
            "2003-07",
            K.PARTIAL,
            "month without a year: same year as May 2003, the date mentioned before",
        ),
        ("2024-01-04T08:00", "2024-01-04", K.SAME, "4 January 2024, the date mentioned before"),
    ],
)
def test_explain_names_a_date_mentioned_before(origin: str, value: str, kind: MentionKind, line: str) -> None:
    direction = Direction.SAME if kind is K.SAME else Direction.AFTER
    mention = mention_of(kind, value, Basis.PREVIOUS, direction, Cue.WORD, UncertainDate(origin))
    assert explain_mention(mention) == line


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("XXXX-WXX-7", "day"),
        ("XXXX-XX-XXT08:00", "day"),
        ("T08:00", "day"),
        ("XXXX-WXX", "week"),
        ("XXXX-XX-23", "month"),
        ("XXXX-01-23", "year"),
        ("XXXX-SU", "year"),
        ("1915-XX-XX", "day"),
        ("2024-QX", "quarter"),
    ],
)
def test_explain_says_which_part_is_left_open(value: str, part: str) -> None:
    line = explain_mention(mention_of(K.CLOCK, value, Basis.NOTHING, origin=None))
    assert line == f"{part} not known from the text, and no date to reckon it from"


@pytest.mark.parametrize(
    ("kind", "value", "direction", "origin", "line"),
    [
        (K.WEEKDAY, "2024-01-14", B, "2024-01-23", "weekday: nine days before 23 January 2024"),
        (K.PARTIAL, "2021-05", B, "2024-01-23", "month without a year: three years before 2024"),
        (K.PARTIAL, "2024-01-21", Direction.AFTER, "2024-01-23", "day without a year: same year as 23 January 2024"),
        (K.DAY_OF_MONTH, "2023-10-21", B, "2024-01-23", "day without its month: 94 days before 23 January 2024"),
        (K.WEEKDAY, "2024-02-08", Direction.SAME, "2024-01-23", "weekday: 16 days after 23 January 2024"),
        (K.PARTIAL, "1965-03", Direction.SAME, "194X", "month without a year: reckoned from the 1940s"),
        (K.WEEKDAY, "2024-01-25", Direction.SAME, "2024", "weekday: reckoned from 2024"),
        (K.SEASON, "2019-SU", B, "2024-01-23", "season without a year: five years before 2024"),
    ],
)
def test_explain_says_last_and_next_only_where_it_is_true(
    kind: MentionKind, value: str, direction: Direction, origin: str, line: str
) -> None:
    assert explain_mention(mention_of(kind, value, P, direction, origin=UncertainDate(origin))) == line


@pytest.mark.parametrize(
    ("value", "origin", "line"),
    [
        (
            "2019-03-08T01:40Z",
            "2019-03-07T22:40Z",
            "three hours after 7 March 2019, 22:40 (UTC), the date mentioned before",
        ),
        ("2019-03-07T22:10", "2019-03-07T22:40", "30 minutes before 7 March 2019, 22:40, the date mentioned before"),
        ("2019-03-07T23:40", "2019-03-07T22:40", "one hour after 7 March 2019, 22:40, the date mentioned before"),
        ("2019-03-07T22:40", "2019-03-07T22:40", "7 March 2019, 22:40, the date mentioned before"),
        ("2019-03-07T23:40", "2019-03-07", "reckoned ahead from 7 March 2019, the date mentioned before"),
    ],
)
def test_explain_counts_hours_and_minutes(value: str, origin: str, line: str) -> None:
    mention = mention_of(K.OFFSET, value, Basis.PREVIOUS, Direction.AFTER, Cue.WORD, UncertainDate(origin))
    assert explain_mention(replace(mention, date=UncertainDate(value))) == line


def test_explain_goes_by_the_type_of_the_value() -> None:
    for type_, value, line in (
        (TimexType.DURATION, "P1Y", "a length of time up to 23 January 2024, not a date"),
        (TimexType.SET, "P1Y", "something that repeats, not one date"),
        (TimexType.DATE, "PAST_REF", "some time before 23 January 2024"),
    ):
        assert explain_mention(replace(mention_of(K.OFFSET, value, P, B), timex_type=type_)) == line


def test_explain_names_the_whole_where_nothing_of_it_is_known() -> None:
    for kind, part in ((K.RELATIVE_DAY, "day"), (K.THIS_UNIT, "date"), (K.CALENDAR, "year")):
        line = explain_mention(mention_of(kind, "XXXX", Basis.NOTHING, origin=None))
        assert line == f"{part} not known from the text, and no date to reckon it from"


def test_explain_tells_a_vague_distance_from_where_it_is_known() -> None:
    later = mention_of(K.OFFSET, "FUTURE_REF", Basis.PREVIOUS, Direction.AFTER, Cue.WORD, UncertainDate("1917-03"))
    assert explain_mention(later) == "some time after March 1917, the date mentioned before"
    adrift = mention_of(K.OFFSET, "FUTURE_REF", Basis.NOTHING, Direction.AFTER, Cue.WORD, origin=None)
    assert explain_mention(adrift) == "some time after another date, not said which"


def test_explain_names_the_stretch_that_a_mention_is_an_end_of() -> None:
    one = mention_of(K.DAY_OF_MONTH, "2024-01-04", Basis.WORDS)
    stretch = DateRange(0, 20, UncertainDate("2024-01-04/2024-01-09"))
    assert (
        explain_mention(replace(one, range=stretch))
        == "day whose month stands beside it; whole stretch: 4 to 9 January 2024"
    )


def test_explain_says_which_end_of_the_day_midnight_is() -> None:
    line = explain_mention(mention_of(K.WEEKDAY, "2024-01-21T24:00", P, B, Cue.PAST_TENSE))
    assert line == ("weekday in the past tense: last Sunday before 23 January 2024; midnight at the end of the day")


def test_explain_calls_a_stretch_open_where_it_has_one_end_only() -> None:
    since = mention_of(K.CALENDAR, "2023-10", Basis.WORDS)
    line = explain_mention(replace(since, range=DateRange(0, 20, UncertainDate("2023-10/.."))))
    assert line == "month and year as written; open stretch: from October 2023"


def test_explain_warns_of_figures_that_can_be_read_in_two_ways() -> None:
    figures = replace(mention_of(K.CALENDAR, "2023-03-04", Basis.WORDS), text="03/04/2023")
    assert explain_mention(replace(figures, date=UncertainDate("2023-03-04"))) == "written in full"
    unsure = explain_mention(replace(figures, date=UncertainDate("2023-03-04?")))
    assert unsure == "written in figures: day and month may be the other way round"


def test_explain_gives_a_readable_line_for_every_date_of_the_tables() -> None:
    for case in load_cases():
        for mention in read_dates(case.text, case.anchor):
            assert_readable(explain_mention(mention))
