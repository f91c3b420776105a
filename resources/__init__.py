"""Fonts, document templates and the sample project: `path(name)` is the only way to a file here."""

from pathlib import Path


def path(name: str) -> Path:
    """The file `name` (with forward slashes) of this folder."""
    return Path(__file__).parent.joinpath(*name.split("/"))
