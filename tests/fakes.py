"""Stand-ins with behaviour for what talks to a person."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.notices import Choice, Notices
from gui.texts import problem_text
from models.errors import UserFacingError


@dataclass
class Told:
    """One message that a person would have seen."""

    title: str
    text: str = ""
    choices: tuple[str, ...] = ()


@dataclass
class Answers:
    """What the person will answer, in turn; where nothing is left, they cancel."""

    choices: deque[str] = field(default_factory=deque)
    paths: deque[Path] = field(default_factory=deque)
    files: deque[list[Path]] = field(default_factory=deque)


class FakeNotices(Notices):
    """Keeps what was told and gives the answers that a test laid out; never opens a window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told: list[Told] = []
        self.bugs: list[Path] = []
        self.answers = Answers()

    def ask_problem(self, parent: QWidget | None, error: UserFacingError, choices: Sequence[Choice]) -> str:
        message = problem_text(error)
        return self.choose(parent, message.title, message.text, choices)

    def show_message(self, parent: QWidget | None, title: str, text: str) -> None:
        self.told.append(Told(title, text))

    def show_bug(self, log: Path) -> None:
        self.bugs.append(log)

    def confirm(self, parent: QWidget | None, title: str, text: str, verb: str) -> bool:
        return self.choose(parent, title, text, (Choice("yes", verb),)) == "yes"

    def choose(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> str:
        self.told.append(Told(title, text, tuple(choice.answer for choice in choices)))
        return self.answers.choices.popleft() if choices and self.answers.choices else ""

    def ask_open_project(self, parent: QWidget | None, folder: Path | None = None) -> Path | None:
        return self._next_path()

    def ask_new_project(self, parent: QWidget | None, suggested: Path | None = None) -> Path | None:
        return self._next_path()

    def ask_save(self, parent: QWidget | None, title: str, suggested: Path, filters: str) -> Path | None:
        return self._next_path()

    def ask_files(self, parent: QWidget | None, folder: Path | None = None) -> list[Path]:
        return self.answers.files.popleft() if self.answers.files else []

    def ask_folder(self, parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
        return self._next_path()

    def _next_path(self) -> Path | None:
        return self.answers.paths.popleft() if self.answers.paths else None
