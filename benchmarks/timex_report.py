"""Scores as tables, and what went wrong: one by one for a file, and by wording for people."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.table import print_columns
from benchmarks.timex_score import Counts, Failure, Outcome, Rates, count, group

CONTEXT = 60
_HEADINGS = (
    *("article", "published", "failure"),
    *("gold", "gold_value", "gold_type", "shape"),
    *("read", "read_value", "read_type", "kind"),
    *("note", "context"),
)
Row = tuple[str, ...]
_SORTS = {
    "MONTH": """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec""",
    "DAY": """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun""",
    "N": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand""",
    "NTH": """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth""",
}
_SORT_OF_WORD = {word: sort for sort, words in _SORTS.items() for word in words.split()}
_WORD = re.compile(r"\d+|[^\W\d_]+")


def print_scores(title: str, outcomes: Sequence[Outcome]) -> None:
    """The figures of one folder, in percent."""
    total = count(outcomes)
    print(f"{title}: {total.gold:,} expressions in gold, {total.read:,} read")
    rows: list[Row] = [("", "P", "R", "F1", "right of matched")]
    rows += [_rates_row("strict span", total.strict), _rates_row("relaxed span", total.relaxed)]
    rows += [
        ("type", "", "", _percent(total.type_f1), _percent(total.type_accuracy)),
        ("value", "", "", _percent(total.value_f1), _percent(total.value_accuracy)),
        _rates_row(f"date (ours, {total.gold_dates:,} in gold)", total.date),
    ]
    print_columns(rows)


def print_categories(outcomes: Sequence[Outcome]) -> None:
    """The same by gold type, by the shape of the gold value, and by what the reader took the words for."""
    print("\nof gold, by type and by shape of the value: share found, with its extent, its type, its value")
    rows: list[Row] = [("", "gold", "found", "extent", "type", "value")]
    for trait in ((lambda row: row.gold.type if row.gold else ""), (lambda row: row.gold.kind if row.gold else "")):
        rows += [_recall_row(name, count(members)) for name, members in group(outcomes, trait).items()]
    print_columns(rows)
    kinds = group(outcomes, lambda row: row.read.kind if row.read else "")
    if kinds:
        print("\nof what was read, by kind: share that is in gold, with its extent, its type, its value")
        rows = [("", "read", "in gold", "extent", "type", "value")]
        rows += [_precision_row(name, count(members)) for name, members in kinds.items()]
        print_columns(rows)


def print_most_frequent(outcomes: Iterable[Outcome], top: int) -> None:
    """The most frequent failures of one sort in one wording, each with its usual values and an example."""
    wrong = [outcome for outcome in outcomes if outcome.failure is not Failure.NONE]
    groups = group(wrong, lambda row: f"{row.failure}\t{normalised(row.wording)}")
    print(f"\n{len(wrong):,} failures, {len(groups):,} different ones; the {min(top, len(groups))} most frequent")
    for name, members in list(groups.items())[:top]:
        failure, wording = name.split("\t")
        usual, times = Counter(map(_values, members)).most_common(1)[0]
        example = next(member for member in members if _values(member) == usual)
        print(f"{len(members):4}  {failure:8}  {wording}")
        print(f"{'':16}{usual} ({times}×), as in {example.article.name}: {context_of(example)}")


def write_errors(outcomes: Iterable[Outcome], path: Path) -> None:
    """A table of every failure, tab-separated, one a line. `published` is what the article says of its day."""
    rows: list[Sequence[str]] = [_HEADINGS]
    rows += [_error_cells(row) for row in outcomes if row.failure is not Failure.NONE]
    path.write_text("".join("\t".join(map(_flat, row)) + "\n" for row in rows), encoding="utf-8")


def context_of(outcome: Outcome) -> str:
    """The words around, the gold extent in [ ], the one that was read in { }."""
    text, spans = outcome.article.text, [timex for timex in (outcome.gold, outcome.read) if timex]
    start = max(0, min(timex.start for timex in spans) - CONTEXT)
    stop = min(len(text), max(timex.end for timex in spans) + CONTEXT)
    marks: dict[int, str] = {}
    for timex, (opening, closing) in ((outcome.gold, "[]"), (outcome.read, "{}")):
        if timex:
            marks[timex.end] = closing + marks.get(timex.end, "")
            marks[timex.start] = marks.get(timex.start, "") + opening
    parts = [marks.get(place, "") + text[place : place + 1] for place in range(start, stop + 1)]
    return _flat("".join(parts[:-1]) + marks.get(stop, ""))


def normalised(wording: str) -> str:
    """The wording with months, weekdays and numbers by their sort, so that alike ones are counted together."""
    return _flat(_WORD.sub(_sort_of_word, wording.lower()))


def _sort_of_word(found: re.Match[str]) -> str:
    word = found[0]
    if word.isdigit():
        return "YEAR" if len(word) == 4 else "N"
    return _SORT_OF_WORD.get(word, word)


def _values(outcome: Outcome) -> str:
    gold, read = outcome.gold, outcome.read
    if outcome.failure is Failure.EXTENT:
        return "extent alone"
    if outcome.failure is Failure.TYPE and gold and read:
        return f"gold {gold.type}, read {read.type}"
    return ", ".join(f"{side} {timex.value or '-'}" for side, timex in (("gold", gold), ("read", read)) if timex)


def _error_cells(row: Outcome) -> list[str]:
    cells = [row.article.name, row.article.published, row.failure.value]
    for timex in (row.gold, row.read):
        words = row.article.text[timex.start : timex.end] if timex else ""
        cells += [words, timex.value, timex.type, timex.kind] if timex else ["", "", "", ""]
    return [*cells, row.read.note if row.read else "", context_of(row)]


def _flat(words: str) -> str:
    return " ".join(words.split())


def _percent(share: float) -> str:
    return f"{share * 100:.1f}"


def _rates_row(name: str, rates: Rates) -> Row:
    return name, _percent(rates.precision), _percent(rates.recall), _percent(rates.f1), ""


def _recall_row(name: str, counts: Counts) -> Row:
    found = (counts.matched, counts.exact, counts.same_type, counts.same_value)
    return name, str(counts.gold), *(_percent(counts.rates(right).recall) for right in found)


def _precision_row(name: str, counts: Counts) -> Row:
    found = (counts.matched, counts.exact, counts.same_type, counts.same_value)
    return name, str(counts.read), *(_percent(counts.rates(right).precision) for right in found)
