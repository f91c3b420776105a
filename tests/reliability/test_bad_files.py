"""A sample of the hostile and damaged files that `python -m tests.reliability.bad_files` tries in full."""

from pathlib import Path

import pytest

from tests.reliability.bad_bytes import Lures
from tests.reliability.bad_checks import CANARY, Checker
from tests.reliability.bad_files import CRAFTED, planned_files, tried_files
from tests.reliability.bad_traces import faults_in_trace

# One of every kind of harm that is told within a moment; the bombs and the giants are left to the command.
QUICK = (
    "files afar",
    "an entity of a local file",
    "local files and a server to open",
    "programs to start",
    "a password (revision 3)",
    "a tree of pages that is a circle",
    "archives nested 2,000 deep",
    "a billion laughs",
    "names that climb out",
    "an attachment named '../../../../etc/cron.d/e",
    "forwarded twice",
    "NUL in cells",
    "formulas",
    "ids told twice",
    "utf-16-le unsaid",
    "orders to a terminal",
    "nothing",
)


def test_hostile_files_end_as_sound_sources_or_in_one_message(tmp_path: Path) -> None:
    wanted = [file for file in planned_files(len(CRAFTED), 4) if file.bad.what.startswith(QUICK)]
    assert 20 < len(wanted) <= 30
    with Checker(tmp_path) as checker:
        outcomes = list(tried_files(wanted, checker))
        assert not {outcome.name: outcome.faults for outcome in outcomes if outcome.faults}
        assert {outcome.end for outcome in outcomes} == {"kept", "refused", "rows"}
        assert not list(checker.faults_at_the_end())


def test_damaged_files_end_as_sound_sources_or_in_one_message(tmp_path: Path) -> None:
    wanted = planned_files(len(CRAFTED) + 10, 7)[len(CRAFTED) :]
    with Checker(tmp_path) as checker:
        assert not [outcome for outcome in tried_files(wanted, checker) if outcome.faults]
        assert not list(checker.faults_at_the_end())


def test_plan_is_the_same_for_the_same_seed() -> None:
    assert planned_files(30, 1) == planned_files(30, 1)
    assert [file.name for file in planned_files(30, 1)] != [file.name for file in planned_files(30, 2)]
    assert len(planned_files(420, 4)) == 420


def test_checker_notices_a_file_from_outside(tmp_path: Path) -> None:
    with Checker(tmp_path) as checker:
        lures = checker.lures
        assert Path(lures.path).read_text() == CANARY
        (checker.inbox.parent / "evil.txt").write_text("made by somebody")
        path = checker.inbox / "a.txt"
        path.write_text("Words of 4 May 2024")
        assert checker.try_file(path, "").faults == ["files were made"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('7 openat(AT_FDCWD, "/opt/x/canary.txt", O_RDONLY|O_CLOEXEC) = 3', "a canary was read: /opt/x/canary.txt"),
        ('7 openat(AT_FDCWD, "/etc/shadow", O_RDONLY) = 3', "read outside: /etc/shadow"),
        ('7 openat(AT_FDCWD, "/srv/evil", O_WRONLY|O_CREAT, 0666) = 3', "written outside: /srv/evil"),
        ('7 openat(AT_FDCWD, "/etc/shadow", O_RDONLY) = -1 EACCES (Permission denied)', ""),
        ('7 openat(AT_FDCWD, "/usr/lib/x.so", O_RDONLY) = 3', ""),
    ],
)
def test_trace_names_what_nobody_may_open(tmp_path: Path, line: str, fault: str) -> None:
    log = tmp_path / "log"
    log.write_text(line + "\n")
    assert faults_in_trace(log) == ([fault] if fault else [])


def test_lures_know_their_path() -> None:
    assert Lures("file:///a/b.txt", "").path == "/a/b.txt"
