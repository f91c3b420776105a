import pytest

from services.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("Reported **on the day**.[^12] Again.", "Reported on the day. Again."),
        ("# Title\n\n- one\n2. two\n> three", "Title\n\none\ntwo\nthree"),
        (
            "see [the report](https://example.org/a) and [the map](https://example.org/b_(c))",
            "see the report and the map",
        ),
        ("2 * 3, snake_case and `code`", "2 * 3, snake_case and code"),
        ("cut off [^", "cut off "),
        ("[no link] (here)", "[no link] (here)"),
    ],
)
def test_plain_text_has_words_without_marks(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


@pytest.mark.parametrize("unit", ["[", "[a](", "[^", "\n", "- \n", "_", "*", "[a](("])
def test_plain_text_of_a_hostile_body_ends(unit: str) -> None:
    assert len(plain_text(unit * 50_000)) <= 50_000 * len(unit)
