"""An edit paints the parts of the timeline that it changes, and no others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.overriding import override
from gui.timeline.timeline_page import TimelinePage
from services.timeline_lanes import Lanes
from tests.gui.timeline.boards import BASE, make_lanes, make_page


class Painted(QObject):
    """Notes which widgets are painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widgets: set[QWidget] = set()
        for each in (parent, *parent.findChildren(QWidget)):
            each.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.add(watched)
        return False


@pytest.fixture
def page(qtbot: QtBot) -> TimelinePage:
    made = make_page()
    qtbot.addWidget(made)
    QApplication.processEvents()
    return made


def _painted_by(page: TimelinePage, lanes: Lanes) -> set[QWidget]:
    painted = Painted(page)
    page.show_lanes(lanes)
    QApplication.processEvents()
    return painted.widgets


def test_edit_of_a_title_paints_the_canvas_alone(page: TimelinePage) -> None:
    assert _painted_by(page, make_lanes()) == {page.canvas}


def test_lane_with_another_number_of_incidents_is_named_anew(page: TimelinePage) -> None:
    more = make_lanes({**BASE, "Base": (*BASE["Base"], (8, "2024-01-20"))})
    assert {page.canvas, page.view.column} <= _painted_by(page, more)


def test_lane_with_another_name_is_named_anew(page: TimelinePage) -> None:
    lanes = make_lanes()
    renamed = replace(lanes, lanes=(replace(lanes.lanes[0], title="Camp"), *lanes.lanes[1:]))
    assert page.view.column in _painted_by(page, renamed)
