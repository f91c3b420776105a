"""A file that is refused says why, for every reason that there is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.texts import imports, problem_text
from models.enums import DoubtCode, ImportFault, ProblemCode
from models.errors import UserFacingError

ROOT = Path(__file__).resolve().parents[3]
REFUSED = {
    ProblemCode.IMPORT_UNREADABLE.name,
    ProblemCode.IMPORT_TOO_LARGE.name,
    ProblemCode.IMPORT_UNKNOWN_TYPE.name,
}


@pytest.mark.parametrize("fault", ImportFault)
def test_refused_file_says_what_is_wrong_and_what_to_do(fault: ImportFault) -> None:
    error = UserFacingError(
        ProblemCode.IMPORT_UNREADABLE, file="a/letter.pdf", reason=fault, megabytes=200, rows=200_000
    )
    message = problem_text(error)
    assert "“letter.pdf”" in message.title
    assert message.title.endswith("Nothing of it was added.")
    assert message.advice.endswith(".")
    assert "{" not in message.text
    assert fault.value in message.details


def test_faults_are_told_apart() -> None:
    assert len({facts for facts, _ in imports.FAULT.values()}) == len(ImportFault)


@pytest.mark.parametrize("code", DoubtCode)
def test_doubt_is_a_sentence(code: DoubtCode) -> None:
    text = imports.doubt_text(code, "pages 3 and 4")
    assert text[0].isupper()
    assert text.endswith(".")
    assert "{" not in text


def refusals() -> Iterator[tuple[str, ast.Call]]:
    """Every place below the window that refuses a file."""
    for path in sorted([*(ROOT / "importers").glob("*.py"), *(ROOT / "services").glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.args[0]).rpartition(".")[2] in REFUSED:
                yield f"{path.name}:{node.lineno}", node


def test_every_refusal_gives_a_reason_that_has_words() -> None:
    found = list(refusals())
    assert len(found) > 10
    for place, call in found:
        reasons = [ast.unparse(word.value) for word in call.keywords if word.arg == "reason"]
        assert reasons, place
        assert reasons[0] in {"reason", "fault"} or reasons[0].startswith("ImportFault."), place
