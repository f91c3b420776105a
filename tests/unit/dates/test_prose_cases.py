"""Every line of the tables in `prose/` is one test: extents, types, values and, where given, uncertain dates."""

import pytest

from dates import read_dates
from tests.unit.dates.prose_cases import Case, find_problem, load_cases


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.name)
def test_read_dates_from_a_sentence_finds_what_is_marked(case: Case) -> None:
    problem = find_problem(case, read_dates(case.text, case.anchor))
    assert not problem, f"{case.name}, published {case.anchor}\n{problem}"
