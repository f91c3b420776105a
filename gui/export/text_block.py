"""Text broken into lines of a given width, ready to be painted line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from exporters.document import Inline, NoteMark, Run
from gui.export.sheet_style import FINE, Face
from gui.theme import LIGHT

# A page holds about 3,500 characters; a longer paragraph is cut in the preview, never in the export.
MAX_CHARACTERS = 12_000
_BASELINE = 0.76


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line; `notes` are the numbers of the note marks in it. The layout must outlive its lines."""

    layout: QTextLayout
    line: QTextLine
    leading: float
    notes: tuple[int, ...] = ()

    def width(self) -> float:
        """How much of the line is text, in points."""
        return self.line.naturalTextWidth() / FINE

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint with the top of the line's box at (x, y), in points, on a painter scaled to points."""
        painter.save()
        painter.scale(1 / FINE, 1 / FINE)
        baseline = (y + self.leading * _BASELINE) * FINE
        self.line.draw(painter, QPointF(x * FINE, baseline - self.line.ascent()))
        painter.restore()


def set_text(
    parts: Sequence[Inline], face: Face, width: float, *, rtl: bool = False, indent: float = 0.0
) -> list[SetLine]:
    """Break runs and note marks into lines `width` points wide; the first is shortened by `indent` points."""
    text, formats, marks = _assemble(parts, face)
    layout = QTextLayout(text, face.font())
    layout.setCacheEnabled(True)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(formats)
    lines: list[SetLine] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth((width - (0 if lines else indent)) * FINE)
        line.setPosition(QPointF(0 if lines else indent * FINE, 0))
        end = line.textStart() + line.textLength()
        notes = tuple(number for place, number in marks if line.textStart() <= place < end)
        lines.append(SetLine(layout, line, face.leading, notes))
        line = layout.createLine()
    layout.endLayout()
    return lines


def plain(text: str, face: Face, width: float, *, rtl: bool = False) -> list[SetLine]:
    """Break text in one look into lines; "" gives no lines."""
    return set_text((Run(text),), face, width, rtl=rtl) if text else []


def _assemble(parts: Sequence[Inline], face: Face) -> tuple[str, list[QTextLayout.FormatRange], list[tuple[int, int]]]:
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    marks: list[tuple[int, int]] = []
    for part in parts:
        if len(text) > MAX_CHARACTERS:
            break
        if isinstance(part, NoteMark):
            shown = str(part.number)
            if marks and text.endswith(str(marks[-1][1])) and formats[-1].format.verticalAlignment() == _RAISED:
                shown = f", {shown}"
            marks.append((len(text), part.number))
        else:
            # QTextLayout breaks lines at U+2028 only.
            shown = part.text[:MAX_CHARACTERS].replace("\n", "\u2028")
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = len(text.encode("utf-16-le")) // 2, len(shown.encode("utf-16-le", "replace")) // 2
        piece.format = _format(part, face)
        formats.append(piece)
        text += shown
    return text, formats, _in_units(text, marks)


_RAISED = QTextCharFormat.VerticalAlignment.AlignSuperScript


def _in_units(text: str, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    # Qt counts UTF-16 units, Python counts characters.
    if text.isascii():
        return marks
    return [(len(text[:place].encode("utf-16-le", "replace")) // 2, number) for place, number in marks]


def _format(part: Inline, face: Face) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(face.ink())
    if isinstance(part, NoteMark):
        look.setVerticalAlignment(_RAISED)
        return look
    if part.bold:
        look.setFontWeight(600)
    if part.italic:
        look.setFontItalic(not face.italic)
    if part.href:
        look.setForeground(LIGHT.accent)
    return look
