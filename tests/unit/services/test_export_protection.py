"""Protected sources in exports: their cover, nothing else, and a search of the finished file."""

import zipfile
from pathlib import Path

import pytest

from dates import UncertainDate
from exporters.document import Picture
from exporters.labels import Labels
from models.drafts import CaptureDraft, CreatorDraft, IncidentPatch
from models.enums import CaptureMethod, ProblemCode, Stance
from models.errors import UserFacingError
from services import captures, incidents
from services.exporting import Audience, ExportFormat, ExportOptions, export_chronology
from services.project import Project
from tests.factories import add_citation, add_incident, add_source, names_in

SECRETS = (
    "Keller", "Maria", "Talk with a whistleblower", "keller.example", "archive.example", "Secret Weekly", "private words",
    "1987", "day of the leak", "p. 77", "secret remark", "talk-keller.txt", "1 March", "cafebabe-doi",
)  # fmt: skip


@pytest.fixture
def incident(project: Project) -> int:
    """An incident that a protected source, full of facts, contradicts."""
    made = add_incident(project, "The bridge is shut", body="A crack is seen.")
    add_citation(project, made, add_source(project, "Log of the port"))
    source = add_source(
        project,
        "Talk with a whistleblower",
        creators=(CreatorDraft(family="Keller", given_name="Maria"),),
        container_title="Secret Weekly",
        url="https://keller.example/talk",
        archive_url="https://archive.example/talk",
        fields={"DOI": "cafebabe-doi"},
        note="secret remark",
        protected=True,
    )
    draft = CaptureDraft(
        data=b"words", media_type="text/plain", original_name="talk-keller.txt", method=CaptureMethod.FILE, text="words"
    )
    captures.add_capture(project, source, draft)
    stated = UncertainDate("1987-06-05", "the day of the leak")
    add_citation(
        project,
        made,
        source,
        locator="77",
        quote="private words",
        note="secret remark",
        stance=Stance.CONTRADICTS,
        stated=stated,
    )
    return made


def export(project: Project, folder: Path, **options: object) -> str:
    """Everything that can be read in the written file."""
    target = folder / "out.bin"
    export_chronology(project, target, ExportOptions(**options), Labels())  # type: ignore[arg-type]  # fields of ExportOptions
    if zipfile.is_zipfile(target):
        with zipfile.ZipFile(target) as package:
            return "\n".join(package.read(name).decode() for name in package.namelist())
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize("wanted", list(ExportFormat))
@pytest.mark.parametrize("audience", list(Audience))
def test_protecting_a_source_leaves_its_cover_and_nothing_else(
    project: Project, incident: int, tmp_path: Path, wanted: ExportFormat, audience: Audience
) -> None:
    written = export(project, tmp_path, format=wanted, audience=audience, quotes=True)
    assert not {secret for secret in SECRETS if secret in written}
    assert "A person familiar with the matter (name withheld)" in written
    assert "A person familiar with the matter. Name and date withheld." in written


def test_choosing_no_protection_prints_the_source(project: Project, incident: int, tmp_path: Path) -> None:
    assert "Talk with a whistleblower" in export(project, tmp_path, protect=False)


@pytest.mark.parametrize("wanted", list(ExportFormat))
@pytest.mark.parametrize(
    "body",
    [
        "She is Maria Keller.",
        "She is maria KELLER.",
        "She is Maria *Keller*.",
        "Ask **Kel**ler.",
        "KELLER said so.",
        "See [this](https://keller.example/talk).",
        "A talk with a   whistleblower.",
        "File talk-keller.txt",
        "[Maria](https://a.example/x) Keller.",
    ],
)
def test_naming_a_protected_source_in_a_text_stops_the_export(
    project: Project, incident: int, tmp_path: Path, wanted: ExportFormat, body: str
) -> None:
    incidents.edit_incident(project, incident, IncidentPatch(body=body))
    before = names_in(tmp_path)
    with pytest.raises(UserFacingError) as caught:
        export(project, tmp_path, format=wanted)
    assert caught.value.problem is ProblemCode.PROTECTED_NAME_FOUND
    assert caught.value.details == {"entry": 1}
    assert names_in(tmp_path) == before


@pytest.mark.parametrize("body", ["The kellers’ house.", "Kellerman spoke.", "A keller is a cellar."])
def test_writing_a_word_that_only_resembles_a_name_passes(
    project: Project, incident: int, tmp_path: Path, body: str
) -> None:
    incidents.edit_incident(project, incident, IncidentPatch(body=body))
    assert body.split()[0] in export(project, tmp_path)


def test_sharing_a_family_name_with_a_public_author_passes(project: Project, incident: int, tmp_path: Path) -> None:
    public = add_source(project, "Report", creators=(CreatorDraft(family="Keller", given_name="Jan"),))
    add_citation(project, incident, public)
    assert "Jan Keller" in export(project, tmp_path)


def test_covering_with_the_name_itself_stops_the_export(project: Project, tmp_path: Path) -> None:
    hidden = add_source(
        project, "Call", creators=(CreatorDraft(literal="Port Union"),), protected=True, cover_name="Port Union aide"
    )
    add_citation(project, add_incident(project), hidden)
    with pytest.raises(UserFacingError) as caught:
        export(project, tmp_path)
    assert caught.value.problem is ProblemCode.PROTECTED_NAME_FOUND


def test_naming_a_protected_source_with_a_common_title_passes(project: Project, tmp_path: Path) -> None:
    add_citation(project, add_incident(project, "An interview"), add_source(project, "Interview", protected=True))
    assert "An interview" in export(project, tmp_path)


def test_protecting_several_sources_under_one_cover_lists_it_once(project: Project, tmp_path: Path) -> None:
    incident = add_incident(project)
    for title in ("Call one", "Call two"):
        add_citation(project, incident, add_source(project, title, protected=True))
    assert export(project, tmp_path, format=ExportFormat.HTML).count("Name and date withheld.") == 1


@pytest.mark.parametrize("wanted", list(ExportFormat))
def test_protected_name_in_the_picture_stops_the_export(
    project: Project, tmp_path: Path, incident: int, wanted: ExportFormat
) -> None:
    drawn = Picture("<svg><text>Seen by Maria Keller</text></svg>", b"pixels", 100, 50, "One incident")
    target = tmp_path / "out.bin"
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, target, ExportOptions(format=wanted, picture=drawn), Labels())
    assert caught.value.problem is ProblemCode.PROTECTED_NAME_FOUND
    assert not target.exists()


@pytest.mark.parametrize("wanted", list(ExportFormat))
def test_picture_goes_into_the_export(project: Project, tmp_path: Path, wanted: ExportFormat) -> None:
    add_incident(project)
    drawn = Picture("<svg><text>The bridge is closed</text></svg>", b"pixels", 100, 50, "One incident on a line")
    target = tmp_path / "out.bin"
    export_chronology(project, target, ExportOptions(format=wanted, picture=drawn), Labels())
    if wanted is ExportFormat.DOCX:
        with zipfile.ZipFile(target) as package:
            assert package.read("word/media/timeline.png") == b"pixels"
    else:
        assert "One incident on a line" in target.read_text()
