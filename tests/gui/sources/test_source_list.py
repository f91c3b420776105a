"""The sources list: paging, selection, keys, filter, order, drops."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from gui.sources.source_item_model import ROW_ROLE, SourceItemModel
from gui.sources.source_list_panel import SourceListPanel
from gui.sources.source_view import SourceView
from models.drafts import SourceDraft, SourcePatch
from models.snapshots import SourceOrder, SourceRow
from services.project import Project
from services.sources import add_source, delete_sources, edit_source
from tests.gui.sources.desk import ProjectLoaders

HOSTILE = ("A" * 1_900, "تقرير عن الهجوم", "😀" * 300, "Bad \x07\x1b name", "a & b <b>bold</b>")


def _fill(project: Project, count: int) -> list[int]:
    return [add_source(project, SourceDraft(title=f"Source {number}")) for number in range(count)]


def _panel(qtbot: QtBot, reading: ProjectLoaders) -> SourceListPanel:
    panel = SourceListPanel(reading.fetch_rows)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    return panel


def _view(panel: SourceListPanel) -> SourceView:
    view = panel.findChild(SourceView)
    assert isinstance(view, SourceView)
    return view


def test_model_reads_only_the_pages_that_are_looked_at(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    ids = _fill(project, 3)
    model = SourceItemModel(reading.fetch_rows)
    model.show_ids(ids * 7_000)
    assert model.rowCount() == 21_000
    assert reading.fetches == 0
    row = model.index(20_999).data(ROW_ROLE)
    assert isinstance(row, SourceRow)
    assert row.title == "Source 2"
    assert reading.fetches == 1
    assert "Source 0" in model.index(20_997).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reading.fetches == 1


def test_model_shows_nothing_for_a_row_that_has_gone(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    model = SourceItemModel(reading.fetch_rows)
    model.show_ids([999])
    assert model.index(0).data(ROW_ROLE) is None
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) is None


def test_refresh_reads_a_changed_row_again(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    (source_id,) = _fill(project, 1)
    model = SourceItemModel(reading.fetch_rows)
    model.show_ids([source_id])
    model.row_at(0)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh_rows({source_id})
    model.row_at(0)
    assert reading.fetches == 2


def test_keys_open_delete_and_step(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    ids = _fill(project, 3)
    panel = _panel(qtbot, reading)
    panel.show_ids(ids, total=3)
    panel.focus_list()
    view = _view(panel)
    assert panel.current_id() == ids[0]
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert panel.current_id() == ids[1]
    with qtbot.waitSignal(panel.source_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ids[1]]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.delete_requested) as deleted:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert deleted.args == [ids]


def test_list_keeps_the_selection_when_it_is_listed_anew(
    qtbot: QtBot, project: Project, reading: ProjectLoaders
) -> None:
    ids = _fill(project, 4)
    panel = _panel(qtbot, reading)
    panel.show_ids(ids, total=4)
    panel.select(ids[2])
    with qtbot.assertNotEmitted(panel.source_selected):
        panel.show_ids(list(reversed(ids)), total=4)
    assert panel.selected_ids() == [ids[2]]


def test_list_tells_when_the_selected_source_has_gone(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    ids = _fill(project, 2)
    panel = _panel(qtbot, reading)
    panel.show_ids(ids, total=2)
    panel.select(ids[1])
    delete_sources(project, [ids[1]])
    with qtbot.waitSignal(panel.source_selected) as told:
        panel.show_ids(ids[:1], total=1)
    assert told.args == [None]


def test_filter_and_order_are_announced(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    panel = _panel(qtbot, reading)
    panel.focus_search()
    field = panel.focusWidget()
    assert field is not None
    with qtbot.waitSignal(panel.search_changed) as searched:
        qtbot.keyClicks(field, " wire ")
    assert searched.args == ["wire"]
    action = next(a for a in panel.findChildren(QAction) if a.data() == "title")
    with qtbot.waitSignal(panel.order_changed) as ordered:
        action.trigger()
    assert ordered.args == [SourceOrder.TITLE]
    assert panel.order() is SourceOrder.TITLE


def test_empty_list_says_what_to_do(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    panel = _panel(qtbot, reading)
    panel.show_ids([], total=0)
    assert panel._empty.isVisible()
    assert panel._empty.accessibleName() == "No sources yet. Drop a file, paste text or a citation."
    with qtbot.waitSignal(panel.text_paste_requested):
        panel._empty._paste.click()
    panel._header._filter.setText("nothing like it")
    panel.show_ids([], total=7)
    assert panel._empty.accessibleName() == "Nothing matches this filter. 7 sources are hidden."
    panel._empty._clear.click()
    assert panel.text() == ""


def _drop(view: SourceView, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)


def test_dropped_files_and_text_are_announced_unopened(
    qtbot: QtBot, project: Project, reading: ProjectLoaders, tmp_path: Path
) -> None:
    panel = _panel(qtbot, reading)
    missing = tmp_path / "not there.pdf"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(missing)), QUrl("https://example.org/x")])
    with qtbot.waitSignal(panel.files_dropped) as dropped:
        _drop(_view(panel), mime)
    assert dropped.args == [[missing]]
    words = QMimeData()
    words.setText("Some words")
    with qtbot.waitSignal(panel.text_dropped) as told:
        _drop(_view(panel), words)
    assert told.args == ["Some words"]


def test_paste_on_the_list_is_a_drop(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    panel = _panel(qtbot, reading)
    QGuiApplication.clipboard().setText("Pasted words")
    with qtbot.waitSignal(panel.text_dropped) as told:
        qtbot.keyClick(_view(panel), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Pasted words"]


def test_hostile_titles_are_painted(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    ids = [add_source(project, SourceDraft(title=title, publisher=title, protected=True)) for title in HOSTILE]
    panel = _panel(qtbot, reading)
    panel.show_ids(ids, total=len(ids))
    panel.resize(240, 400)
    assert not panel.grab().isNull()


def test_read_only_list_takes_nothing(qtbot: QtBot, project: Project, reading: ProjectLoaders) -> None:
    ids = _fill(project, 1)
    panel = _panel(qtbot, reading)
    panel.set_read_only(True)
    panel.show_ids(ids, total=1)
    panel.focus_list()
    QGuiApplication.clipboard().setText("Pasted words")
    with qtbot.assertNotEmitted(panel.text_dropped), qtbot.assertNotEmitted(panel.delete_requested):
        qtbot.keyClick(_view(panel), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(_view(panel), Qt.Key.Key_Delete)
    panel.show_ids([], total=0)
    assert not panel._empty._add.isEnabled()
    assert not panel._header._add.isEnabled()


def test_same_sources_again_keep_selection_and_place_and_are_read_anew(
    qtbot: QtBot, project: Project, reading: ProjectLoaders
) -> None:
    ids = _fill(project, 40)
    panel = _panel(qtbot, reading)
    panel.show_ids(ids, total=40)
    panel.select(ids[30])
    place = _view(panel).verticalScrollBar().value()
    edit_source(project, ids[30], SourcePatch(title="Renamed"))
    with qtbot.assertNotEmitted(panel.source_selected):
        panel.show_ids(ids, total=40)
    assert (panel.current_id(), _view(panel).verticalScrollBar().value()) == (ids[30], place)
    assert _view(panel).currentIndex().data() == "Renamed"
