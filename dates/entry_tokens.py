"""The entry field's text cut into words, numbers and signs. Linear in the length of the text."""

import re
import unicodedata
from typing import NamedTuple

from dates.errors import DateError, DateProblem

MAX_ENTRY = 200
"""Characters of an entry in words; EDTF may be longer."""


class Token(NamedTuple):
    kind: str
    text: str


# Several words with one meaning become one word before the text is cut.
_PHRASES = (
    (r"\b(mid|early|late)-(?=\w)", r"\1 "),
    (r"\b(?:beginning|start) of\b", "early"),
    (r"\bmiddle of\b", "mid"),
    (r"\bend of\b", "late"),
    (r"\b(?:the )?day before yesterday\b", "ereyesterday"),
    (r"\b(?:the )?day after tomorrow\b", "overmorrow"),
    (r"\b(?:no|not) later than\b|\bon or before\b|\bnot after\b", "by"),
    (r"\b(?:no|not) earlier than\b|\bon or after\b|\bnot before\b", "after"),
    (r"\bup to\b", "until"),
    (r"\bor (?:earlier|before)\b|\bat the latest\b", "orearlier"),
    (r"\bor (?:later|after)\b|\bat the earliest\b", "orlater"),
    (r"(?:\b(?:to|until|till)|-|→) ?(?:the )?(?:present|date|now)\b|\bonwards?\b|\band on\b|\bon$", "onwards"),
)
_PHRASE_PATTERNS = tuple((re.compile(pattern), meaning) for pattern, meaning in _PHRASES)
_TWO_YEARS = re.compile(r"\s*(\d\d)(\d\d)–(\d\d)\s*", re.ASCII)
_PLAIN = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "‒": "-",
        "‐": "-",
        "‑": "-",
        "’": "'",
        "‘": "'",
        "≈": "~",
        "\t": " ",
        "\n": " ",
        "\r": " ",
    }
)
_TOKEN = re.compile(
    r"""\s+
    | (?P<iso>-?\d{4}-\d{1,2}-\d{1,2}(?:t\d\d(?::\d\d(?::\d\d)?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\d-])
            | \d{4}([/.])\d{1,2}\2\d{1,2}(?!\d))
    | (?P<iso_month>-?\d{4}-(?:0?[1-9]|1[0-2])(?![\d-]))
    | (?P<numeric>\d{1,2}([/.-])\ ?\d{1,2}\5\ ?(?:\d{4}|\d{2})(?!\d))
    | (?P<day_month>\d{1,2}\.\ ?\d{1,2}\.(?!\d))
    | (?P<month_year>\d{1,2}[/.]\d{4}(?!\d))
    | (?P<named>\d{1,2}-[a-z]{3,9}-\d{2,4}(?!\d))
    | (?P<time>\d{1,2}:\d\d(?::\d\d)?(?!\d)(?:\ ?[ap]\.?m\b\.?)?|\d{1,2}\ ?[ap]\.?m\b\.?)
    | (?P<zone>(?:utc|gmt)(?:\ ?[+-]\d{1,2}(?::\d\d)?)?\b|\+\d\d:?\d\d(?!\d)|(?<=:\d\d\ )-\d{4}(?!\d)|z\b)
    | (?P<decade>'\d0s\b|\d{2,4}'?s\b)
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<short_year>'\d\d\b)
    | (?P<number>\d{1,12}(?![\d]))
    | (?P<quarter>q[1-4]\b|h[12]\b)
    | (?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*\.?)
    | (?P<arrow>→|->)
    | (?P<dash>-)
    | (?P<doubt>\?)
    | (?P<circa>~)
    | (?P<comma>[,;])
    | (?P<and>&)
    | (?P<bracket>[()])
    """,
    re.VERBOSE | re.ASCII,
)


def clean(text: str) -> str:
    """The text with plain hyphens and single spaces, without invisible marks. Raises DateError TOO_LONG."""
    if len(text) > 2000:
        raise DateError(DateProblem.TOO_LONG, text)
    years = _TWO_YEARS.fullmatch(text)
    if years is not None and years[2] < years[3]:  # with a dash "2023–24" are two years; "2023-24" is EDTF for a winter
        text = f"{years[1]}{years[2]} to {years[1]}{years[3]}"
    seen = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    if len(seen) > 2000:  # one character can stand for many
        raise DateError(DateProblem.TOO_LONG, text)
    return " ".join("".join(sign for sign in seen if unicodedata.category(sign) != "Cf").split(" ")).strip()


def tokenize(text: str) -> list[Token]:
    """Cut a cleaned text. Raises DateError for a character that belongs to no date."""
    if len(text) > MAX_ENTRY:
        raise DateError(DateProblem.TOO_LONG, text)
    lowered = text.casefold()
    for pattern, meaning in _PHRASE_PATTERNS:
        lowered = pattern.sub(meaning, lowered)
    tokens = []
    position = 0
    while position < len(lowered):
        match = _TOKEN.match(lowered, position)
        if match is None:
            raise DateError(DateProblem.NOT_UNDERSTOOD, text)
        position = match.end()
        kind = match.lastgroup
        if kind is not None and kind != "bracket":
            tokens.append(Token(kind, _spoken(match.group()) if kind == "word" else match.group()))
    return tokens


def _spoken(word: str) -> str:
    """ "b.c." and "jan." without their stops; "c." keeps its stop, it is not a name."""
    return word.replace(".", "")
