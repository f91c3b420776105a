"""English words of the entry field."""

from dates.words import MONTHS, SEASON_NAMES, WEEKDAYS

MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
WEEKDAY_NUMBERS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBERS |= {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {"tues": 1, "thurs": 3, "thur": 3}
SEASONS = {name: number for number, name in enumerate(SEASON_NAMES, 21)} | {"fall": 23}
APPROXIMATE = frozenset(("c", "ca", "circa", "about", "around", "approximately", "approx", "roughly", "near"))
UNCERTAIN = frozenset(("perhaps", "possibly", "probably", "maybe", "uncertain"))
NOISE = frozenset(("the", "of", "in", "on", "at", "year", "ad", "ce"))
BEFORE_CHRIST = ("bc", "bce")
RELATIVE = {"ereyesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "overmorrow": 2}
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
UNITS = {name + tail: name for name in ("day", "week", "month", "year") for tail in ("", "s")}
FRACTIONS = {
    ("first", "quarter"): 33, ("second", "quarter"): 34, ("third", "quarter"): 35, ("fourth", "quarter"): 36,
    ("last", "quarter"): 36, ("first", "third"): 37, ("second", "third"): 38, ("last", "third"): 39,
    ("first", "half"): 40, ("second", "half"): 41, ("last", "half"): 41,
    ("1st", "quarter"): 33, ("2nd", "quarter"): 34, ("3rd", "quarter"): 35, ("4th", "quarter"): 36,
    ("1st", "half"): 40, ("2nd", "half"): 41,
}  # fmt: skip
MAX_AGO = 3_000_000
"""Days, months or years one can look back."""
