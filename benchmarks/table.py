"""Measurements as a table with pass and fail in words."""

from collections.abc import Sequence

from benchmarks.measure import Measurement

_HEADINGS = ("what", "measured", "against", "ratio", "target", "")


def print_table(found: Sequence[Measurement]) -> int:
    """One line a measurement, in columns. The exit code: 1 where a target is missed."""
    rows = [_HEADINGS, *map(_cells, found)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0 if all(measurement.passes for measurement in found) else 1


def median(values: Sequence[float]) -> float:
    """The middle value, the lower one of two."""
    return sorted(values)[(len(values) - 1) // 2]


def _cells(found: Measurement) -> tuple[str, ...]:
    ratio = f"{found.ratio:.2f}×" if found.peer else ""
    bound = f"≤ {found.target:g}{'×' if found.peer else ' ' + found.unit}" if found.target else ""
    verdict = "" if not found.target else "pass" if found.passes else "FAIL"
    return found.name, f"{found.value:.3g} {found.unit}", found.peer, ratio, bound, verdict
