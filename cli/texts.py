"""The command line's words, and what may reach a terminal."""

import re
from collections.abc import Mapping

from importers.found import Doubt
from models.enums import DoubtCode, Finding, ImportFault, ProblemCode
from models.errors import InvalidDraftError, UserFacingError

# Control characters could command a terminal, and direction marks could make a line read as another.
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")

PROBLEMS: Mapping[ProblemCode, str] = {
    ProblemCode.DISK_FULL: "The disk is full. Nothing was changed. Free some space and try again.",
    ProblemCode.FILE_MOVED: "{file} was moved or deleted while it was open. Put it back and try again.",
    ProblemCode.FILE_CHANGED_UNDERNEATH: "Another program changed {file} at the same time. Nothing was changed. Try again.",
    ProblemCode.FILE_IN_USE: "{file} is open in another window or on another computer. Close it there and try again.",
    ProblemCode.READ_ONLY: "{file} cannot be opened or changed: you may not, or the file or its folder is read-only.",
    ProblemCode.WRITE_FAILED: "{file} could not be written. Check that the disk is still connected, and try again.",
    ProblemCode.STALE_ROW: "This was changed elsewhere at the same time. Nothing was changed. Try again.",
    ProblemCode.DAMAGED: "{file} is damaged and was not opened. Nothing in it was touched. Open a backup or a copy.",
    ProblemCode.EMPTY_FILE: "{file} is empty. A sync program may not have finished. Wait for it, or open a backup.",
    ProblemCode.NOT_A_PROJECT: "{file} is not a Dateline project.",
    ProblemCode.MISSING_FILE: "{file} was not found.",
    ProblemCode.FOREIGN_SCHEMA: "{file} holds instructions that Dateline did not write. It was not opened.",
    ProblemCode.NEWER_VERSION: "{file} was made by a newer version of Dateline. It can be read with that version only.",
    ProblemCode.MIGRATION_FAILED: "{file} could not be brought up to this version. It is as it was before.",
    ProblemCode.TARGET_EXISTS: "{file} exists already and was not replaced. Choose another name.",
    ProblemCode.TARGET_FOLDER_MISSING: "The folder for {file} does not exist. Nothing was written.",
    ProblemCode.TARGET_NOT_WRITABLE: "{file} cannot be written there. Nothing was changed.",
    ProblemCode.UNKNOWN_FORMAT: "Dateline cannot write the format of {file}. Choose a name that ends in .docx or .html.",
    ProblemCode.PROTECTED_NAME_FOUND: (
        "The export would name a protected source. Nothing was written. {entry} holds its name, title or address:"
        " reword it there and export again."
    ),
    ProblemCode.PROTECTED_NAME_DRAWN: "The picture would name a protected source. Nothing was written.",
    ProblemCode.IMPORT_UNREADABLE: "{file} could not be read{reason}. Nothing of it was used.",
    ProblemCode.IMPORT_TOO_LARGE: "{file} is too large{reason}. Nothing of it was used. Split it into smaller files.",
    ProblemCode.IMPORT_TIMED_OUT: "Reading {file} took too long and was stopped. Nothing of it was used.",
    ProblemCode.IMPORT_UNKNOWN_TYPE: "{file} cannot be read{reason}. Nothing of it was used.",
    ProblemCode.INVALID_INPUT: "This cannot be stored: {fields}.",
    ProblemCode.NOTHING_TO_UNDO: "There is nothing to undo or redo.",
    ProblemCode.NOT_FOUND: "This is no longer in the project.",
}
FAULTS: Mapping[ImportFault, str] = {
    ImportFault.BINARY: ": it is no text",
    ImportFault.ENCODING: ": it is not in the encoding that it begins with",
    ImportFault.EMPTY: ": there is nothing in it",
    ImportFault.PERMISSION: ": you may not read it",
    ImportFault.DISK: ": its disk or its name does not let it be read",
    ImportFault.ENCRYPTED: ": it asks for a password",
    ImportFault.MALFORMED: ": it is damaged or not what its name says",
    ImportFault.TOO_DEEP: ": its parts are nested too deeply",
    ImportFault.NO_TITLE_COLUMN: ": no heading of the table names a title or a text",
    ImportFault.CRASHED: ": reading it broke off",
    ImportFault.MANY_BYTES: ": it has more than {megabytes} MB",
    ImportFault.MANY_ROWS: ": it has more than {rows} rows",
    ImportFault.UNPACKED: ": it unpacks to more than can be read",
    ImportFault.MEMORY: ": reading it takes more memory than an import may use",
    ImportFault.PROJECT: ": it is a Dateline project",
    ImportFault.NO_FILE: ": it is a folder or no file at all",
}
_FIELDS: Mapping[str, str] = {
    "missing": "the {field} is missing",
    "too_long": "the {field} is too long",
    "bad_url": "the {field} is no web address",
}
DOUBTS: Mapping[DoubtCode, str] = {
    DoubtCode.UNREADABLE_DATE: "the {column} “{value}” was not understood",
    DoubtCode.UNREADABLE_ZONE: "the time zone “{value}” is not known",
    DoubtCode.UNKNOWN_STATUS: "the status “{value}” is not known",
    DoubtCode.UNKNOWN_CONFIDENCE: "the confidence “{value}” is not high, medium or low",
    DoubtCode.EXTRA_CELLS: "there are more cells than headings",
    DoubtCode.BROKEN_QUOTES: "its quotation marks do not pair up",
    DoubtCode.MISSING_TITLE: "it has no title",
    DoubtCode.TOO_LONG: "the {column} is too long",
    DoubtCode.BAD_URL: "the {column} is no web address",
    DoubtCode.REPEATED_ID: "the id “{value}” came before",
    DoubtCode.CONTROL_CHARACTERS: "characters that cannot be printed were left out",
    DoubtCode.UNKNOWN_COLUMN: "the column “{column}” went into the notes",
    DoubtCode.GUESSED_ENCODING: "the encoding was guessed to be {value}",
    DoubtCode.NO_TEXT: "no text could be taken from it: type or paste it; the file itself is kept",
    DoubtCode.TEXT_CUT: "only the beginning of its text was taken; the file itself is kept whole",
    DoubtCode.NO_ARTICLE: "no article was found in it, so all its words were taken",
    DoubtCode.UNREADABLE_PAGES: "page {value} could not be read",
    DoubtCode.TEXTLESS_PAGES: "no text could be taken from page {value}; type or paste it",
    DoubtCode.DAY_OF_FILE: "the file was made on {value}, which need not be the day of publication",
    DoubtCode.DAMAGED: "it is damaged or cut short; what could be read was taken",
    DoubtCode.LEFT_OUT: "attachments left out, too many or too large: {value}; the message itself is kept whole",
}
FINDINGS: Mapping[Finding, str] = {
    Finding.FILE_DAMAGED: "The file is damaged",
    Finding.BROKEN_REFERENCE: "Refers to something that is not there",
    Finding.RECORD_CHANGED: "Changed outside Dateline",
    Finding.CAPTURE_CHANGED: "The preserved copy is not what was preserved",
    Finding.INDEX_STALE: "Cannot be found by searching",
    Finding.QUOTE_NOT_IN_CAPTURE: "Quotes words that are not in the preserved copy",
    Finding.UNCITED: "Cites nothing",
    Finding.SINGLE_SOURCE: "Rests on a single source",
    Finding.SOURCES_DIFFER: "Its sources differ",
    Finding.NO_LOCATOR: "A citation does not say where in the source",
}


def showable(text: str) -> str:
    """One line of text without anything that a terminal would obey."""
    return _UNSHOWABLE.sub(" ", text).strip()


def problem_text(error: UserFacingError, file: str) -> str:
    """One clear message. `file` names the project where the error itself names no file."""
    details = {**error.details}
    details["file"] = f"“{showable(str(details.get('file') or file))}”"
    reason = details.get("reason", "")
    fault = FAULTS[ImportFault(reason)] if reason in set(ImportFault) else ""
    details["reason"] = fault.format(**details)
    if isinstance(error, InvalidDraftError):
        parts = (
            _FIELDS.get(code, "the {field} is not right").format(field=field.split(".")[0].replace("_", " "))
            for field, code in error.fields.items()
        )
        details["fields"] = ", ".join(parts)
    details["entry"] = f"Entry {details['entry']}" if details.get("entry") else "The title or another part of it"
    if "view" in details:
        return _view_text(str(details["view"]), str(details.get("views", "")))
    known = {"fields": "", **{name: showable(str(value)) for name, value in details.items()}}
    return PROBLEMS[error.problem].format(**known)


def _view_text(view: str, views: str) -> str:
    there = f"There are: {showable(views)}." if views else "There is none in this project."
    return f"No saved view is named “{showable(view)}”. {there}"


def doubt_text(doubt: Doubt) -> str:
    """“row 4: the date “sometime” was not understood (29 Feb 2024?)”."""
    where = f"row {doubt.row}: " if doubt.row else f"“{showable(doubt.part)}”: " if doubt.part else ""
    hint = f" ({showable(doubt.hint)}?)" if doubt.hint else ""
    said = DOUBTS[doubt.code].format(column=showable(doubt.column) or "cell", value=showable(doubt.value))
    return f"{where}{said}{hint}"


def count_text(number: int, one: str, many: str = "") -> str:
    """“1 incident”, “1,204 incidents”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
