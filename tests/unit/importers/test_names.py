"""Author fields to creators."""

import pytest

from importers.names import MAX_NAMES, creators_of


def shown(text: str) -> list[str]:
    return [creator.literal or f"{creator.family}|{creator.given_name}" for creator in creators_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg", ["Berg|Anna"]),
        ("Berg, Anna", ["Berg|Anna"]),
        ("By Anna Berg and Li Wei", ["Berg|Anna", "Wei|Li"]),
        ("Anna Berg, Li Wei, and Omar Haddad", ["Berg|Anna", "Wei|Li", "Haddad|Omar"]),
        (" Anna \t Berg\nLi  Wei ", ["Berg|Anna", "Wei|Li"]),
        ("Berg, Anna; Wei, Li", ["Berg|Anna", "Wei|Li"]),
        ("Jan van der Meer", ["van der Meer|Jan"]),
        ("Anna Berg; Relief Agency", ["Berg|Anna", "Relief Agency"]),
        ("Department of Rivers and Harbours", ["Department of Rivers and Harbours"]),
        ("OCHA", ["OCHA"]),
        ("desk@news.example", ["desk@news.example"]),
        ("Anna Berg; Anna Berg", ["Berg|Anna"]),
    ],
)
def test_creators_of_tells_names_apart(text: str, names: list[str]) -> None:
    assert shown(text) == names


@pytest.mark.parametrize("text", ["", " ; ", "Admin", "user", "---", "x" * 300])
def test_creators_of_leaves_out_what_names_nobody(text: str) -> None:
    assert creators_of(text) == ()


def test_creators_of_stops_at_a_bound() -> None:
    assert len(creators_of(";".join(f"Person{'x' * n} Berg" for n in range(MAX_NAMES * 2)))) == MAX_NAMES
