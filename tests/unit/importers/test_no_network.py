"""The import worker opens no socket, whatever the libraries in it try."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCRIPT = """
import datetime, socket
from importers import worker
from importers.channel import Job
from importers.kinds import ImportKind
from models.enums import CaptureMethod
worker.refuse_network()
page = b"<html><title>Ferry</title><body><article>" + b"<p>The ferry to Lindholm was stopped on Tuesday.</p>" * 9
job = Job(ImportKind.WEB_PAGE, "a.html", CaptureMethod.FILE, "text/html", datetime.date(2024, 2, 1))
found = worker.read_job(job, page + b"</article></body></html>")
print(found.sources[0].draft.title, len(found.sources[0].capture.text) > 100)
for make in (socket.socket, lambda: socket.create_connection(("127.0.0.1", 9)), lambda: socket.getaddrinfo("a", 1)):
    try:
        make()
    except OSError as error:
        print(error)
"""


def test_worker_refuses_every_socket_and_reads_all_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Ferry True", "socket.__new__", "socket.getaddrinfo", "socket.getaddrinfo"]
