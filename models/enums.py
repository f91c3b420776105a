"""The closed vocabularies of a project file. The values are stored; never rename one without a migration."""

from enum import StrEnum


class Status(StrEnum):
    """The desk's judgement of an incident."""

    UNVERIFIED = "unverified"
    REPORTED = "reported"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Stance(StrEnum):
    """What a citation does to its incident."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class ChangedWithin(StrEnum):
    """Spans of "changed since" that end now: today, and seven or thirty days with it, from local midnight on."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"


class LinkKind(StrEnum):
    """How one incident relates to another, read from the first to the second."""

    PRECEDES = "precedes"
    CAUSED_BY = "caused-by"
    RESPONSE_TO = "response-to"
    PART_OF = "part-of"
    SAME_AS = "same-as"
    CONTRADICTS = "contradicts"
    SEE_ALSO = "see-also"


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    THING = "thing"


class CreatorRole(StrEnum):
    """CSL name variables that a source may carry."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    INTERVIEWER = "interviewer"
    DIRECTOR = "director"
    RECIPIENT = "recipient"


class SourceType(StrEnum):
    """CSL 1.0.2 item types that a newsroom cites."""

    ARTICLE_NEWSPAPER = "article-newspaper"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_JOURNAL = "article-journal"
    WEBPAGE = "webpage"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REPORT = "report"
    INTERVIEW = "interview"
    PERSONAL_COMMUNICATION = "personal_communication"
    BROADCAST = "broadcast"
    SPEECH = "speech"
    HEARING = "hearing"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    BILL = "bill"
    BOOK = "book"
    CHAPTER = "chapter"
    DATASET = "dataset"
    GRAPHIC = "graphic"
    MAP = "map"
    MANUSCRIPT = "manuscript"
    MOTION_PICTURE = "motion_picture"
    SONG = "song"
    SOFTWARE = "software"
    THESIS = "thesis"
    DOCUMENT = "document"


class LocatorLabel(StrEnum):
    """CSL 1.0.2 locator terms."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    TIMESTAMP = "timestamp"
    LINE = "line"
    SECTION = "section"
    CHAPTER = "chapter"
    COLUMN = "column"
    FIGURE = "figure"
    FOLIO = "folio"
    NOTE = "note"
    TABLE = "table"
    APPENDIX = "appendix"
    VOLUME = "volume"
    ISSUE = "issue"
    PART = "part"
    SCENE = "scene"
    VERSE = "verse"


class CaptureMethod(StrEnum):
    """How the preserved bytes came in."""

    FILE = "file"
    DROP = "drop"
    PASTE = "paste"
    COMMAND_LINE = "command-line"


class Operation(StrEnum):
    """What a change did; the label of undo, redo and the history."""

    CREATE_PROJECT = "create-project"
    EDIT_PROJECT = "edit-project"
    ADD_INCIDENT = "add-incident"
    EDIT_INCIDENT = "edit-incident"
    DELETE_INCIDENT = "delete-incident"
    RESTORE_INCIDENT = "restore-incident"
    MOVE_INCIDENT = "move-incident"
    ADD_SOURCE = "add-source"
    EDIT_SOURCE = "edit-source"
    DELETE_SOURCE = "delete-source"
    RESTORE_SOURCE = "restore-source"
    ADD_CAPTURE = "add-capture"
    REMOVE_CAPTURE = "remove-capture"
    REPLACE_TEXT = "replace-text"
    ADD_CITATION = "add-citation"
    EDIT_CITATION = "edit-citation"
    REMOVE_CITATION = "remove-citation"
    MOVE_CITATION = "move-citation"
    ACCEPT_PROPOSAL = "accept-proposal"
    ATTACH_PROPOSAL = "attach-proposal"
    SKIP_PROPOSAL = "skip-proposal"
    UNSKIP_PROPOSAL = "unskip-proposal"
    ADD_LINK = "add-link"
    EDIT_LINK = "edit-link"
    REMOVE_LINK = "remove-link"
    ADD_ENTITY = "add-entity"
    EDIT_ENTITY = "edit-entity"
    REMOVE_ENTITY = "remove-entity"
    ADD_TAG = "add-tag"
    EDIT_TAG = "edit-tag"
    REMOVE_TAG = "remove-tag"
    ADD_VIEW = "add-view"
    EDIT_VIEW = "edit-view"
    REMOVE_VIEW = "remove-view"
    IMPORT = "import"
    EMPTY_BIN = "empty-bin"


class ChangeState(StrEnum):
    """Where a change stands in the history."""

    APPLIED = "applied"
    UNDONE = "undone"
    ABANDONED = "abandoned"
    FINAL = "final"


class Finding(StrEnum):
    """What a check of a project can find; the first five are damage, the rest is work for the desk."""

    FILE_DAMAGED = "file-damaged"
    BROKEN_REFERENCE = "broken-reference"
    RECORD_CHANGED = "record-changed"
    CAPTURE_CHANGED = "capture-changed"
    INDEX_STALE = "index-stale"
    QUOTE_NOT_IN_CAPTURE = "quote-not-in-capture"
    UNCITED = "uncited"
    SINGLE_SOURCE = "single-source"
    SOURCES_DIFFER = "sources-differ"
    NO_LOCATOR = "no-locator"


class ProblemCode(StrEnum):
    """What can go wrong outside the program; one clear message each, worded in gui/texts.py and cli.py."""

    DISK_FULL = "CHR-S01"
    FILE_MOVED = "CHR-S02"
    FILE_CHANGED_UNDERNEATH = "CHR-S03"
    FILE_IN_USE = "CHR-S04"
    READ_ONLY = "CHR-S05"
    WRITE_FAILED = "CHR-S06"
    STALE_ROW = "CHR-S07"
    DAMAGED = "CHR-R01"
    EMPTY_FILE = "CHR-R02"
    NOT_A_PROJECT = "CHR-R03"
    MISSING_FILE = "CHR-R04"
    FOREIGN_SCHEMA = "CHR-X01"
    NEWER_VERSION = "CHR-M01"
    MIGRATION_FAILED = "CHR-M02"
    TARGET_EXISTS = "CHR-E01"
    TARGET_FOLDER_MISSING = "CHR-E02"
    TARGET_NOT_WRITABLE = "CHR-E03"
    UNKNOWN_FORMAT = "CHR-E04"
    PROTECTED_NAME_FOUND = "CHR-E05"
    PROTECTED_NAME_DRAWN = "CHR-E06"
    IMPORT_UNREADABLE = "CHR-I01"
    IMPORT_TOO_LARGE = "CHR-I02"
    IMPORT_TIMED_OUT = "CHR-I03"
    IMPORT_UNKNOWN_TYPE = "CHR-I04"
    INVALID_INPUT = "CHR-V01"
    NOTHING_TO_UNDO = "CHR-U01"
    NOT_FOUND = "CHR-U02"


class ImportFault(StrEnum):
    """Why a file was not imported: the detail `reason` of IMPORT_UNREADABLE, IMPORT_TOO_LARGE and IMPORT_UNKNOWN_TYPE.

    Worded in gui/texts/imports.py and cli/texts.py.
    """

    BINARY = "binary"
    ENCODING = "encoding"
    EMPTY = "empty"
    PERMISSION = "permission"
    DISK = "disk"
    ENCRYPTED = "encrypted"
    MALFORMED = "malformed"
    TOO_DEEP = "too-deep"
    NO_TITLE_COLUMN = "no-title-column"
    CRASHED = "crashed"
    MANY_BYTES = "many-bytes"
    MANY_ROWS = "many-rows"
    UNPACKED = "unpacked"
    MEMORY = "memory"
    PROJECT = "project"
    NO_FILE = "no-file"


class DoubtCode(StrEnum):
    """What an importer was not sure of. Worded in gui/texts/imports.py and cli/texts.py."""

    UNREADABLE_DATE = "unreadable-date"
    UNREADABLE_ZONE = "unreadable-zone"
    UNKNOWN_STATUS = "unknown-status"
    UNKNOWN_CONFIDENCE = "unknown-confidence"
    EXTRA_CELLS = "extra-cells"
    BROKEN_QUOTES = "broken-quotes"
    MISSING_TITLE = "missing-title"
    TOO_LONG = "too-long"
    BAD_URL = "bad-url"
    REPEATED_ID = "repeated-id"
    CONTROL_CHARACTERS = "control-characters"
    UNKNOWN_COLUMN = "unknown-column"
    GUESSED_ENCODING = "guessed-encoding"
    NO_TEXT = "no-text"
    TEXT_CUT = "text-cut"
    NO_ARTICLE = "no-article"
    UNREADABLE_PAGES = "unreadable-pages"
    TEXTLESS_PAGES = "textless-pages"
    DAY_OF_FILE = "day-of-file"
    DAMAGED = "damaged"
    LEFT_OUT = "left-out"
