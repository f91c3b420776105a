"""What an export is about: counts and names that its dialog shows."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from models.snapshots import IncidentFilter

_NOT_IN_FILE_NAMES = re.compile(r"[^\w]+", re.UNICODE)
_MAX_NAME = 60


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """The incidents that `wanted` shows. `view_name` says the filter in words, "" for the whole chronology.

    `protected_covered` counts cited protected sources that have a cover wording, `protected_uncovered` those without.
    """

    title: str
    folder: Path
    incidents: int
    uncited: int = 0
    protected_covered: int = 0
    protected_uncovered: int = 0
    disagreements: int = 0
    view_name: str = ""
    wanted: IncidentFilter = field(default_factory=IncidentFilter)

    @property
    def protected(self) -> int:
        return self.protected_covered + self.protected_uncovered


def file_stem(title: str) -> str:
    """A file name from a title: letters and figures of any script, in lower case, joined by hyphens."""
    stem = _NOT_IN_FILE_NAMES.sub("-", title.lower()).replace("_", "-").strip("-")[:_MAX_NAME].strip("-")
    return stem or "chronology"
