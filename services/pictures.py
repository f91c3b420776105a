"""Pictures of the timeline: what they may not show, and how they become files."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from models.enums import ProblemCode
from models.errors import UserFacingError
from services import files
from services.choices import ChosenNames
from services.export_leaks import compile_needles, find_leaking_words, read_needles
from services.project import Project
from services.timeline_lanes import LaneBy, LaneKey, Lanes

_PROTECTED = "SELECT id, cover_name FROM source WHERE protected = 1"
_MOST_TOLD = 80


def cover_lanes(project: Project, lanes: Lanes, *, unnamed: str) -> Lanes:
    """The lanes with protected sources under their cover names, `unnamed` where they have none: a picture leaves the house."""
    if LaneBy.SOURCE not in (lanes.by, lanes.colour_by):
        return lanes
    covers = _covers(project, unnamed)
    return replace(
        lanes,
        lanes=tuple(replace(lane, title=_covered(lane.key, lane.title, covers)) for lane in lanes.lanes),
        legend=tuple(replace(entry, title=_covered(entry.key, entry.title, covers)) for entry in lanes.legend),
    )


def cover_names(project: Project, names: ChosenNames, *, unnamed: str) -> ChosenNames:
    """The names behind a filter with protected sources under their cover names, as in `cover_lanes`."""
    if not names.sources:
        return names
    covers = _covers(project, unnamed)
    return replace(names, sources={i: covers.get(i, title) for i, title in names.sources.items()})


def refuse_names(project: Project, words: Iterable[str]) -> None:
    """Raises PROTECTED_NAME_DRAWN where a text of a picture would name a protected source."""
    with project.read() as connection:
        needles = compile_needles(read_needles(connection))
    found = find_leaking_words(words, needles)
    if found is not None:
        shown = found if len(found) <= _MOST_TOLD else f"{found[:_MOST_TOLD]}…"
        raise UserFacingError(ProblemCode.PROTECTED_NAME_DRAWN, words=shown)


def save_picture(project: Project, target: Path, data: bytes) -> None:
    """Write the bytes of a picture, whole or not at all.

    Raises TARGET_FOLDER_MISSING, TARGET_NOT_WRITABLE, TARGET_EXISTS (it is the project itself), DISK_FULL.
    """
    files.refuse_same(target, project.path)
    with files.staged(target) as part:
        part.write_bytes(data)


def _covers(project: Project, unnamed: str) -> dict[int, str]:
    with project.read() as connection:
        return {row[0]: row[1] or unnamed for row in connection.exec_driver_sql(_PROTECTED)}


def _covered(key: LaneKey, title: str, covers: Mapping[int, str]) -> str:
    return covers.get(key.id, title) if key.by is LaneBy.SOURCE else title
