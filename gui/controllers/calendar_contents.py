"""Words and incidents of what is chosen on the calendar, and the stretch of time that it is."""

from dataclasses import replace

from gui.calendar.gap_words import gap_bounds, gap_days, gap_length, maybe_words
from gui.calendar.incident_model import Part
from gui.calendar.words import fit_title, incidents, inexact, period_title, say
from models.snapshots import IncidentFilter
from services.gaps import Gap, ids_in_gap
from services.incident_index import IncidentIndex
from services.incident_selection import Selection
from services.periods import Period
from services.rhythm import Fit, PeriodPlaces, Rhythm, incidents_of

_MARGIN = 20
"""On the timeline a silence has this part of its length left free on either side."""
Contents = tuple[str, str, list[Part]]
"""A title, a caption, and the incidents by their headings."""


def period_contents(
    places: PeriodPlaces, index: IncidentIndex, selection: Selection, rhythm: Rhythm, period: Period
) -> Contents:
    """What a day, week, month or year holds."""
    found = incidents_of(places, index.columns, selection.bits, period)
    parts = [Part(fit_title(fit, period, rhythm.unit), ids) for fit, ids in found.items()]
    caption = incidents(rhythm.total_of(period))
    if period.unit is not rhythm.unit and (only := rhythm.count_of(period)):
        caption = f"{caption} · {inexact(period.unit, rhythm.unit, only)}"
    elif period.unit is rhythm.unit and (others := sum(map(len, found.values())) - len(found.get(Fit.COUNTED, ()))):
        caption = f"{caption} · {say('{n} more that may touch it').format(n=f'{others:,}')}"
    return period_title(period), caption, parts


def gap_contents(index: IncidentIndex, selection: Selection, gap: Gap) -> Contents:
    """What stands on both sides of a silence, and what may lie in it."""
    vague = ids_in_gap(index.columns, selection.bits, gap.silence)
    parts = [Part(say("Last before"), [gap.silence.before]), Part(say("First after"), [gap.silence.after])]
    if vague:
        parts.append(Part(say("Dated less exactly, may lie in it"), vague))
    caption = " · ".join(part for part in (gap_days(gap), maybe_words(gap.maybe)) if part)
    return say("{length} without an incident").format(length=gap_length(gap)), caption, parts


def narrowed(wanted: IncidentFilter, chosen: Period | Gap) -> IncidentFilter:
    """The filter with the stretch of time that is chosen."""
    since, until = chosen.bounds if isinstance(chosen, Period) else gap_bounds(chosen)
    return replace(wanted, since=since, until=until)


def span_of(chosen: Period | Gap) -> tuple[int, int]:
    """The first and the last second to look at on the timeline."""
    if isinstance(chosen, Period):
        return chosen.seconds
    room = chosen.silence.seconds * _MARGIN // 100
    return chosen.silence.first - room, chosen.silence.last + room
