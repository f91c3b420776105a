"""What a person is told when the world is at fault: what happened, is my work safe, what to do now, details."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.texts import imports
from gui.texts.fields import field_problem_text
from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import ImportFault, ProblemCode
from models.errors import InvalidDraftError, UserFacingError


@dataclass(frozen=True, slots=True)
class Message:
    """The four parts of a message; `title` is the fact and ends without a full stop where it heads a window."""

    title: str
    safe: str
    advice: str
    details: str

    @property
    def text(self) -> str:
        """Title, safety and advice as one running text."""
        return " ".join(part for part in (self.title, self.safe, self.advice) if part)


# {file} is the file's name in quotes, or "the file"; other names are the error's details.
PROBLEM = {
    ProblemCode.DISK_FULL: (
        QT_TRANSLATE_NOOP("problems", "Could not save: the disk is full."),
        QT_TRANSLATE_NOOP("problems", "Free some space, then try again, or save a copy on another disk."),
    ),
    ProblemCode.FILE_MOVED: (
        QT_TRANSLATE_NOOP("problems", "{file} was moved or deleted while it was open."),
        QT_TRANSLATE_NOOP("problems", "Put it back where it was, or save a copy to a new place."),
    ),
    ProblemCode.FILE_CHANGED_UNDERNEATH: (
        QT_TRANSLATE_NOOP("problems", "Another program changed {file} while it was open here."),
        QT_TRANSLATE_NOOP("problems", "Close the project and open it again before you go on."),
    ),
    ProblemCode.FILE_IN_USE: (
        QT_TRANSLATE_NOOP("problems", "{file} is open in another window or on another computer."),
        QT_TRANSLATE_NOOP("problems", "Open it read-only, open a copy, or close it there first."),
    ),
    ProblemCode.READ_ONLY: (
        QT_TRANSLATE_NOOP("problems", "{file} is open read-only, so nothing can be changed."),
        QT_TRANSLATE_NOOP("problems", "Save a copy and work there."),
    ),
    ProblemCode.WRITE_FAILED: (
        QT_TRANSLATE_NOOP("problems", "Could not save {file}."),
        QT_TRANSLATE_NOOP("problems", "Check that the disk is still connected and may be written, then try again."),
    ),
    ProblemCode.STALE_ROW: (
        QT_TRANSLATE_NOOP("problems", "This was changed elsewhere since it was shown."),
        QT_TRANSLATE_NOOP("problems", "It is shown as it is now. Make your change again if it is still needed."),
    ),
    ProblemCode.DAMAGED: (
        QT_TRANSLATE_NOOP("problems", "{file} is damaged and was not opened."),
        QT_TRANSLATE_NOOP("problems", "Nothing in it was touched. Open a backup or an earlier copy."),
    ),
    ProblemCode.EMPTY_FILE: (
        QT_TRANSLATE_NOOP("problems", "{file} is empty."),
        QT_TRANSLATE_NOOP("problems", "A sync program may not have finished. Wait for it, or open a backup."),
    ),
    ProblemCode.NOT_A_PROJECT: (
        QT_TRANSLATE_NOOP("problems", "{file} is not a Dateline project."),
        QT_TRANSLATE_NOOP("problems", "Choose a file that ends in .dateline. Other files can be added as sources."),
    ),
    ProblemCode.MISSING_FILE: (
        QT_TRANSLATE_NOOP("problems", "{file} was not found."),
        QT_TRANSLATE_NOOP("problems", "It may have been moved or renamed, or its disk is not connected."),
    ),
    ProblemCode.FOREIGN_SCHEMA: (
        QT_TRANSLATE_NOOP("problems", "{file} holds instructions that Dateline did not write. It was not opened."),
        QT_TRANSLATE_NOOP("problems", "Ask the sender for an export, or for a file that only Dateline has touched."),
    ),
    ProblemCode.NEWER_VERSION: (
        QT_TRANSLATE_NOOP("problems", "{file} was made by a newer version of Dateline. It is open read-only."),
        QT_TRANSLATE_NOOP("problems", "Update Dateline to edit it."),
    ),
    ProblemCode.MIGRATION_FAILED: (
        QT_TRANSLATE_NOOP("problems", "{file} could not be brought up to this version of Dateline."),
        QT_TRANSLATE_NOOP("problems", "The file is as it was before. Free some space, then open it again."),
    ),
    ProblemCode.TARGET_EXISTS: (
        QT_TRANSLATE_NOOP("problems", "{file} exists already and was not replaced."),
        QT_TRANSLATE_NOOP("problems", "Choose another name."),
    ),
    ProblemCode.TARGET_FOLDER_MISSING: (
        QT_TRANSLATE_NOOP("problems", "The folder for {file} does not exist. Nothing was written."),
        QT_TRANSLATE_NOOP("problems", "Choose another folder."),
    ),
    ProblemCode.TARGET_NOT_WRITABLE: (
        QT_TRANSLATE_NOOP("problems", "{file} cannot be written there. Nothing was changed."),
        QT_TRANSLATE_NOOP("problems", "Choose a folder that you may write to."),
    ),
    ProblemCode.UNKNOWN_FORMAT: (
        QT_TRANSLATE_NOOP("problems", "Dateline cannot write the format of {file}."),
        QT_TRANSLATE_NOOP("problems", "Choose a name that ends in .docx or .html."),
    ),
    ProblemCode.PROTECTED_NAME_FOUND: (
        QT_TRANSLATE_NOOP("problems", "The export would name a protected source. Nothing was written."),
        QT_TRANSLATE_NOOP(
            "problems",
            "Entry {entry} holds its name, title or address. Reword it there and export again.",
        ),
    ),
    ProblemCode.PROTECTED_NAME_DRAWN: (
        QT_TRANSLATE_NOOP("problems", "The picture would name a protected source. Nothing was written."),
        QT_TRANSLATE_NOOP(
            "problems",
            "“{words}” holds its name, title or address. Reword it or filter it out, then save the picture again.",
        ),
    ),
    # Of these, an ImportFault says more: gui/texts/imports.py.
    ProblemCode.IMPORT_UNREADABLE: (
        QT_TRANSLATE_NOOP("problems", "{file} could not be read."),
        QT_TRANSLATE_NOOP("problems", "Open it in the program that made it, and save it again or as plain text."),
    ),
    ProblemCode.IMPORT_TOO_LARGE: (
        QT_TRANSLATE_NOOP("problems", "{file} is too large."),
        QT_TRANSLATE_NOOP("problems", "Split it into smaller files."),
    ),
    ProblemCode.IMPORT_TIMED_OUT: (
        QT_TRANSLATE_NOOP("problems", "Reading {file} took too long and was stopped."),
        QT_TRANSLATE_NOOP("problems", "Split it into smaller files, or save it as plain text."),
    ),
    ProblemCode.IMPORT_UNKNOWN_TYPE: (
        QT_TRANSLATE_NOOP("problems", "Dateline does not know the type of {file}."),
        QT_TRANSLATE_NOOP("problems", "Save it as plain text or CSV first."),
    ),
    ProblemCode.INVALID_INPUT: (
        QT_TRANSLATE_NOOP("problems", "This cannot be stored as it is."),
        QT_TRANSLATE_NOOP("problems", "Correct it; what you typed is still there."),
    ),
    ProblemCode.NOTHING_TO_UNDO: (
        QT_TRANSLATE_NOOP("problems", "There is nothing to undo or redo."),
        "",
    ),
    ProblemCode.NOT_FOUND: (
        QT_TRANSLATE_NOOP("problems", "This is no longer in the project."),
        QT_TRANSLATE_NOOP("problems", "Look in the bin, or undo."),
    ),
}
SAFE = QT_TRANSLATE_NOOP("problems", "Everything saved so far is safe.")
NOT_SAFE = QT_TRANSLATE_NOOP("problems", "Your last change is not saved but is still on screen; earlier work is safe.")
THE_FILE = QT_TRANSLATE_NOOP("problems", "the file")
# Nothing of the person's work was involved: a word about safety would only worry them.
_NO_WORK = frozenset(
    {ProblemCode.MISSING_FILE, ProblemCode.NOT_A_PROJECT, ProblemCode.NOTHING_TO_UNDO, ProblemCode.NEWER_VERSION}
)


# A file that was not taken is named with what is wrong with it.
_IMPORTS = frozenset(
    {
        ProblemCode.IMPORT_UNREADABLE,
        ProblemCode.IMPORT_TOO_LARGE,
        ProblemCode.IMPORT_TIMED_OUT,
        ProblemCode.IMPORT_UNKNOWN_TYPE,
    }
)


def _say(text: str) -> str:
    return QCoreApplication.translate("problems", text) if text else ""


def problem_text(error: UserFacingError) -> Message:
    """The message for `error`: words for its code, with the facts it carries."""
    said, advised = fact_and_advice(error)
    if isinstance(error, InvalidDraftError) and error.fields:
        said = " ".join(field_problem_text(field, code) for field, code in sorted(error.fields.items()))
    if error.problem in _IMPORTS:
        said = f"{said} {imports.say(imports.NOTHING_ADDED)}"
    safe = "" if error.problem in _NO_WORK else _say(SAFE if error.work_is_safe else NOT_SAFE)
    facts = " · ".join(f"{key}: {value}" for key, value in sorted(error.details.items()) if key != "path" and value)
    details = f"{error.problem.value} · {facts}" if facts else error.problem.value
    return Message(said, safe, advised, details)


def fact_and_advice(error: UserFacingError, *, named: bool = True) -> tuple[str, str]:
    """What happened, and what to do now; of a file that was not imported, what is wrong with it.

    Not `named`, a file is "the file": its name stands beside the words already.
    """
    reason = str(error.details.get("reason", ""))
    if error.problem in _IMPORTS and reason in set(ImportFault):
        said, advised = map(imports.say, imports.FAULT[ImportFault(reason)])
    else:
        said, advised = map(_say, PROBLEM[error.problem])
    said = _fill(said, error, named=named)
    return said[:1].upper() + said[1:], _fill(advised, error, named=named)


def _fill(text: str, error: UserFacingError, *, named: bool) -> str:
    name = str(error.details.get("file", "") or error.details.get("path", "") or error.details.get("name", ""))
    # Only the last part of a path: messages are read over shoulders and pasted into e-mails.
    short = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    facts = {**error.details, "file": f"“{short}”" if short and named else _say(THE_FILE)}
    return re.sub(r"\{(\w+)\}", lambda found: _shown(facts.get(found[1], "…")), text)


def _shown(fact: str | int) -> str:
    return f"{fact:,}" if isinstance(fact, int) else fact
