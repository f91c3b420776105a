"""Every code below gui has words, and labels read as sentences."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import pytest

from gui import texts
from gui.texts import changes, imports, problems, words
from models.changes import ChangeRecord, RecordKind
from models.enums import (
    CaptureMethod,
    ChangeState,
    Confidence,
    CreatorRole,
    DoubtCode,
    EntityKind,
    ImportFault,
    LinkKind,
    LocatorLabel,
    Operation,
    ProblemCode,
    SourceType,
    Stance,
    Status,
)
from models.errors import InvalidDraftError, UserFacingError

TABLES: list[tuple[type[Enum], Mapping[Any, object]]] = [
    (Status, words.STATUS),
    (Status, words.STATUS_HINT),
    (Confidence, words.CONFIDENCE),
    (Stance, words.STANCE),
    (EntityKind, words.ENTITY),
    (EntityKind, words.ENTITIES),
    (CreatorRole, words.CREATOR),
    (SourceType, words.SOURCE_TYPE),
    (LocatorLabel, words.LOCATOR),
    (LocatorLabel, words.LOCATOR_SHORT),
    (CaptureMethod, words.METHOD),
    (Operation, changes.OPERATION),
    (RecordKind, changes.KIND_ONE),
    (ProblemCode, problems.PROBLEM),
    (ImportFault, imports.FAULT),
    (DoubtCode, imports.DOUBT),
]


def make_record(operation: Operation, *, field: str = "", title: str = "", count: int = 1) -> ChangeRecord:
    return ChangeRecord(
        7, operation, field, RecordKind.INCIDENT, title, count, "2026-11-22T14:03:00Z", ChangeState.APPLIED
    )


@pytest.mark.parametrize(("members", "table"), TABLES)
def test_tables_name_every_member(members: type[Enum], table: Mapping[Any, object]) -> None:
    assert set(table) == set(members)
    assert all(table.values())


@pytest.mark.parametrize("kind", LinkKind)
def test_links_read_from_both_ends(kind: LinkKind) -> None:
    assert texts.link_text(kind)
    assert texts.link_text(kind, outgoing=False)


def test_undo_names_field_and_shortened_title() -> None:
    record = make_record(
        Operation.EDIT_INCIDENT, field="date", title="Drone strike on the northern supply depot at dawn"
    )
    assert texts.operation_text(record) == "Edit date of “Drone strike on the northern supply…”"
    assert texts.undo_text(record) == "Undo edit date of “Drone strike on the northern supply…”"
    assert texts.redo_text(record).startswith("Redo edit date")


def test_bulk_changes_are_counted() -> None:
    record = make_record(Operation.EDIT_INCIDENT, field="status", title="One of many", count=12)
    assert texts.operation_text(record) == "Edit status of 12 incidents"


def test_undo_without_a_step_is_bare() -> None:
    assert texts.undo_text(None) == "Undo"


@pytest.mark.parametrize("code", ProblemCode)
def test_problems_say_what_happened_and_carry_their_code(code: ProblemCode) -> None:
    message = texts.problem_text(UserFacingError(code, file="/home/someone/Depot.dateline"))
    assert message.title
    assert "{" not in message.text
    assert "/home" not in message.text
    assert "/home" not in message.title
    assert code.value in message.details


def test_problem_uses_the_files_name_only() -> None:
    message = texts.problem_text(UserFacingError(ProblemCode.MISSING_FILE, path="/home/someone/Depot.dateline"))
    assert message.title == "“Depot.dateline” was not found."
    assert "someone" not in message.details


def test_unsafe_problem_says_that_the_change_is_on_screen() -> None:
    message = texts.problem_text(UserFacingError(ProblemCode.DISK_FULL, work_is_safe=False))
    assert "still on screen" in message.safe


def test_refused_fields_are_named() -> None:
    message = texts.problem_text(InvalidDraftError({"title": "missing", "url": "bad_url"}))
    assert message.title.startswith("Title is missing.")
    assert "http://" in message.title


@pytest.mark.parametrize(("title", "limit", "said"), [("Short", 10, "Short"), ("One two three", 9, "One two…")])
def test_shorten_cuts_at_a_word(title: str, limit: int, said: str) -> None:
    assert texts.shorten(title, limit) == said


def test_field_names_follow_the_source_type() -> None:
    assert texts.csl_field_text("number", SourceType.LEGAL_CASE) == "Case number"
    assert texts.field_text("container_title", SourceType.BROADCAST) == "Programme"
    assert texts.csl_field_text("unheard-of") == "unheard-of"
