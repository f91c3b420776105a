"""Lines that were wrapped at a fixed width, as in e-mails, run on where they are shown in a column of another width."""

import re
from collections.abc import Iterator, Sequence

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
# Characters: no one wraps text narrower or wider than that.
_NARROWEST, _WIDEST = 55, 100
# Of the lines that go on, so many must be full before a text is taken for a wrapped one.
_FULL = 0.7
_FEWEST = 3
_OWN_LINE = re.compile(r"[\s>|*•+#=_–—-]|\(?\w{1,3}[.)]\s")
Lines = Sequence[str]


def run_on(text: str) -> str:
    """The text with a blank in place of each line end that only wrapped it; every character stays where it is.

    A line was wrapped if the first word of the next one had no room in it. Texts without blank lines stay as they are:
    there each line is a paragraph.
    """
    if _BLANK_LINE.search(text) is None:
        return text
    lines = text.split("\n")
    paragraphs = list(_paragraphs(lines))
    pairs = [at for first, end in paragraphs if end - first >= _FEWEST for at in range(first, end - 1)]
    lengths = sorted(len(lines[at]) for at in pairs if len(lines[at]) <= _WIDEST)
    if len(lengths) < max(_FEWEST, len(pairs) / 2):
        return text
    width = lengths[-1 - len(lengths) // 40]
    full = sum(_is_full(lines, at, width) for at in pairs)
    if width < _NARROWEST or full < _FULL * len(pairs):
        return text
    wrapped = {at for first, end in paragraphs for at in range(first, end - 1) if _goes_on(lines, at, width)}
    ends = (" " if at in wrapped else "\n" for at in range(len(lines) - 1))
    return "".join(part for line, end in zip(lines, [*ends, ""], strict=True) for part in (line, end))


def _paragraphs(lines: Lines) -> Iterator[tuple[int, int]]:
    """Runs of lines that are not blank."""
    first = -1
    for at, line in enumerate([*lines, ""]):
        is_blank = not line or not line.strip(" \t")
        if is_blank and first >= 0:
            yield first, at
            first = -1
        elif not is_blank and first < 0:
            first = at


def _is_full(lines: Lines, at: int, width: int) -> bool:
    following = lines[at + 1]
    word = following.find(" ")
    return len(lines[at]) + 1 + (word if word >= 0 else len(following)) > width


def _goes_on(lines: Lines, at: int, width: int) -> bool:
    line, following = lines[at], lines[at + 1]
    fits = (
        len(line) <= _WIDEST and not line.endswith("-") and not _OWN_LINE.match(line) and not _OWN_LINE.match(following)
    )
    return fits and _is_full(lines, at, width)
