"""Whatever is done, in whatever order and while whatever worker is busy: the window holds what the file says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gui.controllers import counts_keeper, index_keeper, lanes_keeper
from models.drafts import SourceDraft
from services.incidents import add_incidents
from services.project_files import create_project
from services.sources import add_source
from tests.driver import Driver
from tests.gui.window.walking import Walker


@pytest.mark.parametrize("at_once", [5_000, 1], ids=["at once", "by workers"])
@pytest.mark.parametrize("seed", [0, 24])
def test_window_holds_what_the_file_says(
    open_window: Callable[..., Driver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, at_once: int
) -> None:
    for module in (index_keeper, lanes_keeper):
        monkeypatch.setattr(module, "AT_ONCE", at_once)
    monkeypatch.setattr(counts_keeper, "PAUSE_MS", 0)
    project = create_project(tmp_path / "walk.dateline", title="Walk")
    for title in ("The dam log", "A letter", "The order book"):
        add_source(project, SourceDraft(title=title))
    project.close()
    walker = Walker(open_window(project.path), seed)
    add_incidents(walker.driver.desk.session.project, [walker.drawn.incident() for _ in range(30)])
    walker.walk(80)
