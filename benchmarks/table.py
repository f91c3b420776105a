"""Measurements as a table with pass and fail in words."""

from collections.abc import Sequence

from benchmarks.measure import Measurement

_HEADINGS = ("what", "measured", "against", "ratio", "target", "")


def print_table(found: Sequence[Measurement]) -> int:
    """One line a measurement, in columns. The exit code: 1 where a target is missed."""
    print_columns([_HEADINGS, *map(_cells, found)])
    return 0 if all(measurement.passes for measurement in found) else 1


def print_columns(rows: Sequence[Sequence[str]]) -> None:
    """Rows of the same length, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def median(values: Sequence[float]) -> float:
    """The middle value, the lower one of two."""
    return sorted(values)[(len(values) - 1) // 2]


def _cells(found: Measurement) -> tuple[str, ...]:
    ratio = f"{found.ratio:.2f}×" if found.peer else ""
    bound = ""
    if found.target:
        bound = f"≤ {found.target:g}{'×' if found.peer else ' ' + found.unit}"
    elif found.least:
        bound = f"≥ {found.least:g} {found.unit}"
    verdict = "" if not bound else "pass" if found.passes else "FAIL"
    return found.name, f"{_figure(found.value)} {found.unit}", found.peer, ratio, bound, verdict


def _figure(value: float) -> str:
    """Three digits, more where there are more before the point."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
