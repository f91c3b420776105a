"""Weeks begin on Monday, wherever the tests run."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture(autouse=True)
def plain_locale() -> Iterator[None]:
    """The locale of nobody's country."""
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(before)
