"""One filter for list, timeline and calendar, with its views, keys and names."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui.filters.choice_popup import ChoicePopup
from gui.filters.filter_bar import FilterBar
from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_menu import FilterMenu
from gui.filters.pill_button import PillButton
from gui.shell.drop_line import DropLine
from gui.shell.name_dialogs import NameDialog
from gui.shell.page import Page
from models.drafts import TagDraft
from models.enums import ChangedWithin, Status
from models.snapshots import IncidentFilter
from services import saved_views, tags
from services.source_cards import get_source
from tests.counts import count_all
from tests.driver import Driver

OpenWindow = Callable[..., Driver]
VERIFIED = IncidentFilter(statuses=frozenset({Status.VERIFIED}))
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def bars(driver: Driver) -> list[FilterBar]:
    return driver.window.findChildren(FilterBar)


def bar_on_screen(driver: Driver) -> FilterBar:
    return next(bar for bar in bars(driver) if bar.isVisible())


def spot(driver: Driver, name: str) -> QAbstractButton:
    found = driver.window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def save_two_views(driver: Driver) -> tuple[str, str]:
    project = driver.desk.session.project
    first = saved_views.add_view(project, "Verified ones", VERIFIED)
    second = saved_views.add_view(project, "Key ones", IncidentFilter(marked=True))
    return f"view:{first}", f"view:{second}"


def test_what_one_bar_changes_all_bars_show(driver: Driver) -> None:
    driver.press(Qt.Key.Key_2, CTRL)
    assert driver.window.workbench.page is Page.TIMELINE
    bar = bar_on_screen(driver)
    bar.filter_changed.emit(VERIFIED)
    assert len(bars(driver)) >= 2
    assert {shown.wanted for shown in bars(driver)} == {VERIFIED}
    assert driver.desk._chronology.filter == VERIFIED


def test_saved_view_acts_on_the_page_that_is_on_screen_and_is_marked(driver: Driver) -> None:
    verified, key = save_two_views(driver)
    driver.press(Qt.Key.Key_2, CTRL)
    spot(driver, verified).click()
    assert driver.window.workbench.page is Page.TIMELINE
    assert bar_on_screen(driver).wanted == VERIFIED
    assert (spot(driver, verified).isChecked(), spot(driver, key).isChecked()) == (True, False)
    assert spot(driver, "timeline").isChecked()
    spot(driver, verified).click()
    assert driver.desk._chronology.filter.is_empty
    assert not spot(driver, verified).isChecked()


def test_saved_view_leads_to_the_list_from_a_page_that_shows_no_incidents(driver: Driver) -> None:
    verified, _ = save_two_views(driver)
    spot(driver, verified).click()
    driver.press(Qt.Key.Key_4, CTRL)
    assert not spot(driver, verified).isChecked()
    spot(driver, verified).click()
    assert driver.window.workbench.page is Page.CHRONOLOGY
    assert driver.desk._chronology.filter == VERIFIED
    assert spot(driver, verified).isChecked()


def test_changed_this_week_stays_marked(driver: Driver) -> None:
    spot(driver, "changed-this-week").click()
    assert driver.desk._chronology.filter == IncidentFilter(changed_since=ChangedWithin.WEEK)
    assert spot(driver, "changed-this-week").isChecked()


def test_views_change_places_by_key_and_that_can_be_undone(driver: Driver) -> None:
    save_two_views(driver)
    project = driver.desk.session.project
    row = spot(driver, [f"view:{view.id}" for view in count_all(project).views][1])
    row.setFocus()
    driver.press(Qt.Key.Key_Up, ALT)
    assert [view.name for view in count_all(project).views] == ["Key ones", "Verified ones"]
    driver.press(Qt.Key.Key_Up, ALT)
    assert [view.name for view in count_all(project).views] == ["Key ones", "Verified ones"]
    driver.press(Qt.Key.Key_Z, CTRL)
    assert [view.name for view in count_all(project).views] == ["Verified ones", "Key ones"]


def names_of_views(driver: Driver) -> list[str]:
    return [view.name for view in count_all(driver.desk.session.project).views]


def drag(row: QAbstractButton, to: QPoint, *, then: Callable[[], None] | None = None) -> None:
    """Take a row to a place of its own coordinates; `then` is done before it is let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    row.window().resize(1440, 900)  # a narrow one has a rail, without these rows
    QApplication.processEvents()
    QTest.mousePress(row, left, none, row.rect().center())
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(row, row.rect().center() + (to - row.rect().center()) * share)
    if then is not None:
        then()
    QTest.mouseRelease(row, left, none, to)


def test_views_change_places_by_dragging_and_that_can_be_undone(driver: Driver) -> None:
    verified, _ = save_two_views(driver)
    third = f"view:{saved_views.add_view(driver.desk.session.project, 'Third', VERIFIED)}"
    line = driver.window.workbench.sidebar.views.findChild(DropLine)
    assert isinstance(line, DropLine)
    tops: list[int] = []

    def look() -> None:
        assert line.isVisible()
        tops.extend((line.geometry().bottom(), spot(driver, verified).geometry().top()))

    row = spot(driver, third)
    drag(row, QPoint(40, -2 * row.height()), then=look)
    assert tops[0] == tops[1]
    assert names_of_views(driver) == ["Third", "Verified ones", "Key ones"]
    assert not line.isVisible()
    assert driver.desk._chronology.filter.is_empty  # a drag is no click
    drag(spot(driver, third), QPoint(40, 40 * row.height()))
    assert names_of_views(driver) == ["Verified ones", "Key ones", "Third"]
    driver.press(Qt.Key.Key_Z, CTRL)
    driver.press(Qt.Key.Key_Z, CTRL)
    assert names_of_views(driver) == ["Verified ones", "Key ones", "Third"]


def test_dragging_a_view_is_given_up_by_escape_and_beside_the_sidebar(driver: Driver) -> None:
    verified, key = save_two_views(driver)
    line = driver.window.workbench.sidebar.views.findChild(DropLine)
    assert isinstance(line, DropLine)
    row = spot(driver, key)
    drag(row, QPoint(40, -row.height()), then=lambda: QTest.keyClick(row, Qt.Key.Key_Escape))
    drag(row, QPoint(600, -row.height()))
    drag(row, QPoint(40, row.height() // 2 + 12))
    drag(spot(driver, verified), QPoint(40, row.height() + 2))
    assert names_of_views(driver) == ["Verified ones", "Key ones"]
    assert not line.isVisible()
    assert driver.desk._chronology.filter.is_empty


def test_dragging_a_view_is_given_up_by_another_button(driver: Driver) -> None:
    _, key = save_two_views(driver)
    line = driver.window.workbench.sidebar.views.findChild(DropLine)
    assert isinstance(line, DropLine)
    row = spot(driver, key)

    def press_the_other() -> None:
        right, place = Qt.MouseButton.RightButton, QPoint(40, -row.height())
        QTest.mousePress(row, right, Qt.KeyboardModifier.NoModifier, place)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place))
        QApplication.sendEvent(row, asked)
        QTest.mouseRelease(row, right, Qt.KeyboardModifier.NoModifier, place)
        assert QApplication.activePopupWidget() is None
        assert not line.isVisible()

    drag(row, QPoint(40, -row.height()), then=press_the_other)
    assert names_of_views(driver) == ["Verified ones", "Key ones"]
    drag(row, QPoint(40, -row.height()))
    assert names_of_views(driver) == ["Key ones", "Verified ones"]


def test_rows_that_have_their_own_order_are_not_dragged(driver: Driver) -> None:
    verified, _ = save_two_views(driver)
    drag(spot(driver, "disagree"), QPoint(40, -60))
    drag(spot(driver, verified), QPoint(40, -400))
    assert names_of_views(driver) == ["Verified ones", "Key ones"]


def test_f_opens_the_filters_of_the_page_on_screen_or_of_the_list(driver: Driver) -> None:
    for start, expected in ((Qt.Key.Key_2, Page.TIMELINE), (Qt.Key.Key_4, Page.CHRONOLOGY)):
        driver.press(start, CTRL)
        driver.press(Qt.Key.Key_F)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, FilterMenu)
        assert menu.parentWidget() is bar_on_screen(driver)
        assert menu.activeAction() is menu.actions()[0]
        assert driver.window.workbench.page is expected
        menu.close()


def test_a_view_begins_with_a_name_made_of_its_filter(driver: Driver) -> None:
    driver.desk._chronology.show_filter(VERIFIED)
    bar_on_screen(driver).save_view_requested.emit(VERIFIED)
    dialog = driver.dialog(NameDialog)
    assert isinstance(dialog, NameDialog)
    assert dialog.name_field.text() == "Verified"
    driver.press(Qt.Key.Key_Return)
    assert [view.filter for view in count_all(driver.desk.session.project).views] == [VERIFIED]


def test_a_renamed_tag_is_renamed_on_every_page(driver: Driver) -> None:
    project = driver.desk.session.project
    tag_id = tags.add_tag(project, TagDraft(name="Wreck"))
    driver.desk._chronology.show_filter(IncidentFilter(tag_ids=frozenset({tag_id})))
    tags.edit_tag(project, tag_id, TagDraft(name="Debris"))
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        driver.press(key, CTRL)
        names = [button.accessibleName() for button in bar_on_screen(driver).findChildren(QAbstractButton)]
        assert "Tag: Debris" in names


def test_a_source_is_chosen_by_keys_alone(driver: Driver) -> None:
    driver.press(Qt.Key.Key_F)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FilterMenu)
    source = next(action for action in menu.actions() if action.text() == "Source…")
    menu.setActiveAction(source)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    field = popup.first_field()
    QTest.keyClicks(field, "phase")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    (chosen,) = driver.desk._chronology.filter.source_ids
    assert "Phase I" in get_source(driver.desk.session.project, chosen).title
    assert 0 < driver.desk._chronology.shown < 18
    pill = next(p for p in bar_on_screen(driver).findChildren(PillButton) if p.kind is FilterKind.SOURCE)
    driver.window.resize(1440, 900)
    driver.wait_for_window()
    driver.desk.chronology.step(1)
    driver.qtbot.waitUntil(pill.isVisible)
    pill.setFocus()
    driver.press(Qt.Key.Key_Delete)
    assert driver.desk._chronology.filter.is_empty
    assert driver.focus() is bar_on_screen(driver)._menu_button
    driver.press(Qt.Key.Key_Delete)
    assert count_all(driver.desk.session.project).binned == 0


def test_del_on_a_saved_view_removes_the_view_and_no_incident(driver: Driver) -> None:
    verified, _ = save_two_views(driver)
    project = driver.desk.session.project
    driver.desk.chronology.step(1)
    for name, left in (("needs-citation", 2), (verified, 1)):
        spot(driver, name).setFocus()
        driver.press(Qt.Key.Key_Delete)
        counts = count_all(project)
        assert (len(counts.views), counts.binned) == (left, 0)


def test_filter_that_hides_the_chosen_incident_leaves_nothing_chosen(driver: Driver) -> None:
    panel = driver.desk.chronology
    unverified = next(
        row
        for row in map(panel.model.incident_at, range(panel.model.rowCount()))
        if row and row.status is Status.UNVERIFIED
    )
    assert panel.select(unverified.id)
    driver.desk._chronology.show_filter(VERIFIED)
    assert panel.selected_ids() == []
    assert driver.desk.inspector.incident_id() is None
