"""The body field: what it shows, what it stores, what it lets in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.inspector.body_document import fill_document, offset_at, read_document
from gui.inspector.body_text import BodyText
from gui.inspector.markdown_text import Block, BlockKind, Span, normalise
from gui.theme import LIGHT

SPANS = st.builds(Span, st.text(max_size=9), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.b"]))
MARKS = st.builds(Span, bold=st.booleans(), citation_id=st.integers(1, 2**59))
LISTS = st.lists(st.one_of(SPANS, MARKS), max_size=5).map(tuple)
BLOCKS = st.builds(Block, LISTS, st.sampled_from(list(BlockKind)), st.integers(0, 3), st.integers(0, 12))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window around the field, because a field that sets its own height is none."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def body(host: QWidget) -> BodyText:
    field = BodyText(host)
    host.show()
    return field


def put_cursor(field: BodyText, position: int, anchor: int | None = None) -> None:
    cursor = field.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BLOCKS, max_size=4))
def test_read_of_a_filled_document_returns_the_same_blocks(qapp: object, blocks: list[Block]) -> None:
    document = QTextDocument()
    fill_document(document, normalise(blocks), LIGHT.accent)
    assert normalise(read_document(document)) == normalise(blocks)


@pytest.mark.parametrize(
    "text",
    [
        "The base was hit.[^1] **Two** got _through_.[^22]",
        "- one\n- two\n  1. inner\n- three\n\nAfter it",
        "a line\\\nanother",
        "See [the report](https://example.org/a_b).",
    ],
)
def test_load_then_markdown_returns_the_text(body: BodyText, text: str) -> None:
    body.load(text)
    assert body.markdown() == text


def test_letter_typed_and_taken_back_leaves_the_body_as_it_was_written(body: BodyText) -> None:
    written = "*The* base __was__ hit.\n\n* one\n* two"
    body.load(written)
    put_cursor(body, 3)
    QTest.keyClicks(body, "x")
    assert body.markdown() == "_Thex_ base **was** hit.\n\n- one\n- two"
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert body.markdown() == written


def test_backspace_after_a_mark_deletes_it_as_one(body: BodyText) -> None:
    body.load("Hit.[^123] Then")
    put_cursor(body, 5)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert body.markdown() == "Hit. Then"
    body.undo()
    assert body.markdown() == "Hit.[^123] Then"


def test_type_after_a_mark_stays_plain_text(body: BodyText) -> None:
    body.load("Hit.[^1]")
    put_cursor(body, 5)
    QTest.keyClicks(body, " Then")
    assert body.markdown() == "Hit.[^1] Then"


def test_place_mark_moves_it_behind_the_selected_words(body: BodyText) -> None:
    body.load("one[^9] two three")
    put_cursor(body, 8, 5)
    body.place_mark(9)
    assert body.markdown() == "one two[^9] three"


def test_keys_make_bold_italic_and_lists(body: BodyText) -> None:
    body.load("one two")
    put_cursor(body, 3, 0)
    QTest.keyClick(body, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    put_cursor(body, 7, 4)
    QTest.keyClick(body, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(body, Qt.Key.Key_L, both)
    assert body.markdown() == "- **one** _two_"
    QTest.keyClick(body, Qt.Key.Key_O, both)
    assert body.markdown() == "1. **one** _two_"
    QTest.keyClick(body, Qt.Key.Key_O, both)
    assert body.markdown() == "**one** _two_"


def test_enter_in_an_empty_item_leaves_the_list(body: BodyText) -> None:
    body.load("- one")
    put_cursor(body, 3)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "after")
    assert body.markdown() == "- one\n\nafter"


def test_indent_nests_a_list_item(body: BodyText) -> None:
    body.load("- one\n- two")
    put_cursor(body, 5)
    QTest.keyClick(body, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert body.markdown() == "- one\n  - two"


def test_set_link_covers_the_word_and_empty_takes_it_away(body: BodyText) -> None:
    body.load("see report now")
    put_cursor(body, 6)
    body.formatter.set_link("https://example.org")
    assert body.markdown() == "see [report](https://example.org) now"
    put_cursor(body, 6)
    assert body.formatter.link() == "https://example.org"
    body.formatter.set_link("")
    assert body.markdown() == "see report now"


def test_paste_of_html_takes_words_only(body: BodyText) -> None:
    data = QMimeData()
    data.setHtml('<p>Hello <b>you</b><img src="http://127.0.0.1:9/x.png"><script>bad()</script></p>')
    body.insertFromMimeData(data)
    assert body.markdown() == "Hello you"


def test_paste_of_own_text_keeps_marks_that_belong_here_once(body: BodyText) -> None:
    body.load("Hit.[^1]")
    body.set_numbers({1: 1, 2: 2})
    data = QMimeData()
    data.setData("application/x-dateline-body", b"more[^1] and[^2] and[^3] **bold**")
    put_cursor(body, 5)
    body.insertFromMimeData(data)
    assert body.markdown() == "Hit.[^1]more and[^2] and **bold**"


def test_copy_gives_numbers_to_other_programs(body: BodyText) -> None:
    body.load("Hit.[^41] End")
    body.set_numbers({41: 3})
    body.selectAll()
    body.copy()
    assert QGuiApplication.clipboard().text() == "Hit.[3] End"


def test_load_resource_returns_nothing(body: BodyText) -> None:
    body.load("![x](file:///etc/hostname)")
    assert body.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None


@pytest.mark.parametrize("text", ["a" * 100_000, "مرحبا \u200f 😀" * 200, "\x00\x07\x1b[31m\u202e x"])
def test_load_of_nonsense_keeps_its_words(body: BodyText, text: str) -> None:
    body.load(text)
    again = BodyText()
    again.load(body.markdown())
    assert again.toPlainText() == body.toPlainText()
    assert len(body.toPlainText()) >= min(len(text), 5)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [("one two", 3, 3), ("**bold** x", 2, 4), ("a\\*b", 2, 3), ("one\n\ntwo", 7, 8), ("", 0, 0), ("x 😀 y", 4, 3)],
)
def test_offset_at_finds_the_place_in_the_markdown(qapp: object, text: str, position: int, expected: int) -> None:
    field = BodyText()
    field.load(text)
    assert offset_at(field.document(), position, field.markdown()) == expected


@pytest.mark.parametrize(
    ("text", "word", "marked"),
    [
        ("One.\n\n\n\nThree four five", "four", "One.\n\n\n\nThree four[^7] five"),
        ('__One__ [two](http://a.b "Long title") four', "four", '__One__ [two](http://a.b "Long title") four[^7]'),
        ("* One\n* *two* __four__ five", "four", "* One\n* *two* __four__[^7] five"),
        ("The *a* four *b* _c_", "four", "The *a* four[^7] *b* _c_"),
        ("&#79;ne one one", "One one", "&#79;ne one[^7] one"),
    ],
)
def test_offset_is_that_of_the_body_as_it_is_stored(qapp: object, text: str, word: str, marked: str) -> None:
    field = BodyText()
    field.load(text)
    place = offset_at(field.document(), field.toPlainText().index(word) + len(word), field.markdown())
    assert f"{text[:place]}[^7]{text[place:]}" == marked
