"""Seeded newspaper articles in invented words, as saved pages, PDF files and plain texts: the same number gives the same files.

About 900 words and 30 dates each. Every tenth is a copy of the one nine before it, with another headline, a paragraph less and
one of its own; every hundredth is fifty times as long.
"""

import html
import random
import textwrap
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_PLACES = ("Port Ansel", "Karrow", "Brill", "the old harbour", "Lower Thiel", "Marden")
_BODIES = ("council", "harbour office", "court", "water board", "ferry company", "ministry", "union", "shipyard")
_DEEDS = (
    "closed the north pier",
    "ordered an inquiry into the lost cargo",
    "dismissed the pilot of the ferry",
    "paid the owners of the flooded mill",
    "signed a lease for the empty depot",
    "seized forty barrels of oil",
    "refused the licence of the quarry",
    "released the minutes of the hearing",
)
_SYLLABLES = (
    "bar",
    "den",
    "fol",
    "gan",
    "hem",
    "kir",
    "lun",
    "mor",
    "nel",
    "pas",
    "rud",
    "sil",
    "tam",
    "ver",
    "wen",
    "yor",
)
_WAYS = (
    "The {body} of {place} {deed} on {day}. {filler}.",
    "On {day} the {body} {deed} in {place}, according to its own register. {filler}.",
    "It was on {weekday} that the {body} {deed}. {filler}.",
    "{filler}. Two months earlier, in {month}, the {body} of {place} {deed}.",
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_DAY = date(2019, 1, 1)
_MENU = "".join(f'<li><a href="https://example.org/{name}">{name}</a></li>' for name in _BODIES) * 12
_SCRIPT = "window.shown = window.shown || []; window.shown.push({column: 4, delay: 250});\n" * 600


@dataclass(frozen=True, slots=True)
class Article:
    """What is written into one file."""

    title: str
    published: date
    paragraphs: tuple[str, ...]


def write_articles(folder: Path, count: int, *, seed: int = 4) -> int:
    """Write `count` files; returns their bytes together."""
    written: list[Article] = []
    size = 0
    for number in range(count):
        pick = random.Random(f"{seed} {number}")
        is_copy = number % 10 == 9
        article = _copied(pick, written[number - 9]) if is_copy else _invented(pick, 50 if number % 100 == 50 else 1)
        written.append(article)
        name, data = _file(article, number)
        (folder / name).write_bytes(data)
        size += len(data)
    return size


def _invented(pick: random.Random, length: int) -> Article:
    day = _FIRST_DAY + timedelta(days=pick.randrange(5 * 365))
    return Article(_title(pick), day, tuple(_paragraph(pick, day) for _ in range(9 * length)))


def _copied(pick: random.Random, origin: Article) -> Article:
    left = list(origin.paragraphs)
    del left[pick.randrange(len(left))]
    return Article(_title(pick), origin.published, (*left, _paragraph(pick, origin.published)))


def _title(pick: random.Random) -> str:
    return f"{pick.choice(_BODIES).capitalize()} of {pick.choice(_PLACES)} {pick.choice(_DEEDS)}"


def _paragraph(pick: random.Random, published: date) -> str:
    return " ".join(_sentence(pick, published) for _ in range(2))


def _sentence(pick: random.Random, published: date) -> str:
    day = published - timedelta(days=pick.randrange(2, 400))
    return pick.choice(_WAYS).format(
        body=pick.choice(_BODIES),
        place=pick.choice(_PLACES),
        deed=pick.choice(_DEEDS),
        filler=_filler(pick),
        day=f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
        weekday=pick.choice(_WEEKDAYS),
        month=f"{_MONTHS[day.month - 1]} {day.year}",
    )


def _filler(pick: random.Random) -> str:
    """Words that no other article has in the same order."""
    words = ("".join(pick.choices(_SYLLABLES, k=3)) for _ in range(20))
    return f"People speak of a {' '.join(words)}"


def _file(article: Article, number: int) -> tuple[str, bytes]:
    """Three saved pages for every text and every PDF file."""
    if number % 5 == 3:
        return f"{number:05}.txt", "\n\n".join((article.title, *article.paragraphs)).encode()
    if number % 5 == 4:
        return f"{number:05}.pdf", _pdf(article)
    return f"{number:05}.html", _page(article).encode()


def _page(article: Article) -> str:
    """With a menu, scripts and links to other articles round it, as pages have."""
    paragraphs = "\n".join(f"<p>{html.escape(text)}</p>" for text in article.paragraphs)
    title = html.escape(article.title)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} | Coast Gazette</title>'
        f'<meta property="og:site_name" content="Coast Gazette"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{article.published}T08:00:00+00:00">'
        f"<script>{_SCRIPT}</script></head><body><nav><ul>{_MENU}</ul></nav><main><article><h1>{title}</h1>"
        f"{paragraphs}</article></main><aside><h2>Most read</h2><ul>{_MENU}</ul></aside><footer>© Coast Gazette</footer>"
        "</body></html>"
    )


def _pdf(article: Article) -> bytes:
    """Forty lines a page in one standard font (ISO 32000-2, chapter 7)."""
    lines = [article.title, ""]
    for text in article.paragraphs:
        lines += [*textwrap.wrap(text, 80), ""]
    pages = [lines[first : first + 40] for first in range(0, len(lines), 40)]
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for place, page in enumerate(pages):
        drawn = "\n".join(f"BT /F1 11 Tf 72 {740 - 16 * at} Td ({line}) Tj ET" for at, line in enumerate(page) if line)
        box = f"/MediaBox[0 0 612 792]/Contents {5 + 2 * place} 0 R/Resources<</Font<</F1 3 0 R>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R{box}>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    return _numbered(objects)


def _numbered(objects: list[str]) -> bytes:
    made, places = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    ending = f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}xref\n0 {size}\n0000000000 65535 f \n{table}{ending}".encode("ascii")
