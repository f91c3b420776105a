"""The shape of working text: paragraphs with a blank line between them, list items and table rows one a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

ITEM_MARK = "• "
CELL_GAP = " | "
_BLANKS = re.compile("[ \t\n\r]+")  # not the no-break space: that one was typed on purpose
_PARAGRAPH_BREAK = re.compile("\n[ \t\r]*\n")


class BlockKind(Enum):
    """How a block stands to one of its kind before it: blocks of lists and tables on the next line."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item or table row. `group` tells one table from the next."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    group: int = 0

    def continues(self, other: "Block") -> bool:
        return self.kind is not BlockKind.PARAGRAPH and (self.kind, self.group) == (other.kind, other.group)


def one_line(text: str) -> str:
    """`text` with its lines joined and its blanks collapsed."""
    return _BLANKS.sub(" ", text).strip(" ")


def paragraphs_of(text: str) -> list[Block]:
    """The paragraphs of what a document calls one: two line breaks in a row were meant as the end of one."""
    return [Block(line) for part in _PARAGRAPH_BREAK.split(text) if (line := one_line(part))]


def item_of(text: str, label: str = "") -> list[Block]:
    """One list item behind its number or a bullet, nothing where it is empty."""
    line = one_line(text)
    return [Block(f"{label} {line}" if label else ITEM_MARK + line, BlockKind.ITEM)] if line else []


def table_blocks(rows: Iterable[list[list[Block]]], group: int) -> list[Block]:
    """A row a line. A table of one column is no table but a frame: its paragraphs stay paragraphs."""
    rows = [row for row in rows if any(row)]
    if all(len(row) == 1 for row in rows):
        return [block for row in rows for cell in row for block in cell]
    lines = (CELL_GAP.join(" ".join(block.text for block in cell) for cell in row) for row in rows)
    return [Block(line.strip(" "), BlockKind.ROW, group) for line in lines]


def numbered(blocks: list[Block], number: int) -> list[Block]:
    """The blocks of a note, its mark before the first of them."""
    first = f"[{number}] {blocks[0].text}" if blocks else f"[{number}]"
    return [Block(first), *blocks[1:]]


def join_blocks(blocks: Iterable[Block]) -> str:
    """The text of all blocks."""
    parts: list[str] = []
    before = None
    for block in blocks:
        if before is not None:
            parts.append("\n" if block.continues(before) else "\n\n")
        parts.append(block.text)
        before = block
    return "".join(parts)
