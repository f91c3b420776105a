"""The menus, made from the table of actions: one for the button ≡, the same in the menu bar."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.actions import ActionId, Actions, Menu

_A = ActionId
# None is a separating line.
_ORDER: dict[Menu, tuple[ActionId | None, ...]] = {
    Menu.PROJECT: (
        *(
            _A.NEW_PROJECT,
            _A.OPEN_PROJECT,
            _A.OPEN_SAMPLE,
            None,
            _A.EDIT_PROJECT,
            _A.SAVE_COPY,
            None,
            _A.IMPORT_FILES,
            _A.IMPORT_FOLDER,
            _A.EXPORT,
            _A.SAVE_PICTURE,
            None,
        ),
        *(_A.KEEP_RECENT, _A.CLEAR_RECENT, None, _A.CLOSE_PROJECT, _A.QUIT),
    ),
    Menu.EDIT: (
        *(
            _A.UNDO,
            _A.REDO,
            None,
            _A.NEW_INCIDENT,
            _A.ADD_SOURCE,
            _A.PASTE_SOURCE,
            _A.ADD_TAG,
            _A.SAVE_VIEW,
            None,
            _A.EMPTY_BIN,
        ),
    ),
    Menu.INCIDENT: (
        *(_A.EDIT, _A.EDIT_DATE, _A.CITE, _A.LINK, _A.TAG, _A.MARK, None, _A.MOVE_UP, _A.MOVE_DOWN, None, _A.DELETE),
    ),
    Menu.READER: (
        *(_A.READ, _A.READ_ALL, _A.SHOW_WORDS, _A.CONFIRM_SOURCE, None),
        *(_A.ACCEPT_PROPOSAL, _A.EDIT_PROPOSAL, _A.ATTACH_PROPOSAL, _A.SKIP_PROPOSAL, _A.UNDO_DECISION, None),
        *(_A.NEXT_DATE, _A.PREVIOUS_DATE, _A.NEXT_CITED, _A.PREVIOUS_CITED, None),
        *(_A.CHANGE_TODAY, _A.SHOW_PAGES, _A.LARGER_TEXT, _A.SMALLER_TEXT),
    ),
    Menu.TIMELINE: (
        *(_A.ZOOM_IN, _A.ZOOM_OUT, _A.FIT_ALL, _A.FIT_SELECTION, None),
        *(_A.ZOOM_YEARS, _A.ZOOM_MONTHS, _A.ZOOM_DAYS, _A.ZOOM_HOURS, None),
        *(_A.PREVIOUS_IN_TIME, _A.NEXT_IN_TIME, None),
        *(_A.DATE_EARLIER, _A.DATE_LATER, _A.END_EARLIER, _A.END_LATER),
    ),
    Menu.GO: (
        *(_A.COMMANDS, _A.SEARCH, _A.FIND, None, _A.SELECT_NEXT, _A.SELECT_PREVIOUS, _A.SELECT_NEXT_GROUP, None),
        *(_A.NEXT_PANE, _A.PREVIOUS_PANE, _A.BACK, _A.CONFIRM),
    ),
    Menu.VIEW: (
        *(
            _A.SHOW_CHRONOLOGY,
            _A.SHOW_TIMELINE,
            _A.SHOW_CALENDAR,
            _A.SHOW_SOURCES,
            _A.SHOW_ENTITIES,
            _A.SHOW_HISTORY,
            _A.SHOW_BIN,
            None,
        ),
        *(_A.TOGGLE_SIDEBAR, _A.TOGGLE_INSPECTOR, None, _A.COMPACT, _A.GROUP_BY_YEAR, _A.NEWEST_FIRST),
        *(None, _A.FILTER, _A.CLEAR_FILTERS, None, _A.THEME_SYSTEM, _A.THEME_LIGHT, _A.THEME_DARK),
    ),
    Menu.HELP: (_A.KEYS, _A.SINGLE_KEYS, None, _A.ABOUT),
}
_THEMES = (_A.THEME_SYSTEM, _A.THEME_LIGHT, _A.THEME_DARK)


def make_menus(actions: Actions, parent: QWidget) -> tuple[QMenu, ...]:
    """One menu per heading."""
    group = QActionGroup(parent)
    for action_id in _THEMES:
        group.addAction(actions[action_id])
    return tuple(_make_menu(actions, heading, parent) for heading in _ORDER)


def _make_menu(actions: Actions, heading: Menu, parent: QWidget) -> QMenu:
    menu = QMenu(parent.tr(heading.value), parent)
    for action_id in _ORDER[heading]:
        if action_id is None:
            menu.addSeparator()
        else:
            menu.addAction(actions[action_id])
    return menu


def make_main_menu(menus: tuple[QMenu, ...], parent: QWidget) -> QMenu:
    """The menu of the button ≡."""
    menu = QMenu(parent)
    for part in menus:
        menu.addMenu(part)
    return menu


def fill_menu_bar(bar: QMenuBar, menus: tuple[QMenu, ...]) -> None:
    """The same menus in the bar, which shows itself on macOS and on Alt elsewhere."""
    for menu in menus:
        bar.addMenu(menu)
