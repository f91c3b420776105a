"""What became of imported files, in words: one line for a notice, and the lines of a summary."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from gui.shell.line_list import Line
from gui.texts.imports import doubt_text
from gui.texts.problems import fact_and_advice
from models.enums import DoubtCode
from services.importing import FailedFile, ImportedFile

# Said at the source; not worth a dialog, as nothing of the text is missing.
_MILD = frozenset({DoubtCode.DAY_OF_FILE, DoubtCode.GUESSED_ENCODING, DoubtCode.CONTROL_CHARACTERS})


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportReport", text)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.replace("{count}", f"{count:,}")


class ImportReport:
    """Reads the outcomes of one import."""

    def __init__(self, outcomes: Sequence[ImportedFile | FailedFile]) -> None:
        self._files = len(outcomes)
        self._failed = [one for one in outcomes if isinstance(one, FailedFile)]
        taken = [one for one in outcomes if isinstance(one, ImportedFile)]
        self._known = [one for one in taken if one.known_source_id]
        self._new = [one for one in taken if not one.known_source_id]
        self.doubtful = [one for one in self._new if one.doubts]

    @cached_property
    def added(self) -> tuple[int, ...]:
        """The sources that came in, attachments among them."""
        return tuple(source_id for file in self._new for source_id in file.source_ids)

    @property
    def needs_saying(self) -> bool:
        """Whether a summary is due: a file was left out, or something of its text is missing."""
        grave = any(doubt.code not in _MILD for file in self.doubtful for doubt in file.doubts)
        return self._files > 1 and bool(self._failed or self._known or grave)

    @property
    def notice(self) -> str:
        """One short line."""
        return _counted(len(self.added), _tr("1 source added."), _tr("{count} sources added."))

    @property
    def title(self) -> str:
        """The head of the summary."""
        files = _counted(self._files, _tr("1 file"), _tr("{count} files"))
        nothing, one = _tr("Nothing was added from {files}"), _tr("1 source was added from {files}")
        many = _counted(len(self.added), one, _tr("{count} sources were added from {files}"))
        return (many if self.added else nothing).replace("{files}", files)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Files that were not added, those that were there already, and those to look at, each below its heading."""
        return (
            *self._group(_tr("Not added"), [self._failed_line(file) for file in self._failed]),
            *self._group(_tr("In the project already"), [self._known_line(file) for file in self._known]),
            *self._group(
                _tr("Added; worth a look"), [line for file in self.doubtful for line in self._doubt_lines(file)]
            ),
        )

    def _group(self, heading: str, lines: Sequence[Line]) -> Iterator[Line]:
        if lines:
            yield Line(0, f"{heading} ({len(lines):,})", is_heading=True)
            yield from lines

    def _failed_line(self, file: FailedFile) -> Line:
        fact, advice = fact_and_advice(file.error, named=False)
        return Line(0, file.name, "circle-alert", f"{fact} {advice}", tip=f"{fact}\n{advice}")

    def _known_line(self, file: ImportedFile) -> Line:
        detail = _tr("A source preserves the same bytes. Enter shows it.")
        return Line(file.known_source_id or 0, file.name, "copy-check", detail)

    def _doubt_lines(self, file: ImportedFile) -> Iterator[Line]:
        for doubt in file.doubts:
            said = doubt_text(doubt.code, doubt.value)
            name = f"{file.name} · {doubt.part}" if doubt.part else file.name
            yield Line(file.source_ids[0] if file.source_ids else 0, name, "scan-eye", said, tip=said)
