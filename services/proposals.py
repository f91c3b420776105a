"""Proposed incidents: the sentences of a text that date something that happened. By rules; nothing is written."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dates import DateMention, Precision
from models.proposals import Proposal, Rank
from services.proposal_names import NameFinder
from services.proposal_signs import Dated, date_sentence
from services.proposal_titles import MAX_TITLE, suggest_title
from services.proposal_words import SEPARATORS
from services.sentences import Sentence, Span, split_sentences

_FEWEST_WORDS = 3
_MOST_OF_SENTENCE = 3
_FEWEST_HEADINGS = 3
"""Lines that are only a date: so many make a log, of which each tells what stands right below it."""
_LONGEST_HEADING = 40
_ALONE = re.compile(r"[^\w\n]*")
_LINE_ENDS = re.compile(r"[^\w\n]*(?:\n|\Z)")
_BELOW = re.compile(r"[^\w\n]*\n[^\w\n]*")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|und))(?:\s+(?:again|then|later))?\s*(?:(?:on|in|at|am|im)\s+)?")
"""Between two dates of one verb: “on 2 May and again on 5 May”."""

_PARTED = re.compile(r"[,;:–—]|\b(?:after|before|following|and|but|then)\b", re.I)
"""Between two dates of one verb that tell two things: “took office in April, following the vote of 3 March”."""
_OF = re.compile(r"\bof\s+\Z")
_LONGEST_OF = 8


def propose(
    text: str,
    mentions: Sequence[DateMention],
    *,
    published: dt.date | None = None,
    language: str = "en",
    known: Iterable[str] = (),
) -> tuple[Proposal, ...]:
    """Candidate incidents of a text in its order, one for a sentence, two or three where it dates so many things.

    `mentions` are the dates that `dates.read_dates` found in it; dates after the day it was `published` are left out.
    `known` are names that the project knows already.
    """
    return tuple(find_proposals(text, mentions, published=published, language=language, known=known))


def find_proposals(
    text: str,
    mentions: Sequence[DateMention],
    *,
    published: dt.date | None = None,
    language: str = "en",
    known: Iterable[str] = (),
) -> Iterator[Proposal]:
    """The same one after the other, so that whoever reads a long text can stop."""
    finder = NameFinder(text, known) if mentions else None
    told: set[tuple[str, str]] = set()
    for sentence, inside in _dated_sentences(text, mentions):
        chosen = _chosen(text, date_sentence(text, sentence, inside, published, language))
        for dated, stretch in _stretches(text, sentence, chosen):
            quote = text[sentence.start : sentence.end]
            if finder is None or (quote, dated.date.edtf) in told:
                continue
            told.add((quote, dated.date.edtf))
            named = finder.find(sentence, [(mention.start, mention.end) for mention in inside])
            title = _title(text, sentence, stretch, dated.span)
            places, names = named.places, named.others
            where = sentence.start, sentence.end
            yield Proposal(dated.date, *where, quote, dated.mention, title, places, names, dated.rank)


def _title(text: str, sentence: Sentence, stretch: Span, date: Span) -> str:
    """Made of the words at `stretch`, of the whole sentence where they are too few."""
    title = suggest_title(text, stretch, date)
    if len(title.split()) < _FEWEST_WORDS:
        title = suggest_title(text, (sentence.start, sentence.end), date)
    return title or " ".join(text[sentence.start : sentence.end].split())[:MAX_TITLE].strip()


def _dated_sentences(text: str, mentions: Sequence[DateMention]) -> Iterator[tuple[Sentence, list[DateMention]]]:
    """Each sentence with the mentions that stand in it, where there are any."""
    headings = ("\n" in mention.text or _stands_alone(text, mention) for mention in mentions)
    is_log = sum(headings) >= _FEWEST_HEADINGS
    number = 0
    heading: tuple[Sentence, DateMention] | None = None
    for sentence in split_sentences(text, [(mention.start, mention.end) for mention in mentions]):
        inside: list[DateMention] = []
        while number < len(mentions) and mentions[number].start < sentence.end:
            mention = mentions[number]
            if mention.end > sentence.end:  # a day as a heading, and the time that opens the line below
                break
            number += 1
            if mention.end > sentence.start:
                inside.append(_from(text, mention, sentence.start))
        if inside:
            yield sentence, inside
        elif heading and _BELOW.fullmatch(text, heading[0].end, sentence.start):
            yield replace(sentence, start=heading[0].start, opens=True), [heading[1]]
        is_heading = is_log and len(inside) == 1 and _stands_alone(text, inside[0])
        heading = (sentence, inside[0]) if is_heading else None


def _from(text: str, mention: DateMention, start: int) -> DateMention:
    """The part of a mention that stands in a sentence."""
    return mention if mention.start >= start else replace(mention, start=start, text=text[start : mention.end])


def _stands_alone(text: str, mention: DateMention) -> bool:
    """Whether a date is all of its line."""
    first = text.rfind("\n", max(0, mention.start - _LONGEST_HEADING), mention.start) + 1
    return _ALONE.fullmatch(text, first, mention.start) is not None and _LINE_ENDS.match(text, mention.end) is not None


def _chosen(text: str, dated: Sequence[Dated]) -> list[Dated]:
    """The best date of a sentence, and others that belong to other verbs."""
    if not dated:
        return []
    ranked = sorted(dated, key=lambda one: (one.rank, _is_coarse(one), _is_attribute(text, one), one.span))
    chosen = ranked[:1]
    for one in ranked[1:]:
        if len(chosen) < _MOST_OF_SENTENCE and all(_tells_more(text, one, other) for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.span)


def _is_coarse(one: Dated) -> bool:
    """Whether it is no day: longer, or without an end ("since the beginning of the year")."""
    return one.date.precision < Precision.DAY or one.date.edtf.endswith("/..") or one.date.edtf.startswith("../")


def _is_attribute(text: str, one: Dated) -> bool:
    """Whether it only says which: "the dead of July", "an e-mail of 19 May"."""
    return _OF.search(text, max(0, one.span[0] - _LONGEST_OF), one.span[0]) is not None


def _tells_more(text: str, one: Dated, best: Dated) -> bool:
    """Whether another date tells another thing: it belongs to another verb, or lies apart from the best one."""
    if one.rank > Rank.REPORTED or one.verb is None:
        return False
    if one.rank is Rank.REPORTED and one.date.latest >= best.date.earliest:  # a report follows what it tells
        return False
    first, second = sorted([one.span, best.span])
    spans = sorted([(one.date.earliest, one.date.latest), (best.date.earliest, best.date.latest)])
    is_apart = spans[0][1] < spans[1][0]
    if one.verb == best.verb:
        return is_apart and (
            _LISTED.fullmatch(text, first[1], second[0]) is not None
            or _PARTED.search(text, first[1], second[0]) is not None
        )
    return is_apart or (spans[0] != spans[1] and (_is_coarse(one) or _is_coarse(best)))


def _stretches(text: str, sentence: Sentence, chosen: Sequence[Dated]) -> Iterator[tuple[Dated, Span]]:
    """Each date with the words that make its title: all of the sentence, or its part of it."""
    cuts = [_cut(text, first, second) for first, second in pairwise(chosen)]
    for number, one in enumerate(chosen):
        start = max((cut[1] for cut in cuts[:number] if cut), default=sentence.start)
        end = min((cut[0] for cut in cuts[number:] if cut), default=sentence.end)
        yield one, (start, end)


def _cut(text: str, first: Dated, second: Dated) -> Span | None:
    """What parts two dates that belong to two verbs."""
    left, right = _core(first)[1], _core(second)[0]
    return _last_separator(text, left, right) if first.verb != second.verb else None


def _core(dated: Dated) -> Span:
    """From the date to its verb."""
    verb = dated.verb
    if verb is None:
        return dated.span
    return min(dated.span[0], verb.start), max(dated.span[1], verb.end)


def _last_separator(text: str, start: int, end: int) -> Span | None:
    """The comma or the word that begins the last clause before `end`."""
    at = start
    found: Span | None = None
    for word in text[start:end].split(" "):
        if word.rstrip().lower() in SEPARATORS:
            found = at, at + len(word)
        elif word.rstrip()[-1:] in (",", ";", ":", "–", "—"):
            found = at + len(word), at + len(word)
        at += len(word) + 1
    return found
