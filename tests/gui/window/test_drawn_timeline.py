"""Pictures of the timeline in the whole window: saved by themselves, and inside exported documents."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton

from dates import UncertainDate
from gui.controllers import picture_controller
from gui.export.export_dialog import ExportDialog
from gui.picture.picture_dialog import PictureDialog
from gui.picture.wish import PictureFormat, PictureWish
from models.drafts import IncidentDraft, SourceDraft
from models.snapshots import IncidentFilter
from services.exporting import ExportOptions
from services.incidents import add_incident
from services.project import Project
from services.sample import create_sample
from services.sources import add_source
from services.timeline_lanes import LaneBy
from tests.driver import Driver
from tests.factories import add_citation

OpenWindow = Callable[..., Driver]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_sample(open_window: OpenWindow, folder: Path) -> Driver:
    path = folder / "sample.dateline"
    create_sample(path).close()
    return open_window(path)


def save_picture(driver: Driver, target: Path, kind: str = "SVG") -> None:
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = driver.dialog(PictureDialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == kind).click()
    driver.notices.answers.paths.append(target)
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(target.exists)


def test_picture_of_the_timeline_is_saved_and_says_so(open_window: OpenWindow, tmp_path: Path) -> None:
    driver = open_sample(open_window, tmp_path)
    target = tmp_path / "drawn.svg"
    save_picture(driver, target)
    drawn = target.read_text(encoding="utf-8")
    assert "The loss of Mars Climate Orbiter" in drawn
    assert "18 incidents · 1 undated" in drawn
    notice = driver.window.workbench.status_line.notice
    driver.qtbot.waitUntil(lambda: [link.text() for link in notice.links()] == ["Open"])


def test_picture_where_no_file_may_be_is_told_and_leaves_nothing(open_window: OpenWindow, tmp_path: Path) -> None:
    driver = open_sample(open_window, tmp_path)
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    driver.dialog(PictureDialog)
    driver.notices.answers.paths.append(tmp_path / "nowhere" / "drawn.svg")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told))
    assert not (tmp_path / "nowhere").exists()


def name_protected(project: Project) -> None:
    source = add_source(project, SourceDraft(title="Talk with Keller", protected=True, cover_name="a pilot"))
    add_citation(project, add_incident(project, IncidentDraft(title="The pilot is heard")), source)


def test_protected_sources_stand_under_their_cover_names(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    project = create_sample(path)
    name_protected(project)
    project.close()
    driver = open_window(path)
    driver.desk.timelines.lanes.choose(LaneBy.SOURCE, LaneBy.SOURCE)
    target = tmp_path / "drawn.svg"
    save_picture(driver, target)
    assert "Keller" not in target.read_text(encoding="utf-8")


def test_filter_is_named_without_protected_sources(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "sample.dateline"
    project = create_sample(path)
    name_protected(project)
    with project.read() as connection:
        talk = connection.exec_driver_sql("SELECT id FROM source WHERE cover_name = 'a pilot'").scalar_one()
    project.close()
    driver = open_window(path)
    driver.desk._chronology.show_filter(IncidentFilter(source_ids=frozenset({talk})))
    target = tmp_path / "drawn.svg"
    save_picture(driver, target)
    drawn = target.read_text(encoding="utf-8")
    assert "Source: a pilot" in drawn
    assert "Keller" not in drawn


@pytest.mark.parametrize("kind", ["SVG", "PDF", "PNG"])
def test_title_that_names_a_protected_source_is_not_drawn(open_window: OpenWindow, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "sample.dateline"
    project = create_sample(path)
    name_protected(project)
    add_incident(project, IncidentDraft(title="A note of the talk with Keller", date=UncertainDate("1999-02-03")))
    project.close()
    driver = open_window(path)
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = driver.dialog(PictureDialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == kind).click()
    driver.notices.answers.paths.append(tmp_path / f"drawn.{kind.lower()}")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(lambda: bool(driver.notices.told))
    assert not list(tmp_path.glob("*drawn*"))


def test_picture_that_is_cancelled_is_not_written(open_window: OpenWindow, tmp_path: Path) -> None:
    driver = open_sample(open_window, tmp_path)
    driver.desk._pictures.save(tmp_path / "drawn.png", PictureWish(format=PictureFormat.PNG))
    driver.desk.runner.cancel()
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy)
    assert not list(tmp_path.glob("*drawn*"))


def test_exported_document_holds_the_timeline_by_choice(open_window: OpenWindow, tmp_path: Path) -> None:
    driver = open_sample(open_window, tmp_path)
    driver.press(Qt.Key.Key_E, CTRL)
    dialog = driver.dialog(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    check = next(c for c in dialog.findChildren(QCheckBox) if "timeline" in c.text())
    assert not check.isChecked()
    check.click()
    target = dialog.target()
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.qtbot.waitUntil(target.exists)
    driver.qtbot.waitUntil(lambda: not driver.desk.runner.is_busy)
    with zipfile.ZipFile(target) as package:
        image = QImage.fromData(package.read("word/media/timeline.png"))
    assert image.width() == 860 * 3


def test_preview_of_very_many_lanes_draws_the_first(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_sample(open_window, tmp_path)
    pictures = driver.desk._pictures
    driver.desk.timelines.lanes.choose(LaneBy.SOURCE, LaneBy.NONE)
    options = ExportOptions(timeline=True)
    whole, known = pictures.drawing_for(options)(), pictures.preview_for(options)
    monkeypatch.setattr(picture_controller, "_PREVIEW_LANES", 2)
    pictures._forget_preview()
    beginning = pictures.preview_for(options)
    assert whole is not None
    assert known is not None
    assert beginning is not None
    assert beginning.height < known.height == whole.height


def test_dialog_of_very_many_lanes_draws_the_first(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = open_sample(open_window, tmp_path)
    monkeypatch.setattr(picture_controller, "_PREVIEW_LANES", 2)
    driver.press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = driver.dialog(PictureDialog)
    driver.qtbot.waitUntil(lambda: "the preview shows its beginning" in _words_of(dialog))
    for kind in ("PDF", "A4"):
        next(b for b in dialog.findChildren(QPushButton) if b.text() == kind).click()
    driver.qtbot.waitUntil(lambda: "4 pages" in _words_of(dialog))
    assert "preview" not in _words_of(dialog)


def _words_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))
