"""Random histories of reading: proposals decided, texts replaced, passages mended, files brought in, the bin emptied."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dates import UncertainDate
from importers.found import Found, FoundSource
from models.changes import RecordKind
from models.drafts import CaptureDraft, CitationPatch, IncidentDraft, IncidentPatch, SourceDraft, SourcePatch
from models.enums import CaptureMethod, ProblemCode, Stance
from models.errors import UserFacingError
from models.proposals import ProposedIncident
from services import bin as waste
from services import captures, citations, incidents, search_index, settling, sources
from services.capture_texts import repair_passage, replace_text, type_text
from services.checks import check_project
from services.importing import ReadFile, write_files
from services.passages import make_passage
from services.project import Project
from services.project_files import create_project, open_project
from services.proposal_decisions import accept_proposal, attach_proposal, draft_of, skip_proposals, unskip_proposals
from services.proposal_queue import gather_proposals, read_proposals
from services.records import columns_of

PARTS = (
    "On 23 January 2024 the ferry was stopped.",
    "On 23 January\n2024 the ferry was stopped.",
    "The crew left on 24 January 2024, and the office closed on 26 January 2024.",
    "Nobody said why. 😀 It rained.",
    "On 3 May 2023 the mill at Lindholm burned down.",
    "Page ends here.\fOn 4 May 2023 the mill was rebuilt by the Board.",
)
REFUSALS = {ProblemCode.NOT_FOUND, ProblemCode.INVALID_INPUT, ProblemCode.STALE_ROW, ProblemCode.NOTHING_TO_UNDO}
State = dict[str, list[tuple[object, ...]]]


def _content(project: Project) -> State:
    with project.read() as connection:
        kept = {kind: [c for c in columns_of(kind) if c not in ("version", "digest")] for kind in RecordKind}
        return {
            kind.value: [
                tuple(row)
                for row in connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {kind.value} ORDER BY id")
            ]
            for kind, names in kept.items()
        }


def _found_words(project: Project) -> list[list[tuple[object, ...]]]:
    with project.read() as connection:
        return [
            [tuple(row) for row in connection.exec_driver_sql(f"SELECT rowid, * FROM {index.table} ORDER BY rowid")]
            for index in search_index.INDEXES.values()
        ]


def _check_search(project: Project) -> None:
    """What is found by words is what a new index would find."""
    found = _found_words(project)
    with project._write() as connection:
        search_index.rebuild(connection)
    assert _found_words(project) == found


class _Desk:
    """Does one random act after the other, and keeps what the project held after each."""

    def __init__(self, path: Path, seed: int) -> None:
        self.pick = random.Random(seed)
        self.path = path
        self.project = create_project(path, title="Random")
        self.states: dict[int, State] = {}
        for number in range(2):
            self._import(number)

    def act(self) -> None:
        pick = self.pick
        acts: Sequence[Callable[[], object]] = (
            lambda: self._import(pick.randrange(50)),
            self._accept,
            self._accept,
            self._attach,
            self._attach,
            self._skip,
            self._unskip,
            self._settle,
            self._repair,
            self._replace,
            self._replace,
            lambda: type_text(self.project, self._some("capture"), self._text()),
            lambda: sources.confirm_source(self.project, self._some("source")),
            lambda: sources.edit_source(self.project, self._some("source"), SourcePatch(title=f"S{pick.random()}")),
            self._recite,
            lambda: incidents.edit_incident(self.project, self._some("incident"), IncidentPatch(body="b [^1]")),
            lambda: captures.remove_capture(self.project, self._some("capture")),
            lambda: sources.delete_sources(self.project, [self._some("source")]),
            lambda: incidents.delete_incidents(self.project, [self._some("incident")]),
            self.project.undo,
            self.project.undo,
            self.project.redo,
            self._jump,
            self._reopen,
            self._purge,
        )
        with _refusals_told():
            pick.choice(acts)()
        self._note()

    def _note(self) -> None:
        step = self.project.undo_step()
        self.states[step.id if step else 0] = _content(self.project)

    def check(self) -> None:
        """Every state that can still be reached is what it was, in whatever order."""
        assert check_project(self.project).damage == ()
        _check_search(self.project)
        self.states = {key: state for key, state in self.states.items() if key in self._reachable()}
        for change_id in self.pick.sample(sorted(self.states), len(self.states)):
            self.project.jump_to(change_id)
            assert _content(self.project) == self.states[change_id]
        _check_search(self.project)
        assert check_project(self.project).damage == ()

    def _reachable(self) -> set[int]:
        return {0, *(one.id for one in self.project.history(limit=5_000) if one.state in ("applied", "undone"))}

    def _some(self, table: str) -> int:
        with self.project.read() as connection:
            ids = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {table}")]
        return int(self.pick.choice([*ids, *ids, 404]))

    def _text(self) -> str:
        parts = self.pick.choices(PARTS, k=self.pick.randint(1, 7))
        return self.pick.choice(("\n\n", "\n", " ")).join(parts)

    def _import(self, number: int) -> None:
        text = f"{self._text()}\n\nNumber {number}"
        published = UncertainDate("2024-01-27")
        draft = SourceDraft(title=f"Log {number}", published=published, unconfirmed=frozenset({"title", "published"}))
        copy = CaptureDraft(data=text.encode(), media_type="text/plain", method=CaptureMethod.FILE, text=text)
        file = ReadFile("log.txt", copy.sha256, Found((FoundSource(draft, copy),), (), ()))
        write_files(self.project, [file])

    def _proposed(self) -> ProposedIncident:
        one = (
            read_proposals(self.project, self._some("capture"))
            if self.pick.random() < 0.5
            else gather_proposals(self.project).proposals
        )
        if not one:
            raise UserFacingError(ProblemCode.NOT_FOUND)
        return self.pick.choice(one)

    def _accept(self) -> None:
        proposed = self._proposed()
        accept_proposal(self.project, proposed, draft_of(self.project, proposed))

    def _attach(self) -> None:
        stance = self.pick.choice((None, None, Stance.QUALIFIES))
        if self.pick.random() < 0.2:
            incidents.add_incident(self.project, IncidentDraft(title="Undated"))
        attach_proposal(self.project, self._proposed(), self._some("incident"), stance=stance)

    def _skip(self) -> None:
        proposed = [self._proposed() for _ in range(self.pick.randint(1, 3))]
        skip_proposals(self.project, proposed)

    def _unskip(self) -> None:
        unskip_proposals(self.project, [self._proposed(), self._proposed()])

    def _settle(self) -> None:
        way = self.pick.choice((settling.Settling.USE_STATED, settling.Settling.KEEP))
        settling.settle_date(self.project, self._some("citation"), way)

    def _repair(self) -> None:
        start = self.pick.randrange(60)
        repair_passage(self.project, self._some("citation"), start, start + self.pick.randrange(40))

    def _replace(self) -> None:
        capture_id = self._some("capture")
        old = captures.read_capture_text(self.project, capture_id)
        at = self.pick.randrange(len(old) + 1)
        edited = f"{old[:at]}{self.pick.choice(('', ' ', self._text()))}{old[at + self.pick.randrange(30) :]}"
        replace_text(self.project, capture_id, self.pick.choice((edited, edited, self._text(), "")), extractor="new")

    def _recite(self) -> None:
        """A citation goes over to another source, sometimes with its passage."""
        capture_id = self._some("capture")
        text = captures.read_capture_text(self.project, capture_id)
        passage = make_passage(text, capture_id, 3, 9) if self.pick.random() < 0.5 else None
        patch = CitationPatch(source_id=self._some("source"), quote=text[3:9], passage=passage)
        citations.edit_citation(self.project, self._some("citation"), patch)

    def _jump(self) -> None:
        self.project.jump_to(self.pick.choice([0, *(one.id for one in self.project.history())]))

    def _reopen(self) -> None:
        self.project.close()
        self.project = open_project(self.path)

    def _purge(self) -> None:
        if waste.empty_bin(self.project):
            self.states.clear()


@contextmanager
def _refusals_told() -> Iterator[None]:
    """An act that does not apply says so, and writes nothing."""
    try:
        yield
    except UserFacingError as error:
        if error.problem not in REFUSALS:
            raise


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), acts=st.integers(5, 40))
def test_every_state_of_a_random_history_of_reading_comes_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int, acts: int
) -> None:
    desk = _Desk(tmp_path_factory.mktemp("p") / "random.dateline", seed)
    with closing(desk.project):
        for _ in range(acts):
            desk.act()
        desk.check()
        desk.project.close()
