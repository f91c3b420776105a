"""A filter in words, and kind by kind with other values or without."""

from dataclasses import replace

import pytest

from gui.filters.filter_kinds import FilterKind
from gui.filters.filter_values import (
    active_kinds,
    changed_text,
    filter_text,
    value_text,
    values_of,
    view_name,
    with_values,
    without,
)
from models.enums import ChangedWithin, Confidence, EntityKind, Stance, Status
from models.snapshots import IncidentFilter
from services.choices import ChosenNames

NAMES = ChosenNames(
    {1: "Casualties"},
    {5: (EntityKind.PLACE, "Baghdad"), 6: (EntityKind.PERSON, "Ida Korn"), 7: (EntityKind.ORGANISATION, "A board")},
    {3: "The log", 4: "A letter"},
)
WHOLE = IncidentFilter(
    text=" drone ",
    since="2023-10",
    until="2024-01-20",
    statuses=frozenset({Status.VERIFIED, Status.DISPUTED}),
    tag_ids=frozenset({1}),
    entity_ids=frozenset({5, 6, 7}),
    source_ids=frozenset({3, 4}),
    confidences=frozenset({Confidence.LOW}),
    stances=frozenset({Stance.CONTRADICTS}),
    marked=True,
    uncited=True,
    disputed_by_sources=True,
    changed_since=ChangedWithin.WEEK,
)


def test_every_kind_but_things_has_its_words() -> None:
    said = {kind: value_text(WHOLE, kind, NAMES) for kind in FilterKind}
    assert said == {
        FilterKind.TEXT: "“drone”",
        FilterKind.MARKED: "key",
        FilterKind.STATUS: "Verified or 1 more",
        FilterKind.CONFIDENCE: "Low",
        FilterKind.PLACE: "Baghdad",
        FilterKind.TAG: "Casualties",
        FilterKind.PERSON: "Ida Korn",
        FilterKind.ORGANISATION: "A board",
        FilterKind.THING: "",
        FilterKind.SOURCE: "A letter or 1 more",
        FilterKind.STANCE: "Contradicts",
        FilterKind.DATES: "Oct 2023 – 20 Jan 2024",
        FilterKind.UNCITED: "none",
        FilterKind.DISPUTED: "disagree",
        FilterKind.CHANGED: "last 7 days",
    }


def test_without_each_kind_nothing_is_left() -> None:
    left = WHOLE
    for kind in active_kinds(WHOLE, NAMES):
        shorter = without(left, kind, NAMES)
        assert value_text(shorter, kind, NAMES) == ""
        assert len(active_kinds(shorter, NAMES)) == len(active_kinds(left, NAMES)) - 1
        left = shorter
    assert left.is_empty


@pytest.mark.parametrize("kind", [FilterKind.STATUS, FilterKind.CONFIDENCE, FilterKind.STANCE, FilterKind.PLACE])
def test_values_that_are_set_are_those_that_are_told(kind: FilterKind) -> None:
    values = values_of(WHOLE, kind, NAMES)
    assert values
    assert with_values(WHOLE, kind, values, NAMES) == WHOLE
    others = [other for other in active_kinds(WHOLE, NAMES) if other is not kind]
    assert active_kinds(with_values(WHOLE, kind, frozenset(), NAMES), NAMES) == others


def test_a_record_that_is_gone_can_still_be_cleared() -> None:
    wanted = IncidentFilter(entity_ids=frozenset({99}), tag_ids=frozenset({98}))
    assert active_kinds(wanted, NAMES) == [FilterKind.TAG, FilterKind.THING]
    assert value_text(wanted, FilterKind.THING, NAMES) == "?"
    assert without(without(wanted, FilterKind.THING, NAMES), FilterKind.TAG, NAMES).is_empty


def test_whole_filter_in_words_names_everything() -> None:
    wanted = IncidentFilter(statuses=WHOLE.statuses, source_ids=WHOLE.source_ids, marked=True)
    assert filter_text(wanted, NAMES) == ("Marked: key · Status: Verified or Disputed · Source: A letter or The log")
    assert filter_text(IncidentFilter(), NAMES) == ""


def test_phrase_keeps_the_quotation_marks_that_were_typed() -> None:
    assert filter_text(IncidentFilter(text='"drone strike" base'), NAMES) == 'Search: "drone strike" base'


def test_view_is_named_after_what_it_lets_through() -> None:
    assert (
        view_name(replace(IncidentFilter(), entity_ids=frozenset({5}), marked=True), NAMES) == "Key incidents, Baghdad"
    )
    assert view_name(IncidentFilter(changed_since=ChangedWithin.TODAY), NAMES) == "Changed today"


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("", ""),
        ("today", "today"),
        ("month", "last 30 days"),
        ("2024-01-20", "since 20 Jan 2024"),
        ("2024-01-20T09:30:00Z", "since 20 Jan 2024"),
        ("nonsense", "since nonsense"),
    ],
)
def test_change_says_since_when(since: str, words: str) -> None:
    assert changed_text(since) == words
