"""Where quoted words begin and end."""

from dates.prose.tokens import Tokens

_LONGEST_QUOTE = 60
"""Tokens."""
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'


def enclosing_quote(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the marks around the tokens `first` to `last`; None where they stand outside of quotations."""
    opening, closing = _quote_before(tokens, first), _quote_after(tokens, last)
    return None if opening is None or closing is None else (opening, closing)


def _quote_before(tokens: Tokens, position: int) -> int | None:
    for at in range(position - 1, max(-1, position - _LONGEST_QUOTE), -1):
        word = tokens.words[at]
        if word in _OPENING or (word == _STRAIGHT and tokens.ends[at] == tokens.starts[at + 1]):
            return at
        if word in _CLOSING or word == _STRAIGHT:
            return None
    return None


def _quote_after(tokens: Tokens, position: int) -> int | None:
    for at in range(position, min(len(tokens.words), position + _LONGEST_QUOTE)):
        word = tokens.words[at]
        if word in _CLOSING or (word == _STRAIGHT and at and tokens.ends[at - 1] == tokens.starts[at]):
            return at
        if word in _OPENING or word == _STRAIGHT:
            return None
    return None
