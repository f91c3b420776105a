"""The tables of `prose/`: sentences with their date expressions marked, and what each one means.

    @ 2024-01-23                     the day of publication of the lines below; "none", or with a clock: 2024-01-23T15:00
    The base was hit on {Sunday}.    | 2024-01-21
    From {4} to {9 January} it rained. | 2024-01-04 ; 2024-01-09
    He trains {every Monday}.        | SET XXXX-WXX-1
    It began in {mid-October 2023}.  | 2023-10 = 2023-10-1X~      the uncertain date is checked too; "= -" where there is none
    From {4} to {9 January}.         | 2024-01-04 ; 2024-01-09 >> 2024-01-04/2024-01-09      the stretches are checked too
    The second half ended 2-1.       | -                          nothing may be found

`\\n` in a sentence is a line break, `\\u00a0` the character of that code. The type is that of the value (P3D DURATION,
2024-01-23T08:00 TIME) unless it stands before it. "|" ends the sentence.
As a script it prints what the reader makes of the tables: python -m tests.unit.dates.prose_cases [CATEGORY...]
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dates import read_dates
from dates.mention import DateMention, TimexType

TABLES = Path(__file__).parent / "prose"
_MARK = re.compile(r"[{}]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\n")
_VALUE = re.compile(r"(?:(?P<type>SET|DATE|TIME|DURATION) )?(?P<value>[^\s=]+)(?: = (?P<edtf>\S+))?")


class TableError(ValueError):
    """A line of a table that cannot be read."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One marked expression. `edtf` is "-" where the mention has no date, None where the date is not checked."""

    start: int
    end: int
    timex_type: TimexType
    timex_value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a table. `stretches`: the ranges of its mentions as EDTF, None where they are not checked."""

    name: str
    text: str
    anchor: dt.date | None
    expected: tuple[Expected, ...]
    stretches: tuple[str, ...] | None = None


def load_cases(categories: Sequence[str] = ()) -> tuple[Case, ...]:
    """Every line of the tables, or of the named ones. Raises TableError."""
    paths = [TABLES / f"{name}.txt" for name in categories] or sorted(TABLES.glob("*.txt"))
    return tuple(case for path in paths for case in parse_table(path.stem, path.read_text(encoding="utf-8")))


def parse_table(category: str, table: str) -> Iterator[Case]:
    anchor: dt.date | None = None
    for number, line in enumerate(table.splitlines(), 1):
        name = f"{category}:{number}"
        if line.startswith("@"):
            anchor = _parse_anchor(line[1:].strip())
        elif line.strip() and not line.startswith("#"):
            yield parse_line(name, line, anchor)


def parse_line(name: str, line: str, anchor: dt.date | None) -> Case:
    sentence, bar, values = line.rpartition("|")
    if not bar:
        raise TableError(f"{name}: no values: {line}")
    text, extents = _unmark(name, _ESCAPE.sub(_escaped, sentence.strip()))
    values, arrow, stretches = values.partition(">>")
    wanted = [] if values.strip() == "-" else values.split(" ; ")
    if len(wanted) != len(extents):
        raise TableError(f"{name}: {len(extents)} marked, {len(wanted)} values: {line}")
    expected = tuple(_parse_value(name, value.strip(), *extent) for value, extent in zip(wanted, extents, strict=True))
    return Case(name, text, anchor, expected, tuple(stretches.split()) if arrow else None)


def _escaped(hit: re.Match[str]) -> str:
    return chr(int(hit[1], 16)) if hit[1] else "\n"


def _parse_anchor(text: str) -> dt.date | None:
    if text == "none":
        return None
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _unmark(name: str, marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its braces, and what stood between them."""
    found = [(hit.group(), hit.start() - index) for index, hit in enumerate(_MARK.finditer(marked))]
    opening, closing = found[::2], found[1::2]
    if [mark for mark, _ in found] != ["{", "}"] * len(closing):
        raise TableError(f"{name}: braces do not pair: {marked}")
    text = _MARK.sub("", marked)
    return text, [(start, end) for (_, start), (_, end) in zip(opening, closing, strict=True)]


def _parse_value(name: str, written: str, start: int, end: int) -> Expected:
    hit = _VALUE.fullmatch(written)
    if not hit:
        raise TableError(f"{name}: not a value: {written}")
    kind = TimexType(hit["type"]) if hit["type"] else _type_of(hit["value"])
    return Expected(start, end, kind, hit["value"], hit["edtf"])


def _type_of(value: str) -> TimexType:
    if value.endswith("_REF"):
        return TimexType.DATE
    if value.startswith("P"):
        return TimexType.DURATION
    return TimexType.TIME if "T" in value else TimexType.DATE


def find_problem(case: Case, mentions: Sequence[DateMention]) -> str:
    """What is wrong with the mentions, as the line expected and the line got; "" when all is right."""
    torn = [mention for mention in mentions if case.text[mention.start : mention.end] != mention.text]
    if torn:
        return f"text differs from its offsets: {torn}"
    got = tuple(_seen(mention, case.expected) for mention in mentions)
    if got == case.expected:
        return _find_stretch_problem(case, mentions)
    return f"  expected  {_write(case.text, case.expected)}\n  got       {_write(case.text, got)}"


def _find_stretch_problem(case: Case, mentions: Sequence[DateMention]) -> str:
    got = tuple(dict.fromkeys(mention.range.date.edtf for mention in mentions if mention.range))
    if case.stretches is None or got == case.stretches:
        return ""
    return f"  expected stretch  {' '.join(case.stretches)}\n  got stretch       {' '.join(got) or '-'}"


def _seen(mention: DateMention, expected: tuple[Expected, ...]) -> Expected:
    edtf = mention.date.edtf if mention.date else "-"
    place = (mention.start, mention.end)
    checked = any((one.start, one.end) == place and one.edtf is not None for one in expected)
    return Expected(*place, mention.timex_type, mention.timex_value, edtf if checked else None)


def _write(text: str, found: tuple[Expected, ...]) -> str:
    """The line as a table has it."""
    marked = text
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        marked = f"{marked[: one.start]}{{{marked[one.start : one.end]}}}{marked[one.end :]}"
    values = [f"{one.timex_type} {one.timex_value}" + (f" = {one.edtf}" if one.edtf else "") for one in found]
    return f"{marked} | {' ; '.join(values) or '-'}".replace("\n", "\\n")


def main(categories: Sequence[str]) -> int:
    problems = {case.name: find_problem(case, read_dates(case.text, case.anchor)) for case in load_cases(categories)}
    counts: dict[str, list[bool]] = {}
    for name, problem in problems.items():
        counts.setdefault(name.partition(":")[0], []).append(not problem)
        if problem:
            sys.stdout.write(f"{name}\n{problem}\n")
    for category, passed in counts.items():
        sys.stdout.write(f"{category:24} {sum(passed):4} of {len(passed):4}\n")
    total = sum(not problem for problem in problems.values())
    sys.stdout.write(f"{'all':24} {total:4} of {len(problems):4}\n")
    return total != len(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
