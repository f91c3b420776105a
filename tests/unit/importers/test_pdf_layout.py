"""Lines of a page to paragraphs, and divided words made whole."""

import pytest

from importers.pdf_layout import HYPHEN, Line, heading_of, mend_hyphens, paragraphs_of, text_of

# 10 points a letter is wide enough to see by eye how far a line runs.
LETTER = 5.0


def lines(text: str, *, left: float = 72, top: float = 700, size: float = 10) -> list[Line]:
    """The lines of a text; two blanks before a line set it in by one letter's size, an empty line leaves room."""
    made = []
    for at, written in enumerate(text.split("\n")):
        words = written.strip(" ")
        start = left + (len(written) - len(words)) / 2 * size
        if words:
            made.append(Line(words, start, start + LETTER * len(words), top - at * 12, size))
    return made


def joined(*parts: list[Line]) -> str:
    return text_of(paragraphs_of([line for part in parts for line in part]))


def test_lines_of_a_paragraph_are_joined() -> None:
    assert joined(lines("The water rose through the night\nand fell again in the morning of\nthe second day.")) == (
        "The water rose through the night and fell again in the morning of the second day."
    )


def test_room_between_lines_begins_a_paragraph() -> None:
    assert joined(lines("The water rose through\nthe night.\n\nIt fell in the morning.")) == (
        "The water rose through the night.\n\nIt fell in the morning."
    )


def test_first_line_set_in_begins_a_paragraph() -> None:
    assert joined(lines("The water rose all the night.\n  It fell in the morning, and\nthe bridge held.")) == (
        "The water rose all the night.\n\nIt fell in the morning, and the bridge held."
    )


def test_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    assert joined(
        lines("The water rose through the whole night\nof Monday.\nIt fell in the morning of the second day.")
    ) == ("The water rose through the whole night of Monday.\n\nIt fell in the morning of the second day.")


def test_ragged_lines_stay_one_paragraph() -> None:
    text = "The water rose. The inhabitants of the\nlower town, who\nhad been warned on Monday, went away."
    assert joined(lines(text)) == " ".join(text.split("\n"))


def test_larger_letters_make_a_heading() -> None:
    page = [lines("River falls", size=20), lines("The water fell in the morning.", top=676)]
    assert joined(*page) == "River falls\n\nThe water fell in the morning."
    assert heading_of(paragraphs_of([*page[0], *page[1]])) == "River falls"
    assert heading_of(paragraphs_of(page[1])) == ""


def test_list_items_stand_one_a_line() -> None:
    text = """Three things failed, says the report:
  • the gauge at the mill, which
   was old,
  ▪ the pump.
Nobody knew of the third until May."""
    assert joined(lines(text)) == (
        "Three things failed, says the report:\n\n• the gauge at the mill, which was old,\n• the pump.\n\n"
        "Nobody knew of the third until May."
    )


def test_paragraph_goes_on_in_the_next_column() -> None:
    right = lines("was seen on Tuesday.", left=320)
    assert joined(lines("The water rose until it\nreached the bridge and"), right) == (
        "The water rose until it reached the bridge and was seen on Tuesday."
    )
    assert joined(lines("It fell at noon."), right) == "It fell at noon.\n\nwas seen on Tuesday."


def test_number_of_a_note_stays_with_its_line() -> None:
    mark = Line("8", 72 + LETTER * 32, 80 + LETTER * 32, 704, 6)
    assert joined(lines("It rose through the night, he sa."), [mark], lines("Nobody heard him.", top=688)) == (
        "It rose through the night, he sa.8 Nobody heard him."
    )


def test_words_held_together_by_a_dash_get_no_blank() -> None:
    assert (
        joined(lines("in the years 2019–\n2021 the river/\nlake rose")) == "in the years 2019–2021 the river/lake rose"
    )


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (f"an inspec{HYPHEN}tion", "an inspection"),
        (f"a self{HYPHEN}made man", "a self-made man"),
        (f"the US{HYPHEN}led force", "the US-led force"),
        (f"the Anglo{HYPHEN}Irish talks", "the Anglo-Irish talks"),
        (f"a 12{HYPHEN}year term", "a 12-year term"),
        (f"state-of{HYPHEN}the-art", "state-of-the-art"),
        (f"a long-term plan, a long{HYPHEN}term one", "a long-term plan, a long-term one"),
        (f"a sea-bed, a sea{HYPHEN}bed", "a sea-bed, a sea-bed"),
        (f"so-called; halfway, half{HYPHEN}way", "so-called; halfway, halfway"),
        (f"a dash {HYPHEN}alone", "a dash - alone"),
        (f"(a){HYPHEN}b", "(a)-b"),
        (f"cut off{HYPHEN}", "cut off-"),
        ("no hyphen", "no hyphen"),
    ],
)
def test_mend_hyphens_joins_what_a_line_divided(text: str, mended: str) -> None:
    assert mend_hyphens([text]) == [mended]


def test_mend_hyphens_looks_at_every_page() -> None:
    assert mend_hyphens(["the sea-bed", f"the sea{HYPHEN}bed"]) == ["the sea-bed", "the sea-bed"]


def test_words_and_paragraphs_without_end_are_gone_through_once() -> None:
    page = [Line("x" * 50 + HYPHEN, 72, 300, 700 - at, 1) for at in range(20_000)]
    (mended,) = mend_hyphens([text_of(paragraphs_of(page))])
    assert mended.count("x") == 1_000_000


def test_paragraphs_of_a_page_without_lines_are_none() -> None:
    assert text_of(paragraphs_of([])) == ""
