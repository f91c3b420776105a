"""Reading TimeML: where the expressions stand in the text, and what older files do that XML forbids."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from xml.etree.ElementTree import ParseError

import pytest

from benchmarks.timeml import Article, TimemlError, parse_article, read_anchor, read_article, read_folder, shape_of

HEAD = '<?xml version="1.0" ?>\n<TimeML>\n<DOCID>ferry</DOCID>\n'
DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-01-23" functionInDocument="CREATION_TIME">Jan. 23</TIMEX3></DCT>\n'


def parse(body: str, *, dct: str = DCT) -> Article:
    return parse_article("ferry", f"{HEAD}{dct}<TEXT>{body}</TEXT>\n</TimeML>\n")


def marked(value: str, words: str, *, more: str = "") -> str:
    return f'<TIMEX3 tid="t1" type="DATE" value="{value}"{more}>{words}</TIMEX3>'


def words_of(article: Article) -> list[str]:
    return [article.text[timex.start : timex.end] for timex in article.timexes]


def test_parse_counts_offsets_in_the_text_alone() -> None:
    article = parse(f"\nThe ferry sank on {marked('2024-01-21', 'Sunday')}.\n")
    assert article.text == "\nThe ferry sank on Sunday.\n"
    assert [(t.start, t.end, t.value, t.type) for t in article.timexes] == [(19, 25, "2024-01-21", "DATE")]
    assert article.published == "2024-01-23"


def test_parse_looks_through_nested_markup() -> None:
    said = '<EVENT eid="e1" class="REPORTING">said</EVENT> <SIGNAL sid="s1">on</SIGNAL>'
    article = parse(f"<s>The port <b>{said} {marked('2024-01-21', 'last <i>Sunday</i>')}</b>.</s><s/> It rained.")
    assert article.text == "The port said on last Sunday. It rained."
    assert words_of(article) == ["last Sunday"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Hale & Sons", "Hale & Sons"),
        ("Hale &amp; Sons", "Hale & Sons"),
        ("Hale&Sons;", "Hale&Sons;"),
        ("R&D;", "R&D;"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("a &mdash; b&nbsp;c", "a — b\xa0c"),
        ("&#8217;&#x2014;&#65;", "’—A"),
        ("a&#0;b&#1114112;c&#xFFFFFF;d&#31;", "a\ufffdb\ufffdc\ufffdd"),
        ("bell\x07 and null\x00", "bell  and null "),
        ("<![CDATA[a < b & <b>]]> & c", "a < b & <b> & c"),
        ("<!-- a note -->left", "left"),
        ("one\r\ntwo", "one\ntwo"),
    ],
)
def test_parse_keeps_characters_that_xml_forbids(written: str, read: str) -> None:
    assert parse(written).text == read


def test_parse_never_reads_entities_of_a_doctype(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    doctype = f'<!DOCTYPE TimeML SYSTEM "{secret}" [<!ENTITY leak SYSTEM "{secret.as_uri()}"> <!ENTITY a "bomb">]>'
    article = parse_article("a", f'<?xml version="1.0"?>{doctype}<TimeML><TEXT>x &leak; &a; %a; y</TEXT></TimeML>')
    assert article.text == "x &leak; &a; %a; y"


def test_parse_takes_the_publication_day_out_of_the_text_where_no_dct_stands() -> None:
    body = (
        marked("1998-02-27", "02/27/98", more=' functionInDocument="CREATION_TIME"')
        + " It rained "
        + marked("1998", "this year")
    )
    article = parse(body, dct="")
    assert (article.published, words_of(article)) == ("1998-02-27", ["this year"])
    assert article.own_day == (0, 8)


def test_parse_takes_the_whole_file_where_no_text_element_is() -> None:
    article = parse_article("a", f"{HEAD}{DCT}It rained {marked('2024-01-22', 'on Monday')}.</TimeML>")
    assert words_of(article) == ["on Monday"]
    assert article.published == "2024-01-23"


def test_parse_scores_a_publication_time_in_the_text() -> None:
    article = parse(marked("2024-01-24", "Wednesday", more=' functionInDocument="PUBLICATION_TIME"'))
    assert (article.published, words_of(article)) == ("2024-01-23", ["Wednesday"])


def test_parse_trims_blanks_and_leaves_out_empty_expressions() -> None:
    article = parse(f"in {marked('2019', ' 2019 ')} and{marked('P1D', '')} {marked('P1D', ' ')} on")
    assert words_of(article) == ["2019"]


def test_parse_keeps_expressions_inside_others() -> None:
    article = parse(marked("2024-01-21", f"the {marked('P1D', 'day')} it sank"))
    assert words_of(article) == ["the day it sank", "day"]


def test_parse_of_no_markup_fails() -> None:
    with pytest.raises(ParseError):
        parse_article("a", "<TimeML><TEXT>unclosed")


def test_read_folder_orders_by_name_and_reads_any_encoding(tmp_path: Path) -> None:
    (tmp_path / "b.tml").write_bytes(b"\xef\xbb\xbf<TimeML><TEXT>caf\xc3\xa9</TEXT></TimeML>")
    (tmp_path / "a.tml").write_bytes(
        b'<?xml version="1.0" encoding="ISO-8859-1"?><TimeML><TEXT>caf\xe9</TEXT></TimeML>'
    )
    (tmp_path / "notes.txt").write_text("no article")
    assert [(article.name, article.text) for article in read_folder(tmp_path)] == [("a", "café"), ("b", "café")]


def test_read_folder_without_articles_says_so(tmp_path: Path) -> None:
    with pytest.raises(TimemlError, match=r"no \.tml file"):
        read_folder(tmp_path)


def test_read_article_names_the_file_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "torn.tml").write_text("<TimeML><TEXT>torn")
    with pytest.raises(TimemlError, match=r"torn\.tml"):
        read_article(tmp_path / "torn.tml")


@pytest.mark.parametrize(
    ("published", "anchor"),
    [
        ("2013-03-22", date(2013, 3, 22)),
        ("20130322", date(2013, 3, 22)),
        (" 2013-03-22 ", date(2013, 3, 22)),
        ("2013-03-22T15:30", datetime(2013, 3, 22, 15, 30)),  # noqa: DTZ001 - the value names no zone
        ("2013-03-22T15:30:45.5", datetime(2013, 3, 22, 15, 30, 45)),  # noqa: DTZ001 - the same
        ("20130322T1530", datetime(2013, 3, 22, 15, 30)),  # noqa: DTZ001 - the same
        ("2013-03-22T15:30Z", datetime(2013, 3, 22, 15, 30, tzinfo=UTC)),
        ("2013-03-22T15:30+0530", datetime(2013, 3, 22, 15, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2013-03-22T15:30-05", datetime(2013, 3, 22, 15, 30, tzinfo=timezone(timedelta(hours=-5)))),
        ("2013-03-22T15:30 EST", datetime(2013, 3, 22, 15, 30)),  # noqa: DTZ001 - a zone of many meanings
        ("2013-03-22T24:00", date(2013, 3, 22)),
        ("2013-03-22TNI", date(2013, 3, 22)),
        ("2013-03-22T99:99", None),
        ("2013-02-30", None),
        ("2013-03", None),
        ("XXXX-03-22", None),
        ("PRESENT_REF", None),
        ("", None),
    ],
)
def test_read_anchor_takes_what_names_a_day(published: str, anchor: date | None) -> None:
    found = read_anchor(published)
    assert found == anchor
    assert type(found) is type(anchor)


@pytest.mark.parametrize(
    ("value", "timex_type", "shape"),
    [
        ("2024-01-23", "DATE", "day"),
        ("2024-01", "DATE", "month"),
        ("2024", "DATE", "year"),
        ("198", "DATE", "decade"),
        ("18", "DATE", "century"),
        ("BC0490", "DATE", "year, BC"),
        ("2024-W04", "DATE", "week"),
        ("2024-W04-WE", "DATE", "weekend"),
        ("2024-SU", "DATE", "season"),
        ("2024-Q3", "DATE", "quarter"),
        ("2024-H1", "DATE", "half-year"),
        ("2024-01-23T16:08Z", "TIME", "clock time"),
        ("2024-01-23TMO", "TIME", "part of a day"),
        ("XXXX-01-23", "DATE", "day, year open"),
        ("XXXX-WXX-7", "DATE", "weekday, year open"),
        ("XXXX-XX-XXT08:00", "TIME", "clock time, year open"),
        ("PRESENT_REF", "DATE", "present ref"),
        ("P3D", "DURATION", "duration"),
        ("PXY", "DURATION", "duration, vague"),
        ("P1D", "SET", "set"),
        ("", "DATE", "no value"),
        ("whenever", "DATE", "another value"),
    ],
)
def test_shape_tells_what_a_value_looks_like(value: str, timex_type: str, shape: str) -> None:
    assert shape_of(value, timex_type) == shape
