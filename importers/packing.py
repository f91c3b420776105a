"""Drafts and doubts as JSON values, and back: what the lines between the program and its import worker are made of."""

from dataclasses import asdict
from typing import Any

from dates import UncertainDate
from importers.found import Doubt
from models.drafts import CreatorDraft, Draft, SourceDraft
from models.enums import DoubtCode

DATES = ("date", "published", "accessed", "archived")


def pack_draft(draft: Draft) -> dict[str, Any]:
    """The given fields as JSON values."""
    return {name: _pack_value(value) for name, value in draft.given().items()}


def pack_date(date: UncertainDate) -> list[str]:
    return [date.edtf, date.as_written, date.time_zone]


def pack_doubt(doubt: Doubt) -> dict[str, Any]:
    return asdict(doubt)


def unpack_source(values: dict[str, Any]) -> SourceDraft:
    """Checked anew, like every draft that comes from the worker."""
    draft: dict[str, Any] = {name: UncertainDate(*value) if name in DATES else value for name, value in values.items()}
    if "creators" in draft:
        draft["creators"] = tuple(CreatorDraft(**creator) for creator in draft["creators"])
    return SourceDraft(**draft)


def unpack_doubt(values: dict[str, Any]) -> Doubt:
    return Doubt(**{**values, "code": DoubtCode(values["code"])})


def _pack_value(value: object) -> object:
    if isinstance(value, UncertainDate):
        return pack_date(value)
    if isinstance(value, tuple):
        return [pack_draft(part) if isinstance(part, Draft) else part for part in value]
    return value
