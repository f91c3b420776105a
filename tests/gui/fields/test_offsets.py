"""Offsets of the stored text and positions of Qt's document are the same places, whatever the text is made of."""

from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from dates import UNDATED
from gui.fields.capture_text import CaptureText
from gui.fields.date_marks import DateMarks
from gui.fields.date_reader import DateReader
from gui.fields.date_text import DateText
from gui.reader.selection import selection_of
from services.passages import locator_at, make_passage

PIECES = (
    *("The ferry stopped.", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\r\r\n", "\n\r", "\f", "\n\f", "\v", "\x85", "\u2028"),
    *("\u2029", "\xa0", "\u200b", "\u202e", "\ufeff", "\ufffc", "\ufdd0", "\ufdd1", "\ufffe", "\x00", "\x1b"),
    *("😀", "👩‍👩‍👧", "e\u0301", "\u0301", "𝔘", "Ａ", "ﬁ", "İ", "שלום", "مرحبا", "नि", "> "),
    *("wrapped words that go on to the very end of this line of it\n",),
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=80
)


@pytest.fixture
def view(qtbot: QtBot, date_reader: DateReader) -> DateText:
    shown = DateText("Copy", date_reader)
    qtbot.addWidget(shown)
    return shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, data=st.data())
def test_selected_words_are_those_that_stand_at_their_offsets(view: DateText, text: str, data: st.DataObject) -> None:
    view.show_capture(text, UNDATED)
    last = view.document().characterCount() - 1
    first, second = (data.draw(st.integers(0, last).filter(lambda at: _is_caret_place(view, at))) for _ in range(2))
    cursor = QTextCursor(view.document())
    cursor.setPosition(first)
    cursor.setPosition(second, QTextCursor.MoveMode.KeepAnchor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    found = selection_of(view.capture, 7, DateMarks(), start, end)
    stored = text[view.capture.stored_at(start) : view.capture.stored_at(end)]
    assert _plain(cursor.selectedText()) == _plain(stored)
    if found is None:
        assert stored.strip() == ""
        return
    passage = found.passage
    assert found.quote == text[passage.start : passage.end] == stored.strip()
    assert passage == make_passage(text, 7, passage.start, passage.end)
    assert (found.label, found.locator) == locator_at(text, passage.start)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_every_place_of_the_text_is_one_place_of_the_document(view: DateText, text: str) -> None:
    view.show_capture(text, UNDATED)
    capture = view.capture
    offsets = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    positions = capture.positions(offsets)
    assert positions == sorted(positions)
    assert positions[-1] == view.document().characterCount() - 1
    assert [capture.stored_at(position) for position in positions] == offsets


@given(text=texts, first=st.integers(-5, 10**20), last=st.integers(-5, 10**20))
def test_places_beyond_the_text_are_its_ends(text: str, first: int, last: int) -> None:
    capture = CaptureText(text)
    found = capture.passage(1, max(0, first), max(0, last))
    assert found is None or found[0] == text[found[1].start : found[1].end]
    assert 0 <= capture.shown_at(max(0, last)) <= len(text.encode("utf-16-le")) // 2


def test_a_text_longer_than_is_shown_ends_where_it_was_cut() -> None:
    with patch("gui.fields.capture_text.MAX_SHOWN", 6):
        capture = CaptureText("abcd\r\nefgh")
        assert capture.shown == "abcd\n"
        assert capture.positions([4, 6, 9]) == [4, 5, 5]


def _is_caret_place(view: DateText, position: int) -> bool:
    """Not within one of the pairs that Qt makes of wide characters; no caret stands there."""
    return not "\udc00" <= str(view.document().characterAt(position)) <= "\udfff"


def _plain(words: str) -> str:
    """The words without what Qt shows otherwise: marks that it would swallow, characters that are none, line ends."""
    swapped = dict.fromkeys((0x2060, 0xFEFF, 0xFFFE)) | dict.fromkeys((0xFDD0, 0xFDD1), " ")
    return " ".join(words.translate(swapped).split())
