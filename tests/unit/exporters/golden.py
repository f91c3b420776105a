"""Golden files: pretty XML and HTML under tests/golden, rewritten by `pytest --update-golden`."""

from pathlib import Path

import pytest
from lxml import etree

FOLDER = Path(__file__).resolve().parents[2] / "golden"


def pretty_xml(part: bytes) -> str:
    """A part with one element per line, so that a difference can be read."""
    root = etree.fromstring(part)
    etree.indent(root)
    text: str = etree.tostring(root, encoding="unicode")
    return text + "\n"


def check_golden(name: str, found: str, request: pytest.FixtureRequest) -> None:
    """Compare with the stored file, or store `found` when asked to."""
    path = FOLDER / name
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found, f"{name} differs; look, then run pytest --update-golden"
