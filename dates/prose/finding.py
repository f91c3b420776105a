"""First pass: from tokens to mentions with meanings, not yet dated."""

import re
from collections.abc import Iterator
from typing import Any

from dates.mention import TimexType
from dates.prose.builders import BUILDERS
from dates.prose.joining import join_times
from dates.prose.language import Language, Rule
from dates.prose.lexicon import AFTER_ABBREVIATION
from dates.prose.meaning import Fixed, Found, Impossible, Shift, Unit, Weekday
from dates.prose.numbers import count_of
from dates.prose.points import Part
from dates.prose.rates import mark_rates
from dates.prose.sentences import phrase_in_sentence
from dates.prose.short_ends import add_short_ends
from dates.prose.short_years import take_centuries
from dates.prose.tokens import PARAGRAPH, Tokens

_LONGEST_PREFIX = 5
"""Tokens of "in the early part of"."""


def find_mentions(tokens: Tokens, language: Language) -> list[Found]:
    """Every date expression of the tokens, in order, none overlapping another."""
    joined = join_times(_scan(tokens, language), tokens, language)
    found = [mention for mention in joined if not (mention.loose or isinstance(mention.meaning, Impossible))]
    found = add_short_ends(found, tokens, language)
    for number, mention in enumerate(found):
        _take_prefix(mention, found[number - 1].last if number else 0, tokens, language)
    take_centuries(found)
    mark_rates(found)
    return found


def _scan(tokens: Tokens, language: Language) -> Iterator[Found]:
    symbols, position = tokens.symbols, 0
    while trigger := language.triggers.search(symbols, position):
        start = trigger.start()
        rules = language.rules_at(symbols, start)
        best = _longest(symbols, start, rules) if rules else None
        if best is None:
            position = start + 1
            continue
        rule, match = _rather_without_lead(best, symbols, language)
        made = list(_made(rule, match, tokens, language))
        yield from made
        position = max(made[-1].last if made else match.end(), start + 1)


def _longest(symbols: str, start: int, rules: tuple[Rule, ...]) -> tuple[Rule, re.Match[str]] | None:
    """The rule that takes most from here; of two that end alike the one whose mention begins first, then the earlier."""
    best: tuple[Rule, re.Match[str]] | None = None
    end = start
    for rule in rules:
        match = rule.pattern.match(symbols, start)
        if match is None or match.end() < end or match.end() == start:
            continue
        if best is None or match.end() > end or _mention_start(rule, match) < _mention_start(*best):
            best, end = (rule, match), match.end()
    return best


def _mention_start(rule: Rule, match: re.Match[str]) -> int:
    return match.start("x1") if rule.pattern.extents else match.start()


def _rather_without_lead(
    best: tuple[Rule, re.Match[str]], symbols: str, language: Language
) -> tuple[Rule, re.Match[str]]:
    """Words that only lead up to a mention must not hide a longer one that begins behind them."""
    rule, match = best
    if not rule.pattern.extents or match.start("x1") == match.start():
        return best
    start = match.start("x1")
    other = _longest(symbols, start, language.rules_at(symbols, start))
    return other if other is not None and other[1].end() > match.end("x1") else best


def _made(rule: Rule, match: re.Match[str], tokens: Tokens, language: Language) -> Iterator[Found]:
    values = dict(rule.values)
    for name, group in rule.pattern.kept.items():
        first, last = match.span(name)
        if first >= 0:
            values[name.rstrip("_")] = _value(group, first, last, tokens, language)
    if not _fits_sentence(rule, match, tokens, language):
        return
    built = BUILDERS[rule.make](values)
    if built is None:
        return
    first, last = match.span("x1") if rule.pattern.extents else match.span()
    if tokens.symbols[last - 1] == AFTER_ABBREVIATION and not _goes_on(tokens, last):
        last -= 1
    if values.get("article") and first and language.phrases["article"].match(tokens.symbols, first - 1):
        first -= 1
    loose = bool(values.get("joined"))
    yield Found(
        first,
        last,
        built.meaning,
        built.kind,
        rule.name,
        built.time,
        Part(values.get("bend", "")),
        loose,
        values.get("only", ""),
    )


def _fits_sentence(rule: Rule, match: re.Match[str], tokens: Tokens, language: Language) -> bool:
    """Whether the sentence has the phrase that the rule needs, and not the one that forbids it."""
    needed, forbidden = rule.values.get("needs"), rule.values.get("unless")
    if needed and not phrase_in_sentence(tokens.symbols, match, needed, language):
        return False
    return not (forbidden and phrase_in_sentence(tokens.symbols, match, forbidden, language))


def _goes_on(tokens: Tokens, position: int) -> bool:
    """Whether the sentence goes on behind an abbreviation's full stop."""
    return position < len(tokens.words) and not (
        tokens.words[position][0].isupper() or tokens.words[position] == PARAGRAPH
    )


def _value(group: str, first: int, last: int, tokens: Tokens, language: Language) -> Any:
    if tokens.symbols[last - 1] == AFTER_ABBREVIATION:
        last -= 1
    if last - first == 1 and group not in language.numerals:
        return language.value(group, tokens.words[first])
    return count_of(tokens.words[first:last], language)


def _take_prefix(mention: Found, floor: int, tokens: Tokens, language: Language) -> None:
    """ "early", "the end of", "more than": what stands in front and belongs to the mention."""
    meaning = mention.meaning
    if isinstance(meaning, Fixed) and meaning.type is not TimexType.DURATION:
        return
    is_length = isinstance(meaning, Fixed) or (isinstance(meaning, Shift) and meaning.count is not None)
    if is_length and language.phrases["article"].match(tokens.symbols, mention.first):
        return
    name = "before a duration" if is_length else "before a date"
    for size in range(min(_LONGEST_PREFIX, mention.first - floor), 0, -1):
        given = language.phrase_at(name, tokens.symbols, mention.first - size, mention.first)
        if given is not None:
            if given == Part.APPROXIMATE and isinstance(meaning, Unit | Weekday) and mention.time is None:
                return  # "worried about next year"
            mention.first -= size
            if given and mention.part is Part.NONE:
                mention.part = Part(given)
            return
