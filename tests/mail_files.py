"""Messages made by the tests."""

from collections.abc import Mapping
from email.message import EmailMessage

BASE_HEADERS = {"From": "Anna Berg <anna@ministry.example>", "To": "desk@paper.example", "Subject": "The bridge"}
SENT = "Sat, 20 Jan 2024 10:11:12 +0300"
PICTURE = b"\x89PNG\r\n\x1a\nnot really"


def message(text: str = "The bridge is closed.", headers: Mapping[str, str] | None = None) -> EmailMessage:
    """A plain message; `headers` come on top of the usual ones."""
    made = EmailMessage()
    for name, value in {**BASE_HEADERS, "Date": SENT, **(headers or {})}.items():
        made[name] = value
    made.set_content(text)
    return made


def attach(made: EmailMessage, name: str, data: bytes, media_type: str = "application/octet-stream") -> EmailMessage:
    """The same message with one more file attached."""
    main, sub = media_type.split("/")
    made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made


def raw(*lines: str | bytes, subject: str = "s") -> bytes:
    """A message written by hand: its further header lines, "", and its body."""
    head = (b"From: a@b.example", f"Subject: {subject}".encode())
    return b"\n".join((*head, *(line.encode() if isinstance(line, str) else line for line in lines)))


def in_parts(*parts: str, kind: str = "mixed") -> bytes:
    """A multipart message of parts that are written out, header lines and all."""
    inside = "".join(f"--edge\n{part}\n" for part in parts)
    return raw(f"Content-Type: multipart/{kind}; boundary=edge", "", f"{inside}--edge--\n")
