"""Writes files that were read into a project, inside one change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dates import UNDATED, UncertainDate
from importers.found import Doubt, Found, FoundIncident, FoundSource, Table
from models.changes import RecordKind
from models.drafts import SourceDraft
from models.errors import UserFacingError
from services.captures import captured_by, write_capture
from services.change import Change
from services.imported_incidents import IncidentTally, write_found_incidents
from services.progress import WorkProgress
from services.sources import write_source

_READ_OUT = ("title", "creators", "container_title", "publisher", "published", "url", "language", "fields")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and not yet written to a project. `name` has no folder."""

    name: str
    sha256: str
    found: Found

    @property
    def source(self) -> FoundSource | None:
        """The source made of the file, None for a table of incidents."""
        return self.found.sources[0] if self.found.sources else None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file.

    `source_ids` are the sources that it gave: its own, then those of its attachments. `known_source_id` is the source that
    already preserved the file's bytes, `known_attachment_ids` are those that preserved the bytes of its attachments.
    """

    name: str
    source_ids: tuple[int, ...] = ()
    known_source_id: int | None = None
    known_attachment_ids: tuple[int, ...] = ()
    incidents: IncidentTally = field(default_factory=IncidentTally)
    held_back: tuple[FoundIncident, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that nothing could be made of, and why."""

    name: str
    error: UserFacingError


def marked_unconfirmed(found: Found, published: UncertainDate) -> Found:
    """The same with every source naming what was read out of the file. A day that a person gave is `published`."""
    sources = (FoundSource(_marked(one.draft, published), one.capture) for one in found.sources)
    return Found(tuple(sources), found.incidents, found.doubts)


def _marked(draft: SourceDraft, published: UncertainDate) -> SourceDraft:
    given = {"published"} if published != UNDATED and draft.published == published else set()
    filled = {name for name in _READ_OUT if getattr(draft, name) not in ("", (), {}, UNDATED)}
    return draft.model_copy(update={"unconfirmed": frozenset(filled - given)})


class FileWriter:
    """Writes one file after the other; bytes that a source preserves already are not taken twice."""

    def __init__(self, change: Change, *, accept_all: bool, progress: WorkProgress) -> None:
        self._change = change
        self._accept_all = accept_all
        self._progress = progress
        self._met: dict[str, int | None] = {}

    def source_of(self, sha256: str) -> int | None:
        """The source that preserves these bytes, those of this change among them."""
        if sha256 not in self._met:
            self._met[sha256] = captured_by(self._change.connection, sha256)
        return self._met[sha256]

    def write(self, file: ReadFile) -> ImportedFile:
        """Write the sources and incidents of one file."""
        if file.source and (source_id := self.source_of(file.sha256)):
            return ImportedFile(file.name, known_source_id=source_id, doubts=file.found.doubts)
        ids, known_ids = self._write_sources(file.found.sources)
        found = file.found.incidents
        table = self.write_table(file.name, Table(file.found.doubts, iter(found)), len(found))
        return replace(table, source_ids=ids, known_attachment_ids=known_ids)

    def write_table(self, name: str, table: Table, count: int) -> ImportedFile:
        """Write the incidents of a table of about `count` rows, as they are read."""
        held_back: list[FoundIncident] = []
        tally = write_found_incidents(self._change, name, self._taken(table.rows, held_back), count, self._progress)
        if tally.touched_ids:
            self._change.about(RecordKind.INCIDENT, tally.touched_ids[0])
        return ImportedFile(name, incidents=tally, held_back=tuple(held_back), doubts=table.doubts)

    def _write_sources(self, sources: Sequence[FoundSource]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Write a message before its attachments; the ids of the written and of the known ones."""
        written: list[int] = []
        met: list[int] = []
        for source in sources:
            digest = source.capture.sha256
            if known := self.source_of(digest):
                met += [known] if known not in {*written, *met} else []
                continue
            written.append(write_source(self._change, source.draft))
            write_capture(self._change, written[-1], source.capture)
            self._met[digest] = written[-1]
        if written:
            self._change.about(RecordKind.SOURCE, written[0])
        return tuple(written), tuple(met)

    def _taken(self, found: Iterable[FoundIncident], held_back: list[FoundIncident]) -> Iterator[FoundIncident]:
        """What is written; the others are put aside."""
        for incident in found:
            if incident.draft is not None and (self._accept_all or not incident.is_doubtful):
                yield incident
            else:
                held_back.append(incident)
