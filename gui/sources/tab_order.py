"""Tab order of widgets that come and go: Qt puts every new widget at the end of its window's chain."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def insert_stops(anchor: QWidget | None, stops: Sequence[QWidget]) -> None:
    """Let Tab go from `anchor` through `stops` in their order, and on to what followed `anchor` before.

    Give what takes the focus itself: a widget with a focus proxy is a stop of its own for Qt, and stays where it was.
    """
    chain = (*((anchor,) if anchor is not None else ()), *stops)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
