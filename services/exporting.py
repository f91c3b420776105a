"""Exports: a project's chronology as a Word document or a web page, with protected sources proven absent."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from exporters.document import Document, NoteKind, Picture
from exporters.docx_writer import write_docx
from exporters.html_writer import write_html
from exporters.labels import Labels
from models.collector import collector_held
from models.enums import ProblemCode
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import files
from services.chronology import Grouping
from services.export_builder import BuildWish, build_tree
from services.export_leaks import compile_needles, file_leaks, find_leaking_entry, picture_leaks, read_needles
from services.export_view import ExportCounts, PublicView, ViewWish, count_wanted, read_view
from services.project import Project

Progress = Callable[[int, int], None]


class ExportFormat(StrEnum):
    """What is written; the value is the suffix of the file."""

    DOCX = "docx"
    HTML = "html"


class Audience(StrEnum):
    """A reader's copy leaves notes to self out; a checker's copy adds quotes, stances, status and hashes."""

    READER = "reader"
    CHECKER = "checker"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Every choice of the export dialog. `protect` False prints protected sources like any other.

    `timeline` asks for a drawing of the same incidents; whoever can draw hands it in as `picture`.
    """

    format: ExportFormat = ExportFormat.DOCX
    notes: NoteKind = NoteKind.FOOTNOTES
    quotes: bool = False
    include_uncited: bool = True
    show_disagreements: bool = True
    protect: bool = True
    audience: Audience = Audience.READER
    wanted: IncidentFilter = field(default_factory=IncidentFilter)
    grouping: Grouping = Grouping.YEAR
    timeline: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `sources` counts the lines of the bibliography, `left_out` the uncited incidents."""

    target: Path
    entries: int
    notes: int
    sources: int
    left_out: int
    disagreements: int
    size: int


def build_document(
    project: Project, options: ExportOptions, labels: Labels, *, progress: Progress | None = None
) -> Document:
    """The tree of the wanted incidents, from the public view. `progress` is told (done, total) entries."""
    with collector_held():  # walking the tree again and again costs a third of the time
        return _build(_read(project, options), options, labels, progress)


def build_preview(project: Project, options: ExportOptions, labels: Labels, *, limit: int = 12) -> Document:
    """The tree of the first `limit` entries, with the title page of the whole; fast enough to follow every click."""
    return _build(_read(project, options, limit=limit), options, labels, None)


def export_chronology(
    project: Project,
    target: Path,
    options: ExportOptions,
    labels: Labels,
    *,
    progress: Progress | None = None,
) -> ExportReport:
    """Write the chronology beside `target`, search it for protected names, then replace `target` in one step.

    `progress` is told (done, total), entries counted once while building and once while writing; what it raises
    cancels the export. Raises TARGET_FOLDER_MISSING, TARGET_NOT_WRITABLE, TARGET_EXISTS (it is the project itself),
    DISK_FULL, PROTECTED_NAME_FOUND; then nothing was written.
    """
    _check_target(project, target)
    with collector_held():
        view = _read(project, options)
        document = _build(view, options, labels, progress)
        with project.read() as connection:
            needles = read_needles(connection) if options.protect else ()
        size = _write_checked(target, document, options.format, needles, progress)
    return ExportReport(
        target=target,
        entries=len(view.incidents),
        notes=sum(1 for _ in document.notes()),
        sources=len(document.bibliography),
        left_out=view.totals.left_out,
        disagreements=len(document.disagreements),
        size=size,
    )


def count_for_export(project: Project, wanted: IncidentFilter) -> ExportCounts:
    """What the export dialog tells before anything is written."""
    with project.read() as connection:
        return count_wanted(connection, wanted)


def suffix_format(target: Path) -> ExportFormat:
    """The format that a file name asks for. Raises UNKNOWN_FORMAT."""
    suffix = target.suffix.lower().removeprefix(".")
    if suffix in ("html", "htm"):
        return ExportFormat.HTML
    if suffix == "docx":
        return ExportFormat.DOCX
    raise UserFacingError(ProblemCode.UNKNOWN_FORMAT, file=target.name)


def _read(project: Project, options: ExportOptions, *, limit: int = 0) -> PublicView:
    wish = ViewWish(
        wanted=options.wanted,
        include_uncited=options.include_uncited,
        protect=options.protect,
        by_year=options.grouping is Grouping.YEAR,
        for_checker=options.audience is Audience.CHECKER,
        limit=limit,
    )
    with project.read() as connection:
        return read_view(connection, wish)


def _build(view: PublicView, options: ExportOptions, labels: Labels, progress: Progress | None) -> Document:
    wish = BuildWish(
        quotes=options.quotes,
        show_disagreements=options.show_disagreements,
        for_checker=options.audience is Audience.CHECKER,
        note_kind=options.notes,
    )
    tree = build_tree(view, wish, labels, _ticker(progress, 0, 2 * len(view.incidents)))
    return replace(tree, picture=options.picture)


def _ticker(progress: Progress | None, before: int, total: int) -> Callable[[int], None] | None:
    if progress is None:
        return None
    tell = progress

    def tick(done: int) -> None:
        tell(before + done, total)

    return tick


def _write_checked(
    target: Path, document: Document, wanted: ExportFormat, needles: tuple[str, ...], progress: Progress | None
) -> int:
    """Write beside the target, search, replace; return the size in bytes."""
    try:
        with files.staged(target) as part:
            _write(part, document, wanted, progress)
            _refuse_leaks(part, document, needles)
            return part.stat().st_size
    except UserFacingError as error:
        if error.problem is ProblemCode.READ_ONLY:
            raise UserFacingError(ProblemCode.TARGET_NOT_WRITABLE, file=target.name) from error
        raise


def _write(part: Path, document: Document, wanted: ExportFormat, progress: Progress | None) -> None:
    count = sum(len(section.entries) for section in document.sections)
    tick = _ticker(progress, count, 2 * count)
    with _create_private(part) as stream:
        if wanted is ExportFormat.DOCX:
            write_docx(document, stream, tick=tick)
        else:
            write_html(document, stream, tick=tick)


def _create_private(part: Path) -> BinaryIO:
    """A new file that only its owner can read, from its first byte on."""
    return os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "w+b")


def _check_target(project: Project, target: Path) -> None:
    if not (files.is_there(target.parent) and target.parent.is_dir()):
        raise UserFacingError(ProblemCode.TARGET_FOLDER_MISSING, file=target.name)
    files.refuse_same(target, project.path)


def _refuse_leaks(part: Path, document: Document, needles: tuple[str, ...]) -> None:
    wanted = compile_needles(needles)
    if needles and (file_leaks(part, wanted) or picture_leaks(document, wanted)):
        raise UserFacingError(ProblemCode.PROTECTED_NAME_FOUND, entry=find_leaking_entry(document, wanted))
