"""The item model: rows, pages, and what assistive technology hears."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.chronology.chronology_item_model import PAGE, ROWS_KEPT, ChronologyItemModel
from models.enums import ProblemCode, Status
from models.errors import UserFacingError
from models.snapshots import IncidentRow
from tests.gui.chronology.rows import Store, make_listing, make_row, make_store

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def test_obeys_the_rules_of_qt_item_models(qtbot: QtBot) -> None:
    model = ChronologyItemModel(make_store(9).fetch)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_listing(make_listing(range(1, 10), 4, 5))
    model.set_listing(make_listing(range(1, 10), 4, 5))
    model.set_listing(make_listing((3, 2), 1, 1))
    model.invalidate([2])
    assert tester.model() is model


def test_headings_can_be_seen_but_not_chosen() -> None:
    model = ChronologyItemModel(make_store(3).fetch)
    model.set_listing(make_listing((1, 2, 3), 1, 2))
    assert [model.incident_id_at(row) for row in range(model.rowCount())] == [None, 1, None, 2, 3]
    selectable = [bool(model.index(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(5)]
    assert selectable == [False, True, False, True, True]
    assert model.row_of(3) == 4
    assert model.row_of(99) is None
    assert model.rows_of([3, 1, 99]) == [1, 4]


def test_shown_rows_alone_are_fetched() -> None:
    store = make_store(100_000)
    model = ChronologyItemModel(store.fetch)
    model.set_listing(make_listing(range(1, 100_001), 50_000, 50_000))
    assert store.asked == []
    row = model.row_of(70_000)
    assert row is not None
    found = model.incident_at(row)
    assert found is not None
    assert found.id == 70_000
    assert [len(ids) for ids in store.asked] == [PAGE]


def test_pages_are_kept_within_bounds_and_fetched_again() -> None:
    count = ROWS_KEPT + PAGE
    store = make_store(count)
    model = ChronologyItemModel(store.fetch)
    model.set_listing(make_listing(range(1, count + 1)))
    for place in (0, *range(0, count, PAGE), 0):
        model.incident_at(model.row_map.row_of(place))
    assert len(store.asked) == ROWS_KEPT // PAGE + 2


def test_invalidate_fetches_only_the_touched_page_again(qtbot: QtBot) -> None:
    store = make_store(3 * PAGE)
    model = ChronologyItemModel(store.fetch)
    model.set_listing(make_listing(range(1, 3 * PAGE + 1)))
    for place in range(0, 3 * PAGE, PAGE):
        model.incident_at(place + 1)
    store.rows[PAGE + 5] = make_row(PAGE + 5, title="Changed")
    with qtbot.waitSignal(model.dataChanged) as announced:
        model.invalidate([PAGE + 5])
    assert announced.args[0].row() <= PAGE + 5 <= announced.args[1].row()
    found = model.incident_at(PAGE + 5)
    assert found is not None
    assert found.title == "Changed"
    assert len(store.asked) == 4


def test_a_new_listing_of_the_same_incidents_reads_them_anew() -> None:
    store = make_store(2)
    model = ChronologyItemModel(store.fetch)
    model.set_listing(make_listing((1, 2)))
    model.incident_at(1)
    store.rows[1] = make_row(1, title="Changed")
    model.set_listing(make_listing((1, 2)))
    assert model.data(model.index(1)) == "Changed"


def test_an_incident_that_is_gone_leaves_an_empty_row() -> None:
    store = make_store(2)
    model = ChronologyItemModel(store.fetch)
    model.set_listing(make_listing((1, 2)))
    del store.rows[2]
    assert model.incident_at(2) is None
    assert model.data(model.index(2)) == ""


def test_a_failed_fetch_is_told_once(qtbot: QtBot) -> None:
    def fail(ids: Sequence[int]) -> Sequence[IncidentRow]:
        raise UserFacingError(ProblemCode.FILE_MOVED)

    model = ChronologyItemModel(fail)
    model.set_listing(make_listing((1, 2)))
    with qtbot.waitSignal(model.fetch_failed) as failed:
        assert model.incident_at(1) is None
    assert failed.args[0].problem is ProblemCode.FILE_MOVED
    with qtbot.assertNotEmitted(model.fetch_failed):
        assert model.incident_at(2) is None


def test_a_row_is_one_sentence_for_a_screen_reader() -> None:
    row = make_row(1, status=Status.DISPUTED, marked=True, citation_count=4, contradicting_count=1)
    model = ChronologyItemModel(Store([row]).fetch)
    model.set_listing(make_listing((1,)))
    assert model.data(model.index(1), ACCESSIBLE) == (
        "20 January 2024, Saturday. Incident 1. Disputed. 4 citations. 1 contradicting. Al-Asad. tags US forces."
        " marked as key."
    )
    assert model.data(model.index(0), ACCESSIBLE) == "January 2024, 1 of 2 incidents"


@pytest.mark.parametrize(("count", "words"), [(0, "No citation"), (1, "1 citation"), (5, "5 citations")])
def test_citations_carry_their_noun(count: int, words: str) -> None:
    model = ChronologyItemModel(Store([make_row(1, citation_count=count)]).fetch)
    model.set_listing(make_listing((1,)))
    assert words in model.data(model.index(1), ACCESSIBLE)


def test_other_roles_and_indexes_have_no_data() -> None:
    model = ChronologyItemModel(make_store(1).fetch)
    model.set_listing(make_listing((1,)))
    assert model.data(model.index(1), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
