"""Labels of changes for the history, undo and redo: "Edit date of “Drone strike…”"."""

from PySide6.QtCore import QCoreApplication

from gui.texts.fields import field_text
from gui.texts.mark import QT_TRANSLATE_NOOP
from models.changes import ChangeRecord, RecordKind
from models.enums import Operation

MAX_TITLE = 40

# {title} is the record in quotes, {field} its field, in lower case.
OPERATION = {
    Operation.CREATE_PROJECT: QT_TRANSLATE_NOOP("changes", "Create the project"),
    Operation.EDIT_PROJECT: QT_TRANSLATE_NOOP("changes", "Edit {field} of the project"),
    Operation.ADD_INCIDENT: QT_TRANSLATE_NOOP("changes", "Add {title}"),
    Operation.EDIT_INCIDENT: QT_TRANSLATE_NOOP("changes", "Edit {field} of {title}"),
    Operation.DELETE_INCIDENT: QT_TRANSLATE_NOOP("changes", "Move {title} to the bin"),
    Operation.RESTORE_INCIDENT: QT_TRANSLATE_NOOP("changes", "Restore {title}"),
    Operation.MOVE_INCIDENT: QT_TRANSLATE_NOOP("changes", "Move {title} within its day"),
    Operation.ADD_SOURCE: QT_TRANSLATE_NOOP("changes", "Add source {title}"),
    Operation.EDIT_SOURCE: QT_TRANSLATE_NOOP("changes", "Edit {field} of source {title}"),
    Operation.DELETE_SOURCE: QT_TRANSLATE_NOOP("changes", "Move source {title} to the bin"),
    Operation.RESTORE_SOURCE: QT_TRANSLATE_NOOP("changes", "Restore source {title}"),
    Operation.ADD_CAPTURE: QT_TRANSLATE_NOOP("changes", "Keep a copy of {title}"),
    Operation.REMOVE_CAPTURE: QT_TRANSLATE_NOOP("changes", "Remove a kept copy of {title}"),
    Operation.ADD_CITATION: QT_TRANSLATE_NOOP("changes", "Cite a source for {title}"),
    Operation.EDIT_CITATION: QT_TRANSLATE_NOOP("changes", "Edit a citation of {title}"),
    Operation.REMOVE_CITATION: QT_TRANSLATE_NOOP("changes", "Remove a citation of {title}"),
    Operation.MOVE_CITATION: QT_TRANSLATE_NOOP("changes", "Move a citation of {title}"),
    Operation.REPLACE_TEXT: QT_TRANSLATE_NOOP("changes", "Take the text of {title} anew"),
    Operation.ACCEPT_PROPOSAL: QT_TRANSLATE_NOOP("changes", "Accept {title}"),
    Operation.ATTACH_PROPOSAL: QT_TRANSLATE_NOOP("changes", "Attach a passage to {title}"),
    Operation.SKIP_PROPOSAL: QT_TRANSLATE_NOOP("changes", "Skip a proposal of {title}"),
    Operation.UNSKIP_PROPOSAL: QT_TRANSLATE_NOOP("changes", "Take up a skipped proposal of {title}"),
    Operation.ADD_LINK: QT_TRANSLATE_NOOP("changes", "Link {title}"),
    Operation.EDIT_LINK: QT_TRANSLATE_NOOP("changes", "Edit a link of {title}"),
    Operation.REMOVE_LINK: QT_TRANSLATE_NOOP("changes", "Remove a link of {title}"),
    Operation.ADD_ENTITY: QT_TRANSLATE_NOOP("changes", "Add {title} to people and places"),
    Operation.EDIT_ENTITY: QT_TRANSLATE_NOOP("changes", "Edit {field} of {title}"),
    Operation.REMOVE_ENTITY: QT_TRANSLATE_NOOP("changes", "Remove {title} from people and places"),
    Operation.ADD_TAG: QT_TRANSLATE_NOOP("changes", "Add tag {title}"),
    Operation.EDIT_TAG: QT_TRANSLATE_NOOP("changes", "Edit tag {title}"),
    Operation.REMOVE_TAG: QT_TRANSLATE_NOOP("changes", "Remove tag {title}"),
    Operation.ADD_VIEW: QT_TRANSLATE_NOOP("changes", "Save view {title}"),
    Operation.EDIT_VIEW: QT_TRANSLATE_NOOP("changes", "Edit view {title}"),
    Operation.REMOVE_VIEW: QT_TRANSLATE_NOOP("changes", "Remove view {title}"),
    Operation.IMPORT: QT_TRANSLATE_NOOP("changes", "Import {title}"),
    Operation.EMPTY_BIN: QT_TRANSLATE_NOOP("changes", "Empty the bin"),
}
KIND_ONE = {
    RecordKind.PROJECT: QT_TRANSLATE_NOOP("changes", "the project"),
    RecordKind.INCIDENT: QT_TRANSLATE_NOOP("changes", "an incident"),
    RecordKind.SOURCE: QT_TRANSLATE_NOOP("changes", "a source"),
    RecordKind.CREATOR: QT_TRANSLATE_NOOP("changes", "a name"),
    RecordKind.CAPTURE: QT_TRANSLATE_NOOP("changes", "a kept copy"),
    RecordKind.CAPTURE_TEXT: QT_TRANSLATE_NOOP("changes", "the text of a kept copy"),
    RecordKind.CITATION: QT_TRANSLATE_NOOP("changes", "a citation"),
    RecordKind.SKIPPED_PROPOSAL: QT_TRANSLATE_NOOP("changes", "a skipped proposal"),
    RecordKind.LINK: QT_TRANSLATE_NOOP("changes", "a link"),
    RecordKind.ENTITY: QT_TRANSLATE_NOOP("changes", "a person or place"),
    RecordKind.ROLE: QT_TRANSLATE_NOOP("changes", "a role"),
    RecordKind.TAG: QT_TRANSLATE_NOOP("changes", "a tag"),
    RecordKind.INCIDENT_TAG: QT_TRANSLATE_NOOP("changes", "a tag"),
    RecordKind.SAVED_VIEW: QT_TRANSLATE_NOOP("changes", "a saved view"),
}
KIND_MANY = {
    RecordKind.SOURCE: QT_TRANSLATE_NOOP("changes", "{count} sources"),
    RecordKind.CITATION: QT_TRANSLATE_NOOP("changes", "{count} citations"),
    RecordKind.LINK: QT_TRANSLATE_NOOP("changes", "{count} links"),
    RecordKind.ENTITY: QT_TRANSLATE_NOOP("changes", "{count} people and places"),
    RecordKind.TAG: QT_TRANSLATE_NOOP("changes", "{count} tags"),
    RecordKind.SAVED_VIEW: QT_TRANSLATE_NOOP("changes", "{count} saved views"),
}
MANY_INCIDENTS = QT_TRANSLATE_NOOP("changes", "{count} incidents")
MERGE = QT_TRANSLATE_NOOP("changes", "Merge into {title}")
DETAILS = QT_TRANSLATE_NOOP("changes", "details")


def _say(text: str) -> str:
    return QCoreApplication.translate("changes", text)


def shorten(title: str, limit: int = MAX_TITLE) -> str:
    """`title` cut at a word before `limit` characters, with an ellipsis where it was cut."""
    if len(title) <= limit:
        return title
    head = title[:limit].rstrip()
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(",;:. ") + "…"


def _subject(record: ChangeRecord) -> str:
    if record.count > 1:
        many = KIND_MANY.get(record.subject_kind, MANY_INCIDENTS) if record.subject_kind else MANY_INCIDENTS
        return _say(many).format(count=f"{record.count:,}")
    if record.subject_title:
        return f"“{shorten(record.subject_title)}”"
    return _say(KIND_ONE[record.subject_kind]) if record.subject_kind else _say(KIND_ONE[RecordKind.INCIDENT])


def operation_text(record: ChangeRecord) -> str:
    """What a change did, for the history: "Edit date of “Drone strike…”"."""
    if record.field == "merge":
        return _say(MERGE).format(title=_subject(record))
    field = field_text(record.field).lower() if record.field else _say(DETAILS)
    return _say(OPERATION[record.operation]).format(title=_subject(record), field=field)


def undo_text(record: ChangeRecord | None) -> str:
    """The label of Undo: "Undo edit date of “Drone strike…”"."""
    return _with_verb(QT_TRANSLATE_NOOP("changes", "Undo"), record)


def redo_text(record: ChangeRecord | None) -> str:
    """The label of Redo."""
    return _with_verb(QT_TRANSLATE_NOOP("changes", "Redo"), record)


def _with_verb(verb: str, record: ChangeRecord | None) -> str:
    if record is None:
        return _say(verb)
    said = operation_text(record)
    return f"{_say(verb)} {said[:1].lower()}{said[1:]}"
