"""An import worker that was taken over: it answers every file with the bytes of that file."""

from pathlib import Path

import pytest

from services import import_worker

_CODE = """
import json
import sys

incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
while length := incoming.read(4):
    _job, size, _seconds = json.loads(incoming.read(int.from_bytes(length, "big")))
    outgoing.write(incoming.read(size) + b'\\n{"exit": 0}\\n')
    outgoing.flush()
"""


def use_puppet_worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let import workers be started from `folder`."""
    (folder / "importers").mkdir()
    (folder / "importers" / "__init__.py").touch()
    (folder / "importers" / "worker.py").write_text(_CODE, encoding="utf-8")
    monkeypatch.setattr(import_worker, "_ROOT", folder)
