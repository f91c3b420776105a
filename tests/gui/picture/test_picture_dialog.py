"""The dialog of pictures: what it asks, shows, and hands on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gui.picture.picture_dialog import PictureDialog, PictureOffer
from gui.picture.sheets import PictureSubject, Sheets, lay_sheets
from gui.picture.wish import Extent, Paper, PictureFormat, PictureWish
from tests.fakes import FakeNotices


@pytest.fixture
def notices() -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def dialog(qtbot: QtBot, subject: PictureSubject, notices: FakeNotices, tmp_path: Path) -> Iterator[PictureDialog]:
    def lay_out(wish: PictureWish) -> Sheets:
        return lay_sheets(subject, wish)

    made = PictureDialog(PictureOffer(lay_out, lay_out, tmp_path / "the-valley", PictureWish()), notices)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if shiboken6.isValid(made):  # it deletes itself when it closes
        made.close()


def press(dialog: PictureDialog, words: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == words and b.isVisible())
    button.click()


def texts(dialog: PictureDialog) -> str:
    return " ".join(
        label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text") and label.isVisible()
    )


def test_dialog_offers_only_what_the_format_takes(dialog: PictureDialog) -> None:
    assert "300 dpi" not in texts(dialog)
    assert "A4" not in texts(dialog)
    press(dialog, "PNG")
    assert "300 dpi" in texts(dialog)
    press(dialog, "PDF")
    assert "A4" in texts(dialog)
    assert "300 dpi" not in texts(dialog)
    assert sum(box.isVisible() for box in dialog.findChildren(QSpinBox)) == 1
    press(dialog, "A4")
    assert "Pages side by side" in texts(dialog)


def test_dialog_says_how_large_the_picture_will_be(dialog: PictureDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "mm, sharp at any size" in texts(dialog))
    assert "preview" not in texts(dialog)
    press(dialog, "PNG")
    press(dialog, "96 dpi")
    qtbot.waitUntil(lambda: "1,600 ×" in texts(dialog))
    press(dialog, "PDF")
    press(dialog, "A3")
    qtbot.waitUntil(lambda: "4 pages" in texts(dialog))


def test_dialog_refuses_more_pixels_than_memory_holds(dialog: PictureDialog, qtbot: QtBot) -> None:
    press(dialog, "PNG")
    press(dialog, "600 dpi")
    width = next(box for box in dialog.findChildren(QSpinBox) if box.suffix() == " px")
    width.setValue(20_000)
    qtbot.waitUntil(lambda: "do not fit into memory" in texts(dialog))
    save = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save picture…")
    assert not save.isEnabled()


def test_saving_hands_on_the_file_and_every_choice(
    dialog: PictureDialog, notices: FakeNotices, qtbot: QtBot, tmp_path: Path
) -> None:
    press(dialog, "PDF")
    press(dialog, "A4")
    press(dialog, "What is on screen")
    notices.answers.paths.append(tmp_path / "printed")
    with qtbot.waitSignal(dialog.picture_requested) as asked:
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    target, wish = asked.args
    assert target == tmp_path / "printed.pdf"
    assert wish == PictureWish(format=PictureFormat.PDF, extent=Extent.SEEN, paper=Paper.A4)
    assert not dialog.isVisible()


def test_cancelled_file_dialog_leaves_the_dialog_open(dialog: PictureDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.picture_requested):
        press(dialog, "Save picture…")
    assert dialog.isVisible()
