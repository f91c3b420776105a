"""`dates` and `propose`: what can be read out of a text. Nothing is stored."""

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import Any

import dates
from cli.arguments import (
    AT_FAULT,
    DONE,
    STANDARD_INPUT,
    add_command,
    add_json,
    chosen_files,
    entered_day,
    entered_language,
    path_name,
)
from cli.mentions import left_open_text, mention_lines, mention_values
from cli.output import TerminalProgress, complain, print_json, print_json_list
from cli.proposals import proposal_lines, proposal_values
from cli.queues import failure_notes, queue_lines, queue_notes, queue_values
from cli.texts import doubt_text
from dates import UNDATED, UncertainDate
from dates.publication import publication_day
from importers.decoding import Decoded
from importers.kinds import ImportKind, kind_of
from models.enums import CaptureMethod, DoubtCode
from services.importing import decode_file, decode_stream, read_file
from services.proposal_files import propose_files
from services.proposals import propose

_Day = dt.date | dt.datetime | None
_TEXTS = (ImportKind.TEXT, ImportKind.INCIDENT_TABLE)


def add_reading_commands(commands: Any) -> None:
    """Add `dates` and `propose`."""
    about = ("FILE", "a text; - reads standard input")
    show = add_command(commands, "dates", _dates, "list the dates that a text mentions", about=about)
    _add_reading(show)
    about = ("FILE|FOLDER", "a text, web page, PDF, Word or OpenDocument file or e-mail; - reads standard input")
    offer = add_command(
        commands, "propose", _propose, "list what may be incidents in texts, by their dates", about=about
    )
    offer.add_argument(
        "others", metavar="FILE|FOLDER", nargs="*", type=Path, help="more files: one list by day is made"
    )
    _add_reading(offer)


def _add_reading(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--published",
        metavar="DATE",
        type=entered_day,
        help="when the text was published: what “yesterday” is counted from",
    )
    command.add_argument(
        "--language",
        metavar="CODE",
        default="en",
        type=entered_language,
        help="of the text: en (1/2 is 2 January), en-GB, de",
    )
    add_json(command)


def _dates(wanted: argparse.Namespace) -> int:
    read = _decoded(wanted.path)
    mentions = dates.read_dates(read.text, wanted.published, language=wanted.language)
    if wanted.json:
        print_json_list(map(mention_values, mentions))
        return DONE
    for line in mention_lines(read.text, mentions, heading=sys.stdout.isatty()):
        print(line)
    _tell_guess(read, wanted.path)
    is_published = wanted.published is not None
    if note := left_open_text(mentions, published=is_published) if mentions else "No dates were found.":
        complain(note)
    return DONE


def _propose(wanted: argparse.Namespace) -> int:
    if wanted.others or wanted.path.is_dir():
        return _propose_many(wanted)
    text, published = _article(wanted.path, wanted.published)
    mentions = dates.read_dates(text, published, language=wanted.language)
    day = published.date() if isinstance(published, dt.datetime) else published
    proposals = propose(text, mentions, published=day, language=wanted.language)
    if wanted.json:
        print_json_list(map(proposal_values, proposals))
        return DONE
    for line in proposal_lines(proposals):
        print(line)
    if not proposals:
        complain("No incidents were found.")
    if note := left_open_text(mentions, published=published is not None) if mentions else "":
        complain(note)
    return DONE


def _propose_many(wanted: argparse.Namespace) -> int:
    chosen = chosen_files([wanted.path, *wanted.others])
    names, paths = [name for name, _ in chosen], [path for _, path in chosen]
    published = UncertainDate(wanted.published.isoformat()) if wanted.published else UNDATED
    progress = TerminalProgress()
    found = propose_files(paths, published=published, usual=wanted.language, progress=progress)
    progress.clear()
    if wanted.json:
        print_json(queue_values(found, names))
    else:
        for line in queue_lines(found, names):
            print(line)
    notes = () if wanted.json else queue_notes(found, names)
    for note in (*failure_notes(found, names), *notes):
        complain(note)
    return AT_FAULT if found.failed else DONE


def _article(path: Path, published: _Day) -> tuple[str, _Day]:
    """The text of a file, read as `import` reads it, and its day of publication: as given, else as the file says."""
    if path == STANDARD_INPUT or kind_of(path.name) in _TEXTS:
        read = _decoded(path)
        _tell_guess(read, path)
        return read.text, published
    progress = TerminalProgress()
    found = read_file(path, method=CaptureMethod.COMMAND_LINE, as_source=True, progress=progress)
    progress.clear()
    for doubt in found.found.doubts:
        if doubt.code is not DoubtCode.NO_TEXT:
            complain(f"{path.name}: {doubt_text(doubt)}")
    if found.source is None or not found.source.capture.text:
        complain(f"{path.name}: no text could be taken from it")
        return "", published
    return found.source.capture.text, published or publication_day(found.source.draft.published)


def _decoded(path: Path) -> Decoded:
    return decode_stream(sys.stdin.buffer) if path == STANDARD_INPUT else decode_file(path)


def _tell_guess(read: Decoded, path: Path) -> None:
    if read.guessed:
        complain(f"{path_name(path)}: the encoding was guessed to be {read.encoding}")
