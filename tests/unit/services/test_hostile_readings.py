"""What a new text does to what is cited of it and skipped in it, where the same words stand twice or the file was tampered with."""

from dataclasses import replace

import pytest

from models.changes import RecordKind
from models.drafts import PassageDraft
from models.enums import Operation, ProblemCode
from models.errors import UserFacingError
from models.reading import PassageState
from services.capture_texts import Reanchored, replace_text
from services.checks import check_project
from services.page_images import quotes_by_page
from services.passages import closest_passage, find_passage, follow_passages, make_passage
from services.project import Project
from services.reading import get_reading
from tests import factories

ONE = "On 23 January 2024 the ferry to Lindholm was stopped by the harbour office."
OTHER = "On 23 January\n2024 the ferry to Lindholm was stopped by the harbour office."
INTRO, MIDDLE = "The log of that winter.", "What the crew wrote down was something else."
TEXT = f"{INTRO}\n\n{ONE}\n\n{MIDDLE}\n\n{OTHER}\n\nEnd of the log."
WITHOUT_OTHER = f"{INTRO}\n\n{ONE}\n\n{MIDDLE}\n\nEnd of a log."


def _skip(project: Project, capture_id: int, sentence: str, edtf: str = "2024-01-23") -> None:
    start = TEXT.index(sentence)
    values = {"capture_id": capture_id, "sentence_start": start, "sentence_end": start + len(sentence)}
    with project.change(Operation.SKIP_PROPOSAL) as change:
        change.insert(RecordKind.SKIPPED_PROPOSAL, values | {"date_edtf": edtf})


def _skipped(project: Project) -> list[tuple[int, int]]:
    with project.read() as connection:
        rows = connection.exec_driver_sql("SELECT sentence_start, sentence_end FROM skipped_proposal ORDER BY 1, 2")
        return [(row[0], row[1]) for row in rows]


def test_words_that_stood_twice_but_for_a_blank_do_not_move_to_the_other_place() -> None:
    start = TEXT.index(OTHER)
    assert follow_passages(TEXT, WITHOUT_OTHER, [(start, start + len(OTHER))]) == [None]


def test_two_skipped_sentences_do_not_end_in_one_place(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    for sentence in (ONE, OTHER):
        _skip(project, capture_id, sentence)
    replace_text(project, capture_id, WITHOUT_OTHER, extractor="x")
    start = WITHOUT_OTHER.index(ONE)
    assert _skipped(project) == [(start, start + len(ONE))]
    project.undo()
    assert len(_skipped(project)) == 2
    project.redo()
    assert check_project(project).is_healthy


def test_overlapping_skipped_words_do_not_end_in_one_place(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    for sentence in (ONE, f"{ONE}\n\n"):
        _skip(project, capture_id, sentence)
    replace_text(project, capture_id, f"Another log. {ONE} Another end.", extractor="x")
    assert len(_skipped(project)) <= 1


def test_citation_of_words_that_are_gone_is_lost_where_only_their_twin_is_left(project: Project) -> None:
    source_id, incident_id = factories.add_source(project), factories.add_incident(project)
    capture_id = factories.add_capture(project, source_id, TEXT)
    start = TEXT.index(OTHER)
    passage = make_passage(TEXT, capture_id, start, start + len(OTHER))
    factories.add_citation(project, incident_id, source_id, quote=OTHER, passage=passage)
    assert replace_text(project, capture_id, WITHOUT_OTHER, extractor="x") == Reanchored(lost=1)


def test_journal_that_points_at_nothing_is_told_as_damage(project: Project) -> None:
    capture_id = factories.add_capture(project, factories.add_source(project), TEXT)
    _skip(project, capture_id, ONE)
    with project.without_transaction() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE skipped_proposal SET capture_id = 99")
        connection.execute("PRAGMA foreign_keys = ON")
    project.undo()
    with pytest.raises(UserFacingError) as caught:
        project.redo()
    assert caught.value.problem is ProblemCode.DAMAGED


@pytest.mark.parametrize(("start", "end", "quote"), [(4, 900, "End of the log."), (900, 950, ""), (len(TEXT), 900, "")])
def test_passage_that_reaches_beyond_the_text_is_lost_and_drawn_on_no_page(
    project: Project, start: int, end: int, quote: str
) -> None:
    source_id, incident_id = factories.add_source(project), factories.add_incident(project)
    capture_id = factories.add_capture(project, source_id, TEXT)
    start = TEXT.index(quote) if quote else start
    passage = PassageDraft(capture_id=capture_id, start=start, end=end)
    factories.add_citation(project, incident_id, source_id, quote=quote, passage=passage)
    reading = get_reading(project, capture_id)
    assert [one.state for one in reading.passages] == [PassageState.LOST]
    in_place = [replace(one, state=PassageState.IN_PLACE) for one in reading.passages]
    assert quotes_by_page(TEXT, in_place) == {}


def test_one_word_over_and_over_is_no_place_for_a_quote() -> None:
    text, quote = "and " * 500_000, "and\n" * 5_000
    assert find_passage(text, quote, 4, "and ", "and ") is None
    assert find_passage(text, f"{quote}so", 4, "and ", "and ") is None
    assert follow_passages(f"x {quote}y {text}", f"z {text}", [(2, 2 + len(quote))]) == [None]
    assert closest_passage(text, f"{quote[:800]}so") is not None
