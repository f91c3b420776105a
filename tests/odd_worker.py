"""Lets the import worker run with a reader that does what the name of a file says."""

from pathlib import Path

import pytest

from services import import_worker

_ROOT = Path(__file__).resolve().parent.parent

_CODE = """
import os, resource, signal, sys
sys.path.insert(0, {root!r})
for name in [name for name in sys.modules if name.partition(".")[0] == "importers"]:
    del sys.modules[name]
from importers import worker
from importers.plain_text import read_plain_text
from models.enums import ImportFault, ProblemCode
from models.errors import UserFacingError

seen = []
own_pid = os.getpid()


def words(job, data):
    seen.append(job.name)
    match job.name.partition(".")[0].rstrip("0123456789"):
        case "abort":
            os.abort()
        case "raise":
            raise ValueError
        case "kill":
            os.kill(own_pid, signal.SIGKILL)
        case "half":
            os.write(3, b'{{"source": {{"dra')
            os.abort()
        case "grow":
            return b"x" * 2**31
        case "refuse":
            raise UserFacingError(ProblemCode.IMPORT_UNREADABLE, reason=ImportFault.EMPTY)
        case "stall":
            if os.path.exists({alive!r}):
                os.write(os.open({alive!r}, os.O_WRONLY), b"r")
            signal.pause()
        case "print":
            print('{{"exit": 0}}', flush=True)
        case "size":
            return str(int(open("/proc/%d/statm" % own_pid).read().split()[1]) * 4096)
        case "caps":
            limits = (resource.getrlimit(which)[0] for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU))
            return " ".join(map(str, limits))
        case "echo":
            return data.decode()
    return "%d %d %d" % (own_pid, os.getpid(), len(seen))


def read_job(job, data):
    found = read_plain_text(data, name=job.name, method=job.method, media_type=job.media_type)
    source = found.sources[0]
    capture = source.capture.model_copy(update={{"text": words(job, data)}})
    return type(found)((type(source)(source.draft, capture),))


worker.read_job = read_job
if __name__ == "__main__":
    worker.limit_memory()
    worker.serve(open(0, "rb", buffering=0, closefd=False), worker._own_output())
"""


def use_odd_worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let import workers be started from `folder`. A stalled child says "r" to a pipe `alive` in it, if there is one."""
    (folder / "importers").mkdir()
    (folder / "importers" / "__init__.py").touch()
    code = _CODE.format(root=str(_ROOT), alive=str(folder / "alive"))
    (folder / "importers" / "worker.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(import_worker, "_ROOT", folder)
