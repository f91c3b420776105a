"""The beginning of a body as plain words."""

import re

_MARKS = re.compile(
    r"\[\^[^\]]*\]?|[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
    r"|^\s*(?:[-+*]|\d+\.|#+|>)\s+",
    re.MULTILINE,
)
_LINKS = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def plain_summary(markdown: str) -> str:
    """The beginning of a body on one line, without its marks."""
    return " ".join(_MARKS.sub("", _LINKS.sub(r"\1", markdown)).split())
