"""The command line: the same services without a window, for scripts and for tests.

Exit code 0: done; 1: the world is at fault, told in one message on standard error; 2: wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from cli.arguments import AT_FAULT, DONE, WRONG_USAGE, add_command, add_json, path_name
from cli.import_command import add_import
from cli.lists import LISTS
from cli.output import TerminalProgress, complain, print_json
from cli.projects import opened
from cli.reading_commands import add_reading_commands
from cli.texts import FINDINGS, count_text, problem_text, showable
from exporters.document import NoteKind
from exporters.labels import Labels
from models.drafts import ProjectPatch
from models.enums import Finding, ProblemCode
from models.errors import BugError, UserFacingError
from models.snapshots import CheckLine, IncidentFilter
from services.checks import check_project
from services.exporting import Audience, ExportOptions, export_chronology, suffix_format
from services.project import Project
from services.project_files import create_project
from services.properties import edit_project, get_project_card
from services.sample import create_sample
from services.saved_views import find_view


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
        complain(problem_text(error, path_name(wanted.path)))
        return WRONG_USAGE if error.problem is ProblemCode.UNKNOWN_FORMAT else AT_FAULT
    except BugError as error:
        complain(f"Dateline has a fault ({showable(str(error))}). Nothing was changed. Please report it.")
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:  # standard output: everything else is told by the services
        complain(f"The output could not be written ({error.strerror}).")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        complain("Stopped. Nothing was changed.")
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
    add_import(commands)
    add_reading_commands(commands)
    _add_export(commands)
    check = add_command(commands, "check", _check, "tell whether the file is sound and what is still uncited")
    add_json(check)
    return parser


def _add_new(commands: Any) -> None:
    new = add_command(commands, "new", _new, "make a project")
    new.add_argument("--sample", action="store_true", help="fill it with the sample chronology")
    new.add_argument("--title", metavar="T", help="its title; otherwise that of the file")


def _add_list(commands: Any) -> None:
    show = add_command(commands, "list", _list, "list what is in a project")
    show.add_argument("what", choices=sorted(LISTS), help="incidents in order of time, sources or citations")
    show.add_argument("--search", metavar="Q", default="", help="only those with these words")
    _add_view(show)
    add_json(show)


def _add_export(commands: Any) -> None:
    export = add_command(commands, "export", _export, "write the chronology as a Word document or a web page")
    _add_view(export)
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


def _add_view(command: argparse.ArgumentParser) -> None:
    command.add_argument("--view", metavar="NAME", default="", help="only what this saved view shows")


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
    if wanted.view and wanted.what == "sources":
        complain("A view shows incidents and their citations, not sources.")
        return WRONG_USAGE
    with opened(wanted.path, read_only=True) as project:
        shown = _shown(project, wanted.view)
        items = LISTS[wanted.what].items(project, replace(shown, text=wanted.search or shown.text))
        if wanted.json:
            print_json(list(items))
            return DONE
        for item in items:
            print(LISTS[wanted.what].line(item))
    return DONE


def _shown(project: Project, view: str) -> IncidentFilter:
    return find_view(project, view) if view else IncidentFilter()


def _export(wanted: argparse.Namespace) -> int:
    options = ExportOptions(
        format=suffix_format(wanted.out),
        notes=NoteKind(wanted.notes),
        quotes=wanted.quotes,
        protect=wanted.protect,
        audience=Audience(wanted.audience),
    )
    progress = TerminalProgress()
    with opened(wanted.path, read_only=True) as project:
        options = replace(options, wanted=_shown(project, wanted.view))
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
    with opened(wanted.path, read_only=True) as project:
        report = check_project(project)
    if wanted.json:
        work = {finding.value: [_finding_values(x) for x in report.work if x.finding is finding] for finding in Finding}
        sound = {"healthy": report.is_healthy, "damage": [_finding_values(line) for line in report.damage]}
        counts = {"incidents": report.incident_count, "sources": report.source_count}
        print_json({**sound, **counts, **{name: lines for name, lines in work.items() if lines}})
        return DONE if report.is_healthy else AT_FAULT
    for line in (*report.damage, *report.work):
        print(showable(f"{FINDINGS[line.finding]}: {line.title or line.kind}"))
    counted = f"{count_text(report.incident_count, 'incident')}, {count_text(report.source_count, 'source')}"
    if report.is_healthy:
        print(f"The file is sound: {counted}")
        return DONE
    complain(f"“{showable(wanted.path.name)}” cannot be trusted in {count_text(len(report.damage), 'place')}.")
    return AT_FAULT


def _finding_values(line: CheckLine) -> dict[str, Any]:
    return {"finding": line.finding.value, "kind": line.kind, "id": line.id, "title": line.title}
