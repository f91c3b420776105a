"""Going round the panes with F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def pane_of(panes: Sequence[QWidget], widget: QWidget | None) -> int:
    """The index of the pane that holds `widget`, -1 for none."""
    for index, pane in enumerate(panes):
        if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
            return index
    return -1


def focus_next_pane(panes: Sequence[QWidget], step: int) -> None:
    """Move the focus to the next visible pane that takes it."""
    shown = [pane for pane in panes if pane.isVisible()]
    at = pane_of(shown, QApplication.focusWidget())
    for turn in range(1, len(shown) + 1):
        if focus_into(shown[(at + turn * step) % len(shown)]):
            return


def focus_into(pane: QWidget) -> bool:
    """Focus what was focused last in a pane, else its first control; False where nothing takes the focus."""
    target: QWidget | None = pane.focusWidget()
    if target is None or not target.isVisible() or not target.isEnabled():
        # A pane that a click focuses hands the focus on to what it is for, past the buttons of its header.
        target = pane if pane.focusPolicy() == Qt.FocusPolicy.ClickFocus else _first_control(pane)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True


def _first_control(pane: QWidget) -> QWidget | None:
    if _takes_focus(pane):
        return pane
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        if pane.isAncestorOf(at) and _takes_focus(at):
            return at
        at = at.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(wants) and widget.isVisible() and widget.isEnabled()
