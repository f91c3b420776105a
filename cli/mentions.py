"""What `dates` prints: each date that a text mentions, as plain values and as a row of a table."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from cli.texts import count_text, showable
from dates import Basis, DateMention, DateRange, TimexType, UncertainDate, explain_mention, format_date

HEADINGS = ("Where", "Words", "Date", "Value", "Why")
MAX_WIDTH = 44
_LINE_END = re.compile(r"\r\n?|\n")


def mention_values(mention: DateMention) -> dict[str, Any]:
    """`start` and `end` count characters of the text, without a byte-order mark."""
    reason = mention.reason
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.timex_type.value,
        "value": mention.timex_value,
        "edtf": _edtf(mention.date),
        "date": format_date(mention.date) if mention.date else None,
        "kind": reason.kind.value,
        "rule": reason.rule,
        "basis": reason.basis.value,
        "direction": reason.direction.value,
        "cue": reason.cue.value,
        "reckoned_from": _edtf(reason.reckoned_from),
        "reason": explain_mention(mention),
        "range": _range_values(mention.range),
    }


def mention_lines(text: str, mentions: Sequence[DateMention], *, heading: bool) -> Iterator[str]:
    """A table with a row for each mention: line and column, words, date, TIMEX3 value, reason."""
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    rows: list[tuple[str, ...]] = [HEADINGS] if heading else []
    rows += [_row(mention, starts) for mention in mentions]
    widths = [min(max(map(len, column)), MAX_WIDTH) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (_cut(cell, width).ljust(width) for cell, width in zip(row[:-1], widths, strict=False))
        yield "  ".join((*cells, row[-1]))


def left_open_text(mentions: Sequence[DateMention], *, published: bool) -> str:
    """What to say of dates that nothing or only the text itself decides, "" where there is nothing to say.

    `published`: whether the day of publication was given.
    """
    dated = [mention for mention in mentions if mention.timex_type in (TimexType.DATE, TimexType.TIME)]
    adrift = sum(mention.reason.basis is Basis.NOTHING for mention in dated)
    counted = sum(mention.reason.basis is Basis.PREVIOUS for mention in dated)
    left = f"{_were(adrift)} left open"
    if published:
        return f"{left}: the text does not say what to count from." if adrift else ""
    found = [left] if adrift else []
    found += [f"{_were(counted)} counted from others in the text"] if counted else []
    asked = "Give it, for instance: --published 2024-01-23"
    return f"The day of publication is not known: {', '.join(found)}. {asked}" if found else ""


def _were(count: int) -> str:
    return f"{count_text(count, 'date')} {'was' if count == 1 else 'were'}"


def _row(mention: DateMention, starts: Sequence[int]) -> tuple[str, ...]:
    line = bisect_right(starts, mention.start)
    where = f"{line}:{mention.start - starts[line - 1] + 1}"
    date = format_date(mention.date) if mention.date else "–"
    return tuple(
        " ".join(showable(cell).split())
        for cell in (where, mention.text, date, mention.timex_value, explain_mention(mention))
    )


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"


def _edtf(date: UncertainDate | None) -> str | None:
    return date.edtf if date else None


def _range_values(stretch: DateRange | None) -> dict[str, Any] | None:
    return {"start": stretch.start, "end": stretch.end, "edtf": stretch.date.edtf} if stretch else None
