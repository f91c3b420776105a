"""The date field by itself, as the source editor uses it too."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from dates import UNDATED, UncertainDate
from gui.fields.date_field import CalendarPopup, DateField


def fixed_today() -> dt.date:
    return dt.date(2024, 1, 23)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(400, 100)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(host: QWidget) -> DateField:
    made = DateField("Published", host, today=fixed_today)
    host.show()
    return made


@pytest.mark.parametrize(
    ("text", "edtf", "said"),
    [
        ("20 Jan 2024", "2024-01-20", "20 January 2024"),
        ("yesterday", "2024-01-22", "22 January 2024"),
        ("mid-October 2023", "2023-10-1X~", "mid-October 2023"),
        ("between 4 and 9 January 2024", "[2024-01-04..2024-01-09]", "between 4 and 9 January 2024"),
        ("", "", ""),
    ],
)
def test_typed_date_is_understood_at_every_key(field: DateField, qtbot: QtBot, text: str, edtf: str, said: str) -> None:
    QTest.keyClicks(field.edit, text)
    assert field.date() == UncertainDate(edtf)
    assert said in field.note.label.text()
    assert field.note.isVisible() == bool(text)


@pytest.mark.parametrize(
    "text", ["31 Feb 2024", "nonsense", "<b>x</b>", "4/5/2024", "x" * 100_000, "٢٠٢٤", "\u202e2024"]
)
def test_text_that_is_no_date_is_kept_and_explained(field: DateField, text: str) -> None:
    field.set_text(text)
    assert field.date() is None or field.date() != UNDATED
    if field.date() is None:
        assert field.edit.property("problem") is True
        assert "<b>x" not in field.note.label.text()
        assert len(field.problem()) < 250
    assert field.text() == text


def test_set_date_keeps_a_text_that_means_the_same(field: DateField) -> None:
    field.set_text("20.1.2024")
    if field.date() != UncertainDate("2024-01-20"):
        field.set_text("January 20, 2024")
    typed = field.text()
    field.set_date(UncertainDate("2024-01-20", "on Saturday"))
    assert field.text() == typed
    assert field.date() == UncertainDate("2024-01-20", "on Saturday")


def test_calendar_opens_at_the_date_and_fills_in_a_day(field: DateField, qtbot: QtBot) -> None:
    field.set_date(UncertainDate("2024-02"))
    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2024, 2, 1)
    with qtbot.waitSignal(field.chosen):
        calendar.activated.emit(QDate(2024, 2, 29))
    assert field.date() == UncertainDate("2024-02-29")
