"""What a worker answers is not trusted: the file that it read may have taken it over.

Whoever unpacks an answer does so inside `no_nonsense`: what has not the shape that our own code sends is no answer, and nothing of
it is used.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from models.enums import ImportFault, ProblemCode
from models.errors import DatelineError, InvalidDraftError, UserFacingError

# What unpacking raises where bytes, shape, type or number are not those of an answer, and what a draft does that is checked anew.
_RAISED = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, InvalidDraftError)
_MOST = 2**31 - 1
_PROBLEMS = frozenset({ProblemCode.IMPORT_UNREADABLE, ProblemCode.IMPORT_TOO_LARGE})
# These are found by the program itself, before a worker gets the file.
_NOT_OF_A_WORKER = frozenset(
    {ImportFault.PERMISSION, ImportFault.DISK, ImportFault.MANY_BYTES, ImportFault.PROJECT, ImportFault.NO_FILE}
)


class NoAnswerError(DatelineError):
    """What a worker sent is nothing that a worker of ours sends. Whoever asked it kills it, and tells of a file not read."""


@contextmanager
def no_nonsense() -> Iterator[None]:
    """Turn whatever an answer of the wrong shape raises into NoAnswerError; a refusal that it tells passes."""
    try:
        yield
    except _RAISED as error:
        raise NoAnswerError("the worker's answer has another shape") from error


def refusal_of(problem: str, details: Mapping[str, Any]) -> UserFacingError:
    """The error by which a worker says that it cannot read its file; which one that is, whoever asked it knows."""
    error = UserFacingError(ProblemCode(problem))
    if error.problem not in _PROBLEMS:
        raise ValueError(problem)
    error.details["reason"] = reason = ImportFault(details["reason"])
    if reason in _NOT_OF_A_WORKER:
        raise ValueError(reason)
    if reason is ImportFault.MANY_ROWS:
        error.details["rows"] = whole_number(details["rows"])
    return error


def whole_number(sent: object) -> int:
    """A number that counts something, not larger than there can be."""
    if type(sent) is not int or not 0 <= sent <= _MOST:
        raise ValueError("number")
    return sent
