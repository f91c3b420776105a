"""The words of an incident's text as they are read: without the marks of citations, emphasis, headings, lists and links. Pure.

Every pattern ends at the next sign that could begin it again, so that a hostile text takes no longer than another one.
"""

import re

_BEGINNINGS = re.compile(r"^[^\S\n]*(?:[-+*]|\d+\.|#+|>)\s+", re.MULTILINE)
# Each way to go on begins with a sign of its own, so that everything between signs is passed over at once. A place of a citation
# may be cut off, where only the beginning of a text was read.
_MARKS = re.compile(
    r"\[\^[^\]]*\]?"
    r"|[*`](?:[*`]{0,2}(?=\S)|(?<=\S[*`])[*`]{0,2})"
    r"|_(?:(?<!\w_)_{0,2}(?=\S)|(?<=\S_)_{0,2}(?!\w))"
)
_LINKS = re.compile(r"\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")


def plain_text(markdown: str) -> str:
    """A text without its marks; a link is its words."""
    return _MARKS.sub("", _BEGINNINGS.sub("", _LINKS.sub(r"\1", markdown)))
