"""The only maker of message boxes and file dialogs. Tests hand in a fake with the same methods."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from gui.texts import problem_text
from models.errors import UserFacingError

PROJECT_SUFFIX = ".dateline"


def _tr(text: str) -> str:
    return QCoreApplication.translate("notices", text)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a message: what it answers, and its verb. A final one cannot be undone."""

    answer: str
    verb: str
    is_final: bool = False


class Notices(QObject):
    """Tells and asks. Every text is plain; the default button is the safe one, and closing a box is safe."""

    def show_problem(self, parent: QWidget | None, error: UserFacingError) -> None:
        """Tell that the world is at fault: what happened, is my work safe, what to do now."""
        self.ask_problem(parent, error, ())

    def ask_problem(self, parent: QWidget | None, error: UserFacingError, choices: Sequence[Choice]) -> str:
        """Tell a problem and offer ways on; the answer of the chosen one, "" for none."""
        message = problem_text(error)
        box = self._make_box(parent, message.title, " ".join(part for part in (message.safe, message.advice) if part))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setDetailedText(message.details)
        return self._ask(box, choices, _tr("Cancel") if choices else _tr("Close"))

    def show_message(self, parent: QWidget | None, title: str, text: str) -> None:
        """Tell something that is neither a problem nor a question."""
        box = self._make_box(parent, title, text)
        self._ask(box, (), _tr("Close"))

    def show_bug(self, log: Path) -> None:
        """Tell that the program broke a rule of its own, and offer the log."""
        title = _tr("Dateline made a mistake.")
        text = _tr(
            "Everything saved so far is safe. If this happens again, close the project and open it anew. "
            "The log names places in the program, and nothing of your project."
        )
        box = self._make_box(None, title, text)
        box.setIcon(QMessageBox.Icon.Warning)
        if self._ask(box, (Choice("log", _tr("Show log")),), _tr("Go on")) == "log":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))

    def confirm(self, parent: QWidget | None, title: str, text: str, verb: str) -> bool:
        """Ask before something final; True when the verb was pressed."""
        box = self._make_box(parent, title, text)
        return self._ask(box, (Choice("yes", verb, is_final=True),), _tr("Cancel")) == "yes"

    def choose(self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> str:
        """Ask which way to go; "" for none."""
        return self._ask(self._make_box(parent, title, text), choices, _tr("Cancel"))

    def ask_open_project(self, parent: QWidget | None, folder: Path | None = None) -> Path | None:
        """Which project to open."""
        name, _ = QFileDialog.getOpenFileName(
            parent, _tr("Open a project"), str(folder or ""), _project_filter(), options=_no_options()
        )
        return Path(name) if name else None

    def ask_new_project(self, parent: QWidget | None, suggested: Path | None = None) -> Path | None:
        """Where a new project is to be kept."""
        return self.ask_save(parent, _tr("New project"), suggested or Path("Untitled.dateline"), _project_filter())

    def ask_save(self, parent: QWidget | None, title: str, suggested: Path, filters: str) -> Path | None:
        """Where to write a file; the suffix of `suggested` is added when none is typed."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), filters, options=_no_options())
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_name(path.name + suggested.suffix)

    def ask_files(self, parent: QWidget | None, folder: Path | None = None) -> list[Path]:
        """Which files to add as sources."""
        names, _ = QFileDialog.getOpenFileNames(
            parent, _tr("Add files as sources"), str(folder or ""), _tr("All files (*)"), options=_no_options()
        )
        return [Path(name) for name in names]

    def ask_folder(self, parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
        """Which folder to take files from."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
        return Path(name) if name else None

    def _make_box(self, parent: QWidget | None, title: str, text: str) -> QMessageBox:
        box = QMessageBox(parent)
        box.setWindowTitle("Dateline")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(text)
        return box

    def _ask(self, box: QMessageBox, choices: Sequence[Choice], way_out: str) -> str:
        answers: dict[QPushButton, str] = {}
        for choice in choices:
            button = box.addButton(choice.verb, QMessageBox.ButtonRole.ActionRole)
            button.setProperty("kind", "danger" if choice.is_final else "")
            answers[button] = choice.answer
        leave = box.addButton(way_out, QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        box.setDefaultButton(leave)
        box.exec()
        clicked = box.clickedButton()
        answer = next((said for button, said in answers.items() if button is clicked), "")
        box.deleteLater()
        return answer


def _project_filter() -> str:
    return _tr("Dateline projects (*{suffix})").replace("{suffix}", PROJECT_SUFFIX)


def _no_options() -> QFileDialog.Option:
    return QFileDialog.Option(0)
