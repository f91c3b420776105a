"""What a page says of its article for machines: schema.org in JSON-LD (https://schema.org/Article)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html

MAX_SCRIPT = 2_000_000
MAX_NODES = 1_000
_ARTICLES = ("article", "posting", "report")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")


@dataclass(frozen=True, slots=True)
class Schema:
    """The statements about the article, "" for what is not stated. `authors` are (name, whether an organisation)."""

    kind: str = ""
    title: str = ""
    authors: tuple[tuple[str, bool], ...] = ()
    site: str = ""
    published: tuple[str, ...] = ()
    address: str = ""
    language: str = ""


@dataclass(slots=True)
class _Walk:
    left: int = MAX_NODES
    nodes: list[dict[str, Any]] = field(default_factory=list)


def read_schema(tree: html.HtmlElement) -> Schema:
    """The first article among a page's statements; an empty Schema where there is none."""
    walk = _Walk()
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > MAX_SCRIPT:
            continue
        try:
            _gather(json.loads(script.text, strict=False), walk)
        except (ValueError, RecursionError):
            continue
    for node in walk.nodes:
        kind = next((name for name in _kinds(node) if name.lower().endswith(_ARTICLES)), "")
        if kind:
            return _schema(node, kind)
    return Schema()


def _gather(value: object, walk: _Walk) -> None:
    """The statements at the top and in what stands for the page itself; lists of other articles lie elsewhere."""
    todo = [value]
    while todo and walk.left:
        walk.left -= 1
        part = todo.pop(0)
        if isinstance(part, list):
            todo = [*part[: walk.left], *todo]
        elif isinstance(part, dict):
            walk.nodes.append(part)
            todo = [*(part[name] for name in _WITHIN if isinstance(part.get(name), (list, dict))), *todo]


def _schema(node: dict[str, Any], kind: str) -> Schema:
    publisher = next(iter(_names(node.get("publisher"))), ("", True))[0]
    page = node.get("mainEntityOfPage")
    address = _text(node.get("url")) or (_text(page.get("@id")) if isinstance(page, dict) else _text(page))
    stated = (_text(node.get(name)) for name in ("datePublished", "dateCreated"))
    return Schema(
        kind=kind,
        title=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_names(node.get("author"))),
        site=publisher,
        published=tuple(stamp for stamp in stated if stamp),
        address=address,
        language=_text(node.get("inLanguage")),
    )


def _names(value: object) -> Iterator[tuple[str, bool]]:
    for part in (value if isinstance(value, list) else [value])[:50]:
        if isinstance(part, dict):
            name, is_person = part.get("name"), not any(kind.endswith("Organization") for kind in _kinds(part))
            for text in name if isinstance(name, list) else [name]:
                if _text(text):
                    yield _text(text), not is_person
        elif _text(part):
            yield _text(part), False


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) and len(value) < MAX_SCRIPT else ""
