"""Words for the closed vocabularies of a project: one text per enum member, translated when it is used."""

from PySide6.QtCore import QCoreApplication

from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import (
    CaptureMethod,
    Confidence,
    CreatorRole,
    EntityKind,
    LinkKind,
    LocatorLabel,
    SourceType,
    Stance,
    Status,
)

_QUOTES = frozenset('"“”„«»')
STATUS = {
    Status.UNVERIFIED: QT_TRANSLATE_NOOP("words", "Unverified"),
    Status.REPORTED: QT_TRANSLATE_NOOP("words", "Reported"),
    Status.VERIFIED: QT_TRANSLATE_NOOP("words", "Verified"),
    Status.DISPUTED: QT_TRANSLATE_NOOP("words", "Disputed"),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("words", "Withdrawn"),
}
STATUS_HINT = {
    Status.UNVERIFIED: QT_TRANSLATE_NOOP("words", "Nobody has looked at it yet"),
    Status.REPORTED: QT_TRANSLATE_NOOP("words", "A source says so; not checked by us"),
    Status.VERIFIED: QT_TRANSLATE_NOOP("words", "Checked by us"),
    Status.DISPUTED: QT_TRANSLATE_NOOP("words", "Sources or people contest it"),
    Status.WITHDRAWN: QT_TRANSLATE_NOOP("words", "Taken back; kept for the record"),
}
CONFIDENCE = {
    Confidence.HIGH: QT_TRANSLATE_NOOP("words", "High"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("words", "Medium"),
    Confidence.LOW: QT_TRANSLATE_NOOP("words", "Low"),
}
STANCE = {
    Stance.SUPPORTS: QT_TRANSLATE_NOOP("words", "Supports"),
    Stance.CONTRADICTS: QT_TRANSLATE_NOOP("words", "Contradicts"),
    Stance.QUALIFIES: QT_TRANSLATE_NOOP("words", "Qualifies"),
    Stance.CONTEXT: QT_TRANSLATE_NOOP("words", "Context"),
}
# A link reads from its first incident (outgoing) or from its second.
LINK = {
    (LinkKind.PRECEDES, True): QT_TRANSLATE_NOOP("words", "precedes"),
    (LinkKind.PRECEDES, False): QT_TRANSLATE_NOOP("words", "preceded by"),
    (LinkKind.CAUSED_BY, True): QT_TRANSLATE_NOOP("words", "caused by"),
    (LinkKind.CAUSED_BY, False): QT_TRANSLATE_NOOP("words", "cause of"),
    (LinkKind.RESPONSE_TO, True): QT_TRANSLATE_NOOP("words", "response to"),
    (LinkKind.RESPONSE_TO, False): QT_TRANSLATE_NOOP("words", "answered by"),
    (LinkKind.PART_OF, True): QT_TRANSLATE_NOOP("words", "part of"),
    (LinkKind.PART_OF, False): QT_TRANSLATE_NOOP("words", "includes"),
    (LinkKind.SAME_AS, True): QT_TRANSLATE_NOOP("words", "same as"),
    (LinkKind.SAME_AS, False): QT_TRANSLATE_NOOP("words", "same as"),
    (LinkKind.CONTRADICTS, True): QT_TRANSLATE_NOOP("words", "contradicts"),
    (LinkKind.CONTRADICTS, False): QT_TRANSLATE_NOOP("words", "contradicted by"),
    (LinkKind.SEE_ALSO, True): QT_TRANSLATE_NOOP("words", "see also"),
    (LinkKind.SEE_ALSO, False): QT_TRANSLATE_NOOP("words", "see also"),
}
ENTITY = {
    EntityKind.PERSON: QT_TRANSLATE_NOOP("words", "Person"),
    EntityKind.ORGANISATION: QT_TRANSLATE_NOOP("words", "Organisation"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("words", "Place"),
    EntityKind.THING: QT_TRANSLATE_NOOP("words", "Thing"),
}
ENTITIES = {
    EntityKind.PERSON: QT_TRANSLATE_NOOP("words", "People"),
    EntityKind.ORGANISATION: QT_TRANSLATE_NOOP("words", "Organisations"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("words", "Places"),
    EntityKind.THING: QT_TRANSLATE_NOOP("words", "Things"),
}
CREATOR = {
    CreatorRole.AUTHOR: QT_TRANSLATE_NOOP("words", "Author"),
    CreatorRole.EDITOR: QT_TRANSLATE_NOOP("words", "Editor"),
    CreatorRole.TRANSLATOR: QT_TRANSLATE_NOOP("words", "Translator"),
    CreatorRole.INTERVIEWER: QT_TRANSLATE_NOOP("words", "Interviewer"),
    CreatorRole.DIRECTOR: QT_TRANSLATE_NOOP("words", "Director"),
    CreatorRole.RECIPIENT: QT_TRANSLATE_NOOP("words", "Recipient"),
}
SOURCE_TYPE = {
    SourceType.ARTICLE_NEWSPAPER: QT_TRANSLATE_NOOP("words", "News article"),
    SourceType.ARTICLE_MAGAZINE: QT_TRANSLATE_NOOP("words", "Magazine article"),
    SourceType.ARTICLE_JOURNAL: QT_TRANSLATE_NOOP("words", "Journal article"),
    SourceType.WEBPAGE: QT_TRANSLATE_NOOP("words", "Web page"),
    SourceType.POST: QT_TRANSLATE_NOOP("words", "Social media post"),
    SourceType.POST_WEBLOG: QT_TRANSLATE_NOOP("words", "Blog post"),
    SourceType.REPORT: QT_TRANSLATE_NOOP("words", "Report"),
    SourceType.INTERVIEW: QT_TRANSLATE_NOOP("words", "Interview"),
    SourceType.PERSONAL_COMMUNICATION: QT_TRANSLATE_NOOP("words", "Letter, e-mail or message"),
    SourceType.BROADCAST: QT_TRANSLATE_NOOP("words", "Broadcast"),
    SourceType.SPEECH: QT_TRANSLATE_NOOP("words", "Speech or briefing"),
    SourceType.HEARING: QT_TRANSLATE_NOOP("words", "Hearing"),
    SourceType.LEGAL_CASE: QT_TRANSLATE_NOOP("words", "Court case"),
    SourceType.LEGISLATION: QT_TRANSLATE_NOOP("words", "Legislation"),
    SourceType.BILL: QT_TRANSLATE_NOOP("words", "Bill"),
    SourceType.BOOK: QT_TRANSLATE_NOOP("words", "Book"),
    SourceType.CHAPTER: QT_TRANSLATE_NOOP("words", "Book chapter"),
    SourceType.DATASET: QT_TRANSLATE_NOOP("words", "Data set"),
    SourceType.GRAPHIC: QT_TRANSLATE_NOOP("words", "Photo or graphic"),
    SourceType.MAP: QT_TRANSLATE_NOOP("words", "Map"),
    SourceType.MANUSCRIPT: QT_TRANSLATE_NOOP("words", "Unpublished document"),
    SourceType.MOTION_PICTURE: QT_TRANSLATE_NOOP("words", "Film or video"),
    SourceType.SONG: QT_TRANSLATE_NOOP("words", "Audio recording"),
    SourceType.SOFTWARE: QT_TRANSLATE_NOOP("words", "Software"),
    SourceType.THESIS: QT_TRANSLATE_NOOP("words", "Thesis"),
    SourceType.DOCUMENT: QT_TRANSLATE_NOOP("words", "Other document"),
}
LOCATOR = {
    LocatorLabel.PAGE: QT_TRANSLATE_NOOP("words", "Page"),
    LocatorLabel.PARAGRAPH: QT_TRANSLATE_NOOP("words", "Paragraph"),
    LocatorLabel.TIMESTAMP: QT_TRANSLATE_NOOP("words", "Time in recording"),
    LocatorLabel.LINE: QT_TRANSLATE_NOOP("words", "Line"),
    LocatorLabel.SECTION: QT_TRANSLATE_NOOP("words", "Section"),
    LocatorLabel.CHAPTER: QT_TRANSLATE_NOOP("words", "Chapter"),
    LocatorLabel.COLUMN: QT_TRANSLATE_NOOP("words", "Column"),
    LocatorLabel.FIGURE: QT_TRANSLATE_NOOP("words", "Figure"),
    LocatorLabel.FOLIO: QT_TRANSLATE_NOOP("words", "Folio"),
    LocatorLabel.NOTE: QT_TRANSLATE_NOOP("words", "Note"),
    LocatorLabel.TABLE: QT_TRANSLATE_NOOP("words", "Table"),
    LocatorLabel.APPENDIX: QT_TRANSLATE_NOOP("words", "Appendix"),
    LocatorLabel.VOLUME: QT_TRANSLATE_NOOP("words", "Volume"),
    LocatorLabel.ISSUE: QT_TRANSLATE_NOOP("words", "Issue"),
    LocatorLabel.PART: QT_TRANSLATE_NOOP("words", "Part"),
    LocatorLabel.SCENE: QT_TRANSLATE_NOOP("words", "Scene"),
    LocatorLabel.VERSE: QT_TRANSLATE_NOOP("words", "Verse"),
}
LOCATOR_SHORT = {
    LocatorLabel.PAGE: QT_TRANSLATE_NOOP("words", "p."),
    LocatorLabel.PARAGRAPH: QT_TRANSLATE_NOOP("words", "par."),
    LocatorLabel.TIMESTAMP: QT_TRANSLATE_NOOP("words", "at"),
    LocatorLabel.LINE: QT_TRANSLATE_NOOP("words", "line"),
    LocatorLabel.SECTION: QT_TRANSLATE_NOOP("words", "sec."),
    LocatorLabel.CHAPTER: QT_TRANSLATE_NOOP("words", "ch."),
    LocatorLabel.COLUMN: QT_TRANSLATE_NOOP("words", "col."),
    LocatorLabel.FIGURE: QT_TRANSLATE_NOOP("words", "fig."),
    LocatorLabel.FOLIO: QT_TRANSLATE_NOOP("words", "fol."),
    LocatorLabel.NOTE: QT_TRANSLATE_NOOP("words", "note"),
    LocatorLabel.TABLE: QT_TRANSLATE_NOOP("words", "table"),
    LocatorLabel.APPENDIX: QT_TRANSLATE_NOOP("words", "app."),
    LocatorLabel.VOLUME: QT_TRANSLATE_NOOP("words", "vol."),
    LocatorLabel.ISSUE: QT_TRANSLATE_NOOP("words", "no."),
    LocatorLabel.PART: QT_TRANSLATE_NOOP("words", "part"),
    LocatorLabel.SCENE: QT_TRANSLATE_NOOP("words", "scene"),
    LocatorLabel.VERSE: QT_TRANSLATE_NOOP("words", "verse"),
}
METHOD = {
    CaptureMethod.FILE: QT_TRANSLATE_NOOP("words", "chosen file"),
    CaptureMethod.DROP: QT_TRANSLATE_NOOP("words", "dropped file"),
    CaptureMethod.PASTE: QT_TRANSLATE_NOOP("words", "pasted text"),
    CaptureMethod.COMMAND_LINE: QT_TRANSLATE_NOOP("words", "command line"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("words", text)


def status_text(status: Status) -> str:
    return _say(STATUS[status])


def status_hint(status: Status) -> str:
    """What a status means, in a few words."""
    return _say(STATUS_HINT[status])


def confidence_text(confidence: Confidence | None) -> str:
    return _say(CONFIDENCE[confidence]) if confidence else _say(QT_TRANSLATE_NOOP("words", "Not judged"))


def stance_text(stance: Stance) -> str:
    return _say(STANCE[stance])


def link_text(kind: LinkKind, outgoing: bool = True) -> str:
    """How a link reads from one of its ends: "response to", "answered by"."""
    return _say(LINK[kind, outgoing])


def entity_text(kind: EntityKind, *, plural: bool = False) -> str:
    return _say(ENTITIES[kind] if plural else ENTITY[kind])


def creator_text(role: CreatorRole) -> str:
    return _say(CREATOR[role])


def source_type_text(source_type: SourceType) -> str:
    return _say(SOURCE_TYPE[source_type])


def locator_text(label: LocatorLabel) -> str:
    return _say(LOCATOR[label])


def locator_line(label: LocatorLabel, value: str) -> str:
    """A locator in running text: "par. 2"; "" without a value."""
    return f"{_say(LOCATOR_SHORT[label])} {value}" if value else ""


def method_text(method: CaptureMethod) -> str:
    return _say(METHOD[method])


def incidents_text(count: int) -> str:
    """ "1 incident", "1,204 incidents"."""
    return _say("1 incident") if count == 1 else _say("{n} incidents").format(n=f"{count:,}")


def quoted_text(words: str) -> str:
    """Typed words inside a sentence: those that bring marks of their own, as a phrase does, get no others."""
    return words if _QUOTES & set(words) or not words else f"“{words}”"
