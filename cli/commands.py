"""The command line: the same services without a window, for scripts and for tests.

Exit code 0: done; 1: the world is at fault, told in one message on standard error; 2: wrong usage.
"""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from textwrap import indent
from typing import Any, NoReturn

import dates
from cli.imports import doubt_lines, imported_line, imported_values
from cli.lists import LISTS
from cli.mentions import left_open_text, mention_lines, mention_values
from cli.texts import FINDINGS, count_text, problem_text, showable
from dates import UNDATED, DateError, UncertainDate, parse_entry
from dates.publication import publication_day
from exporters.document import NoteKind
from exporters.labels import Labels
from models.drafts import ProjectPatch
from models.enums import CaptureMethod, Finding, ProblemCode
from models.errors import BugError, UserFacingError
from models.snapshots import CheckLine
from services.checks import check_project
from services.exporting import Audience, ExportOptions, export_chronology, suffix_format
from services.importing import ReadFile, decode_file, decode_stream, read_file, write_files
from services.project import Project
from services.project_files import create_project, open_project
from services.properties import edit_project, get_project_card
from services.sample import create_sample

STANDARD_INPUT = Path("-")
DONE, AT_FAULT, WRONG_USAGE = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code. `argv` begins with the command's word."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        wanted = _parser().parse_args(argv)
    except SystemExit as ended:
        return int(ended.code or DONE)
    command: Callable[[argparse.Namespace], int] = wanted.command
    try:
        return _run(command, wanted)
    except UserFacingError as error:
        _complain(problem_text(error, _name(wanted.path)))
        return WRONG_USAGE if error.problem is ProblemCode.UNKNOWN_FORMAT else AT_FAULT
    except BugError as error:
        _complain(f"Dateline has a fault ({showable(str(error))}). Nothing was changed. Please report it.")
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:  # standard output: everything else is told by the services
        _complain(f"The output could not be written ({error.strerror}).")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        _complain("Stopped. Nothing was changed.")
    return AT_FAULT


def _run(command: Callable[[argparse.Namespace], int], wanted: argparse.Namespace) -> int:
    code = command(wanted)
    print(end="", flush=True)  # a full disk behind a redirection is told here, not after the end
    return code


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in characters that a terminal does not obey."""

    def error(self, message: str) -> NoReturn:
        super().error(showable(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Dateline keeps cited chronologies. Without a command the window opens, on PROJECT where one is named.",
        usage="main.py [PROJECT] | main.py COMMAND …",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="main.py", required=True)
    _add_new(commands)
    _add_list(commands)
    _add_import(commands)
    _add_dates(commands)
    _add_export(commands)
    check = _add_command(commands, "check", _check, "tell whether the file is sound and what is still uncited")
    _add_json(check)
    return parser


def _add_command(
    commands: Any,
    word: str,
    run: Callable[[argparse.Namespace], int],
    help_text: str,
    *,
    about: tuple[str, str] = ("PROJECT", "a file that ends in .dateline"),
) -> argparse.ArgumentParser:
    """One command; `about` names its first argument, the path of what it is about, and describes it."""
    command: argparse.ArgumentParser = commands.add_parser(
        word, help=help_text, description=help_text.capitalize() + "."
    )
    command.add_argument("path", metavar=about[0], type=Path, help=about[1])
    command.set_defaults(command=run)
    return command


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON for another program")


def _add_new(commands: Any) -> None:
    new = _add_command(commands, "new", _new, "make a project")
    new.add_argument("--sample", action="store_true", help="fill it with the sample chronology")
    new.add_argument("--title", metavar="T", help="its title; otherwise that of the file")


def _add_list(commands: Any) -> None:
    show = _add_command(commands, "list", _list, "list what is in a project")
    show.add_argument("what", choices=sorted(LISTS), help="incidents in order of time, sources or citations")
    show.add_argument("--search", metavar="Q", default="", help="only those with these words")
    _add_json(show)


def _add_import(commands: Any) -> None:
    bring = _add_command(
        commands,
        "import",
        _import,
        "add files: a table (.csv, .tsv) gives incidents, a text a source, any other file a source that preserves it",
    )
    bring.add_argument("files", metavar="FILE", nargs="+", type=Path)
    bring.add_argument("--published", metavar="DATE", type=_date, default=UNDATED, help="when the files were published")
    bring.add_argument("--accept-all", action="store_true", help="take rows too whose date or status is not understood")
    _add_json(bring)


def _add_dates(commands: Any) -> None:
    about = ("FILE", "a text; - reads standard input")
    show = _add_command(commands, "dates", _dates, "list the dates that a text mentions", about=about)
    show.add_argument(
        "--published", metavar="DATE", type=_day, help="when the text was published: what “yesterday” is counted from"
    )
    show.add_argument(
        "--language", metavar="CODE", default="en", type=_language, help="of the text: en (1/2 is 2 January), en-GB, de"
    )
    _add_json(show)


def _add_export(commands: Any) -> None:
    export = _add_command(commands, "export", _export, "write the chronology as a Word document or a web page")
    export.add_argument("out", metavar="OUT", type=Path, help="the file to write: .docx or .html")
    audiences = [audience.value for audience in Audience]
    export.add_argument("--audience", choices=audiences, default=Audience.READER.value, help="whose copy it is")
    export.add_argument(
        "--protect",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="keep protected sources out, and prove it (default); --no-protect names them",
    )
    kinds = [kind.value for kind in NoteKind]
    export.add_argument("--notes", choices=kinds, default=NoteKind.FOOTNOTES.value, help="where citations stand")
    export.add_argument("--quotes", action="store_true", help="print the quoted words in the notes")


def _new(wanted: argparse.Namespace) -> int:
    if wanted.title is not None:
        ProjectPatch(title=wanted.title)  # refused before anything is written
    if wanted.sample:
        project = create_sample(wanted.path)
    else:
        project = create_project(wanted.path, title=wanted.title or showable(wanted.path.stem) or "Chronology")
    try:
        if wanted.sample and wanted.title:
            edit_project(project, ProjectPatch(title=wanted.title))
        print(f"Made {showable(str(project.path.name))}: {showable(get_project_card(project).title)}")
    finally:
        project.close()
    return DONE


def _list(wanted: argparse.Namespace) -> int:
    with _opened(wanted.path, read_only=True) as project:
        items = LISTS[wanted.what].items(project, wanted.search)
        if wanted.json:
            _print_json(list(items))
            return DONE
        for item in items:
            print(LISTS[wanted.what].line(item))
    return DONE


def _import(wanted: argparse.Namespace) -> int:
    read: list[ReadFile] = []
    progress = _TerminalProgress()
    with _opened(wanted.path) as project:
        for path in wanted.files:
            try:
                read.append(
                    read_file(
                        path,
                        project=project,
                        method=CaptureMethod.COMMAND_LINE,
                        published=wanted.published,
                        progress=progress,
                    )
                )
            except UserFacingError as error:
                _complain(problem_text(error, path.name))
        imported = write_files(project, read, accept_all=wanted.accept_all, progress=progress)
        progress.clear()
    if wanted.json:
        _print_json([imported_values(file) for file in imported])
    else:
        for file in imported:
            print(imported_line(file))
            for line in doubt_lines(file):
                _complain(line)
    complete = len(read) == len(wanted.files) and not any(file.held_back for file in imported)
    return DONE if complete else AT_FAULT


def _dates(wanted: argparse.Namespace) -> int:
    read = decode_stream(sys.stdin.buffer) if wanted.path == STANDARD_INPUT else decode_file(wanted.path)
    mentions = dates.read_dates(read.text, wanted.published, language=wanted.language)
    if wanted.json:
        _print_json_list(map(mention_values, mentions))
        return DONE
    for line in mention_lines(read.text, mentions, heading=sys.stdout.isatty()):
        print(line)
    if read.guessed:
        _complain(f"{_name(wanted.path)}: the encoding was guessed to be {read.encoding}")
    is_published = wanted.published is not None
    if note := left_open_text(mentions, published=is_published) if mentions else "No dates were found.":
        _complain(note)
    return DONE


def _export(wanted: argparse.Namespace) -> int:
    options = ExportOptions(
        format=suffix_format(wanted.out),
        notes=NoteKind(wanted.notes),
        quotes=wanted.quotes,
        protect=wanted.protect,
        audience=Audience(wanted.audience),
    )
    progress = _TerminalProgress()
    with _opened(wanted.path, read_only=True) as project:
        report = export_chronology(project, wanted.out, options, Labels(), progress=progress.report)
    progress.clear()
    counts = (
        count_text(report.entries, "incident"),
        count_text(report.notes, "note"),
        count_text(report.sources, "source"),
    )
    print(f"Wrote {showable(wanted.out.name)}: {', '.join(counts)}")
    return DONE


def _check(wanted: argparse.Namespace) -> int:
    with _opened(wanted.path, read_only=True) as project:
        report = check_project(project)
    if wanted.json:
        work = {finding.value: [_finding_values(x) for x in report.work if x.finding is finding] for finding in Finding}
        sound = {"healthy": report.is_healthy, "damage": [_finding_values(line) for line in report.damage]}
        counts = {"incidents": report.incident_count, "sources": report.source_count}
        _print_json({**sound, **counts, **{name: lines for name, lines in work.items() if lines}})
        return DONE if report.is_healthy else AT_FAULT
    for line in (*report.damage, *report.work):
        print(showable(f"{FINDINGS[line.finding]}: {line.title or line.kind}"))
    counted = f"{count_text(report.incident_count, 'incident')}, {count_text(report.source_count, 'source')}"
    if report.is_healthy:
        print(f"The file is sound: {counted}")
        return DONE
    _complain(f"“{showable(wanted.path.name)}” cannot be trusted in {count_text(len(report.damage), 'place')}.")
    return AT_FAULT


def _finding_values(line: CheckLine) -> dict[str, Any]:
    return {"finding": line.finding.value, "kind": line.kind, "id": line.id, "title": line.title}


@contextmanager
def _opened(path: Path, *, read_only: bool = False) -> Iterator[Project]:
    project = open_project(path, read_only=read_only)
    try:
        yield project
    finally:
        project.close()


def _date(written: str) -> UncertainDate:
    try:
        return parse_entry(written, today=dt.datetime.now().astimezone().date())
    except DateError as error:
        hint = f", did you mean {error.suggestion}?" if error.suggestion else ""
        raise argparse.ArgumentTypeError(f"“{showable(written)}” is not a date that is understood{hint}") from error


def _day(written: str) -> dt.date | dt.datetime:
    day = publication_day(_date(written))
    if day is None:
        raise argparse.ArgumentTypeError(f"“{showable(written)}” is not one certain day, such as 2024-01-23")
    return day


def _language(code: str) -> str:
    try:
        dates.read_dates("", None, language=code)
    except LookupError as error:
        raise argparse.ArgumentTypeError(f"dates cannot be read in “{showable(code)}”; try en, en-GB or de") from error
    return code


def _name(path: Path) -> str:
    return "standard input" if path == STANDARD_INPUT else path.name


def _print_json(value: object) -> None:
    """ASCII alone, so that no pipe or terminal can garble it or obey it."""
    print(json.dumps(value, indent=2))


def _print_json_list(items: Iterable[Any]) -> None:
    """The same for a list that cannot fail on the way: a long one is never held as a whole."""
    end = "[]"
    for number, item in enumerate(items):
        print(",\n" if number else "[\n", indent(json.dumps(item, indent=2), "  "), sep="", end="")
        end = "\n]"
    print(end)


def _complain(message: str) -> None:
    print(showable(message), file=sys.stderr)


class _TerminalProgress:
    """How far a long command is, on a terminal only."""

    def __init__(self) -> None:
        self._shown = False

    def report(self, done: int, total: int = 0) -> None:
        if sys.stderr.isatty() and total:
            self._shown = True
            print(f"\r{done:,} of {total:,}", end="", file=sys.stderr, flush=True)

    def check(self) -> None:
        """Ctrl+C stops a command by itself."""

    def clear(self) -> None:
        if self._shown:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
