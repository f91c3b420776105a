"""Names of protected sources in other letters, marks and addresses than the project spells them; order without chance."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from exporters.labels import Labels
from models.drafts import CaptureDraft, CreatorDraft
from models.enums import CaptureMethod, ProblemCode, SourceType
from models.errors import UserFacingError
from services import captures
from services.exporting import Audience, ExportFormat, ExportOptions, build_document, export_chronology
from services.project import Project
from tests.factories import add_citation, add_incident, add_source


def apart(text: str) -> str:
    """Letters and their accents as two characters, as macOS writes file names."""
    return unicodedata.normalize("NFD", text)


def creator(given: str, family: str = "") -> dict[str, Any]:
    return {"creators": (CreatorDraft(given_name=given, family=family),)}


DISGUISES = [
    (creator("José", "Muñoz"), apart("Then José Muñoz spoke.")),
    (creator("Pat", "O'Neill"), "Then Pat O’Neill spoke."),
    (creator("Ana", "Reyes"), "Then Ana\u200b Re\u00adyes spoke."),
    (creator("Marisol"), "Then Marisol spoke."),
    ({"title": "Zebra dossier"}, "It is in the Zebra  \ndossier."),
    ({"title": "The “Alpha” memo"}, 'It is in the "Alpha" memo.'),
    ({"title": "Smith–Jones call log"}, "It is in the Smith-Jones call log."),
    ({"url": "https://www.leak.example/doc/7"}, "See leak.example/doc/7 there."),
    ({"url": "https://leak.example/doc/7"}, "See HTTP://Leak.example/doc/7/ there."),
    ({"url": "https://leak.example/josé"}, "See [this](https://leak.example/josé) there."),
    ({"url": "https://leak.example/jos%C3%A9"}, "See https://leak.example/josé there."),
]


@pytest.mark.parametrize(("facts", "body"), DISGUISES)
@pytest.mark.parametrize("wanted", list(ExportFormat))
def test_protected_name_in_another_spelling_stops_the_export(
    project: Project, tmp_path: Path, facts: dict[str, Any], body: str, wanted: ExportFormat
) -> None:
    source = add_source(project, **{"title": "A talk with somebody", **facts}, protected=True)
    add_citation(project, add_incident(project, body=body), source)
    options = ExportOptions(format=wanted, audience=Audience.CHECKER)
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, tmp_path / f"out.{wanted}", options, Labels())
    assert caught.value.problem is ProblemCode.PROTECTED_NAME_FOUND
    assert caught.value.details["entry"] == 1


def test_protected_file_name_with_accents_apart_stops_the_export(project: Project, tmp_path: Path) -> None:
    source = add_source(project, "A talk with somebody", protected=True)
    add_citation(project, add_incident(project, body="It is in Akte Müller.pdf."), source)
    name = apart("Akte Müller.pdf")
    draft = CaptureDraft(data=b"x", media_type="application/pdf", method=CaptureMethod.FILE, original_name=name)
    captures.add_capture(project, source, draft)
    with pytest.raises(UserFacingError):
        export_chronology(project, tmp_path / "out.docx", ExportOptions(), Labels())


def test_bibliography_items_of_one_wording_stand_in_the_order_they_are_cited(project: Project) -> None:
    incident = add_incident(project)
    for kind in (SourceType.REPORT, SourceType.INTERVIEW):
        add_citation(project, incident, add_source(project, "Same words", type=kind))
    document = build_document(project, ExportOptions(), Labels())
    assert [next(run.italic for run in item.runs) for item in document.bibliography] == [True, False]
