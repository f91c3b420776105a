"""An inspector that only changes what changed shows exactly what a new one shows, and keeps the widgets of the rest."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.inspector.chip_field import Chip
from gui.inspector.citation_list import CitationRow
from gui.inspector.incident_inspector import IncidentInspector
from gui.inspector.link_list import LinkRow
from gui.overriding import override
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
EDITS = 20
TALL = (408, 1_800)
"""So that nothing scrolls: whether there is room without a scroll bar hangs on whether one took some before."""


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


def state_of(pane: IncidentInspector) -> list[tuple[object, ...]]:
    """What every visible widget says, and where it is."""
    shown = [each for each in pane.findChildren(QWidget) if each.isVisibleTo(pane) and not _is_empty(each)]
    said = ("text", "toolTip", "accessibleName", "accessibleDescription", "enabled", "readOnly", "role", "problem")
    return sorted(
        (*_place(each, pane), type(each).__name__, *(str(each.property(name)) for name in said)) for each in shown
    )


def _is_empty(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull()


def _place(widget: QWidget, pane: QWidget) -> tuple[int, int, int, int]:
    corner = widget.mapTo(pane, QPoint())
    return corner.y(), corner.x(), widget.width(), widget.height()


def tab_stops_of(pane: IncidentInspector) -> list[tuple[str, str]]:
    """What Tab comes to, in turn."""
    stops: list[tuple[str, str]] = []
    each = pane.nextInFocusChain()
    while each is not None and each is not pane:
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and each.isVisibleTo(pane) and each.isEnabledTo(pane) and pane.isAncestorOf(each):
            stops.append((type(each).__name__, each.accessibleName()))
        each = each.nextInFocusChain()
    return stops


def picture_of(pane: IncidentInspector) -> QImage:
    return pane.grab().toImage()


@pytest.fixture
def fresh(qtbot: QtBot) -> Callable[[], IncidentInspector]:
    """Makes inspectors in windows of their own, as wide as that of the other fixture."""
    made: list[QMainWindow] = []

    def make() -> IncidentInspector:
        while made:
            made.pop().close()
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        pane = IncidentInspector(window)
        window.setCentralWidget(pane)
        window.resize(*TALL)
        window.show()
        made.append(window)
        return pane

    return make


def settle() -> None:
    """Sections find their height in several rounds."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def leave_focus() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


@pytest.mark.parametrize(("seed", "read_only"), [(1, False), (2, False), (3, True)])
def test_any_edits_leave_what_a_new_inspector_shows(
    window: QMainWindow,
    inspector: IncidentInspector,
    fresh: Callable[[], IncidentInspector],
    project: Project,
    seed: int,
    read_only: bool,
) -> None:
    editor = Editor(project, seed)
    window.resize(*TALL)
    inspector.set_read_only(read_only)
    for number in range(EDITS):
        editor.edit()
        editor.show_in(inspector)
        other = fresh()
        other.set_read_only(read_only)
        editor.show_in(other)
        settle()
        leave_focus()
        assert state_of(inspector) == state_of(other), number
        assert tab_stops_of(inspector) == tab_stops_of(other), number
        assert picture_of(inspector) == picture_of(other), number


@pytest.fixture
def editor(project: Project) -> Editor:
    """An incident with two citations, of which one states another date, a link and a tag."""
    made = Editor(project, 0)
    edit_incident(project, made.shown, IncidentPatch(date=UncertainDate("2024-01-20"), tags=("Roads",)))
    stated = UncertainDate("2024-01-21")
    add_citation(project, made.shown, CitationDraft(source_id=made.sources[0], quote="It was shut.", stated=stated))
    add_citation(project, made.shown, CitationDraft(source_id=made.sources[1], quote="No."))
    add_link(project, LinkDraft(from_id=made.shown, to_id=made.incidents[1], kind=LinkKind.PRECEDES))
    return made


def rows_of(pane: IncidentInspector) -> list[QWidget]:
    shown = [row for kind in (CitationRow, LinkRow, Chip) for row in pane.findChildren(kind)]
    return [row for row in shown if row.isVisible()]


class Seen(QObject):
    """The events within a pane that make it be laid out or painted."""

    KINDS = frozenset(
        {QEvent.Type.Paint, QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Polish}
    )

    def __init__(self, pane: IncidentInspector) -> None:
        super().__init__(pane)
        self._pane = pane
        self.events: list[tuple[str, str]] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # pytest-qt makes one

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self.KINDS and isinstance(watched, QWidget) and self._pane.isAncestorOf(watched):
            self.events.append((type(watched).__name__, event.type().name))
        return False


def test_the_same_state_again_touches_nothing(inspector: IncidentInspector, editor: Editor) -> None:
    editor.show_in(inspector)
    settle()
    seen = Seen(inspector)
    editor.show_in(inspector)
    settle()
    assert seen.events == []


def test_an_added_citation_is_one_new_row(inspector: IncidentInspector, editor: Editor, project: Project) -> None:
    editor.show_in(inspector)
    before = rows_of(inspector)
    add_citation(project, editor.shown, CitationDraft(source_id=editor.sources[2], quote="So it was."))
    editor.show_in(inspector)
    assert [row for row in rows_of(inspector) if row in before] == before
    (new,) = [row for row in rows_of(inspector) if row not in before]
    assert new.accessibleName().startswith("Supports, 3,")


def test_another_date_changes_only_rows_that_state_one(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    settle()
    stating, plain = inspector.findChildren(CitationRow)
    edit_incident(project, editor.shown, IncidentPatch(date=UncertainDate("2024-01-21")))
    seen = Seen(inspector)
    editor.show_in(inspector)
    assert stating.stated is None
    assert stating.isVisible()
    assert not plain.findChildren(QWidget)
    assert ("CitationRow", "Polish") not in seen.events


def test_a_row_with_the_keyboard_keeps_it_and_its_buttons(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    row = inspector.findChildren(CitationRow)[1]
    row.setFocus()
    assert row.is_open_to_actions
    move_citation(project, row.row_id, up=True)
    editor.show_in(inspector)
    settle()
    assert row.hasFocus()
    assert row.is_open_to_actions
    assert row.y() < inspector.findChildren(CitationRow)[0].y()


def test_a_caret_stays_where_it_is_when_a_citation_arrives(
    inspector: IncidentInspector, editor: Editor, project: Project
) -> None:
    editor.show_in(inspector)
    inspector.focus_field("title")
    edit = inspector.form.title.edit
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    add_citation(project, editor.shown, CitationDraft(source_id=editor.sources[2], quote="So it was."))
    editor.show_in(inspector)
    assert edit.hasFocus()
    assert edit.textCursor().position() == 3


def test_rows_of_people_come_back_empty(inspector: IncidentInspector) -> None:
    inspector.load_blank({"roles": (RoleDraft(kind=EntityKind.THING, name="Ada", role="seen"),)})
    inspector.load_blank()
    inspector.form.roles.add_row()
    assert inspector.form.roles.text() == ((EntityKind.PERSON, "", ""),)


def test_another_incident_is_painted_once(inspector: IncidentInspector, editor: Editor, project: Project) -> None:
    long = "a much longer line about what was said and by whom it was said, to which date and where"
    patch = IncidentPatch(title=long, body=long * 5, tags=tuple(f"{number} {long[:20]}" for number in range(5)))
    edit_incident(project, editor.incidents[1], patch)
    editor.show_in(inspector)
    settle()
    editor.shown = editor.incidents[1]
    seen = Seen(inspector)
    editor.show_in(inspector)
    settle()
    assert seen.events.count(("IncidentForm", "Paint")) == 1
