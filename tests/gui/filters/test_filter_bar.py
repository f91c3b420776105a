"""The filter bar: pills, popups and the menu, filters in and out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gui.controls import pop_up
from gui.filters.changed_popup import ChangedPopup
from gui.filters.choice_popup import ChoicePopup
from gui.filters.dates_popup import DatesPopup
from gui.filters.filter_bar import FilterBar
from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_menu import FilterMenu
from gui.filters.pill_button import PillButton
from models.enums import EntityKind, Stance, Status
from models.snapshots import IncidentFilter, TagCard
from tests.gui.filters.offers import Offers, click_line

OFFERS = Offers(
    (TagCard(1, "US forces", 0), TagCard(2, "To check", 1)),
    {5: (EntityKind.PLACE, "Al-Asad"), 6: (EntityKind.PERSON, "A. Person"), 7: (EntityKind.ORGANISATION, "A board")},
)


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    """A bar over two tags, a place, a person and an organisation."""
    made = FilterBar(OFFERS.loaders(), QLabel("148 incidents"))
    qtbot.addWidget(made)
    made.resize(900, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def pill(bar: FilterBar, kind: FilterKind) -> PillButton:
    """The pill of a kind."""
    return next(found for found in bar.findChildren(PillButton) if found.kind is kind)


def open_popup(bar: FilterBar, kind: FilterKind) -> ChoicePopup:
    """The popup of a kind, as a click on its pill opens it."""
    bar.open_choices(kind)
    popup = bar.findChildren(ChoicePopup)[-1]
    assert popup.isVisible()
    return popup


def test_ticks_change_the_filter_at_once(qtbot: QtBot, bar: FilterBar) -> None:
    popup = open_popup(bar, FilterKind.STATUS)
    with qtbot.waitSignal(bar.filter_changed) as changed:
        click_line(popup, "Disputed")
    assert changed.args == [IncidentFilter(statuses=frozenset({Status.DISPUTED}))]
    with qtbot.waitSignal(bar.filter_changed) as changed:
        click_line(popup, "Verified")
    assert changed.args[0].statuses == {Status.DISPUTED, Status.VERIFIED}
    assert pill(bar, FilterKind.STATUS).active


def test_places_and_people_share_the_entity_filter(qtbot: QtBot, bar: FilterBar) -> None:
    bar.load(IncidentFilter(entity_ids=frozenset({6})))
    assert pill(bar, FilterKind.PERSON).active
    assert not pill(bar, FilterKind.PLACE).active
    popup = open_popup(bar, FilterKind.PLACE)
    with qtbot.waitSignal(bar.filter_changed) as changed:
        click_line(popup, "Al-Asad")
    assert changed.args[0].entity_ids == {5, 6}
    bar._chooser.clear(FilterKind.PERSON)
    assert bar.wanted.entity_ids == {5}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (FilterKind.MARKED, IncidentFilter(marked=True)),
        (FilterKind.UNCITED, IncidentFilter(uncited=True)),
        (FilterKind.DISPUTED, IncidentFilter(disputed_by_sources=True)),
    ],
)
def test_yes_or_no_filters_switch_on_and_off(bar: FilterBar, kind: FilterKind, given: IncidentFilter) -> None:
    bar.open_choices(kind)
    assert bar.wanted == given
    bar.open_choices(kind)
    assert bar.wanted.is_empty


def test_cross_of_a_pill_clears_it_and_its_label_opens_it(qtbot: QtBot, bar: FilterBar) -> None:
    bar.load(IncidentFilter(text="drone", tag_ids=frozenset({1})))
    tag = pill(bar, FilterKind.TAG)
    assert tag.accessibleName() == "Tag: US forces"
    with qtbot.waitSignal(bar.filter_changed) as changed:
        QTest.mouseClick(tag, Qt.MouseButton.LeftButton, pos=tag.rect().center() + (tag.rect().topRight() / 2) * 0.8)
    assert changed.args == [IncidentFilter(text="drone")]
    search = pill(bar, FilterKind.TEXT)
    search.setFocus()
    with qtbot.waitSignal(bar.filter_changed) as changed:
        QTest.keyClick(search, Qt.Key.Key_Delete)
    assert changed.args == [IncidentFilter()]


def test_dates_say_how_they_are_understood(qtbot: QtBot, bar: FilterBar) -> None:
    bar.open_choices(FilterKind.DATES)
    popup = bar.findChildren(DatesPopup)[-1]
    since, until = popup.findChildren(QLineEdit)
    since.setText("Oct 2023")
    until.setText("nonsense")
    show = next(button for button in popup.findChildren(QPushButton) if "dates" in button.text())
    assert not show.isEnabled()
    until.setText("20 Jan 2024")
    with qtbot.waitSignal(bar.filter_changed) as changed:
        QTest.keyClick(until, Qt.Key.Key_Return)
    assert changed.args == [IncidentFilter(since="2023-10", until="2024-01-20")]
    assert "Oct 2023" in pill(bar, FilterKind.DATES).accessibleName()


def test_active_pills_without_room_are_counted(bar: FilterBar) -> None:
    bar.resize(420, 400)
    bar.load(IncidentFilter(text="drone", marked=True, uncited=True, tag_ids=frozenset({1}), since="2023"))
    shown = [found for found in bar.findChildren(PillButton) if found.isVisible()]
    hidden = 5 - len(shown)
    assert hidden > 0
    assert any(button.text().endswith(f"Filter · {hidden}") for button in bar.findChildren(QPushButton))
    assert all(found.geometry().right() <= bar.width() for found in shown)


def test_menu_saves_and_clears_what_is_filtered(qtbot: QtBot, bar: FilterBar) -> None:
    bar.load(IncidentFilter(marked=True))
    QTest.mouseClick(bar._menu_button, Qt.MouseButton.LeftButton)
    menu = bar.findChildren(FilterMenu)[-1]
    save, clear = menu.actions()[-2:]
    with qtbot.waitSignal(bar.save_view_requested) as saved:
        save.trigger()
    assert saved.args == [IncidentFilter(marked=True)]
    with qtbot.waitSignal(bar.filter_changed) as cleared:
        clear.trigger()
    assert cleared.args == [IncidentFilter()]
    menu.close()


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "hand"])
def test_menu_opened_by_key_begins_with_its_first_line(bar: FilterBar, by_key: bool) -> None:
    pill(bar, FilterKind.STATUS).setFocus()
    if by_key:
        bar.open_menu(by_key=True)
    else:
        QTest.mouseClick(bar._menu_button, Qt.MouseButton.LeftButton)
    menu = bar.findChildren(FilterMenu)[-1]
    highlighted = menu.activeAction()
    assert (highlighted is menu.actions()[0]) is by_key
    menu.close()


def test_menu_skips_what_cannot_be_chosen_at_its_beginning(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("a").setEnabled(False)
    menu.addSeparator()
    wanted = menu.addAction("b")
    pop_up(menu, QPoint(), by_key=True)
    assert menu.activeAction() is wanted
    menu.close()


def test_values_are_cut_before_any_is_left_out(bar: FilterBar) -> None:
    wanted = IncidentFilter(statuses=frozenset({Status.VERIFIED, Status.DISPUTED}), tag_ids=frozenset({1, 2}))
    bar.load(wanted)
    tag = pill(bar, FilterKind.TAG)
    wide = tag.width()
    tools, gaps = bar.tools.sizeHint().width(), 120
    bar.resize(bar._menu_button.width() + tools + 2 * wide + gaps - 60, bar.height())
    assert tag.isVisible()
    assert pill(bar, FilterKind.STATUS).isVisible()
    assert tag.width() < wide
    assert "To check or US forces" in tag.accessibleName()
    bar.resize(900, bar.height())
    assert tag.width() == wide


def test_button_clears_everything_and_stands_only_while_something_is_hidden(qtbot: QtBot, bar: FilterBar) -> None:
    assert not bar._clear_button.isVisible()
    bar.load(IncidentFilter(marked=True, text="dam"))
    assert bar._clear_button.isVisible()
    with qtbot.waitSignal(bar.filter_changed) as changed:
        QTest.mouseClick(bar._clear_button, Qt.MouseButton.LeftButton)
    assert changed.args == [IncidentFilter()]
    assert not bar._clear_button.isVisible()


def test_bar_makes_room_when_its_tools_grow(qtbot: QtBot, bar: FilterBar) -> None:
    bar.load(IncidentFilter(marked=True, uncited=True, tag_ids=frozenset({1})))
    before = [found for found in bar.findChildren(PillButton) if found.isVisible()]
    tools = bar.tools
    assert isinstance(tools, QLabel)
    tools.setText("a much longer text of what is in view " * 3)
    qtbot.waitUntil(lambda: len([found for found in bar.findChildren(PillButton) if found.isVisible()]) < len(before))
    assert bar._menu_button.property("active") is True
    assert all(found.geometry().right() <= tools.x() for found in bar.findChildren(PillButton) if found.isVisible())


def test_changed_since_and_stances_are_chosen_in_the_bar(qtbot: QtBot, bar: FilterBar) -> None:
    bar.open_choices(FilterKind.CHANGED)
    changed_popup = bar.findChildren(ChangedPopup)[-1]
    with qtbot.waitSignal(bar.filter_changed) as changed:
        changed_popup.since_chosen.emit("week")
    assert changed.args == [IncidentFilter(changed_since="week")]
    changed_popup.close()
    with qtbot.waitSignal(bar.filter_changed) as changed:
        click_line(open_popup(bar, FilterKind.STANCE), "Contradicts")
    assert changed.args == [IncidentFilter(changed_since="week", stances=frozenset({Stance.CONTRADICTS}))]


def test_people_and_organisations_are_kinds_of_their_own(qtbot: QtBot, bar: FilterBar) -> None:
    bar.load(IncidentFilter(entity_ids=frozenset({6})))
    with qtbot.waitSignal(bar.filter_changed) as changed:
        click_line(open_popup(bar, FilterKind.ORGANISATION), "A board")
    assert changed.args[0].entity_ids == {6, 7}
    assert pill(bar, FilterKind.PERSON).active
    assert pill(bar, FilterKind.ORGANISATION).active


def test_keyboard_goes_on_to_the_next_pill_when_one_is_cleared(bar: FilterBar) -> None:
    bar.load(IncidentFilter(marked=True, uncited=True))
    first, second = pill(bar, FilterKind.MARKED), pill(bar, FilterKind.UNCITED)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Backspace)
    assert bar._menu_button.hasFocus()
    assert bar.wanted.is_empty
