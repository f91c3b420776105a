"""What the window remembers between runs, in a private ini file: geometry, panes, arrangement, theme, recent files."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

MAX_RECENT = 8
PROJECT_ID = "project-id"
TIMELINE = "timeline"
CALENDAR = "calendar"


def state_path() -> Path:
    """The ini file of this user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "window.ini"


class WindowState:
    """Typed access to the ini file. Nothing of a project's content is kept in it, only the paths of recent files."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def layout(self, name: str) -> QByteArray:
        """The stored bytes of a window or splitter; empty where there are none."""
        value = self._settings.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, value: QByteArray) -> None:
        self._settings.setValue(f"layout/{name}", value)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A stored yes or no."""
        value = self._settings.value(f"flag/{name}", default)
        return value if isinstance(value, bool) else str(value).lower() == "true"

    def keep_flag(self, name: str, value: bool) -> None:
        self._settings.setValue(f"flag/{name}", value)

    def number(self, name: str, default: int) -> int:
        """A stored whole number; `default` where there is none that could be read."""
        try:
            return int(str(self._settings.value(f"number/{name}", default)))
        except ValueError:
            return default

    def keep_number(self, name: str, value: int) -> None:
        self._settings.setValue(f"number/{name}", value)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return str(self._settings.value("theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._settings.setValue("theme", choice)

    @property
    def keeps_recent(self) -> bool:
        """Whether projects are remembered at all."""
        return self.flag("keeps-recent", default=True)

    @keeps_recent.setter
    def keeps_recent(self, wanted: bool) -> None:
        self.keep_flag("keeps-recent", wanted)
        if not wanted:
            self.forget_recent()

    def recent(self) -> tuple[Path, ...]:
        """The projects opened last, newest first."""
        stored = self._settings.value("recent", [])
        names = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def add_recent(self, path: Path) -> None:
        """Put a project first, where projects are remembered."""
        if self.keeps_recent:
            others = [str(known) for known in self.recent() if known != path]
            self._settings.setValue("recent", [str(path), *others][:MAX_RECENT])

    def note_of(self, path: Path, name: str) -> str:
        """A text about the project that was open from this path, "" where there is none.

        PROJECT_ID is its id, under which its backups lie; TIMELINE and CALENDAR how those were left.
        """
        return str(self._settings.value(f"{name}/{_key(path)}", ""))

    def keep_note_of(self, path: Path, name: str, text: str) -> None:
        """Remember a text about a project: kinds, ids and moments, never words of it."""
        if self.keeps_recent:
            self._settings.setValue(f"{name}/{_key(path)}", text)

    def remove_recent(self, path: Path) -> None:
        self._settings.setValue("recent", [str(known) for known in self.recent() if known != path])

    def forget_recent(self) -> None:
        """Forget every project, the last one too."""
        self._settings.remove("recent")
        for name in (PROJECT_ID, TIMELINE, CALENDAR, "last-project"):
            self._settings.remove(name)

    @property
    def last_project(self) -> Path | None:
        """The project that was open when the window was closed."""
        name = str(self._settings.value("last-project", ""))
        return Path(name) if name else None

    @last_project.setter
    def last_project(self, path: Path | None) -> None:
        if path is None or not self.keeps_recent:
            self._settings.remove("last-project")
        else:
            self._settings.setValue("last-project", str(path))

    @property
    def last_folder(self) -> Path:
        """Where a file dialog starts: beside the newest project, else the documents folder, else home."""
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        wanted = (*(path.parent for path in self.recent()[:1]), documents)
        return next((folder for folder in wanted if folder.is_dir()), Path.home())


def _key(path: Path) -> str:
    """A path as a settings key: those may hold no slash."""
    return path.resolve().as_posix().encode().hex()
