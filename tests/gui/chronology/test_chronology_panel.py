"""The pane: filters in and out, the empty list, several incidents at once."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.chronology.panel import ChronologyPanel
from gui.filters.choice_popup import ChoicePopup
from models.drafts import IncidentPatch
from models.enums import EntityKind, Status
from models.snapshots import IncidentFilter
from services.chronology import Grouping, Listing
from tests.gui.chronology.rows import TAGS, make_listing, make_store
from tests.gui.filters.offers import Offers, click_line

OFFERS = Offers(TAGS, {5: (EntityKind.PLACE, "Al-Asad"), 6: (EntityKind.PERSON, "A. Person")})
EMPTY = Listing(array("q"), ())


@pytest.fixture
def panel(qtbot: QtBot) -> ChronologyPanel:
    """Six of ten incidents, with tags, a place and a person to choose from."""
    made = ChronologyPanel(make_store(6).fetch, OFFERS.loaders())
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_listing(make_listing(range(1, 7), 2, 4), total=10)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_set_filter_and_arrangement_emit_nothing(qtbot: QtBot, panel: ChronologyPanel) -> None:
    with qtbot.assertNotEmitted(panel.filter_bar.filter_changed), qtbot.assertNotEmitted(panel.arrangement_changed):
        panel.set_filter(IncidentFilter(marked=True))
        panel.set_arrangement(Grouping.YEAR, True)
        panel.set_density(True)


def test_tools_announce_grouping_and_density(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_arrangement(Grouping.MONTH, True)
    tools = panel.tools
    with qtbot.waitSignal(panel.arrangement_changed) as arranged:
        QTest.mouseClick(tools._by, Qt.MouseButton.LeftButton)
    assert arranged.args == [Grouping.YEAR, True]
    with qtbot.waitSignal(panel.density_changed) as density:
        QTest.mouseClick(tools._density, Qt.MouseButton.LeftButton)
    assert density.args == [True]
    assert panel.view.delegate.compact


def test_empty_chronology_offers_the_first_incident(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.show_listing(EMPTY, total=0)
    assert panel.empty_state.isVisible()
    buttons = [button for button in panel.empty_state.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in buttons] == ["New incident"]
    with qtbot.waitSignal(panel.new_incident_requested):
        buttons[0].click()
    panel.set_read_only(True)
    panel.show_listing(EMPTY, total=0)
    assert not buttons[0].isVisible()


def test_filters_that_hide_everything_can_be_cleared(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_filter(IncidentFilter(marked=True))
    panel.show_listing(EMPTY, total=148)
    assert "148 incidents are hidden." in panel.empty_state._text.text()
    clear = next(button for button in panel.empty_state.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(panel.filter_bar.filter_changed) as changed:
        clear.click()
    assert changed.args == [IncidentFilter()]


def test_bulk_bar_stands_only_while_several_are_selected(panel: ChronologyPanel) -> None:
    assert not panel.bulk_bar.isVisible()
    panel.view.selectAll()
    assert panel.bulk_bar.isVisible()
    assert "6 selected" in panel.bulk_bar._count.text()
    panel.keep_current_only()
    assert not panel.bulk_bar.isVisible()
    assert len(panel.selected_ids()) == 1


def test_bulk_edits_carry_one_patch_for_all(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.view.selectAll()
    everything = list(range(1, 7))
    for opener, line, patch in (
        (panel.bulk_bar.open_status, "Verified", IncidentPatch(status=Status.VERIFIED)),
        (panel.bulk_bar.open_tag, "To check", IncidentPatch(add_tags=("To check",))),
        (panel.bulk_bar.open_untag, "US forces", IncidentPatch(remove_tags=("US forces",))),
        (panel.bulk_bar.open_place, "Al-Asad", IncidentPatch(place="Al-Asad")),
        (panel.bulk_bar.open_place, "No place", IncidentPatch(place="")),
    ):
        opener()
        popup = panel.findChildren(ChoicePopup)[-1]
        with qtbot.waitSignal(panel.edit_incidents_requested) as asked:
            click_line(popup, line)
        assert asked.args[0] == everything
        assert asked.args[1].given() == patch.given()


def test_a_new_tag_can_be_typed_for_several(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.view.selectAll()
    QTest.keyClick(panel.view, Qt.Key.Key_T)
    popup = panel.findChildren(ChoicePopup)[-1]
    field = popup.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "Casualties")
    with qtbot.waitSignal(panel.edit_incidents_requested) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args[1].given() == {"add_tags": ("Casualties",)}


def test_move_is_turned_round_when_the_newest_stand_first(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.select(4)
    panel.set_arrangement(Grouping.MONTH, True)
    with qtbot.waitSignal(panel.move_in_day_requested) as asked:
        QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert asked.args == [4, False]


def test_panel_speaks_for_its_list(qtbot: QtBot, panel: ChronologyPanel) -> None:
    assert panel.select(5)
    assert (panel.current_id(), panel.position_of(5), panel.position_of(99)) == (5, 5, None)
    panel.step(1)
    assert panel.current_id() == 6
    panel.view.step_group(-1)
    assert panel.current_id() == 1
    panel.step_group()
    assert panel.current_id() == 3
    panel.focus_list()
    assert QApplication.focusWidget() is panel.view


def test_drop_is_turned_round_when_the_newest_stand_first(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_arrangement(Grouping.MONTH, True)
    with qtbot.waitSignal(panel.place_in_day_requested) as asked:
        panel.view.place_requested.emit(3, 5, True)
    assert asked.args == [3, 5, False]
