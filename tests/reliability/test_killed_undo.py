"""kill -9 in the middle of a long undo, redo or edit, when changed pages are in the file already: the old state is back."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.drafts import IncidentDraft
from models.enums import Operation
from models.snapshots import IncidentFilter
from services.checks import check_project
from services.chronology import get_rows, list_incidents
from services.incidents import write_incidents
from services.project import Project
from services.project_files import create_project, open_project, opens_slowly

ROOT = Path(__file__).resolve().parent.parent.parent
COUNT = 3_000
# A person's computer that stops at this report: nothing is cleaned up. So few pages fit into memory that most are written.
KILLED = """
import os, signal, sys
from pathlib import Path
from models import database
from services import journal, project
from services.incidents import delete_incidents
from services.project_files import open_project

class Stop:
    def report(self, done, total=0):
        if done >= 2_000:
            journal_file = Path(sys.argv[1] + "-journal")
            assert journal_file.stat().st_size > 100_000
            os.kill(os.getpid(), signal.SIGKILL)
    def check(self):
        pass

opened = open_project(Path(sys.argv[1]))
project.more_pages = database.more_patience
journal._TOLD = 100
act = sys.argv[2]
if act == "delete":
    delete_incidents(opened, range(1, 3_001), progress=Stop())
else:
    getattr(opened, act)(progress=Stop())
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")


def state(project: Project) -> object:
    ids = list_incidents(project, IncidentFilter()).ids
    return get_rows(project, ids), project.history()


@pytest.mark.parametrize("act", ["undo", "redo", "delete"])
def test_large_change_that_is_killed_leaves_the_old_state(tmp_path: Path, act: str) -> None:
    path = tmp_path / "large.dateline"
    project = create_project(path, title="Large")
    with project.change(Operation.IMPORT) as change:
        for start in range(0, COUNT, 300):  # many rows of the journal
            write_incidents(change, [IncidentDraft(title=f"Ship {start + n}", body="Late. " * 30) for n in range(300)])
    if act == "redo":
        project.jump_to(0)
    before = state(project)
    project.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path), act], cwd=ROOT, check=False)
    assert ended.returncode == -9
    is_half_written = opens_slowly(path)
    again = open_project(path)
    assert state(again) == before
    assert not check_project(again).damage
    again.close()
    assert not opens_slowly(path)
    assert is_half_written or act == "delete"  # whose pages all fitted
