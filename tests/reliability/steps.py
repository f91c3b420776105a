"""The acts of the kill test, done to a project and, in the same order, to a plain model of it."""

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dates import UncertainDate
from exporters.labels import Labels
from models.drafts import IncidentDraft, IncidentPatch
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.exporting import ExportFormat, ExportOptions, export_chronology
from services.incidents import add_incident, edit_incident, edit_incidents
from services.project import Project

State = list[tuple[str, tuple[str, ...]]]
EXPORTS = {ExportFormat.DOCX: "out.docx", ExportFormat.HTML: "out.html"}


class Act(StrEnum):
    ADD = "add"
    EDIT = "edit"
    TAG_ALL = "tag-all"
    UNDO = "undo"
    REDO = "redo"
    EXPORT_DOCX = "export-docx"
    EXPORT_HTML = "export-html"


_OFTEN = {
    Act.ADD: 2,
    Act.EDIT: 6,
    Act.TAG_ALL: 3,
    Act.UNDO: 5,
    Act.REDO: 2,
    Act.EXPORT_DOCX: 2,
    Act.EXPORT_HTML: 2,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One act; `name` is the new title or tag, `place` says which incident in the order of titles."""

    act: Act
    name: str
    place: int


def steps(seed: int) -> Iterator[Step]:
    """An endless run of acts, the same for the same seed."""
    pick = random.Random(seed)
    number = 0
    while True:
        number += 1
        act = pick.choices(list(_OFTEN), list(_OFTEN.values()))[0]
        yield Step(act, f"{seed}-{number}", pick.randrange(1_000_000))


def state_of(project: Project) -> State:
    """Every incident's title and tags, in order of title."""
    rows = get_rows(project, list_incidents(project, IncidentFilter()).ids)
    return sorted((row.title, tuple(sorted(tag.name for tag in row.tags))) for row in rows)


def perform(project: Project, step: Step, folder: Path) -> None:
    """Do one act through the services."""
    if step.act in (Act.UNDO, Act.REDO):
        _replay(project, step.act)
    elif step.act is Act.ADD:
        add_incident(project, IncidentDraft(title=step.name, body="words " * 60, date=UncertainDate("2024-01-23")))
    elif step.act in (Act.EDIT, Act.TAG_ALL):
        rows = sorted(get_rows(project, list_incidents(project, IncidentFilter()).ids), key=lambda row: row.title)
        if step.act is Act.TAG_ALL:
            edit_incidents(project, [row.id for row in rows], IncidentPatch(add_tags=(step.name,)))
        elif rows:
            edit_incident(project, rows[step.place % len(rows)].id, IncidentPatch(title=step.name))
    else:
        wanted = ExportFormat.DOCX if step.act is Act.EXPORT_DOCX else ExportFormat.HTML
        export_chronology(project, folder / EXPORTS[wanted], ExportOptions(format=wanted), Labels())


def _replay(project: Project, act: Act) -> None:
    try:
        (project.undo if act is Act.UNDO else project.redo)()
    except UserFacingError as error:
        if error.problem is not ProblemCode.NOTHING_TO_UNDO:
            raise


@dataclass(slots=True)
class Model:
    """What the project must hold: its state and the states that undo and redo lead to."""

    state: State = field(default_factory=list)
    earlier: list[State] = field(default_factory=list)
    later: list[State] = field(default_factory=list)

    def after(self, step: Step) -> "Model":
        """The model after one more act."""
        new = deepcopy(self)
        if step.act is Act.UNDO and new.earlier:
            new.later.append(new.state)
            new.state = new.earlier.pop()
        elif step.act is Act.REDO and new.later:
            new.earlier.append(new.state)
            new.state = new.later.pop()
        elif step.act is Act.ADD:
            new.write([*new.state, (step.name, ())])
        elif step.act is Act.EDIT and new.state:
            place = step.place % len(new.state)
            rest = new.state[:place] + new.state[place + 1 :]
            new.write([*rest, (step.name, new.state[place][1])])
        elif step.act is Act.TAG_ALL and new.state:
            new.write([(title, tuple(sorted((*tags, step.name)))) for title, tags in new.state])
        return new

    def write(self, state: State) -> None:
        """A change: what was undone before it can no longer be done again."""
        self.earlier.append(self.state)
        self.later = []
        self.state = sorted(state)
