"""What `benchmarks.startup` starts: a window that tells when it was painted. Imports nothing that it need not."""

import faulthandler
import sys
import time

PATIENCE = 60  # seconds until a window that never gets ready is given up


def _tell_painted() -> None:
    _tell("painted")


def _tell_ready() -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the child measures its imports

    _tell("ready")
    QApplication.quit()


def _tell(word: str) -> None:
    sys.stdout.write(f"{word} {time.process_time()}\n")
    sys.stdout.flush()


def _show_bare() -> int:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - the child measures its imports
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - the child measures its imports

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, _tell_painted)
                QTimer.singleShot(0, _tell_ready)
            return False

    application = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    return application.exec()


def _show_dateline() -> int:
    import main  # noqa: PLC0415 - the child measures its imports

    app = main.load_window()
    application, window = app.build(["dateline"])
    watch = app.FirstPaint(window)
    watch.window_painted.connect(_tell_painted)
    window.installEventFilter(watch)  # asked before the program's own, so it tells before the data layer is loaded
    opener = window.findChild(app.Opener)
    assert opener is not None  # noqa: S101 - build makes it
    opener.desk_opened.connect(_tell_ready)
    window.show()
    return int(application.exec())


if __name__ == "__main__":
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    sys.exit(_show_bare() if sys.argv[1] == "bare" else _show_dateline())
