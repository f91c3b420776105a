"""A language's table as it stands in its folder of TOML files, with its shape checked."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dates.prose.pattern import PatternError

LANGUAGES = Path(__file__).resolve().parent.parent / "languages"
Table = Mapping[str, Any]
_SECTIONS = {"settings": dict, "classes": dict, "unions": dict, "macros": dict, "rule": list, "phrase": list}
_SETTINGS = {
    "ordinal_endings": list, "past_endings": list, "apostrophe_endings": list, "glued": list,
    "decade_ending": str, "thousands": str, "point": str,
}  # fmt: skip


def read_table(code: str, folder: Path = LANGUAGES) -> Table:
    """The table of the language with this code. Raises LookupError where there is none, PatternError if it is wrong.

    A region ("en-GB") has the table of its language, but for the rules whose names its own folder takes up, if it has one.
    """
    known = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    language = code.partition("-")[0]
    if code not in known:
        code = language
    if language not in known:
        raise LookupError(f"no table of dates for the language {code!r}; there are: {', '.join(known) or 'none'}")
    table = _read_folder(folder / language)
    if language != code:
        region = _read_folder(folder / code)
        named = {line.get("name") for line in region["rule"] if isinstance(line, dict)}
        table["rule"] = [line for line in table["rule"] if line.get("name") not in named]
        _merge(table, region, code)
    _check(table)
    return table


def _read_folder(folder: Path) -> dict[str, Any]:
    table: dict[str, Any] = {name: kind() for name, kind in _SECTIONS.items()}
    for path in sorted(folder.glob("*.toml")):
        try:
            _merge(table, tomllib.loads(path.read_text(encoding="utf-8")), path.name)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PatternError(f"{path.name}: {error}") from error
    return table


def texts_of(line: Mapping[str, Any]) -> list[str]:
    """The patterns of a rule or phrase."""
    wanted = line["match"]
    return [wanted] if isinstance(wanted, str) else wanted


def _merge(table: dict[str, Any], more: Mapping[str, Any], place: str) -> None:
    for key, value in more.items():
        if type(table.get(key, value)) is not type(value):
            raise PatternError(f"{place}: {key} is one thing here and another elsewhere")
        if isinstance(value, dict):
            _merge(table.setdefault(key, {}), value, place)
        elif isinstance(value, list):
            table.setdefault(key, []).extend(value)
        else:
            table[key] = value


def _check(table: Table) -> None:
    if unknown := set(table) - set(_SECTIONS):
        raise PatternError(f"no such section: {', '.join(sorted(unknown))}")
    for name, value in table["settings"].items():
        if not isinstance(value, _SETTINGS.get(name, ())):
            raise PatternError(f"no such setting: {name} = {value!r}")
    _check_words(table)
    if not table["rule"]:
        raise PatternError("there is no rule")
    for section, needed in (("rule", ("name", "make")), ("phrase", ("name",))):
        for line in table[section]:
            _check_line(line, section, needed)


def _check_words(table: Table) -> None:
    for name, members in table["classes"].items():
        if not isinstance(members, dict) and not _are_texts(members):
            raise PatternError(f"class {name} is neither words nor words with values")
    for section in ("unions", "macros"):
        if not _are_texts(table[section].values()):
            raise PatternError(f"{section} are texts")


def _check_line(line: Any, section: str, needed: Iterable[str]) -> None:
    if not isinstance(line, dict) or not all(isinstance(line.get(key), str) for key in needed):
        raise PatternError(f"a {section} without {' or '.join(needed)}: {line!r:.200}")
    if "match" not in line or not (isinstance(line["match"], str) or _are_texts(line["match"])):
        raise PatternError(f"{line['name']}: match is neither a pattern nor a list of patterns")


def _are_texts(values: Any) -> bool:
    return not isinstance(values, str | int | float) and all(isinstance(value, str) for value in values)
