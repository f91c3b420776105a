"""Sets boxes on pages: what belongs together stays together, notes stand at the foot of the page that calls them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gui.export.boxes import Box

NOTE_RULE = 14.0
"""Space for the line above the notes, in points."""


@dataclass(slots=True)
class Page:
    """Boxes with their distance from the top of the text, and the note boxes at its foot, in points."""

    boxes: list[tuple[float, Box]] = field(default_factory=list)
    notes: list[Box] = field(default_factory=list)
    filled: float = 0.0
    period: str = ""

    @property
    def notes_height(self) -> float:
        return NOTE_RULE + sum(note.height for note in self.notes) if self.notes else 0.0


class Paginator:
    """Fills pages of `height` points. `notes` maps the number of a note to its line boxes."""

    def __init__(self, height: float, notes: Mapping[int, Sequence[Box]], *, limit: int) -> None:
        self._height = height
        self._notes = notes
        self._limit = limit
        self._carried: list[Box] = []
        self._period = ""
        self.pages: list[Page] = []
        self.is_cut = False

    def fill(self, boxes: Iterable[Box]) -> list[Page]:
        """The pages, at most `limit`; `is_cut` says that there would be more."""
        self._turn()
        for group in _groups(boxes):
            if not self._fits(group) and self.pages[-1].boxes:
                self._turn()
            for box in group:
                # A group taller than a page is broken between its boxes after all.
                while self._must_turn(box):
                    self._turn()
                if len(self.pages) > self._limit:
                    self.pages.pop()
                    self.is_cut = True
                    return self.pages
                self._place(box)
        while self._carried:
            self._turn()
        return self.pages

    def _turn(self) -> None:
        page = Page(period=self._period)
        self.pages.append(page)
        carried, self._carried = self._carried, []
        self._set_notes(carried)

    def _set_notes(self, notes: Sequence[Box]) -> None:
        """Put note lines at the foot; those without room wait for the next page."""
        page = self.pages[-1]
        for note in notes:
            room = self._height - page.filled - page.notes_height - (0 if page.notes else NOTE_RULE)
            # On a page without text a first line always goes in, so that every page takes something.
            if self._carried or (note.height > room and (page.notes or page.boxes)):
                self._carried.append(note)
            else:
                page.notes.append(note)

    def _called(self, box: Box) -> list[Box]:
        return [line for number in box.notes for line in self._notes.get(number, ())]

    def _fits(self, group: Sequence[Box]) -> bool:
        page = self.pages[-1]
        called = [note for box in group for note in self._called(box)]
        text = sum(box.height + box.before for box in group) - (0 if page.boxes else group[0].before)
        rule = NOTE_RULE if called and not page.notes else 0.0
        notes = page.notes_height + rule + sum(note.height for note in called)
        return page.filled + text + notes <= self._height

    def _must_turn(self, box: Box) -> bool:
        page = self.pages[-1]
        if page.boxes:
            return not self._fits([box])
        # Notes carried over may leave no room for text.
        return bool(page.notes) and box.height + page.notes_height > self._height

    def _place(self, box: Box) -> None:
        page = self.pages[-1]
        top = page.filled + (box.before if page.boxes else 0.0)
        page.boxes.append((top, box))
        page.filled = top + box.height
        if box.period:
            # The running head names the first period that begins on a page, else the one that goes on.
            if not any(placed.period for _, placed in page.boxes[:-1]):
                page.period = box.period
            self._period = box.period
        self._set_notes(self._called(box))


def _groups(boxes: Iterable[Box]) -> Iterator[list[Box]]:
    """Boxes that must begin on one page: each run of `keeps_next` with the box after it."""
    group: list[Box] = []
    for box in boxes:
        group.append(box)
        if not box.keeps_next:
            yield group
            group = []
    if group:
        yield group
