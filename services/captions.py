"""What is written beside the marks that are on screen, and beside no others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dates import UncertainDate
from services.project import Project
from services.stored_dates import read_stored_date

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of an incident and its date."""

    title: str
    date: UncertainDate


def read_captions(project: Project, ids: Sequence[int]) -> Mapping[int, Caption]:
    """Captions by id; an id that is gone is left out. Meant for one screenful."""
    found: dict[int, Caption] = {}
    with project.read() as connection:
        for start in range(0, len(ids), _AT_ONCE):
            some = tuple(ids[start : start + _AT_ONCE])
            rows = connection.exec_driver_sql(
                "SELECT id, title, date_edtf, date_as_written, date_time_zone FROM incident"
                f" WHERE id IN ({', '.join('?' * len(some))})",
                some,
            )
            for incident_id, title, *stored in rows:
                found[incident_id] = Caption(title, read_stored_date(*stored))
    return found
