"""The reader as people use it: by keys and pointer, what it says and what it wishes for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.reader.lost_line import LostLine
from gui.reader.passage_card import PassageCard
from gui.reader.reader_pane import ReaderPane
from gui.reader.selection import ReaderSelection
from gui.reader.today_popup import TodayPopup
from gui.shell.panes import focus_into
from gui.theme import LIGHT
from models.enums import LocatorLabel
from models.reading import PassageState
from tests.gui.reader.readings import DAY, TEXT, make_passage, make_proposed, make_reading, make_row

GATES = "The harbour board closed three gates on Tuesday"
BOATS = "Seventeen boats were adrift; two were never found."
FLOOD = "The basin was flooded on Sunday."


def show(qtbot: QtBot, pane: ReaderPane, *quotes: str, text: str = TEXT) -> None:
    pane.show_reading(make_reading(text, *quotes))
    qtbot.waitUntil(lambda: not pane.text.is_reading)


def select(pane: ReaderPane, words: str) -> None:
    start = pane.text.capture.shown.index(words)
    cursor = pane.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.text.setTextCursor(cursor)


def said(widget: QWidget) -> str:
    """All words of labels that are shown."""
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def card_of(pane: ReaderPane) -> PassageCard | None:
    found = pane.window().findChild(PassageCard)
    return found if isinstance(found, PassageCard) and found.isVisible() else None


def middle_of(pane: ReaderPane, words: str) -> QPoint:
    start = pane.text.capture.shown.index(words)
    return pane.text.words_rect(start, start + min(10, len(words))).center()


def filled(pane: ReaderPane) -> tuple[int, int] | None:
    return pane.text.filled


def colours(pane: ReaderPane, colour: QColor) -> int:
    image = pane.text.viewport().grab().toImage()
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for y in range(0, image.height(), 2) for x in range(0, image.width(), 2))


def test_reading_says_what_it_is_and_what_is_in_it(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, GATES, BOATS)
    assert pane.header.copy.text() == "Saved copy · text unchanged since import"
    assert pane.header.today.accessibleName() == "“today” is Tue 23 Jan 2024"
    assert pane.footer.cited.text() == "2 passages"
    assert pane.footer.dates.text() == "3 found"
    assert "Select text, then" in said(pane.footer)
    assert pane.today() == UncertainDate(DAY)
    assert colours(pane, LIGHT.mark) > 500


def test_same_copy_again_keeps_place_and_selection(qtbot: QtBot, pane: ReaderPane) -> None:
    long_text = TEXT + "\nMore words of the harbour.\n" * 200
    show(qtbot, pane, GATES, text=long_text)
    select(pane, FLOOD)
    pane.text.verticalScrollBar().setValue(900)
    pane.show_reading(make_reading(long_text, GATES, BOATS))
    assert pane.text.verticalScrollBar().value() == 900
    assert pane.text.textCursor().selectedText() == FLOOD
    assert len(pane.text.passages) == 2
    assert not pane.text.is_reading
    pane.show_reading(make_reading("Another text.\n"))
    assert pane.text.verticalScrollBar().value() == 0
    assert pane.selection() is None


def test_selected_words_become_a_citation_with_place_and_date(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    select(pane, f" {BOATS}\n")
    assert "Select text, then" not in said(pane.footer)
    with qtbot.waitSignal(pane.cite_requested) as wish:
        QTest.keyClick(pane.text, Qt.Key.Key_C)
    (selected,) = wish.args
    assert isinstance(selected, ReaderSelection)
    assert selected.quote == BOATS
    assert TEXT[selected.passage.start : selected.passage.end] == BOATS
    assert (selected.label, selected.locator) == (LocatorLabel.PARAGRAPH, "2")
    assert selected.title == "Seventeen boats were adrift; two were never found"


def test_date_of_the_selection_is_the_one_in_it_or_in_its_sentence(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    for words, day in ((FLOOD, "2024-01-21"), ("basin was flooded", "2024-01-21"), (BOATS, "")):
        select(pane, words)
        selected = pane.selection()
        assert selected is not None
        assert selected.date.edtf == day


def test_new_incident_is_wished_for_by_key_and_button(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    select(pane, FLOOD)
    with qtbot.waitSignals([pane.new_incident_requested, pane.new_incident_requested]):
        QTest.keyClick(pane.text, Qt.Key.Key_N)
        pane.footer.new_incident.click()


def test_letters_are_left_to_the_window_without_a_selection(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    with qtbot.assertNotEmitted(pane.cite_requested):
        QTest.keyClick(pane.text, Qt.Key.Key_C)
    select(pane, FLOOD)
    pane.set_read_only(True)
    with qtbot.assertNotEmitted(pane.cite_requested):
        QTest.keyClick(pane.text, Qt.Key.Key_C)
    assert not pane.footer.cite.isVisible()


def test_keys_go_round_the_cited_passages_and_open_one(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, GATES, BOATS)
    places = []
    for key in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(pane.text, Qt.Key.Key_F7, key)
        places.append(pane.text.textCursor().position())
    assert places == [0, TEXT.index(BOATS), 0, TEXT.index(BOATS)]
    card = card_of(pane)
    assert card is not None
    assert {"Incident 8", "Enter shows the incident"} <= set(said(card).split(" | "))
    with qtbot.waitSignal(pane.passage_opened) as opened:
        QTest.keyClick(pane.text, Qt.Key.Key_Return)
    assert opened.args == [8]
    QTest.keyClick(pane.text, Qt.Key.Key_F8)
    assert card_of(pane) is None, "one card at a time"
    QTest.keyClick(pane.text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.text, Qt.Key.Key_Up)
    QTest.keyClick(pane.text, Qt.Key.Key_PageDown)
    assert card_of(pane) is None


def test_pointer_names_the_incident_and_a_click_opens_it(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, GATES, BOATS)
    QTest.mouseMove(pane.text.viewport(), middle_of(pane, BOATS))
    qtbot.waitUntil(lambda: card_of(pane) is not None)
    card = card_of(pane)
    assert card is not None
    assert {"20 Jan 2024", "Incident 8", "Click shows the incident"} <= set(said(card).split(" | "))
    with qtbot.waitSignal(pane.passage_opened) as opened:
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, BOATS))
    assert opened.args == [8]
    with qtbot.assertNotEmitted(pane.passage_opened):
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(pane, "An earlier"))


def test_proposal_is_pointed_at(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    assert not colours(pane, LIGHT.selection)
    pane.point_at(make_proposed(TEXT, FLOOD, "Sunday"))
    start = TEXT.index("Sunday")
    assert filled(pane) == (start, start + 6)
    assert colours(pane, LIGHT.selection) > 200
    QTest.keyClick(pane.text, Qt.Key.Key_F8)
    assert filled(pane) != (start, start + 6)
    pane.text.close_card()
    assert filled(pane) == (start, start + 6)
    pane.point_at(make_proposed(TEXT, FLOOD, "Sunday", capture_id=5))
    assert filled(pane) is None
    assert not colours(pane, LIGHT.selection)


def test_words_far_below_are_shown(qtbot: QtBot, pane: ReaderPane) -> None:
    text = "A line that is long enough to be broken in two or three parts of it.\n\n" * 400 + FLOOD + "\n\nEnd.\n" * 90
    show(qtbot, pane, text=text)
    start = text.index(FLOOD)
    pane.show_span(start, start + len(FLOOD))
    rect = pane.text.words_rect(start, start + len(FLOOD))
    assert pane.text.viewport().rect().contains(rect)
    assert pane.text.coloured("shown") == [(start, start + len(FLOOD))]
    QTest.keyClick(pane.text, Qt.Key.Key_Right)
    assert not pane.text.coloured("shown")


def test_finding_goes_from_place_to_place(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    pane.open_find()
    QTest.keyClicks(pane.find_bar.line, "FLÓOD")
    assert "1 of 2" in said(pane.find_bar)
    QTest.keyClick(pane.find_bar.line, Qt.Key.Key_Return)
    assert "2 of 2" in said(pane.find_bar)
    assert pane.text.textCursor().selectionStart() == TEXT.index("flood on")
    QTest.keyClick(pane, Qt.Key.Key_F3)
    assert "1 of 2" in said(pane.find_bar)
    QTest.keyClick(pane, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert "2 of 2" in said(pane.find_bar)
    QTest.keyClicks(pane.find_bar.line, "xyz")
    assert "Nothing found" in said(pane.find_bar)
    QTest.keyClick(pane.find_bar.line, Qt.Key.Key_Escape)
    assert pane.find_bar.isHidden()
    assert pane.text.hasFocus()
    assert not pane.text.coloured("found")


def test_today_is_chosen_for_this_reading_only(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    QTest.keyClick(pane, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    popup = pane.findChild(TodayPopup)
    assert isinstance(popup, TodayPopup)
    assert not popup.back.isVisible()
    popup.field.edit.selectAll()
    QTest.keyClicks(popup.field.edit, "30 Jan 2024")
    with qtbot.waitSignal(pane.today_changed) as changed:
        popup.once.click()
    assert changed.args == [UncertainDate("2024-01-30"), False]
    assert pane.today() == UncertainDate("2024-01-30")
    qtbot.waitUntil(lambda: not pane.text.is_reading)
    mark = next(iter(pane.text.marks))
    assert mark.mention.date == UncertainDate("2024-01-30")
    pane.show_reading(make_reading(TEXT, GATES))
    assert pane.today() == UncertainDate("2024-01-30")
    pane.show_reading(replace(make_reading(TEXT), source=make_row(source_id=2)))
    assert pane.today() == UncertainDate(DAY)


def test_today_is_kept_as_the_day_of_publication(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    pane.header.open_today()
    popup = pane.findChild(TodayPopup)
    assert isinstance(popup, TodayPopup)
    popup.field.set_text("Jan 2024")
    popup.field.edited.emit()
    assert not popup.once.isEnabled()
    popup.field.set_text("24 Jan 2024")
    popup.field.edited.emit()
    with qtbot.waitSignal(pane.today_changed) as changed:
        popup.keep.click()
    assert changed.args == [UncertainDate("2024-01-24"), True]


def test_lost_quotes_are_told_and_mended(qtbot: QtBot, pane: ReaderPane) -> None:
    lost = make_passage(TEXT, "Seventeen boats went adrift, two were never found", 9)
    assert lost.state is PassageState.LOST
    pane.show_reading(replace(make_reading(TEXT), passages=(lost,)))
    assert "1 quote is no longer in this copy." in said(pane.lost)
    pane.lost.show_button.click()
    (quote,) = pane.lost.quotes
    quote.find_button.click()
    qtbot.waitUntil(quote.take.isVisible)
    with qtbot.waitSignal(pane.repair_requested) as wish:
        quote.take.click()
    number, start, end = wish.args
    assert number == 9
    assert TEXT[start:end].startswith("Seventeen boats were adrift")
    quote.keep.click()
    assert pane.lost.isHidden()
    pane.show_reading(replace(make_reading(TEXT), passages=(lost,)))
    assert pane.lost.isHidden()


def test_letters_grow_within_bounds_and_the_place_stays(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, text="A line that is long enough to be broken in parts, as they are. " * 9 + "\n\n" + TEXT * 40)
    pane.text.verticalScrollBar().setValue(1_000)
    top = pane.text.cursorForPosition(QPoint(200, 4)).position()
    with qtbot.waitSignal(pane.text_size_changed) as changed:
        QTest.keyClick(pane, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert changed.args == [18]
    assert abs(pane.text.cursorForPosition(QPoint(200, 4)).position() - top) < 80
    pane.set_text_size(99)
    assert pane.text.text_size == 24
    QTest.keyClick(pane, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.text.text_size == 17


def test_narrow_windows_keep_the_place(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, text=TEXT * 60)
    pane.text.verticalScrollBar().setValue(3_000)
    top = pane.text.cursorForPosition(QPoint(200, 4)).position()
    pane.resize(480, 600)
    assert abs(pane.text.cursorForPosition(QPoint(200, 4)).position() - top) < 80


def test_menu_of_the_copy_offers_the_others_and_its_details(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_reading(make_reading(TEXT, captures=3))
    menu = pane.header.copy.make_menu()
    assert menu is not None
    copies = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in copies] == [True, False, False]
    with qtbot.waitSignal(pane.capture_chosen) as chosen:
        copies[2].trigger()
    assert chosen.args == [3]
    again, details = menu.actions()[-2:]
    with qtbot.waitSignals([pane.extract_again_requested, pane.details_requested]):
        again.trigger()
        details.trigger()
    menu.close()


def test_menu_of_the_text_does_what_the_keys_do(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, BOATS)
    menu = pane.menu.make_menu(middle_of(pane, "An earlier"))
    assert [action.text().split("\t")[0] for action in menu.actions() if action.isEnabled() and action.text()] == [
        "Select all"
    ]
    menu.close()
    select(pane, FLOOD)
    menu = pane.menu.make_menu(middle_of(pane, BOATS))
    cite, new_incident = menu.actions()[:2]
    with qtbot.waitSignals([pane.cite_requested, pane.new_incident_requested]):
        cite.trigger()
        new_incident.trigger()
    with qtbot.waitSignal(pane.passage_opened) as opened:
        menu.actions()[-1].trigger()
    assert opened.args == [7]
    menu.close()


@pytest.mark.parametrize(("extractor", "moment", "words"), [
    ("html", "2024-02-01T10:00:02Z", "text unchanged since import"),
    ("html", "2024-03-05T10:00:00Z", "text taken anew on 5 Mar 2024"),
    ("typed", "2024-03-05T10:00:00Z", "text typed by hand"),
])  # fmt: skip
def test_header_says_what_became_of_the_text(pane: ReaderPane, extractor: str, moment: str, words: str) -> None:
    pane.show_reading(replace(make_reading(), extractor=extractor, extracted_at=moment))
    assert pane.header.copy.text() == f"Saved copy · {words}"


def test_copy_without_words_says_so_and_offers_a_way_on(qtbot: QtBot, pane: ReaderPane) -> None:
    pane.show_reading(make_reading(" \n"))
    assert "There are no words in this saved copy." in said(pane)
    assert not pane.footer.isVisible()
    with qtbot.waitSignal(pane.extract_again_requested) as wish:
        pane.stack.empty.again.click()
    assert wish.args == [1]
    pane.show_nothing("Select a source.")
    assert "Select a source." in said(pane)
    assert not pane.header.copy.isVisible()
    assert not pane.stack.empty.again.isVisible()
    assert pane.selection() is None


def test_title_is_not_said_twice(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    pane.text.viewport().grab()
    above = pane.text.page.head
    pane.show_reading(replace(make_reading(f"Harbour closes gates\n\n{TEXT}"), source=make_row()))
    assert pane.text.page.head < above
    block = pane.text.document().findBlockByNumber(0)
    assert pane.text.page.pitch(block) == pane.text.page.look.title_line
    pane.text.viewport().grab()
    assert block.layout().lineAt(0).ascent() > 1.5 * block.next().next().layout().lineAt(0).ascent()


def test_f6_comes_to_the_text_past_the_header(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    focus_into(pane)
    assert pane.text.hasFocus()


def test_copied_words_are_plain(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane)
    QTest.keyClick(pane.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    pane.text.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().strip() == TEXT.strip()
    assert not data.hasHtml()


def test_every_control_has_a_name_and_a_tip(qtbot: QtBot, pane: ReaderPane) -> None:
    show(qtbot, pane, GATES)
    pane.open_find()
    select(pane, FLOOD)
    for part in pane.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part is not pane.text:
            assert part.accessibleName(), part
            assert part.toolTip() or part is pane.find_bar.line, part
    assert isinstance(pane.lost, LostLine)


@pytest.mark.parametrize("text", ["\f\f", "One.\n\n\fTwo.", "x" * 9_000, "\u0627\u0644 on Sunday", "a\rb\r\nc", "\x00"])
def test_any_text_can_be_shown_and_walked_through(qtbot: QtBot, pane: ReaderPane, text: str) -> None:
    pane.show_reading(make_reading(text))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_F7, Qt.Key.Key_F8):
        QTest.keyClick(pane.text, key)
    assert not pane.grab().isNull()
