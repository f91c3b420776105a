"""Which fields the editor shows for each type of source; their words are in `gui.texts`.

Variables are those of CSL 1.0.2. `container-title` and `publisher` are fields of the source itself; every other
variable is kept in `SourcePatch.fields` under its CSL name. A field that holds a value is never hidden: after a change
of type it stays visible behind the fields of the new type.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from gui.texts import csl_field_text, field_text
from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import CreatorRole, SourceType

CONTAINER = "container-title"
PUBLISHER = "publisher"
OWN_FIELDS: Mapping[str, str] = {CONTAINER: "container_title", PUBLISHER: "publisher"}

FIELDS: Mapping[SourceType, tuple[str, ...]] = {
    SourceType.ARTICLE_NEWSPAPER: (CONTAINER, PUBLISHER, "section", "edition", "page", "publisher-place"),
    SourceType.ARTICLE_MAGAZINE: (CONTAINER, PUBLISHER, "volume", "issue", "page", "ISSN"),
    SourceType.ARTICLE_JOURNAL: (CONTAINER, PUBLISHER, "volume", "issue", "page", "DOI", "ISSN"),
    SourceType.WEBPAGE: (CONTAINER, PUBLISHER, "genre", "version"),
    SourceType.POST: (CONTAINER, "genre", "number"),
    SourceType.POST_WEBLOG: (CONTAINER, PUBLISHER, "genre"),
    SourceType.REPORT: (
        PUBLISHER,
        "genre",
        "number",
        "collection-title",
        "publisher-place",
        "page",
        "number-of-pages",
        "DOI",
        "ISBN",
    ),
    SourceType.INTERVIEW: (CONTAINER, PUBLISHER, "medium", "genre", "event-place"),
    SourceType.PERSONAL_COMMUNICATION: ("genre", "medium", "event-place"),
    SourceType.BROADCAST: (CONTAINER, PUBLISHER, "number", "medium", "dimensions"),
    SourceType.SPEECH: ("event-title", "event-place", PUBLISHER, "genre", "medium"),
    SourceType.HEARING: ("authority", "event-title", "event-place", "number", PUBLISHER, "page"),
    SourceType.LEGAL_CASE: ("authority", "number", "jurisdiction", CONTAINER, "volume", "page"),
    SourceType.LEGISLATION: ("jurisdiction", CONTAINER, "number", "volume", "chapter-number", "section", "page"),
    SourceType.BILL: ("authority", "number", "jurisdiction", CONTAINER, "section", "page"),
    SourceType.BOOK: (
        PUBLISHER,
        "publisher-place",
        "edition",
        "volume",
        "collection-title",
        "number-of-pages",
        "ISBN",
        "DOI",
    ),
    SourceType.CHAPTER: (CONTAINER, PUBLISHER, "publisher-place", "edition", "volume", "page", "ISBN", "DOI"),
    SourceType.DATASET: (PUBLISHER, "version", "genre", "medium", "DOI"),
    SourceType.GRAPHIC: (
        CONTAINER,
        PUBLISHER,
        "genre",
        "medium",
        "dimensions",
        "event-place",
        "archive",
        "archive_location",
    ),
    SourceType.MAP: (PUBLISHER, "publisher-place", "edition", "scale", "collection-title", "genre"),
    SourceType.MANUSCRIPT: ("genre", "publisher-place", "archive", "archive_location", "number-of-pages"),
    SourceType.MOTION_PICTURE: (PUBLISHER, "genre", "medium", "dimensions"),
    SourceType.SONG: (CONTAINER, PUBLISHER, "medium", "number", "dimensions"),
    SourceType.SOFTWARE: (PUBLISHER, "version", "genre", "medium"),
    SourceType.THESIS: (PUBLISHER, "genre", "publisher-place", "number-of-pages", "DOI"),
    SourceType.DOCUMENT: (
        CONTAINER,
        PUBLISHER,
        "genre",
        "number",
        "medium",
        "page",
        "archive",
        "archive_location",
    ),
}

# The order of the type list: what a newsroom cites every day first.
TYPE_GROUPS: tuple[tuple[str, tuple[SourceType, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("CslFields", "News and web"),
        (
            SourceType.ARTICLE_NEWSPAPER,
            SourceType.WEBPAGE,
            SourceType.ARTICLE_MAGAZINE,
            SourceType.BROADCAST,
            SourceType.POST,
            SourceType.POST_WEBLOG,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("CslFields", "People"),
        (SourceType.INTERVIEW, SourceType.PERSONAL_COMMUNICATION, SourceType.SPEECH),
    ),
    (
        QT_TRANSLATE_NOOP("CslFields", "Papers and records"),
        (SourceType.DOCUMENT, SourceType.REPORT, SourceType.DATASET, SourceType.MANUSCRIPT),
    ),
    (
        QT_TRANSLATE_NOOP("CslFields", "Law and parliament"),
        (SourceType.LEGAL_CASE, SourceType.HEARING, SourceType.LEGISLATION, SourceType.BILL),
    ),
    (
        QT_TRANSLATE_NOOP("CslFields", "Pictures, maps and sound"),
        (SourceType.GRAPHIC, SourceType.MAP, SourceType.MOTION_PICTURE, SourceType.SONG),
    ),
    (
        QT_TRANSLATE_NOOP("CslFields", "Books and research"),
        (
            SourceType.BOOK,
            SourceType.CHAPTER,
            SourceType.ARTICLE_JOURNAL,
            SourceType.THESIS,
            SourceType.SOFTWARE,
        ),
    ),
)

_ROLE_ORDER: Mapping[SourceType, tuple[CreatorRole, ...]] = {
    SourceType.INTERVIEW: (CreatorRole.AUTHOR, CreatorRole.INTERVIEWER),
    SourceType.PERSONAL_COMMUNICATION: (CreatorRole.AUTHOR, CreatorRole.RECIPIENT),
    SourceType.MOTION_PICTURE: (CreatorRole.DIRECTOR, CreatorRole.AUTHOR),
}

TYPE_ICONS: Mapping[SourceType, str] = {
    SourceType.ARTICLE_NEWSPAPER: "newspaper",
    SourceType.ARTICLE_MAGAZINE: "newspaper",
    SourceType.ARTICLE_JOURNAL: "graduation-cap",
    SourceType.WEBPAGE: "globe",
    SourceType.POST: "message-square",
    SourceType.POST_WEBLOG: "globe",
    SourceType.REPORT: "file-text",
    SourceType.INTERVIEW: "mic",
    SourceType.PERSONAL_COMMUNICATION: "mail",
    SourceType.BROADCAST: "radio",
    SourceType.SPEECH: "megaphone",
    SourceType.HEARING: "landmark",
    SourceType.LEGAL_CASE: "scale",
    SourceType.LEGISLATION: "landmark",
    SourceType.BILL: "landmark",
    SourceType.BOOK: "book",
    SourceType.CHAPTER: "book",
    SourceType.DATASET: "table",
    SourceType.GRAPHIC: "image",
    SourceType.MAP: "map",
    SourceType.MANUSCRIPT: "scroll-text",
    SourceType.MOTION_PICTURE: "film",
    SourceType.SONG: "audio-lines",
    SourceType.SOFTWARE: "code",
    SourceType.THESIS: "graduation-cap",
    SourceType.DOCUMENT: "file",
}


def fields_for(source_type: SourceType, values: Mapping[str, str]) -> tuple[str, ...]:
    """CSL variables of a type, then every other variable that already holds a value (`values`: CSL name -> text)."""
    shown = FIELDS[source_type]
    return (*shown, *(variable for variable in sorted(values) if values[variable] and variable not in shown))


def label_for(variable: str, source_type: SourceType) -> str:
    """What a variable is called in sources of this type."""
    own = OWN_FIELDS.get(variable)
    return field_text(own, source_type) if own else csl_field_text(variable, source_type)


def group_label(source_label: str) -> str:
    """The translated heading of a group of types."""
    return QCoreApplication.translate("CslFields", source_label)


def roles_for(source_type: SourceType) -> tuple[CreatorRole, ...]:
    """Every creator role, those that fit the type first; the first is the role of a new creator."""
    first = _ROLE_ORDER.get(source_type, (CreatorRole.AUTHOR,))
    return (*first, *(role for role in CreatorRole if role not in first))
