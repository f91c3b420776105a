"""Reads what strace wrote of the import of bad files: what was opened or asked for that nobody may."""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_OPENED = re.compile(r'^\d+ +(?:open|openat|openat2|creat)\((?:AT_FDCWD, |\d+[^,]*, )?"([^"]*)", ?([^)]*)\) = \d+')
_ASKED = re.compile(r"^\d+ +connect\(.*sa_family=AF_INET6?\b.*")
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
# The interpreter, its libraries and data, the program itself, what the system tells of itself, and temporary folders.
_READ = (
    sys.prefix, sys.base_prefix, str(ROOT), tempfile.gettempdir(), "/usr/", "/lib", "/etc/ld.so", "/etc/localtime", "/proc/",
    "/sys/", "/dev/", "/etc/passwd", "/etc/nsswitch.conf", "/etc/ssl/openssl.cnf", "/etc/mime.types",
)  # fmt: skip
_WRITTEN = (tempfile.gettempdir(), "/dev/", str(Path.home()), str(ROOT), "/proc/self")


def faults_in_trace(log: Path) -> list[str]:
    """Files opened outside, canaries read and addresses asked, each told once."""
    return list(dict.fromkeys(_faults(log)))


def _faults(log: Path) -> Iterator[str]:
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if _ASKED.match(line):
                yield f"asked: {line.strip()[:160]}"
            opened = _OPENED.match(line)
            if opened is None or not opened[1].startswith("/"):
                continue
            path, writes = opened[1], bool(_WRITES.search(opened[2]))
            if path.endswith("canary.txt") and not writes:
                yield f"a canary was read: {path}"
            elif not path.startswith(_WRITTEN if writes else _READ):
                yield f"{'written' if writes else 'read'} outside: {path}"
