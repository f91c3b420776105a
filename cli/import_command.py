"""`import`: files and folders into a project, as one change."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from cli.arguments import AT_FAULT, DONE, add_command, add_json, chosen_files, entered_date, failure_text
from cli.imports import doubt_lines, failed_values, imported_line, imported_values, summary_line
from cli.output import TerminalProgress, complain, print_json
from cli.projects import opened
from dates import UNDATED
from models.enums import CaptureMethod
from services.importing import FailedFile, ImportedFile, import_files


def add_import(commands: Any) -> None:
    """Add `import`."""
    bring = add_command(
        commands,
        "import",
        _import,
        "add files and folders: a table (.csv, .tsv) gives incidents, a text a source, any other file a source that preserves it",
    )
    bring.add_argument("files", metavar="FILE|FOLDER", nargs="+", type=Path)
    bring.add_argument(
        "--published", metavar="DATE", type=entered_date, default=UNDATED, help="when the files were published"
    )
    bring.add_argument("--accept-all", action="store_true", help="take rows too whose date or status is not understood")
    add_json(bring)


def _import(wanted: argparse.Namespace) -> int:
    progress = TerminalProgress()
    with opened(wanted.path) as project:
        chosen = chosen_files(wanted.files)
        outcomes = import_files(
            project,
            [path for _, path in chosen],
            method=CaptureMethod.COMMAND_LINE,
            published=wanted.published,
            as_source=False,
            accept_all=wanted.accept_all,
            progress=progress,
        )
    progress.clear()
    named = [replace(outcome, name=name) for (name, _), outcome in zip(chosen, outcomes, strict=True)]
    if wanted.json:
        print_json([failed_values(one) if isinstance(one, FailedFile) else imported_values(one) for one in named])
    _tell(named, quietly=wanted.json)
    if not named:
        complain("No files were found.")
    elif any(path.is_dir() for path in wanted.files) and not wanted.json:
        print(summary_line(named))
    complete = named and not any(isinstance(one, FailedFile) or one.held_back for one in named)
    return DONE if complete else AT_FAULT


def _tell(outcomes: Sequence[ImportedFile | FailedFile], *, quietly: bool) -> None:
    for outcome in outcomes:
        if isinstance(outcome, FailedFile):
            complain(failure_text(outcome.name, outcome.error))
        elif not quietly:
            print(imported_line(outcome))
            for line in doubt_lines(outcome):
                complain(line)
