"""Reading tables of incidents."""

import datetime as dt

import pytest

from importers.csv_columns import Column, map_columns, plain_heading
from importers.csv_incidents import read_csv_incidents
from importers.csv_rows import plain_cell, read_locator
from importers.found import Found, FoundIncident
from models.drafts import IncidentDraft
from models.enums import Confidence, DoubtCode, EntityKind, LocatorLabel, ProblemCode, SourceType, Status
from models.errors import UserFacingError

TODAY = dt.date(2024, 2, 1)


def read(text: str) -> Found:
    return read_csv_incidents(text.encode(), today=TODAY)


def read_one(text: str) -> tuple[FoundIncident, IncidentDraft]:
    (found,) = read(text).incidents
    assert found.draft is not None
    return found, found.draft


def codes(found: FoundIncident) -> list[DoubtCode]:
    return [doubt.code for doubt in found.doubts]


def test_read_takes_every_known_column() -> None:
    found, draft = read_one(
        "id,date,title,text,place,status,confidence,tags,people,organisations,notes\n"
        '7,2024-01-23,Strike,"Long, text",Baghdad,confirmed,High,"a; b,a",Anna Berg (minister); Karl Lund,UN,mine\n'
    )
    assert not found.is_doubtful
    assert (found.row, found.key, draft.title, draft.body, draft.place) == (2, "7", "Strike", "Long, text", "Baghdad")
    assert (draft.date.edtf, draft.status, draft.confidence) == ("2024-01-23", Status.VERIFIED, Confidence.HIGH)
    assert (draft.tags, draft.note) == (("a", "b"), "mine")
    assert [(r.kind, r.name, r.role) for r in draft.roles] == [
        (EntityKind.PERSON, "Anna Berg", "minister"),
        (EntityKind.PERSON, "Karl Lund", ""),
        (EntityKind.ORGANISATION, "UN", ""),
    ]


def test_read_gives_only_the_fields_that_have_columns() -> None:
    _, draft = read_one("headline\nStrike\n")
    assert set(draft.given()) == {"title"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_read_finds_the_delimiter(delimiter: str) -> None:
    heading = delimiter.join(["Title", '"Where; it, happened"', "When"])
    _, draft = read_one(f"{heading}\n{delimiter.join(['A', 'x', '2020'])}\n")
    assert draft.date.edtf == "2020"


def test_read_keeps_an_unreadable_date_as_written() -> None:
    found, draft = read_one("date,title\nwhen the leaves fell,Strike\n")
    assert (draft.date.edtf, draft.date.as_written) == ("", "when the leaves fell")
    assert codes(found) == [DoubtCode.UNREADABLE_DATE]
    assert (found.doubts[0].row, found.doubts[0].column, found.is_doubtful) == (2, "date", True)


def test_read_joins_date_time_and_zone() -> None:
    _, draft = read_one("date,time,time zone,title\n2024-01-23,14:30,Asia/Baghdad,Strike\n")
    assert (draft.date.edtf, draft.date.time_zone) == ("2024-01-23T14:30", "Asia/Baghdad")


def test_read_names_an_unknown_time_zone() -> None:
    found, draft = read_one("date,zone,title\n2024-01-23,Middle-earth/Shire,Strike\n")
    assert codes(found) == [DoubtCode.UNREADABLE_ZONE]
    assert draft.date.edtf == "2024-01-23"


def test_read_makes_a_period_of_start_and_end() -> None:
    _, draft = read_one("start date,end date,title\n2024-01-04,2024-01-09,Talks\n")
    assert draft.date.edtf == "2024-01-04/2024-01-09"
    assert draft.date.as_written == "2024-01-04 – 2024-01-09"


def test_read_keeps_the_start_where_the_end_says_nothing_new() -> None:
    _, draft = read_one("from,to,title\n2024-01-04,2024-01-04,Talks\n")
    assert draft.date.edtf == "2024-01-04"


def test_read_doubts_a_period_that_ends_before_it_starts() -> None:
    found, draft = read_one("from,to,title\n2024-01-09,2024-01-04,Talks\n")
    assert codes(found) == [DoubtCode.UNREADABLE_DATE]
    assert (draft.date.edtf, draft.date.as_written) == ("", "2024-01-09 – 2024-01-04")


def test_read_doubts_words_it_does_not_know() -> None:
    found, draft = read_one("title,status,confidence\nStrike,probably,very\n")
    assert codes(found) == [DoubtCode.UNKNOWN_STATUS, DoubtCode.UNKNOWN_CONFIDENCE]
    assert (draft.status, draft.confidence) == (Status.UNVERIFIED, None)


def test_read_takes_a_title_from_the_text_and_says_so() -> None:
    found, draft = read_one("title,text\n,First line\n")
    assert (draft.title, codes(found)) == ("First line", [DoubtCode.MISSING_TITLE])


def test_read_can_make_nothing_of_a_row_without_words() -> None:
    (found,) = read("title,text,place\n,,Baghdad\n").incidents
    assert (found.draft, found.is_doubtful) == (None, True)


def test_read_keeps_cells_without_a_column_in_the_note() -> None:
    found = read("title,Mood,note\nStrike,grim,mine\nTalks,calm,,over,\n")
    first, second = found.incidents
    assert first.draft is not None
    assert second.draft is not None
    assert first.draft.note == "mine\nMood: grim"
    assert second.draft.note == "Mood: calm\nover"
    assert codes(second) == [DoubtCode.EXTRA_CELLS]
    assert [(d.code, d.column, d.holds_back) for d in found.doubts] == [(DoubtCode.UNKNOWN_COLUMN, "Mood", False)]


def test_read_pads_short_rows_and_skips_blank_ones() -> None:
    found = read("title,place\nStrike\n,\n\nTalks,Rome\n")
    assert [(i.row, i.draft.place if i.draft else "") for i in found.incidents] == [(2, ""), (5, "Rome")]


def test_read_keeps_a_formula_as_text() -> None:
    _, draft = read_one('title,text\n\'=1+1,"=HYPERLINK(""http://x"")"\n')
    assert (draft.title, draft.body) == ("=1+1", '=HYPERLINK("http://x")')


def test_read_survives_controls_and_nul() -> None:
    found, draft = read_one("title\nStr\x00ike\x1b[31m\n" + "\n" * 3000)
    assert draft.title == "Strike[31m"
    assert codes(found) == [DoubtCode.CONTROL_CHARACTERS]
    assert not found.is_doubtful


def test_read_goes_on_after_a_broken_quote() -> None:
    found = read('title\n"Strike" x\nTalks\n')
    assert [(i.row, codes(i)) for i in found.incidents] == [(2, [DoubtCode.BROKEN_QUOTES]), (3, [])]


def test_read_names_the_row_of_a_quote_that_never_ends() -> None:
    found = read('title\nTalks\n"Strike\nmore\n')
    assert [(i.row, codes(i)) for i in found.incidents] == [(2, []), (3, [DoubtCode.BROKEN_QUOTES])]


def test_read_takes_a_hundred_thousand_characters_and_refuses_millions() -> None:
    found = read(f"title,text\na,{'x' * 100_000}\nb,{'x' * 1_000_001}\nc,{'x' * 4_000_001}\n").incidents
    assert [i.draft is not None for i in found] == [True, False, False]
    assert [codes(i) for i in found[1:]] == [[DoubtCode.TOO_LONG], [DoubtCode.TOO_LONG]]


def test_read_holds_back_an_id_that_comes_twice() -> None:
    first, second = read("id,title\n1,Strike\n1,Talks\n").incidents
    assert (codes(first), codes(second), second.draft) == ([], [DoubtCode.REPEATED_ID], None)


def test_read_cites_the_source_of_a_row() -> None:
    found, _ = read_one(
        "title,source,url,published,page,quote\nStrike,The Times,https://e.org/a,2024-01-24,p. 3,“Boom”\n"
    )
    assert found.citation is not None
    assert (found.citation.source.title, found.citation.source.url) == ("The Times", "https://e.org/a")
    assert found.citation.source.published.edtf == "2024-01-24"
    assert (found.citation.locator_label, found.citation.locator) == (LocatorLabel.PAGE, "3")
    assert found.citation.quote == "“Boom”"


def test_read_makes_a_web_page_of_a_bare_address() -> None:
    found, _ = read_one("title,link\nStrike,https://e.org/a\n")
    assert found.citation is not None
    assert found.citation.source.type is SourceType.WEBPAGE


def test_read_doubts_an_address_that_is_none() -> None:
    found, _ = read_one("title,url\nStrike,javascript:alert(1)\n")
    assert (found.citation, codes(found)) == (None, [DoubtCode.BAD_URL])


def test_read_refuses_a_table_without_a_title() -> None:
    with pytest.raises(UserFacingError) as caught:
        read("a,b\n1,2\n")
    assert caught.value.problem is ProblemCode.IMPORT_UNREADABLE
    assert caught.value.details == {"reason": "no-title-column"}


def test_read_takes_a_spreadsheets_utf_16_table() -> None:
    found = read_csv_incidents("Title\tPlace\nGrüße\tZürich\n".encode("utf-16"), today=TODAY)
    assert found.incidents[0].draft is not None
    assert found.incidents[0].draft.place == "Zürich"


def test_map_columns_takes_the_first_of_a_meaning() -> None:
    columns = map_columns(["Incident", "Start_Date (UTC)", "Headline", ""])
    assert columns.known == {Column.TITLE: 0, Column.DATE: 1}
    assert columns.unknown == {2: "Headline", 3: ""}
    assert plain_heading("  Date-of [x] EVENT ") == "date of event"


@pytest.mark.parametrize(
    ("written", "label", "value"),
    [
        ("pp. 3–4", LocatorLabel.PAGE, "3–4"),
        ("para 7", LocatorLabel.PARAGRAPH, "7"),
        ("§ 4", LocatorLabel.SECTION, "4"),
        ("01:12:30", LocatorLabel.TIMESTAMP, "01:12:30"),
        ("frontispiece", LocatorLabel.PAGE, "frontispiece"),
        ("", LocatorLabel.PAGE, ""),
    ],
)
def test_read_locator_knows_the_usual_words(written: str, label: LocatorLabel, value: str) -> None:
    assert read_locator(written) == (label, value)


def test_plain_cell_takes_only_the_apostrophe_of_a_formula_away() -> None:
    assert [plain_cell(cell) for cell in ("'=a", "'t is", " x ", "'")] == ["=a", "'t is", "x", "'"]


def test_read_refuses_more_rows_than_a_project_should_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importers.csv_incidents.MAX_ROWS", 2)
    with pytest.raises(UserFacingError, match=ProblemCode.IMPORT_TOO_LARGE.value):
        read("title\nStrike\nTalks\n")


def test_read_names_the_encoding_it_guessed() -> None:
    found = read_csv_incidents("title\nGrüße\n".encode("cp1252"), today=TODAY)
    assert [(doubt.code, doubt.value) for doubt in found.doubts] == [(DoubtCode.GUESSED_ENCODING, "cp1252")]
