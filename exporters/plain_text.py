"""What every format needs of a text: no character that XML forbids, its writing direction, safe addresses."""

import re

# Not in XML 1.0 §2.2 Char, or legal there but changed by readers: carriage returns and C1 controls.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RTL_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_SPAN = re.compile(f"([{_RTL_LETTER}]+(?:[\\s\\d.,;:()«»“”\"'–-]+[{_RTL_LETTER}]+)*)")
_SAFE_LINK = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_RTL_LANGUAGES = frozenset({"ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"})


def strip_forbidden(text: str) -> str:
    """`text` without the characters that neither XML nor HTML may carry."""
    return _FORBIDDEN.sub("", text) if _FORBIDDEN.search(text) else text


def is_safe_link(address: str) -> bool:
    """Only http and https addresses become links."""
    return _SAFE_LINK.match(address) is not None


def is_rtl_language(language: str) -> bool:
    """True for a BCP 47 tag whose language is written from right to left."""
    return language.split("-")[0].lower() in _RTL_LANGUAGES


def split_directions(text: str) -> list[tuple[str, bool]]:
    """Pieces of `text` with True for those written from right to left."""
    if text.isascii():
        return [(text, False)]
    return [(piece, index % 2 == 1) for index, piece in enumerate(_RTL_SPAN.split(text)) if piece]
