"""Runs a command of this project with nothing installed but Python 3.11 or later.

    python3 start.py            opens the program
    python3 start.py pytest     runs the tests (any other command of the project's environment works alike)

uv, which resolves and installs the pinned versions of pyproject.toml, is put into `.uv/` at the first run.
"""

from __future__ import annotations  # an older Python must get as far as its message

import os
import subprocess
import sys
import venv
from pathlib import Path

UV_VERSION = "0.13.9"
ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".uv"


def main(arguments: list[str]) -> int:
    """The exit code of the command, which runs in the caller's folder."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python reads
        return fail(f"Dateline needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    command = arguments or [str(ROOT / "main.py")]
    try:
        uv = find_uv() or install_uv()
    except (OSError, subprocess.CalledProcessError) as error:
        return fail(
            f"Could not set up the project's environment ({error}). It needs a network at the first run and Python's"
            " venv module (Debian and Ubuntu: apt-get install python3-venv)."
        )
    groups = ["--no-dev"] if command[0].endswith("main.py") else []
    # Once, after installing: else the first start compiles a thousand modules.
    compiling = [] if (ROOT / ".venv").exists() else ["--compile-bytecode"]
    run = [str(uv), "run", "--project", str(ROOT), "--python", sys.executable, *compiling, *groups, *command]
    return subprocess.run(run, env=own_environment(), check=False).returncode


def find_uv() -> Path | None:
    """The uv of an earlier run, when it is the pinned version."""
    names = [HOME / "Scripts" / "uv.exe", HOME / "bin" / "uv"]
    stamp = HOME / "version"
    wanted = stamp.is_file() and stamp.read_text(encoding="utf-8") == UV_VERSION
    return next((name for name in names if wanted and name.is_file()), None)


def install_uv() -> Path:
    """A fresh environment in `.uv/` that holds uv alone."""
    venv.create(HOME, with_pip=True, clear=True)
    folder = HOME / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(folder / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"uv=={UV_VERSION}"], check=True)
    (HOME / "version").write_text(UV_VERSION, encoding="utf-8")
    return folder / ("uv.exe" if os.name == "nt" else "uv")


def own_environment() -> dict[str, str]:
    """The caller's environment without a virtual environment of another project."""
    return {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONHOME"}}


def fail(message: str) -> int:
    sys.stderr.write(message + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
