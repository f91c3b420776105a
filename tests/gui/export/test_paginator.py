"""How boxes are set on pages, with heights that need no fonts."""

from hypothesis import given
from hypothesis import strategies as st

from gui.export.boxes import Box
from gui.export.paginator import Page, Paginator

HEIGHT = 100.0


def _set(boxes: list[Box], notes: dict[int, list[Box]] | None = None, limit: int = 50) -> list[Page]:
    return Paginator(HEIGHT, notes or {}, limit=limit).fill(boxes)


def _heights(page: Page) -> list[float]:
    return [box.height for _, box in page.boxes]


def test_boxes_fill_a_page_before_the_next_begins() -> None:
    pages = _set([Box(40), Box(40), Box(40)])
    assert [_heights(page) for page in pages] == [[40, 40], [40]]


def test_space_above_is_dropped_at_the_head_of_a_page() -> None:
    pages = _set([Box(90), Box(30, before=20)])
    assert pages[1].boxes[0][0] == 0


def test_heading_goes_with_what_follows() -> None:
    pages = _set([Box(80), Box(10, keeps_next=True), Box(30)])
    assert [_heights(page) for page in pages] == [[80], [10, 30]]


def test_notes_stand_on_the_page_that_calls_them() -> None:
    notes = {1: [Box(10)], 2: [Box(10), Box(10)]}
    pages = _set([Box(40, notes=(1,)), Box(40, notes=(2,))], notes)
    assert [len(page.notes) for page in pages] == [1, 2]
    assert [_heights(page) for page in pages] == [[40], [40]]


def test_long_note_goes_on_at_the_foot_of_the_next_pages() -> None:
    notes = {1: [Box(10) for _ in range(20)]}
    pages = _set([Box(50, notes=(1,)), Box(50)], notes)
    assert sum(len(page.notes) for page in pages) == 20
    assert len(pages[0].notes) == 3


def test_note_lines_carried_over_keep_their_order() -> None:
    notes = {n: [Box(10.0 + n / 100) for _ in range(4)] for n in (1, 2, 3)}
    pages = _set([Box(60, notes=(1, 2, 3))], notes)
    heights = [note.height for page in pages for note in page.notes]
    assert heights == sorted(heights)
    assert len(heights) == 12


def test_pages_end_at_the_limit() -> None:
    paginator = Paginator(HEIGHT, {}, limit=3)
    assert len(paginator.fill([Box(90) for _ in range(10)])) == 3
    assert paginator.is_cut


def test_running_head_names_the_first_period_of_a_page() -> None:
    boxes = [Box(60, period="2021"), Box(60), Box(20, period="2023"), Box(10, period="2024"), Box(90)]
    assert [page.period for page in _set(boxes)] == ["2021", "2023", "2024"]


_BOXES = st.lists(
    st.builds(
        Box,
        st.floats(1, 99),
        before=st.floats(0, 20),
        keeps_next=st.booleans(),
        notes=st.lists(st.integers(1, 5), max_size=2).map(tuple),
    ),
    max_size=40,
)


@given(_BOXES, st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_nothing_is_lost_and_text_never_overflows(boxes: list[Box], lengths: list[int]) -> None:
    notes = {number: [Box(9.0) for _ in range(length)] for number, length in enumerate(lengths, start=1)}
    pages = _set(boxes, notes, limit=10_000)
    assert [box for page in pages for _, box in page.boxes] == boxes
    called = [note for box in boxes for number in box.notes for note in notes[number]]
    assert [note for page in pages for note in page.notes] == called
    for page in pages:
        tops = [top for top, _ in page.boxes]
        assert tops == sorted(tops)
        assert page.filled <= HEIGHT
        assert page.filled + page.notes_height <= HEIGHT
