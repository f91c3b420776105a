"""What the arguments of commands mean, and how a command is added."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import dates
from cli.texts import problem_text, showable
from dates import DateError, UncertainDate, parse_entry
from dates.publication import publication_day
from models.errors import UserFacingError
from services.importing import files_in

STANDARD_INPUT = Path("-")
DONE, AT_FAULT, WRONG_USAGE = 0, 1, 2


def add_command(
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


def add_json(command: argparse.ArgumentParser) -> None:
    """`--json`."""
    command.add_argument("--json", action="store_true", help="print JSON for another program")


def entered_date(written: str) -> UncertainDate:
    """An argument that is a date."""
    try:
        return parse_entry(written, today=dt.datetime.now().astimezone().date())
    except DateError as error:
        hint = f", did you mean {error.suggestion}?" if error.suggestion else ""
        raise argparse.ArgumentTypeError(f"“{showable(written)}” is not a date that is understood{hint}") from error


def entered_day(written: str) -> dt.date | dt.datetime:
    """An argument that is a day or a moment of publication."""
    day = publication_day(entered_date(written))
    if day is None:
        raise argparse.ArgumentTypeError(f"“{showable(written)}” is not one certain day, such as 2024-01-23")
    return day


def entered_language(code: str) -> str:
    """An argument that is a language in which dates can be read."""
    try:
        dates.read_dates("", None, language=code)
    except LookupError as error:
        raise argparse.ArgumentTypeError(f"dates cannot be read in “{showable(code)}”; try en, en-GB or de") from error
    return code


def path_name(path: Path) -> str:
    """What messages call a file."""
    return "standard input" if path == STANDARD_INPUT else path.name


def chosen_files(paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """The chosen files and those of chosen folders, each with what messages call it: where it lies in the folder."""
    found: dict[Path, str] = {}
    for path in paths:
        for file in files_in([path]):
            found.setdefault(file, path_name(path) if file == path else _in_folder(file, path))
    return [(name, file) for file, name in found.items()]


def failure_text(name: str, error: UserFacingError) -> str:
    """Why a file could not be read, by the name that it has among the chosen ones."""
    details: dict[str, Any] = {**error.details, "file": name}
    return problem_text(UserFacingError(error.problem, **details), name)


def _in_folder(file: Path, folder: Path) -> str:
    return Path(folder.name, file.relative_to(folder)).as_posix()
