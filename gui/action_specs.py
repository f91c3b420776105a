"""What actions are: their names, the menus they stand in, what each needs to be usable, a line of the table."""

from enum import Enum, StrEnum
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP as _NOOP


class ActionId(StrEnum):
    """Names of the actions, by menu."""

    NEW_PROJECT = "new-project"
    OPEN_PROJECT = "open-project"
    OPEN_SAMPLE = "open-sample"
    EDIT_PROJECT = "edit-project"
    SAVE_COPY = "save-copy"
    EXPORT = "export"
    SAVE_PICTURE = "save-picture"
    CLOSE_PROJECT = "close-project"
    CLEAR_RECENT = "clear-recent"
    KEEP_RECENT = "keep-recent"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    NEW_INCIDENT = "new-incident"
    ADD_SOURCE = "add-source"
    PASTE_SOURCE = "paste-source"
    IMPORT_FILES = "import-files"
    IMPORT_FOLDER = "import-folder"
    CONFIRM_SOURCE = "confirm-source"
    EDIT = "edit"
    EDIT_DATE = "edit-date"
    CITE = "cite"
    LINK = "link"
    TAG = "tag"
    MARK = "mark"
    MOVE_UP = "move-up"
    MOVE_DOWN = "move-down"
    DELETE = "delete"
    SELECT_NEXT = "select-next"
    SELECT_PREVIOUS = "select-previous"
    SELECT_NEXT_GROUP = "select-next-group"
    SEARCH = "search"
    FIND = "find"
    COMMANDS = "commands"
    NEXT_PANE = "next-pane"
    PREVIOUS_PANE = "previous-pane"
    BACK = "back"
    CONFIRM = "confirm"
    READ = "read"
    READ_ALL = "read-all"
    SHOW_WORDS = "show-words"
    ACCEPT_PROPOSAL = "accept-proposal"
    EDIT_PROPOSAL = "edit-proposal"
    ATTACH_PROPOSAL = "attach-proposal"
    SKIP_PROPOSAL = "skip-proposal"
    UNDO_DECISION = "undo-decision"
    NEXT_DATE = "next-date"
    PREVIOUS_DATE = "previous-date"
    NEXT_CITED = "next-cited"
    PREVIOUS_CITED = "previous-cited"
    CHANGE_TODAY = "change-today"
    SHOW_PAGES = "show-pages"
    LARGER_TEXT = "larger-text"
    SMALLER_TEXT = "smaller-text"
    SHOW_CHRONOLOGY = "show-chronology"
    SHOW_TIMELINE = "show-timeline"
    SHOW_CALENDAR = "show-calendar"
    SHOW_SOURCES = "show-sources"
    SHOW_ENTITIES = "show-entities"
    SHOW_BIN = "show-bin"
    SHOW_HISTORY = "show-history"
    TOGGLE_SIDEBAR = "toggle-sidebar"
    TOGGLE_INSPECTOR = "toggle-inspector"
    COMPACT = "compact"
    GROUP_BY_YEAR = "group-by-year"
    NEWEST_FIRST = "newest-first"
    FILTER = "filter"
    CLEAR_FILTERS = "clear-filters"
    SAVE_VIEW = "save-view"
    ADD_TAG = "add-tag"
    EMPTY_BIN = "empty-bin"
    THEME_SYSTEM = "theme-system"
    THEME_LIGHT = "theme-light"
    THEME_DARK = "theme-dark"
    SINGLE_KEYS = "single-keys"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    FIT_ALL = "fit-all"
    FIT_SELECTION = "fit-selection"
    ZOOM_YEARS = "zoom-years"
    ZOOM_MONTHS = "zoom-months"
    ZOOM_DAYS = "zoom-days"
    ZOOM_HOURS = "zoom-hours"
    NEXT_IN_TIME = "next-in-time"
    PREVIOUS_IN_TIME = "previous-in-time"
    DATE_LATER = "date-later"
    DATE_EARLIER = "date-earlier"
    END_LATER = "end-later"
    END_EARLIER = "end-earlier"
    KEYS = "keys"
    ABOUT = "about"
    SHOW_MENU = "show-menu"


class Menu(StrEnum):
    """Headings of the menus and of the sheet of keys."""

    PROJECT = "Project"
    EDIT = "Edit"
    INCIDENT = "Incident"
    READER = "Reader"
    TIMELINE = "Timeline"
    GO = "Go"
    VIEW = "View"
    HELP = "Help"


class Need(Enum):
    """What must be there before an action can do anything: facts that must hold ("a|b": one of them), and words for
    the tooltip."""

    NOTHING = ((), "")
    PROJECT = (("project",), _NOOP("actions", "Open a project first"))
    WRITABLE = (("project", "writable"), _NOOP("actions", "Open a project that may be changed first"))
    READY = (("writable",), _NOOP("actions", "This project is open read-only"))
    INCIDENT = (("incident",), _NOOP("actions", "Select an incident first"))
    CITABLE = (("incident|reading", "writable"), _NOOP("actions", "Select an incident that may be changed first"))
    INCIDENT_WRITABLE = (("incident", "writable"), _NOOP("actions", "Select an incident that may be changed first"))
    READING = (("reading",), _NOOP("actions", "Read a source first"))
    PROPOSAL = (("reading", "proposal", "writable"), _NOOP("actions", "There is no proposal to decide on here"))
    TIMELINE = (("timeline",), _NOOP("actions", "Show the timeline first"))
    TIMELINE_WRITABLE = (
        ("timeline", "incident", "writable"),
        _NOOP("actions", "Select an incident on the timeline first"),
    )
    SELECTION = (("project", "selection"), _NOOP("actions", "Select an incident or a source first"))
    SELECTION_WRITABLE = (("selection", "writable"), _NOOP("actions", "Select what may be changed first"))
    UNDO = (("undo",), _NOOP("actions", "Nothing to undo"))
    REDO = (("redo",), _NOOP("actions", "Nothing to redo"))


class Spec(NamedTuple):
    """One line of the table. `keys` are portable key texts; single letters act only outside text fields.

    The keys of a `local` one are told here, but heard by the pane that it acts in: elsewhere they mean something else.
    """

    id: ActionId
    text: object
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    need: Need = Need.PROJECT
    checkable: bool = False
    local: bool = False
