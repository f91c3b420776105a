"""Exporting what is seen, or the whole chronology."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from gui.elided_line import ElidedLine
from gui.export.export_dialog import ExportDialog
from gui.export.subject import ExportSubject
from gui.fields.segment_bar import SegmentBar
from models.snapshots import IncidentFilter
from tests.fakes import FakeNotices
from tests.gui.export.conftest import Press

MARKED = IncidentFilter(marked=True)


class Counter:
    """Counts the whole chronology when it is asked."""

    def __init__(self, whole: ExportSubject | None) -> None:
        self.whole = whole
        self.asked = 0

    def load(self) -> ExportSubject | None:
        self.asked += 1
        return self.whole


def _dialog(qtbot: QtBot, press: Press, subject: ExportSubject, counter: Counter | None) -> ExportDialog:
    made = ExportDialog(subject, press.build, FakeNotices(), load_whole=counter.load if counter else None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(press.asked))
    return made


def _about(dialog: ExportDialog) -> str:
    return dialog.findChildren(ElidedLine)[0].accessibleName()


@pytest.fixture
def seen(subject: ExportSubject) -> ExportSubject:
    return replace(subject, wanted=MARKED)


def test_whole_chronology_can_be_chosen_and_what_is_seen_again(qtbot: QtBot, press: Press, seen: ExportSubject) -> None:
    counter = Counter(replace(seen, incidents=148, uncited=0, disagreements=0, view_name="", wanted=IncidentFilter()))
    dialog = _dialog(qtbot, press, seen, counter)
    assert (dialog.options().wanted, counter.asked) == (MARKED, 0)
    scope = dialog.findChildren(SegmentBar)[0]
    QTest.keyClick(scope, Qt.Key.Key_Right)
    assert dialog.options().wanted == IncidentFilter()
    assert _about(dialog) == "148 incidents, the whole chronology"
    keep = next(b for b in dialog.findChildren(QAbstractButton) if b.text().startswith("Keep"))
    still_open = next(label for label in dialog.findChildren(QLabel) if "still open" in label.text())
    assert not keep.isVisible()
    assert not still_open.isVisible()
    qtbot.waitUntil(lambda: press.asked[-1].wanted == IncidentFilter())
    QTest.keyClick(scope, Qt.Key.Key_Left)
    QTest.keyClick(scope, Qt.Key.Key_Right)
    QTest.keyClick(scope, Qt.Key.Key_Left)
    assert dialog.options().wanted == MARKED
    assert (_about(dialog), counter.asked) == ("2 incidents · Marked: key", 1)
    assert keep.isVisible()


def test_whole_that_cannot_be_counted_leaves_what_is_seen(qtbot: QtBot, press: Press, seen: ExportSubject) -> None:
    dialog = _dialog(qtbot, press, seen, Counter(None))
    scope = dialog.findChildren(SegmentBar)[0]
    QTest.keyClick(scope, Qt.Key.Key_Right)
    assert dialog.options().wanted == MARKED
    assert scope.value() == "seen"


def test_without_a_filter_there_is_nothing_to_choose(qtbot: QtBot, press: Press, subject: ExportSubject) -> None:
    dialog = _dialog(qtbot, press, replace(subject, view_name=""), None)
    assert not dialog.findChildren(SegmentBar)
    assert _about(dialog) == "2 incidents, the whole chronology"
