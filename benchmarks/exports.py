"""Exports of cited chronologies against pandoc and python-docx writing the same document, in one run.

    python -m benchmarks.exports [1000 10000]

CPU seconds. "running": the program is open, as it is for a person who presses Export. "from cold": a fresh interpreter,
imports and opening the project included, as on the command line. pandoc reads Markdown with every note ready made, the
easier job; with citeproc it also formats the citations. python-docx writes the text without notes: it knows none.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.synthetic import Synthetic, invent, store
from benchmarks.table import print_table
from exporters.document import Document, NoteMark, Run
from exporters.labels import Labels
from models.snapshots import IncidentFilter
from services.chronology import get_rows, list_incidents
from services.exporting import ExportFormat, ExportOptions, build_document, export_chronology
from services.project import Project
from services.project_files import open_project

TARGET = 0.2  # at least five times as fast as pandoc
MEMORY_TARGET = 300.0  # MB
_PYTHON_DOCX_LARGEST = 1_000
_OPTIONS = ExportOptions(quotes=True)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of a process and its children, and the most memory it held, in MB."""

    cpu: float
    memory: float


def run(sizes: Sequence[int] = (1_000, 10_000)) -> list[Measurement]:
    """Measure every format at every size. Without pandoc on PATH its rows are left out."""
    found: list[Measurement] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found += _measure_size(Path(folder), size)
    return found


def _measure_size(folder: Path, size: int) -> list[Measurement]:
    made = invent(size)
    project = store(folder / "bench.dateline", made)
    document = build_document(project, _OPTIONS, Labels())
    ready, cited = folder / "ready.md", folder / "cited.md"
    _write_markdown(ready, document)
    _write_citeproc(cited, folder / "sources.json", made, document)
    project.close()
    found: list[Measurement] = []
    for wanted in ExportFormat:
        running, cold = _measure_ours(folder, wanted)
        name = f"{wanted.value} {size:,}"
        found.append(Measurement(f"{name} peak memory", cold.memory, "MB", target=MEMORY_TARGET))
        found += _against_pandoc(name, wanted, folder, running, cold)
        if wanted is ExportFormat.DOCX and size <= _PYTHON_DOCX_LARGEST:
            peer = _python_docx(document, folder / "peer.docx")
            found.append(Measurement(f"{name} running", running, "s", f"python-docx {peer:.2f} s", running / peer))
    return found


def _measure_ours(folder: Path, wanted: ExportFormat) -> tuple[float, Cost]:
    target = folder / f"ours.{wanted.value}"
    command = [sys.executable, "-m", "benchmarks.exports", "--child", str(folder / "bench.dateline"), str(target)]
    cost, output = _run(command)
    return float(json.loads(output)["cpu"]), cost


def _against_pandoc(name: str, wanted: ExportFormat, folder: Path, running: float, cold: Cost) -> list[Measurement]:
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return [Measurement(f"{name} running", running, "s"), Measurement(f"{name} from cold", cold.cpu, "s")]
    target = str(folder / f"peer.{wanted.value}")
    ready, _ = _run([pandoc, "-s", "-f", "markdown", str(folder / "ready.md"), "-o", target])
    files = [str(folder / "cited.md"), "--bibliography", str(folder / "sources.json")]
    cited, _ = _run([pandoc, "-s", "--citeproc", "-f", "markdown", *files, "-o", target])
    rows = []
    for label, peer in (("notes ready made", ready.cpu), ("citeproc", cited.cpu)):
        words = f"pandoc, {label} {peer:.2f} s"
        rows.append(Measurement(f"{name} running", running, "s", words, running / peer, TARGET))
        rows.append(Measurement(f"{name} from cold", cold.cpu, "s", words, cold.cpu / peer))
    return rows


def _run(command: list[str]) -> tuple[Cost, str]:
    """Run a program to its end; its CPU time and peak memory come from the system's own accounts."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), output.read()


def _run_child(project_path: Path, target: Path) -> None:
    """One export in this process; with the list on screen before; prints what it cost."""
    project: Project = open_project(project_path, read_only=True)
    get_rows(project, list_incidents(project, IncidentFilter()).ids[:50])
    start = time.process_time()
    options = ExportOptions(format=ExportFormat(target.suffix[1:]), quotes=True)
    export_chronology(project, target, options, Labels())
    spent = time.process_time() - start
    project.close()
    print(json.dumps({"cpu": spent}))


def _markdown(parts: Sequence[Run | NoteMark]) -> str:
    return "".join(f"[^{part.number}]" if isinstance(part, NoteMark) else _run_markdown(part) for part in parts)


def _run_markdown(run: Run) -> str:
    if run.href:
        return f"<{run.href}>"
    mark = "**" * run.bold + "*" * run.italic
    return f"{mark}{run.text}{mark[::-1]}"


def _write_markdown(path: Path, document: Document) -> None:
    """The document with its notes as text."""
    lines = [f"---\ntitle: {document.title}\n---\n"]
    for section in document.sections:
        lines.append(f"# {section.heading}\n")
        for entry in section.entries:
            text = "\n\n".join(_markdown(item.parts) for item in entry.paragraphs)
            lines.append(f"**{entry.date_text}** **{entry.title}** {text}\n")
            lines += [f"[^{note.number}]: {_markdown(note.runs)}\n" for note in entry.notes]
    lines.append("# Bibliography\n")
    lines += [_markdown(item.runs) + "\n" for item in document.bibliography]
    path.write_text("\n".join(lines), encoding="utf-8")


def _write_citeproc(path: Path, sources: Path, made: Synthetic, document: Document) -> None:
    """The same text with citation keys, and the sources as CSL-JSON."""
    items = [
        {
            "id": f"s{number}",
            "type": source.type.value,
            "title": source.title,
            "author": [{"family": name.family, "given": name.given_name} for name in source.creators],
            "container-title": source.container_title,
            "issued": {"date-parts": [[int(part) for part in source.published.edtf.split("-")]]},
            "URL": source.url,
        }
        for number, source in enumerate(made.sources)
    ]
    sources.write_text(json.dumps(items), encoding="utf-8")
    lines = [f"---\ntitle: {document.title}\n---\n"]
    for incident, cited in zip(made.incidents, made.citations, strict=True):
        keys = "; ".join(f"@s{text.source}, p. {text.page}" for text in cited)
        body = incident.body.replace("[^", "[").split("[")[0]
        lines.append(f"**{incident.date.edtf}** **{incident.title}.** {body} [{keys}]\n")
    path.write_text("\n".join(lines), encoding="utf-8")


def _python_docx(document: Document, target: Path) -> float:
    """CPU seconds of python-docx for headings, entries and notes as plain paragraphs."""
    import docx  # noqa: PLC0415  # the peer, imported before its time is taken and by nobody else

    start = time.process_time()
    peer = docx.Document()
    for section in document.sections:
        peer.add_heading(section.heading, 1)
        for entry in section.entries:
            paragraph = peer.add_paragraph()
            paragraph.add_run(entry.date_text).bold = True
            paragraph.add_run(f"\t{entry.title} ").bold = True
            for item in entry.paragraphs:
                paragraph.add_run("".join(part.text for part in item.parts if isinstance(part, Run)))
            for note in entry.notes:
                peer.add_paragraph("".join(run.text for run in note.runs))
    peer.save(str(target))
    return time.process_time() - start


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _run_child(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(print_table(run([int(argument) for argument in sys.argv[1:]] or (1_000, 10_000))))
