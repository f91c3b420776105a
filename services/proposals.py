"""Proposed incidents: the sentences of a text that date something that happened. By rules; nothing is written."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from dates import DateMention, Precision
from models.proposals import Proposal, Rank
from services.proposal_names import NameFinder
from services.proposal_signs import Dated, date_sentence
from services.proposal_titles import MAX_TITLE, suggest_title
from services.proposal_words import SEPARATORS
from services.sentences import Sentence, Span, split_sentences

_FEWEST_WORDS = 3
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|und))(?:\s+(?:again|then|later))?\s*(?:(?:on|in|at|am|im)\s+)?")
"""Between two dates of one verb: “on 2 May and again on 5 May”."""


def propose(
    text: str,
    mentions: Sequence[DateMention],
    *,
    published: dt.date | None = None,
    language: str = "en",
    known: Iterable[str] = (),
) -> tuple[Proposal, ...]:
    """Candidate incidents of a text in its order, one for a sentence, two where it dates two things.

    `mentions` are the dates that `dates.read_dates` found in it; dates after the day it was `published` are left out.
    `known` are names that the project knows already.
    """
    finder = NameFinder(text, known) if mentions else None
    found: list[Proposal] = []
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
            found.append(Proposal(dated.date, *where, quote, dated.mention, title, places, names, dated.rank))
    return tuple(found)


def _title(text: str, sentence: Sentence, stretch: Span, date: Span) -> str:
    """Made of the words at `stretch`, of the whole sentence where they are too few."""
    title = suggest_title(text, stretch, date)
    if len(title.split()) < _FEWEST_WORDS:
        title = suggest_title(text, (sentence.start, sentence.end), date)
    return title or " ".join(text[sentence.start : sentence.end].split())[:MAX_TITLE].strip()


def _dated_sentences(text: str, mentions: Sequence[DateMention]) -> Iterator[tuple[Sentence, list[DateMention]]]:
    """Each sentence with the mentions that stand wholly in it, where there are any."""
    number = 0
    for sentence in split_sentences(text, [(mention.start, mention.end) for mention in mentions]):
        inside: list[DateMention] = []
        while number < len(mentions) and mentions[number].start < sentence.end:
            mention = mentions[number]
            if sentence.start <= mention.start and mention.end <= sentence.end:
                inside.append(mention)
            number += 1
        if inside:
            yield sentence, inside


def _chosen(text: str, dated: Sequence[Dated]) -> list[Dated]:
    """The best date of a sentence, and another one that belongs to another verb."""
    if not dated:
        return []
    best = min(dated, key=lambda one: (one.rank, one.date.precision < Precision.DAY, one.span))
    others = [one for one in dated if one is not best and _tells_more(text, one, best)]
    return sorted([best, *others[:1]], key=lambda one: one.span)


def _tells_more(text: str, one: Dated, best: Dated) -> bool:
    """Whether another date belongs to another verb, or is listed beside the best one."""
    if one.rank > Rank.CAPTION or one.verb is None:
        return False
    first, second = sorted([one.span, best.span])
    if one.verb == best.verb and _LISTED.fullmatch(text, first[1], second[0]) is None:
        return False
    spans = sorted([(one.date.earliest, one.date.latest), (best.date.earliest, best.date.latest)])
    return spans[0][1] < spans[1][0]


def _stretches(text: str, sentence: Sentence, chosen: Sequence[Dated]) -> Iterator[tuple[Dated, Span]]:
    """Each date with the words that make its title: all of the sentence, or its half of it."""
    whole = (sentence.start, sentence.end)
    if len(chosen) < 2:
        yield from ((one, whole) for one in chosen)
        return
    first, second = chosen
    left, right = _core(first)[1], _core(second)[0]
    cut = _last_separator(text, left, right) if first.verb != second.verb else None
    if cut is None:
        yield first, whole
        yield second, whole
        return
    yield first, (sentence.start, cut[0])
    yield second, (cut[1], sentence.end)


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
