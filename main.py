"""The entry of the program: a command word runs without a window; nothing or a file opens it."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

COMMANDS = ("new", "import", "dates", "propose", "export", "check", "list")
DEBIAN = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libdbus-1-3 libfontconfig1"
FEDORA = "mesa-libEGL mesa-libGL libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-keysyms dbus-libs fontconfig"


def main(argv: list[str]) -> int:
    """Run a command or the window; the exit code."""
    os.umask(0o077)
    if len(argv) > 1 and (argv[1] in COMMANDS or argv[1].startswith("-")):
        import cli  # the command line starts faster without Qt

        return cli.main(argv[1:])
    if not has_display():
        return fail(f"There is no display here. Without one these work: {', '.join(COMMANDS)} (main.py --help).")
    try:
        app = load_window()
        load_platform_plugin()
    except (ImportError, OSError) as error:
        if ".so" not in str(error):
            raise
        return fail(missing_libraries(str(error).split(":")[0]))
    return int(app.run(argv))


def load_window() -> ModuleType:
    """The window's module. The collector rests until the window is open: it would walk what is only being loaded."""
    gc.disable()
    return import_module("gui.app")  # only the window needs Qt


def has_display() -> bool:
    """Whether a window can be shown; systems other than Linux always have a display."""
    chosen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in chosen)


def load_platform_plugin() -> None:
    """Load Qt's X11 plugin where it will be used: without one of its libraries Qt would abort the whole process."""
    from ctypes import CDLL

    from PySide6.QtCore import QLibraryInfo

    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    is_used = (
        os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and "QT_QPA_PLATFORM" not in os.environ
    )
    if is_used and plugin.exists():
        CDLL(str(plugin))


def missing_libraries(name: str) -> str:
    """What to install where Qt cannot load a library of the system."""
    return (
        f"Dateline's window needs system libraries that are missing here ({name}).\n"
        f"Debian, Ubuntu: sudo apt-get install {DEBIAN}\n"
        f"Fedora: sudo dnf install {FEDORA}\n"
        f"Without a window these work: {', '.join(COMMANDS)}."
    )


def fail(message: str) -> int:
    """Say what is wrong; the exit code for it."""
    sys.stderr.write(message + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
