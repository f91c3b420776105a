"""The numbers that Word puts before list items and headings, written into their paragraphs.

A file does not hold them: they are counted by the levels of numbering.xml (ECMA-376 part 1, §17.9). Bullets, and numbers in
forms that are not known here, are left to mammoth.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from importers.list_numbers import NumberForm, whole_number, written
from importers.safe_xml import local_name

NUMBERED_STYLE = "DatelineNumbered"
"""The id of the style that a numbered item gets; no file has it."""
NO_BREAK = "\u00a0"
"""Stands for a blank within the number of an item, as the first blank ends the number."""
_LEVELS = 9
_MAX_LABEL = 40
_MAX_STYLES = 20
_PLACE = re.compile("%([1-9])")
_HEADING = re.compile("Heading[1-9]")
_FORMS = {
    "decimal": NumberForm.FIGURES,
    "decimalZero": NumberForm.TWO_FIGURES,
    "lowerLetter": NumberForm.LETTERS,
    "upperLetter": NumberForm.CAPITALS,
    "lowerRoman": NumberForm.ROMAN,
    "upperRoman": NumberForm.ROMAN_CAPITALS,
}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: NumberForm | None
    label: str
    in_figures: bool


@dataclass(slots=True)
class _List:
    """A numbering instance. Those of one `counter` go on with each other's numbers; `restarts`: first numbers of its own."""

    counter: str
    levels: Mapping[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: what it is named and based on, its own list and level, "" and None where it says none."""

    name: str
    base: str
    list_id: str
    level: int | None


def write_numbers(document: etree._Element, numbering: etree._Element, styles: etree._Element | None) -> None:
    """Put its number before each numbered paragraph of `document`, which then is one of NUMBERED_STYLE or the heading it was."""
    named = _styles(styles)
    lists, linked = _lists(numbering, named)
    if not any(level.form for known in lists.values() for level in known.levels.values()):
        return
    counters: dict[str, list[int | None]] = {}
    for paragraph in [element for element in document.iter() if local_name(element) == "p"]:
        style, list_id, at = _place_of(paragraph, named, linked)
        known = lists.get(list_id)
        if known is None or at not in known.levels:
            continue
        label = _count(known, at, counters.setdefault(known.counter, [None] * _LEVELS))
        if label and any((part.text or "").strip() for part in paragraph.iter() if local_name(part) == "t"):
            _write(paragraph, label, is_item=not _is_heading(style, named))


def _place_of(
    paragraph: etree._Element, named: Mapping[str, _Style], linked: Mapping[str, tuple[str, int]]
) -> tuple[str, str, int]:
    """Style, list and level of a paragraph, each as it says itself, else as its style and those that this is based on do."""
    properties = _child(paragraph, "pPr")
    style = _said(properties, "pStyle")
    list_id, level = _numbering_of(properties)
    place = next((linked[each] for each in _bases(style, named) if each in linked), ("", 0))
    bases = [named[each] for each in _bases(style, named) if each in named]
    list_id = list_id or next((base.list_id for base in bases if base.list_id), place[0])
    if level is None:
        level = next((base.level for base in bases if base.level is not None), place[1])
    return style, list_id, level


def _is_heading(style: str, named: Mapping[str, _Style]) -> bool:
    return bool(_HEADING.fullmatch(style)) or (style in named and named[style].name.lower().startswith("heading"))


def _bases(style: str, named: Mapping[str, _Style]) -> Iterator[str]:
    """A style and those it is based on, the nearest first."""
    for _ in range(_MAX_STYLES):
        if not style:
            return
        yield style
        style = named[style].base if style in named else ""


def _styles(styles: etree._Element | None) -> dict[str, _Style]:
    found = {}
    for style in () if styles is None else _children(styles, "style"):
        list_id, level = _numbering_of(_child(style, "pPr"))
        found[_attribute(style, "styleId")] = _Style(_said(style, "name"), _said(style, "basedOn"), list_id, level)
    return found


def _lists(
    numbering: etree._Element, named: Mapping[str, _Style]
) -> tuple[dict[str, _List], dict[str, tuple[str, int]]]:
    """The lists by id; and by paragraph style the list and level that belong to it."""
    kinds = {_attribute(kind, "abstractNumId"): kind for kind in _children(numbering, "abstractNum")}
    of_kind = {_attribute(each, "numId"): _said(each, "abstractNumId") for each in _children(numbering, "num")}
    lists, linked = {}, {}
    for each in _children(numbering, "num"):
        list_id = _attribute(each, "numId")
        kind_id = of_kind[list_id]
        kind = kinds.get(kind_id)
        lent = _said(kind, "numStyleLink")  # this list is described where that style is
        if lent in named and of_kind.get(named[lent].list_id) in kinds:
            kind_id = of_kind[named[lent].list_id]
            kind = kinds[kind_id]
        levels = {at: _level(level) for at, level in _levels(kind)}
        restarts = {}
        for change in _children(each, "lvlOverride"):
            at = whole_number(_attribute(change, "ilvl"), 0)
            levels |= {own: _level(level) for own, level in _levels(change)}
            if (first := _said(change, "startOverride")) and at < _LEVELS:
                restarts[at] = whole_number(first, 1)
        lists[list_id] = _List(kind_id, levels, restarts)
        linked.update({style: (list_id, at) for at, level in _levels(kind) if (style := _said(level, "pStyle"))})
    return lists, linked


def _levels(holder: etree._Element | None) -> Iterator[tuple[int, etree._Element]]:
    for level in _children(holder, "lvl"):
        at = whole_number(_attribute(level, "ilvl"), 0)
        if at < _LEVELS:
            yield at, level


def _level(level: etree._Element) -> _Level:
    label = " ".join(_said(level, "lvlText").split())[:_MAX_LABEL]
    form = _FORMS.get(_said(level, "numFmt") or "decimal") if _PLACE.search(label) else None
    figures = _child(level, "isLgl")
    in_figures = figures is not None and _attribute(figures, "val") not in ("0", "false", "off")
    return _Level(whole_number(_said(level, "start"), 1), form, label, in_figures)


def _numbering_of(properties: etree._Element | None) -> tuple[str, int | None]:
    numbering = _child(properties, "numPr")
    level = _said(numbering, "ilvl")
    return _said(numbering, "numId"), whole_number(level, 0) if level else None


def _children(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return (child for child in (() if parent is None else parent) if local_name(child) == name)


def _child(parent: etree._Element | None, name: str) -> etree._Element | None:
    return next(_children(parent, name), None)


def _said(parent: etree._Element | None, name: str) -> str:
    """The value of a child, "" where there is none."""
    child = _child(parent, name)
    return "" if child is None else _attribute(child, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _count(known: _List, at: int, counter: list[int | None]) -> str:
    """The label of the next item of a level."""
    level, now = known.levels[at], counter[at]
    counter[at] = known.restarts.pop(at, level.start if now is None else now + 1)
    counter[at + 1 :] = [None] * (_LEVELS - at - 1)
    if level.form is None:
        return ""

    def number(found: "re.Match[str]") -> str:
        other = int(found[1]) - 1
        form = known.levels[other].form if other in known.levels else None
        value = counter[other]
        if value is None:
            value = known.levels[other].start if other in known.levels else 1
        return written(value, NumberForm.FIGURES if level.in_figures or form is None else form)

    return _PLACE.sub(number, level.label)


def _write(paragraph: etree._Element, label: str, *, is_item: bool) -> None:
    space = etree.QName(paragraph).namespace
    properties = _child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(f"{{{space}}}pPr")
    paragraph.insert(0, properties)
    for child in list(properties):
        if local_name(child) == "numPr" or (is_item and local_name(child) == "pStyle"):
            properties.remove(child)
    if is_item:
        etree.SubElement(properties, f"{{{space}}}pStyle").set(f"{{{space}}}val", NUMBERED_STYLE)
    run = etree.Element(f"{{{space}}}r")
    etree.SubElement(run, f"{{{space}}}t").text = f"{label.replace(' ', NO_BREAK) if is_item else label} "
    paragraph.insert(1, run)
