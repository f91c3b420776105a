"""The time of day as the file stores it."""

from datetime import UTC, datetime


def now_utc() -> str:
    """The present moment, UTC, ISO 8601 with seconds: "2024-01-23T14:03:22Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
