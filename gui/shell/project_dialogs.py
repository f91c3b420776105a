"""Dialogs about a project as a whole: where a new one is kept, and its own details."""

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from gui.controls import plain_label
from gui.notices import PROJECT_SUFFIX, Notices
from gui.shell.short_form_dialog import ShortFormDialog
from gui.style import GAP_8
from gui.texts import field_text, problem_text
from models.drafts import ProjectPatch
from models.errors import InvalidDraftError
from models.snapshots import ProjectCard

MAX_NAME = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def file_name_for(title: str) -> str:
    """A file name that every system takes, made of a title."""
    safe = " ".join(_UNSAFE.sub(" ", title).split())[:MAX_NAME].strip(" .")
    return f"{safe or 'Untitled'}{PROJECT_SUFFIX}"


class NewProjectDialog(ShortFormDialog):
    """Asks for a title; the file beside it follows the title until another place is chosen."""

    project_requested = Signal(Path, str)
    """Payload: the file and the title."""

    def __init__(self, folder: Path, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("New chronology"), self.tr("Create"), parent)
        self._folder = folder
        self._notices = notices
        self._chosen: Path | None = None
        self.title_field = QLineEdit(self)
        self.title_field.setPlaceholderText(self.tr("What it is about"))
        self.title_field.textChanged.connect(self._follow)
        self.add_field(self.tr("Title"), self.title_field)
        place = QWidget(self)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_8)
        self._place = plain_label("", "caption", place)
        self._place.setWordWrap(True)
        change = QPushButton(self.tr("Change…"), place)
        change.setProperty("kind", "small")
        change.setAutoDefault(False)
        change.setAccessibleName(self.tr("Change where the file is kept"))
        change.setToolTip(self.tr("Change where the file is kept"))
        change.clicked.connect(self._choose)
        row.addWidget(self._place, 1)
        row.addWidget(change)
        self.add_field(self.tr("Kept in"), place)
        self._follow()
        self.title_field.setFocus()

    @property
    def path(self) -> Path:
        """Where the file will be."""
        return self._chosen or self._free(self._folder / file_name_for(self.title_field.text()))

    def _free(self, path: Path) -> Path:
        number = 2
        free = path
        while free.exists():
            free = path.with_stem(f"{path.stem} {number}")
            number += 1
        return free

    def _follow(self) -> None:
        self._place.setText(str(self.path))
        self.verb_button.setEnabled(bool(self.title_field.text().strip()))
        self.show_problem("")

    def _choose(self) -> None:
        chosen = self._notices.ask_new_project(self, self.path)
        if chosen is not None:
            self.use_place(chosen)

    def use_place(self, chosen: Path) -> None:
        """Keep the project in this file, whatever its title."""
        self._chosen = chosen
        if not self.title_field.text().strip():
            self.title_field.setText(chosen.stem)
        self._follow()

    def submit(self) -> None:
        """Ask for the project where there is a title; whoever makes it closes the dialog, or says why not."""
        if self.title_field.text().strip():
            self.project_requested.emit(self.path, self.title_field.text().strip())


class ProjectDialog(ShortFormDialog):
    """The project's own details, as they head an export."""

    project_edited = Signal(object)
    """Payload: a ProjectPatch of the fields that differ."""

    def __init__(self, card: ProjectCard, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Project details"), self.tr("Save"), parent)
        self._card = card
        self.title_field = QLineEdit(card.title, self)
        self.subtitle_field = QLineEdit(card.subtitle, self)
        self.language_field = QLineEdit(card.language, self)
        self.language_field.setPlaceholderText("en")
        self.description_field = QPlainTextEdit(card.description, self)
        self.description_field.setProperty("kind", "field")
        self.description_field.setTabChangesFocus(True)
        self.description_field.setFixedHeight(110)
        self.add_field(field_text("title"), self.title_field)
        self.add_field(field_text("subtitle"), self.subtitle_field)
        self.add_field(field_text("language"), self.language_field)
        self.add_field(field_text("description"), self.description_field)
        self.title_field.setFocus()

    def submit(self) -> None:
        """Hand over what differs, or say what is wrong with it."""
        typed = {
            "title": self.title_field.text().strip(),
            "subtitle": self.subtitle_field.text().strip(),
            "language": self.language_field.text().strip(),
            "description": self.description_field.toPlainText(),
        }
        given = {name: value for name, value in typed.items() if value != getattr(self._card, name)}
        try:
            patch = ProjectPatch(**given)
        except InvalidDraftError as error:
            self.show_problem(problem_text(error).title)
            return
        if given:
            self.project_edited.emit(patch)
        self.accept()
