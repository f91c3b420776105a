"""Answers wishes about the text of a preserved copy: extract it again, type it by hand, mend a quote that was lost."""

from PySide6.QtCore import QObject

from gui.controllers.session import Session
from gui.reader.reader_pane import ReaderPane
from gui.shell.status_line import StatusLine
from gui.shell.status_notice import UNDO
from gui.sources.source_editor import SourceEditor
from gui.task_runner import Progress, TaskRunner
from services.capture_texts import Reanchored, extract_again, repair_passage, type_text


class TextController(QObject):
    """Copies are read again on the worker that files are read on; what changes is one step of undo."""

    def __init__(
        self, session: Session, pane: ReaderPane, editor: SourceEditor, runner: TaskRunner, status: StatusLine
    ) -> None:
        super().__init__(session)
        self._session = session
        self._runner = runner
        self._status = status
        for wish in (pane.extract_again_requested, editor.take_text_requested):
            wish.connect(self._on_extract_again_requested)
        pane.text_typed.connect(self._on_text_typed)
        pane.repair_requested.connect(self._on_repair_requested)

    def _on_extract_again_requested(self, capture_id: int) -> None:
        if not self._session.is_writable:
            return
        self._session.flush()
        project = self._session.project

        def work(progress: Progress) -> Reanchored | None:
            return extract_again(project, capture_id, progress=progress, initiator=self)

        self._runner.run(work, self._on_extracted, self._session.tell, label=self.tr("Reading the copy again…"))

    def _on_extracted(self, moved: Reanchored | None) -> None:
        if moved is None:
            self._status.show_notice(self.tr("The text is the same as before."))
        else:
            self._tell(self.tr("The text was extracted again."), moved)

    def _on_text_typed(self, capture_id: int, text: str) -> None:
        moved = self._session.change(lambda project: type_text(project, capture_id, text, initiator=self))
        if moved is not None:
            self._tell(self.tr("The text was kept."), moved)

    def _tell(self, words: str, moved: Reanchored) -> None:
        said = [words]
        if moved.lost:
            lost = self.tr("1 quote is no longer in it.") if moved.lost == 1 else self.tr("{count} quotes are lost.")
            said.append(lost.replace("{count}", str(moved.lost)))
        self._status.show_notice(" ".join(said), (UNDO, self.tr("Undo")))

    def _on_repair_requested(self, citation_id: int, start: int, end: int) -> None:
        self._session.change(lambda project: repair_passage(project, citation_id, start, end, initiator=self))
