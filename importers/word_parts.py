"""A DOCX package cut down to its words before mammoth sees it (ECMA-376; the strict and the transitional form alike).

What stays: paragraphs, runs, tables, numbering, notes, and the marks of deleted rows that mammoth must know. What goes:
every relationship, so that no address in the file is ever followed; pictures; comments; deleted and hidden text; formatting.
Text that mammoth would pass over (fields, text boxes, equations, right-to-left wrappers) is put where it reads it.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from importers.safe_xml import local_name, parse_xml
from importers.word_numbers import write_numbers
from importers.zip_guard import Archive, refuse, refuse_size
from models.enums import ImportFault

# mammoth's own trees of this many elements fit into the worker's memory and its 20 seconds.
MAX_ELEMENTS = 300_000
_MAIN = "word/document.xml"
_STYLE_PARTS = ("numbering", "styles")
_SIDE_PARTS = ("footnotes", "endnotes", *_STYLE_PARTS)
_NOTES = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
_DROPPED = frozenset(
    {"proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd",
     "commentReference", "annotationRef", "sectPr", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange",
     "trPrChange", "tblPrExChange", "numberingChange", "tblPr", "tblGrid", "tblPrEx", "sdtPr", "sdtEndPr", "instrText",
     "delText", "fldChar", "permStart", "permEnd", "altChunk", "rt", "rubyPr", "fldData"}
)  # fmt: skip
# Left in the properties of a paragraph, row and cell; of those of a run nothing is left.
_KEPT = {
    "pPr": frozenset({"pStyle", "numPr"}),
    "trPr": frozenset({"del", "tblHeader"}),
    "tcPr": frozenset({"gridSpan", "vMerge"}),
}
# Wrappers that mammoth would pass over together with their words, as the one that it looks through.
_RENAMED = dict.fromkeys(("fldSimple", "dir", "bdo", "hyperlink", "ruby", "rubyBase"), "smartTag") | {
    "ptab": "tab",
    "cr": "br",
}
_ATTRIBUTES = frozenset({"val", "id", "type", "char", "font", "styleId", "numId", "abstractNumId", "ilvl"})
_GRAPHICS = frozenset({"AlternateContent", "drawing", "pict", "object"})
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts that hold words, cut down, by kind; and the core properties where there are any."""

    roots: dict[str, etree._Element]
    core: etree._Element | None

    def pack(self, *, with_styles: bool = True) -> bytes:
        """A package under the usual names: mammoth finds them there without relationships."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as package:
            for kind, root in self.roots.items():
                if with_styles or kind not in _STYLE_PARTS:
                    package.writestr(f"word/{kind}.xml", etree.tostring(root, encoding="utf-8"))
        return held.getvalue()


def read_parts(archive: Archive) -> WordParts:
    """Raises UserFacingError IMPORT_TOO_LARGE, IMPORT_UNREADABLE "malformed" or "too-deep"."""
    roots = _relations(archive, "")
    main = _target(archive, roots, "officeDocument", "", _MAIN)
    document = parse_xml(archive.read(main))
    if local_name(document) != "document":
        refuse(ImportFault.MALFORMED)
    beside = _relations(archive, main)
    folder = posixpath.dirname(main)
    parts = {"document": document}
    for kind in _SIDE_PARTS:
        name = _target(archive, beside, kind, folder, f"word/{kind}.xml")
        if name in archive:
            parts[kind] = parse_xml(archive.read(name))
    for kind in ("document", *_NOTES):
        if kind in parts:
            _reduce(parts[kind])
    _drop_loose_references(parts)
    if "numbering" in parts:
        write_numbers(document, parts["numbering"], parts.get("styles"))
    if sum(1 for part in parts.values() for _ in part.iter()) > MAX_ELEMENTS:
        refuse_size()
    core = _target(archive, roots, "core-properties", "", "docProps/core.xml")
    return WordParts(parts, parse_xml(archive.read(core)) if core in archive else None)


def _relations(archive: Archive, part: str) -> list[tuple[str, str]]:
    """(last word of the type, target) of the relationships of `part`, "" for those of the package; external ones are not read."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in archive:
        return []
    return [
        (str(relation.get("Type")).rpartition("/")[2], str(relation.get("Target")))
        for relation in parse_xml(archive.read(name))
        if relation.get("TargetMode") != "External"
    ]


def _target(archive: Archive, relations: list[tuple[str, str]], kind: str, folder: str, usual: str) -> str:
    """The part that the package names for `kind`, where it is there; else the usual name."""
    named = (
        posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        for type_, target in relations
        if type_ == kind
    )
    return next((name for name in named if name in archive), usual)


def _reduce(root: etree._Element) -> None:
    """Cut a part down in place."""
    for element in reversed(list(root.iter())):  # inner text boxes before those around them
        if local_name(element) in _GRAPHICS:
            _keep_boxes(element)
    for element in reversed(list(root.iter())):  # a chain of deleted marks from its end
        if local_name(element) == "p" and _has_deleted_mark(element):
            _join_next(element)
    for element in list(root.iter()):
        _reduce_element(element, local_name(element))
    for element in reversed(list(root.iter())):
        if _is_empty(element, local_name(element)):
            element.getparent().remove(element)
    _merge_runs([element for element in root.iter() if local_name(element) == "r"])


def _merge_runs(runs: list[etree._Element]) -> None:
    """Without formatting nothing tells a run from the next, and Word splits words into many."""
    for run in runs:
        before = run.getprevious()
        if before is not None and local_name(before) == "r":
            before.extend(list(run))
            run.getparent().remove(run)
    for run in runs:
        for name, alike in groupby(list(run), local_name):
            first, *others = alike
            if name == "t" and others:
                first.text = "".join(part.text or "" for part in (first, *others))
                for part in others:
                    run.remove(part)


def _keep_boxes(element: etree._Element) -> None:
    """Leave the text boxes of a picture or shape. One drawn in two ways for older programs is kept in its first way."""
    name = local_name(element)
    if name == "AlternateContent" and not any(
        local_name(inner) in _GRAPHICS for inner in element.iter() if inner is not element
    ):
        return  # something else in two ways; mammoth knows which to take
    ways = list(element) if name == "AlternateContent" else [element]
    boxes = next((found for way in ways if (found := list(_boxes(way)))), [])
    parent = element.getparent()
    holder = etree.Element(f"{{{etree.QName(boxes[0]).namespace}}}pict") if boxes else None
    if holder is None:
        parent.remove(element)
        return
    parent.replace(element, holder)
    holder.extend(boxes)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes below `element`."""
    for child in element:
        if local_name(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)


def _reduce_element(element: etree._Element, name: str) -> None:
    parent = element.getparent()
    if parent is None:
        _strip_attributes(element)
        return
    above = local_name(parent)
    if _is_unwanted(element, name, above):
        parent.remove(element)
        return
    _strip_attributes(element)
    if name in _RENAMED:
        _rename(element, _RENAMED[name])
    elif name == "oMath":
        _write_out(element)


def _is_unwanted(element: etree._Element, name: str, above: str) -> bool:
    """Whether an element goes, with all that it holds."""
    if above in _KEPT:
        return name not in _KEPT[above]
    if name == "r":
        return _is_hidden(element)
    if name == "tc":
        return any(local_name(mark) == "cellDel" for part in element if local_name(part) == "tcPr" for mark in part)
    return name in _DROPPED or name in {"del", "rPr"}


def _is_hidden(run: etree._Element) -> bool:
    return any(
        local_name(mark) == "vanish" and _value(mark) not in _OFF
        for part in run
        if local_name(part) == "rPr"
        for mark in part
    )


def _value(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _strip_attributes(element: etree._Element) -> None:
    """Among what goes are relationship ids, and with them every way to an address."""
    for name in list(element.attrib):
        space, _, local = name.rpartition("}")
        if local not in _ATTRIBUTES or space.endswith("relationships"):
            del element.attrib[name]


def _rename(element: etree._Element, name: str) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}{name}"


def _write_out(equation: etree._Element) -> None:
    """An equation as the characters it is made of, in a run of the text around it."""
    words = "".join(part.text or "" for part in equation.iter() if local_name(part) == "t")
    paragraph = next((above for above in equation.iterancestors() if local_name(above) == "p"), None)
    if paragraph is None:
        return
    space = etree.QName(paragraph).namespace
    run = etree.Element(f"{{{space}}}r")
    etree.SubElement(run, f"{{{space}}}t").text = words
    outer = next((above for above in equation.iterancestors() if local_name(above) == "oMathPara"), None)
    if outer is None:
        equation.getparent().replace(equation, run)
    else:
        outer.addprevious(run)


def _has_deleted_mark(paragraph: etree._Element) -> bool:
    return any(
        local_name(mark) == "del"
        for properties in paragraph
        if local_name(properties) == "pPr"
        for part in properties
        if local_name(part) == "rPr"
        for mark in part
    )


def _join_next(paragraph: etree._Element) -> None:
    """A paragraph without its end runs on into the next (ECMA-376 part 1, 17.13.5.15); mammoth loses it where none follows."""
    after = paragraph.getnext()
    if after is None or local_name(after) != "p":
        return
    at = 1 if len(after) and local_name(after[0]) == "pPr" else 0
    after[at:at] = [child for child in paragraph if local_name(child) != "pPr"]
    paragraph.getparent().remove(paragraph)


def _is_empty(element: etree._Element, name: str) -> bool:
    """Runs and paragraphs that hold nothing."""
    if name == "r":
        return len(element) == 0
    return name == "p" and all(local_name(child) == "pPr" for child in element)


def _drop_loose_references(parts: dict[str, etree._Element]) -> None:
    """mammoth stops at a mark whose note is missing, and leaves a mark within a note without its note."""
    for kind, mark in _NOTES.items():
        known = {_id(note) for note in parts.get(kind, ())} - {""}
        for owner, part in parts.items():
            for element in list(part.iter()):
                if local_name(element) == mark and (owner in _NOTES or _id(element) not in known):
                    element.getparent().remove(element)


def _id(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if name.rpartition("}")[2] == "id"), "")
