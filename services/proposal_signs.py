"""What a sentence says at each of its dates: that something happened, who said so, or no more than a name."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dates import DateMention, MentionKind, Precision, TimexType, UncertainDate
from models.proposals import Rank
from services import proposal_words as words
from services.sentences import Sentence, Span

_WORD = re.compile(r"[^\W_][\w'’-]*|[,;:–—()|“”„»«\"]")
_COMMA, _BEGINS_CLAUSE, _BEHIND = 6, 4, 8
"""So many words a comma and a word such as “after” keep apart, and a date from a verb behind it."""
_NEWS = 14
"""Days that news are news."""
_EPOCH = dt.date(1970, 1, 1).toordinal()
DAY = 86_400
"""Seconds."""
_SURNAME = re.compile(r" [A-Z][a-z]+")
_LONGEST_CAPTION = 1_500
_LONGEST_IMPRINT = 90
_LOOK_BACK = 120
"""Characters before a date that say what it is for."""
_CHRONOLOGY = re.compile(r"[^\S\n]*(?:[:|*–—-]|\t|\n)+\s*\S+\s+\S+")
_UNDATED_KINDS = (MentionKind.REFERENCE, MentionKind.SET, MentionKind.DURATION)
_LONGEST_LEAD = 4
"""Characters before a date that opens a line."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its helpers ("had been hidden"): offsets, place among the words, whether it only reports."""

    start: int
    end: int
    first_at: int
    last_at: int
    is_reporting: bool
    is_weak: bool
    """Whether it is a helper without its verb: "was", "has"."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence that may make an incident. `span`: its words; `verb`: the one it belongs to, if any."""

    mention: DateMention
    date: UncertainDate
    span: Span
    rank: Rank
    verb: Verb | None


def date_sentence(
    text: str, sentence: Sentence, mentions: Sequence[DateMention], published: dt.date | None, language: str
) -> list[Dated]:
    """The dates of one sentence at which something happened, in order; `mentions` are those that stand in it."""
    said = text[sentence.start : sentence.end]
    is_imprint = len(said) < _LONGEST_IMPRINT and words.IMPRINT.match(said)
    if is_imprint or words.BOILERPLATE.match(said) or words.PICTURED.search(said):
        return []
    reading = _Reading(text, sentence, language)
    found: list[Dated] = []
    taken = -1
    for mention in mentions:
        span, date = _whole(mention, sentence)
        if (
            span[0] < taken
            or date is None
            or not _is_date(text, mention, date)
            or reading.is_ahead(span, _limit(mention, date), published)
        ):
            continue
        taken = span[1]
        verb = reading.verb_of(span)
        rank = reading.rank(mention, span, date, verb, published)
        if rank is not None:
            found.append(Dated(mention, date, span, rank, verb))
    return found


def _whole(mention: DateMention, sentence: Sentence) -> tuple[Span, UncertainDate | None]:
    """The stretch that the mention is an end of where it stands in the sentence, else the mention alone."""
    stretch = mention.range
    if stretch is not None and sentence.start <= stretch.start and stretch.end <= sentence.end:
        return (stretch.start, stretch.end), stretch.date
    return (mention.start, mention.end), mention.date


def _is_date(text: str, mention: DateMention, date: UncertainDate) -> bool:
    is_month = mention.text.isalpha() and mention.date is not None and mention.date.precision is Precision.MONTH
    if is_month and _SURNAME.match(text, mention.end):  # "Jan Verhoek", "April Jones"
        return False
    is_point = mention.timex_type in (TimexType.DATE, TimexType.TIME)
    return is_point and bool(date.edtf) and mention.reason.kind not in _UNDATED_KINDS


def _limit(mention: DateMention, date: UncertainDate) -> UncertainDate:
    """What must have passed: the end of a stretch that has no beginning ("until Tuesday")."""
    return mention.date if mention.date is not None and date.edtf.startswith("../") else date


class _Reading:
    """The words of one sentence: its verbs, and how far they are from a date."""

    def __init__(self, text: str, sentence: Sentence, language: str) -> None:
        self._text = text
        self._sentence = sentence
        self._is_english = language.split("-")[0] == "en"
        self._words: list[tuple[str, Span, int]] = []
        at = 0
        for found in _WORD.finditer(text, sentence.start, sentence.end):
            word = found.group().lower()
            at += _COMMA if not word[0].isalnum() else _BEGINS_CLAUSE if word in words.SEPARATORS else 1
            self._words.append((word, found.span(), at))
        self._verbs = self._find_verbs()

    def is_ahead(self, span: Span, date: UncertainDate, published: dt.date | None) -> bool:
        """Whether the date was still to come."""
        if published is not None:
            day = (published.toordinal() - _EPOCH) * DAY
            if date.earliest >= day + DAY:
                return True
            if date.latest < day:
                return False
        clause = self._clause(span)
        return words.FUTURE.search(self._text, *clause) is not None and self._past_in(clause) == 0

    def verb_of(self, span: Span) -> Verb | None:
        """The verb nearest to the words at `span`, behind a date that opens the sentence and before any other."""
        inside = [at for _, place, at in self._words if place[0] < span[1] and span[0] < place[1]]
        if not inside:
            return None
        first, last = inside[0], inside[-1]

        def distance(verb: Verb) -> tuple[int, int]:
            behind = verb.start >= span[1]
            return (verb.first_at - last + _BEHIND if behind else first - verb.last_at), verb.start

        return min((verb for verb in self._verbs if not span[0] <= verb.start < span[1]), key=distance, default=None)

    def rank(
        self, mention: DateMention, span: Span, date: UncertainDate, verb: Verb | None, published: dt.date | None
    ) -> Rank | None:
        """What the date is for, None where it makes no incident."""
        before = self._text[max(self._sentence.start, span[0] - _LOOK_BACK) : span[0]]
        if words.COMPARED.search(self._text[max(self._sentence.start, span[0] - _LOOK_BACK) : mention.start]):
            return None
        if verb is None:
            return self._rank_without_verb(span, date)
        if verb.is_reporting:
            return Rank.REPORTED if self._tells_what(date, published) else None
        behind = words.NOUN_BEHIND.match(self._text, span[1], min(span[1] + 24, self._sentence.end)) is not None
        if behind and (words.ATTRIBUTED.search(before) or self._text[span[0] : span[0] + 4].lower() == "the "):
            return Rank.NAMED if date.precision >= Precision.MONTH else None
        return Rank.CAPTION if self._is_caption() else Rank.STATED

    def _tells_what(self, date: UncertainDate, published: dt.date | None) -> bool:
        """Whether saying it was an incident: it tells what happened or will, or it was said long before the text was."""
        if any(not (verb.is_reporting or verb.is_weak) for verb in self._verbs):
            return True
        if words.ANNOUNCED.search(self._text, self._sentence.start, self._sentence.end):
            return True
        return published is not None and date.latest < ((published.toordinal() - _EPOCH) - _NEWS) * DAY

    def _rank_without_verb(self, span: Span, date: UncertainDate) -> Rank | None:
        begins = self._sentence.opens and span[0] - self._sentence.start <= _LONGEST_LEAD
        is_entry = self._sentence.is_entry or _CHRONOLOGY.match(self._text, span[1], self._sentence.end) is not None
        if begins and is_entry and self._has_words_behind(span):
            return Rank.STATED
        if not self._is_english:
            return Rank.STATED if self._sentence.is_closed else None
        is_present = any(word in words.PRESENT for word, _, _ in self._words)
        return Rank.NAMED if is_present and self._sentence.is_closed and date.precision >= Precision.DAY else None

    def _has_words_behind(self, span: Span) -> bool:
        """Whether a line that opens with its date goes on with more than a time or a name."""
        behind = [word for word, place, _ in self._words if place[0] >= span[1] and word[0].isalpha()]
        found = [word for word in behind if word not in words.MONTHS_AND_DAYS]
        return len(found) > 2 or (len(found) == 2 and self._text[: self._sentence.end].endswith(found[-1]))

    def _is_caption(self) -> bool:
        start, end = self._sentence.paragraph
        return end - start <= _LONGEST_CAPTION and words.CAPTION.search(self._text, start, end) is not None

    def _clause(self, span: Span) -> Span:
        """From the separator before the words at `span` to the one behind them."""
        start, end = self._sentence.start, self._sentence.end
        for word, place, _ in self._words:
            if not (word in words.SEPARATORS or word in ",;:"):
                continue
            if place[1] <= span[0] and place[1] - start > 0 and self._verb_between(place[1], span[0]):
                start = place[1]
            elif place[0] >= span[1] and end == self._sentence.end and self._verb_between(start, place[0]):
                end = place[0]
        return start, end

    def _verb_between(self, start: int, end: int) -> bool:
        return any(start <= verb.start < end for verb in self._verbs) or (
            words.FUTURE.search(self._text, start, max(start, end)) is not None
        )

    def _past_in(self, clause: Span) -> int:
        """How many verbs of the past stand in a clause, without those that only plan."""
        future = words.FUTURE.search(self._text, *clause)
        planned = future.span() if future else (-1, -1)
        return sum(
            clause[0] <= verb.start < clause[1]
            and not planned[0] <= verb.start < planned[1] + 1
            and not verb.is_reporting
            for verb in self._verbs
        )

    def _find_verbs(self) -> list[Verb]:
        if not self._is_english:
            return []
        found: list[Verb] = []
        last = -9
        for number, (word, place, at) in enumerate(self._words):
            is_reporting = word in words.REPORTING
            if not (is_reporting or is_past(word)):
                continue
            goes_on = number - last <= 2 and at - self._words[last][2] <= 2 and not found[-1].is_reporting
            first = found.pop() if goes_on else None
            start, first_at = (first.start, first.first_at) if first else (place[0], at)
            is_weak = word in words.WEAK and (first is None or first.is_weak)
            found.append(Verb(start, place[1], first_at, at, is_reporting, is_weak))
            last = number
        return found


def is_past(word: str) -> bool:
    """Whether an English word in small letters may be a past tense, a participle or a helper of the perfect."""
    return word in words.IRREGULAR or (len(word) > 3 and word.endswith("ed") and word not in words.NO_VERB_IN_ED)
