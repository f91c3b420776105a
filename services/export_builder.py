"""From the public view of a chronology to the tree that writers render."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from dates import DateKind, DateStyle, UncertainDate, format_date, format_group, format_hint
from exporters.citation_form import (
    Position,
    close_sentence,
    format_bibliography_item,
    format_citation,
    merge_runs,
    quote_text,
)
from exporters.document import (
    BibliographyItem,
    DateGuideLine,
    Disagreement,
    Document,
    Entry,
    Note,
    NoteKind,
    NoteMark,
    Paragraph,
    Relation,
    Run,
    Section,
)
from exporters.labels import Labels
from exporters.markdown_runs import find_markers, read_markdown
from models.enums import Stance
from services.alike import dates_differ
from services.export_dates import mark_on_time_line, span_words
from services.export_view import PublicCitation, PublicIncident, PublicSource, PublicView

_SIDES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.QUALIFIES)
_BATCH = 500

Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class BuildWish:
    """How the tree is built: what a note says, and for whom."""

    quotes: bool
    show_disagreements: bool
    for_checker: bool
    note_kind: NoteKind


def build_tree(view: PublicView, wish: BuildWish, labels: Labels, tick: Tick | None = None) -> Document:
    """The whole tree; `tick` is told how many entries are done."""
    builder = _Builder(view, wish, labels)
    sections = []
    done = 0
    for key, incidents in groupby(view.incidents, key=lambda incident: incident.group):
        entries = []
        for incident in incidents:
            entries.append(builder.build_entry(incident))
            done += 1
            if tick and done % _BATCH == 0:
                tick(done)
        sections.append(Section(format_group(key) if key else labels.undated, tuple(entries)))
    return Document(
        language=view.language or "en",
        title=view.title,
        subtitle=view.subtitle or _subtitle(view, labels),
        counts=_count_line(view, labels),
        labels=labels,
        sections=tuple(sections),
        disagreements=tuple(builder.disagreements) if wish.show_disagreements else (),
        bibliography=builder.build_bibliography(),
        date_guide=builder.build_date_guide(),
        note_kind=wish.note_kind,
    )


@dataclass(slots=True)
class _Builder:
    """Counts notes and remembers which sources the reader has met, entry by entry."""

    view: PublicView
    wish: BuildWish
    labels: Labels
    notes: int = 0
    met: dict[int, PublicSource] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    by_id: dict[int, PublicIncident] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)
    examples: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.numbers = {incident.id: number for number, incident in enumerate(self.view.incidents, start=1)}
        self.by_id = {incident.id: incident for incident in self.view.incidents}

    def build_entry(self, incident: PublicIncident) -> Entry:
        """One entry; citations without a marker in the text stand at its end."""
        marks, notes, loose = self._number_notes(incident)
        paragraphs = read_markdown(incident.body, marks)
        title_marks: tuple[NoteMark, ...] = ()
        if paragraphs and loose:
            last = paragraphs[-1]
            paragraphs = (*paragraphs[:-1], Paragraph(last.parts + loose, last.kind, last.level, last.ordinal))
        elif loose:
            title_marks = loose
        number = self.numbers[incident.id]
        date_text = format_date(incident.date, DateStyle.BARE) if incident.date.edtf else self.labels.undated
        self._remember_date(incident.date, date_text)
        differs = self._note_disagreement(incident, number)
        return Entry(
            number=number,
            date_text=date_text,
            date_hint=self.labels.sources_differ if differs else format_hint(incident.date),
            title=close_title(incident.title),
            title_marks=title_marks,
            paragraphs=paragraphs,
            relations=self._relations(incident),
            notes=tuple(notes),
            status=incident.status,
            place=incident.place,
            remarks=self._remarks(incident) if self.wish.for_checker else (),
            time=mark_on_time_line(incident.date),
        )

    def build_bibliography(self) -> tuple[BibliographyItem, ...]:
        """Every cited source once, in the order of its text; protected ones under the same cover merge."""
        items = dict.fromkeys(
            format_bibliography_item(source.cited, labels=self.labels) for source in self.met.values()
        )
        ordered = sorted(items, key=lambda runs: _sort_key("".join(run.text for run in runs)))
        return tuple(BibliographyItem(runs) for runs in ordered)

    def build_date_guide(self) -> tuple[DateGuideLine, ...]:
        """The shortest date of each kind that needs a word of explanation; call it after the entries are built."""
        labels = self.labels
        order = [*labels.date_meaning.values(), labels.approximate_date, labels.uncertain_date]
        return tuple(DateGuideLine(self.examples[meaning], meaning) for meaning in order if meaning in self.examples)

    def _remember_date(self, date: UncertainDate, text: str) -> None:
        for meaning in self._meanings(date):
            if meaning not in self.examples or len(text) < len(self.examples[meaning]):
                self.examples[meaning] = text

    def _meanings(self, date: UncertainDate) -> list[str]:
        meanings = [self.labels.date_meaning[date.kind]] if date.kind in self.labels.date_meaning else []
        if date.approximate and date.kind is not DateKind.AROUND:
            meanings.append(self.labels.approximate_date)
        return [*meanings, self.labels.uncertain_date] if date.uncertain else meanings

    def _number_notes(self, incident: PublicIncident) -> tuple[dict[int, NoteMark], list[Note], tuple[NoteMark, ...]]:
        """Marks by citation id, the notes in reading order, and the marks that stand at the end."""
        if not incident.citations:
            self.notes += 1
            return {}, [Note(self.notes, (Run(self.labels.no_source),))], (NoteMark(self.notes),)
        known = {citation.id: citation for citation in incident.citations}
        placed = [i for i in find_markers(incident.body) if i in known] if "[^" in incident.body else []
        order = [*(known[i] for i in placed), *(c for c in incident.citations if c.id not in placed)]
        marks: dict[int, NoteMark] = {}
        notes = []
        for citation in order:
            self.notes += 1
            marks[citation.id] = NoteMark(self.notes)
            notes.append(Note(self.notes, self._note(citation)))
        return marks, notes, tuple(marks[c.id] for c in order[len(placed) :])

    def _note(self, citation: PublicCitation) -> tuple[Run, ...]:
        runs = self._cite(citation)
        wish = self.wish
        if citation.quote and (wish.quotes or wish.for_checker):
            runs = (*runs, Run(": " + quote_text(citation.quote, self.labels)))
        runs = close_sentence(runs, self.labels)
        if wish.for_checker:
            runs = (*runs, *self._check_words(citation))
        return merge_runs([*runs])

    def _cite(self, citation: PublicCitation) -> tuple[Run, ...]:
        source = citation.source
        if source.id not in self.met:
            self.met[source.id] = source
            return format_citation(source.cited, citation.locator, Position.FIRST, labels=self.labels)
        return format_citation(source.cited, citation.locator, Position.SUBSEQUENT, labels=self.labels)

    def _check_words(self, citation: PublicCitation) -> tuple[Run, ...]:
        """For the checker: stance, the citation's note, the hash of the preserved copy."""
        labels = self.labels
        words = [labels.stance[citation.stance]]
        if citation.note:
            words.append(labels.own_note.format(text=" ".join(citation.note.split())))
        if not citation.source.cited.protected:
            words.append(labels.capture.format(digest=citation.digest) if citation.digest else labels.no_capture)
        return (Run(f" [{'. '.join(word.rstrip('.') for word in words)}.]"),)

    def _relations(self, incident: PublicIncident) -> tuple[Relation, ...]:
        """Links to incidents that are in this export; others stay unsaid."""
        found = []
        for target, kind in self.view.links.get(incident.id, ()):
            other = self.by_id.get(target)
            if other is not None:
                date_text = format_date(other.date) if other.date.edtf else self.labels.undated
                found.append(Relation(self.labels.link[kind], self.numbers[target], other.title, date_text))
        return tuple(found)

    def _note_disagreement(self, incident: PublicIncident, number: int) -> bool:
        """Remember what each side says; far from its heading, the date needs its year."""
        if not any(citation.stance is Stance.CONTRADICTS for citation in incident.citations):
            return False
        sides = [
            self._side(citation, incident.date)
            for stance in _SIDES
            for citation in incident.citations
            if citation.stance is stance
        ]
        date_text = format_date(incident.date) if incident.date.edtf else self.labels.undated
        self.disagreements.append(Disagreement(number, date_text, close_title(incident.title), tuple(sides)))
        return True

    def _side(self, citation: PublicCitation, date: UncertainDate) -> tuple[Run, ...]:
        runs = [Run(f"{self.labels.stance[citation.stance]}: ")]
        runs += format_citation(citation.source.cited, citation.locator, Position.SUBSEQUENT, labels=self.labels)
        if dates_differ(citation.stated, date):
            runs.append(Run(self.labels.gives_date.format(date=format_date(citation.stated))))
        if citation.quote:
            runs.append(Run(": " + quote_text(citation.quote, self.labels)))
        return close_sentence(merge_runs(runs), self.labels)

    def _remarks(self, incident: PublicIncident) -> tuple[Paragraph, ...]:
        """For the checker: status, confidence, support, who is named, tags, the note to self."""
        labels = self.labels
        words = [labels.status[incident.status]]
        if incident.confidence:
            words.append(labels.confidence[incident.confidence])
        words.append(self._support(incident))
        if incident.place:
            words.append(incident.place)
        lines = [" · ".join(words)]
        people, tags = self.view.people.get(incident.id, ()), self.view.tags.get(incident.id, ())
        lines += [labels.people.format(names=", ".join(people))] if people else []
        lines += [labels.tags.format(names=", ".join(tags))] if tags else []
        lines += [labels.own_note.format(text=incident.note.strip())] if incident.note.strip() else []
        return tuple(Paragraph((Run(line),)) for line in lines)

    def _support(self, incident: PublicIncident) -> str:
        """Computed from the citations that stand by the incident; a republished source is no second witness."""
        stands = (Stance.SUPPORTS, Stance.QUALIFIES)
        origins = Counter(c.source.origin for c in incident.citations if c.stance in stands)
        if not origins:
            return self.labels.support_none
        if len(origins) == 1:
            return self.labels.support_single
        return self.labels.support_many.format(number=self.labels.spell_number(len(origins)))


def close_title(title: str) -> str:
    """A title as a sentence: with a full stop unless it ends in a mark of its own."""
    text = title.rstrip()
    return text + "." if text and text[-1].isalnum() else text


def _sort_key(text: str) -> tuple[str, str]:
    """A key that sorts without regard to case, accents and opening marks."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().lstrip("“‘\"'«([ "), text


def _count_line(view: PublicView, labels: Labels) -> str:
    """“Nine entries from five sources. …”"""
    totals = view.totals
    pattern = (
        labels.counts if totals.disagreements else labels.counts_plain if totals.sources else labels.counts_uncited
    )
    text = pattern.format(entries=labels.count_entries(totals.entries), sources=labels.count_sources(totals.sources))
    return text[:1].upper() + text[1:]


def _subtitle(view: PublicView, labels: Labels) -> str:
    if view.totals.first is None or view.totals.last is None:
        return labels.subtitle_undated
    span = span_words(view.totals.first, view.totals.last)
    if span[0] == span[1]:
        return labels.subtitle_one_date.format(first=span[0])
    return labels.subtitle.format(first=span[0], last=span[1])
