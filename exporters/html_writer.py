"""A chronology as one web page: no request to anywhere, readable without JavaScript, fit for print.

The page forbids itself everything by its content security policy and allows one style and one script by their hash.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import BinaryIO

from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from exporters.document import Document, Note
from exporters.html_picture import picture_html
from exporters.html_runs import block_html, inline_html, note_list_html, side_notes_html
from exporters.html_strip import draw_strip
from exporters.labels import Labels
from exporters.plain_text import is_rtl_language, strip_forbidden
from models.enums import Status

MAX_PLACES = 5
_CHUNK = 64 * 1024

Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """A filter button: its key in the page, and the place as people write it."""

    key: str
    name: str


def write_html(document: Document, stream: BinaryIO, *, tick: Tick | None = None) -> None:
    """Write `document` as UTF-8 HTML; `tick` is told once how many entries were written."""
    waiting: list[str] = []
    size = 0
    for chunk in _chunks(document):
        waiting.append(chunk)
        size += len(chunk)
        if size > _CHUNK:
            stream.write(_encode(waiting))
            waiting, size = [], 0
    stream.write(_encode(waiting))
    if tick:
        tick(sum(len(section.entries) for section in document.sections))


def choose_places(document: Document) -> tuple[PlaceFilter, ...]:
    """The most frequent places as filters, in the order of their number of entries, then "elsewhere" if need be."""
    counts = Counter(entry.place for entry in document.entries())
    elsewhere = counts.pop("", 0)
    if not counts:
        return ()
    common = sorted(counts, key=lambda place: (-counts[place], place))
    places = [PlaceFilter(f"p{number}", place) for number, place in enumerate(common[:MAX_PLACES], start=1)]
    if elsewhere or len(common) > MAX_PLACES:
        places.append(PlaceFilter("elsewhere", document.labels.elsewhere))
    return tuple(places)


def _chunks(document: Document) -> Iterable[str]:
    style, script = _resource("style.css"), _resource("script.js")
    places = choose_places(document)
    return _template().generate(
        document=document,
        labels=document.labels,
        rtl=is_rtl_language(document.language),
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704  # our own file
        script=Markup(script),  # noqa: S704  # our own file
        sprite=Markup(_resource("sprite.svg")),  # noqa: S704  # our own file
        strip=draw_strip(document),
        picture=picture_html(document.picture),
        places=places,
        place_keys={place.name: place.key for place in places if place.key != "elsewhere"},
        statuses=_statuses(document),
        glyphs={status: _glyph(status, document.labels) for status in Status},
        has_notes=next(document.notes(), None) is not None,
    )


def _statuses(document: Document) -> list[Status]:
    found = {entry.status for entry in document.entries()}
    order = (Status.VERIFIED, Status.REPORTED, Status.DISPUTED, Status.UNVERIFIED, Status.WITHDRAWN)
    return [status for status in order if status in found]


def _glyph(status: Status, labels: Labels) -> Markup:
    name = status.value
    drawn = f'<svg class="glyph {name}" aria-hidden="true"><use href="#g-{name}"/></svg>'
    return Markup(drawn) + escape(labels.status[status])  # noqa: S704  # the values of our own enum


@pass_context
def _side_notes(context: Context, notes: Sequence[Note]) -> Markup:
    return side_notes_html(notes, context["labels"])


def _policy(style: str, script: str) -> str:
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _encode(chunks: list[str]) -> bytes:
    return strip_forbidden("".join(chunks)).encode("utf-8")


def _resource(name: str) -> str:
    return (files("resources") / "templates" / "html" / name).read_text(encoding="utf-8").strip()


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters.update(inline=inline_html, blocks=block_html, notes=_side_notes, note_list=note_list_html)
    return environment.from_string(_resource("chronology.html.j2"))
