"""Names as a file's metadata give them, to creators of a source."""

import re

from models.drafts import CreatorDraft

MAX_NAMES = 50
MAX_LENGTH = 200
_MAX_TEXT = 20_000
_MAX_WORDS = 4
_SEPARATOR = re.compile(r"[;\n|]")
_BETWEEN_NAMES = re.compile(r"\s*(?:,\s*(?:and|und|et)?|\band\b|\bund\b|\bet\b|&)\s+")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
# What programs write of their own accord, or people who want no name there.
_NOBODY = frozenset(
    {
        "admin",
        "administrator",
        "anonymous",
        "author",
        "default",
        "guest",
        "n/a",
        "none",
        "office",
        "owner",
        "root",
        "staff",
        "unknown",
        "user",
        "username",
    }
)
_ORGANISATION = re.compile(
    r"\b(?:academy|agency|alliance|amnesty|army|assembly|association|authority|bank|board|bureau|cent(?:er|re)|college|"
    r"command|commission|committee|company|corporation|council|court|department|desk|directorate|embassy|force|foundation|"
    r"fund|gmbh|government|group|inc|institute?|journal|law|limited|ltd|media|ministry|movement|nations|network|news|ngo|"
    r"office|organi[sz]ation|parliament|party|police|post|press|project|report|reporters|secretariat|service|services|"
    r"society|team|times|tribunal|tv|union|university|watch)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    {
        "al",
        "ben",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ter",
        "van",
        "von",
        "zu",
    }
)


def creators_of(text: str) -> tuple[CreatorDraft, ...]:
    """The people and organisations in an author field: “Anna Berg and Li Wei; Relief Agency”, “Berg, Anna”.

    What may be no person's name (an office, one word, many words) stays whole, as an organisation's name does.
    """
    creators = (
        _creator(name) for part in _SEPARATOR.split(text[:_MAX_TEXT]) for name in _names(" ".join(part.split()))
    )
    return tuple(dict.fromkeys(creator for creator in creators if creator))[:MAX_NAMES]


def _names(part: str) -> list[str]:
    """Several names joined by commas or “and”; a lone “Berg, Anna” and an organisation's own “and” stay together."""
    pieces = _BETWEEN_NAMES.split(part)
    if any(_ORGANISATION.search(piece) for piece in pieces) and "," not in part:
        return [part]
    return pieces if all(" " in piece.strip() for piece in pieces) else [part]


def _creator(name: str) -> CreatorDraft | None:
    name = _BY.sub("", " ".join(name.split())).strip(" ,.;")
    if not name or len(name) > MAX_LENGTH or name.lower() in _NOBODY or not any(map(str.isalpha, name)):
        return None
    family, comma, given = (part.strip() for part in name.partition(","))
    words = name.split()
    if _ORGANISATION.search(name) or "@" in name or len(words) == 1 or len(words) > _MAX_WORDS or given.count(","):
        return CreatorDraft(literal=name)
    if comma:
        return CreatorDraft(family=family, given_name=given)
    first = next((at for at, word in enumerate(words[1:-1], 1) if word in _PARTICLES), len(words) - 1)
    return CreatorDraft(family=" ".join(words[first:]), given_name=" ".join(words[:first]))
