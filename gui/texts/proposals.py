"""Words about proposed incidents: why one may be there already, how far the work is, what became of them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from dates import DateStyle, UncertainDate, format_date, format_hint
from gui.texts.changes import shorten
from gui.texts.mark import QT_TRANSLATE_NOOP
from models.proposals import IncidentMatch, MatchReason, NearDuplicate, ProposalState, ProposedIncident, Rank, Reason

RANK_NOTES = {
    Rank.REPORTED: QT_TRANSLATE_NOOP("proposals", "The day it was said; what happened may have another date."),
    Rank.NAMED: QT_TRANSLATE_NOOP("proposals", "The date belongs to a name or is counted from; look twice."),
}
STATES = {
    ProposalState.OPEN: QT_TRANSLATE_NOOP("proposals", "Open"),
    ProposalState.TAKEN: QT_TRANSLATE_NOOP("proposals", "In the chronology"),
    ProposalState.SKIPPED: QT_TRANSLATE_NOOP("proposals", "Skipped"),
}
REASONS = {
    MatchReason.SAME_DATE: QT_TRANSLATE_NOOP("proposals", "same date"),
    MatchReason.DAYS_APART: QT_TRANSLATE_NOOP("proposals", "{days} days apart"),
    MatchReason.DATES_OVERLAP: QT_TRANSLATE_NOOP("proposals", "dates overlap"),
    MatchReason.SAME_PLACE: QT_TRANSLATE_NOOP("proposals", "same place"),
    MatchReason.SHARED_NAMES: QT_TRANSLATE_NOOP("proposals", "both name {words}"),
    MatchReason.SHARED_WORDS: QT_TRANSLATE_NOOP("proposals", "shares {words}"),
}
ONE_DAY = QT_TRANSLATE_NOOP("proposals", "one day apart")
AND = QT_TRANSLATE_NOOP("proposals", "{words} and {last}")
DONE = QT_TRANSLATE_NOOP("proposals", "{done} of {total} done")
READING = QT_TRANSLATE_NOOP("proposals", "Reading {done} of {total} documents")
READING_ONE = QT_TRANSLATE_NOOP("proposals", "Looking for dated incidents…")
COPY = QT_TRANSLATE_NOOP("proposals", "also in 1 copy")
COPIES = QT_TRANSLATE_NOOP("proposals", "also in {count} copies")
DUPLICATE = QT_TRANSLATE_NOOP("proposals", "“{source}” has {share} % of its words from “{origin}”.")
_MOST_WORDS = 3
_LONGEST_LABEL = 70
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")


def _say(text: str) -> str:
    return QCoreApplication.translate("proposals", text)


def number_text(number: int) -> str:
    """ "1,000" as this computer writes it."""
    return QLocale().toString(number)


def progress_text(done: int, total: int) -> str:
    return _say(DONE).format(done=number_text(done), total=number_text(total))


def reading_text(done: int, total: int) -> str:
    """How far the reading is; one document alone is not counted."""
    if total < 2:
        return _say(READING_ONE)
    return _say(READING).format(done=number_text(done), total=number_text(total))


def state_text(state: ProposalState) -> str:
    return _say(STATES[state])


def rank_note(rank: Rank) -> str:
    """What speaks against taking the date as that of the incident; "" for most."""
    return _say(RANK_NOTES[rank]) if rank in RANK_NOTES else ""


def copies_text(proposed: ProposedIncident) -> str:
    """ "also in 2 copies"; "" where the words stand in one document only."""
    count = len(proposed.copies)
    return "" if not count else _say(COPY) if count == 1 else _say(COPIES).format(count=number_text(count))


def copies_hint(proposed: ProposedIncident) -> str:
    """Which copies, one a line."""
    return "\n".join(shorten(copy.source_label, _LONGEST_LABEL) for copy in proposed.copies)


def match_reasons(match: IncidentMatch) -> str:
    """ "Same place, one day apart, shares “attack” and “base”"."""
    said = ", ".join(part for part in map(_reason, match.reasons) if part)
    return said[:1].upper() + said[1:]


def _reason(reason: Reason) -> str:
    if reason.code is MatchReason.DAYS_APART:
        return _say(ONE_DAY) if reason.days == 1 else _say(REASONS[reason.code]).format(days=number_text(reason.days))
    if reason.code in {MatchReason.SHARED_NAMES, MatchReason.SHARED_WORDS}:
        words = _listed(reason.words[:_MOST_WORDS])
        return _say(REASONS[reason.code]).format(words=words) if words else ""
    return _say(REASONS[reason.code])


def _listed(words: Sequence[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    if len(quoted) < 2:
        return "".join(quoted)
    return _say(AND).format(words=", ".join(quoted[:-1]), last=quoted[-1])


def duplicate_text(pair: NearDuplicate) -> str:
    """Why a source is taken for a copy."""
    return _say(DUPLICATE).format(
        source=shorten(pair.source_label, _LONGEST_LABEL),
        share=number_text(round(pair.overlap * 100)),
        origin=shorten(pair.origin_label, _LONGEST_LABEL),
    )


def day_key(date: UncertainDate) -> str:
    """What proposals of one day have in common: the day without its time, else the whole date."""
    day = _DAY.match(date.edtf)
    return day[0] if day else date.edtf


def day_heading(key: str) -> str:
    """ "Sunday, 21 January 2024"; a date that is no day stands alone."""
    date = UncertainDate(key)
    said = format_date(date)
    return f"{format_hint(date)}, {said}" if _DAY.match(key) else said[:1].upper() + said[1:]


def resolved_text(proposed: ProposedIncident) -> str:
    """The date, short: "21 Jan 2024"; a stretch without an end in words, as its arrow would stand beside another one."""
    date = proposed.proposal.date
    return format_date(date, DateStyle.LONG if date.edtf.endswith("/..") else DateStyle.SHORT)


def describe_line(proposed: ProposedIncident) -> str:
    """One sentence for those who listen."""
    parts = [
        format_date(proposed.proposal.date),
        " ".join(proposed.proposal.quote.split()),
        shorten(proposed.origin.source_label, _LONGEST_LABEL),
        copies_text(proposed),
        "" if proposed.state is ProposalState.OPEN else state_text(proposed.state),
    ]
    return ", ".join(part for part in parts if part)
