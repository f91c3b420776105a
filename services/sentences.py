"""Cutting a text into sentences, by rules; every offset counts characters of the unchanged text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

LONGEST = 1_000
"""Characters of a sentence; what has no end is cut at a space."""
_SHORT_LINE = 40
"""Characters: a line so short was not wrapped, it ended."""
Span = tuple[int, int]


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


# A page that begins within a paragraph does so without a blank line, and begins no line of its own.
_LINE_END = re.compile(r"\r\n?|\n\f?|[\f\v\x85\u2028\u2029]")
_ENTRY = re.compile(r"[^\S\n]*(?::\s|\||\t|[–—-]\s)")
"""Behind a date that opens an entry: "4 May 2018: Gas alarm"."""
_BARE_ENTRY = re.compile(r"[^\S\n]+[\"“„]?[A-ZÄÖÜ]")
_LINE_OPENS = re.compile(r"(?:\A|[\n.!?:;”\"][^\S\n]*\n)[^\S\n]*(?:[-*•·–—][^\S\n]*)?\Z")
_FEWEST_ENTRIES, _LONGEST_MARKER = 3, 9
_DASH = re.compile(r"\s*[–—-]\s")
_MARKER = re.compile(r"\s*(?:[-*•·‣▪>#|–—]+\s+|\(?\d{1,3}[.)]\s+(?=\D)|[a-z]\)\s+)*\s*")
_LIST = re.compile(r"\s*(?:[-*•·‣▪>#]\s|\(?\d{1,3}[.)]\s+\D|[a-z]\)\s)")
_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w.'’/-]*(?:[ ,]+[\w.'’/-]+){0,6}\s*(?:\([\w ./-]{2,30}\)\s*)?(?:\s[–—-]{1,2}\s|—)\s*(?=[\"“„'‘]?[A-ZÄÖÜ0-9])"
)
_STOP = re.compile(r"(?<![.!?…])([.!?…]++)([\"”»’')\]]*+)(\s++)(?=((?:[–—-]\s+)?[\"“„«‘'(\[]*)(\w))")
_WORD_BEFORE = re.compile(r"[\w.'’-]{1,24}\Z")
_NEVER_LAST = word_set(
    "mr mrs ms messrs dr prof gen lt col sgt cpl pvt capt cmdr adm maj brig rep sen gov pres rev hon st mt ft "
    "supt insp no nos vs approx ca eg ie e.g i.e fig vol pp est al dipl ing hr fr nr bzw ggf z.b d.h u.a bspw geb "
    "art abs"
)
_OFTEN_LAST = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc co corp ltd "
    "bros jr sr ave blvd rd dept univ etc a.m p.m u.s u.k u.n e.u d.c usw"
)
_OPENERS = word_set(
    "the a an he she it they we you i this that these those his her its their our my in on at by from for to as "
    "after before when while if but and or so then there two three four five six seven eight nine ten more most "
    "some many several no all another both each however meanwhile officials police witnesses residents "
    "authorities der die das ein eine er sie es wir ihr in am im an bei nach vor als wenn aber und"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands: `start`, `end`, the paragraph around it, and whether it ends with a stop."""

    start: int
    end: int
    paragraph: Span
    is_closed: bool
    opens: bool = False
    """Whether it begins its paragraph."""
    is_entry: bool = False
    """Whether it begins an entry of a chronology, which opens with its date."""


def split_sentences(text: str, unbroken: Sequence[Span] = ()) -> Iterator[Sentence]:
    """The sentences of a text in their order, without the white space between them.

    `unbroken`: stretches, in order, that no sentence ends within, such as dates ("Jan. 4", "23. Januar").
    """
    starts = [start for start, _ in unbroken]
    entries = {start for start, end in unbroken if _ENTRY.match(text, end)} | _bare_entries(text, unbroken)
    for first, last in _paragraphs(text, entries):
        begin = _MARKER.match(text, first, last)
        start = begin.end() if begin else first
        opens = True
        for end in (*_ends(text, start, last, unbroken, starts), last):
            for piece in _pieces(text, start, end):
                yield Sentence(*piece, (first, last), _is_closed(text, *piece), opens, opens and piece[0] in entries)
                opens = False
            start = end


def _paragraphs(text: str, entries: AbstractSet[int]) -> Iterator[Span]:
    """Lines, those that were only wrapped put together. `entries`: where dates stand that open an entry of a list."""
    first = last = -1
    for start, end in _lines(text):
        if not text[start:end].strip():
            if first >= 0:
                yield first, last
            first = last = -1
        elif first >= 0 and start not in entries and _goes_on(text, (first, last), (start, end)):
            last = end
        else:
            if first >= 0:
                yield first, last
            first, last = start, end
    if first >= 0:
        yield first, last


def _bare_entries(text: str, dates: Sequence[Span]) -> set[int]:
    """Where dates open a line and a capital follows ("1978 Fenn patents a satchel"), if so many do that it is no chance.

    The line before has ended a sentence, or is such an entry itself: dates open wrapped lines by chance, too.
    """
    found: set[int] = set()
    for start, end in dates:
        if _BARE_ENTRY.match(text, end) is None:
            continue
        line = text.rfind("\n", max(0, start - _LONGEST_MARKER), start) + 1
        before = text.rfind("\n", max(0, line - LONGEST), max(line - 1, 0)) + 1
        if _LINE_OPENS.search(text, max(0, start - _LONGEST_MARKER), start) or (
            before in found and not text[line:start].strip()
        ):
            found.add(start)
    return found if len(found) >= _FEWEST_ENTRIES else set()


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for found in _LINE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether a line only wraps the one before."""
    tail = text[max(before[0], before[1] - _SHORT_LINE) : before[1]]
    last = _LINE_END.split(tail)[-1].rstrip()
    if _LIST.match(text, *line) or not last:
        return False
    if text[line[0] : line[0] + 8].lstrip()[:1].islower():
        return last[-1] not in ":|"
    return len(last) >= _SHORT_LINE - 4 and "|" not in text[line[0] : line[1]] and _is_prose(text, before)


def _is_prose(text: str, line: Span) -> bool:
    """Whether small words prevail: a heading of Capitals does not go on."""
    words = text[max(line[0], line[1] - 200) : line[1]].split()
    return sum(word[0].isupper() for word in words) * 2 <= len(words)


def _ends(text: str, start: int, last: int, unbroken: Sequence[Span], starts: Sequence[int]) -> Iterator[int]:
    """Where sentences end between `start` and `last`; each end is behind the closing marks."""
    dateline = _DATELINE.match(text, start, min(last, start + 120))
    if dateline and _is_dateline(dateline.group()):
        yield dateline.end()
    for stop in _STOP.finditer(text, start, last):
        near = bisect_right(starts, stop.start()) - 1
        if near >= 0 and unbroken[near][0] < stop.end(1) < unbroken[near][1]:
            continue
        if near >= 0 and stop.end(1) == unbroken[near][1] and _DASH.match(text, stop.end(1)):  # "8 a.m. – A caller"
            continue
        if _ends_here(text, start, stop):
            yield stop.end(2)


def _is_dateline(lead: str) -> bool:
    """ "LIMA, Jan. 20 (Wire) —": the place in capitals, or an agency in brackets."""
    place = re.split(r"[,(–—]| - ", lead, maxsplit=1)[0].strip()
    return (len(place) > 2 and place.isupper()) or "(" in lead


def _ends_here(text: str, start: int, stop: "re.Match[str]") -> bool:
    signs, closing, _, opening, following = stop.groups()
    if following.islower():
        return False
    if signs != "." or closing:
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 24), stop.start())
    if before is None:
        return True
    word = before.group().lower()
    if word in _NEVER_LAST:
        return word == "no" and not following.isdigit()
    next_word = re.match(r"\w+", text[stop.end() : stop.end() + 24])
    is_opener = bool(opening) or (next_word is not None and next_word.group().lower() in _OPENERS)
    is_initial = len(word) == 1 and word.isalpha() and before.group().isupper()
    if is_initial or re.fullmatch(r"(?:\w\.)+\w", word):
        return is_opener and not (is_initial and opening == "" and next_word and next_word.group() == "I")
    if word in _OFTEN_LAST:
        return is_opener or (not following.isdigit() and word in ("etc", "usw"))
    return True


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without spaces around it, cut where it is too long."""
    while True:
        while start < end and (text[start].isspace() or text[start] in "–—"):
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            return
        if end - start <= LONGEST:
            yield start, end
            return
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > start else start + LONGEST
        yield start, cut - len(text[start:cut]) + len(text[start:cut].rstrip())
        start = cut


def _is_closed(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip("\"”»’')]")[-1:] in (".", "!", "?", "…")
