"""Words of the gap view."""

from dates import DateStyle, UncertainDate, format_date
from dates.calendar import DAY_SECONDS
from gui.calendar.words import say
from gui.texts.lengths import length_text
from services.gaps import Gap
from services.periods import edtf_of_day


def silent_days(gap: Gap) -> tuple[int, int]:
    """The first and the last day that is silent from morning to night, as days since 1970-01-01."""
    first = -(-gap.silence.first // DAY_SECONDS)
    return first, max(first, (gap.silence.last + 1) // DAY_SECONDS - 1)


def gap_bounds(gap: Gap) -> tuple[str, str]:
    """`since` and `until` of a filter that shows the incidents on both sides, as EDTF."""
    before, after = (gap.silence.first - 1) // DAY_SECONDS, (gap.silence.last + 1) // DAY_SECONDS
    return edtf_of_day(before), edtf_of_day(after)


def gap_length(gap: Gap) -> str:
    """ "25 months"."""
    return length_text(gap.silence.first, gap.silence.last)


def gap_days(gap: Gap) -> str:
    """ "4 September 2021 to 30 September 2023"."""
    first, last = (edtf_of_day(day) for day in silent_days(gap))
    return format_date(UncertainDate.stored(first if first == last else f"{first}/{last}"), DateStyle.LONG)


def maybe_words(count: int) -> str:
    """How many vaguely dated incidents may lie in the silence."""
    if not count:
        return ""
    one, many = say("1 dated less exactly may lie in it"), say("{n} dated less exactly may lie in it")
    return one if count == 1 else many.format(n=f"{count:,}")


def gap_neighbours(before: str, after: str) -> str:
    """Between which incidents."""
    return say("from “{before}” to “{after}”").format(before=before, after=after)


def gap_sentence(gap: Gap, before: str, after: str) -> str:
    """A gap as a screen reader says it."""
    silent = say("nothing recorded for {length}, {days}").format(length=gap_length(gap), days=gap_days(gap))
    parts = (silent, gap_neighbours(before, after), maybe_words(gap.maybe))
    return ", ".join(part for part in parts if part)
