"""Words that accounts of one incident use for the same thing: a list of English ones, read once."""

from collections.abc import Mapping
from functools import cache

import resources

_FILE = "words/concepts.txt"
_PARTING = "---"


@cache
def concepts() -> tuple[str, ...]:
    """The words of each concept, parted by spaces; they are compared by their stems."""
    return _read()[0]


@cache
def phrases() -> Mapping[str, str]:
    """Phrases whose words mean something else apart, each with a word of its concept."""
    return dict(line.split(" = ") for line in _read()[1])


@cache
def _read() -> tuple[tuple[str, ...], tuple[str, ...]]:
    lines = [
        line
        for line in resources.path(_FILE).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    parting = lines.index(_PARTING)
    return tuple(lines[:parting]), tuple(lines[parting + 1 :])
