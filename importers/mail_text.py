"""The words of a message's body: paragraphs parted by a blank line, list items one a line, wrapped lines joined."""

import re
from collections.abc import Iterator

from importers.text_blocks import ITEM_MARK
from models.drafts import clean_text

# Mail programs wrap at 72 to 80 characters; a body with a longer line was not wrapped, one with short lines alone is a list.
_WIDEST, _NARROWEST = 100, 55
_ITEM = re.compile(r"(?:[-*•·–][ \t]+|\(?\d{1,3}[.)][ \t])")
_BULLET = re.compile(r"[-*•·–][ \t]+")
_PAGE_BREAKS = re.compile("[\f\v\u2028\u2029]+")
_SIGNATURE = "-- "


def plain_words(text: str, *, flowed: bool = False, joined: bool = False) -> str:
    """The paragraphs of a text/plain body.

    `flowed` is its format=flowed (RFC 3676: a line that ends in a space goes on in the next), `joined` its delsp=yes
    (that space is none of the text's own). Quoted lines keep their marks.
    """
    lines = _PAGE_BREAKS.sub("\n\n", clean_text(text)).split("\n")
    joined_lines = _unflow(lines, joined=joined) if flowed else _unwrap(lines)
    return tidy("\n".join(_BULLET.sub(ITEM_MARK, line) if _BULLET.match(line) else line for line in joined_lines))


def tidy(text: str) -> str:
    """`text` with one blank line between paragraphs and no blanks around a line."""
    lines = [line.strip() for line in text.split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _unflow(lines: list[str], *, joined: bool) -> Iterator[str]:
    """The paragraphs of format=flowed."""
    pending: list[str] = []
    depth = -1
    for line in lines:
        words = line.lstrip(">")
        level, words = len(line) - len(words), words.removeprefix(" ")
        marks = ">" * level + " " * bool(level)
        if pending and level != depth:
            yield "".join(pending)
            pending = []
        depth = level
        begin = marks if not pending else ""
        goes_on = words.endswith(" ") and words != _SIGNATURE
        pending.append(begin + (words[:-1] if goes_on and joined else words))
        if not goes_on:
            yield "".join(pending)
            pending = []
    yield "".join(pending)


def _unwrap(lines: list[str]) -> Iterator[str]:
    """The lines of a body that a mail program may have wrapped: joined where the next word had no room."""
    lines = [line.rstrip() for line in lines]
    width = max((len(line) for line in lines if " " in line), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        yield from lines
        return
    pending: list[str] = []
    before, marks_before = 0, ""
    for line in lines:
        marks = line[: len(line) - len(line.lstrip("> "))] if line.startswith(">") else ""
        words = line[len(marks) :].lstrip()
        first = words.split(" ", 1)[0]
        is_full = before >= _NARROWEST and before + 1 + len(first) > width
        if pending and is_full and words and marks == marks_before and not _ITEM.match(words):
            pending.append(words)
        else:
            if pending:
                yield " ".join(pending)
            pending = [marks + words]
        before, marks_before = len(line), marks
    yield " ".join(pending)
