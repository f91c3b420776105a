"""Pages of our own words with the text that a reader of them would want: kinds of articles in five ways to build a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

_ENGLISH = (
    "The harbour board closed the east quay on Tuesday after divers found cracks in four of its wooden piles.",
    "Engineers measured the piles for two days and told the town council that a loaded truck might have broken them.",
    "Nobody was hurt, but three fishing boats had to land their catch in the next port, an hour up the coast.",
    "Repairs are to cost about ninety thousand crowns, half of which the province has promised to pay by spring.",
    "A storm in November had already torn planks from the quay, and some skippers say they warned the board then.",
    "The harbour master, who took office last year, said the report had reached his desk only on Monday evening.",
    "Shops near the water fear for the winter market, which draws visitors from the whole district every December.",
    "On Thursday the council votes on a loan, and the board wants to open one half of the quay before the weekend.",
)
_GERMAN = (
    "Die Brücke über den Mühlbach ist seit Dienstag gesperrt, weil Prüfer Risse in zwei Trägern entdeckt haben.",
    "Nach Angaben der Stadt müssen Fußgänger einen Umweg von etwa zwanzig Minuten über die alte Furt nehmen.",
    "Verletzt wurde niemand, doch der Schulbus fährt seither eine andere Strecke und kommt oft zu spät an.",
    "Der Gemeinderat will am Donnerstag über einen Kredit abstimmen, mit dem die Träger ersetzt werden könnten.",
    "Schon im November hatte ein Sturm Teile des Geländers abgerissen, das bis heute nur mit Brettern geflickt ist.",
    "Die Händler am Markt fürchten um ihr Weihnachtsgeschäft, denn die meisten Kunden kommen vom anderen Ufer.",
)
_TITLES = (
    "Cracks close the east quay",
    "Fishing boats land elsewhere",
    "Council votes on a loan",
    "What the divers found",
)


@dataclass(frozen=True, slots=True)
class Template:
    """A page and its text."""

    kind: str
    way: str
    page: str
    text: str


def templates() -> Iterator[Template]:
    """Every kind in every way."""
    for number, (kind, make) in enumerate(_KINDS.items()):
        title = "Brücke bleibt gesperrt" if kind == "german" else _TITLES[number % len(_TITLES)]
        body, text = make(number)
        for way, build in _WAYS.items():
            language = "de" if kind == "german" else "en"
            head = f'<head><meta charset="utf-8"><title>{title} | Quay Post</title></head>'
            page = f'<!DOCTYPE html><html lang="{language}">{head}<body>{build(title, body, kind)}</body></html>'
            yield Template(kind, way, page, f"{title}\n{text}")


def _lines(number: int, count: int, source: Sequence[str] = _ENGLISH) -> list[str]:
    return list(islice(cycle(source), number, number + count))


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _plain(count: int, source: Sequence[str] = _ENGLISH) -> Callable[[int], tuple[str, str]]:
    def make(number: int) -> tuple[str, str]:
        lines = _lines(number, count, source)
        return _paragraphs(lines), "\n".join(lines)

    return make


def _live(number: int) -> tuple[str, str]:
    entries = [(f"{9 + at}:15", line) for at, line in enumerate(_lines(number, 14))]
    markup = "".join(
        f'<section class="entry"><div class="when">{when}</div><h3>Update {at}</h3><div>{line}</div></section>'
        for at, (when, line) in enumerate(entries)
    )
    return markup, "\n".join(f"{when} Update {at} {line}" for at, (when, line) in enumerate(entries))


def _listed(number: int) -> tuple[str, str]:
    lines = _lines(number, 8)
    items = "".join(f"<h2>{at}. Reason {at}</h2><p>{line}</p>" for at, line in enumerate(lines, 1))
    points = "".join(f"<li>{line}</li>" for line in _lines(number + 3, 3))
    text = "\n".join(f"{at}. Reason {at} {line}" for at, line in enumerate(lines, 1))
    return f"{items}<ul>{points}</ul>", "\n".join([text, *_lines(number + 3, 3)])


def _video(number: int) -> tuple[str, str]:
    lines = _lines(number, 2)
    player = '<div class="player"><video src="a.mp4"></video><button>Play</button><span>Loading the player</span></div>'
    return player + _paragraphs(lines), "\n".join(lines)


def _paywall(number: int) -> tuple[str, str]:
    lines = _lines(number, 2)
    wall = '<div class="paywall"><h2>Subscribe to go on</h2><p>Choose an offer and read everything from one crown a week.</p></div>'
    return _paragraphs(lines) + wall, "\n".join(lines)


def _columns(number: int) -> tuple[str, str]:
    lines = _lines(number, 9)
    parts = [lines[at : at + 3] for at in (0, 3, 6)]
    markup = "".join(f'<div class="column">{_paragraphs(part)}</div>' for part in parts)
    return f'<div class="columns">{markup}</div>', "\n".join(lines)


def _interview(number: int) -> tuple[str, str]:
    lines = _lines(number, 6)
    markup = "".join(f"<p><strong>What about point {at}?</strong></p><p>{line}</p>" for at, line in enumerate(lines))
    return markup, "\n".join(f"What about point {at}? {line}" for at, line in enumerate(lines))


def _table(number: int) -> tuple[str, str]:
    lines = _lines(number, 4)
    rows = [(f"{day} May", f"{3 * day} boats") for day in range(1, 7)]
    markup = "".join(f"<tr><td>{day}</td><td>{boats}</td></tr>" for day, boats in rows)
    text = [*lines[:2], *(f"{day} {boats}" for day, boats in rows), *lines[2:]]
    return f"{_paragraphs(lines[:2])}<table>{markup}</table>{_paragraphs(lines[2:])}", "\n".join(text)


def _quoted(number: int) -> tuple[str, str]:
    lines = _lines(number, 6)
    markup = f"{_paragraphs(lines[:3])}<blockquote><p>{lines[3]}</p></blockquote>{_paragraphs(lines[4:])}"
    return markup, "\n".join(lines)


def _pictures(number: int) -> tuple[str, str]:
    lines = _lines(number, 5)
    figure = '<figure><img src="a.jpg" alt=""><figcaption>The quay in the evening light</figcaption></figure>'
    return f"<p>{lines[0]}</p>{figure}{_paragraphs(lines[1:])}", "\n".join(
        [lines[0], "The quay in the evening light", *lines[1:]]
    )


_KINDS: dict[str, Callable[[int], tuple[str, str]]] = {
    "news": _plain(8),
    "blog": _plain(5),
    "short item": _plain(2),
    "german": _plain(6, _GERMAN),
    "liveblog": _live,
    "listicle": _listed,
    "video": _video,
    "paywall": _paywall,
    "comments": _plain(4),
    "columns": _columns,
    "interview": _interview,
    "table": _table,
    "quoted": _quoted,
    "pictures": _pictures,
}

_MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Weather", "Culture", "Contact"))
_TEASERS = "".join(
    f'<li><a href="/{at}"><h4>Another story {at}</h4><span>What happened elsewhere this week, told in a line</span></a></li>'
    for at in range(8)
)
_FOOT = "<p>Quay Post. All rights reserved.</p><a href='/imprint'>Imprint</a> <a href='/privacy'>Privacy</a>"
_COOKIES = '<div class="cookie-banner">We use cookies to keep you signed in. <button>Accept all</button></div>'


def _comments(kind: str) -> str:
    said = "I have fished from that quay for thirty years and never saw it in such a state, whatever they say now."
    count = 40 if kind == "comments" else 3
    each = "".join(f'<li class="comment"><b>reader{at}</b><p>{said} ({at})</p></li>' for at in range(count))
    return (
        f'<section id="comments" class="comments-area"><h2>Comments</h2><ol class="comment-list">{each}</ol></section>'
    )


def _semantic(title: str, body: str, kind: str) -> str:
    return (
        f"<header><nav><ul>{_MENU}</ul></nav></header><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside><ul>{_TEASERS}</ul></aside>{_comments(kind)}<footer>{_FOOT}</footer>"
    )


def _soup(title: str, body: str, kind: str) -> str:
    return (
        f'{_COOKIES}<div class="top"><ul class="menu">{_MENU}</ul></div><div class="page"><div class="article"><h1>{title}</h1>'
        f'<div class="article-body">{body}</div></div><div class="sidebar"><ul>{_TEASERS}</ul></div></div>{_comments(kind)}'
        f'<div class="footer">{_FOOT}</div>'
    )


def _weblog(title: str, body: str, kind: str) -> str:
    meta = '<div class="entry-meta">Posted on 4 May by anna in <a rel="category" href="/c">Harbour</a></div>'
    return (
        f'<div id="page"><header id="masthead"><h2>Quay Post</h2></header><main id="main"><article class="post hentry">'
        f'<h1 class="entry-title">{title}</h1>{meta}<div class="entry-content">{body}</div><footer class="entry-footer">'
        f'<span class="tags-links">Tagged quay, harbour</span></footer></article>{_comments(kind)}</main>'
        f'<div id="secondary" class="widget-area"><ul>{_TEASERS}</ul></div></div><footer>{_FOOT}</footer>'
    )


def _tabled(title: str, body: str, kind: str) -> str:
    return (
        f'<table width="100%"><tr><td colspan="3">Quay Post</td></tr><tr><td width="120"><ul>{_MENU}</ul></td>'
        f"<td><h1>{title}</h1>{body}</td><td width='160'><ul>{_TEASERS}</ul></td></tr></table>{_comments(kind)}{_FOOT}"
    )


def _offers(title: str, body: str, kind: str) -> str:
    letter = '<div class="newsletter"><h3>Our letter</h3><p>Get the news of the harbour every morning, free of charge.</p></div>'
    return (
        f'<nav><ul>{_MENU}</ul></nav><main><div class="breadcrumb">News / Harbour</div><h1>{title}</h1><div class="story">{body}'
        f'{letter}</div><div class="share-bar"><a href="#">Share</a><a href="#">Mail</a></div><section class="related-stories">'
        f"<h2>More on this</h2><ul>{_TEASERS}</ul></section>{_comments(kind)}</main><footer>{_FOOT}</footer>"
    )


_WAYS: dict[str, Callable[[str, str, str], str]] = {
    "semantic": _semantic,
    "soup": _soup,
    "weblog": _weblog,
    "tabled": _tabled,
    "offers": _offers,
}
