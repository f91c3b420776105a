"""Which table a text is read with."""

import pytest

from dates import read_dates
from dates.spelling import table_of


@pytest.mark.parametrize(
    ("language", "table"),
    [
        ("de", "de"),
        ("DE_at", "de"),
        ("", "usual"),
        ("en", "en"),
        ("fr", "usual"),
        ("no such code", "usual"),
        ("../de", "usual"),
        ("en-US", "en"),
        ("en_GB", "en-GB"),
        ("en-Latn-AU", "en-GB"),
        ("fr-FR", "en-GB"),
        ("sv-SE", "en"),
    ],
)
def test_table_of_a_language_is_its_own_or_that_of_its_place(language: str, table: str) -> None:
    assert table_of(language, "usual") == table
    if table != "usual":
        read_dates("", None, language=table)


def test_english_of_no_place_is_not_read_as_another_language_is_usual() -> None:
    assert [table_of("en", usual) for usual in ("de", "en", "en-GB")] == ["en", "en", "en-GB"]
