"""Which words of a page's main part must be in its article, and what is taken where they are not."""

import pytest
from lxml import html

from importers.web_article import main_part, said_length
from importers.web_page import read_web_page
from models.enums import CaptureMethod

LATE = "<p>The ferry was late, as its master told the port.</p>"
ROUND = "<p>I was on board and saw it all with my own eyes, believe me or not.</p>" * 40


def main_words(main: str) -> str:
    part = main_part(html.document_fromstring(f"<html><body><main>{main}</main></body></html>"))
    assert part is not None
    return str(part.text_content())


def text_of(page: str) -> str:
    found = read_web_page(page.encode(), name="page.html", method=CaptureMethod.FILE)
    return found.sources[0].capture.text


@pytest.mark.parametrize(
    "around",
    [
        f'<section class="comments-area">{ROUND}</section>',
        f'<div id="related-posts">{ROUND}</div>',
        f'<ol class="x comment-list">{ROUND}</ol>',
        f'<div role="navigation">{ROUND}</div>',
        f"<aside>{ROUND}</aside>",
        f"<form>{ROUND}</form>",
    ],
)
def test_what_stands_round_an_article_in_the_main_part_is_left_out(around: str) -> None:
    words = main_words(f"<article>{LATE * 60}</article>{around}after")
    assert "master" in words
    assert "eyes" not in words
    assert words.endswith("after")


def test_names_that_only_begin_alike_are_kept() -> None:
    words = main_words('<div class="commentary"><p>One</p></div><div class="sharesprice adsorption">Two</div>')
    assert words == "OneTwo"


def test_of_stories_one_below_the_other_the_first_counts() -> None:
    def story(words: str) -> str:
        return f"<article>{f'<p>{words} is told at some length here.</p>' * 100}</article>"

    words = main_words(story("First") + story("Second"))
    assert "First" in words
    assert "Second" not in words


def test_entries_that_are_articles_of_their_own_count_together() -> None:
    words = main_words("".join(f"<article>Entry {hour}.</article>" for hour in range(30)))
    assert "Entry 0." in words
    assert "Entry 29." in words


def test_page_without_a_main_part_has_none() -> None:
    assert main_part(html.document_fromstring("<p>Words</p>")) is None


def test_words_of_links_are_not_counted() -> None:
    part = html.fragment_fromstring("<main> ab <a>cd <b>ef</b> gh</a> ij <p>kl<a>mn</a>op</p> qr</main>")
    assert said_length(part) == len("abijklopqr")


def test_entries_that_the_article_leaves_out_are_taken_with_nothing_round_the_main_part() -> None:
    entries = "".join(
        f"<section><p>{hour}:00</p><div>Boat {hour} left the harbour with grain on board.</div></section>"
        for hour in range(30)
    )
    notes = f"<ol>{'<li>A note of some length that looks much like an article in its own right.</li>' * 3}</ol>"
    text = text_of(f"<html><body><header>Masthead</header><main>{entries}{notes}</main><p>Foot</p></body></html>")
    assert all(f"Boat {hour} left" in text for hour in range(30))
    assert "Foot" not in text


def test_article_on_one_line_gets_the_lines_of_its_main_part() -> None:
    article = "<h1>Late</h1><p>The ferry was late.</p><p>Its master told the port.</p>"
    page = f"<html><body><main>{article}</main></body></html>"
    found = read_web_page(page.encode(), name="page.html", method=CaptureMethod.FILE)
    assert found.sources[0].capture.text == "Late\n\nThe ferry was late.\n\nIts master told the port."
    assert found.doubts == ()


def test_soft_hyphens_are_left_out() -> None:
    article = f"<article>{LATE * 4}<p>The har&shy;bour mas&shy;ter slept.</p></article>"
    assert "harbour master" in text_of(f"<html><body>{article}</body></html>")
