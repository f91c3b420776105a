"""Passages: where words stand in a text, and how they are found again when the text was taken anew.

W3C Web Annotation Data Model, §4.2.4 Text Quote Selector (prefix, exact, suffix) and §4.2.5 Text Position Selector.
"""

import re
from collections import Counter
from collections.abc import Iterator

from models.drafts import PassageDraft
from models.enums import LocatorLabel

CONTEXT = 32
"""Characters kept before and after a passage."""
_SPEAKS = 12
"""So many characters of context on one side tell a place from others."""
_LONG = 25
"""Words of this length hardly stand twice in a text: the only place is theirs, whatever stands around it."""
_MOST_PLACES = 5_000
_LIKENESS = 0.6
"""The share of its words that a suggestion has at least."""
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"(?:\r?\n[ \t]*){2,}")
_LINE = re.compile(r"(?:\r?\n)+")

Span = tuple[int, int]


def make_passage(text: str, capture_id: int, start: int, end: int) -> PassageDraft:
    """The passage at two offsets of a capture's text, with what stands before and after it."""
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return PassageDraft(capture_id=capture_id, start=start, end=end, prefix=prefix, suffix=suffix)


def find_passage(text: str, exact: str, start: int, prefix: str, suffix: str) -> Span | None:
    """Where the very words of a passage stand now, None where that is not certain.

    Of several places the one counts whose surroundings agree best; two that agree alike leave only the old place `start`.
    """
    if not exact:
        return None
    places = [(_agreement(text, at, at + len(exact), prefix, suffix), at) for at in _places(text, exact)]
    if not places or len(places) > _MOST_PLACES:
        return None
    best = max(places)[0]
    alike = [at for agreement, at in places if agreement == best]
    if len(alike) > 1 and start not in alike:
        return None
    at = start if start in alike else alike[0]
    is_told = best >= min(_SPEAKS, _told(prefix) + _told(suffix)) or (len(exact) >= _LONG and len(places) == 1)
    return (at, at + len(exact)) if is_told else None


def _places(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact)
    for _ in range(_MOST_PLACES + 1):
        if at < 0:
            return
        yield at
        at = text.find(exact, at + 1)


def _told(context: str) -> int:
    return len(" ".join(context.split()))


def _agreement(text: str, start: int, end: int, prefix: str, suffix: str) -> int:
    """Characters next to a place that are those next to the passage; blanks count as one."""
    reach = 3 * CONTEXT
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return _alike(_reversed(before), _reversed(prefix)) + _alike(" ".join(after.split()), " ".join(suffix.split()))


def _reversed(context: str) -> str:
    return " ".join(context.split())[::-1]


def _alike(found: str, told: str) -> int:
    for at, (one, other) in enumerate(zip(found, told, strict=False)):
        if one != other:
            return at
    return min(len(found), len(told))


def closest_passage(text: str, exact: str) -> Span | None:
    """The words of a text that are most like `exact`, for a person to look at; None where nothing is like it.

    First the same words with other punctuation between them, then the stretch of as many words that shares most of them.
    Half a second for two million characters.
    """
    words = _WORD.findall(exact)
    if not words:
        return None
    loose = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    found = loose.search(text)
    return found.span() if found else _most_alike(text, words)


def _most_alike(text: str, words: list[str]) -> Span | None:
    wanted = Counter(word.lower() for word in words)
    spans = [match.span() for match in _WORD.finditer(text)]
    tokens = [text[start:end].lower() for start, end in spans]
    missing = Counter(wanted)
    shared, best, at = 0, 0, 0
    for number, token in enumerate(tokens):
        shared += missing[token] > 0
        missing[token] -= 1
        if number >= len(words):
            gone = tokens[number - len(words)]
            missing[gone] += 1
            shared -= missing[gone] > 0
        if shared > best:
            best, at = shared, number
    if best < _LIKENESS * len(words):
        return None
    window = [n for n in range(max(0, at - len(words) + 1), at + 1) if tokens[n] in wanted]
    return spans[window[0]][0], spans[window[-1]][1]


def page_at(text: str, offset: int) -> int:
    """The page at an offset, counted from 1; a form feed begins the next one."""
    return text.count("\f", 0, offset) + (text[offset : offset + 1] == "\f") + 1


def paragraph_at(text: str, offset: int) -> int:
    """The paragraph at an offset, counted from 1; paragraphs end with a blank line, else with a line."""
    gap = _GAP if re.search(r"\r?\n[ \t]*\r?\n", text) else _LINE
    return len([part for part in gap.split(text[:offset])[:-1] if part.strip()]) + 1


def locator_at(text: str, offset: int) -> tuple[LocatorLabel, str]:
    """Where in a text words stand, as a citation says it: the page where the text has pages, else the paragraph."""
    if "\f" in text:
        return LocatorLabel.PAGE, str(page_at(text, offset))
    return LocatorLabel.PARAGRAPH, str(paragraph_at(text, offset))
