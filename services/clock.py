"""The time of day as the file stores it."""

from datetime import UTC, date, datetime, timedelta

_STORED = "%Y-%m-%dT%H:%M:%SZ"


def now_utc() -> str:
    """The present moment, UTC, ISO 8601 with seconds: "2024-01-23T14:03:22Z"."""
    return datetime.now(UTC).strftime(_STORED)


def start_of_day(day: date) -> str:
    """The first moment of a local day, as stored; the days that no clock can name are cut to the first or the last."""
    try:
        return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC).strftime(_STORED)
    except (OverflowError, OSError):
        return f"{day.isoformat()}T00:00:00Z"


def days_ago(days: int) -> date:
    """The local day so many days before today."""
    return datetime.now().astimezone().date() - timedelta(days=days)
