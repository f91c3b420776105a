"""What a filter lets through, kind by kind: its values, its words, and the filter with others or without."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dates import DateStyle, UncertainDate, format_date
from gui.filters.filter_kinds import CHOICES, ENTITIES, RECORDS, SWITCHES, WORDS, FilterKind, kind_text
from gui.filters.words import say
from gui.texts import confidence_text, quoted_text, stance_text, status_text
from models.enums import ChangedWithin, Confidence, EntityKind, Stance, Status
from models.snapshots import IncidentFilter
from services.choices import ChosenNames

NO_NAMES = ChosenNames({}, {}, {})
_DAY_LENGTH = len("2024-01-23")


def values_of(wanted: IncidentFilter, kind: FilterKind, names: ChosenNames) -> frozenset[object]:
    """What is ticked for a kind that offers several: members of an enum, or ids."""
    if kind in ENTITIES:
        return frozenset(i for i in wanted.entity_ids if _entity_kind(i, names) is ENTITIES[kind])
    field = WORDS[kind][0] if kind in WORDS else RECORDS[kind]
    return frozenset(getattr(wanted, field))


def with_values(
    wanted: IncidentFilter, kind: FilterKind, values: frozenset[object], names: ChosenNames
) -> IncidentFilter:
    """The filter with exactly these ticked of a kind that offers several."""
    if kind in ENTITIES:
        others = wanted.entity_ids - values_of(wanted, kind, names)
        return replace(wanted, entity_ids=others | {value for value in values if isinstance(value, int)})
    if kind in WORDS:
        field, members = WORDS[kind]
        return _with(wanted, field, frozenset(value for value in values if isinstance(value, members)))
    return _with(wanted, RECORDS[kind], frozenset(value for value in values if isinstance(value, int)))


def without(wanted: IncidentFilter, kind: FilterKind, names: ChosenNames) -> IncidentFilter:
    """`wanted` without this kind."""
    if kind in ENTITIES or kind in WORDS or kind in RECORDS:
        return with_values(wanted, kind, frozenset(), names)
    if kind is FilterKind.DATES:
        return replace(wanted, since="", until="")
    if kind is FilterKind.TEXT:
        return replace(wanted, text="")
    if kind is FilterKind.CHANGED:
        return replace(wanted, changed_since="")
    return _with(wanted, SWITCHES[kind], value=False)


def switched_on(wanted: IncidentFilter, kind: FilterKind) -> IncidentFilter:
    """`wanted` with one of the yes-or-no kinds on."""
    return _with(wanted, SWITCHES[kind], value=True)


def value_text(wanted: IncidentFilter, kind: FilterKind, names: ChosenNames) -> str:
    """What the filter lets through in few words, "" for everything."""
    if kind is FilterKind.TEXT:
        return quoted_text(wanted.text.strip())
    if kind is FilterKind.DATES:
        return _period(wanted.since, wanted.until)
    if kind is FilterKind.CHANGED:
        return changed_text(wanted.changed_since)
    if kind in SWITCHES:
        texts = {FilterKind.MARKED: say("key"), FilterKind.UNCITED: say("none"), FilterKind.DISPUTED: say("disagree")}
        return texts[kind] if getattr(wanted, SWITCHES[kind]) else ""
    return _shortened(listed(wanted, kind, names))


def active_kinds(wanted: IncidentFilter, names: ChosenNames) -> list[FilterKind]:
    """The kinds that hide anything, in their order."""
    return [kind for kind in FilterKind if value_text(wanted, kind, names)]


def listed(wanted: IncidentFilter, kind: FilterKind, names: ChosenNames) -> list[str]:
    """Everything that is ticked for a kind that offers several, by its words."""
    values = values_of(wanted, kind, names)
    if kind in WORDS:
        return [member_text(member) for member in WORDS[kind][1] if member in values]
    if kind in ENTITIES:
        found = {i: name for i, (_, name) in names.entities.items()}
    else:
        found = dict(names.tags if kind is FilterKind.TAG else names.sources)
    return sorted((found.get(value, "?") for value in values if isinstance(value, int)), key=str.casefold)


def filter_text(wanted: IncidentFilter, names: ChosenNames) -> str:
    """A whole filter in words, "Status: Verified · Place: Baghdad"; "" where it hides nothing."""
    kinds = active_kinds(wanted, names)
    return " · ".join(f"{kind_text(kind)}: {whole_text(wanted, kind, names)}" for kind in kinds)


def whole_text(wanted: IncidentFilter, kind: FilterKind, names: ChosenNames) -> str:
    """Everything that the filter lets through, "" for everything there is."""
    if kind in CHOICES:
        return say(" or ").join(listed(wanted, kind, names))
    return value_text(wanted, kind, names)


def view_name(wanted: IncidentFilter, names: ChosenNames) -> str:
    """A name to begin with for a view of this filter: what it lets through, "Verified, Baghdad"."""
    texts = {
        FilterKind.MARKED: say("Key incidents"),
        FilterKind.UNCITED: say("No citation"),
        FilterKind.DISPUTED: say("Sources disagree"),
        FilterKind.CHANGED: say("Changed {when}").format(when=changed_text(wanted.changed_since)),
    }
    kinds = active_kinds(wanted, names)
    return ", ".join(texts.get(kind) or value_text(wanted, kind, names) for kind in kinds)


def member_text(member: object) -> str:
    """The words of a status, a confidence or a stance."""
    if isinstance(member, Status):
        return status_text(member)
    if isinstance(member, Confidence):
        return confidence_text(member)
    return stance_text(member) if isinstance(member, Stance) else ""


def changed_text(since: str) -> str:
    """From when on changes count; "" where it does not matter."""
    spans = {
        ChangedWithin.TODAY: say("today"),
        ChangedWithin.WEEK: say("last 7 days"),
        ChangedWithin.MONTH: say("last 30 days"),
    }
    if not since or since in set(ChangedWithin):
        return spans[ChangedWithin(since)] if since else ""
    day = changed_day(since)
    return say("since {day}").format(day=since if day is None else format_date(day, DateStyle.SHORT))


def changed_day(since: str) -> UncertainDate | None:
    """The day from which on changes count; None for a span."""
    try:
        return UncertainDate(date.fromisoformat(since[:_DAY_LENGTH]).isoformat())
    except ValueError:
        return None


def _with(wanted: IncidentFilter, part: str, value: object) -> IncidentFilter:
    parts: dict[str, Any] = {part: value}
    return replace(wanted, **parts)


def _entity_kind(entity_id: int, names: ChosenNames) -> EntityKind:
    # One that is gone has to be cleared somewhere.
    return names.entities[entity_id][0] if entity_id in names.entities else EntityKind.THING


def _shortened(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return say("{first} or {n} more").format(first=names[0], n=len(names) - 1)


def _period(since: str, until: str) -> str:
    first = format_date(UncertainDate(since), DateStyle.SHORT) if since else ""
    last = format_date(UncertainDate(until), DateStyle.SHORT) if until else ""
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return say("from {day}").format(day=first)
    return say("until {day}").format(day=last) if last else ""
