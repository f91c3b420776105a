"""The entry field. Its vocabulary and patterns are loaded with the first use: they would cost a third of the start."""

from typing import TYPE_CHECKING

from dates.value import UncertainDate

if TYPE_CHECKING:
    import datetime as dt


def parse_entry(text: str, *, today: "dt.date") -> UncertainDate:
    """Understand an entry; "" is undated. `as_written` of the result is empty.

    Takes English dates, numbers, words such as "yesterday" (counted from `today`) and EDTF. Raises DateError, with a
    suggestion where there is an obvious one.
    """
    from dates.entry_reader import read_entry  # noqa: PLC0415 - see above

    return read_entry(text, today)


def format_entry(date: UncertainDate) -> str:
    """The text for the entry field. `parse_entry` reads it back to the same date and time zone."""
    from dates.entry_reader import write_entry  # noqa: PLC0415 - see above

    return write_entry(date)
