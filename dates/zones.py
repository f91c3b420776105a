"""Time zones: an offset such as "+03:00", "Z", or an IANA name. `zoneinfo` is loaded when a name is first met."""

import datetime as dt
from functools import lru_cache

from dates.calendar import DAY_SECONDS, from_days
from dates.errors import DateError, DateProblem


def check_zone(zone: str) -> str:
    """The zone as it is kept. Raises DateError UNKNOWN_TIME_ZONE."""
    if not zone or zone == "Z":
        return zone
    if zone[0] in "+-":
        hours, _, minutes = zone[1:].partition(":")
        if len(hours) == 2 and len(minutes) == 2 and (hours + minutes).isdecimal() and zone.isascii():
            if int(hours) <= 18 and int(minutes) <= 59:
                return zone
            raise DateError(DateProblem.UNKNOWN_TIME_ZONE, zone)
    if _find_zone(zone) is None:
        raise DateError(DateProblem.UNKNOWN_TIME_ZONE, zone)
    return zone


def find_zone_name(said: str) -> str:
    """The name as the zone table spells it ("asia/baghdad" is Asia/Baghdad); other texts come back unchanged."""
    spelled = "/".join("_".join(word.capitalize() for word in part.split("_")) for part in said.split("/"))
    return spelled if "/" in said and _find_zone(said) is None and _find_zone(spelled) is not None else said


def offset_seconds(offset: str) -> int:
    """Seconds east of UTC of "Z" or "±hh:mm"."""
    if offset == "Z":
        return 0
    seconds = int(offset[1:3]) * 3600 + int(offset[4:6]) * 60
    return -seconds if offset[0] == "-" else seconds


def offsets_at(zone: str, local: int) -> tuple[int, int]:
    """The two offsets (seconds east) a wall-clock instant can have in a zone: they differ only where clocks change."""
    if not zone:
        return 0, 0
    if zone == "Z" or zone[0] in "+-":
        fixed = offset_seconds(zone)
        return fixed, fixed
    info = _find_zone(zone)
    if info is None:  # stored by a computer with a newer zone table
        return 0, 0
    moment = _as_datetime(local)
    found = [info.utcoffset(moment.replace(fold=fold)) for fold in (0, 1)]
    first, second = (0 if offset is None else offset.days * DAY_SECONDS + offset.seconds for offset in found)
    return first, second


def _as_datetime(local: int) -> dt.datetime:
    """The same day of the 400-year cycle where the year is out of reach; before year 1 the first local mean time."""
    days, seconds = divmod(local, DAY_SECONDS)
    year, month, day = from_days(days)
    if year < 1:
        year, month, day = 1, 1, 1
    elif year > 9999:
        year = 9600 + year % 400 - (400 if year % 400 == 399 else 0)
    hours, rest = divmod(seconds, 3600)
    return dt.datetime(year, month, day, hours, rest // 60, rest % 60)  # noqa: DTZ001 - a wall clock has none


@lru_cache(maxsize=256)
def _find_zone(name: str) -> dt.tzinfo | None:
    import zoneinfo  # noqa: PLC0415 - most projects name no zone, and start-up counts

    if len(name) > 64 or not name.isascii() or not name.isprintable():
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # not a key, a folder of the table, not found
        return None
