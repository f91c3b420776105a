"""Drafts and doubts as JSON values, and back: what the lines between the program and its import worker are made of."""

from dataclasses import asdict
from typing import Any

from dates import UncertainDate
from importers.answers import whole_number
from importers.found import Doubt
from models.drafts import CreatorDraft, Draft, SourceDraft, clean_text
from models.enums import DoubtCode

DATES = ("date", "published", "accessed", "archived")


def pack_draft(draft: Draft) -> dict[str, Any]:
    """The given fields as JSON values."""
    return {name: _pack_value(value) for name, value in draft.given().items()}


def pack_date(date: UncertainDate) -> list[str]:
    return [date.edtf, date.as_written, date.time_zone]


def pack_doubt(doubt: Doubt) -> dict[str, Any]:
    return asdict(doubt)


def unpack_date(sent: list[str]) -> UncertainDate:
    """Checked anew, like everything that comes from the worker. Raises TypeError where a part is no text."""
    edtf, as_written, time_zone = sent
    "".join(sent)
    return UncertainDate(edtf, as_written, time_zone)


def unpack_source(values: dict[str, Any]) -> SourceDraft:
    """A source that stands by itself: no file knows which others the project has."""
    draft: dict[str, Any] = {name: unpack_date(value) if name in DATES else value for name, value in values.items()}
    if "creators" in draft:
        draft["creators"] = tuple(CreatorDraft(**creator) for creator in draft["creators"])
    source = SourceDraft(**draft)
    if source.republishes_id is not None:
        raise ValueError("republishes_id")
    return source


def unpack_doubt(values: dict[str, Any]) -> Doubt:
    words = {name: clean_text(value) for name, value in values.items() if name not in ("code", "row")}
    return Doubt(DoubtCode(values["code"]), whole_number(values["row"]), **words)


def _pack_value(value: object) -> object:
    if isinstance(value, UncertainDate):
        return pack_date(value)
    if isinstance(value, tuple):
        return [pack_draft(part) if isinstance(part, Draft) else part for part in value]
    return value
