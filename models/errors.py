"""Two kinds of error: the world is at fault (`UserFacingError`), or we are (`BugError`)."""

from models.enums import ProblemCode


class DatelineError(Exception):
    """Root of every error that this program raises on purpose."""


class UserFacingError(DatelineError):
    """Something outside the program went wrong; a person is told what, and what to do.

    `details` are the facts for the message (file name, line number, version…), never source text.
    `work_is_safe` says whether everything acknowledged so far is still stored.
    """

    def __init__(self, problem: ProblemCode, *, work_is_safe: bool = True, **details: str | int) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.work_is_safe = work_is_safe
        self.details = details


class InvalidDraftError(UserFacingError):
    """A draft was refused; `fields` maps a field name to the code of what is wrong with it."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(ProblemCode.INVALID_INPUT, fields=", ".join(sorted(fields)))
        self.fields = fields


class BugError(DatelineError):
    """The program broke one of its own rules."""
