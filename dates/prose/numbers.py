"""Numbers as words say them."""

from collections.abc import Sequence

from dates.prose.language import Language


def count_of(words: Sequence[str], language: Language) -> float | None:
    """The number that words say: "twenty-five", "two hundred", "2.5"."""
    total: float = 0
    for word in words:
        value = language.value("NUMERAL", word)
        if value is None:
            continue
        scale = language.value("SCALE", word)
        total = total + value if scale is None else max(total, 1) * scale
    return total or None
