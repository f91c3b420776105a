"""Draws the timeline for files: as a picture of its own, and for the documents that are exported."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from exporters.document import Picture
from gui.actions import ActionId, Actions
from gui.controllers.chronology_controller import ChronologyController
from gui.controllers.filter_reader import FilterReader
from gui.controllers.index_keeper import IndexKeeper
from gui.controllers.lanes_keeper import LanesKeeper
from gui.controllers.session import Session
from gui.export.subject import file_stem
from gui.filters.filter_values import NO_NAMES, filter_text
from gui.picture.picture_dialog import PictureDialog, PictureOffer
from gui.picture.picture_files import fitting_dpi, write_pdf, write_png, write_svg
from gui.picture.sheets import PictureSubject, Sheets, lay_sheets
from gui.picture.wish import PictureFormat, PictureWish
from gui.task_runner import Progress, TaskRunner
from gui.texts import incidents_text
from gui.timeline.board import ordered_places
from gui.timeline.scene import Titles
from gui.timeline.timeline_page import TimelinePage
from models.snapshots import IncidentFilter
from services.bits import all_of, table
from services.captions import Caption, read_captions
from services.exporting import ExportOptions
from services.incident_flags import Flag
from services.incident_selection import Selection, select_incidents
from services.pictures import cover_lanes, cover_names, refuse_names, save_picture
from services.properties import get_project_card
from services.timeline_lanes import Lanes

# In a document the drawing is as wide as the text: at this width its words come out as large as the notes.
DOCUMENT_WIDTH = 860
DOCUMENT_DPI, _PREVIEW_DPI = 288, 144
_PREVIEW_LANES = 30


class PictureController(QObject):
    """What the timeline shows is what is drawn; protected sources stand under their cover names."""

    picture_saved = Signal(object)
    """Payload: the Path."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        page: TimelinePage,
        index: IndexKeeper,
        chronology: ChronologyController,
        lanes: LanesKeeper,
        runner: TaskRunner,
    ) -> None:
        super().__init__(session)
        self._runner = runner
        self._session = session
        self._page = page
        self._index = index
        self._chronology = chronology
        self._lanes = lanes
        self._filters = FilterReader(session)
        self._wish = PictureWish()
        self._folder: Path | None = None
        self._previewed: tuple[object, Picture | None] | None = None
        actions[ActionId.SAVE_PICTURE].triggered.connect(self.open_dialog)
        session.project_changed.connect(self._forget_preview)
        session.project_closed.connect(self._forget_preview)

    def open_dialog(self) -> None:
        """Ask how the picture is wanted."""
        self._session.flush()
        subject = self._seen()
        if subject is None:
            return
        folder = self._folder or self._session.project.path.parent

        def lay_out(wish: PictureWish) -> Sheets:
            return lay_sheets(subject, wish)

        def preview(wish: PictureWish) -> Sheets:
            # Thousands of lanes in one piece would be a thread; a page holds few.
            return lay_sheets(subject if wish.is_paged else _beginning(subject), wish)

        offer = PictureOffer(lay_out, preview, folder / file_stem(subject.title), self._wish)
        dialog = PictureDialog(offer, self._session.notices, self._session.window)
        dialog.picture_requested.connect(self.save)
        dialog.open()

    def save(self, target: Path, wish: PictureWish) -> None:
        """Draw and write a picture."""
        self._wish, self._folder = wish, target.parent
        subject = self._seen()
        if subject is None:
            return
        project = self._session.project
        titles = _KeptTitles(subject.titles)
        drawn = replace(subject, titles=titles)

        def work(progress: Progress) -> Path:
            data = _bytes_of(lay_sheets(drawn, wish), wish, progress)
            refuse_names(project, [*_words_of(subject), *titles.kept])
            progress.check()
            save_picture(project, target, data)
            return target

        label = self.tr("Saving {name}…").replace("{name}", target.name)
        self._runner.run(work, self.picture_saved.emit, self._session.tell, label=label)

    def _forget_preview(self) -> None:
        self._previewed = None

    def drawing_for(self, options: ExportOptions) -> Callable[[], Picture | None]:
        """What draws the timeline of the incidents that an export holds, on any thread; None where nothing can be drawn."""
        subject = self._inside(options)
        return lambda: None if subject is None else _picture_of(subject, DOCUMENT_DPI)

    def preview_for(self, options: ExportOptions) -> Picture | None:
        """The same drawing for the screen, made once; of very many lanes the first, as the preview shows a beginning."""
        ways = self._lanes.by, self._lanes.colour_by, self._page.board.arrangement
        key = (self._index.index is None, options.wanted, options.include_uncited, *ways)
        if self._previewed is None or self._previewed[0] != key:
            subject = self._inside(options)
            self._previewed = key, None if subject is None else _picture_of(_beginning(subject), _PREVIEW_DPI)
        return self._previewed[1]

    def _seen(self) -> PictureSubject | None:
        """What the timeline shows."""
        selection = self._chronology.selection
        return None if selection is None else self._subject(self._chronology.filter, selection)

    def _inside(self, options: ExportOptions) -> PictureSubject | None:
        """What stands inside a document, without a title of its own."""
        index = self._index.index
        if index is None:
            return None
        selection = self._session.read(lambda project: select_incidents(project, index, options.wanted))
        if selection is None:
            return None
        if not options.include_uncited:
            selection = _cited(selection, index.columns.flags)
        subject = self._subject(options.wanted, selection)
        return None if subject is None or subject.lanes.span is None else replace(subject, is_framed=False)

    def _subject(self, wanted: IncidentFilter, selection: Selection) -> PictureSubject | None:
        project_card = self._session.read(get_project_card)
        found = self._lanes.gather_for(selection)
        unnamed = self.tr("A protected source")
        lanes = None if found is None else self._session.read(lambda p: cover_lanes(p, found, unnamed=unnamed))
        if project_card is None or lanes is None:
            return None
        project = self._session.project
        return PictureSubject(
            title=project_card.title,
            line=self._line(wanted, lanes, unnamed),
            lanes=lanes,
            arrangement=self._page.board.arrangement,
            titles=lambda ids: read_captions(project, ids),
            seen=self._page.visible_span(),
        )

    def _line(self, wanted: IncidentFilter, lanes: Lanes, unnamed: str) -> str:
        chosen = self._filters.chosen(wanted)
        names = self._session.read(lambda project: cover_names(project, chosen, unnamed=unnamed)) or NO_NAMES
        parts = [incidents_text(lanes.count), filter_text(wanted, names)]
        if lanes.undated:
            undated = self.tr("1 undated") if len(lanes.undated) == 1 else self.tr("{count} undated")
            parts.append(undated.format(count=f"{len(lanes.undated):,}"))
        return " · ".join(part for part in parts if part)


def _beginning(subject: PictureSubject) -> PictureSubject:
    places = ordered_places(subject.lanes, subject.arrangement)[:_PREVIEW_LANES]
    lanes = tuple(map(subject.lanes.lanes.__getitem__, places))
    return replace(subject, lanes=replace(subject.lanes, lanes=lanes))


class _KeptTitles:
    """Captions as they are drawn, with all their words kept: what is drawn may be cut short."""

    def __init__(self, read: Titles) -> None:
        self._read = read
        self.kept: set[str] = set()

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Caption]:
        found = self._read(ids)
        self.kept.update(caption.title for caption in found.values())
        return found


def _words_of(subject: PictureSubject) -> Iterator[str]:
    """What a picture says beside the titles of incidents."""
    yield from (subject.title, subject.line)
    yield from (lane.title for lane in subject.lanes.lanes)
    yield from (entry.title for entry in subject.lanes.legend)


def _cited(selection: Selection, flags: bytearray) -> Selection:
    is_cited = table(lambda flag: not flag & Flag.UNCITED)
    bits = all_of((selection.bits, flags.translate(is_cited)), len(flags))
    return Selection(bits, bits.count(1))


def _bytes_of(sheets: Sheets, wish: PictureWish, progress: Progress) -> bytes:
    if wish.format is PictureFormat.SVG:
        return write_svg(sheets.pages[0], sheets.size, sheets.title, sheets.words)
    if wish.format is PictureFormat.PNG:
        return write_png(sheets.pages[0], sheets.size, wish.dpi, ground=sheets.ground)
    return write_pdf(sheets.pages, sheets.size, sheets.title, progress.report)


def _picture_of(subject: PictureSubject, dpi: int) -> Picture:
    sheets = lay_sheets(subject, PictureWish(width=DOCUMENT_WIDTH))
    draw, size = sheets.pages[0], sheets.size
    svg = write_svg(draw, size, sheets.title, sheets.words).decode("utf-8")
    png = write_png(draw, size, fitting_dpi(size, dpi), ground=sheets.ground)
    return Picture(svg, png, size.width(), size.height(), sheets.words)
