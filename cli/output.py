"""What the command line prints: JSON, lists, complaints, progress."""

import json
import sys
from collections.abc import Iterable
from textwrap import indent
from typing import Any

from cli.texts import showable


def print_json(value: object) -> None:
    """ASCII alone, so that no pipe or terminal can garble it or obey it."""
    print(json.dumps(value, indent=2))


def print_json_list(items: Iterable[Any]) -> None:
    """The same for a list that cannot fail on the way: a long one is never held as a whole."""
    end = "[]"
    for number, item in enumerate(items):
        print(",\n" if number else "[\n", indent(json.dumps(item, indent=2), "  "), sep="", end="")
        end = "\n]"
    print(end)


def complain(message: str) -> None:
    """One line on standard error."""
    print(showable(message), file=sys.stderr)


class TerminalProgress:
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
