"""Exports of a real project: what is in them, what is not, and what happens when the disk says no."""

import errno
import os
import stat
from pathlib import Path

import pytest

from dates import UncertainDate
from exporters.document import Document, Entry, NoteKind, NoteMark, Run
from exporters.labels import Labels
from models.drafts import CitationDraft, CreatorDraft, IncidentPatch, LinkDraft, ProjectPatch
from models.enums import LinkKind, ProblemCode, SourceType, Stance, Status
from models.errors import UserFacingError
from models.snapshots import IncidentFilter
from services import citations, incidents, links, sources
from services.chronology import Grouping
from services.exporting import (
    Audience,
    ExportFormat,
    ExportOptions,
    build_document,
    build_preview,
    count_for_export,
    export_chronology,
    suffix_format,
)
from services.project import Project
from services.properties import edit_project
from tests.factories import add_capture, add_citation, add_incident, add_source, names_in

LABELS = Labels()


def build(project: Project, **options: object) -> Document:
    return build_document(project, ExportOptions(**options), LABELS)  # type: ignore[arg-type]  # fields of ExportOptions


def text_of(runs: tuple[Run | NoteMark, ...]) -> str:
    return "".join(run.text for run in runs if isinstance(run, Run))


def notes_of(document: Document) -> list[str]:
    return [text_of(note.runs).replace("\u00a0", " ") for note in document.notes()]


def only_entry(document: Document) -> Entry:
    (entry,) = document.entries()
    return entry


def test_building_groups_entries_under_years_in_order(project: Project) -> None:
    for edtf in ("2024-01-23", "", "2021-07-07", "[2024-01-04..2024-01-09]"):
        add_incident(project, f"On {edtf}", edtf)
    document = build(project)
    assert [section.heading for section in document.sections] == ["2021", "2024", "Undated"]
    assert [entry.date_text for entry in document.entries()] == [
        "7 July",
        "between 4 and 9 January",
        "23 January",
        "Undated",
    ]
    assert document.subtitle == "A chronology, 7 July 2021 to 23 January 2024"


def test_building_by_month_gives_months_as_headings(project: Project) -> None:
    add_incident(project, "A", "2024-01-23")
    assert [section.heading for section in build(project, grouping=Grouping.MONTH).sections] == ["January 2024"]


def test_building_a_subtitle_never_makes_up_a_day(project: Project) -> None:
    add_incident(project, "A", "2023-10~")
    add_incident(project, "B", "2024")
    assert build(project).subtitle == "A chronology, October 2023 to 2024"


def test_building_prefers_the_subtitle_of_the_project(project: Project) -> None:
    edit_project(project, ProjectPatch(subtitle="What is known"))
    assert build(project).subtitle == "What is known"


def test_citing_in_the_text_and_at_its_end_numbers_notes_as_read(project: Project) -> None:
    incident = add_incident(project, body="First words and second words.")
    source = add_source(project)
    add_citation(project, incident, source, locator="9")
    draft = CitationDraft(source_id=source, locator="3")
    citations.add_citation(project, incident, draft, placed_at=len("First words"))
    entry = only_entry(build(project))
    assert [type(part).__name__ for part in entry.paragraphs[0].parts] == ["Run", "NoteMark", "Run", "NoteMark"]
    assert notes_of(build(project)) == ["“Notes of the harbour office,” p. 3.", "“Notes of the harbour office,” p. 9."]


def test_citing_an_incident_without_text_marks_its_title(project: Project) -> None:
    add_citation(project, add_incident(project), add_source(project))
    assert only_entry(build(project)).title_marks == (NoteMark(1),)


def test_quoting_by_choice_adds_the_words(project: Project) -> None:
    add_citation(project, add_incident(project), add_source(project), quote="it was shut")
    assert notes_of(build(project, quotes=True)) == ["“Notes of the harbour office,” p. 4: “it was shut.”"]
    assert notes_of(build(project)) == ["“Notes of the harbour office,” p. 4."]


def test_leaving_out_uncited_incidents_is_counted(project: Project, tmp_path: Path) -> None:
    add_incident(project, "Uncited")
    add_citation(project, add_incident(project, "Cited"), add_source(project))
    options = ExportOptions(include_uncited=False)
    report = export_chronology(project, tmp_path / "out.docx", options, LABELS)
    assert (report.entries, report.left_out, report.notes, report.sources) == (1, 1, 1, 1)
    assert "No source yet; kept at the editor’s request." in notes_of(build(project))


def test_disagreeing_sources_stand_side_by_side(project: Project) -> None:
    incident = add_incident(project, "The bridge is shut", "2024-01-20")
    add_citation(project, incident, add_source(project, "Log"), quote="shut on Saturday")
    add_citation(project, incident, add_source(project, "Letter"), quote="shut on Sunday", stance=Stance.CONTRADICTS)
    document = build(project)
    (item,) = document.disagreements
    assert [text_of(side).replace("\u00a0", " ") for side in item.sides] == [
        "Supports: “Log,” p. 4: “shut on Saturday.”",
        "Contradicts: “Letter,” p. 4: “shut on Sunday.”",
    ]
    assert only_entry(document).date_hint == "sources differ"
    assert build(project, show_disagreements=False).disagreements == ()


def test_disagreement_names_the_date_that_a_source_gives(project: Project) -> None:
    incident = add_incident(project, "The bridge is shut", "2024-01-20")
    stated = {
        "stated": UncertainDate("2024-01-21", "on Sunday"),
        "stance": Stance.CONTRADICTS,
        "quote": "shut on Sunday",
    }
    add_citation(project, incident, add_source(project, "Letter"), **stated)
    add_citation(
        project, incident, add_source(project, "Log"), stated=UncertainDate("2024-01"), quote="shut in January"
    )
    (item,) = build(project).disagreements
    assert [text_of(side).replace("\u00a0", " ") for side in item.sides] == [
        "Supports: “Log,” p. 4: “shut in January.”",
        "Contradicts: “Letter,” p. 4, which gives 21 January 2024: “shut on Sunday.”",
    ]


def test_linking_names_the_other_entry_only_when_it_is_exported(project: Project) -> None:
    first, second = add_incident(project, "Cause", "2024-01-20"), add_incident(project, "Reply", "2024-01-23")
    links.add_link(project, LinkDraft(from_id=second, to_id=first, kind=LinkKind.RESPONSE_TO))
    (relation,) = list(build(project).entries())[1].relations
    assert (relation.label, relation.target, relation.title, relation.date_text) == (
        "In response to",
        1,
        "Cause",
        "20 January 2024",
    )
    incidents.edit_incident(project, second, IncidentPatch(status=Status.VERIFIED))
    shown = build(project, wanted=IncidentFilter(statuses=frozenset({Status.VERIFIED})))
    assert only_entry(shown).relations == ()


def test_reading_for_the_checker_adds_what_the_reader_does_not_see(project: Project) -> None:
    incident = add_incident(project, note="ask again", place="Old Quay", tags=("water",), status=Status.REPORTED)
    source = add_source(project)
    add_capture(project, source)
    add_citation(project, incident, source, note="weak", quote="it was shut")
    checker = build(project, audience=Audience.CHECKER)
    remarks = [text_of(item.parts) for item in only_entry(checker).remarks]
    assert remarks == ["Reported · single source · Old Quay", "Tags: water", "Note: ask again"]
    (note,) = notes_of(checker)
    assert note.startswith(
        "“Notes of the harbour office,” p. 4: “it was shut.” [Supports. Note: weak. Preserved copy, SHA-256 "
    )
    assert only_entry(build(project)).remarks == ()
    assert notes_of(build(project)) == ["“Notes of the harbour office,” p. 4."]


def test_supporting_by_a_reprint_counts_one_witness(project: Project) -> None:
    incident = add_incident(project)
    first = add_source(project, "Original")
    for source in (first, add_source(project, "Reprint", republishes_id=first)):
        add_citation(project, incident, source)
    entry = only_entry(build(project, audience=Audience.CHECKER))
    assert "single source" in text_of(entry.remarks[0].parts)


def test_explaining_dates_takes_the_kinds_that_occur(project: Project) -> None:
    add_incident(project, "A", "2024-01-20")
    add_incident(project, "B", "[..2024-01-23]")
    add_incident(project, "C", "2024-01-24?")
    guide = build(project).date_guide
    assert [line.example for line in guide] == ["by 23 January", "24 January"]


def test_previewing_builds_the_first_entries_only(project: Project) -> None:
    for day in range(1, 20):
        add_incident(project, f"Day {day}", f"2024-01-{day:02}")
    document = build_preview(project, ExportOptions(), LABELS, limit=5)
    assert [entry.title for entry in document.entries()] == [f"Day {day}." for day in range(1, 6)]
    assert document.subtitle == "A chronology, 1 January 2024 to 19 January 2024"
    assert document.counts == "19 entries. Dates are given as they are known."


def test_leaving_binned_records_out(project: Project) -> None:
    incident, source = add_incident(project), add_source(project)
    add_citation(project, incident, source)
    incidents.delete_incidents(project, [add_incident(project, "Gone")])
    sources.delete_sources(project, [source])
    document = build(project)
    assert only_entry(document).title == "A bridge is closed."
    assert document.bibliography == ()


def test_counting_before_the_export_names_what_to_look_at(project: Project) -> None:
    incident = add_incident(project)
    add_incident(project, "Uncited")
    add_citation(project, incident, add_source(project, "Letter", protected=True), stance=Stance.CONTRADICTS)
    add_citation(project, incident, add_source(project, "Call", protected=True, cover_name="a pilot"))
    counts = count_for_export(project, IncidentFilter())
    assert (counts.incidents, counts.uncited, counts.disagreements) == (2, 1, 1)
    assert (counts.protected, counts.protected_without_cover) == (2, 1)


@pytest.mark.parametrize("wanted", list(ExportFormat))
@pytest.mark.parametrize("audience", list(Audience))
def test_exporting_twice_gives_the_same_bytes(
    project: Project, tmp_path: Path, wanted: ExportFormat, audience: Audience
) -> None:
    add_citation(project, add_incident(project, body="*Text*"), add_source(project, url="https://a.example/x"))
    options = ExportOptions(format=wanted, audience=audience, notes=NoteKind.ENDNOTES)
    written = [export_chronology(project, tmp_path / name, options, LABELS).target.read_bytes() for name in ("a", "b")]
    assert written[0] == written[1]


def test_exporting_writes_a_file_only_its_owner_can_read(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    target.write_text("old")
    report = export_chronology(project, target, ExportOptions(format=ExportFormat.HTML), LABELS)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert report.size == target.stat().st_size > 1000
    assert not {name for name in names_in(tmp_path) if name.startswith(".part-")}


def test_exporting_tells_its_progress_to_the_end(project: Project, tmp_path: Path) -> None:
    add_incident(project)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    export_chronology(project, tmp_path / "out.docx", ExportOptions(), LABELS, progress=progress)
    assert told[-1] == (2, 2)


def test_cancelling_leaves_the_old_file_and_no_part(project: Project, tmp_path: Path) -> None:
    add_incident(project)
    target = tmp_path / "out.docx"
    target.write_text("old")

    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_chronology(project, target, ExportOptions(), LABELS, progress=cancel)
    assert target.read_text() == "old"
    assert not {name for name in names_in(tmp_path) if name.startswith(".part-")}


def test_exporting_into_a_missing_folder_says_so(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, tmp_path / "no" / "out.docx", ExportOptions(), LABELS)
    assert caught.value.problem is ProblemCode.TARGET_FOLDER_MISSING
    assert not (tmp_path / "no").exists()


def test_exporting_over_the_project_itself_is_refused(project: Project) -> None:
    before = project.path.read_bytes()
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, project.path, ExportOptions(), LABELS)
    assert caught.value.problem is ProblemCode.TARGET_EXISTS
    assert project.path.read_bytes() == before


def test_exporting_over_a_folder_is_refused(project: Project, tmp_path: Path) -> None:
    (tmp_path / "out.docx").mkdir()
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, tmp_path / "out.docx", ExportOptions(), LABELS)
    assert caught.value.problem is ProblemCode.TARGET_NOT_WRITABLE


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, ProblemCode.DISK_FULL),
        (errno.EROFS, ProblemCode.TARGET_NOT_WRITABLE),
        (errno.EIO, ProblemCode.WRITE_FAILED),
    ],
)
def test_failing_to_write_names_the_cause_and_keeps_the_old_file(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, problem: ProblemCode
) -> None:
    target = tmp_path / "out.docx"
    target.write_text("old")

    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserFacingError) as caught:
        export_chronology(project, target, ExportOptions(), LABELS)
    assert caught.value.problem is problem
    assert target.read_text() == "old"
    assert not {name for name in names_in(tmp_path) if name.startswith(".part-")}


@pytest.mark.parametrize(("name", "wanted"), [("a.docx", ExportFormat.DOCX), ("a.HTM", ExportFormat.HTML)])
def test_reading_the_format_off_a_name(name: str, wanted: ExportFormat) -> None:
    assert suffix_format(Path(name)) is wanted


def test_reading_an_unknown_format_off_a_name_is_refused() -> None:
    with pytest.raises(UserFacingError) as caught:
        suffix_format(Path("a.pdf"))
    assert caught.value.problem is ProblemCode.UNKNOWN_FORMAT


def test_formatting_a_source_uses_everything_it_holds(project: Project) -> None:
    source = add_source(
        project,
        "Bridge shut",
        type=SourceType.ARTICLE_NEWSPAPER,
        creators=(CreatorDraft(family="Reyes", given_name="Ana"),),
        container_title="Port Courier",
        published=UncertainDate("2024-01-23"),
        url="https://courier.example/1",
        archive_url="https://archive.example/1",
        fields={"issue": "7"},
    )
    add_citation(project, add_incident(project), source)
    (note,) = notes_of(build(project))
    assert note == (
        "Ana Reyes, “Bridge shut,” Port Courier, no. 7, 23 January 2024, p. 4, https://courier.example/1, "
        "archived at https://archive.example/1."
    )
