"""Stretches once their ends are dated: written as one uncertain date, told to the mentions that are their ends."""

from collections.abc import Mapping
from dataclasses import replace

from dates.bounds import has_backward_run
from dates.edtf import read_edtf
from dates.errors import DateError
from dates.mention import DateMention, DateRange
from dates.prose.stretches import Stretch, StretchKind
from dates.prose.tokens import Tokens
from dates.value import UncertainDate

_OPEN = ".."


def with_ranges(
    mentions: Mapping[int, DateMention], stretches: Mapping[int, Stretch], tokens: Tokens
) -> list[DateMention]:
    """The mentions, by their places, with the stretches that they are the ends of."""
    made = dict(mentions)
    for stretch in stretches.values():
        if stretch.kind is StretchKind.LIST:
            continue
        stretched = _range_of(stretch, made, tokens)
        if stretched is not None:
            for number in {stretch.left, stretch.right}:
                made[number] = replace(made[number], range=stretched)
    return [made[number] for number in sorted(made)]


def _range_of(stretch: Stretch, mentions: Mapping[int, DateMention], tokens: Tokens) -> DateRange | None:
    ends = [mentions[number].date if number in mentions else None for number in (stretch.left, stretch.right)]
    left, right = ends
    if left is None or right is None or _cannot_be_told(left, right):
        return None
    zones = {date.time_zone for date in (left, right) if date.time_zone}
    edtf = _write(stretch.kind, left.edtf, right.edtf)
    if len(zones) > 1 or _is_backward(edtf):
        return None
    start, end = tokens.starts[stretch.first], tokens.ends[stretch.last - 1]
    return DateRange(start, end, UncertainDate.stored(edtf, tokens.text[start:end], next(iter(zones), "")))


def _write(kind: StretchKind, left: str, right: str) -> str:
    start, end = _edge(left, last=False), _edge(right, last=True)
    if kind is StretchKind.ONCE:
        return f"[{start}..{end}]"
    if kind is StretchKind.SINCE:
        return f"{start}/{_OPEN}"
    return f"{_OPEN}/{end}" if kind is StretchKind.UNTIL else f"{start}/{end}"


def _edge(edtf: str, *, last: bool) -> str:
    """A date as an end: of some day of a week, its first or last day, roughly."""
    if edtf.startswith("["):
        return edtf[1:-1].split("..")[last] + "~"
    return edtf.split("/")[-1 if last else 0]


def _cannot_be_told(left: UncertainDate, right: UncertainDate) -> bool:
    """Whether the year of one end is not known, or of both where the second would have to be the next one."""
    open_years = [date.edtf.startswith("XXXX") for date in (left, right)]
    return any(open_years) and not (all(open_years) and left.edtf <= right.edtf)


def _is_backward(edtf: str) -> bool:
    try:
        return has_backward_run(read_edtf(edtf))
    except DateError:
        return True
