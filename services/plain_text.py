"""The words of an incident's text as they are read: without the marks of citations, emphasis, headings, lists and links. Pure.

Every pattern ends at the next sign that could begin it again, so that a hostile text takes no longer than another one.
"""

import re

# A place of a citation may be cut off, where only the beginning of a text was read.
_MARKS = re.compile(
    r"\[\^[^\]]*\]?|[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
    r"|^[^\S\n]*(?:[-+*]|\d+\.|#+|>)\s+",
    re.MULTILINE,
)
_LINKS = re.compile(r"\[([^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")


def plain_text(markdown: str) -> str:
    """A text without its marks; a link is its words."""
    return _MARKS.sub("", _LINKS.sub(r"\1", markdown))
