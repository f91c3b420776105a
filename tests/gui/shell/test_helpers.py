"""Worker, bug report, message boxes and file dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.error_report import ErrorReport, describe
from gui.notices import Choice, Notices
from gui.task_runner import Progress, TaskRunner
from models.enums import ProblemCode
from models.errors import UserFacingError
from tests.fakes import FakeNotices


class Heard:
    """Keeps what a runner calls back with."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []

    def done(self, result: object) -> None:
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def runner(qtbot: QtBot, heard: Heard) -> Iterator[TaskRunner]:
    made = TaskRunner(heard.failed)
    yield made
    made.finish()


def test_work_is_answered_with_its_result_and_progress(runner: TaskRunner, heard: Heard, qtbot: QtBot) -> None:
    def work(progress: Progress) -> int:
        progress.report(1, 2)
        return 42

    with qtbot.waitSignals([runner.work_progressed, runner.work_ended]):
        runner.run(work, heard.done, label="Counting…")
    assert heard.results == [42]
    assert not runner.is_busy


def test_cancelled_work_is_silent(runner: TaskRunner, heard: Heard, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.report(0)

    with qtbot.waitSignal(runner.work_ended):
        runner.run(work, heard.done, heard.failed)
        runner.cancel()
    assert (heard.results, heard.errors) == ([], [])


def test_failed_work_goes_to_its_own_answer_else_to_the_report(runner: TaskRunner, heard: Heard, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise UserFacingError(ProblemCode.DISK_FULL)

    own = Heard()
    with qtbot.waitSignal(runner.work_ended):
        runner.run(work, heard.done, own.failed)
    with qtbot.waitSignal(runner.work_ended):
        runner.run(work, heard.done)
    qtbot.waitUntil(lambda: bool(own.errors and heard.errors))


def test_bug_is_logged_without_its_words_and_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    notices = FakeNotices()
    report = ErrorReport(notices, tmp_path / "logs" / "dateline.log")
    try:
        raise ValueError("the name of a source")
    except ValueError as error:
        report.report(error)
    report.close()
    logged = (tmp_path / "logs" / "dateline.log").read_text(encoding="utf-8")
    assert "ValueError at test_helpers.py" in logged
    assert "name of a source" not in logged
    assert len(notices.bugs) == 1


def test_problem_that_nobody_caught_is_told_as_one(qtbot: QtBot, tmp_path: Path) -> None:
    notices = FakeNotices()
    report = ErrorReport(notices, tmp_path / "dateline.log")
    report.report(UserFacingError(ProblemCode.FILE_MOVED))
    assert notices.bugs == []
    assert "moved or deleted" in notices.told[0].title
    assert not (tmp_path / "dateline.log").exists()


def test_describe_without_a_trace_is_still_a_line() -> None:
    assert describe(KeyError, None) == "KeyError at an unknown place"


def answer(name: str) -> Callable[[QMessageBox], int]:
    """A stand-in for `QMessageBox.exec` that presses the button with this text."""

    def press(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text() == name).click()
        return 0

    return press


def test_boxes_answer_with_the_choice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    notices = Notices()
    error = UserFacingError(ProblemCode.FILE_IN_USE, file="a.dateline")
    monkeypatch.setattr(QMessageBox, "exec", answer("Open read-only"))
    assert notices.ask_problem(None, error, (Choice("read", "Open read-only"),)) == "read"
    monkeypatch.setattr(QMessageBox, "exec", answer("Cancel"))
    assert notices.ask_problem(None, error, (Choice("read", "Open read-only"),)) == ""
    assert not notices.confirm(None, "Remove?", "For good.", "Remove")


def test_boxes_are_plain_text_and_safe_by_default(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[QMessageBox] = []

    def look(box: QMessageBox) -> int:
        seen.append(box)
        default = box.defaultButton()
        assert default.text() == "Cancel"
        assert box.textFormat().name == "PlainText"
        default.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    Notices().confirm(None, "<b>Remove?</b>", "For good.", "Remove")
    assert seen


def test_saved_files_get_their_suffix(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "fire"), ""))
    assert Notices().ask_new_project(None) == tmp_path / "fire.dateline"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    assert Notices().ask_new_project(None) is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(tmp_path / "a.dateline"), ""))
    assert Notices().ask_open_project(None) == tmp_path / "a.dateline"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(tmp_path / "a.txt")], ""))
    assert Notices().ask_files(None) == [tmp_path / "a.txt"]
