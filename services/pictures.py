"""Pictures of the timeline: what they may not show, and how they become files."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from services import files
from services.project import Project
from services.timeline_lanes import LaneBy, LaneKey, Lanes

_PROTECTED = "SELECT id, cover_name FROM source WHERE protected = 1"


def cover_lanes(project: Project, lanes: Lanes, *, unnamed: str) -> Lanes:
    """The lanes with protected sources under their cover names, `unnamed` where they have none: a picture leaves the house."""
    if LaneBy.SOURCE not in (lanes.by, lanes.colour_by):
        return lanes
    with project.read() as connection:
        covers = {row[0]: row[1] or unnamed for row in connection.exec_driver_sql(_PROTECTED)}
    return replace(
        lanes,
        lanes=tuple(replace(lane, title=_covered(lane.key, lane.title, covers)) for lane in lanes.lanes),
        legend=tuple(replace(entry, title=_covered(entry.key, entry.title, covers)) for entry in lanes.legend),
    )


def save_picture(project: Project, target: Path, data: bytes) -> None:
    """Write the bytes of a picture, whole or not at all.

    Raises TARGET_FOLDER_MISSING, TARGET_NOT_WRITABLE, TARGET_EXISTS (it is the project itself), DISK_FULL.
    """
    files.refuse_same(target, project.path)
    with files.staged(target) as part:
        part.write_bytes(data)


def _covered(key: LaneKey, title: str, covers: Mapping[int, str]) -> str:
    return covers.get(key.id, title) if key.by is LaneBy.SOURCE else title
