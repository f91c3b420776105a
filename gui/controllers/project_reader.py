"""What widgets may read while they are shown, bound to the open project."""

from array import array
from collections.abc import Mapping, Sequence

from gui.controllers.filter_reader import FilterReader
from gui.controllers.session import Session
from gui.fields.date_reader import DateReader
from gui.filters.loaders import FilterLoaders
from gui.inspector.citation_editor import CitationLoaders
from gui.picture_worker import PICTURE_WORKER
from gui.proposals.loaders import ProposalLoaders
from gui.sources.loaders import SourceLoaders
from importers.kinds import PICTURE_MEDIA_TYPES
from models.drafts import IncidentDraft
from models.proposals import IncidentMatch, ProposedIncident
from models.snapshots import CaptureLine, IncidentFilter, IncidentRow, SourceCard, SourceOrder, SourceRow
from services.captures import read_capture_bytes, read_capture_text
from services.chronology import get_rows, list_incidents
from services.matching import find_matches
from services.page_images import PDF_WORKER, PageImages
from services.proposal_decisions import draft_of
from services.searching import find_incident_ids
from services.source_cards import get_source
from services.sources import get_source_rows, list_source_ids
from services.word_excerpts import RowExcerpt, get_excerpts

MAX_FOUND = 50


class ProjectReader:
    """Reads of the project that is open now; without one there is nothing to read.

    Rows raise UserFacingError where the file cannot be read: the widgets that paint them tell it when painting is over.
    """

    def __init__(self, session: Session, dates: DateReader) -> None:
        self._session = session
        self._dates = dates

    def incident_rows(self, ids: Sequence[int]) -> Sequence[IncidentRow]:
        """List rows in the order of `ids`."""
        return self._session.look(lambda project: get_rows(project, ids)) if self._session.is_open else ()

    def row_excerpts(self, text: str, ids: Sequence[int]) -> Mapping[int, RowExcerpt]:
        """What of some incidents shows these words."""
        return self._session.look(lambda project: get_excerpts(project, text, ids)) if self._session.is_open else {}

    def source_rows(self, ids: Sequence[int]) -> Sequence[SourceRow]:
        """Rows of sources in the order of `ids`."""
        return self._session.look(lambda project: get_source_rows(project, ids)) if self._session.is_open else ()

    def source_ids(self, text: str, order: SourceOrder) -> "array[int]":
        """Ids of the sources with these words."""
        if not self._session.is_open:
            return array("q")
        return self._session.look(lambda project: list_source_ids(project, text=text, order=order))

    def find_incidents(self, text: str) -> Sequence[IncidentRow]:
        """Incidents with these words, the best first, at most fifty; without words the first of the chronology."""
        if not self._session.is_open:
            return ()
        found = self._session.read(
            lambda project: get_rows(
                project,
                find_incident_ids(project, text, limit=MAX_FOUND)
                if text.strip()
                else list_incidents(project, IncidentFilter()).ids[:MAX_FOUND],
            )
        )
        return found or ()

    def find_sources(self, text: str) -> Sequence[SourceRow]:
        """Sources with these words, the newest added first, at most fifty."""
        found = self._session.read(
            lambda project: get_source_rows(project, list_source_ids(project, text=text)[:MAX_FOUND])
        )
        return found or ()

    def source(self, source_id: int) -> SourceCard:
        """Everything about one source. Raises NOT_FOUND."""
        return self._session.look(lambda project: get_source(project, source_id))

    def capture_text(self, capture_id: int) -> str:
        """The working text of a preserved copy, "" where it cannot be read."""
        return self._session.read(lambda project: read_capture_text(project, capture_id)) or ""

    def page_images(self, capture: CaptureLine) -> PageImages:
        """The pages of a copy that is a PDF file or a picture, to be drawn by a process of their own."""
        project = self._session.project
        worker = PICTURE_WORKER if capture.media_type in PICTURE_MEDIA_TYPES else PDF_WORKER
        return PageImages(worker, lambda: read_capture_bytes(project, capture.id))

    def filter_loaders(self) -> FilterLoaders:
        """For the filter bars of all pages."""
        return FilterReader(self._session).loaders()

    def source_loaders(self) -> SourceLoaders:
        """For the list and the editor of sources."""
        return SourceLoaders(self.source_rows, self.source_ids)

    def find_matches(self, proposed: ProposedIncident) -> Sequence[IncidentMatch]:
        """Incidents that may be the same as a proposal, the likely ones first."""
        return self._session.read(lambda project: find_matches(project, proposed)) or ()

    def draft_of(self, proposed: ProposedIncident) -> IncidentDraft:
        """What accepting a proposal would write."""
        return draft_of(self._session.project, proposed)

    def proposal_loaders(self) -> ProposalLoaders:
        """For the pane of proposals."""
        return ProposalLoaders(self.find_matches, self.find_incidents, self.draft_of)

    def citation_loaders(self) -> CitationLoaders:
        """For the citation editor."""
        return CitationLoaders(self.find_sources, self.source, self.capture_text, self._dates)
