"""Markdown of an incident's text to paragraphs of runs: bold, italic, http(s) links, lists, hard line breaks.

`[^12]` places citation 12. Everything else that Markdown knows (HTML, images, headings, tables) stays plain text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from exporters.document import Inline, NoteMark, Paragraph, ParagraphKind, Run
from exporters.plain_text import is_safe_link

_MARKER = re.compile(r"\[\^(\d{1,18})\]")
_SYNTAX = re.compile(r"[*_\\<]|\[(?!\^\d{1,18}\])|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|[ \t]{2}$", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
# Deeper nesting than a person writes would be dropped by the parser, and very long texts take it minutes.
_MAX_NESTING = 100
_MAX_PARSED = 20_000


def read_markdown(text: str, marks: Mapping[int, NoteMark]) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`; `marks` maps citation ids to note marks, markers of other ids vanish."""
    if not text.strip():
        return ()
    if not _SYNTAX.search(text) or len(text) > _MAX_PARSED:
        return tuple(_plain_paragraphs(text, marks))
    tokens = _parser().parse(text)
    if any(token.level >= _MAX_NESTING - 2 for token in tokens):
        return tuple(_plain_paragraphs(text, marks))
    return _Reader(marks).read(tokens)


def find_markers(text: str) -> tuple[int, ...]:
    """The citation ids placed in `text`, in their order, each once."""
    return tuple(dict.fromkeys(int(match) for match in _MARKER.findall(text)))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "maxNesting": _MAX_NESTING})
    return parser.enable(["emphasis", "link", "autolink", "list", "newline", "escape"])


def _plain_paragraphs(text: str, marks: Mapping[int, NoteMark]) -> list[Paragraph]:
    blocks = (" ".join(block.split("\n")) for block in _GAP.split(text.strip()))
    return [Paragraph(tuple(_split_markers(block, Run(""), marks))) for block in blocks]


def _split_markers(text: str, look: Run, marks: Mapping[int, NoteMark]) -> list[Inline]:
    """`text` as runs of one look with note marks between them."""
    if "[^" not in text:
        return [Run(text, look.bold, look.italic, look.href)] if text else []
    parts: list[Inline] = []
    for index, piece in enumerate(_MARKER.split(text)):
        if index % 2:
            mark = marks.get(int(piece))
            if mark:
                parts.append(mark)
        elif piece:
            parts.append(Run(piece, look.bold, look.italic, look.href))
    return parts


@dataclass(slots=True)
class _Reader:
    """Walks the tokens once, keeping the open lists and the look of the text."""

    marks: Mapping[int, NoteMark]
    paragraphs: list[Paragraph] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)  # the next ordinal per open list, 0 for bullets

    def read(self, tokens: list[Token]) -> tuple[Paragraph, ...]:
        fresh_item = False
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                self.lists.append(int(token.attrGet("start") or 1) if token.type == "ordered_list_open" else 0)
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                self.lists.pop()
            elif token.type == "list_item_open":
                fresh_item = True
            elif token.type == "inline":
                self._add_paragraph(self._read_inline(token.children or []), starts_item=fresh_item)
                fresh_item = False
        return tuple(self.paragraphs)

    def _add_paragraph(self, parts: tuple[Inline, ...], *, starts_item: bool) -> None:
        level = max(len(self.lists) - 1, 0)
        if not self.lists or not starts_item:
            self.paragraphs.append(Paragraph(parts, level=level if self.lists else 0))
        elif self.lists[-1]:
            self.paragraphs.append(Paragraph(parts, ParagraphKind.NUMBERED, level, self.lists[-1]))
            self.lists[-1] += 1
        else:
            self.paragraphs.append(Paragraph(parts, ParagraphKind.BULLET, level))

    def _read_inline(self, children: list[Token]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        bold = italic = 0
        href = ""
        for token in children:
            bold += (token.type == "strong_open") - (token.type == "strong_close")
            italic += (token.type == "em_open") - (token.type == "em_close")
            if token.type == "link_open":
                address = str(token.attrGet("href") or "")
                href = address if is_safe_link(address) else ""
            elif token.type == "link_close":
                href = ""
            text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
            if text:
                parts.extend(_split_markers(text, Run("", bool(bold), bool(italic), href), self.marks))
        return tuple(parts)
