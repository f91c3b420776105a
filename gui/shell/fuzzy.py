"""How well a few typed letters fit a text: the letters in order, at word beginnings and side by side for choice."""


def fuzzy_score(wanted: str, text: str) -> int | None:
    """The score of `text` for `wanted` (higher is better), None where it does not fit. Case does not matter."""
    wanted, text = wanted.casefold().strip(), text.casefold()
    if not wanted:
        return 0
    at = text.find(wanted)
    if at >= 0:
        is_start = at == 0 or not text[at - 1].isalnum()
        return 1000 + (200 if is_start else 0) - at - len(text) // 8
    score, at, before = 0, -1, -2
    for letter in wanted:
        if letter.isspace():
            continue
        at = text.find(letter, at + 1)
        if at < 0:
            return None
        is_start = at == 0 or not text[at - 1].isalnum()
        score += 12 if is_start else 8 if at == before + 1 else 1
        before = at
    # Letters that are merely scattered over a text are no match for a person.
    return score if score >= 6 * len(wanted) else None
