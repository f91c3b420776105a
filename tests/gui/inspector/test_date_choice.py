"""Which dates of the quotes are offered to an incident, and which are not."""

import pytest

from dates import UncertainDate
from dates.mention import Basis, DateMention, DateRange, MentionKind, Reason, TimexType
from gui.inspector.date_choice import QuotedDate, choose_dates, quoted_dates
from models.enums import Stance

CALENDAR = Reason(MentionKind.CALENDAR, "test")


def mention(start: int, end: int, edtf: str, reason: Reason = CALENDAR, span: DateRange | None = None) -> DateMention:
    date = UncertainDate(edtf) if edtf else None
    return DateMention(start, end, "", TimexType.DATE, edtf, date, reason, span)


def quoted(edtf: str, words: str = "then", stance: Stance = Stance.SUPPORTS) -> QuotedDate:
    return QuotedDate(words, UncertainDate(edtf, as_written=words), mention(0, 1, edtf), stance)


def offered(found: list[QuotedDate], current: str, as_written: str = "") -> list[str]:
    return [quote.date.edtf for quote in choose_dates(found, UncertainDate(current, as_written))]


def test_dates_keep_the_words_that_give_them() -> None:
    text = "It was shut on 4\n  January."
    (found,) = quoted_dates([mention(15, 26, "2024-01-04")], text, Stance.QUALIFIES)
    assert found.words == found.date.as_written == "4 January"
    assert found.stance is Stance.QUALIFIES


def test_both_ends_of_a_stretch_give_one_date() -> None:
    text = "from 4 to 9 January"
    span = DateRange(0, 19, UncertainDate("2024-01-04/2024-01-09"))
    ends = [mention(5, 6, "2024-01-04", span=span), mention(10, 19, "2024-01-09", span=span)]
    (found,) = quoted_dates(ends, text, Stance.SUPPORTS)
    assert (found.words, found.date.edtf) == (text, "2024-01-04/2024-01-09")
    assert found.mention.range is None  # the reason would name the offered date once more


def test_words_that_give_no_certain_date_are_left_out() -> None:
    lengths = mention(0, 3, "")
    vague = mention(0, 3, "2024", Reason(MentionKind.REFERENCE, "now"))
    open_year = mention(0, 3, "XXXX-01-04", Reason(MentionKind.PARTIAL, "day", Basis.NOTHING))
    assert quoted_dates([lengths, vague, open_year], "now", Stance.SUPPORTS) == []


def test_undated_incident_is_offered_days_before_months() -> None:
    assert offered([quoted("2024-01"), quoted("2024-01-21"), quoted("2024-01-21")], "") == ["2024-01-21"]
    assert offered([quoted("2019"), quoted("2024-01")], "") == ["2024-01", "2019"]
    days = [quoted("2024-01-23", stance=Stance.CONTRADICTS), quoted("2024-01-21"), quoted("2024-01-20")]
    assert offered(days, "") == ["2024-01-21", "2024-01-20"]


@pytest.mark.parametrize(
    ("current", "given"),
    [
        ("2024", "2024-03-04"),
        ("2024-01", "2024-01-21"),
        ("2024-02", "2024-02-05/2024-02-09"),
        ("2023-10-1X~", "2023-10-14"),
        ("[2024-01-04..2024-01-09]", "2024-01-05"),
        ("2024-01-21", "2024-01-21T08:00"),
    ],
)
def test_date_that_is_not_known_exactly_is_offered_a_finer_one(current: str, given: str) -> None:
    assert offered([quoted(given)], current) == [given]


@pytest.mark.parametrize(
    ("current", "given"),
    [
        ("2024-01-21", "2024-01-21"),
        ("2024-01-21T08:00", "2024-01-21"),
        ("2024-01-21", "2024-01"),
        ("2024-01", "2024"),
        ("2024", "2024-03"),
        ("2024-01", "2024-01-21?"),
        ("2024-01-04/2024-01-09", "2024-01-05"),
    ],
)
def test_date_that_agrees_is_left_in_peace(current: str, given: str) -> None:
    assert offered([quoted(given)], current) == []


def test_day_beside_the_incidents_own_is_offered_as_it_may_be_a_slip() -> None:
    assert offered([quoted("2024-01-21", "Sunday")], "2024-01-20") == ["2024-01-21"]
    assert offered([quoted("2024-01-21", "Sunday")], "2024-01-20", "Sunday") == []  # decided already
    assert offered([quoted("2024-01-21"), quoted("2024-01-20")], "2024-01-20") == []  # another quote says it
    assert offered([quoted("2024-01-21", stance=Stance.CONTRADICTS)], "2024-01-20") == []
    assert offered([quoted("2024-03-21")], "2024-01-20") == []  # another day's news
    assert offered([quoted("2024-02")], "2024-01-31") == []
