"""Random edits of what the inspector shows, made through the services."""

import random
from collections.abc import Callable

from dates import UncertainDate
from gui.inspector.incident_inspector import IncidentInspector
from models.drafts import (
    CitationDraft,
    CitationPatch,
    EntityPatch,
    IncidentDraft,
    IncidentPatch,
    LinkDraft,
    RoleDraft,
    SourceDraft,
    SourcePatch,
    TagDraft,
)
from models.enums import Confidence, EntityKind, LinkKind, Stance, Status
from models.errors import UserFacingError
from models.snapshots import IncidentCard
from services.citations import add_citation, edit_citation, move_citation, remove_citations
from services.entities import edit_entity, list_names
from services.incident_cards import get_incident
from services.incidents import add_incident, edit_incident
from services.links import add_link, edit_link, remove_links
from services.project import Project
from services.sources import add_source, edit_source
from services.tags import edit_tag
from tests.counts import count_all

WORDS = ("Bridge", "ferry", "& harbour", "a much longer line about what was said and by whom it was said", "", "Ödön")
DATES = ("", "2024", "2024-01", "2024-01-20", "2024-01-21", "2024-01-19/2024-01-22", "[2024-01-20..2024-01-22]")


class Editor:
    """Makes one edit after the other in a small project, and says which incident is shown."""

    def __init__(self, project: Project, seed: int) -> None:
        self.project, self.dice = project, random.Random(seed)
        self.sources = [add_source(project, SourceDraft(title=f"Report {number}")) for number in range(3)]
        self.incidents = [add_incident(project, IncidentDraft(title=f"Incident {number}")) for number in range(3)]
        self.shown = self.incidents[0]
        self._first = project.undo_step()

    def card(self) -> IncidentCard:
        return get_incident(self.project, self.shown)

    def edit(self) -> None:
        edits: tuple[Callable[[], object], ...] = (
            self.edit_field,
            self.edit_field,
            self.add_citation,
            self.add_citation,
            self.edit_citation,
            self.edit_link,
            self.edit_name,
            self.go_elsewhere,
            self.step,
        )
        try:
            self.dice.choice(edits)()
        except UserFacingError:
            self.go_elsewhere()  # such a link is there already, or there is nothing to undo

    def words(self) -> str:
        return " ".join(self.dice.choices(WORDS, k=self.dice.randrange(1, 9))).strip()

    def date(self) -> UncertainDate:
        return UncertainDate(self.dice.choice(DATES))

    def edit_field(self) -> None:
        pick = self.dice.choice
        names = self.dice.sample(("Ada", "Board", "Cy"), k=self.dice.randrange(4))
        marks = "".join(line.mark for line in self.card().citations if self.dice.random() < 0.5)
        patches: tuple[dict[str, object], ...] = (
            {"title": self.words() or "x"},
            {"body": f"{self.words()}{marks}\n\n{self.words()}"},
            {"note": self.words()},
            {"date": self.date()},
            {"date": self.date(), "place": self.words()},
            {"status": pick(list(Status)), "confidence": pick([None, *Confidence])},
            {"marked": pick((True, False))},
            {"tags": tuple(self.dice.sample(("Roads", "rail", "Sea", "air", "Much longer name of a tag"), k=3))},
            {"roles": tuple(RoleDraft(kind=pick(list(EntityKind)), name=name) for name in names)},
        )
        edit_incident(self.project, self.shown, IncidentPatch(**pick(patches)))

    def add_citation(self) -> None:
        stance, source = self.dice.choice(list(Stance)), self.dice.choice(self.sources)
        draft = CitationDraft(source_id=source, quote=self.words(), stance=stance, stated=self.date())
        add_citation(self.project, self.shown, draft, placed_at=self.dice.choice((None, 0)))

    def edit_citation(self) -> None:
        lines = self.card().citations
        if not lines:
            return self.add_citation()
        line = self.dice.choice(lines)
        edits: tuple[Callable[[], object], ...] = (
            lambda: edit_citation(self.project, line.id, CitationPatch(quote=self.words(), stated=self.date())),
            lambda: edit_citation(self.project, line.id, CitationPatch(locator=self.words())),
            lambda: move_citation(self.project, line.id, up=self.dice.random() < 0.5),
            lambda: remove_citations(self.project, [line.id]),
        )
        self.dice.choice(edits)()
        return None

    def edit_link(self) -> None:
        lines, kind = self.card().links, self.dice.choice(list(LinkKind))
        if not lines or self.dice.random() < 0.5:
            ends = self.dice.sample(self.incidents, k=2)
            add_link(self.project, LinkDraft(from_id=ends[0], to_id=ends[1], kind=kind))
        elif self.dice.random() < 0.5:
            edit_link(self.project, lines[0].id, kind=kind, note=self.words())
        else:
            remove_links(self.project, [self.dice.choice(lines).id])

    def edit_name(self) -> None:
        """Something that the card only names: a source, a tag, a person."""
        tags, people = count_all(self.project).tags, list_names(self.project)
        if tags and self.dice.random() < 0.4:
            colour = self.dice.randrange(6)
            edit_tag(self.project, self.dice.choice(tags).id, TagDraft(name=f"Tag {colour}", colour=colour))
        elif people and self.dice.random() < 0.5:
            edit_entity(self.project, people[0].id, EntityPatch(name=f"{people[0].name}a"))
        else:
            edit_source(self.project, self.dice.choice(self.sources), SourcePatch(title=self.words() or "x"))

    def go_elsewhere(self) -> None:
        self.shown = self.dice.choice(self.incidents)

    def step(self) -> None:
        """Undo or redo, but never so far that an incident goes."""
        undo = self.dice.random() < 0.7 and self.project.undo_step() != self._first
        (self.project.undo if undo else self.project.redo)()

    def show_in(self, pane: IncidentInspector) -> None:
        pane.pages.set_names(list_names(self.project))
        pane.pages.set_tags({tag.name: tag.colour for tag in count_all(self.project).tags})
        pane.load(self.card(), (2, 3))
