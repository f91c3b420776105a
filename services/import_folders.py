"""Which files of chosen files and folders are brought in."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from importers.kinds import ImportKind, kind_of
from services.progress import WorkProgress
from services.project_files import SUFFIX

_BESIDE_A_PROJECT = re.compile(rf"{re.escape(SUFFIX)}(?:[-.~].*)?\Z", re.IGNORECASE)
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_HIDDEN = (".", "~$")
_PARTS_OF_A_PAGE = re.compile(
    "[-_.](?:files|archivos|arquivos|bestanden|dateien|fichiers|ficheiros|file|filer|pliki|soubory|tiedostot)\\Z",
    re.IGNORECASE,
)
"""What browsers put behind the name of a page that they save whole, in their language."""


def files_in(paths: Iterable[Path], *, progress: WorkProgress | None = None) -> list[Path]:
    """The chosen files, and those of chosen folders in the order of their names, each once.

    Left out of folders: hidden files, projects and what lies beside them, links, and the pictures and scripts of pages that
    were saved whole. A folder that cannot be listed stands for itself, so that reading it says so.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for one in _walk(path, progress) if path.is_dir() else (path,):
            found.setdefault(one)
    return list(found)


def _walk(folder: Path, progress: WorkProgress | None) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield path
            continue
        if progress is not None:
            progress.check()
        try:
            waiting += reversed(_entries_of(path))
        except OSError:
            yield path


def _entries_of(folder: Path) -> list[Path]:
    """What is taken of a folder, in the order of the names."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: (entry.name.casefold(), entry.name))
    pages = {Path(entry.name).stem for entry in entries if kind_of(entry.name) is ImportKind.WEB_PAGE}
    return [folder / entry.name for entry in entries if _is_taken(entry, pages)]


def _is_taken(entry: "os.DirEntry[str]", pages: Collection[str]) -> bool:
    name = entry.name
    is_hidden = name.startswith(_HIDDEN) or name.casefold() in _LEFT_BY_SYSTEMS
    if is_hidden or _BESIDE_A_PROJECT.search(name):
        return False
    if entry.is_dir(follow_symlinks=False):
        return _PARTS_OF_A_PAGE.sub("", name) not in pages or _PARTS_OF_A_PAGE.search(name) is None
    return entry.is_file(follow_symlinks=False)
