"""Draws the timeline for files: as a picture of its own, and for the documents that are exported."""

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
from gui.filters.filter_values import filter_text
from gui.picture.picture_dialog import PictureDialog, PictureOffer
from gui.picture.picture_files import write_pdf, write_png, write_svg
from gui.picture.sheets import PictureSubject, Sheets, lay_sheets
from gui.picture.wish import PictureFormat, PictureWish
from gui.texts.timeline import count_text
from gui.timeline.timeline_page import TimelinePage
from models.snapshots import IncidentFilter
from services.captions import read_captions
from services.exporting import ExportOptions
from services.incident_flags import Flag
from services.incident_selection import Selection, select_incidents
from services.pictures import cover_lanes, save_picture
from services.properties import get_project_card
from services.timeline_lanes import Lanes

# In a document the drawing is as wide as the text: at this width its words come out as large as the notes.
DOCUMENT_WIDTH = 860
_DOCUMENT_DPI = 288


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
    ) -> None:
        super().__init__(session)
        self._session = session
        self._page = page
        self._index = index
        self._chronology = chronology
        self._lanes = lanes
        self._filters = FilterReader(session)
        self._wish = PictureWish()
        self._folder: Path | None = None
        self._drawn: tuple[object, Picture] | None = None
        actions[ActionId.SAVE_PICTURE].triggered.connect(self.open_dialog)

    def open_dialog(self) -> None:
        """Ask how the picture is wanted."""
        self._session.flush()
        selection = self._chronology.selection
        subject = None if selection is None else self._subject(self._chronology.filter, selection)
        if subject is None:
            return
        folder = self._folder or self._session.project.path.parent

        def lay_out(wish: PictureWish) -> Sheets:
            return lay_sheets(subject, wish)

        offer = PictureOffer(lay_out, folder / file_stem(subject.title), self._wish)
        dialog = PictureDialog(offer, self._session.notices, self._session.window)
        dialog.picture_requested.connect(self.save)
        dialog.open()

    def save(self, target: Path, wish: PictureWish) -> None:
        """Draw and write a picture."""
        self._wish, self._folder = wish, target.parent
        selection = self._chronology.selection
        subject = None if selection is None else self._subject(self._chronology.filter, selection)
        if subject is None:
            return
        sheets = lay_sheets(subject, wish)
        data = _bytes_of(sheets, wish)
        if self._session.succeeds(lambda project: save_picture(project, target, data)):
            self.picture_saved.emit(target)

    def draw_for(self, options: ExportOptions) -> Picture | None:
        """The timeline of the incidents that an export holds; None where nothing of it can be drawn."""
        index = self._index.index
        if index is None:
            return None
        key = (self._session.project.path, index.revision, options.wanted, options.include_uncited, self._lanes.by)
        if self._drawn is None or self._drawn[0] != key:
            selection = self._session.read(lambda project: select_incidents(project, index, options.wanted))
            if selection is None:
                return None
            if not options.include_uncited:
                selection = _cited(selection, index.columns.flags)
            subject = self._subject(options.wanted, selection)
            if subject is None or subject.lanes.span is None:
                return None
            inside = replace(subject, is_framed=False)
            self._drawn = key, _picture_of(lay_sheets(inside, PictureWish(width=DOCUMENT_WIDTH)))
        return self._drawn[1]

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
            line=self._line(wanted, lanes),
            lanes=lanes,
            arrangement=self._page.board.arrangement,
            titles=lambda ids: read_captions(project, ids),
            seen=self._page.visible_span(),
        )

    def _line(self, wanted: IncidentFilter, lanes: Lanes) -> str:
        parts = [count_text(lanes.count), filter_text(wanted, self._filters.chosen(wanted))]
        if lanes.undated:
            undated = self.tr("1 undated") if len(lanes.undated) == 1 else self.tr("{count} undated")
            parts.append(undated.format(count=f"{len(lanes.undated):,}"))
        return " · ".join(part for part in parts if part)


def _cited(selection: Selection, flags: bytearray) -> Selection:
    bits = bytes(bit and not flag & Flag.UNCITED for bit, flag in zip(selection.bits, flags, strict=True))
    return Selection(bits, bits.count(1))


def _bytes_of(sheets: Sheets, wish: PictureWish) -> bytes:
    if wish.format is PictureFormat.SVG:
        return write_svg(sheets.pages[0], sheets.size, sheets.title, sheets.words)
    if wish.format is PictureFormat.PNG:
        return write_png(sheets.pages[0], sheets.size, wish.dpi, ground=sheets.ground)
    return write_pdf(sheets.pages, sheets.size, sheets.title)


def _picture_of(sheets: Sheets) -> Picture:
    draw, size = sheets.pages[0], sheets.size
    svg = write_svg(draw, size, sheets.title, sheets.words).decode("utf-8")
    png = write_png(draw, size, _DOCUMENT_DPI, ground=sheets.ground)
    return Picture(svg, png, size.width(), size.height(), sheets.words)
