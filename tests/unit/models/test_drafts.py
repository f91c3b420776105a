"""Drafts are the one door: what they refuse, what they clean."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.drafts import CaptureDraft, IncidentDraft, IncidentPatch, SourceDraft, clean_text
from models.enums import CaptureMethod, Status
from models.errors import InvalidDraftError, UserFacingError


@pytest.mark.parametrize("title", ["", "   ", "\n\t", "\x00\x1b"])
def test_incident_without_a_title_is_refused(title: str) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        IncidentDraft(title=title)
    assert caught.value.fields == {"title": "missing"}


def test_title_of_100_000_characters_is_refused_as_too_long() -> None:
    with pytest.raises(InvalidDraftError) as caught:
        IncidentDraft(title="x" * 100_000)
    assert caught.value.fields == {"title": "too_long"}


def test_body_of_100_000_characters_is_kept_whole() -> None:
    assert len(IncidentDraft(title="Long", body="word " * 20_000).body) == 100_000


def test_control_characters_are_taken_out_and_breaks_kept() -> None:
    draft = IncidentDraft(title="A\x1b[31m red\nline", body="one\r\ntwo\rthree\x00\ud800")
    assert draft.title == "A[31m red line"
    assert draft.body == "one\ntwo\nthree"


def test_override_of_the_writing_direction_is_taken_out_of_a_line_and_left_in_a_quote() -> None:
    draft = IncidentDraft(title="Report\u202efdp.exe", body="as written: \u202eabc")
    assert draft.title == "Reportfdp.exe"
    assert draft.body == "as written: \u202eabc"


@pytest.mark.parametrize("title", ["مرفأ بيروت", "🚢 in the harbour 🏗️", "e\u0301te\u0301"])
def test_every_script_is_kept_as_typed(title: str) -> None:
    assert IncidentDraft(title=title).title == title


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "example.org/page", "http://"])
def test_address_that_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(InvalidDraftError) as caught:
        SourceDraft(title="Page", url=url)
    assert caught.value.fields == {"url": "bad_url"}


def test_unknown_field_and_wrong_type_are_refused_by_name() -> None:
    given: dict[str, Any] = {"title": "Here", "status": "certain", "colour": "red"}
    with pytest.raises(InvalidDraftError) as caught:
        IncidentDraft(**given)
    assert caught.value.fields == {"status": "bad_value", "colour": "bad_value"}


def test_patch_gives_only_what_was_set() -> None:
    assert IncidentPatch(status=Status.VERIFIED).given() == {"status": Status.VERIFIED}


def test_what_was_set_is_given_in_the_order_of_the_fields_whatever_a_set_does() -> None:
    values: dict[str, Any] = {"title": "A", "tags": ("t",), "place": "P", "marked": True, "note": "N", "body": "B"}
    for draft in (IncidentDraft(**values), IncidentPatch(**dict(reversed(values.items())))):
        fields = list(type(draft).model_fields)
        assert list(draft.given()) == [name for name in fields if name in values]


def test_refusal_can_be_told_to_people() -> None:
    with pytest.raises(UserFacingError):
        CaptureDraft(data=b"", media_type="", method=CaptureMethod.FILE)


@given(st.text())
def test_cleaned_text_can_be_stored_and_cleaning_it_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned
    assert clean_text(cleaned) == cleaned


def test_form_feed_between_pages_stays_in_a_text_and_not_in_a_line() -> None:
    draft = SourceDraft(title="One\fTwo", note="One.\n\n\fTwo.")
    assert (draft.title, draft.note) == ("One Two", "One.\n\n\fTwo.")
