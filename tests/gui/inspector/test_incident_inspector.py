"""The inspector over a real project: what is typed is stored, and what is stored elsewhere does not disturb typing."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dates import UncertainDate
from gui.inspector.incident_inspector import IncidentInspector
from models.drafts import IncidentDraft, IncidentPatch, RoleDraft
from models.enums import Confidence, EntityKind, Status
from services.entities import list_names
from services.incidents import add_incident, edit_incident, get_incident
from services.project import Project
from tests.counts import count_all


class Desk(QObject):
    """What the controllers do: store what the inspector hands out, and load what came of it."""

    def __init__(self, project: Project, inspector: IncidentInspector) -> None:
        super().__init__(inspector)
        self.project, self.inspector = project, inspector
        self.patches: list[tuple[int, dict[str, object], str]] = []
        inspector.incident_patched.connect(self.store)
        inspector.incident_drafted.connect(self.add)

    def store(self, incident_id: int, version: int, patch: IncidentPatch, burst: str) -> None:
        self.patches.append((incident_id, patch.given(), burst))
        stored = edit_incident(self.project, incident_id, patch, version=version, burst=burst)
        self.inspector.mark_saved(stored)
        if self.inspector.incident_id() == incident_id:
            self.show(incident_id)

    def add(self, draft: IncidentDraft) -> None:
        self.show(add_incident(self.project, draft))

    def show(self, incident_id: int) -> None:
        self.inspector.load(get_incident(self.project, incident_id), (1, 2))

    def fields(self) -> list[str]:
        return [name for _, given, _ in self.patches for name in given]


@pytest.fixture
def desk(project: Project, inspector: IncidentInspector) -> Desk:
    return Desk(project, inspector)


@pytest.fixture
def first(project: Project) -> int:
    return add_incident(project, IncidentDraft(title="Bridge closed", body="It was shut.", place="Mosul"))


@pytest.fixture
def second(project: Project) -> int:
    return add_incident(project, IncidentDraft(title="Bridge opened", tags=("Roads",)))


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.end(False)
    QTest.keyClicks(widget, text)


def test_type_then_flush_stores_one_field(desk: Desk, first: int) -> None:
    desk.show(first)
    desk.inspector.focus_field("title")
    QTest.keyClicks(desk.inspector.form.title.edit, " again")
    desk.inspector.flush()
    assert get_incident(desk.project, first).title == "Bridge closed again"
    assert desk.fields() == ["title"]


def test_type_and_pause_stores_without_leaving_the_field(desk: Desk, first: int, qtbot: QtBot) -> None:
    desk.show(first)
    desk.inspector.focus_field("body")
    with qtbot.waitSignal(desk.inspector.incident_patched, timeout=5_000):
        QTest.keyClicks(desk.inspector.form.body.text_field, " Then")
    assert get_incident(desk.project, first).body == "It was shut. Then"
    assert desk.inspector.form.body.text_field.hasFocus()


def test_leave_a_field_stores_it(desk: Desk, first: int) -> None:
    desk.show(first)
    type_into(desk.inspector.form.place.edit, "x")
    desk.inspector.form.status.box.setFocus()
    assert desk.fields() == ["place"]


def test_bursts_are_one_per_visit(desk: Desk, first: int) -> None:
    desk.show(first)
    edit = desk.inspector.form.place.edit
    type_into(edit, "a")
    desk.inspector.flush()
    QTest.keyClicks(edit, "b")
    desk.inspector.flush()
    desk.inspector.form.status.box.setFocus()
    type_into(edit, "c")
    desk.inspector.flush()
    bursts = [burst for _, _, burst in desk.patches]
    assert bursts[0] == bursts[1] != bursts[2]
    desk.project.undo()
    assert get_incident(desk.project, first).place == "Mosulab"


def test_enter_in_the_title_goes_on_without_a_line_break(desk: Desk, first: int) -> None:
    desk.show(first)
    desk.inspector.focus_field("title")
    QTest.keyClick(desk.inspector.form.title.edit, Qt.Key.Key_Return)
    assert "\n" not in desk.inspector.form.title.edit.toPlainText()
    assert desk.inspector.form.date.field.edit.hasFocus()


def test_date_as_typed_is_understood_and_stored(desk: Desk, first: int) -> None:
    desk.show(first)
    type_into(desk.inspector.form.date.field.edit, "20 Jan 2024")
    assert "20 January 2024" in desk.inspector.form.date.field.note.label.text()
    desk.inspector.flush()
    assert get_incident(desk.project, first).date == UncertainDate("2024-01-20")


def test_wrong_date_says_so_keeps_the_text_and_waits(desk: Desk, first: int, second: int) -> None:
    desk.show(first)
    field = desk.inspector.form.date.field
    type_into(field.edit, "31 Feb 2024")
    desk.inspector.flush()
    assert desk.patches == []
    assert "is not a day. Try 29 Feb 2024, or Feb 2024" in field.note.label.text()
    desk.show(second)
    assert field.text() == ""
    desk.show(first)
    assert field.text() == "31 Feb 2024"
    assert field.problem()


def test_wording_and_zone_are_part_of_the_date(desk: Desk, first: int) -> None:
    edit_incident(desk.project, first, IncidentPatch(date=UncertainDate("2024-01-20", "on Saturday", "Asia/Baghdad")))
    desk.show(first)
    type_into(desk.inspector.form.date.field.edit, "")
    desk.inspector.form.date.field.edit.selectAll()
    QTest.keyClicks(desk.inspector.form.date.field.edit, "21 Jan 2024")
    desk.inspector.flush()
    assert get_incident(desk.project, first).date == UncertainDate("2024-01-21", "on Saturday", "Asia/Baghdad")


def test_empty_title_is_refused_and_the_stored_one_stays(desk: Desk, first: int) -> None:
    desk.show(first)
    desk.inspector.focus_field("title")
    desk.inspector.form.title.edit.selectAll()
    QTest.keyClick(desk.inspector.form.title.edit, Qt.Key.Key_Delete)
    desk.inspector.flush()
    assert get_incident(desk.project, first).title == "Bridge closed"
    assert desk.inspector.form.title.edit.accessibleDescription() == "Title is missing."


def test_choices_are_stored_at_once(desk: Desk, first: int) -> None:
    desk.show(first)
    QTest.keyClick(desk.inspector.form.status.box, Qt.Key.Key_Down)
    QTest.keyClick(desk.inspector.form.confidence.box, Qt.Key.Key_Down)
    card = get_incident(desk.project, first)
    assert (card.status, card.confidence) == (Status.REPORTED, Confidence.HIGH)


def test_tags_are_added_and_removed_by_keyboard(desk: Desk, first: int) -> None:
    desk.show(first)
    edit = desk.inspector.form.tags.box.edit
    type_into(edit, "Water,")
    QTest.keyClicks(edit, "Roads")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [tag.name for tag in get_incident(desk.project, first).tags] == ["Water", "Roads"]
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert [tag.name for tag in get_incident(desk.project, first).tags] == ["Water"]


def test_half_typed_tag_is_taken_when_the_incident_is_left(desk: Desk, first: int, second: int) -> None:
    desk.show(first)
    type_into(desk.inspector.form.tags.box.edit, "Wat")
    desk.show(second)
    assert [tag.name for tag in get_incident(desk.project, first).tags] == ["Wat"]
    assert [tag.name for tag in get_incident(desk.project, second).tags] == ["Roads"]


def test_people_are_stored_when_their_name_is_left(desk: Desk, first: int) -> None:
    desk.show(first)
    desk.inspector.form.roles.add_row()
    name = QApplication.focusWidget()
    assert name is not None
    QTest.keyClicks(name, "Ada Example")
    assert desk.patches == []
    desk.inspector.flush()
    roles = get_incident(desk.project, first).roles
    assert [(role.kind, role.name) for role in roles] == [(EntityKind.PERSON, "Ada Example")]
    assert name.isVisible()


def test_undo_elsewhere_updates_fields_without_stealing_focus(desk: Desk, first: int) -> None:
    desk.show(first)
    edit = desk.inspector.form.place.edit
    type_into(edit, " west")
    desk.inspector.flush()
    desk.project.undo()
    desk.show(first)
    assert edit.text() == "Mosul"
    assert edit.hasFocus()


def test_change_underneath_keeps_what_is_being_typed(desk: Desk, first: int) -> None:
    desk.show(first)
    edit = desk.inspector.form.place.edit
    type_into(edit, " west")
    version = edit_incident(desk.project, first, IncidentPatch(place="Erbil", title="Bridge shut"))
    desk.show(first)
    assert edit.text() == "Mosul west"
    assert desk.inspector.form.title.edit.toPlainText() == "Bridge shut"
    desk.inspector.flush()
    assert get_incident(desk.project, first).place == "Mosul west"
    assert get_incident(desk.project, first).version > version


def test_failed_save_keeps_the_text_and_tries_again(desk: Desk, first: int) -> None:
    desk.show(first)
    desk.inspector.incident_patched.disconnect(desk.store)
    type_into(desk.inspector.form.place.edit, " west")
    desk.inspector.flush()
    desk.inspector.mark_failed()
    desk.inspector.incident_patched.connect(desk.store)
    desk.inspector.flush()
    assert get_incident(desk.project, first).place == "Mosul west"


def test_new_incident_is_stored_once_it_has_a_title(desk: Desk) -> None:
    inspector = desk.inspector
    inspector.load_blank()
    assert inspector.form.title.edit.hasFocus()
    type_into(inspector.form.place.edit, "Hit")
    inspector.flush()
    assert inspector.incident_id() is None
    type_into(inspector.form.title.edit, "Bridge hit")
    inspector.flush()
    stored = inspector.incident_id()
    assert stored is not None
    QTest.keyClicks(inspector.form.title.edit, " twice")
    inspector.flush()
    card = get_incident(desk.project, stored)
    assert (card.title, card.place) == ("Bridge hit twice", "Hit")


def test_new_incident_without_a_title_waits_for_the_next_visit(desk: Desk, first: int) -> None:
    desk.inspector.load_blank()
    type_into(desk.inspector.form.place.edit, "Hit")
    desk.show(first)
    assert desk.inspector.form.place.edit.text() == "Mosul"
    desk.inspector.load_blank()
    assert desk.inspector.form.place.edit.text() == "Hit"


def test_bulk_patch_holds_only_what_was_set(desk: Desk, qtbot: QtBot) -> None:
    desk.inspector.load_many(3)
    bulk = desk.inspector.pages.bulk
    type_into(bulk.added.edit, "Roads")
    with qtbot.waitSignal(desk.inspector.incidents_patched) as caught:
        bulk._add_tags()
    assert caught.args is not None
    assert caught.args[0].given() == {"add_tags": ("Roads",)}


def test_tab_goes_from_a_bulk_field_to_its_button(desk: Desk) -> None:
    bulk = desk.inspector.pages.bulk
    desk.inspector.load_many(3)
    desk.inspector.show()
    QTest.keyClicks(bulk.place, "Port")
    bulk.place.setFocus()
    QTest.keyClick(bulk.place, Qt.Key.Key_Tab)
    focused = bulk.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Place: set for all selected"


def test_read_only_changes_nothing(desk: Desk, first: int) -> None:
    desk.inspector.set_read_only(True)
    desk.show(first)
    for widget in (desk.inspector.form.title.edit, desk.inspector.form.place.edit, desk.inspector.form.body.text_field):
        type_into(widget, "x")
    QTest.keyClick(desk.inspector.form.status.box, Qt.Key.Key_Down)
    desk.inspector.flush()
    assert desk.patches == []


NONSENSE = ["x" * 100_000, "مرحبا " * 300 + "\u202e", "😀" * 3_000, "\x00\x07a\x1b[31m\r\nb\x7f", "<b>&amp;</b>" * 50]


@pytest.mark.parametrize("text", NONSENSE)
@pytest.mark.parametrize("name", ["title", "body", "place", "note"])
def test_nonsense_is_stored_clean_or_refused_in_words(desk: Desk, first: int, name: str, text: str) -> None:
    desk.show(first)
    field = desk.inspector._collector.field(name)
    assert field is not None
    field.restore(text)
    field.edited.emit()
    desk.inspector.flush()
    stored = getattr(get_incident(desk.project, first), name)
    assert desk.fields() in ([], [name])
    if not desk.patches:
        assert desk.inspector._collector.unsaved() == {name: field.text()}
    else:
        assert "\x00" not in stored


def test_every_control_has_a_name(desk: Desk, first: int) -> None:
    edit_incident(desk.project, first, IncidentPatch(roles=(RoleDraft(kind=EntityKind.PERSON, name="Ada"),)))
    desk.show(first)
    nameless = [
        widget
        for widget in desk.inspector.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_tags_known_to_the_project_are_suggested(desk: Desk, first: int, second: int) -> None:
    desk.inspector.pages.set_tags({tag.name: tag.colour for tag in count_all(desk.project).tags})
    desk.inspector.pages.set_names(list_names(desk.project))
    assert desk.inspector.form.tags.box.edit.choices() == ["Roads"]
    assert desk.inspector.form.place.edit.choices() == ["Mosul"]
    desk.show(second)
    assert desk.inspector.form.tags.value() == ("Roads",)
