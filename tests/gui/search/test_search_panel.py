"""The panel of finds on its own: what it shows, and how the keys of the field lead it."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dates import UNDATED, UncertainDate
from gui.search import words
from gui.search.search_panel import SearchPanel
from gui.shell.search_field import SearchField
from gui.style import dress
from gui.theme import DARK, LIGHT
from models.enums import Status
from services.searching import HitGroup, HitKind, SearchHit, SearchResults
from services.word_marks import Excerpt

_DAY = UncertainDate("2024-01-23")
_PIECE = Excerpt("…the ferry was <b>late</b>", ((5, 10),), (40, 45))


def _hit(kind: HitKind, number: int) -> SearchHit:
    status = Status.REPORTED if kind in {HitKind.INCIDENT, HitKind.QUOTE} else None
    date = UNDATED if kind is HitKind.COPY else _DAY
    return SearchHit(kind, number, number + 100, f"Ferry {number}", ((0, 5),), _PIECE, date, status)


def _results(count: int = 2) -> SearchResults:
    groups = [HitGroup(kind, tuple(_hit(kind, n) for n in range(count))) for kind in HitKind]
    return SearchResults("ferry", tuple(groups))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1100, 700)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def panel(window: QWidget) -> SearchPanel:
    panel = SearchPanel(window)
    panel.show_results(_results(), 231)
    panel.show_below(QRect(335, 8, 430, 32))
    return panel


def test_panel_lies_below_the_field_and_within_the_window(panel: SearchPanel, window: QWidget) -> None:
    assert panel.isVisible()
    assert window.rect().contains(panel.geometry())
    assert panel.geometry().top() > 8
    panel.show_results(_results(40), 231)
    assert window.rect().contains(panel.geometry())
    assert panel.list.verticalScrollBar().maximum() > 0


def test_arrows_go_over_all_finds_to_the_last_line_and_back_to_nothing(panel: SearchPanel) -> None:
    assert panel.current() is None
    kinds = []
    for _ in range(8):
        panel.step(1)
        hit = panel.current()
        assert hit is not None
        kinds.append(hit.kind)
    assert kinds == [kind for kind in HitKind for _ in range(2)]
    panel.step(1)
    assert panel.current() is None
    assert panel.all_line.is_current
    panel.step(1)
    assert panel.all_line.is_current
    panel.step(-1)
    assert panel.current() == _hit(HitKind.COPY, 1)
    panel.step(-4)
    panel.step(-4)
    assert panel.current() == _hit(HitKind.INCIDENT, 0)
    panel.step(-1)
    assert panel.current() is None
    assert not panel.open_current()


def test_enter_and_a_click_open_a_find(panel: SearchPanel, qtbot: QtBot) -> None:
    panel.step(1)
    with qtbot.waitSignal(panel.hit_opened) as opened:
        assert panel.open_current()
    assert opened.args == [_hit(HitKind.INCIDENT, 0)]
    second = panel.list.row_rect(panel.list.hits.row_map.row_of(1)).center()
    with qtbot.waitSignal(panel.hit_opened) as clicked:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert clicked.args == [_hit(HitKind.INCIDENT, 1)]


def test_last_line_leads_to_the_list(panel: SearchPanel, qtbot: QtBot) -> None:
    assert panel.all_line.text() == "Show all 231 in the list"
    with qtbot.waitSignal(panel.all_requested):
        panel.all_line.click()
    for _ in range(9):
        panel.step(1)
    with qtbot.waitSignal(panel.all_requested):
        assert panel.open_current()


def test_nothing_found_is_said(panel: SearchPanel) -> None:
    panel.show_results(SearchResults("zora"), 0)
    assert panel.nothing.text() == "Nothing has “zora”."
    panel.show_results(SearchResults('"zora kiki"'), 0)
    assert panel.nothing.text() == 'Nothing has "zora kiki".'
    assert panel.nothing.isVisible()
    assert panel.all_line.isHidden()
    panel.step(1)
    assert panel.current() is None


def test_every_row_has_a_sentence_for_a_screen_reader(panel: SearchPanel) -> None:
    model = panel.list.hits
    told = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert told[0] == "Incidents"
    assert told[1] == "Incident: Ferry 0. 23 Jan 2024. Reported. …the ferry was <b>late</b>"
    assert all(told)
    assert words.hit_sentence(_hit(HitKind.COPY, 0)).startswith("Preserved copy: Ferry 0. …the")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_are_marked_in_the_colour_of_marks(panel: SearchPanel, qapp: object, theme: object) -> None:
    dress(qapp, theme)  # type: ignore[arg-type]
    try:
        panel.list.viewport().repaint()
        picture = panel.list.viewport().grab().toImage()
        marked = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(30, 80)}
        assert theme.mark.name() in marked  # type: ignore[attr-defined]
    finally:
        dress(qapp, LIGHT)  # type: ignore[arg-type]


def test_field_leads_the_panel_and_keeps_its_letters(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "fe")
    steps: list[int] = []
    field.step_requested.connect(steps.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(field, key)
    assert steps == [1, -1, 4, -4]
    field.is_leading = True
    with qtbot.waitSignal(field.closing_requested):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "fe"
    field.is_leading = False
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
