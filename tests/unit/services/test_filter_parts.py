"""Confidence, stance and time of change as parts of a filter."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

import pytest

from models.drafts import IncidentPatch
from models.enums import ChangedWithin, Confidence, Stance
from models.snapshots import IncidentFilter
from services import clock, sources
from services.chronology import list_incidents
from services.clock import days_ago, start_of_day
from services.incident_filters import changed_bound, filter_from_json, filter_to_json
from services.incidents import edit_incident
from services.project import Project
from tests import factories


def shown(project: Project, **parts: Any) -> list[int]:
    return list(list_incidents(project, IncidentFilter(**parts)).ids)


def test_confidences_show_any_of_the_chosen(project: Project) -> None:
    sure = factories.add_incident(project, "Sure", confidence=Confidence.HIGH)
    weak = factories.add_incident(project, "Weak", confidence=Confidence.LOW)
    factories.add_incident(project, "Not said")
    assert shown(project, confidences=frozenset({Confidence.LOW})) == [weak]
    assert shown(project, confidences=frozenset({Confidence.LOW, Confidence.HIGH})) == [sure, weak]


def test_stance_asks_for_any_citation_of_it_that_is_not_of_a_binned_source(project: Project) -> None:
    ids = factories.fill(project)
    against = frozenset({Stance.CONTRADICTS})
    assert shown(project, stances=against) == [ids["first"]]
    assert shown(project, stances=frozenset({Stance.QUALIFIES})) == []
    sources.delete_sources(project, [ids["other"]])
    assert shown(project, stances=against) == []


def test_stance_and_source_ask_for_one_citation_that_has_both(project: Project) -> None:
    ids = factories.fill(project)
    against = frozenset({Stance.CONTRADICTS})
    assert shown(project, stances=against, source_ids=frozenset({ids["source"]})) == []
    assert shown(project, stances=against, source_ids=frozenset({ids["other"]})) == [ids["first"]]


@pytest.fixture(params=["2024-02-29T23:59:59", "2026-12-31T23:59:59", "2027-01-01T00:00:00"])
def now(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The local time, which stands: no midnight passes between two looks at it."""
    moment = datetime.fromisoformat(request.param).astimezone()

    class Standing(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Standing":
            return cls.fromtimestamp(moment.timestamp(), tz)

    monkeypatch.setattr(clock, "datetime", Standing)
    return moment


def test_changed_within_shows_what_was_changed_today(project: Project, now: datetime) -> None:
    changed = factories.add_incident(project, "Changed")
    edit_incident(project, changed, IncidentPatch(title="Changed again"))
    assert shown(project, changed_since=ChangedWithin.TODAY) == [changed]
    assert shown(project, changed_since=days_ago(-1).isoformat()) == []


@pytest.mark.parametrize(
    ("span", "days"), [(ChangedWithin.TODAY, 0), (ChangedWithin.WEEK, 6), (ChangedWithin.MONTH, 29)]
)
def test_span_begins_so_many_days_before_today(now: datetime, span: ChangedWithin, days: int) -> None:
    begins = datetime.strptime(changed_bound(span), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).astimezone()
    assert begins.date() == now.date() - timedelta(days=days)
    assert (begins.hour, begins.minute) == (0, 0)


def test_changed_since_a_day_begins_at_its_local_midnight() -> None:
    assert changed_bound("2024-01-23") == start_of_day(date(2024, 1, 23))
    assert changed_bound("0001-01-01") <= "0001-01-02"
    assert changed_bound("2024-01-23T09:00:00Z") == "2024-01-23T09:00:00Z"
    assert changed_bound("2024-13-45") == "2024-13-45"
    assert days_ago(0) >= days_ago(1)


@pytest.mark.parametrize(
    "wanted",
    [
        IncidentFilter(confidences=frozenset({Confidence.LOW, Confidence.HIGH})),
        IncidentFilter(stances=frozenset({Stance.QUALIFIES}), changed_since=ChangedWithin.WEEK),
    ],
)
def test_filter_is_kept_as_json(wanted: IncidentFilter) -> None:
    assert filter_from_json(filter_to_json(wanted)) == wanted


def test_filter_of_an_older_saved_view_is_read() -> None:
    wanted = filter_from_json('{"uncited": true, "statuses": ["verified"], "later": 5}')
    assert (wanted.uncited, wanted.confidences, wanted.stances) == (True, frozenset(), frozenset())
