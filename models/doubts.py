"""What is doubtful about the text of a preserved copy, as it is stored with it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from models.enums import DoubtCode


@dataclass(frozen=True, slots=True)
class FileDoubt:
    """`value` is a detail of the doubt: page numbers, a day, an encoding."""

    code: DoubtCode
    value: str = ""


def pack_doubts(doubts: Iterable[FileDoubt]) -> str:
    """One text for a column; "" for none."""
    pairs = [[doubt.code.value, doubt.value] for doubt in doubts]
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def unpack_doubts(packed: str) -> tuple[FileDoubt, ...]:
    """The doubts of a column; a code that only a newer version knows is left out."""
    known = set(DoubtCode)
    return tuple(FileDoubt(DoubtCode(code), value) for code, value in json.loads(packed or "[]") if code in known)
