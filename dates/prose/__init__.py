"""Reading dates out of prose by tables of rules."""

from dates.prose.reader import read_dates

__all__ = ["read_dates"]
