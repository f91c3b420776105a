"""Texts whose date words are underlined and explain themselves, under the pointer and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from dates import UNDATED, UncertainDate
from dates.mention import Basis, Cue, DateMention, Direction, MentionKind, Reason, TimexType
from gui.fields.date_bar import DateBar
from gui.fields.date_card import DateCard
from gui.fields.date_reader import DateReader
from gui.fields.date_text import DateText
from gui.style import dress
from gui.texts.mentions import mention_sentence
from gui.theme import DARK, LIGHT, Theme

TEXT = "On Sunday the gate jammed.\n\nIt was oiled on Monday, and is now oiled weekly.\n" + "\nMore words.\n" * 60
TEXT += "\nThe keeper said so on Friday."
PUBLISHED = UncertainDate("2024-01-23")


class Sheet(QDialog):
    """A dialog with one text and its bar."""

    def __init__(self, reader: DateReader) -> None:
        super().__init__()
        self.text = DateText("Text", reader, self)
        self.bar = DateBar(self.text, self)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        self.resize(560, 420)

    def card(self) -> DateCard | None:
        found = self.findChild(DateCard)
        return found if isinstance(found, DateCard) and found.isVisible() else None

    def said(self) -> list[str]:
        """What stands on the card."""
        card = self.card()
        labels = card.findChildren(QLabel) if card is not None else ()
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.bar.findChildren(QLabel))


@pytest.fixture
def sheet(qtbot: QtBot, date_reader: DateReader) -> Sheet:
    made = Sheet(date_reader)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def show(qtbot: QtBot, sheet: Sheet, published: UncertainDate = PUBLISHED) -> None:
    sheet.text.show_capture(TEXT, published)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)


def dots(sheet: Sheet, theme: Theme) -> int:
    """How many pixels of the text are in the accent colour."""
    image: QImage = sheet.text.viewport().grab().toImage()
    accent = QColor(theme.accent).rgb()
    return sum(image.pixel(x, y) == accent for y in range(image.height()) for x in range(image.width()))


def test_dates_are_read_after_the_text_is_shown(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.show_capture(TEXT, PUBLISHED)
    assert sheet.text.toPlainText() == TEXT
    assert sheet.text.is_reading
    assert sheet.says("being read")
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    assert sheet.says("4 found")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_date_words_are_underlined_in_the_accent_of_the_theme(
    qtbot: QtBot, qapp: QApplication, sheet: Sheet, theme: Theme
) -> None:
    dress(qapp, theme)
    try:
        sheet.text.show_capture("On Sunday the gate jammed.", PUBLISHED)
        assert not dots(sheet, theme)
        qtbot.waitUntil(lambda: not sheet.text.is_reading)
        assert dots(sheet, theme) > 10
    finally:
        dress(qapp, LIGHT)


def test_keys_go_from_date_word_to_date_word_and_round(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    seen = []
    for key in (Qt.KeyboardModifier.NoModifier,) * 5 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(sheet, Qt.Key.Key_F8, key)
        mark = sheet.text.open_mark()
        assert mark is not None
        assert sheet.text.viewport().rect().contains(sheet.text.word_rect(mark))
        seen.append(mark.mention.text)
    assert seen == ["Sunday", "Monday", "weekly", "Friday", "Sunday", "Friday"]
    assert sheet.text.hasFocus()


def test_card_tells_the_date_and_why(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    sheet.bar.next.click()
    title, weekday, reason = sheet.said()
    assert (title, weekday) == ("21 January 2024", "Sunday")
    assert "last Sunday before 23 January 2024" in reason
    assert "21 January 2024 Sunday. " in sheet.text.accessibleDescription()
    card = sheet.card()
    assert card is not None
    assert sheet.rect().contains(card.geometry().center())


def test_card_never_hides_the_way_to_the_next_word(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    for _word in range(len(sheet.text.marks)):
        sheet.bar.next.click()
        card = sheet.card()
        assert card is not None
        middle = sheet.bar.next.mapTo(sheet, sheet.bar.next.rect().center())
        assert sheet.childAt(middle) is sheet.bar.next
        assert sheet.rect().contains(card.geometry().center())


@pytest.mark.parametrize("published", ["", "2024", "2024-01", "2024-01-23~"])
def test_card_asks_for_the_day_of_publication_where_it_is_not_known(qtbot: QtBot, sheet: Sheet, published: str) -> None:
    show(qtbot, sheet, UncertainDate(published))
    sheet.bar.next.click()
    assert "Day of publication not known: give it in the source." in sheet.said()
    sheet.bar.previous.click()
    sheet.bar.previous.click()
    assert sheet.said()[0] == "Again and again"  # "weekly" would be no date with a day of publication either
    assert not any("give it in the source" in line for line in sheet.said())


def test_escape_closes_the_card_before_the_dialog(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    QTest.keyClick(sheet, Qt.Key.Key_F8)
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet.card() is None
    assert sheet.isVisible()
    assert sheet.text.filled is None
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_pointer_opens_the_card_and_closes_it(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    viewport = sheet.text.viewport()
    mark = sheet.text.marks.at(4)
    assert mark is not None
    QTest.mouseMove(viewport, sheet.text.word_rect(mark).center())
    qtbot.waitUntil(lambda: sheet.card() is not None)
    assert sheet.text.open_mark() is mark
    QTest.mouseMove(viewport, QPoint(viewport.width() - 4, viewport.height() - 4))
    qtbot.waitUntil(lambda: sheet.card() is None)


def test_cards_stays_while_the_pointer_is_on_it(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    mark = sheet.text.marks.at(4)
    assert mark is not None
    QTest.mouseMove(sheet.text.viewport(), sheet.text.word_rect(mark).center())
    qtbot.waitUntil(lambda: sheet.card() is not None)
    card = sheet.card()
    assert card is not None
    QTest.mouseMove(card, card.rect().center())
    card.pointer_entered.emit()
    QTest.mouseMove(card, card.rect().center() + QPoint(2, 0))
    assert sheet.card() is not None
    sheet.text.verticalScrollBar().setValue(3)
    assert sheet.card() is None


def test_nothing_is_found_beside_a_word(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    mark = sheet.text.marks.at(4)
    assert mark is not None
    rect = sheet.text.word_rect(mark)
    assert sheet.text.mark_at(rect.center()) is mark
    assert sheet.text.mark_at(QPoint(sheet.text.viewport().width() - 2, rect.center().y())) is None
    assert sheet.text.mark_at(QPoint(rect.center().x(), rect.bottom() + 12)) is None


def test_word_broken_over_two_lines_is_there_in_both(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.resize(120, 300)
    sheet.text.show_capture("It went on like this for days and for days and so on.", PUBLISHED)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    broken = [mark for mark in sheet.text.marks.within(0, 99) if not _on_one_line(sheet, mark.start, mark.end)]
    for mark in broken:
        cursor = sheet.text.textCursor()
        cursor.setPosition(mark.end - 1)
        assert sheet.text.mark_at(sheet.text.cursorRect(cursor).center()) is mark


def _on_one_line(sheet: Sheet, start: int, end: int) -> bool:
    cursor = sheet.text.textCursor()
    cursor.setPosition(start)
    top = sheet.text.cursorRect(cursor).top()
    cursor.setPosition(end)
    return sheet.text.cursorRect(cursor).top() == top


def test_text_without_dates_says_so(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.show_capture("Nothing of the kind.", PUBLISHED)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    assert sheet.says("none found")
    assert not sheet.bar.next.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_F8)
    assert sheet.card() is None
    sheet.text.show_capture("", PUBLISHED)
    assert not sheet.text.is_reading


def test_only_the_text_that_is_shown_last_is_marked(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.show_capture("On Sunday, on Monday.", PUBLISHED)
    sheet.text.show_capture("On Friday.", PUBLISHED)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    assert [mark.mention.text for mark in sheet.text.marks.within(0, 99)] == ["Friday"]


def test_text_that_was_put_away_is_read_when_it_is_shown_again(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.show_capture(TEXT, PUBLISHED)
    sheet.hide()
    sheet.text.show_capture("On Friday.", PUBLISHED)
    assert sheet.text.is_reading
    sheet.show()
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    assert [mark.mention.text for mark in sheet.text.marks.within(0, 99)] == ["Friday"]


@pytest.mark.parametrize(
    "junk", ["\x00\x01", "\u2029\u2028\x85", "\ufdd0\ufdd1\ufffc", "\r\r\n\n\r", "\u0627\u0644", "e\u0301👩\u200d🚒"]
)
def test_words_are_marked_where_they_are_behind_any_characters(qtbot: QtBot, sheet: Sheet, junk: str) -> None:
    sheet.text.show_capture(f"{junk} on Sunday {junk}\tand Friday", PUBLISHED)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    shown = sheet.text.document().toRawText().encode("utf-16-le", "surrogatepass")
    words = [shown[2 * mark.start : 2 * mark.end].decode("utf-16-le") for mark in sheet.text.marks]
    assert words == ["Sunday", "Friday"]
    assert not sheet.text.viewport().grab().isNull()


def test_card_leaves_the_words_that_somebody_selects(qtbot: QtBot, sheet: Sheet) -> None:
    show(qtbot, sheet)
    sheet.bar.next.click()
    assert sheet.card() is not None
    QTest.keyClick(sheet.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert sheet.text.textCursor().hasSelection()
    assert sheet.card() is None


def test_keys_show_a_far_word_with_the_lines_around_it(qtbot: QtBot, sheet: Sheet) -> None:
    sheet.text.show_capture("More words.\n" * 60 + "On Sunday the gate jammed.\n" + "More words.\n" * 60, PUBLISHED)
    qtbot.waitUntil(lambda: not sheet.text.is_reading)
    sheet.bar.next.click()
    mark = sheet.text.open_mark()
    assert mark is not None
    around, line = sheet.text.viewport().rect(), sheet.text.fontMetrics().lineSpacing()
    assert around.adjusted(0, 3 * line, 0, -3 * line).contains(sheet.text.word_rect(mark))


def test_card_warns_of_a_date_counted_without_the_day_of_publication() -> None:
    reason = Reason(MentionKind.OFFSET, "later", Basis.PREVIOUS, Direction.AFTER, Cue.WORD, UncertainDate("2024-01-04"))
    found = DateMention(0, 14, "two days later", TimexType.DATE, "2024-01-06", UncertainDate("2024-01-06"), reason)
    sentence = mention_sentence(found, UNDATED)
    assert "Two days after 4 January 2024" in sentence
    assert sentence.endswith("Counted without the day of publication: give it in the source")
    assert "Counted without" not in mention_sentence(found, PUBLISHED)
