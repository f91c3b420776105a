"""The numbers of list items as they are written: 1, 01, a, A, i, I."""

from enum import Enum

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_ROMAN = 3_999
_MOST_LETTERS = 26 * 5
_MOST = 10**9


class NumberForm(Enum):
    """How numbers are written."""

    FIGURES = "figures"
    TWO_FIGURES = "two-figures"
    LETTERS = "letters"
    CAPITALS = "capitals"
    ROMAN = "roman"
    ROMAN_CAPITALS = "roman-capitals"


def written(number: int, form: NumberForm) -> str:
    """A number in a form; in figures where the form has no sign for it. After z comes aa, then bb."""
    number = min(max(number, 0), _MOST)
    if form is NumberForm.TWO_FIGURES:
        return f"{number:02}"
    if form in (NumberForm.LETTERS, NumberForm.CAPITALS) and 0 < number <= _MOST_LETTERS:
        times, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) * (times + 1)
        return letters if form is NumberForm.LETTERS else letters.upper()
    if form in (NumberForm.ROMAN, NumberForm.ROMAN_CAPITALS) and 0 < number <= _MOST_ROMAN:
        return _roman(number) if form is NumberForm.ROMAN else _roman(number).upper()
    return str(number)


def whole_number(said: object, otherwise: int) -> int:
    """A number that a file states, `otherwise` where it states none."""
    text = str(said)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _roman(number: int) -> str:
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)
