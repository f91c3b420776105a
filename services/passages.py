"""Passages: where words stand in a text, and how they are found again when the text was taken anew.

W3C Web Annotation Data Model, §4.2.4 Text Quote Selector (prefix, exact, suffix) and §4.2.5 Text Position Selector.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from models.drafts import PassageDraft
from models.enums import LocatorLabel

CONTEXT = 32
"""Characters kept before and after a passage."""
_REACH = 3 * CONTEXT
_SPEAKS = 12
"""So many characters of context tell a place from others."""
_LONG = 25
"""Words of this length hardly stand twice in a text: the only place is theirs, whatever stands around it."""
_LONG_LINE = re.compile(rf"[^\n]{{{_LONG},}}")
_MOST_PLACES = 5_000
_MOST_WORDS = 300
_FIRST_WORDS = 8
_VOTERS, _WINDOWS, _LEAST_WINDOW = 60, 4, 200
"""Words that say where a quote may stand; parts of a text that are looked at for it, and their least length."""
_LIKENESS = 0.6
"""The share of its words that a suggestion has at least."""
_STRANGE = 0.4
"""What a word between those of a quote counts against a stretch."""
_WORD = re.compile(r"\w+")
# Both begin with a plain line feed, so that only line ends are tried: 2 ms for two million characters, not 80.
_GAP = re.compile(r"\n[ \t]*(?:\r?\n[ \t]*)+")
_LINE = re.compile(r"\n(?:\r?\n)*")

Span = tuple[int, int]


def make_passage(text: str, capture_id: int, start: int, end: int) -> PassageDraft:
    """The passage at two offsets of a capture's text, with what stands before and after it."""
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return PassageDraft(capture_id=capture_id, start=start, end=end, prefix=prefix, suffix=suffix)


def find_passage(text: str, exact: str, start: int, prefix: str, suffix: str) -> Span | None:
    """Where the very words of a passage stand now, None where that is not certain.

    Of several places the one counts whose surroundings agree best; of those that agree alike, the old place `start`. Words
    that stand nowhere as they were are looked for with other blanks between them.
    """
    places = _places(text, exact)
    if not places or len(places) > _MOST_PLACES:
        return None
    agreeing = [(_agreement(text, place, prefix, suffix), place) for place in places]
    best = max(agreement for agreement, _ in agreeing)
    alike = [place for agreement, place in agreeing if agreement == best]
    found = next((place for place in alike if place[0] == start), alike[0] if len(alike) == 1 else None)
    is_told = best >= min(_SPEAKS, _told(prefix) + _told(suffix)) or (len(exact) >= _LONG and len(places) == 1)
    return found if is_told else None


def follow_passages(old: str, new: str, places: Iterable[Span]) -> list[Span | None]:
    """Where the words at places of `old` stand in `new`, the same text taken anew; None for each that is not certain.

    What stands before the first difference or after the last one is where it was. Anything else is found by its words and
    surroundings, unless the place found is more like another place of the same words in `old`.
    """
    most = min(len(old), len(new))
    beginning = _longest(most, lambda n: old.startswith(new[:n]))
    ending = len(old) - _longest(most, lambda n: old.endswith(new[len(new) - n :]))
    shift = len(new) - len(old)
    lines: _Lines | None = None
    found: list[Span | None] = []
    for start, end in places:
        if end <= beginning:
            found.append((start, end))
        elif start >= ending:
            found.append((start + shift, end + shift))
        else:
            lines = lines or _Lines(old, new)
            found.append(lines.follow(start, end) or _followed(old, new, start, end))
    return found


class _Lines:
    """Lines of some length that stand once in each of two texts: what is in one of them is where its line is."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._old_starts, self._new_starts = _line_starts(old), _line_starts(new)

    def follow(self, start: int, end: int) -> Span | None:
        """Where the words of the old text are in the new one; None where a line of theirs is not the same in both."""
        shift = self._shift_at(start)
        if shift is None or self._shift_at(end - 1) != shift:
            return None
        is_whole = self._new.startswith(self._old[start:end], start + shift)
        return (start + shift, end + shift) if is_whole else None

    def _shift_at(self, offset: int) -> int | None:
        """How far the line at an offset has moved."""
        start = self._old.rfind("\n", 0, offset) + 1
        end = self._old.find("\n", offset)
        line = self._old[start : end if end >= 0 else len(self._old)]
        at = self._new_starts.get(hash(line), -1)
        is_same = self._old_starts.get(hash(line)) == start and at >= 0 and self._new.startswith(line, at)
        return at - start if is_same else None


def _line_starts(text: str) -> dict[int, int]:
    """Where the lines begin, by their hash: a book's own words would fill the memory again; -1 for what stands twice."""
    starts: dict[int, int] = {}
    for match in _LONG_LINE.finditer(text):
        key = hash(match[0])
        starts[key] = -1 if key in starts else match.start()
    return starts


def _followed(old: str, new: str, start: int, end: int) -> Span | None:
    prefix, suffix = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    found = find_passage(new, old[start:end], start, prefix, suffix)
    return found if found is not None and _is_own(old, new, (start, end), found) else None


def _is_own(old: str, new: str, place: Span, found: Span) -> bool:
    """Whether no other place of the same words, whatever blanks are between them, is as much like the place that was found."""
    prefix, suffix = new[max(0, found[0] - CONTEXT) : found[0]], new[found[1] : found[1] + CONTEXT]
    own = _agreement(old, place, prefix, suffix)
    words = old[slice(*place)]
    near, alike = _places(old, words), _loose_places(old, words)
    if len(near) >= _MOST_PLACES or len(alike) >= _MOST_PLACES:
        return False
    rivals = {*near, *alike} - {place, _trimmed(old, place)}
    return all(_agreement(old, rival, prefix, suffix) < own for rival in rivals)


def _trimmed(text: str, place: Span) -> Span:
    """A place without the blanks at its ends."""
    words = text[slice(*place)]
    start = place[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _longest(most: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `most` that fits, where all smaller ones fit too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _places(text: str, exact: str) -> Sequence[Span]:
    """Where the words stand, at most one place more than are looked at."""
    if not exact.strip():
        return ()
    found = list(islice(_exact_places(text, exact), _MOST_PLACES + 1))
    return found or _loose_places(text, exact)


def _loose_places(text: str, exact: str) -> Sequence[Span]:
    """The same with any blanks between the words."""
    found = list(islice(_loose_spans(text, exact.split(), r"\s+"), _MOST_PLACES + 1))
    places = [span for span in found if span is not None]
    return places if len(places) == len(found) else [(0, 0)] * (_MOST_PLACES + 1)


def _loose_spans(text: str, words: Sequence[str], gap: str, flags: int = 0) -> Iterator[Span | None]:
    """Where words stand with `gap` between them; None at the end if there are too many places to look at.

    The first few words find a place, the others are looked for there: else a text of one word over and over takes minutes.
    """
    if not words:
        return
    head = re.compile(gap.join(map(re.escape, words[:_FIRST_WORDS])), flags)
    rest = re.compile("".join(gap + re.escape(word) for word in words[_FIRST_WORDS:]), flags)
    found = head.search(text)
    for _ in range(_MOST_PLACES):
        if found is None:
            return
        end = rest.match(text, found.end())
        if end is not None:
            yield found.start(), end.end()
        found = head.search(text, found.start() + 1)
    yield None


def _exact_places(text: str, exact: str) -> Iterator[Span]:
    at = text.find(exact)
    while at >= 0:
        yield at, at + len(exact)
        at = text.find(exact, at + 1)


def _told(context: str) -> int:
    return len(" ".join(context.split()))


def _agreement(text: str, place: Span, prefix: str, suffix: str) -> int:
    """Characters next to a place that are those next to the passage; blanks count as one."""
    start, end = place
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
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

    First the same words with other signs between them; then the stretch that shares most of them in their order. Of a very
    long quote the first words count.
    """
    words = _WORD.findall(exact)[:_MOST_WORDS]
    if not words:
        return None
    found = next(_loose_spans(text, words, r"\W+", re.IGNORECASE), None)
    if found is not None:
        return found
    wanted = [word.lower() for word in words]
    stretches = [
        _best_stretch(text, window, wanted) for window in _likely_windows(text, exact[: 10 * len(words)], words)
    ]
    likeness, span = max(stretches, default=(0, (0, 0)))
    return span if likeness >= _LIKENESS * len(words) else None


def _likely_windows(text: str, exact: str, words: Sequence[str]) -> Iterator[Span]:
    """Parts of the text, some longer than the quote, in which most of its rarer words stand about where they should."""
    size = max(len(exact), _LEAST_WINDOW)
    votes: Counter[int] = Counter()
    for word in sorted(set(words), key=len, reverse=True)[:_VOTERS]:
        inside = exact.find(word)
        places = [place[0] for place in islice(_exact_places(text, word), _MOST_PLACES)]
        for number in {max(0, at - inside) // size for at in places}:
            votes[number] += 1
    for number, _count in votes.most_common(_WINDOWS):
        yield max(0, (number - 1) * size), (number + 3) * size


def _best_stretch(text: str, window: Span, wanted: list[str]) -> tuple[int, Span]:
    """How many of the wanted words the best stretch of a window holds in their order, and where it stands."""
    spans = [match.span() for match in _WORD.finditer(text, *window)]
    tokens = [text[start:end].lower() for start, end in spans]
    matcher = SequenceMatcher(None, wanted, tokens)  # words on every hundredth place only join others: time stays small
    shared = {block.b + n for block in matcher.get_matching_blocks() for n in range(block.size)}
    score, most, at = 0.0, 0.0, 0
    first = last = -1
    for number in range(len(tokens)):
        if score <= 0:
            score, at = 0.0, number
        score += 1 if number in shared else -_STRANGE
        if score > most:
            most, first, last = score, at, number
    if first < 0:
        return 0, (0, 0)
    return len(shared.intersection(range(first, last + 1))), (spans[first][0], spans[last][1])


def page_at(text: str, offset: int) -> int:
    """The page at an offset, counted from 1; a form feed begins the next one."""
    return bisect_right(_page_starts(text), offset) + 1


def paragraph_at(text: str, offset: int) -> int:
    """The paragraph at an offset, counted from 1; paragraphs end with a blank line, else with a line."""
    return bisect_right(_paragraph_starts(text), offset) + 1


def locator_at(text: str, offset: int) -> tuple[LocatorLabel, str]:
    """Where in a text words stand, as a citation says it: the page where the text has pages, else the paragraph."""
    return locators_at(text, (offset,))[0]


def locators_at(text: str, offsets: Iterable[int]) -> list[tuple[LocatorLabel, str]]:
    """The same for many places of one text."""
    has_pages = "\f" in text
    label = LocatorLabel.PAGE if has_pages else LocatorLabel.PARAGRAPH
    starts = _page_starts(text) if has_pages else _paragraph_starts(text)
    return [(label, str(bisect_right(starts, offset) + 1)) for offset in offsets]


def _page_starts(text: str) -> list[int]:
    """Where the second page and those after it begin."""
    return [match.start() for match in re.finditer("\f", text)]


def _paragraph_starts(text: str) -> list[int]:
    """Where the second paragraph and those after it begin."""
    gap = _GAP if _GAP.search(text) else _LINE
    starts: list[int] = []
    behind = 0
    for match in gap.finditer(text):
        if text[behind : match.start()].strip():
            starts.append(match.end())
        behind = match.end()
    return starts
