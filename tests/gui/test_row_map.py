"""Row ↔ incident and row ↔ pixel, against the plain way of counting."""

from hypothesis import given
from hypothesis import strategies as st

from gui.row_map import RowGeometry, RowMap

COUNTS = st.lists(st.integers(min_value=0, max_value=6), max_size=8)


def spelt_out(counts: list[int]) -> list[int | None]:
    """For each row the incident's number, None for a heading."""
    rows: list[int | None] = []
    place = 0
    for count in counts:
        rows.append(None)
        rows.extend(range(place, place + count))
        place += count
    return rows


@given(COUNTS)
def test_row_map_agrees_with_counting(counts: list[int]) -> None:
    rows, row_map = spelt_out(counts), RowMap(counts)
    assert row_map.row_count == len(rows)
    assert row_map.line_count == sum(counts)
    for row, place in enumerate(rows):
        assert row_map.place_of(row) == place
        assert row_map.is_heading(row) == (place is None)
        if place is not None:
            assert row_map.row_of(place) == row


@given(COUNTS, st.data())
def test_places_between_holds_exactly_the_incidents_of_the_rows(counts: list[int], data: st.DataObject) -> None:
    rows, row_map = spelt_out(counts), RowMap(counts)
    if not rows:
        return
    top = data.draw(st.integers(0, len(rows) - 1))
    bottom = data.draw(st.integers(top, len(rows) - 1))
    first, end = row_map.places_between(top, bottom)
    assert list(range(first, end)) == [place for place in rows[top : bottom + 1] if place is not None]


@given(COUNTS)
def test_geometry_agrees_with_adding_up_heights(counts: list[int]) -> None:
    rows = spelt_out(counts)
    geometry = RowGeometry(RowMap(counts), 38, 56)
    top = 0
    for row, place in enumerate(rows):
        height = 38 if place is None else 56
        assert (geometry.top_of(row), geometry.height_of(row)) == (top, height)
        assert geometry.row_at(top) == geometry.row_at(top + height - 1) == row
        top += height
    assert geometry.total == top
    assert geometry.row_at(top) is None
    assert geometry.row_at(-1) is None
