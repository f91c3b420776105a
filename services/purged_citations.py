"""What a citation that stays was before, when it cited a source that is taken out for good: its words go with the source.

The images of one citation are a chain: undo finds a row only as an image says it is. So each state is made anew, from the
present one backwards, and then written into the images and the row alike.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from models.changes import RecordKind
from services import records
from services.change import Change
from services.journal import read_images, read_values
from services.records import Image

_PASSAGE: Image = {"passage_start": None, "passage_end": None, "passage_prefix": "", "passage_suffix": ""}
_STATED = ("stated_edtf", "stated_as_written", "stated_time_zone")
_WORDS = ("source_id", "locator_label", "locator", "quote", "note", "capture_id", *_PASSAGE, *_STATED)
"""What a citation has of its source, or says about it."""
_IMAGES = """SELECT id, action, first_id, before, after FROM change_row WHERE record = 'citation' AND action <> 'insert'
 AND before IS NOT NULL ORDER BY id"""


@dataclass(slots=True)
class _Life:
    """The journal's rows about one citation, the oldest first: its edits (id, before, after), and how it ended."""

    edits: list[tuple[int, Image, Image]] = field(default_factory=list)
    removal: int = 0
    last: Image = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gone:
    """Ids of the sources and copies that are taken out, and of the citations that go with them."""

    sources: Set[int]
    captures: Set[int]
    citations: Set[int]

    def has(self, image: Image) -> bool:
        return image.get("source_id") in self.sources or image.get("capture_id") in self.captures


def forget_words(change: Change, gone: Gone) -> None:
    """Take the words of purged sources out of what is remembered of the citations that no longer cite them."""
    for citation_id, life in _lives(change.connection, gone).items():
        live = records.fetch_image(change.connection, RecordKind.CITATION, citation_id)
        if live is not None:
            clean = _rewrite(change.connection, life, dict(live), gone)
            values = {name: value for name, value in clean.items() if live[name] != value}
            if values:
                old = dict(live)
                records.update_image(change.connection, RecordKind.CITATION, live, values)
                change.touched.note_changed(RecordKind.CITATION, citation_id, old, live)
        elif life.removal:
            clean = _rewrite(change.connection, life, life.last, gone)
            change.connection.exec_driver_sql(
                "UPDATE change_row SET before = ? WHERE id = ?", (records.to_json([clean]), life.removal)
            )


def _lives(connection: Connection, gone: Gone) -> dict[int, _Life]:
    """By the id of the citation, those that have to do with what is taken out."""
    lives: defaultdict[int, _Life] = defaultdict(_Life)
    concerned: set[int] = set(_now_marking(connection, gone))
    for row in connection.exec_driver_sql(_IMAGES).fetchall():
        images = list(_add(lives[row.first_id], row))
        if any(map(gone.has, images)):
            concerned.add(row.first_id)
    return {citation_id: lives[citation_id] for citation_id in sorted(concerned - gone.citations)}


def _now_marking(connection: Connection, gone: Gone) -> Iterator[int]:
    rows = connection.exec_driver_sql(
        "SELECT id FROM citation WHERE capture_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(gone.captures)),),
    )
    return (row[0] for row in rows.fetchall())


def _add(life: _Life, row: Any) -> Iterator[Image]:
    if row.action == "delete":
        (life.last,) = read_images(RecordKind.CITATION, row.before)
        life.removal = row.id
        yield life.last
    else:
        before, after = (read_values(RecordKind.CITATION, text) for text in (row.before, row.after))
        life.edits.append((row.id, before, after))
        yield from (before, after)


def _rewrite(connection: Connection, life: _Life, last: Image, gone: Gone) -> Image:
    """Write every state anew into the images; return the last one, in which nothing of what is gone is left."""
    state, clean = last, _without_passage(last, gone)
    last_clean = clean
    for row_id, before, after in reversed(life.edits):
        state = state | before
        earlier = _without_passage(state, gone)
        if state["source_id"] in gone.sources:
            # It has cited from the start what it cites next.
            earlier |= {name: clean[name] for name in _WORDS}
        names = sorted({*before, *after} | {name for name in _WORDS if earlier[name] != clean[name]})
        images = [{name: image[name] for name in names} for image in (earlier, clean)]
        connection.exec_driver_sql(
            "UPDATE change_row SET before = ?, after = ? WHERE id = ?", (*map(records.to_json, images), row_id)
        )
        clean = earlier
    return last_clean


def _without_passage(image: Image, gone: Gone) -> Image:
    if image["capture_id"] is None or image["capture_id"] in gone.captures:
        return image | _PASSAGE | {"capture_id": None}
    return dict(image)
