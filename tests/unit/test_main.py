"""The entry: without a display or Qt's libraries it says what works, in words."""

import gc
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

import main

ROOT = Path(__file__).resolve().parent.parent.parent


def test_no_display_is_one_line_that_names_the_commands(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main.main(["main.py"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "new, import, dates, propose, export" in said


def test_missing_system_library_names_packages(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def refuse(_name: str) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(main, "import_module", refuse)
    monkeypatch.setattr(gc, "disable", gc.collect)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main.main(["main.py"]) == 1
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert "apt-get install" in said
    assert "dnf install" in said


def test_frame_imports_nothing_that_the_first_paint_can_do_without() -> None:
    late = {"pydantic", "sqlalchemy", "dataclasses", "gui.dateline_style", "gui.text_lines", "gui.row_ground"}
    code = f"import sys, gui.app, gui.shell.start_page; print([m for m in sys.modules if m in {late}])"
    # Without the site, as measuring coverage begins there and loads modules itself.
    env = {**os.environ, "PYTHONPATH": sysconfig.get_path("platlib")}
    command = [sys.executable, "-S", "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
