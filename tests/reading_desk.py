"""A project with articles of our own words, and short ways to the panes that they are read in."""

from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from dates import UncertainDate
from gui.chronology.panel import ChronologyPanel
from gui.proposals.proposals_pane import ProposalsPane
from gui.reader.reader_pane import ReaderPane
from gui.sources.sources_panel import SourcesPanel
from models.drafts import CaptureDraft, CitationDraft, IncidentDraft, PassageDraft, SourceDraft
from models.enums import CaptureMethod, Status
from models.proposals import ProposedIncident
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.citations import add_citation
from services.incidents import add_incident
from services.project import Project
from services.project_files import create_project
from services.source_cards import get_source
from services.sources import add_source, get_source_rows, list_source_ids
from tests.driver import PATIENCE_MS, Driver

QUOTED = "Seventeen pumps were ordered; two arrived in time."
ARTICLE = f"""Harbour cranes stop after flood

The harbour authority shut down three cranes on Tuesday after sea water reached the switch house.

The switch house was flooded on Sunday, colleagues said. {QUOTED} Four dockers were checked for shock.

On Jan. 4, divers found a hole the size of a door below the water line.

On July 7, 2021, a storm tore two gates from their hinges.
"""
SECOND = """Divers inspect the quay

Divers inspected the east quay on Monday and found the hole wider than before.
"""
PUBLISHED, LATER = UncertainDate("2024-01-23"), UncertainDate("2024-01-30")


def add_text(project: Project, title: str, text: str, published: UncertainDate) -> tuple[int, int]:
    """A source with one preserved copy; the ids of both."""
    capture = CaptureDraft(data=text.encode(), media_type="text/plain", method=CaptureMethod.PASTE, text=text)
    source_id = add_source(project, SourceDraft(title=title, published=published, language="en"), capture=capture)
    return source_id, get_source(project, source_id).captures[0].id


def passage_of(text: str, capture_id: int, quote: str) -> PassageDraft:
    """Where a quote stands in a text."""
    start = text.index(quote)
    end = start + len(quote)
    return PassageDraft(
        capture_id=capture_id,
        start=start,
        end=end,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
    )


def make_harbour(path: Path) -> Path:
    """Two articles, a source without a copy, an incident that cites the first article, one that nothing cites yet."""
    project = create_project(path, title="Harbour")
    source_id, capture_id = add_text(project, "Cranes stop", ARTICLE, PUBLISHED)
    add_text(project, "Divers inspect", SECOND, LATER)
    add_source(project, SourceDraft(title="Told on the phone"))
    pumps = IncidentDraft(title="Pumps are ordered", date=UncertainDate("2024-01-21"), status=Status.REPORTED)
    passage = passage_of(ARTICLE, capture_id, QUOTED)
    cited = CitationDraft(source_id=source_id, quote=QUOTED, passage=passage)
    add_citation(project, add_incident(project, pumps), cited)
    flood = IncidentDraft(title="Sea water floods the switch house", date=UncertainDate("2024-01-20"))
    add_incident(project, flood)
    project.close()
    return path


class ReadingDesk:
    """The panes of an open window."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def project(self) -> Project:
        return self.driver.desk.session.project

    @property
    def sources(self) -> SourcesPanel:
        return self.driver.desk.sources

    @property
    def chronology(self) -> ChronologyPanel:
        return self.driver.desk.chronology

    @property
    def text(self) -> ReaderPane:
        return self.driver.desk.text

    @property
    def proposals(self) -> ProposalsPane:
        return self.driver.desk.proposals

    def source_id(self, title: str) -> int:
        """The source that is called so in the list."""
        rows = get_source_rows(self.project, list_source_ids(self.project))
        return next(row.id for row in rows if row.title == title)

    def incident_id(self, title: str) -> int:
        """The incident that is called so."""
        rows = get_rows(self.project, list_incidents(self.project, IncidentFilter()).ids)
        return next(row.id for row in rows if row.title == title)

    def titles(self) -> set[str]:
        """What all incidents are called."""
        return {row.title for row in get_rows(self.project, list_incidents(self.project, IncidentFilter()).ids)}

    def read(self, title: str) -> None:
        """Read a source, and wait for its proposals."""
        self.driver.desk.reading.reader.read(self.source_id(title))
        self.wait_for_proposals()

    def wait_for_proposals(self) -> ProposedIncident:
        """The first proposal of the text that is shown, once there is one."""
        self.driver.qtbot.waitUntil(lambda: self.proposals.current() is not None, timeout=PATIENCE_MS)
        found = self.proposals.current()
        assert found is not None
        return found

    def choose_words(self, words: str) -> None:
        """Select words of the text."""
        text = self.text.text
        found = text.document().find(words)
        assert not found.isNull()
        text.setTextCursor(QTextCursor(found))
        text.setFocus()

    def chosen_words(self) -> str:
        """The words of the text that are selected."""
        return self.text.text.textCursor().selectedText()

    def notice(self) -> str:
        """What the status line tells."""
        notice = self.driver.window.workbench.status_line.notice
        return notice.findChild(QLabel).text() if notice.isVisible() else ""  # type: ignore[union-attr]  # it has one
