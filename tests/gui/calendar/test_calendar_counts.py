"""What bars are parted by."""

from dates import UncertainDate
from gui.controllers.calendar_counts import _few_parts
from models.drafts import IncidentDraft
from services.incident_index import IncidentIndex, read_columns
from services.incident_selection import select_all
from services.incidents import add_incidents
from services.project import Project
from services.timeline_colours import Colours
from services.timeline_lanes import NOT_KNOWN, OTHERS, LaneBy, LaneKey, LegendEntry
from services.timeline_members import read_members


def entry(code: int, lane: int) -> LegendEntry:
    return LegendEntry(code, LaneKey(LaneBy.TAG, lane), "" if lane <= 0 else f"tag {lane}", "mute")


def test_many_parts_become_six_and_the_others() -> None:
    legend = (*(entry(code, code) for code in range(1, 10)), entry(25, OTHERS), entry(0, NOT_KNOWN))
    shown, table = _few_parts(legend)
    assert [part.key.id for part in shown] == [1, 2, 3, 4, 5, 6, OTHERS, NOT_KNOWN]
    assert [table[code] for code in (1, 6, 7, 9, 25, 0)] == [0, 5, 6, 6, 6, 7]


def test_few_parts_stay_as_they_are() -> None:
    shown, table = _few_parts((entry(1, 4), entry(2, 7), entry(0, NOT_KNOWN)))
    assert [part.key.id for part in shown] == [4, 7, NOT_KNOWN]
    assert [table[code] for code in (1, 2, 0)] == [0, 1, 2]


def test_tags_part_a_bar_the_most_frequent_first(project: Project) -> None:
    tags = (("water",), ("water",), ("orders",), ())
    add_incidents(project, [IncidentDraft(title="?", date=UncertainDate("2024-01-20"), tags=given) for given in tags])
    index = IncidentIndex(read_columns(project))
    colours = Colours(read_members(project, index.columns, LaneBy.TAG))
    codes = colours.of_all(index.columns, range(select_all(index).count))
    shown, table = _few_parts(colours.legend(bytes(set(codes))))
    assert sorted(codes.translate(table)) == [0, 0, 1, 2]
    assert [part.title for part in shown][-1] == ""
