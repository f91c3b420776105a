"""The table of all actions: words, icon, keys, and what each needs to be usable. One QAction is made per line."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP as _NOOP
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from gui.action_specs import ActionId, Menu, Need, Spec
from gui.icons import icon
from gui.theme import Theme

__all__ = ["TABLE", "ActionId", "Actions", "Menu", "Need", "Spec", "is_single_key", "keys_text", "say", "tip_of"]


def _in_text(action_id: ActionId, text: object, key: str, icon_name: str) -> Spec:
    """What the pane with the text answers."""
    return Spec(action_id, text, Menu.READER, (key,), icon_name, Need.READING, local=True)


def _on_card(action_id: ActionId, text: object, key: str, icon_name: str) -> Spec:
    """What the pane of proposals answers."""
    return Spec(action_id, text, Menu.READER, (key,), icon_name, Need.PROPOSAL, local=True)


def _on_time(action_id: ActionId, text: object, key: str, icon_name: str, need: Need = Need.TIMELINE) -> Spec:
    """What the canvas of the timeline answers."""
    return Spec(action_id, text, Menu.TIMELINE, (key,), icon_name, need, local=True)


_A, _M, _N = ActionId, Menu, Need

TABLE: tuple[Spec, ...] = (
    Spec(_A.NEW_PROJECT, _NOOP("actions", "New project…"), _M.PROJECT, ("Ctrl+Shift+N",), "file-plus", _N.NOTHING),
    Spec(_A.OPEN_PROJECT, _NOOP("actions", "Open…"), _M.PROJECT, ("Ctrl+O",), "folder-open", _N.NOTHING),
    Spec(_A.OPEN_SAMPLE, _NOOP("actions", "Try the sample"), _M.PROJECT, (), "compass", _N.NOTHING),
    Spec(_A.EDIT_PROJECT, _NOOP("actions", "Project details…"), _M.PROJECT, ("Ctrl+I",), "pencil", _N.WRITABLE),
    Spec(_A.SAVE_COPY, _NOOP("actions", "Save a copy…"), _M.PROJECT, ("Ctrl+Shift+S",), "copy"),
    Spec(_A.EXPORT, _NOOP("actions", "Export…"), _M.PROJECT, ("Ctrl+E",), "file-output"),
    Spec(
        _A.SAVE_PICTURE,
        _NOOP("actions", "Save a picture of the timeline…"),
        _M.PROJECT,
        ("Ctrl+Shift+E",),
        "image-down",
    ),
    Spec(_A.CLOSE_PROJECT, _NOOP("actions", "Close project"), _M.PROJECT, ("Ctrl+W",), "x"),
    Spec(_A.CLEAR_RECENT, _NOOP("actions", "Forget recent projects"), _M.PROJECT, (), "eraser", _N.NOTHING),
    Spec(_A.KEEP_RECENT, _NOOP("actions", "Remember recent projects"), _M.PROJECT, (), "", _N.NOTHING, checkable=True),
    Spec(_A.QUIT, _NOOP("actions", "Quit"), _M.PROJECT, ("Ctrl+Q",), "log-out", _N.NOTHING),
    Spec(_A.UNDO, _NOOP("actions", "Undo"), _M.EDIT, ("Ctrl+Z",), "undo-2", _N.UNDO),
    Spec(_A.REDO, _NOOP("actions", "Redo"), _M.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", _N.REDO),
    Spec(_A.NEW_INCIDENT, _NOOP("actions", "New incident"), _M.EDIT, ("N",), "plus", _N.READY),
    Spec(_A.ADD_SOURCE, _NOOP("actions", "Add source"), _M.EDIT, ("Shift+N",), "file-plus-corner", _N.READY),
    Spec(
        _A.PASTE_SOURCE,
        _NOOP("actions", "Paste text as a source…"),
        _M.EDIT,
        ("Ctrl+Shift+V",),
        "clipboard-paste",
        _N.WRITABLE,
    ),
    Spec(_A.IMPORT_FILES, _NOOP("actions", "Import files…"), _M.PROJECT, ("Ctrl+Shift+I",), "file-input", _N.READY),
    Spec(
        _A.IMPORT_FOLDER,
        _NOOP("actions", "Import a folder…"),
        _M.PROJECT,
        ("Ctrl+Shift+O",),
        "folder-input",
        _N.READY,
    ),
    Spec(
        _A.CONFIRM_SOURCE,
        _NOOP("actions", "Fields of the source look right"),
        _M.READER,
        ("Ctrl+Shift+L",),
        "scan-eye",
        _N.READY,
    ),
    Spec(_A.ADD_TAG, _NOOP("actions", "New tag…"), _M.EDIT, (), "tag", _N.WRITABLE),
    Spec(_A.SAVE_VIEW, _NOOP("actions", "Save this view…"), _M.EDIT, ("Ctrl+Shift+B",), "bookmark-plus", _N.WRITABLE),
    Spec(_A.EMPTY_BIN, _NOOP("actions", "Empty the bin…"), _M.EDIT, (), "trash", _N.WRITABLE),
    Spec(_A.EDIT, _NOOP("actions", "Edit"), _M.INCIDENT, ("E", "F2"), "pencil", _N.SELECTION),
    Spec(_A.EDIT_DATE, _NOOP("actions", "Edit date"), _M.INCIDENT, ("D",), "calendar", _N.INCIDENT),
    Spec(_A.CITE, _NOOP("actions", "Add citation…"), _M.INCIDENT, ("C",), "quote", _N.CITABLE),
    Spec(_A.LINK, _NOOP("actions", "Link to another incident…"), _M.INCIDENT, ("L",), "link", _N.INCIDENT_WRITABLE),
    Spec(_A.TAG, _NOOP("actions", "Edit tags"), _M.INCIDENT, ("T",), "tag", _N.INCIDENT_WRITABLE),
    Spec(_A.MARK, _NOOP("actions", "Mark as key"), _M.INCIDENT, ("M",), "star", _N.INCIDENT_WRITABLE),
    Spec(
        _A.MOVE_UP, _NOOP("actions", "Earlier in its day"), _M.INCIDENT, ("Alt+Up",), "arrow-up", _N.INCIDENT_WRITABLE
    ),
    Spec(
        _A.MOVE_DOWN,
        _NOOP("actions", "Later in its day"),
        _M.INCIDENT,
        ("Alt+Down",),
        "arrow-down",
        _N.INCIDENT_WRITABLE,
    ),
    Spec(_A.DELETE, _NOOP("actions", "Move to the bin"), _M.INCIDENT, ("Del",), "trash-2", _N.SELECTION_WRITABLE),
    Spec(_A.READ, _NOOP("actions", "Read the source"), _M.READER, ("Ctrl+R",), "book-open"),
    Spec(_A.READ_ALL, _NOOP("actions", "Proposals of all sources"), _M.READER, ("Ctrl+Shift+A",), "layers"),
    Spec(_A.SHOW_WORDS, _NOOP("actions", "Show the cited words"), _M.READER, ("Space",), "book-open-text", local=True),
    _on_card(_A.ACCEPT_PROPOSAL, _NOOP("actions", "Accept the proposal"), "Enter", "check"),
    _on_card(_A.EDIT_PROPOSAL, _NOOP("actions", "Edit the proposal"), "E", "pencil"),
    _on_card(_A.ATTACH_PROPOSAL, _NOOP("actions", "Attach the proposal"), "A", "link"),
    _on_card(_A.SKIP_PROPOSAL, _NOOP("actions", "Skip the proposal"), "S", "x"),
    _in_text(_A.UNDO_DECISION, _NOOP("actions", "Undo the last decision"), "U", "undo-2"),
    _in_text(_A.NEXT_DATE, _NOOP("actions", "Next date word"), "F8", "chevron-down"),
    _in_text(_A.PREVIOUS_DATE, _NOOP("actions", "Previous date word"), "Shift+F8", "chevron-up"),
    _in_text(_A.NEXT_CITED, _NOOP("actions", "Next cited words"), "F7", "chevron-down"),
    _in_text(_A.PREVIOUS_CITED, _NOOP("actions", "Previous cited words"), "Shift+F7", "chevron-up"),
    _in_text(_A.CHANGE_TODAY, _NOOP("actions", "Which day “today” is…"), "Ctrl+T", "calendar"),
    _in_text(_A.SHOW_PAGES, _NOOP("actions", "Text or pages"), "F9", "file-text"),
    _in_text(_A.LARGER_TEXT, _NOOP("actions", "Larger text"), "Ctrl++", "zoom-in"),
    _in_text(_A.SMALLER_TEXT, _NOOP("actions", "Smaller text"), "Ctrl+-", "zoom-out"),
    _on_time(_A.ZOOM_IN, _NOOP("actions", "Zoom in"), "+", "zoom-in"),
    _on_time(_A.ZOOM_OUT, _NOOP("actions", "Zoom out"), "-", "zoom-out"),
    _on_time(_A.FIT_ALL, _NOOP("actions", "Fit all into view"), "0", "maximize"),
    _on_time(_A.FIT_SELECTION, _NOOP("actions", "Fit what is selected into view"), "Shift+0", "scan"),
    _on_time(_A.ZOOM_YEARS, _NOOP("actions", "Zoom to years"), "Alt+1", "calendar-range"),
    _on_time(_A.ZOOM_MONTHS, _NOOP("actions", "Zoom to months"), "Alt+2", "calendar-range"),
    _on_time(_A.ZOOM_DAYS, _NOOP("actions", "Zoom to days"), "Alt+3", "calendar-days"),
    _on_time(_A.ZOOM_HOURS, _NOOP("actions", "Zoom to hours"), "Alt+4", "clock"),
    _on_time(_A.NEXT_IN_TIME, _NOOP("actions", "Next incident in time"), "]", "chevron-right"),
    _on_time(_A.PREVIOUS_IN_TIME, _NOOP("actions", "Previous incident in time"), "[", "chevron-left"),
    _on_time(_A.DATE_LATER, _NOOP("actions", "Move its date later"), "Alt+Right", "arrow-right", _N.TIMELINE_WRITABLE),
    _on_time(
        _A.DATE_EARLIER, _NOOP("actions", "Move its date earlier"), "Alt+Left", "arrow-left", _N.TIMELINE_WRITABLE
    ),
    _on_time(
        _A.END_LATER, _NOOP("actions", "Move its end later"), "Alt+Shift+Right", "arrow-right", _N.TIMELINE_WRITABLE
    ),
    _on_time(
        _A.END_EARLIER, _NOOP("actions", "Move its end earlier"), "Alt+Shift+Left", "arrow-left", _N.TIMELINE_WRITABLE
    ),
    Spec(_A.SELECT_NEXT, _NOOP("actions", "Next"), _M.GO, ("J",), "chevron-down"),
    Spec(_A.SELECT_PREVIOUS, _NOOP("actions", "Previous"), _M.GO, ("K",), "chevron-up"),
    Spec(_A.SELECT_NEXT_GROUP, _NOOP("actions", "Next period"), _M.GO, ("Shift+J",), "chevrons-down"),
    Spec(_A.SEARCH, _NOOP("actions", "Search"), _M.GO, ("/",), "search"),
    Spec(_A.FIND, _NOOP("actions", "Find here"), _M.GO, ("Ctrl+F",), "search"),
    Spec(_A.COMMANDS, _NOOP("actions", "All commands…"), _M.GO, ("Ctrl+K",), "command", _N.NOTHING),
    Spec(_A.NEXT_PANE, _NOOP("actions", "Next pane"), _M.GO, ("F6",), "panels-top-left", _N.NOTHING),
    Spec(_A.PREVIOUS_PANE, _NOOP("actions", "Previous pane"), _M.GO, ("Shift+F6",), "panels-top-left", _N.NOTHING),
    Spec(_A.BACK, _NOOP("actions", "Back one level"), _M.GO, ("Esc",), "corner-up-left", _N.NOTHING),
    Spec(_A.CONFIRM, _NOOP("actions", "Back to the list"), _M.GO, ("Ctrl+Return", "Ctrl+Enter"), "check", _N.PROJECT),
    Spec(_A.SHOW_CHRONOLOGY, _NOOP("actions", "Chronology"), _M.VIEW, ("Ctrl+1",), "list-tree"),
    Spec(_A.SHOW_TIMELINE, _NOOP("actions", "Timeline"), _M.VIEW, ("Ctrl+2",), "chart-gantt"),
    Spec(_A.SHOW_CALENDAR, _NOOP("actions", "Calendar"), _M.VIEW, ("Ctrl+3",), "calendar-days"),
    Spec(_A.SHOW_SOURCES, _NOOP("actions", "Sources"), _M.VIEW, ("Ctrl+4",), "book-open-text"),
    Spec(_A.SHOW_ENTITIES, _NOOP("actions", "People & places"), _M.VIEW, ("Ctrl+5",), "users-round"),
    Spec(_A.SHOW_HISTORY, _NOOP("actions", "History"), _M.VIEW, ("Ctrl+6",), "history"),
    Spec(_A.SHOW_BIN, _NOOP("actions", "Bin"), _M.VIEW, ("Ctrl+7",), "trash-2"),
    Spec(_A.TOGGLE_SIDEBAR, _NOOP("actions", "Sidebar"), _M.VIEW, ("Ctrl+B",), "panel-left"),
    Spec(_A.TOGGLE_INSPECTOR, _NOOP("actions", "Inspector"), _M.VIEW, ("Ctrl+\\",), "panel-right"),
    Spec(_A.COMPACT, _NOOP("actions", "Compact rows"), _M.VIEW, ("Ctrl+Shift+C",), "rows-4", checkable=True),
    Spec(
        _A.GROUP_BY_YEAR,
        _NOOP("actions", "Group by year"),
        _M.VIEW,
        ("Ctrl+Shift+Y",),
        "calendar-range",
        checkable=True,
    ),
    Spec(
        _A.NEWEST_FIRST, _NOOP("actions", "Newest first"), _M.VIEW, ("Ctrl+Shift+R",), "arrow-down-up", checkable=True
    ),
    Spec(_A.FILTER, _NOOP("actions", "Filter…"), _M.VIEW, ("F",), "list-filter"),
    Spec(_A.CLEAR_FILTERS, _NOOP("actions", "Clear filters"), _M.VIEW, ("Ctrl+Shift+F",), "funnel-x"),
    Spec(_A.THEME_SYSTEM, _NOOP("actions", "Follow the system"), _M.VIEW, (), "monitor", _N.NOTHING, checkable=True),
    Spec(_A.THEME_LIGHT, _NOOP("actions", "Light"), _M.VIEW, (), "sun", _N.NOTHING, checkable=True),
    Spec(_A.THEME_DARK, _NOOP("actions", "Dark"), _M.VIEW, (), "moon", _N.NOTHING, checkable=True),
    Spec(_A.SINGLE_KEYS, _NOOP("actions", "Single-letter keys"), _M.HELP, (), "keyboard", _N.NOTHING, checkable=True),
    Spec(_A.KEYS, _NOOP("actions", "All keys"), _M.HELP, ("?",), "keyboard", _N.NOTHING),
    Spec(_A.ABOUT, _NOOP("actions", "About Dateline"), _M.HELP, (), "info", _N.NOTHING),
    Spec(_A.SHOW_MENU, _NOOP("actions", "Menu"), _M.HELP, ("F10",), "menu", _N.NOTHING),
)


def say(text: object) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("actions", str(text))


def is_single_key(keys: str) -> bool:
    """Whether a key text is one printable key, with or without Shift: it must not act while someone types."""
    return len(keys.removeprefix("Shift+")) == 1


class Actions(QObject):
    """Every action as a QAction, found by its id; made when it is first asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[ActionId, QAction] = {}
        self._facts = dict.fromkeys(
            ("project", "incident", "reading", "proposal", "timeline", "selection", "undo", "redo"), False
        )
        self._facts["writable"] = True
        self._needing: dict[str, list[Spec]] = {fact: [] for fact in self._facts}
        self._has_single_keys = True

    def __getitem__(self, action_id: ActionId) -> QAction:
        if action_id not in self._actions:
            self._actions[action_id] = self._make(_spec(action_id))
        return self._actions[action_id]

    def all(self) -> Sequence[QAction]:
        """Every action in the table's order."""
        return tuple(self[spec.id] for spec in TABLE)

    def of_menu(self, menu: Menu) -> Sequence[QAction]:
        """The actions of one menu."""
        return tuple(self[spec.id] for spec in TABLE if spec.menu is menu)

    def name_of(self, action: QAction) -> str:
        """The table's own words for an action, whatever it says at the moment ("Undo", not what would be undone)."""
        return say(_spec(ActionId(action.objectName())).text).rstrip("…")

    def _make(self, spec: Spec) -> QAction:
        action = QAction(say(spec.text), self)
        action.setObjectName(spec.id.value)
        action.setCheckable(spec.checkable)
        if spec.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._set_keys(action, spec)
        self._follow_facts(action, spec)
        for fact in _facts_of(spec):
            self._needing[fact].append(spec)
        return action

    def name(self, action_id: ActionId, text: str) -> None:
        """Give an action other words than the table's."""
        action = self[action_id]
        action.setText(text)
        self._follow_facts(action, _spec(action_id))

    def tint(self, theme: Theme) -> None:
        """Give the actions their icons in a theme's colours; done after the first paint, which shows none of them."""
        for spec in TABLE:
            if spec.icon and not spec.checkable:
                self[spec.id].setIcon(icon(spec.icon, theme))

    def use_single_keys(self, wanted: bool) -> None:
        """Let single letters act (outside text fields), or not at all."""
        self._has_single_keys = wanted
        for action_id, action in self._actions.items():
            self._set_keys(action, _spec(action_id))
            self._follow_facts(action, _spec(action_id))

    def _set_keys(self, action: QAction, spec: Spec) -> None:
        usable = [keys for keys in spec.keys if self._has_single_keys or not is_single_key(keys)]
        action.setShortcuts([QKeySequence(keys) for keys in usable])

    def update_needs(self, **facts: bool) -> None:
        """Take over facts (those of `Need`).

        What can be done now is enabled; the tooltip of a disabled action says what is missing.
        """
        differing = [fact for fact, holds in facts.items() if self._facts[fact] != holds]
        self._facts |= facts
        for fact in differing:
            for spec in self._needing[fact]:
                self._follow_facts(self._actions[spec.id], spec)

    def _follow_facts(self, action: QAction, spec: Spec) -> None:
        wanted, reason = spec.need.value
        is_met = all(any(self._facts[fact] for fact in either.split("|")) for either in wanted)
        action.setEnabled(is_met)
        action.setToolTip(tip_of(action, "" if is_met else say(reason)))


def _facts_of(spec: Spec) -> frozenset[str]:
    wanted, _reason = spec.need.value
    return frozenset(fact for either in wanted for fact in either.split("|"))


@lru_cache(maxsize=len(ActionId))
def _spec(action_id: ActionId) -> Spec:
    return next(spec for spec in TABLE if spec.id is action_id)


def keys_text(action: QAction) -> str:
    """The action's first shortcut as this system writes it; "" without one."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def tip_of(action: QAction, reason: str = "") -> str:
    """ "New incident (N)", and why it cannot be used where `reason` is given."""
    words = action.text().replace("&", "").rstrip("…")
    keys = keys_text(action)
    tip = f"{words} ({keys})" if keys else words
    return f"{tip}. {reason}" if reason else tip
