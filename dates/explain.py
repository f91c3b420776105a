"""Why a mention has its value, in one line of English: "weekday in the past tense: last Sunday before 23 January 2024"."""

from collections.abc import Mapping
from dataclasses import dataclass

from dates.explain_parts import apart, open_part, parts_of
from dates.mention import Basis, Cue, DateMention, Direction, MentionKind, TimexType
from dates.text import format_date

_COUNTED = dict.fromkeys(Direction, "{counted}")


@dataclass(frozen=True, slots=True)
class _Wording:
    """How one kind is told; {…} are filled in by `parts_of`.

    `what` begins the line, for a terse kind only where a cue stands behind it; `written` is the whole line where the words
    alone say it; `reckoned` what a direction means; `cycle` after what this comes again, "" where that is not how it is counted.
    """

    what: str
    written: str
    reckoned: Mapping[Direction, str]
    terse: bool = False
    cycle: str = ""


def _one_of_many(name: str, same: str) -> Mapping[Direction, str]:
    """The reckoning of what comes again and again."""
    return {
        Direction.NONE: same,
        Direction.BEFORE: f"last {name} before {{origin}}",
        Direction.SAME: same,
        Direction.AFTER: f"next {name} after {{origin}}",
    }


_KINDS: Mapping[MentionKind, _Wording] = {
    MentionKind.CALENDAR: _Wording("number read as a year", "{written}", dict.fromkeys(Direction, "near {origin}")),
    MentionKind.PARTIAL: _Wording(
        "{unit} without a year",
        "{unit} whose year stands beside it",
        _one_of_many("{name}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.DAY_OF_MONTH: _Wording(
        "day without its month",
        "day whose month stands beside it",
        _one_of_many("such day", "same month as {origin}"),
        cycle="month",
    ),
    MentionKind.WEEKDAY: _Wording(
        "weekday", "weekday whose date stands beside it", _one_of_many("{weekday}", "{same_weekday}"), cycle="week"
    ),
    MentionKind.RELATIVE_DAY: _Wording(
        "day told from another", "day whose date stands beside it", _COUNTED, terse=True
    ),
    MentionKind.THIS_UNIT: _Wording(
        "{unit} told from another", "{unit} that is written beside it", _COUNTED, terse=True
    ),
    MentionKind.OFFSET: _Wording(
        "distance from another date", "distance from the date beside it", _COUNTED, terse=True
    ),
    MentionKind.SAME: _Wording("same as another date", "same as the date beside it", _COUNTED, terse=True),
    MentionKind.CLOCK: _Wording("time of day", "time and day as written", _COUNTED),
    MentionKind.SEASON: _Wording(
        "season without a year",
        "season and year as written",
        _one_of_many("{season}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.QUARTER: _Wording(
        "{unit} without its year",
        "{unit} as written",
        _one_of_many("such {unit}", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.HOLIDAY: _Wording(
        "holiday without a year",
        "holiday whose year is written",
        _one_of_many("one", "same year as {origin}"),
        cycle="year",
    ),
    MentionKind.DECADE: _Wording("decade", "decade as written", _COUNTED, terse=True),
    MentionKind.CENTURY: _Wording("century", "century as written", _COUNTED, terse=True),
    MentionKind.DURATION: _Wording(
        "a length of time",
        "a length of time, not a date",
        {
            Direction.NONE: "a length of time, not a date",
            Direction.BEFORE: "a length of time up to {origin}, not a date",
            Direction.SAME: "a length of time around {origin}, not a date",
            Direction.AFTER: "a length of time from {origin} on, not a date",
        },
        terse=True,
    ),
}
_CUES: Mapping[Cue, str] = {
    Cue.PAST_TENSE: "in the past tense",
    Cue.FUTURE_TENSE: "in a sentence about the future",
    Cue.CUSTOM: "past or future not said (news look back)",
    Cue.STORY: "in the order of the story",
}
_TENSES = (Cue.PAST_TENSE, Cue.FUTURE_TENSE)
_NEAREST: Mapping[Direction, str] = {
    Direction.NONE: "the one nearest to {origin}",
    Direction.BEFORE: "the nearest, looking back from {origin}",
    Direction.AFTER: "the nearest, looking ahead from {origin}",
}
_TYPES: Mapping[TimexType, MentionKind] = {
    TimexType.DURATION: MentionKind.DURATION,
    TimexType.SET: MentionKind.SET,
}
_SIDES: Mapping[str, str] = {"PAST_REF": "before", "FUTURE_REF": "after"}
_REFERENCES: Mapping[str, str] = {
    "PRESENT_REF": "the present in general, not one day",
    "PAST_REF": "some time in the past, not said when",
    "FUTURE_REF": "some time in the future, not said when",
}


def explain_mention(mention: DateMention) -> str:
    """One short line that says why the mention has its value."""
    kind = _TYPES.get(mention.timex_type, mention.reason.kind)
    if mention.timex_value in _SIDES and kind not in (MentionKind.REFERENCE, MentionKind.SAME):
        line = f"some time {_SIDES[mention.timex_value]} {_vague_origin(mention)}"
    elif mention.timex_value in _REFERENCES or kind is MentionKind.REFERENCE:
        line = _REFERENCES.get(mention.timex_value, "no certain time")
    elif kind is MentionKind.SET:
        line = "something that repeats, not one date"
    else:
        line = _line(mention, _KINDS[kind])
    if mention.timex_value.endswith("T24:00"):
        line = f"{line}; midnight at the end of the day"
    if mention.range is None:
        return line
    whole = "open" if ".." in mention.range.date.edtf.split("/") else "whole"
    return f"{line}; {whole} stretch: {format_date(mention.range.date)}"


def _vague_origin(mention: DateMention) -> str:
    """What "a few months later" is later than."""
    known = mention.reason.reckoned_from is not None and mention.reason.basis is not Basis.NOTHING
    return parts_of(mention)["origin"] if known else "another date, not said which"


def _line(mention: DateMention, wording: _Wording) -> str:
    reason, parts = mention.reason, parts_of(mention)
    if _may_be_turned(mention):
        return "written in figures: day and month may be the other way round"
    if reason.basis is Basis.WORDS or (reason.basis is Basis.NOTHING and reason.kind is MentionKind.DURATION):
        return wording.written.format_map(parts)
    if reason.basis is Basis.NOTHING:
        return f"{open_part(mention)} not known from the text, and no date to reckon it from"
    cue = _CUES.get(reason.cue, "")
    reckoned = _reckoned(mention, wording).format_map(parts)
    if wording.terse and reason.cue in (Cue.NONE, Cue.WORD, Cue.NEAREST):
        return reckoned
    what = wording.what.format_map(parts)
    join = " " if reason.cue in _TENSES and " " not in what else ", "
    return f"{what}{join if cue else ''}{cue}: {reckoned}"


def _may_be_turned(mention: DateMention) -> bool:
    """Whether the words alone say a day, and not surely which: "03/04/2023"."""
    reason, date = mention.reason, mention.date
    is_written = reason.kind is MentionKind.CALENDAR and reason.basis is Basis.WORDS
    return is_written and date is not None and date.uncertain and mention.text[:1].isdigit()


def _reckoned(mention: DateMention, wording: _Wording) -> str:
    """What the direction means, or the plain distance where "last" or "next" would not be true."""
    reason, direction, cycle = mention.reason, mention.reason.direction, wording.cycle
    if reason.cue is Cue.NEAREST and direction in _NEAREST:
        return _NEAREST[direction]
    if cycle in ("month", "year") and apart(mention, "day") == 0:
        return "{counted}"
    holds = _holds(mention, cycle)
    if cycle == "year" and apart(mention, "year") == 0 and not (holds and reason.basis is Basis.PUBLICATION):
        return wording.reckoned[Direction.SAME]
    if holds:
        return wording.reckoned[direction]
    if apart(mention, cycle) is None:
        return "reckoned from {origin}"
    return "{years}" if cycle == "year" else "{counted}"


def _holds(mention: DateMention, cycle: str) -> bool:
    """Whether it is the last, the same or the next one of what comes again every `cycle`.

    "Last" and "next" are believed where nobody can count, "the same" is not.
    """
    days, steps = apart(mention, "day"), apart(mention, "day" if cycle == "week" else cycle)
    direction = mention.reason.direction
    if direction not in (Direction.BEFORE, Direction.AFTER):
        return not cycle or mention.reason.reckoned_from is None or apart(mention, cycle) == 0
    if steps is None:
        return True
    sign = -1 if direction is Direction.BEFORE else 1
    return 0 <= steps * sign <= (7 if cycle == "week" else 1) and (days is None or days * sign >= 0)
