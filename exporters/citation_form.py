"""One plain newsroom form of citing a source, as functions from values to runs.

A citation style processor can take their place: the same arguments, the same runs out. A protected source becomes its
cover wording before any of its facts is read, so no other fact can slip through.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dates import UNDATED, UncertainDate, format_date
from exporters.document import Run
from exporters.labels import Labels
from models.enums import CreatorRole, LocatorLabel, SourceType

SHORT_TITLE_WORDS = 5
_PERIODS = (".", "!", "?", "…")
_DANGLING = frozenset({
    "a", "after", "an", "and", "are", "as", "at", "be", "before", "but", "by", "for", "from", "has", "have", "her", "his",
    "in", "into", "is", "its", "of", "on", "or", "over", "that", "the", "their", "to", "under", "was", "were", "which", "with",
})  # fmt: skip

# Titles of whole works stand in italics, titles of parts of a work in quotation marks (CSL item types).
_WHOLE_WORKS = frozenset(
    {
        SourceType.REPORT,
        SourceType.LEGAL_CASE,
        SourceType.LEGISLATION,
        SourceType.BILL,
        SourceType.BOOK,
        SourceType.DATASET,
        SourceType.MAP,
        SourceType.MOTION_PICTURE,
        SourceType.SOFTWARE,
        SourceType.THESIS,
        SourceType.GRAPHIC,
    }
)
_UNTITLED = frozenset({SourceType.INTERVIEW, SourceType.PERSONAL_COMMUNICATION})


class Position(StrEnum):
    """Whether the reader has met this source in an earlier note."""

    FIRST = "first"
    SUBSEQUENT = "subsequent"


@dataclass(frozen=True, slots=True)
class CitedName:
    """A person (family, given) or, with `literal`, an organisation."""

    role: CreatorRole
    family: str = ""
    given: str = ""
    literal: str = ""

    def in_order(self) -> str:
        """“Ana Reyes”."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)

    def inverted(self) -> str:
        """“Reyes, Ana”."""
        return self.literal or ", ".join(part for part in (self.family, self.given) if part)

    def short(self) -> str:
        """“Reyes”."""
        return self.literal or self.family or self.given


@dataclass(frozen=True, slots=True)
class CitedSource:
    """What a citation may say of a source. `fields` holds further CSL variables by their CSL names."""

    type: SourceType
    title: str
    creators: tuple[CitedName, ...] = ()
    container_title: str = ""
    publisher: str = ""
    published: UncertainDate = UNDATED
    accessed: UncertainDate = UNDATED
    archived: UncertainDate = UNDATED
    url: str = ""
    archive_url: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    protected: bool = False
    cover_name: str = ""

    def field(self, name: str) -> str:
        """A CSL variable of this source, empty when it has none."""
        return dict(self.fields).get(name, "")


@dataclass(frozen=True, slots=True)
class CitedLocator:
    """Where in the source: a CSL locator term and its value."""

    label: LocatorLabel = LocatorLabel.PAGE
    value: str = ""


def format_citation(
    source: CitedSource, locator: CitedLocator, position: Position, *, labels: Labels
) -> tuple[Run, ...]:
    """A note without its closing full stop: in full the first time, author and short title later."""
    if source.protected:
        return (Run(_cover(source, labels.protected_cover, labels.protected_note)),)
    if position is Position.SUBSEQUENT:
        return _join([*_short_lead(source, labels), *_locator(locator, labels)], labels)
    authors = _names(source, CreatorRole.AUTHOR, labels)
    parts: list[tuple[Run, ...]] = [(run,) for run in ([Run(authors)] if authors else [])]
    parts.append((_title(source, source.title, labels),))
    parts += [*_origin(source, labels), *_locator(locator, labels), *_address(source, labels)]
    return _join([*parts, *_archive(source, labels.archived_at)], labels)


def format_bibliography_item(source: CitedSource, *, labels: Labels) -> tuple[Run, ...]:
    """A closed sentence per part: author inverted, title, container, publisher, date, addresses."""
    if source.protected:
        return (Run(_cover(source, labels.protected_cover_item, labels.protected_item)),)
    authors = _inverted_names(source, labels)
    sentences = [
        (Run(authors),) if authors else (),
        (_title(source, source.title, labels),),
        _join(_origin(source, labels), labels),
        _join(_address(source, labels), labels),
        *_archive(source, labels.archived_at_item),
    ]
    runs: list[Run] = []
    for sentence in filter(None, sentences):
        runs.extend([*([Run(" ")] if runs else []), *close_sentence(sentence, labels)])
    return merge_runs(runs)


def close_sentence(runs: tuple[Run, ...], labels: Labels) -> tuple[Run, ...]:
    """`runs` with one full stop at the end, inside a closing quotation mark, none after another end mark."""
    if not runs:
        return runs
    last = runs[-1]
    if last.href:
        return (*runs, Run("."))
    inner = last.text.rstrip(labels.quote_close + labels.inner_quote_close)
    if inner.endswith(_PERIODS):
        return runs
    closed = inner + "." + last.text[len(inner) :]
    if last.italic and inner == last.text:
        return (*runs, Run("."))
    return (*runs[:-1], Run(closed, last.bold, last.italic))


def quote_text(text: str, labels: Labels) -> str:
    """`text` in quotation marks; double marks inside become single ones."""
    inner = text.strip().replace("“", labels.inner_quote_open).replace("”", labels.inner_quote_close)
    inner = _straight_quotes(inner, labels) if '"' in inner else inner
    return f"{labels.quote_open}{inner}{labels.quote_close}"


def shorten_title(title: str) -> str:
    """The main title, at most five words, never ending in a word that leads on."""
    main = title.split(": ")[0].strip() or title
    words = main.split()
    if len(words) <= SHORT_TITLE_WORDS:
        return main
    words = words[:SHORT_TITLE_WORDS]
    while len(words) > 1 and words[-1].lower() in _DANGLING:
        words.pop()
    return " ".join(words).rstrip(",;:–—-")


def merge_runs(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one look made into one run."""
    merged: list[Run] = []
    last = None
    for run in runs:
        if not run.text:
            continue
        if last and last.italic == run.italic and last.bold == run.bold and last.href == run.href:
            last = merged[-1] = Run(last.text + run.text, run.bold, run.italic, run.href)
        else:
            merged.append(run)
            last = run
    return tuple(merged)


def _cover(source: CitedSource, with_name: str, without: str) -> str:
    return with_name.format(name=source.cover_name) if source.cover_name else without


def _straight_quotes(text: str, labels: Labels) -> str:
    """Straight double marks turned into inner quotation marks, opening and closing by turns."""
    parts = text.split('"')
    marks = (labels.inner_quote_open, labels.inner_quote_close)
    return parts[0] + "".join(marks[i % 2] + part for i, part in enumerate(parts[1:]))


def _title(source: CitedSource, title: str, labels: Labels) -> Run:
    if source.type in _WHOLE_WORKS:
        return Run(title, italic=True)
    if source.type in _UNTITLED:
        return Run(title)
    return Run(quote_text(title, labels))


def _of_role(source: CitedSource, role: CreatorRole) -> tuple[CitedName, ...]:
    return tuple(name for name in source.creators if name.role is role)


def _names(source: CitedSource, role: CreatorRole, labels: Labels) -> str:
    names = [name.in_order() for name in _of_role(source, role)]
    return _list_names(names, labels)


def _list_names(names: list[str], labels: Labels) -> str:
    if len(names) > 3:
        return f"{names[0]} {labels.et_al}"
    if len(names) == 3:
        return f"{names[0]}, {names[1]}, {labels.and_word} {names[2]}"
    return f" {labels.and_word} ".join(names)


def _inverted_names(source: CitedSource, labels: Labels) -> str:
    names = _of_role(source, CreatorRole.AUTHOR)
    if not names:
        return ""
    listed = [names[0].inverted(), *(name.in_order() for name in names[1:])]
    if len(listed) == 2:
        return f"{listed[0]}, {labels.and_word} {listed[1]}"
    return _list_names(listed, labels)


@lru_cache(maxsize=4096)
def _short_lead(source: CitedSource, labels: Labels) -> tuple[tuple[Run, ...], ...]:
    names = [name.short() for name in _of_role(source, CreatorRole.AUTHOR)]
    short = source.field("title-short") or shorten_title(source.title)
    title = (_title(source, short, labels),)
    return ((Run(_list_names(names, labels)),), title) if names else (title,)


def _origin(source: CitedSource, labels: Labels) -> list[tuple[Run, ...]]:
    """Container (italic), editors, volume and number, publisher, date: what there is of it, in this order."""
    editors = _names(source, CreatorRole.EDITOR, labels)
    volume, issue = source.field("volume"), source.field("issue") or source.field("number")
    publisher = source.publisher if source.publisher != source.container_title else ""
    leading = not source.container_title and source.type not in _WHOLE_WORKS
    parts = [
        Run(source.container_title, italic=True),
        Run(labels.edited_by.format(names=editors) if editors else ""),
        Run(f"{labels.locator[LocatorLabel.VOLUME][0]}\u00a0{volume}" if volume else ""),
        Run(f"{labels.locator[LocatorLabel.ISSUE][0]}\u00a0{issue}" if issue[:1].isdigit() else issue),
        Run(publisher, italic=leading),
        Run(format_date(source.published) if source.published.edtf else ""),
    ]
    return [(run,) for run in parts if run.text]


def _locator(locator: CitedLocator, labels: Labels) -> list[tuple[Run, ...]]:
    if not locator.value:
        return []
    several = locator.label is not LocatorLabel.TIMESTAMP and any(sign in locator.value for sign in ",–-&")
    return [(Run(f"{labels.locator[locator.label][several]}\u00a0{locator.value}"),)]


def _address(source: CitedSource, labels: Labels) -> list[tuple[Run, ...]]:
    """The address, with the day of access where no day of publication is known."""
    if not source.url:
        return []
    address = (Run(source.url, href=source.url),)
    if source.accessed.edtf and not source.published.edtf:
        return [address, (Run(labels.accessed.format(date=format_date(source.accessed))),)]
    return [address]


def _archive(source: CitedSource, lead: str) -> list[tuple[Run, ...]]:
    if not source.archive_url:
        return []
    return [(Run(lead + " "), Run(source.archive_url, href=source.archive_url))]


def _join(parts: list[tuple[Run, ...]], labels: Labels) -> tuple[Run, ...]:
    """Parts with commas between them; a comma stands inside a closing quotation mark, none follows ? or !."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs[-1:] = _with_comma(runs[-1], labels)
        runs.extend(part)
    return merge_runs(runs)


def _with_comma(run: Run, labels: Labels) -> list[Run]:
    if run.href or run.italic:
        return [run, Run(", ")]
    inner = run.text.removesuffix(labels.quote_close)
    if inner.endswith(("?", "!")):
        return [Run(run.text + " ")]
    if inner != run.text:
        return [Run(inner + "," + labels.quote_close + " ")]
    return [Run(run.text + ", ")]
