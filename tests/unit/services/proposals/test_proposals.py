"""Proposals: what a careful reader lists is among them, little else, and every quote stands where it says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dates import read_dates
from models.proposals import Proposal, Rank
from services.proposals import propose
from tests.unit.services.proposals.articles import ARTICLES, Article
from tests.unit.services.proposals.further_texts import FURTHER
from tests.unit.services.proposals.registers import REGISTERS

DAY = dt.date(2024, 1, 23)


def proposed(text: str, published: dt.date | None = DAY, *known: str, language: str = "en") -> tuple[Proposal, ...]:
    mentions = read_dates(text, published, language=language)
    return propose(text, mentions, published=published, language=language, known=known)


def matched(article: Article) -> tuple[int, int]:
    """How many listed incidents were found, and how many proposals are none."""
    left = list(proposed(article.text, article.published))
    count = len(left)
    for edtf, words in article.incidents:
        hits = [one for one in left if one.date.edtf.startswith(edtf) and words in " ".join(one.quote.split())]
        if hits:
            left.remove(hits[0])
    return count - len(left), len(left)


@pytest.mark.parametrize("articles", [ARTICLES, REGISTERS, FURTHER], ids=["news", "registers", "further"])
def test_proposals_hold_what_a_careful_reader_lists(articles: tuple[Article, ...]) -> None:
    found = {article.name: matched(article) for article in articles}
    listed = sum(len(article.incidents) for article in articles)
    assert sum(true for true, _ in found.values()) >= 0.9 * listed, found
    assert all(junk <= true for true, junk in found.values()), found


@pytest.mark.parametrize("article", ARTICLES + REGISTERS + FURTHER, ids=lambda article: article.name)
def test_proposals_stand_where_they_say_in_order(article: Article) -> None:
    found = proposed(article.text, article.published)
    assert all(article.text[one.start : one.end] == one.quote for one in found)
    assert all(one.start <= one.mention.start and one.mention.end <= one.end for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(0 < len(one.title) <= 80 for one in found)
    names = [name for one in found for name in (*one.places, *one.names)]
    assert all(name in " ".join(article.text.split()) for name in names)


_WORDS = ("On 4 May 2021 ", "fire burned ", "Jan. 4", "U.S. ", "“", "”", ". ", "said ", "- ", "Sunday", "é")
_PIECES = st.sampled_from((*_WORDS, "\n", "\r\n", "\n\n", "\x00", "\f"))


@given(st.lists(_PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_proposals_of_any_text_quote_it(text: str) -> None:
    for one in proposed(text):
        assert text[one.start : one.end] == one.quote
        assert one.start <= one.mention.start < one.mention.end <= one.end
        assert 0 < len(one.title) <= 80


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open on Friday.",
        "He slept for three hours every Monday.",
        "“We are ready,” the mayor said on Monday.",
        "Copyright 2023 Harwick Echo, all rights reserved.",
        "Published 23 January 2024",
        "Updated: 4:00 PM – Tuesday, January 23, 2024",
        "By Nora Feldt, 21 January 2024",
        "Related: How the mill was sold, 4 May 2021",
        "This photo taken on 8 July 2021 shows the mill.",
        "It was the worst flood since 1954.",
        "Prices were higher than in 2019.",
        "A painting by Jan Verhoek was sold.",
        "The 2018 law allows ten years.",
        "",
        "\x00\x01\xff" * 50,
    ],
)
def test_propose_leaves_out_what_did_not_happen_then(text: str) -> None:
    assert proposed(text) == ()


def test_propose_without_a_day_of_publication_leaves_plans_out() -> None:
    found = proposed("The mill burned on 3 May 2021. It will open on 4 May 2031.", None)
    assert [one.date.edtf for one in found] == ["2021-05-03"]


def test_propose_takes_the_better_date_than_that_of_the_report() -> None:
    (one,) = proposed("Police said on Monday that the mill burned on 3 January 2024.")
    assert (one.date.edtf, one.rank) == ("2024-01-03", Rank.STATED)


def test_propose_ranks_the_date_of_a_report_lower() -> None:
    (one,) = proposed("Two people were found in the mill, police said on Monday.")
    assert (one.date.edtf, one.rank, one.title) == ("2024-01-22", Rank.REPORTED, "Two people were found in the mill")


def test_propose_ranks_captions_lower() -> None:
    (one,) = proposed("Fire destroyed the mill on Monday. (Photo by A. Reyes / Delm Post)")
    assert one.rank is Rank.CAPTION


def test_propose_gives_two_where_a_sentence_dates_two_things() -> None:
    first, second = proposed("Troops left the town on Sunday, after rebels seized the bridge on 4 January.")
    assert (first.date.edtf, first.title) == ("2024-01-21", "Troops left the town")
    assert (second.date.edtf, second.title) == ("2024-01-04", "Rebels seized the bridge")
    assert first.quote == second.quote


def test_propose_takes_the_whole_of_a_stretch() -> None:
    (one,) = proposed("The river flooded eleven villages between 4 and 9 January 2024.")
    assert one.date.edtf.startswith("[") or "/" in one.date.edtf


def test_propose_tells_a_repeated_sentence_once() -> None:
    assert len(proposed("The mill burned on Sunday.\n\nThe mill burned on Sunday.\n")) == 1


def test_propose_reads_german_by_its_dates() -> None:
    (one,) = proposed("Am 21. Januar 2024 brannte die Mühle in Delm. Niemand starb.", language="de")
    assert (one.date.edtf, one.quote) == ("2024-01-21", "Am 21. Januar 2024 brannte die Mühle in Delm.")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("On Tuesday, the council closed the bridge.", "The council closed the bridge"),
        ("However, on 4 January 2024 a drone hit the mill.", "A drone hit the mill"),
        ("Officials said that the dam broke on Sunday.", "The dam broke"),
        ("According to the army, rockets hit the base on Sunday.", "Rockets hit the base"),
        ("The mill burned on Sunday, the fire service said.", "The mill burned"),
        ("“Soldiers entered the town on Sunday,” a resident told the Echo.", "Soldiers entered the town"),
    ],
)
def test_title_is_what_happened_without_date_and_witness(sentence: str, title: str) -> None:
    assert [one.title for one in proposed(sentence)] == [title]


def test_title_is_cut_at_a_word() -> None:
    (one,) = proposed("On Sunday " + "soldiers burned very many old wooden houses and stables " * 4 + "there.")
    assert one.title.startswith("Soldiers burned very many")
    assert f"{one.title.lower()} " in one.quote.lower()


def test_names_are_told_from_places_and_from_openers() -> None:
    text = "Later Gen. Mark Hale flew to Oslo and met Lina Moro from the U.N. in Port Clare on Sunday. Villagers from Delm left."
    (one,) = proposed(text)
    assert one.names[:1] == ("Gen. Mark Hale",)
    assert "Lina Moro" in one.names
    assert one.places == ("Port Clare",)


def test_names_that_are_known_are_found_as_they_are_known() -> None:
    (one,) = proposed("Fishers of Greater Delm Harbour Union struck on Sunday.", DAY, "Delm Harbour Union", "Fishers")
    assert one.names == ("Fishers", "Delm Harbour Union")


@pytest.mark.parametrize("piece", ["on 3 May 2021 ", "A.A. ", "(", "”", "- ", "\n", "Aa ", ". "])
def test_propose_takes_two_megabytes_of_anything(piece: str) -> None:
    text = "The mill burned on 3 May 2021. " + piece * (2_000_000 // len(piece))
    mentions = read_dates(text[:200], None)
    found = propose(text, mentions)
    assert all(text[one.start : one.end] == one.quote and len(one.quote) <= 1_000 for one in found)


def test_propose_gives_one_for_each_of_many_sentences() -> None:
    sentence = "On 3 May 2021 fire {} destroyed a mill in Delm. "
    parts = [sentence.format(number) for number in range(2_000)]
    text = "".join(parts)
    assert len(propose(text, read_dates(text, None))) == 2_000


def test_propose_takes_a_day_that_heads_a_log_for_what_stands_below() -> None:
    text = (
        "Monday, Jan. 15\n8 a.m. – A boat was stolen.\n\n"
        "Friday, Jan. 19\nAlarm at the mill. Nobody was there.\n\n"
        "Sunday, Jan. 21\nThe ferry broke down."
    )
    found = proposed(text)
    assert [one.date.edtf[:10] for one in found] == ["2024-01-15", "2024-01-19", "2024-01-21"]
    assert [one.quote.split("\n")[-1] for one in found] == [
        "8 a.m. – A boat was stolen.",
        "Alarm at the mill.",
        "The ferry broke down.",
    ]


def test_propose_takes_one_day_above_a_headline_for_no_incident() -> None:
    assert proposed("23 January 2024\nHarwick bridge shut after crack found\n\nThe mayor is sorry.") == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The firm said on Monday it would buy the mill.", "2024-01-22"),
        ("Pell says that in May 2019 he told the board about the letters.", "2019-05"),
        ("The council set aside the money at its November meeting.", "2023-11"),
    ],
)
def test_propose_takes_announcements_and_what_was_said_long_ago(text: str, edtf: str) -> None:
    assert [one.date.edtf for one in proposed(text)] == [edtf]


def test_propose_gives_three_where_a_sentence_dates_three_things() -> None:
    found = proposed("He was arrested on 3 May 2021, escaped on 7 June 2022 and was caught on 1 July 2023.")
    assert [one.date.edtf for one in found] == ["2021-05-03", "2022-06-07", "2023-07-01"]
    assert found[0].title == "He was arrested"


def test_propose_keeps_entries_of_a_list_apart() -> None:
    text = "14 May 2018: The council of the old town meets in closed session again\n19 May 2018: Work stops"
    assert [one.title for one in proposed(text)] == [
        "The council of the old town meets in closed session again",
        "Work stops",
    ]


@pytest.mark.parametrize("stop", [".", ""])
def test_propose_reads_a_history_whose_lines_open_with_a_year(stop: str) -> None:
    lines = (
        f"1892 Gottlieb Fenn opens a shop{stop}",
        f"1911 The firm delivers bags{stop}",
        f"1978 A satchel wins a prize{stop}",
    )
    found = proposed("Our story\n\n" + "\n".join(lines), None)
    assert [(one.date.edtf, one.quote) for one in found] == [(line[:4], line) for line in lines]


def test_propose_takes_no_wrapped_line_for_an_entry() -> None:
    text = "The mill that the Fenn family had bought in the winter of\n1978 Oberau was never theirs for long."
    assert [one.quote for one in proposed(text, None)] == [text]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The coalition took office in April 2019, following the vote of 3 March 2019.", ["2019-04", "2019-03-03"]),
        (
            "The bank lent it on 12 May 2009, although lawyers had warned in a note of 4 May.",
            ["2009-05-12", "2009-05-04"],
        ),
        ("The army retook the post on 3 January 2024.", ["2024-01-03"]),
        ("Police said on Monday that the mill burned on 3 January 2024.", ["2024-01-03"]),
        ("At noon on Tuesday bells are to ring across the city.", []),
    ],
)
def test_propose_takes_every_date_of_a_sentence_that_tells_something(text: str, dates: list[str]) -> None:
    assert [one.date.edtf for one in proposed(text)] == dates
