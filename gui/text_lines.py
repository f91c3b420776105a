"""A text broken into few lines, for what is painted."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption


def lay_lines(text: str, text_font: QFont, width: float, line_height: float, most: int) -> QTextLayout:
    """Break `text` into at most `most` lines of `width`, `line_height` px apart; an ellipsis where it is cut."""
    layout = _break(text, text_font, width, line_height, most)
    last = layout.lineAt(layout.lineCount() - 1)
    shown = last.textStart() + last.textLength()
    if shown < len(text.encode("utf-16-le", "surrogatepass")) // 2:
        head = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, shown - 2)].decode("utf-16-le", "ignore")
        layout = _break(f"{head.rstrip()}…", text_font, width, line_height, most)
    return layout


def _break(text: str, text_font: QFont, width: float, line_height: float, most: int) -> QTextLayout:
    layout = QTextLayout(text, text_font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, number * line_height + (line_height - line.height()) / 2))
    layout.endLayout()
    return layout
