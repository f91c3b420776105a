"""Hostile messages."""

import base64

from tests.mail_files import attach, in_parts, message, raw
from tests.office_files import paragraph, word_file
from tests.reliability.bad_bytes import Bad, lured, noisy, plain, ready
from tests.reliability.bad_pdf import SOUND_PDF

SOUND_MAIL = attach(message("The bridge was closed on Saturday."), "plan.pdf", SOUND_PDF, "application/pdf").as_bytes()
ODD_NAMES = (
    "../../../../etc/cron.d/evil",
    "..\\..\\evil.exe",
    "C:\\Windows\\System32\\evil.dll",
    "/etc/passwd",
    "\\\\server\\share\\a.docx",
    "CON.txt",
    "a" * 5_000 + ".pdf",
    ".",
    "..",
    " ",
    "\u202efdp.exe",
    "a:b.txt",
    "%2e%2e%2fevil.html",
    "nul\x00l.txt",
)


def _attached(name: str, data: str = "x") -> bytes:
    """One attachment whose name is written as it is."""
    kind = "Content-Type: application/octet-stream"
    return in_parts(f"{kind}\nContent-Disposition: attachment; filename={name}\n\n{data}")


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _encoded(name: str) -> str:
    word = base64.b64encode(name.encode()).decode()
    return f'"=?utf-8?b?{word}?="'


def _forwarded(depth: int) -> bytes:
    made = SOUND_MAIL
    for _ in range(depth):
        made = b"From: a@b.example\nSubject: s\nContent-Type: message/rfc822\n\n" + made
    return made


def _levels(depth: int) -> bytes:
    levels = [f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}" for n in range(depth)]
    return raw(*levels, "", "Words of 4 May 2024")


_PART = "Content-Type: text/plain; name=x.txt\nContent-Disposition: attachment\n\nx"
_BOMB = base64.encodebytes(word_file(paragraph("a" * 60_000_000))).decode()
_HEADERS = ("To", "Date", "Subject", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding", "References")
MESSAGES: tuple[Bad, ...] = (
    *(ready(".eml", f"an attachment named {name[:24]!a}", _attached(_quoted(name))) for name in ODD_NAMES),
    *(ready(".eml", f"an encoded name {name[:24]!a}", _attached(_encoded(name))) for name in ODD_NAMES[:5]),
    *(
        ready(".eml", f"{name} of 2 MB", raw(f"{name}: {sign * 2_000_000}", "", "Words"))
        for name, sign in zip(_HEADERS, "(<,@;=:", strict=True)
    ),
    plain(".eml", "200,000 headings", lambda: raw(*["X-Filler: y"] * 200_000, "", "Words")),
    plain(
        ".eml", "100,000 addresses", lambda: raw("To: " + ", ".join(f"p{n}@b.example" for n in range(100_000)), "", "W")
    ),
    plain(".eml", "100,000 parts", lambda: in_parts(*[_PART] * 100_000)),
    plain(".eml", "nested 5,000 deep", lambda: _levels(5_000)),
    plain(".eml", "forwarded 300 times", lambda: _forwarded(300)),
    plain(".eml", "forwarded twice", lambda: _forwarded(2)),
    plain(
        ".eml",
        "an archive that unpacks to 60 MB",
        lambda: in_parts(
            f"Content-Disposition: attachment; filename=a.docx\nContent-Transfer-Encoding: base64\n\n{_BOMB}"
        ),
    ),
    plain(".eml", "broken base64", lambda: raw("Content-Transfer-Encoding: base64", "", "!!!!aGVsbG8gd29ybGQ" * 999)),
    plain(".eml", "20 MB of base64", lambda: raw("Content-Transfer-Encoding: base64", "", "QUJD" * 5_000_000)),
    plain(
        ".eml",
        "unending uuencode",
        lambda: raw("Content-Transfer-Encoding: x-uuencode", "", "begin 644 ../x\n" * 9_000),
    ),
    plain(".eml", "markup nested 100,000 deep", lambda: raw("Content-Type: text/html", "", "<div>" * 100_000, "deep")),
    lured(
        ".eml",
        "pictures afar",
        lambda lures: raw(
            "Content-Type: text/html",
            "",
            f"<p>Words<img src='{lures.web}'><img src='{lures.file}'><link href='{lures.web}'></p>",
        ),
    ),
    lured(
        ".eml",
        "a body afar",
        lambda lures: in_parts(
            f'Content-Type: message/external-body; access-type=local-file; name="{lures.path}"\n\nContent-Type: text/plain\n\n'
        ),
    ),
    plain(
        ".eml",
        "one boundary for all levels",
        lambda: in_parts(*[f"Content-Type: multipart/mixed; boundary=edge\n\n{_PART}"] * 300),
    ),
    plain(
        ".eml", "an empty boundary", lambda: raw('Content-Type: multipart/mixed; boundary=""', "", "--", "", "Words")
    ),
    plain(
        ".eml",
        "line breaks hidden in headings",
        lambda: raw("Subject: =?utf-8?q?a=0D=0AFrom:_evil=40x=0A=0AForged?=", "", "Words"),
    ),
    plain(".eml", "an encoded word of 1 MB", lambda: raw(f"Subject: =?utf-8?q?{'=41' * 300_000}?=", "", "Words")),
    plain(
        ".eml",
        "a name in 20,000 pieces",
        lambda: _attached("a;" + ";".join(f" filename*{n}*=x{n}" for n in range(20_000))),
    ),
    *(
        ready(
            ".eml",
            f"charset {charset}",
            raw(
                f"Content-Type: text/plain; charset={charset}",
                "",
                "Gr\\u00fc\\xdfe caf\xe9s of 4 May".encode("cp1252"),
            ),
        )
        for charset in ("no-such", "punycode", "idna", "unicode_escape", "utf-16", "utf-7", "hex", "\0")
    ),
    *(
        ready(".eml", f"sent on {day}", raw(f"Date: {day}", "", "Words"))
        for day in (
            "Thu, 99 Foo 99999 99:99:99 +9999",
            "Sat, 20 Jan 2024 10:11:12 +2500",
            "0",
            "-1e999",
            "\u0661\u0662",
        )
    ),
    plain(".eml", "no headings", lambda: b"\n\nWords of 4 May 2024"),
    plain(".eml", "no words", lambda: b"From: a@b.example\n"),
    noisy(".eml", "a picture", lambda chance: b"\x89PNG\r\n\x1a\n" + chance.randbytes(5_000)),
    plain(".eml", "only line ends", lambda: b"\r\n" * 200_000),
)
