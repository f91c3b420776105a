"""Asks how the picture is wanted, shows it, and says how large it will be."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from gui.controls import plain_label
from gui.fields.segments import Segments
from gui.fields.titled_dialog import TitledDialog
from gui.notices import Notices
from gui.picture.picture_files import DPI, MOST_PIXELS
from gui.picture.picture_preview import PicturePreview
from gui.picture.sheets import Sheets
from gui.picture.wish import (
    LEAST_WIDTH,
    MOST_PAGES,
    MOST_WIDTH,
    RESOLUTIONS,
    Extent,
    Paper,
    PictureFormat,
    PictureWish,
)
from gui.style import GAP_8, GAP_16, HEIGHT_BUTTON

_SIZE = QSize(900, 600)
_LEAST = QSize(720, 420)
_STEP = 200
_NUMBER_WIDTH = 110


@dataclass(frozen=True, slots=True)
class PictureOffer:
    """What the dialog starts with: how to lay the picture out, and as much of it as is shown; the name of the file, and the
    choices of the last time."""

    lay_out: Callable[[PictureWish], Sheets]
    preview: Callable[[PictureWish], Sheets]
    target: Path
    wish: PictureWish


class PictureDialog(TitledDialog):
    """Wish: picture_requested(Path, PictureWish); the dialog closes itself after it."""

    picture_requested = Signal(Path, object)

    def __init__(self, offer: PictureOffer, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Save a picture of the timeline"), parent)
        self._offer = offer
        self._notices = notices
        self._sheets: Sheets | None = None
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._show_preview)
        self._make_choices()
        self._preview = PicturePreview(self)
        self._size = plain_label("", "caption", self)
        self._lay_out()
        self.add_cancel(self.tr("Save nothing (Esc)"))
        self._save = self.add_primary(self.tr("Save picture…"))
        self._save.clicked.connect(self._on_save_clicked)
        self._show_wish(offer.wish)
        self.setMinimumSize(_LEAST)
        room = parent.window().size() - QSize(60, 60) if parent else _SIZE
        self.resize(_SIZE.boundedTo(room).expandedTo(_LEAST))

    def _make_choices(self) -> None:
        self._format = Segments(self.tr("Format"), {f.value: f.value.upper() for f in PictureFormat}, self)
        self._extent = Segments(
            self.tr("Show"),
            {Extent.WHOLE.value: self.tr("Whole timeline"), Extent.SEEN.value: self.tr("What is on screen")},
            self,
        )
        papers = {
            Paper.ONE_SHEET: self.tr("One sheet"),
            Paper.A4: "A4",
            Paper.A3: "A3",
            Paper.LETTER: self.tr("Letter"),
        }
        self._paper = Segments(self.tr("Paper"), {paper.name: words for paper, words in papers.items()}, self)
        self._dpi = Segments(self.tr("Resolution"), {str(dpi): f"{dpi} dpi" for dpi in RESOLUTIONS}, self)
        self._width = _number(self, self.tr("Width in pixels at 100 %"), LEAST_WIDTH, MOST_WIDTH, _STEP, " px")
        self._pages = _number(self, self.tr("Pages side by side"), 1, MOST_PAGES, 1, "")
        for choice in (self._format, self._extent, self._paper, self._dpi):
            choice.choice_made.connect(self._on_changed)
        for number in (self._width, self._pages):
            number.valueChanged.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._width_row = self._row(self.tr("Width"), self._width)
        self._pages_row = self._row(self.tr("Pages side by side"), self._pages)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (first, (self._format, self._extent)),
            (second, (self._paper, self._pages_row, self._width_row, self._dpi)),
        ):
            row.setSpacing(GAP_16)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GAP_8)
        column.addLayout(first)
        column.addLayout(second)
        self.body.addLayout(column)
        self.body.addWidget(self._preview, 1)
        self.body.addWidget(self._size)

    def _row(self, caption: str, field: QWidget) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_8)
        row.addWidget(plain_label(caption, "caption", part))
        row.addWidget(field)
        return part

    def wish(self) -> PictureWish:
        """What is chosen now."""
        return PictureWish(
            format=PictureFormat(self._format.value()),
            extent=Extent(self._extent.value()),
            width=self._width.value(),
            dpi=int(self._dpi.value()),
            paper=Paper[self._paper.value()],
            pages=self._pages.value(),
        )

    def _show_wish(self, wish: PictureWish) -> None:
        self._format.choose(wish.format.value)
        self._extent.choose(wish.extent.value)
        self._paper.choose(wish.paper.name)
        self._dpi.choose(str(wish.dpi))
        self._width.setValue(wish.width)
        self._pages.setValue(wish.pages)
        self._on_changed()

    def _on_changed(self) -> None:
        wish = self.wish()
        self._paper.setVisible(wish.format is PictureFormat.PDF)
        self._pages_row.setVisible(wish.is_paged)
        self._width_row.setVisible(not wish.is_paged)
        self._dpi.setVisible(wish.format is PictureFormat.PNG)
        self._refresh.start()

    def _show_preview(self) -> None:
        wish = self.wish()
        self._sheets, shown = self._offer.lay_out(wish), self._offer.preview(wish)
        self._preview.show_sheets(shown, self._sheets.words)
        too_large = wish.format is PictureFormat.PNG and self._pixels(wish, self._sheets) > MOST_PIXELS
        words = [self._too_large_text() if too_large else self._size_text(wish, self._sheets)]
        if shown.size.height() < self._sheets.size.height():
            words.append(self.tr("the preview shows its beginning"))
        self._size.setText(" · ".join(words))
        self._save.setEnabled(not too_large)

    def _pixels(self, wish: PictureWish, sheets: Sheets) -> int:
        return round(sheets.size.width() * sheets.size.height() * (wish.dpi / DPI) ** 2)

    def _size_text(self, wish: PictureWish, sheets: Sheets) -> str:
        wide, high = sheets.size.width(), sheets.size.height()
        if wish.is_paged:
            count = len(sheets.pages)
            words = self.tr("1 page") if count == 1 else self.tr("{count} pages")
            return words.format(count=f"{count:,}")
        if wish.format is PictureFormat.PNG:
            wide, high = round(wide * wish.dpi / DPI), round(high * wish.dpi / DPI)
            return self.tr("{wide} × {high} pixels").format(wide=f"{wide:,}", high=f"{high:,}")
        wide_mm, high_mm = round(wide * 25.4 / DPI), round(high * 25.4 / DPI)
        words = self.tr("{wide} × {high} mm, sharp at any size")
        return words.format(wide=f"{wide_mm:,}", high=f"{high_mm:,}")

    def _too_large_text(self) -> str:
        return self.tr("That many pixels do not fit into memory. Choose a smaller width or resolution, or SVG or PDF.")

    def _on_save_clicked(self) -> None:
        wish = self.wish()
        names = {
            PictureFormat.SVG: self.tr("SVG picture (*.svg)"),
            PictureFormat.PDF: self.tr("PDF document (*.pdf)"),
            PictureFormat.PNG: self.tr("PNG picture (*.png)"),
        }
        suffix = f".{wish.format.value}"
        suggested = self._offer.target.with_name(self._offer.target.name + suffix)
        chosen = self._notices.ask_save(self, self.tr("Save the picture as"), suggested, names[wish.format])
        if chosen is not None:
            target = chosen if chosen.suffix.lower() == suffix else chosen.with_name(chosen.name + suffix)
            self.picture_requested.emit(target, wish)
            self.accept()


def _number(parent: QWidget, name: str, least: int, most: int, step: int, suffix: str) -> QSpinBox:
    box = QSpinBox(parent)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setRange(least, most)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setKeyboardTracking(False)
    box.setGroupSeparatorShown(True)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setFixedHeight(HEIGHT_BUTTON)
    box.setMinimumWidth(_NUMBER_WIDTH)
    return box
