"""Lines of a PDF page to paragraphs: a PDF knows places of letters only, so the places decide.

Lengths are PDF points along and across the direction that the line is written in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

# PDFium's own sign for a hyphen at the end of a line; kept until the whole text is there to judge it by.
HYPHEN = "\x02"
MIN_HEADING, MAX_HEADING = 4, 200
_BULLET = re.compile(r"[•◦▪▫‣●○■□⁃∙\uf0b7\uf0a7]\s*")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*\d{0,3}$")
# A dash or slash that holds two words together does so over the end of a line, too.
_HOLDS_ON = re.compile(r"\S[—–/]$")
_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡]")
# Bounded: a word without end would be gone through again from each of its letters.
_BREAKABLE = re.compile(r"([\w-]{0,64})" + HYPHEN + r"\s{0,3}(\w{0,64})")
_WORD = re.compile(r"\w+(?:-\w+)*")
# Before these a hyphen was rather written than put in to divide the word.
_COMPOUND_STARTS = frozenset(
    {
        "all",
        "cross",
        "ex",
        "far",
        "half",
        "high",
        "long",
        "low",
        "mid",
        "non",
        "off",
        "post",
        "pro",
        "self",
        "semi",
        "so",
        "well",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: from `left` to `right`, standing at `height` (greater is higher), in letters of `size`."""

    text: str
    left: float
    right: float
    height: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as one line of text; a list item begins with “• ”."""

    text: str
    size: float

    @property
    def is_item(self) -> bool:
        return self.text.startswith("• ")


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of one page, in the order of its lines."""
    made: list[Paragraph] = []
    lines = _with_marks(lines)
    leading = _leading(lines)
    block: list[Line] = []
    for line, margin in zip(lines, _margins(lines), strict=True):
        if block and _begins_anew(block, line, leading, margin):
            made.append(_joined(block))
            block = []
        block.append(line)
    return [*made, _joined(block)] if block else made


def goes_on(last: Paragraph, first: Paragraph) -> bool:
    """Whether the last paragraph of a page goes on with the first of the next one: it has not ended, nor does that begin."""
    if first.is_item or not 0.87 < last.size / first.size < 1.15 or _SENTENCE_END.search(last.text[-20:]):
        return False
    return first.text[0].islower() or last.text.endswith((HYPHEN, ","))


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """One blank line between paragraphs, none between the items of a list."""
    parts: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        if at:
            parts.append("\n" if paragraphs[at - 1].is_item and paragraph.is_item else "\n\n")
        parts.append(paragraph.text)
    return "".join(parts)


def mend_hyphens(pages: Sequence[str]) -> list[str]:
    """Words divided at the ends of lines made whole. A hyphen stays where it may be the word's own.

    How the same word is written elsewhere in the text decides; failing that, capitals, digits, a hyphen already in the
    word, and words such as “self” keep it.
    """
    wanted = {form for page in pages for found in _BREAKABLE.finditer(page) for form in _forms(found)}
    if not wanted:
        return [page.replace(HYPHEN, "-") for page in pages]
    written = {word for page in pages for word in _words(page) if word in wanted}
    return [_BREAKABLE.sub(lambda found: _mended(found, written), page) for page in pages]


def _words(page: str) -> Iterator[str]:
    return (found[0].lower() for found in _WORD.finditer(page))


def _forms(found: re.Match[str]) -> tuple[str, str]:
    return f"{found[1]}{found[2]}".lower(), f"{found[1]}-{found[2]}".lower()


def _mended(found: re.Match[str], written: set[str]) -> str:
    before, after = found[1], found[2]
    whole, hyphened = _forms(found)
    if not before or not after or not after[0].islower() or not before[-1].isalpha():
        is_dash = not before and found.string[max(found.start() - 1, 0) : found.start()] == " "
        return f"- {after}" if is_dash and after else f"{before}-{after}"
    if (whole in written) != (hyphened in written):
        return before + after if whole in written else f"{before}-{after}"
    keeps = "-" in before or before.lower() in _COMPOUND_STARTS or before.isupper()
    return f"{before}-{after}" if keeps else before + after


def _with_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines with the small raised number of a note put at the end of the line it belongs to."""
    whole: list[Line] = []
    for line in lines:
        last = whole[-1] if whole else None
        if last and _NOTE_MARK.fullmatch(line.text) and line.size < 0.87 * last.size and _is_beside(last, line):
            whole[-1] = replace(last, text=last.text + line.text, right=line.right)
        else:
            whole.append(line)
    return whole


def _is_beside(last: Line, mark: Line) -> bool:
    return 0 < mark.height - last.height < last.size and abs(mark.left - last.right) < last.size


def _leading(lines: Sequence[Line]) -> float:
    """The usual way down from one line to the next, in sizes of the letters; 1.2 where no line stands below another."""
    steps = [
        (above.height - below.height) / below.size
        for above, below in pairwise(lines)
        if _is_below(above, below) and above.height - below.height < 3 * below.size
    ]
    return median(steps) if steps else 1.2


def _margins(lines: Sequence[Line]) -> list[float]:
    """For each line the right end of the longest line in its run of lines one below the other."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _is_below(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [margin for run in runs for margin in [max(line.right for line in run)] * len(run)]


def _is_below(above: Line, below: Line) -> bool:
    """True where a line stands under another one of like size, in one column with it."""
    return (
        above.height > below.height and _alike(above, below) and below.left < above.right and above.left < below.right
    )


def _alike(one: Line, other: Line) -> bool:
    return 0.87 < one.size / other.size < 1.15


def _begins_anew(block: Sequence[Line], line: Line, leading: float, margin: float) -> bool:
    """True where `line` is the first of a new paragraph after the lines of `block`."""
    last = block[-1]
    if last.text.endswith(HYPHEN):
        return False
    if _BULLET.match(line.text):
        return True
    ended = bool(_SENTENCE_END.search(last.text[-20:]))
    if not _is_below(last, line):  # another column, a heading, a note
        return ended or not line.text[0].islower() or not _alike(last, line)
    if last.height - line.height > 1.3 * leading * line.size:
        return True
    if ended and _is_shifted(block, line):
        return True
    return (ended or not line.text[0].islower()) and _had_room(last, line, margin)


def _is_shifted(block: Sequence[Line], line: Line) -> bool:
    """True for a first line set in, or for a line set out after a paragraph of its own shape."""
    shift = line.left - block[-1].left
    is_item = bool(_BULLET.match(block[0].text))
    if shift > 0:
        return shift > 0.7 * line.size and not (is_item and len(block) == 1)
    return -shift > 0.7 * line.size and (is_item or len(block) > 1)


def _had_room(last: Line, line: Line, margin: float) -> bool:
    """True where the first word of `line` would have stood on the line before it: the break was meant."""
    word = len(line.text.split(" ", 1)[0]) + 1
    letter = max((line.right - line.left) / max(len(line.text), 1), 0.3 * line.size)
    return margin - last.right > word * letter + line.size


def _joined(block: Sequence[Line]) -> Paragraph:
    text = ""
    for line in block:
        holds = not text or text.endswith(HYPHEN) or _HOLDS_ON.search(text[-2:])
        text += line.text if holds else " " + line.text
    return Paragraph(
        _BULLET.sub("• ", text, count=1) if _BULLET.match(text) else text, median(line.size for line in block)
    )


def heading_of(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraph in the largest letters, where they are much larger than most; "" where none stands out."""
    total, half = sum(len(paragraph.text) for paragraph in paragraphs), 0
    usual = 0.0
    for paragraph in sorted(paragraphs, key=lambda paragraph: paragraph.size):
        half += len(paragraph.text)
        if 2 * half >= total:
            usual = paragraph.size
            break
    large = [each for each in paragraphs if each.size > 1.2 * usual and sum(map(str.isalpha, each.text)) >= MIN_HEADING]
    best = max(large, key=lambda paragraph: paragraph.size, default=None)
    return best.text.replace(HYPHEN, "") if best and len(best.text) <= MAX_HEADING else ""
