"""The numbers before items of OpenDocument lists, counted as their styles say (ODF 1.3, §4.3 and §19.880 on)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from importers.list_numbers import NumberForm, whole_number, written
from importers.text_blocks import one_line

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LEVELS = 10
_MAX_SIGNS = 20
_FORMS = {
    "1": NumberForm.FIGURES,
    "a": NumberForm.LETTERS,
    "A": NumberForm.CAPITALS,
    "i": NumberForm.ROMAN,
    "I": NumberForm.ROMAN_CAPITALS,
}


@dataclass(frozen=True, slots=True)
class _Level:
    form: NumberForm
    prefix: str
    suffix: str
    start: int
    shown: int


class ListNumbers:
    """Counts the items of the lists of one text, in their order."""

    def __init__(self, parts: Iterable[etree._Element]) -> None:
        self._styles: dict[str, Mapping[int, _Level]] = {
            str(style.get(f"{_STYLE}name")): _levels(style)
            for part in parts
            for style in part.iter(f"{_TEXT}list-style")
        }
        self._counts: dict[str, list[int]] = {}

    def begin(self, element: etree._Element, style: str, depth: int) -> str:
        """A list begins within `depth` others; `style` is that of the list around it. The style that it has."""
        style = str(element.get(f"{_TEXT}style-name") or style)
        goes_on = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")
        if not goes_on:
            del self._counts.setdefault(style, [])[depth:]
        return style

    def next(self, item: etree._Element, style: str, depth: int) -> str:
        """The label of the next item, "" for a bullet. One that the file states is taken as it stands."""
        counts, levels = self._counts.setdefault(style, []), self._styles.get(style, {})
        if depth >= _LEVELS:
            return ""
        while len(counts) <= depth:
            own = levels.get(len(counts))
            counts.append(own.start - (len(counts) == depth) if own else int(len(counts) != depth))
        counts[depth] = whole_number(item.get(f"{_TEXT}start-value"), counts[depth] + 1)
        del counts[depth + 1 :]
        stated = item.find(f"{_TEXT}number")
        if stated is not None and stated.text:
            return one_line(stated.text)[: 2 * _MAX_SIGNS]
        return _label(levels, counts, depth) if depth in levels else ""


def _label(levels: Mapping[int, _Level], counts: Sequence[int], depth: int) -> str:
    level = levels[depth]
    shown = range(max(0, depth + 1 - level.shown), depth + 1)
    numbers = (written(counts[at], levels[at].form) for at in shown if at in levels)
    return one_line(f"{level.prefix}{'.'.join(numbers)}{level.suffix}")


def _levels(style: etree._Element) -> dict[int, _Level]:
    """The numbered levels of a list style, from 0 on; a level of bullets, or of numbers that are not shown, is missing."""
    found = {}
    for level in style.iter(f"{_TEXT}list-level-style-number"):
        form = _FORMS.get(level.get(f"{_STYLE}num-format", ""))
        depth = whole_number(level.get(f"{_TEXT}level"), 1) - 1
        if form is not None and 0 <= depth < _LEVELS:
            prefix, suffix = (level.get(f"{_STYLE}num-{side}", "")[:_MAX_SIGNS] for side in ("prefix", "suffix"))
            start = whole_number(level.get(f"{_TEXT}start-value"), 1)
            found[depth] = _Level(form, prefix, suffix, start, whole_number(level.get(f"{_TEXT}display-levels"), 1))
    return found
