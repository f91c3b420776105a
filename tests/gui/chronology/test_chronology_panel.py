"""The pane: filters in and out, the empty list, several incidents at once."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from gui.chronology.panel import ChronologyPanel
from gui.filters.choice_popup import ChoicePopup
from gui.filters.dates_popup import DatesPopup
from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_menu import FilterMenu
from gui.filters.pill_button import PillButton
from models.drafts import IncidentPatch
from models.enums import EntityKind, Status
from models.snapshots import EntityCard, IncidentFilter
from services.chronology import Grouping, Listing
from tests.gui.chronology.rows import TAGS, make_listing, make_store

ENTITIES = (EntityCard(5, 1, EntityKind.PLACE, "Al-Asad"), EntityCard(6, 1, EntityKind.PERSON, "A. Person"))
EMPTY = Listing(array("q"), ())


@pytest.fixture
def panel(qtbot: QtBot) -> ChronologyPanel:
    """Six of ten incidents, with tags, a place and a person to choose from."""
    made = ChronologyPanel(make_store(6).fetch)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.set_choices(TAGS, ENTITIES, ())
    made.show_listing(make_listing(range(1, 7), 2, 4), total=10)
    with qtbot.waitExposed(made):
        made.show()
    return made


def pill(panel: ChronologyPanel, kind: FilterKind) -> PillButton:
    """The pill of a kind."""
    return next(found for found in panel.findChildren(PillButton) if found.kind is kind)


def open_popup(panel: ChronologyPanel, kind: FilterKind) -> ChoicePopup:
    """The popup of a kind, as a click on its pill opens it."""
    panel.filter_bar.open_choices(kind)
    popup = panel.findChildren(ChoicePopup)[-1]
    assert popup.isVisible()
    return popup


def click_line(popup: ChoicePopup, text: str) -> None:
    """Click the line that reads `text`."""
    lines = popup.findChildren(QListWidget)[0]
    item = lines.findItems(text, Qt.MatchFlag.MatchExactly)[0]
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=lines.visualItemRect(item).center())


def test_ticks_change_the_filter_at_once(qtbot: QtBot, panel: ChronologyPanel) -> None:
    popup = open_popup(panel, FilterKind.STATUS)
    with qtbot.waitSignal(panel.filter_changed) as changed:
        click_line(popup, "Disputed")
    assert changed.args == [IncidentFilter(statuses=frozenset({Status.DISPUTED}))]
    with qtbot.waitSignal(panel.filter_changed) as changed:
        click_line(popup, "Verified")
    assert changed.args[0].statuses == {Status.DISPUTED, Status.VERIFIED}
    assert pill(panel, FilterKind.STATUS).active


def test_places_and_people_share_the_entity_filter(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_filter(IncidentFilter(entity_ids=frozenset({6})))
    assert pill(panel, FilterKind.PEOPLE).active
    assert not pill(panel, FilterKind.PLACE).active
    popup = open_popup(panel, FilterKind.PLACE)
    with qtbot.waitSignal(panel.filter_changed) as changed:
        click_line(popup, "Al-Asad")
    assert changed.args[0].entity_ids == {5, 6}
    panel.filter_bar._clear_kind(FilterKind.PEOPLE)
    assert panel.filter().entity_ids == {5}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (FilterKind.MARKED, IncidentFilter(marked=True)),
        (FilterKind.UNCITED, IncidentFilter(uncited=True)),
        (FilterKind.DISPUTED, IncidentFilter(disputed_by_sources=True)),
    ],
)
def test_yes_or_no_filters_switch_on_and_off(panel: ChronologyPanel, kind: FilterKind, given: IncidentFilter) -> None:
    panel.filter_bar.open_choices(kind)
    assert panel.filter() == given
    panel.filter_bar.open_choices(kind)
    assert panel.filter().is_empty


def test_cross_of_a_pill_clears_it_and_its_label_opens_it(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_filter(IncidentFilter(text="drone", tag_ids=frozenset({1})))
    tag = pill(panel, FilterKind.TAG)
    assert tag.accessibleName() == "Tag: US forces"
    with qtbot.waitSignal(panel.filter_changed) as changed:
        QTest.mouseClick(tag, Qt.MouseButton.LeftButton, pos=tag.rect().center() + (tag.rect().topRight() / 2) * 0.8)
    assert changed.args == [IncidentFilter(text="drone")]
    search = pill(panel, FilterKind.TEXT)
    search.setFocus()
    with qtbot.waitSignal(panel.filter_changed) as changed:
        QTest.keyClick(search, Qt.Key.Key_Delete)
    assert changed.args == [IncidentFilter()]


def test_dates_say_how_they_are_understood(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.filter_bar.open_choices(FilterKind.DATES)
    popup = panel.findChildren(DatesPopup)[-1]
    since, until = popup.findChildren(QLineEdit)
    since.setText("Oct 2023")
    until.setText("nonsense")
    show = next(button for button in popup.findChildren(QPushButton) if "dates" in button.text())
    assert not show.isEnabled()
    until.setText("20 Jan 2024")
    with qtbot.waitSignal(panel.filter_changed) as changed:
        QTest.keyClick(until, Qt.Key.Key_Return)
    assert changed.args == [IncidentFilter(since="2023-10", until="2024-01-20")]
    assert "Oct 2023" in pill(panel, FilterKind.DATES).accessibleName()


def test_active_pills_without_room_are_counted(panel: ChronologyPanel) -> None:
    panel.resize(420, 400)
    panel.set_filter(IncidentFilter(text="drone", marked=True, uncited=True, tag_ids=frozenset({1}), since="2023"))
    shown = [found for found in panel.findChildren(PillButton) if found.isVisible()]
    hidden = 5 - len(shown)
    assert hidden > 0
    assert any(button.text().endswith(f"Filter · {hidden}") for button in panel.findChildren(QPushButton))
    assert all(found.geometry().right() <= panel.width() for found in shown)


def test_menu_saves_and_clears_what_is_filtered(qtbot: QtBot, panel: ChronologyPanel) -> None:
    panel.set_filter(IncidentFilter(marked=True))
    QTest.mouseClick(panel.filter_bar._menu_button, Qt.MouseButton.LeftButton)
    menu = panel.findChildren(FilterMenu)[-1]
    save, clear = menu.actions()[-2:]
    with qtbot.waitSignal(panel.save_view_requested) as saved:
        save.trigger()
    assert saved.args == [IncidentFilter(marked=True)]
    with qtbot.waitSignal(panel.filter_changed) as cleared:
        clear.trigger()
    assert cleared.args == [IncidentFilter()]
    menu.close()


def test_set_filter_and_choices_emit_nothing(qtbot: QtBot, panel: ChronologyPanel) -> None:
    with qtbot.assertNotEmitted(panel.filter_changed), qtbot.assertNotEmitted(panel.arrangement_changed):
        panel.set_filter(IncidentFilter(marked=True))
        panel.set_choices((), (), ())
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
    with qtbot.waitSignal(panel.filter_changed) as changed:
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
