"""Which table of dates a text is read with: by its language, and in English by the place that it was written at."""

from functools import lru_cache
from pathlib import Path

_LANGUAGES = Path(__file__).resolve().parent / "languages"
_NOT_DAY_FIRST = frozenset({
    "AF", "AS", "BI", "BT", "CA", "CN", "GU", "IR", "JP", "KP", "KR", "MH", "MN", "MP", "NP", "PH", "PR", "SE", "TW", "UM", "US",
    "VI", "ZA",
})  # fmt: skip
"""Regions where 1/2/2024 is no first of February: their short English dates begin with the month or the year (CLDR 46)."""


def table_of(language: str, usual: str = "en") -> str:
    """The name of a table for a text in `language` (BCP 47, or as a system writes it): its own where there is one.

    Anything else is read as English is where the language says the place ("fr-FR": the day is written first), and with
    `usual` where it does not.
    """
    main, *others = language.strip().replace("_", "-").split("-")
    main = main.lower()
    if main not in ("", "en") and main in _known():
        return main
    region = next((part.upper() for part in others if len(part) == 2 and part.isalpha()), "")
    if not region:
        return "en" if main == "en" and not usual.startswith("en") else usual
    return "en" if region in _NOT_DAY_FIRST else "en-GB"


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(path.name for path in _LANGUAGES.iterdir() if path.is_dir())
