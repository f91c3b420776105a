"""The acts of the kill test, done to a project and, in the same order, to a plain model of it."""

import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dates import UncertainDate
from exporters.labels import Labels
from importers.found import Found, FoundSource
from models.drafts import CaptureDraft, IncidentDraft, IncidentPatch, SourceDraft
from models.enums import CaptureMethod, ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services.capture_texts import replace_text
from services.chronology import get_rows, list_incidents
from services.exporting import ExportFormat, ExportOptions, export_chronology
from services.importing import ReadFile, write_files
from services.incidents import add_incident, edit_incident, edit_incidents
from services.project import Project
from services.proposal_decisions import accept_proposal
from services.proposal_queue import read_proposals

State = list[tuple[str, tuple[str, ...]]]
_SOURCE = "~"
"""Stands for the title of a source, behind those of all incidents."""
EXPORTS = {ExportFormat.DOCX: "out.docx", ExportFormat.HTML: "out.html"}


class Act(StrEnum):
    ADD = "add"
    EDIT = "edit"
    TAG_ALL = "tag-all"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    NEW_TEXT = "new-text"
    ACCEPT = "accept"
    EXPORT_DOCX = "export-docx"
    EXPORT_HTML = "export-html"


_OFTEN = {
    Act.ADD: 2,
    Act.EDIT: 6,
    Act.TAG_ALL: 3,
    Act.UNDO: 5,
    Act.REDO: 2,
    Act.IMPORT: 2,
    Act.NEW_TEXT: 3,
    Act.ACCEPT: 3,
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
    """Every incident's title and tags, in order of title, then the text of every source."""
    rows = get_rows(project, list_incidents(project, IncidentFilter()).ids)
    state = sorted((row.title, tuple(sorted(tag.name for tag in row.tags))) for row in rows)
    with project.read() as connection:
        texts = connection.exec_driver_sql("SELECT text FROM capture_text")
        return state + sorted((_SOURCE, (str(row[0]),)) for row in texts)


def text_with(name: str) -> str:
    """A text that proposes one incident."""
    return f"Log of the day.\n\nOn 3 May 2023 the mill {name} burned down.\n\nNobody said why."


def perform(project: Project, step: Step, folder: Path) -> None:
    """Do one act through the services."""
    if step.act in (Act.UNDO, Act.REDO):
        _replay(project, step.act)
    elif step.act in (Act.IMPORT, Act.NEW_TEXT, Act.ACCEPT):
        _read(project, step)
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


def _read(project: Project, step: Step) -> None:
    """Bring a text in, change one, or take what one proposes."""
    if step.act is Act.IMPORT:
        text = text_with(step.name)
        copy = CaptureDraft(data=text.encode(), media_type="text/plain", method=CaptureMethod.FILE, text=text)
        found = Found((FoundSource(SourceDraft(title=step.name), copy),), (), ())
        write_files(project, [ReadFile("log.txt", copy.sha256, found)])
        return
    with project.read() as connection:
        texts = sorted(
            (row[1], row[0]) for row in connection.exec_driver_sql("SELECT capture_id, text FROM capture_text")
        )
    if not texts:
        return
    capture_id = texts[step.place % len(texts)][1]
    if step.act is Act.NEW_TEXT:
        replace_text(project, capture_id, text_with(step.name), extractor="new")
    else:
        (proposed,) = read_proposals(project, capture_id)
        accept_proposal(project, proposed, IncidentDraft(title=step.name))


def _replay(project: Project, act: Act) -> None:
    try:
        (project.undo if act is Act.UNDO else project.redo)()
    except UserFacingError as error:
        if error.problem is not ProblemCode.NOTHING_TO_UNDO:
            raise


def _changed(state: State, place: int, new: tuple[str, tuple[str, ...]]) -> State:
    """The state with another value at a place, counted round and round."""
    at = place % len(state)
    return [*state[:at], new, *state[at + 1 :]]


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
        elif step.act is Act.IMPORT:
            new.write([*new.state, (_SOURCE, (text_with(step.name),))])
        elif step.act in (Act.NEW_TEXT, Act.ACCEPT) and new.sources:
            taken = [(step.name, ())] if step.act is Act.ACCEPT else []
            sources = new.sources if taken else _changed(new.sources, step.place, (_SOURCE, (text_with(step.name),)))
            new.write([*new.incidents, *taken, *sources])
        elif step.act is Act.EDIT and new.incidents:
            tags = new.incidents[step.place % len(new.incidents)][1]
            new.write([*_changed(new.incidents, step.place, (step.name, tags)), *new.sources])
        elif step.act is Act.TAG_ALL and new.incidents:
            tagged = [(title, tuple(sorted((*tags, step.name)))) for title, tags in new.incidents]
            new.write([*tagged, *new.sources])
        return new

    @property
    def incidents(self) -> State:
        return [one for one in self.state if one[0] != _SOURCE]

    @property
    def sources(self) -> State:
        return [one for one in self.state if one[0] == _SOURCE]

    def write(self, state: State) -> None:
        """A change: what was undone before it can no longer be done again."""
        self.earlier.append(self.state)
        self.later = []
        self.state = sorted(state)
