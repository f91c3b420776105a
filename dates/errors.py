"""What can be wrong with a date. Words for people are made by the window and the command line."""

from enum import StrEnum


class DateProblem(StrEnum):
    NOT_UNDERSTOOD = "not understood"
    NOT_A_DAY = "not a day"
    NOT_A_MONTH = "not a month"
    NOT_A_TIME = "not a time"
    AMBIGUOUS = "ambiguous"
    ENDS_BEFORE_START = "ends before start"
    WEEKDAY_DIFFERS = "weekday differs"
    TOO_LONG = "too long"
    UNKNOWN_TIME_ZONE = "unknown time zone"


class DateError(ValueError):
    """A text that is no date. `suggestion` is something to try instead, "" when there is none."""

    def __init__(self, problem: DateProblem, text: str = "", suggestion: str = "") -> None:
        super().__init__(problem, text[:80], suggestion)
        self.problem = problem
        self.text = text[:80]
        self.suggestion = suggestion

    def __str__(self) -> str:
        tail = f" (try {self.suggestion})" if self.suggestion else ""
        return f"{self.text!r}: {self.problem.value}{tail}"
