"""The timeline of a small real project, as pictures draw it."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.picture.sheets import PictureSubject
from gui.timeline.board import Arrangement
from models.snapshots import IncidentFilter
from services.captions import read_captions
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_incidents
from services.project import Project
from services.timeline_gathering import gather_lanes
from services.timeline_lanes import LaneBy
from tests.factories import add_incident, fill


@pytest.fixture
def subject(qapp: QApplication, project: Project) -> PictureSubject:
    fill(project)
    add_incident(project, "The <sluice> & gate open", "2023-05-02/2023-08-04", place="Lower valley")
    add_incident(project, "An order is given", "")
    return subject_of(project)


def subject_of(project: Project) -> PictureSubject:
    """All incidents of a project, by place."""
    index = IncidentIndex(read_columns(project))
    selection = select_incidents(project, index, IncidentFilter())
    lanes = gather_lanes(project, index, selection, LaneBy.PLACE, LaneBy.STATUS)
    return PictureSubject("The valley", "4 incidents", lanes, Arrangement(), lambda ids: read_captions(project, ids))
