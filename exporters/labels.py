"""The words an export needs beside the project's own text, handed in from above (gui/texts.py or cli.py).

`Labels()` is the English record; a translation passes every field that differs. Braces name what is filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dates import DateKind
from models.enums import Confidence, LinkKind, LocatorLabel, Stance, Status


def _status() -> Mapping[Status, str]:
    return {
        Status.UNVERIFIED: "Unverified",
        Status.REPORTED: "Reported",
        Status.VERIFIED: "Verified",
        Status.DISPUTED: "Disputed",
        Status.WITHDRAWN: "Withdrawn",
    }


def _stance() -> Mapping[Stance, str]:
    return {
        Stance.SUPPORTS: "Supports",
        Stance.CONTRADICTS: "Contradicts",
        Stance.QUALIFIES: "Qualifies",
        Stance.CONTEXT: "Context",
    }


def _confidence() -> Mapping[Confidence, str]:
    return {
        Confidence.HIGH: "high confidence",
        Confidence.MEDIUM: "medium confidence",
        Confidence.LOW: "low confidence",
    }


def _link() -> Mapping[LinkKind, str]:
    return {
        LinkKind.PRECEDES: "Precedes",
        LinkKind.CAUSED_BY: "Caused by",
        LinkKind.RESPONSE_TO: "In response to",
        LinkKind.PART_OF: "Part of",
        LinkKind.SAME_AS: "Same as",
        LinkKind.CONTRADICTS: "Contradicts",
        LinkKind.SEE_ALSO: "See also",
    }


def _locator() -> Mapping[LocatorLabel, tuple[str, str]]:
    return {
        LocatorLabel.PAGE: ("p.", "pp."),
        LocatorLabel.PARAGRAPH: ("par.", "pars."),
        LocatorLabel.TIMESTAMP: ("at", "at"),
        LocatorLabel.LINE: ("line", "lines"),
        LocatorLabel.SECTION: ("sec.", "secs."),
        LocatorLabel.CHAPTER: ("chap.", "chaps."),
        LocatorLabel.COLUMN: ("col.", "cols."),
        LocatorLabel.FIGURE: ("fig.", "figs."),
        LocatorLabel.FOLIO: ("fol.", "fols."),
        LocatorLabel.NOTE: ("n.", "nn."),
        LocatorLabel.TABLE: ("table", "tables"),
        LocatorLabel.APPENDIX: ("app.", "apps."),
        LocatorLabel.VOLUME: ("vol.", "vols."),
        LocatorLabel.ISSUE: ("no.", "nos."),
        LocatorLabel.PART: ("pt.", "pts."),
        LocatorLabel.SCENE: ("scene", "scenes"),
        LocatorLabel.VERSE: ("v.", "vv."),
    }


def _date_meaning() -> Mapping[DateKind, str]:
    return {
        DateKind.AROUND: "It happened at about this time; the exact time is not known.",
        DateKind.BEFORE: "It had happened by this time; the first possible time is not known.",
        DateKind.AFTER: "It happened at this time or later; the last possible time is not known.",
        DateKind.BETWEEN: "It happened at one moment inside these limits; which one is not known.",
        DateKind.FROM_TO: "It lasted from the first date to the last.",
        DateKind.UNDATED: "No date is known.",
    }


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Every word of an export that is not the project's. The defaults are English. A record equals only itself."""

    subtitle: str = "A chronology, {first} to {last}"
    subtitle_one_date: str = "A chronology, {first}"
    subtitle_undated: str = "A chronology"
    counts: str = (
        "{entries} from {sources}. Dates are given as they are known; where sources differ, the entry says so."
    )
    counts_plain: str = "{entries} from {sources}. Dates are given as they are known."
    counts_uncited: str = "{entries}. Dates are given as they are known."
    entry_one: str = "{number} entry"
    entry_many: str = "{number} entries"
    source_one: str = "{number} source"
    source_many: str = "{number} sources"
    number_words: tuple[str, ...] = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    undated: str = "Undated"
    where_sources_differ: str = "Where sources differ"
    bibliography: str = "Bibliography"
    how_to_read_the_dates: str = "How to read the dates"
    notes: str = "Notes"
    note: str = "Note {number}"
    back_to_text: str = "Back to the text"
    sources_differ: str = "sources differ"
    no_source: str = "No source yet; kept at the editor’s request."
    protected_note: str = "A person familiar with the matter (name withheld)"
    protected_cover: str = "{name} (name withheld)"
    protected_item: str = "A person familiar with the matter. Name and date withheld."
    protected_cover_item: str = "{name}. Name and date withheld."
    and_word: str = "and"
    et_al: str = "et al."
    accessed: str = "accessed {date}"
    archived_at: str = "archived at"
    archived_at_item: str = "Archived at"
    edited_by: str = "ed. {names}"
    quote_open: str = "“"
    quote_close: str = "”"
    inner_quote_open: str = "‘"
    inner_quote_close: str = "’"
    own_note: str = "Note: {text}"
    gives_date: str = ", which gives {date}"
    capture: str = "Preserved copy, SHA-256 {digest}"
    no_capture: str = "No preserved copy"
    support_none: str = "no citation"
    support_single: str = "single source"
    support_many: str = "{number} independent sources"
    people: str = "Named: {names}"
    tags: str = "Tags: {names}"
    timeline: str = "Time line"
    timeline_text: str = "{count} from {first} to {last}"
    filters: str = "Show"
    all_entries: str = "All"
    elsewhere: str = "Elsewhere"
    shown: str = "{shown} of {total} entries"
    gap_years: str = "{number} yr"
    gap_weeks: str = "{number} wk"
    gap_days: str = "{number} d"
    approximate_date: str = "This date is approximate."
    uncertain_date: str = "The source or the day of this date is in question."
    status: Mapping[Status, str] = field(default_factory=_status)
    stance: Mapping[Stance, str] = field(default_factory=_stance)
    confidence: Mapping[Confidence, str] = field(default_factory=_confidence)
    link: Mapping[LinkKind, str] = field(default_factory=_link)
    locator: Mapping[LocatorLabel, tuple[str, str]] = field(default_factory=_locator)
    date_meaning: Mapping[DateKind, str] = field(default_factory=_date_meaning)

    def count_entries(self, number: int) -> str:
        """“nine entries”, “1,204 entries”."""
        return (self.entry_one if number == 1 else self.entry_many).format(number=self.spell_number(number))

    def count_sources(self, number: int) -> str:
        """“five sources”, “62 sources”."""
        return (self.source_one if number == 1 else self.source_many).format(number=self.spell_number(number))

    def spell_number(self, number: int) -> str:
        """Small numbers in words, the others in digits with thousands marked."""
        return self.number_words[number] if number < len(self.number_words) else f"{number:,}"
