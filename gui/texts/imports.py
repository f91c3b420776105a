"""Why a file was not imported, and what is doubtful about one that was, in words."""

from PySide6.QtCore import QCoreApplication

from gui.texts.mark import QT_TRANSLATE_NOOP
from models.enums import DoubtCode, ImportFault

# What happened and what to do now. {file} is the file's name in quotes, other names are the error's details.
FAULT = {
    ImportFault.BINARY: (
        QT_TRANSLATE_NOOP("imports", "{file} is no text, whatever its name says."),
        QT_TRANSLATE_NOOP("imports", "Give it the ending of what it is, and add it again."),
    ),
    ImportFault.ENCODING: (
        QT_TRANSLATE_NOOP("imports", "{file} is not in the encoding that it begins with."),
        QT_TRANSLATE_NOOP("imports", "Open it in a text editor and save it as UTF-8."),
    ),
    ImportFault.EMPTY: (
        QT_TRANSLATE_NOOP("imports", "There is nothing in {file}."),
        QT_TRANSLATE_NOOP("imports", "If there should be, a download or a sync program may not have finished yet."),
    ),
    ImportFault.PERMISSION: (
        QT_TRANSLATE_NOOP("imports", "{file} may not be read by you."),
        QT_TRANSLATE_NOOP("imports", "Change its permissions, or ask its owner for a copy."),
    ),
    ImportFault.DISK: (
        QT_TRANSLATE_NOOP("imports", "{file} could not be read from its disk."),
        QT_TRANSLATE_NOOP("imports", "Check that the disk is connected, copy the file to this computer and try again."),
    ),
    ImportFault.ENCRYPTED: (
        QT_TRANSLATE_NOOP("imports", "{file} asks for a password."),
        QT_TRANSLATE_NOOP("imports", "Open it with its password, save it without one, and add that file."),
    ),
    ImportFault.MALFORMED: (
        QT_TRANSLATE_NOOP("imports", "{file} is damaged, or not what its name says."),
        QT_TRANSLATE_NOOP("imports", "Save it again in the program that made it, or get another copy of it."),
    ),
    ImportFault.TOO_DEEP: (
        QT_TRANSLATE_NOOP("imports", "The parts of {file} are nested too deeply."),
        QT_TRANSLATE_NOOP("imports", "Open it in the program that made it, and save it as plain text."),
    ),
    ImportFault.NO_TITLE_COLUMN: (
        QT_TRANSLATE_NOOP("imports", "No heading of the table {file} names a title or a text."),
        QT_TRANSLATE_NOOP("imports", "Call one of its columns “title”, and import it again."),
    ),
    ImportFault.CRASHED: (
        QT_TRANSLATE_NOOP("imports", "Reading {file} broke off."),
        QT_TRANSLATE_NOOP("imports", "It may be damaged. Save it again in the program that made it, or as plain text."),
    ),
    ImportFault.MANY_BYTES: (
        QT_TRANSLATE_NOOP("imports", "{file} is larger than {megabytes} MB."),
        QT_TRANSLATE_NOOP("imports", "Split it into smaller files, or add the part that you need."),
    ),
    ImportFault.MANY_ROWS: (
        QT_TRANSLATE_NOOP("imports", "{file} has more than {rows} rows."),
        QT_TRANSLATE_NOOP("imports", "Split it into several tables."),
    ),
    ImportFault.UNPACKED: (
        QT_TRANSLATE_NOOP("imports", "{file} unpacks to more than can be read."),
        QT_TRANSLATE_NOOP("imports", "If you trust it, open it in the program that made it and save it as plain text."),
    ),
    ImportFault.MEMORY: (
        QT_TRANSLATE_NOOP("imports", "Reading {file} takes more memory than an import may use."),
        QT_TRANSLATE_NOOP("imports", "Split it into smaller files, or save it as plain text."),
    ),
    ImportFault.PROJECT: (
        QT_TRANSLATE_NOOP("imports", "{file} is a Dateline project and cannot be a source."),
        QT_TRANSLATE_NOOP("imports", "Open it with Ctrl+O, or add an export of it."),
    ),
    ImportFault.NO_FILE: (
        QT_TRANSLATE_NOOP("imports", "{file} is a folder, or no file at all."),
        QT_TRANSLATE_NOOP("imports", "Choose the files themselves."),
    ),
}
DOUBT = {
    DoubtCode.UNREADABLE_DATE: QT_TRANSLATE_NOOP("imports", "The date “{value}” was not understood."),
    DoubtCode.UNREADABLE_ZONE: QT_TRANSLATE_NOOP("imports", "The time zone “{value}” is not known."),
    DoubtCode.UNKNOWN_STATUS: QT_TRANSLATE_NOOP("imports", "The status “{value}” is not known."),
    DoubtCode.UNKNOWN_CONFIDENCE: QT_TRANSLATE_NOOP("imports", "The confidence “{value}” is not high, medium or low."),
    DoubtCode.EXTRA_CELLS: QT_TRANSLATE_NOOP("imports", "There are more cells than headings."),
    DoubtCode.BROKEN_QUOTES: QT_TRANSLATE_NOOP("imports", "Its quotation marks do not pair up."),
    DoubtCode.MISSING_TITLE: QT_TRANSLATE_NOOP("imports", "It has no title."),
    DoubtCode.TOO_LONG: QT_TRANSLATE_NOOP("imports", "One of its cells is too long."),
    DoubtCode.BAD_URL: QT_TRANSLATE_NOOP("imports", "Its address is no web address."),
    DoubtCode.REPEATED_ID: QT_TRANSLATE_NOOP("imports", "The id “{value}” came before."),
    DoubtCode.CONTROL_CHARACTERS: QT_TRANSLATE_NOOP("imports", "Characters that cannot be printed were left out."),
    DoubtCode.UNKNOWN_COLUMN: QT_TRANSLATE_NOOP("imports", "A column that is not known went into the notes."),
    DoubtCode.GUESSED_ENCODING: QT_TRANSLATE_NOOP(
        "imports", "It does not say its encoding, which was guessed to be {value}. Look at letters with accents."
    ),
    DoubtCode.NO_TEXT: QT_TRANSLATE_NOOP(
        "imports", "No text could be taken from it: type or paste what you need. The file itself is kept."
    ),
    DoubtCode.TEXT_CUT: QT_TRANSLATE_NOOP(
        "imports", "Only the beginning of its text was taken. The file itself is kept whole."
    ),
    DoubtCode.NO_ARTICLE: QT_TRANSLATE_NOOP(
        "imports", "No article was found in it, so all the words of the page were taken."
    ),
    DoubtCode.UNREADABLE_PAGES: QT_TRANSLATE_NOOP("imports", "Page {value} could not be read."),
    DoubtCode.TEXTLESS_PAGES: QT_TRANSLATE_NOOP(
        "imports", "No text could be taken from page {value}: look at the page itself."
    ),
    DoubtCode.DAY_OF_FILE: QT_TRANSLATE_NOOP(
        "imports", "The file was made on {value}, which need not be the day of publication."
    ),
    DoubtCode.DAMAGED: QT_TRANSLATE_NOOP("imports", "It is damaged or cut short; what could be read was taken."),
    DoubtCode.LEFT_OUT: QT_TRANSLATE_NOOP(
        "imports", "Attachments left out, too many or too large: {value}. The message itself is kept whole."
    ),
}
NOTHING_ADDED = QT_TRANSLATE_NOOP("imports", "Nothing of it was added.")


def say(text: str) -> str:
    """A text of these tables in the person's language."""
    return QCoreApplication.translate("imports", text)


def doubt_text(code: DoubtCode, value: str = "") -> str:
    """What is doubtful about a file, as a sentence; `value` is the detail that the importer gave."""
    return say(DOUBT[code]).replace("{value}", value)
